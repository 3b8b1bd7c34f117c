// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace whittle
{

/// One value of an exported registry:
///
///     "LocalClockDispersion"=dword:0000000a
///
/// Numbers are written in decimal, texts decoded to UTF-8, other bytes as hexadecimal digits.
struct RegistryValue {
    std::string name{}; ///< empty: the default value of its key ("@")
    std::string_view type{}; ///< "dword", "sz", "expand-sz", … as Windows calls them without REG_
    std::string value{}; ///< of "multi-sz": its texts, a line each
    bool deletes = false; ///< "Name"=-

    /// Empty when `text` is none, or its data contradict its type. `isUnicode`: the export is of version 5,
    /// whose hex(2) and hex(7) are UTF-16; those of REGEDIT4 are bytes of the code page of its computer.
    static std::optional<RegistryValue> read(std::string_view text, bool isUnicode);
};

/// Whether the value in `text` goes on in the next line: hexadecimal data that end in '\'.
bool registryValueContinues(std::string_view text);

} // namespace whittle
