// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/casewriter.h"

#include "models/store/conclusions.h"
#include "models/store/schema.h"
#include "models/store/sourcewriter.h"

namespace whittle
{

namespace
{

Result<void> runWith(Database& database, std::string_view sql, std::string_view first,
                     std::string_view second = {})
{
    auto statement = database.prepare(sql);
    if (!statement)
        return statement.error();
    statement->bind(1, first);
    if (!second.empty() || sql.find("?2") != std::string_view::npos)
        statement->bind(2, second);
    return statement->run();
}

Result<void> deleteRows(Database& database, const char* table, SourceId source)
{
    auto statement = database.prepare("DELETE FROM " + std::string(table) + " WHERE source = ?1");
    if (!statement)
        return statement.error();
    statement->bind(1, raw(source));
    return statement->run();
}

/// What was concluded rests on the sources that are complete; the rest of a broken import is none.
Result<void> deleteConclusions(Database& database, SourceId source)
{
    const auto complete = database.integer("SELECT count(*) FROM source WHERE complete = 1 AND id = "
                                           + std::to_string(raw(source)));
    if (!complete)
        return complete.error();
    return *complete > 0 ? clearConclusions(database) : Result<void>();
}

Result<void> deleteSource(Database& database, SourceId source)
{
    const auto cleared = deleteConclusions(database, source);
    if (!cleared)
        return cleared;
    for (const char* table : sourceTables) {
        const auto deleted = deleteRows(database, table, source);
        if (!deleted)
            return deleted;
    }
    auto statement = database.prepare("DELETE FROM source WHERE id = ?1");
    if (!statement)
        return statement.error();
    statement->bind(1, raw(source));
    return statement->run();
}

} // namespace

Result<std::unique_ptr<SourceWriter>> CaseWriter::addSource(const std::string& path,
                                                            const std::string& location)
{
    const std::lock_guard lock(m_mutex);
    const auto inserted =
        runWith(m_database, "INSERT INTO source(path, location) VALUES(?1, ?2)", path, location);
    if (!inserted)
        return inserted.error();
    const auto id = m_database.integer("SELECT last_insert_rowid()");
    if (!id)
        return id.error();
    return std::make_unique<SourceWriter>(*this, SourceId{*id});
}

Result<void> CaseWriter::removeSource(SourceId source)
{
    const std::lock_guard lock(m_mutex);
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    const auto deleted = deleteSource(m_database, source);
    if (!deleted)
        return deleted;
    return transaction->commit();
}

Result<void> CaseWriter::removeUnfinished()
{
    const std::lock_guard lock(m_mutex);
    std::vector<SourceId> unfinished;
    {
        auto statement = m_database.prepare("SELECT id FROM source WHERE complete = 0");
        if (!statement)
            return statement.error();
        for (auto row = statement->step(); row && *row; row = statement->step())
            unfinished.push_back(SourceId{statement->integer(0)});
    }
    for (const SourceId source : unfinished) {
        const auto removed = removeSource(source);
        if (!removed)
            return removed;
    }
    return {};
}

Result<void> CaseWriter::setAnswer(const std::string& question, const std::string& value)
{
    const std::lock_guard lock(m_mutex);
    return runWith(m_database,
                   "INSERT OR REPLACE INTO answer(question, value, ordinal) "
                   "VALUES(?1, ?2, (SELECT ifnull(max(ordinal), 0) + 1 FROM answer))",
                   question, value);
}

Result<void> CaseWriter::removeAnswer(const std::string& question)
{
    const std::lock_guard lock(m_mutex);
    return runWith(m_database, "DELETE FROM answer WHERE question = ?1", question);
}

Result<void> CaseWriter::setSetting(const std::string& key, const std::string& value)
{
    const std::lock_guard lock(m_mutex);
    return runWith(m_database, "INSERT OR REPLACE INTO setting(key, value) VALUES(?1, ?2)", key, value);
}

Result<void> CaseWriter::addCitations(const std::vector<CitationRow>& rows)
{
    const std::lock_guard lock(m_mutex);
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    // A source may have been taken out since it was read: no copies of it then.
    auto statement =
        m_database.prepare("INSERT OR REPLACE INTO citation(source, place, bytes) SELECT ?1, ?2, ?3 "
                           "WHERE EXISTS(SELECT 1 FROM source WHERE id = ?1 AND complete = 1)");
    if (!statement)
        return statement.error();
    for (const CitationRow& row : rows) {
        statement->bind(1, raw(row.ref.source));
        statement->bind(2, static_cast<std::int64_t>(row.ref.place.number));
        statement->bind(3, std::span<const std::byte>(row.bytes));
        const auto inserted = statement->run();
        if (!inserted)
            return inserted;
    }
    return transaction->commit();
}

} // namespace whittle
