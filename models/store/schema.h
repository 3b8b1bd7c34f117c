// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

#include "models/base/result.h"

namespace whittle
{

class Database;

/// One table as this Whittle reads it.
struct Table {
    const char* name;
    const char* columns; ///< those of its key first
    const char* key; ///< its rows in order
    const char* part; ///< of what the digest covers (digest.h)
    std::int64_t since = 1; ///< the first version that has it
};
std::span<const Table> allTables();

/// Makes the tables of the current schema version in an empty database, with application id and version, in
/// one transaction.
Result<void> createSchema(Database& database);

/// Brings the tables of an older version up to the current one. To be called inside a transaction.
Result<void> migrate(Database& database, std::int64_t version);

/// Gives a connection that only reads the tables that came after `version`, empty, and in memory alone.
Result<void> addLaterTables(Database& database, std::int64_t version);

/// Names of tables or columns that a case of that version must have and this one has not, or the other way
/// round; empty when it is as it should be.
Result<std::string> faultsOfSchema(const Database& database, std::int64_t version);

/// Makes the tables of conclusions (conclusions.h), empty, in the place of those that are there. A case is
/// sound without them: what it lacks is concluded again.
extern const char* const conclusionTables;

/// The tables that hold rows of a source, each with a column `source` (table `source` itself not among them).
inline constexpr const char* sourceTables[] = {"event",   "event_block", "train",    "landmark",
                                               "density", "kind",        "device",   "flow",
                                               "problem", "coverage",    "citation", "mark"};

} // namespace whittle
