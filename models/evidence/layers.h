// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/base/bytes.h"

namespace whittle
{

/// One step from the bytes of a file to those that a format reads.
struct Layer {
    enum class Kind {
        Gzip,
        Bzip2,
        Xz,
        Zstd,
        Member, ///< of an archive
        Utf16Little,
        Utf16Big,
    };

    Kind kind = Kind::Gzip;
    std::uint64_t member = 0; ///< which, counted from 0 in the order in which the archive gives them
    auto operator<=>(const Layer&) const = default;
};

/// From the file inwards.
using Layers = std::vector<Layer>;

/// "gzip member:17 utf-16le"; empty for a file that is read as it is. The form in which a case keeps it.
std::string toText(const Layers& layers);
/// Empty when the text is none of toText().
std::optional<Layers> layersFromText(std::string_view text);

/// How the bytes at the front of a file are compressed, by their magic number; empty when they are not.
std::optional<Layer::Kind> compressionOf(Bytes head);
/// Another stream of that kind begins with these bytes; of zstd also one in which there is nothing.
bool beginsStream(Bytes head, Layer::Kind kind);
/// "zip", "tar", "7z", "rar" or "cab" with what says so ("zip: signature 504b0304"); empty when the bytes are
/// no archive, or one that cannot be read without seeking in it (7z) where that is not possible. An Office
/// document is a zip, and still none.
std::string archiveKind(Bytes head, bool canSeek = true);
/// UTF-16 by its byte order mark, or because every second byte of the head is zero; empty when it is not.
std::optional<Layer::Kind> utf16Of(Bytes head);

/// As a person calls it: "gzip", "UTF-16, little-endian".
std::string_view nameOf(Layer::Kind kind);

} // namespace whittle
