// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sourcenames.h"

#include <algorithm>

#include "models/store/casereader.h"
#include "models/store/database.h"
#include "models/store/eventblock.h"

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
        loaded = names.loadNames(database);
    if (loaded)
        loaded = names.loadFlows(database);
    if (!loaded)
        return loaded.error();
    return names;
}

Result<void> SourceNames::loadNames(const Database& database)
{
    const auto kinds = forEachRow(database, "SELECT id, name FROM kind WHERE source = ?1", m_source,
                                  [&](const Statement& row) { m_kinds[row.integer(0)] = row.text(1); });
    if (!kinds)
        return kinds;
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

std::optional<SourceNames::Ids> SourceNames::wantedKinds(const EventFilter& filter) const
{
    if (filter.kinds.empty())
        return {};
    Ids ids;
    for (const auto& [id, kind] : m_kinds) {
        const std::string& name = kind;
        if (std::ranges::any_of(filter.kinds,
                                [&](const std::string& glob) { return matchesGlob(name, glob); }))
            ids.push_back(id);
    }
    return ids;
}

std::optional<SourceNames::Ids> SourceNames::wantedDevices(const EventFilter& filter) const
{
    if (!filter.device)
        return {};
    Ids ids;
    for (const auto& [id, name] : m_devices) {
        if (name == *filter.device)
            ids.push_back(id);
    }
    return ids;
}

void SourceNames::fill(EventRow& row, const TrainMember& at, const EventNames& names,
                       std::string_view fields) const
{
    row.ref = {m_source, {m_unit, at.place}, at.ordinal};
    row.time = at.time;
    const auto kind = m_kinds.find(names.kind);
    row.kind = kind != m_kinds.end() ? std::string_view(kind->second) : std::string_view{};
    const auto device = m_devices.find(names.device);
    row.device = device != m_devices.end() ? std::string_view(device->second) : std::string_view{};
    const auto flow = m_flows.find(names.flow);
    row.source = flow != m_flows.end() ? flow->second.source : Endpoint{};
    row.destination = flow != m_flows.end() ? flow->second.destination : Endpoint{};
    row.fields = fields;
}

void SourceNames::fill(EventRow& row, const Statement& statement) const
{
    const TrainMember at{static_cast<std::uint64_t>(statement.integer(0)),
                         static_cast<std::uint32_t>(statement.integer(1)),
                         {statement.integer(2)}};
    fill(row, at, {statement.integer(3), statement.integer(4), statement.integer(5)}, statement.text(6));
}

void SourceNames::fill(EventRow& row, const EventBlockReader& block) const
{
    fill(row, block.at(), block.names(), block.fields());
}

} // namespace whittle
