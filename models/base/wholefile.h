// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <QByteArray>

#include "models/base/result.h"

namespace whittle
{

/// A file that a command was asked for.
struct OutputFile {
    std::string path; ///< as the user wrote it: any bytes
    QByteArray bytes{};
};

/// Whether the file could be written, as far as that can be told without touching anything: nobody wants to
/// hear it after an hour of reading. Errors: Io (is a folder), NotFound (no such folder), NoPermission.
Result<void> checkOutput(const std::string& path);

/// Writes all of them, or none: those that were there are replaced only when everything lies on the disk. A
/// device or a pipe is written to directly, before any file is replaced. Errors: Io, NotFound, NoPermission,
/// DiskFull.
Result<void> writeOutputs(const std::vector<OutputFile>& files);

} // namespace whittle
