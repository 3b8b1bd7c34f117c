// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/conclusions.h"

#include <algorithm>

#include "models/store/casereader.h"
#include "models/store/casewriter.h"
#include "models/store/clockwishes.h"
#include "models/store/digest.h"
#include "models/store/schema.h"

namespace whittle
{

namespace
{

/// The sources, and what the analyst says of their clocks.
std::string evidenceSql()
{
    return "SELECT (SELECT ifnull(group_concat(id || ' ' || sha256 || ' ' || path, char(10)), '') FROM "
           "(SELECT id, sha256, path FROM source WHERE complete = 1 ORDER BY id)) || "
           "(SELECT ifnull(group_concat(char(10) || key || '=' || value, ''), '') FROM "
           "(SELECT key, value FROM setting WHERE key GLOB '"
        + std::string(clockWishKeys) + "' ORDER BY key))";
}

std::string parametersFor(const ConclusionTable& table)
{
    const std::string columns = table.columns;
    std::string parameters = "?";
    for (auto commas = std::ranges::count(columns, ','); commas > 0; --commas)
        parameters += ", ?";
    return parameters;
}

} // namespace

Result<std::string> evidenceKey(const CaseReader& reader)
{
    return reader.m_database.text(evidenceSql());
}

Result<bool> conclusionsAreSound(const CaseReader& reader)
{
    return digestHolds(reader.m_database, conclusionsPart);
}

Result<Statement> conclusionRows(const CaseReader& reader, const ConclusionTable& table)
{
    return reader.m_database.prepare("SELECT " + std::string(table.columns) + " FROM " + table.name
                                     + " ORDER BY rowid");
}

/// The tables are made anew: whatever was wrong with the old ones, or made by another build, goes with them.
Result<void> clearConclusions(Database& database)
{
    const auto cleared = database.execute(conclusionTables);
    return cleared ? removeDigest(database, conclusionsPart) : cleared;
}

Result<ConclusionWriter> ConclusionWriter::begin(CaseWriter& writer, const std::string& evidence)
{
    std::unique_lock lock(writer.m_mutex);
    auto transaction = Transaction::begin(writer.m_database);
    if (!transaction)
        return transaction.error();
    const auto present = writer.m_database.text(evidenceSql());
    if (!present)
        return present.error();
    if (*present != evidence)
        return Error{ErrorCode::Vanished, "the sources of the case are others by now"};
    const auto cleared = clearConclusions(writer.m_database);
    if (!cleared)
        return cleared.error();
    return ConclusionWriter(std::move(lock), writer.m_database, std::move(*transaction));
}

Result<Statement> ConclusionWriter::insertInto(const ConclusionTable& table) const
{
    return m_database->prepare("INSERT INTO " + std::string(table.name) + "(" + table.columns + ") VALUES("
                               + parametersFor(table) + ")");
}

Result<void> ConclusionWriter::commit()
{
    const auto digested = storeDigest(*m_database, conclusionsPart);
    return digested ? m_transaction.commit() : digested;
}

} // namespace whittle
