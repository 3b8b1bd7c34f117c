// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "models/base/result.h"

namespace whittle
{

/// A file that is to be written.
struct WholeFile {
    std::string path; ///< as the user wrote it: any bytes
    std::string bytes{};
};

/// Whether the file could be written, as far as that can be told without touching anything: nobody wants to
/// hear it after an hour of reading. Errors: Io (is a folder), NotFound (no such folder), NoPermission.
Result<void> checkOutput(const std::string& path);

/// Writes all of them, or none: those that were there are replaced only when everything lies on the disk, and
/// nothing half-written is left, also where the program is killed. A link stays one. A device or a pipe is
/// written to directly, before any file is replaced. Errors: Io, NotFound, NoPermission, DiskFull.
Result<void> writeWholeFiles(std::span<const WholeFile> files);
Result<void> writeWholeFile(const std::string& path, std::string_view bytes);

} // namespace whittle
