// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"

namespace whittle
{

class Database;

/// Makes the tables of the current schema version in an empty database, with application id and version, in
/// one transaction.
Result<void> createSchema(Database& database);

/// Makes the tables of conclusions (conclusions.h), empty, in the place of those that are there. A case is
/// sound without them: what it lacks is concluded again.
extern const char* const conclusionTables;

/// Names of tables or columns that a case of this version must have and this one has not; empty when it is
/// complete.
Result<std::string> missingFromSchema(const Database& database);

/// The tables that hold rows of a source, each with a column `source` (table `source` itself not among them).
inline constexpr const char* sourceTables[] = {"event",  "train", "landmark", "density",  "kind",
                                               "device", "flow",  "problem",  "coverage", "citation"};

} // namespace whittle
