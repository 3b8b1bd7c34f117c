// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "models/base/bytes.h"
#include "models/base/result.h"

namespace whittle
{

/// What the first bytes of a case say.
struct CaseHeader {
    std::int64_t version = 0; ///< of the schema, 1 … CaseFile::schemaVersion
    bool journalIsWal = false; ///< it is in use, or was not closed
};

/// Whether this Whittle reads cases of that version. Errors: NewerCase, Malformed.
Result<void> checkVersion(std::int64_t version, const std::string& path);

/// Of the file that is open there. What was written last may still be in its journal, the version too.
/// Errors: ForeignFile, NewerCase, Malformed, Io.
Result<CaseHeader> readHeader(int descriptor, const std::string& path);
/// The same of the first bytes of a file.
Result<CaseHeader> readHeader(Bytes head);

} // namespace whittle
