// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/digest.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "models/base/bytes.h"
#include "models/base/sha256.h"
#include "models/store/conclusions.h"
#include "models/store/database.h"
#include "models/store/schema.h"

namespace whittle
{

namespace
{

constexpr std::string_view sourcePart = "source";
constexpr std::string_view schemaPart = "schema";

/// Rows as bytes, each value with its type and length, so that no two tables give the same.
class RowHasher
{
public:
    /// `source`: what stands for ?1.
    Result<void> add(const Database& database, const std::string& sql, std::optional<std::int64_t> source)
    {
        auto statement = database.prepare(sql);
        if (!statement)
            return statement.error();
        if (source)
            statement->bind(1, *source);
        for (;;) {
            const auto row = statement->step();
            if (!row)
                return row.error();
            if (!*row)
                break;
            addRow(*statement);
        }
        m_bytes += '\n'; // the end of the table
        flush(0);
        return {};
    }
    std::string finish() { return m_hash.finish(); }

private:
    void addRow(const Statement& row)
    {
        const int columns = row.columns();
        for (int i = 0; i < columns; ++i)
            addValue(row, i);
        flush(1U << 16);
    }
    void addValue(const Statement& row, int column)
    {
        const auto type = row.type(column);
        m_bytes += static_cast<char>(type);
        if (type == ColumnType::Integer) {
            addNumber(row.integer(column));
        } else if (type != ColumnType::Null) {
            const std::string_view bytes =
                type == ColumnType::Blob ? asText(row.blob(column)) : row.text(column);
            addNumber(static_cast<std::int64_t>(bytes.size()));
            m_bytes += bytes;
        }
    }
    void addNumber(std::int64_t number)
    {
        for (unsigned shift = 0; shift < 64; shift += 8)
            m_bytes += static_cast<char>(static_cast<std::uint64_t>(number) >> shift);
    }
    void flush(std::size_t enough)
    {
        if (m_bytes.size() < enough)
            return;
        m_hash.add(asBytes(m_bytes));
        m_bytes.clear();
    }

    Sha256 m_hash;
    std::string m_bytes;
};

/// The tables of conclusions are as the build made them that filled them.
std::string schemaQuery()
{
    std::string others;
    const auto leaveOut = [&](const std::string& name) {
        others += (others.empty() ? "'" : ", '") + name + "'";
    };
    for (const ConclusionTable* table : conclusions::all)
        leaveOut(table->name);
    for (const char* name : conclusions::earlier)
        leaveOut(name);
    return "SELECT type, name, tbl_name, sql FROM main.sqlite_schema WHERE tbl_name NOT IN (" + others
        + ") ORDER BY name";
}

std::vector<std::string> conclusionQueries()
{
    std::vector<std::string> queries;
    for (const ConclusionTable* table : conclusions::all)
        queries.push_back("SELECT " + std::string(table->columns) + " FROM " + table->name
                          + " ORDER BY rowid");
    return queries;
}

/// Of partOfSource(). Empty: another part.
std::optional<std::int64_t> sourceOf(std::string_view part)
{
    if (!part.starts_with(sourcePart))
        return std::nullopt;
    std::int64_t source = 0;
    const std::string_view number = part.substr(std::min(part.size(), sourcePart.size() + 1));
    std::from_chars(number.data(), number.data() + number.size(), source);
    return source;
}

/// The rows of a part, one statement for each of its tables that a case of that version has.
std::vector<std::string> queriesFor(std::string_view part, std::int64_t version)
{
    if (part == schemaPart)
        return {schemaQuery()};
    if (part == conclusionsPart)
        return conclusionQueries();
    const bool ofSource = sourceOf(part).has_value();
    const std::string_view tablePart = ofSource ? sourcePart : part;
    std::vector<std::string> queries;
    for (const Table& table : allTables()) {
        if (table.part != tablePart || table.since > version)
            continue;
        std::string sql = "SELECT " + std::string(table.columns) + " FROM " + table.name;
        if (ofSource)
            sql += table.name == sourcePart ? " WHERE id = ?1" : " WHERE source = ?1";
        queries.push_back(sql + " ORDER BY " + table.key);
    }
    return queries;
}

Result<std::string> digestOf(const Database& database, std::string_view part)
{
    const auto version = database.integer("PRAGMA main.user_version");
    if (!version)
        return version.error();
    RowHasher hasher;
    for (const std::string& sql : queriesFor(part, *version)) {
        const auto added = hasher.add(database, sql, sourceOf(part));
        if (!added)
            return added.error();
    }
    return hasher.finish();
}

/// All parts that a case must have a digest of.
Result<std::set<std::string>> allParts(const Database& database)
{
    std::set<std::string> parts{std::string(schemaPart)};
    for (const Table& table : allTables()) {
        if (*table.part && table.part != sourcePart)
            parts.insert(table.part);
    }
    auto sources = database.prepare("SELECT id FROM source WHERE complete = 1");
    if (!sources)
        return sources.error();
    for (;;) {
        const auto row = sources->step();
        if (!row)
            return row.error();
        if (!*row)
            return parts;
        parts.insert(partOfSource(SourceId{sources->integer(0)}));
    }
}

Result<std::map<std::string, std::string>> storedDigests(const Database& database)
{
    std::map<std::string, std::string> digests;
    auto statement = database.prepare("SELECT part, sha256 FROM digest");
    if (!statement)
        return statement.error();
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            return digests;
        digests.emplace(statement->text(0), statement->text(1));
    }
}

} // namespace

std::string partOfSource(SourceId source)
{
    return std::string(sourcePart) + ' ' + std::to_string(raw(source));
}

Result<void> storeDigest(Database& database, std::string_view part)
{
    const auto digest = digestOf(database, part);
    if (!digest)
        return digest.error();
    auto statement = database.prepare("INSERT OR REPLACE INTO digest(part, sha256) VALUES(?1, ?2)");
    if (!statement)
        return statement.error();
    statement->bind(1, part);
    statement->bind(2, std::string_view(*digest));
    return statement->run();
}

Result<bool> digestHolds(const Database& database, std::string_view part)
{
    auto stored = database.prepare("SELECT sha256 FROM digest WHERE part = ?1");
    if (!stored)
        return stored.error();
    stored->bind(1, part);
    const auto row = stored->step();
    if (!row || !*row)
        return row;
    const auto digest = digestOf(database, part);
    return digest ? Result<bool>(*digest == stored->text(0)) : digest.error();
}

Result<void> removeDigest(Database& database, std::string_view part)
{
    auto statement = database.prepare("DELETE FROM digest WHERE part = ?1");
    if (!statement)
        return statement.error();
    statement->bind(1, part);
    return statement->run();
}

namespace
{

Result<bool> keepsDigests(const Database& database)
{
    const auto kept = database.integer("SELECT count(*) FROM main.sqlite_schema WHERE name = 'digest'");
    return kept ? Result<bool>(*kept > 0) : kept.error();
}

} // namespace

Result<std::set<std::string>> damagedParts(const Database& database)
{
    std::set<std::string> damaged;
    const auto kept = keepsDigests(database);
    if (!kept || !*kept)
        return kept ? Result<std::set<std::string>>(damaged) : kept.error();
    const auto parts = allParts(database);
    if (!parts)
        return parts.error();
    for (const std::string& part : *parts) {
        const auto holds = digestHolds(database, part);
        if (!holds || !*holds)
            damaged.insert(part);
    }
    return damaged;
}

Result<void> storeDigestsExcept(Database& database, const std::set<std::string>& damaged)
{
    const auto parts = allParts(database);
    if (!parts)
        return parts.error();
    for (const std::string& part : *parts) {
        const auto stored = damaged.contains(part) ? Result<void>() : storeDigest(database, part);
        if (!stored)
            return stored;
    }
    return {};
}

Result<std::vector<std::string>> digestFaults(const Database& database)
{
    std::vector<std::string> faults;
    const auto kept = keepsDigests(database);
    if (!kept || !*kept)
        return kept ? Result<std::vector<std::string>>(faults) : kept.error();
    auto stored = storedDigests(database);
    const auto parts = allParts(database);
    if (!stored || !parts)
        return stored ? parts.error() : stored.error();
    for (const std::string& part : *parts) {
        const auto digest = digestOf(database, part);
        const auto expected = stored->extract(part);
        if (!digest)
            faults.push_back(part + ": " + digest.error().reason);
        else if (expected.empty() || expected.mapped() != *digest)
            faults.push_back(part + ": it is not as it was written");
    }
    stored->erase(std::string(conclusionsPart));
    for (const auto& [part, digest] : *stored)
        faults.push_back(part + ": it is not there any more");
    return faults;
}

} // namespace whittle
