// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace whittle
{

/// A key that is about Windows Time.
struct TimeKey {
    /// In the spelling of Windows, under HKEY_LOCAL_MACHINE, with CurrentControlSet for every control set.
    std::string path{};
    std::string controlSet{}; ///< as written ("ControlSet001"); empty for the current one and for policies

    /// `key`: without its brackets, in any case, HKLM for HKEY_LOCAL_MACHINE. Empty for all other keys.
    static std::optional<TimeKey> read(std::string_view key);
};

/// The name of a value of Windows Time in the spelling of Windows; any other name as it is.
std::string_view timeValueName(std::string_view name);

} // namespace whittle
