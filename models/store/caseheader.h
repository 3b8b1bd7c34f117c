// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "models/base/result.h"

namespace whittle
{

/// What the first bytes of a case say.
struct CaseHeader {
    std::int64_t version = 0; ///< of the schema, 1 … CaseFile::schemaVersion
    bool journalIsWal = false; ///< it is in use, or was not closed
};

/// Of the file that is open there. Errors: ForeignFile, NewerCase, Malformed, Io.
Result<CaseHeader> readHeader(int descriptor, const std::string& path);

} // namespace whittle
