// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "models/base/ids.h"
#include "models/base/result.h"

namespace whittle
{

class Database;

// SQLite notices when its own structures are damaged, not when a byte of a value is. So the case keeps
// SHA-256 of what was written, in parts: "schema", "analyst" (what she said and did), "citations", and one
// for each source whose import is complete. Whoever writes rows of a part stores its digest in the same
// transaction.

std::string partOfSource(SourceId source);
/// What was concluded (conclusions.h): where it is not as it was written it is concluded again, so that this
/// is no fault of the case.
inline constexpr std::string_view conclusionsPart = "conclusions";

/// Of the rows as they are now.
Result<void> storeDigest(Database& database, std::string_view part);
Result<void> removeDigest(Database& database, std::string_view part);
/// Of partOfSource(), by the id.
inline constexpr const char* whereDigestOfSource =
    "digest WHERE part LIKE 'source %' AND CAST(substr(part, 8) AS INTEGER)";
/// True when the rows are as they were when the digest was stored; false too where there is none.
Result<bool> digestHolds(const Database& database, std::string_view part);
/// The parts whose rows are not as they were written; none in a case of version 1, which kept no digests.
Result<std::set<std::string>> damagedParts(const Database& database);
/// For a case whose tables became others. The parts that were damaged keep the digest that says so.
Result<void> storeDigestsExcept(Database& database, const std::set<std::string>& damaged);

/// One line for each part that is not as it was written; empty for a case of version 1, which kept no
/// digests.
Result<std::vector<std::string>> digestFaults(const Database& database);

} // namespace whittle
