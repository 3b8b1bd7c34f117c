// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/casewriter.h"

#include "models/store/analystlog.h"
#include "models/store/conclusions.h"
#include "models/store/digest.h"
#include "models/store/schema.h"
#include "models/store/sourcewriter.h"

namespace whittle
{

namespace
{

/// Those whose rows are as they were written.
std::vector<std::string_view> soundOnes(const Database& database,
                                        std::initializer_list<std::string_view> parts)
{
    std::vector<std::string_view> sound;
    for (const std::string_view part : parts) {
        const auto holds = digestHolds(database, part);
        if (holds && *holds)
            sound.push_back(part);
    }
    return sound;
}

/// Changes rows of some parts and stores their digests, all or nothing. A part that was damaged before keeps
/// the digest that says so.
template <typename Change>
Result<void> changeParts(Database& database, std::initializer_list<std::string_view> parts, Change change)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    const auto sound = soundOnes(database, parts);
    Result<void> done = change();
    for (const std::string_view part : sound) {
        if (done)
            done = storeDigest(database, part);
    }
    return done ? transaction->commit() : done;
}

/// A list as json_each() reads it, so that thousands go with one statement.
std::string listOf(const std::vector<SourceId>& sources)
{
    std::string list;
    for (const SourceId source : sources)
        list += (list.empty() ? "[" : ",") + std::to_string(raw(source));
    return list.empty() ? "[]" : list + "]";
}

Result<Statement> prepareFor(const Database& database, const std::string& sql, std::string_view list)
{
    auto statement = database.prepare(sql);
    if (statement)
        statement->bind(1, list);
    return statement;
}

Result<void> deleteWhere(const Database& database, const std::string& where, std::string_view list)
{
    auto statement =
        prepareFor(database, "DELETE FROM " + where + " IN (SELECT value FROM json_each(?1))", list);
    return statement ? statement->run() : statement.error();
}

/// What was concluded rests on the sources that are complete; the rest of a broken import is none.
Result<void> deleteConclusions(Database& database, std::string_view list)
{
    auto complete = prepareFor(database,
                               "SELECT count(*) FROM source WHERE complete = 1 AND id IN (SELECT value FROM "
                               "json_each(?1))",
                               list);
    const auto row = complete ? complete->step() : complete.error();
    if (!row)
        return row.error();
    const bool any = complete->integer(0) > 0;
    complete->reset();
    return any ? clearConclusions(database) : Result<void>();
}

/// They, and what was read from the same file as an archive among them, a layer further in.
Result<std::vector<SourceId>> withMembers(const Database& database, const std::vector<SourceId>& sources)
{
    const std::string list = listOf(sources);
    auto statement = prepareFor(database, R"sql(
        SELECT value FROM json_each(?1)
        UNION
        SELECT member.id
        FROM source AS archive
        LEFT JOIN provenance AS way ON way.source = archive.id
        JOIN source AS member ON member.location = archive.location AND member.modified = archive.modified
        JOIN provenance AS further ON further.source = member.id
        WHERE archive.id IN (SELECT value FROM json_each(?1)) AND archive.complete = 1
            AND archive.format = 'archive' AND further.layers LIKE
            iif(coalesce(way.layers, '') = '', '', way.layers || ' ') || 'member:%')sql",
                                list);
    if (!statement)
        return statement.error();
    std::vector<SourceId> all;
    for (auto row = statement->step();; row = statement->step()) {
        if (!row)
            return row.error();
        if (!*row)
            return all;
        all.push_back(SourceId{statement->integer(0)});
    }
}

Result<void> deleteWithMembers(Database& database, const std::vector<SourceId>& sources)
{
    const auto all = withMembers(database, sources);
    if (!all)
        return all.error();
    const std::string list = listOf(*all);
    Result<void> done = deleteConclusions(database, list);
    for (const char* table : sourceTables) {
        if (done)
            done = deleteWhere(database, std::string(table) + " WHERE source", list);
    }
    for (const char* where : {"source WHERE id", whereMarkOfSource, whereDigestOfSource}) {
        if (done)
            done = deleteWhere(database, where, list);
    }
    return done;
}

} // namespace

Result<std::unique_ptr<SourceWriter>> CaseWriter::addSource(const std::string& path,
                                                            const std::string& location)
{
    const std::lock_guard lock(m_mutex);
    auto statement = m_database.prepare("INSERT INTO source(path, location) VALUES(?1, ?2)");
    if (!statement)
        return statement.error();
    statement->bind(1, std::string_view(path));
    statement->bind(2, std::string_view(location));
    const auto inserted = statement->run();
    if (!inserted)
        return inserted.error();
    const auto id = m_database.integer("SELECT last_insert_rowid()");
    if (!id)
        return id.error();
    return std::make_unique<SourceWriter>(*this, SourceId{*id});
}

Result<void> CaseWriter::removeSources(const std::vector<SourceId>& sources)
{
    const std::lock_guard lock(m_mutex);
    return changeParts(m_database, {"analyst", "citations"},
                       [&] { return deleteWithMembers(m_database, sources); });
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
    return unfinished.empty() ? Result<void>() : removeSources(unfinished);
}

Result<void> CaseWriter::change(const Saying& saying, const std::optional<std::string>& text)
{
    const std::lock_guard lock(m_mutex);
    return changeParts(m_database, {"analyst"}, [&] { return say(m_database, saying, text); });
}

Result<void> CaseWriter::setAnswer(const std::string& question, const std::string& value)
{
    return change({ActionRow::What::Answer, question}, value);
}

Result<void> CaseWriter::removeAnswer(const std::string& question)
{
    return change({ActionRow::What::Answer, question}, {});
}

Result<void> CaseWriter::setSetting(const std::string& key, const std::string& value)
{
    const Saying setting{ActionRow::What::Setting, key};
    if (key != "zone")
        return change(setting, value);
    const std::lock_guard lock(m_mutex);
    return changeParts(m_database, {"analyst"}, [&] { return saySilently(m_database, setting, value); });
}

/// Errors: NotFound, Database.
Result<void> CaseWriter::hasSource(SourceId source)
{
    const std::lock_guard lock(m_mutex);
    const auto sources = m_database.integer("SELECT count(*) FROM source WHERE complete = 1 AND id = "
                                            + std::to_string(raw(source)));
    if (!sources || *sources == 0)
        return sources ? Error{ErrorCode::NotFound, "there is no such source in the case"} : sources.error();
    return {};
}

Result<void> CaseWriter::setMark(const EventRef& ref, const std::string& text)
{
    const std::lock_guard lock(m_mutex);
    const auto known = hasSource(ref.source);
    return known ? change(sayingOf(ref), text) : known;
}

Result<void> CaseWriter::removeMark(const EventRef& ref)
{
    return change(sayingOf(ref), {});
}

Result<std::optional<ActionRow>> CaseWriter::undoLast()
{
    const std::lock_guard lock(m_mutex);
    std::optional<ActionRow> undone;
    const auto done = changeParts(m_database, {"analyst"}, [&]() -> Result<void> {
        const auto last = takeLastBack(m_database);
        if (!last)
            return last.error();
        undone = *last;
        return {};
    });
    return done ? Result<std::optional<ActionRow>>(undone) : done.error();
}

namespace
{

Result<void> writeCitations(Database& database, const std::vector<CitationRow>& rows)
{
    // A source may have been taken out since it was read: no copies of it then.
    auto statement =
        database.prepare("INSERT OR REPLACE INTO citation(source, place, bytes) SELECT ?1, ?2, ?3 "
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
    return {};
}

} // namespace

Result<void> CaseWriter::addCitations(const std::vector<CitationRow>& rows)
{
    if (rows.empty())
        return {};
    const std::lock_guard lock(m_mutex);
    return changeParts(m_database, {"citations"}, [&] { return writeCitations(m_database, rows); });
}

} // namespace whittle
