// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sourcenames.h"

#include <algorithm>

#include "models/store/casereader.h"
#include "models/store/database.h"

namespace whittle
{

namespace
{

/// Runs `sql` with ?1 = source and calls `visit` for each row.
template <typename Visit>
Result<void> forEachRow(const Database& database, std::string_view sql, SourceId source, Visit visit)
{
    auto statement = database.prepare(sql);
    if (!statement)
        return statement.error();
    statement->bind(1, raw(source));
    for (;;) {
        const auto row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            return {};
        visit(*statement);
    }
}

Endpoint endpoint(const Statement& row, int column)
{
    return {IpAddress::fromText(row.text(column)).value_or(IpAddress{}),
            static_cast<std::uint16_t>(row.integer(column + 1))};
}

} // namespace

bool matchesGlob(std::string_view text, std::string_view pattern)
{
    std::size_t at = 0;
    std::size_t star = std::string_view::npos;
    std::size_t resume = 0;
    std::size_t p = 0;
    while (at < text.size()) {
        if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == text[at]) && pattern[p] != '*') {
            ++p;
            ++at;
        } else if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            resume = at;
        } else if (star != std::string_view::npos) {
            p = star + 1;
            at = ++resume;
        } else {
            return false;
        }
    }
    return pattern.substr(p).find_first_not_of('*') == std::string_view::npos;
}

Result<SourceNames> SourceNames::load(const Database& database, SourceId source)
{
    SourceNames names;
    names.m_source = source;
    auto loaded =
        forEachRow(database, "SELECT unit FROM source WHERE id = ?1", source, [&](const Statement& row) {
            names.m_unit = static_cast<PlaceUnit>(std::clamp<std::int64_t>(row.integer(0), 0, 2));
        });
    if (loaded)
        loaded = names.loadKinds(database);
    if (loaded)
        loaded = names.loadDevices(database);
    if (loaded)
        loaded = names.loadFlows(database);
    if (!loaded)
        return loaded.error();
    return names;
}

Result<void> SourceNames::loadKinds(const Database& database)
{
    return forEachRow(
        database, "SELECT id, name, events FROM kind WHERE source = ?1", m_source, [&](const Statement& row) {
            m_kinds[row.integer(0)] = {std::string(row.text(1)), static_cast<std::uint64_t>(row.integer(2))};
        });
}

Result<void> SourceNames::loadDevices(const Database& database)
{
    return forEachRow(database, "SELECT id, name FROM device WHERE source = ?1", m_source,
                      [&](const Statement& row) { m_devices[row.integer(0)] = row.text(1); });
}

Result<void> SourceNames::loadFlows(const Database& database)
{
    return forEachRow(database, "SELECT id, src, src_port, dst, dst_port FROM flow WHERE source = ?1",
                      m_source, [&](const Statement& row) {
                          m_flows[row.integer(0)] = {endpoint(row, 1), endpoint(row, 3)};
                      });
}

namespace
{

void appendId(std::string& list, std::int64_t id)
{
    list += (list.empty() ? "" : ",") + std::to_string(id);
}

} // namespace

std::string SourceNames::kindList(const EventFilter& filter, bool& none) const
{
    if (filter.kinds.empty())
        return {};
    std::string list;
    for (const auto& [id, kind] : m_kinds) {
        const std::string& name = kind.name;
        if (std::ranges::any_of(filter.kinds,
                                [&](const std::string& glob) { return matchesGlob(name, glob); }))
            appendId(list, id);
    }
    none = none || list.empty();
    return list;
}

std::string SourceNames::deviceList(const EventFilter& filter, bool& none) const
{
    if (!filter.device)
        return {};
    std::string list;
    for (const auto& [id, name] : m_devices) {
        if (name == *filter.device)
            appendId(list, id);
    }
    none = none || list.empty();
    return list;
}

EventRow SourceNames::row(const Statement& statement) const
{
    EventRow row;
    row.ref = {m_source,
               {m_unit, static_cast<std::uint64_t>(statement.integer(0))},
               static_cast<std::uint32_t>(statement.integer(1))};
    row.time = {statement.integer(2)};
    if (const auto kind = m_kinds.find(statement.integer(3)); kind != m_kinds.end())
        row.kind = kind->second.name;
    if (const auto device = m_devices.find(statement.integer(4)); device != m_devices.end())
        row.device = device->second;
    if (const auto flow = m_flows.find(statement.integer(5)); flow != m_flows.end()) {
        row.source = flow->second.source;
        row.destination = flow->second.destination;
    }
    row.fields = statement.text(6);
    return row;
}

std::vector<std::pair<std::string, std::uint64_t>> SourceNames::kindCounts() const
{
    std::vector<std::pair<std::string, std::uint64_t>> counts;
    for (const auto& [id, kind] : m_kinds)
        counts.emplace_back(kind.name, kind.events);
    return counts;
}

} // namespace whittle
