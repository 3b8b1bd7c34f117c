// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/singles.h"

#include <algorithm>

#include "models/store/eventfilter.h"

namespace whittle
{

namespace
{

bool contains(const std::optional<std::vector<std::int64_t>>& wanted, std::int64_t id)
{
    return !wanted || std::ranges::find(*wanted, id) != wanted->end();
}

} // namespace

EventBlock eventBlockOf(const Statement& row)
{
    const auto blob = row.blob(4);
    EventBlock block;
    block.first = {static_cast<std::uint64_t>(row.integer(0)),
                   static_cast<std::uint32_t>(row.integer(1)),
                   {row.integer(2)}};
    block.count = static_cast<std::uint32_t>(row.integer(3));
    block.bytes.assign(blob.begin(), blob.end());
    return block;
}

Error damagedEvents()
{
    return Error{ErrorCode::Malformed, "the case's events are damaged"};
}

Singles::Singles(const SourceNames& names, const EventFilter& filter)
    : m_names(names)
    , m_filter(filter)
    , m_kinds(names.wantedKinds(filter))
    , m_devices(names.wantedDevices(filter))
{
}

Result<void> Singles::open(const Database& database, SourceId source)
{
    auto rows =
        database.prepare("SELECT place, ordinal, time, kind, device, flow, fields FROM event"
                         + conditions(m_names, m_filter, "time", "time") + " ORDER BY place, ordinal");
    auto blocks =
        database.prepare("SELECT place, ordinal, time, count, events FROM event_block WHERE source = ?1"
                         + timeConditions(m_filter, "earliest", "latest") + " ORDER BY place, ordinal");
    if (!rows || !blocks)
        return rows ? blocks.error() : rows.error();
    m_rows = std::move(*rows);
    m_blocks = std::move(*blocks);
    bindConditions(m_rows, source, m_filter);
    bindConditions(m_blocks, source, m_filter);
    const auto first = nextRow();
    return first ? nextPacked() : first;
}

Result<bool> Singles::next()
{
    if (m_current) {
        const auto moved = m_current == &m_row ? nextRow() : nextPacked();
        if (!moved)
            return moved.error();
    }
    const bool rowIsNext = m_hasRow && (!m_hasPacked || m_row.ref < m_packed.ref);
    m_current = rowIsNext ? &m_row : &m_packed;
    return m_hasRow || m_hasPacked;
}

Result<void> Singles::nextRow()
{
    const auto stepped = m_rows.step();
    if (!stepped)
        return stepped.error();
    m_hasRow = *stepped;
    if (m_hasRow)
        m_names.fill(m_row, m_rows);
    return {};
}

Result<bool> Singles::nextBlock()
{
    const auto stepped = m_blocks.step();
    if (!stepped || !*stepped)
        return stepped;
    m_block.open(eventBlockOf(m_blocks));
    m_wanted.clear();
    return true;
}

Result<void> Singles::nextPacked()
{
    for (;;) {
        while (m_block.next()) {
            learnNames();
            if (isWanted(m_block.namesNumber(), m_block.at().time)) {
                m_names.fill(m_packed, m_block);
                m_hasPacked = true;
                return {};
            }
        }
        if (m_block.isDamaged())
            return damagedEvents();
        const auto block = nextBlock();
        if (!block)
            return block.error();
        if (!*block) {
            m_hasPacked = false;
            return {};
        }
    }
}

/// Whether the event is of a wanted kind and device is asked once for all of the block that have its names.
void Singles::learnNames()
{
    if (m_block.namesNumber() < m_wanted.size())
        return;
    const EventNames& names = m_block.names();
    m_wanted.push_back(contains(m_kinds, names.kind) && contains(m_devices, names.device));
}

bool Singles::isWanted(std::size_t names, SourceTime time)
{
    return m_wanted[names] && isInRange(m_filter, time);
}

namespace
{

/// The first row of what `sql` asks for that place; a statement without a row when there is none.
Result<Statement> rowAt(const Database& database, std::string_view sql, const EventRef& ref, bool& found)
{
    auto statement = database.prepare(sql);
    if (!statement)
        return statement;
    statement->bind(1, raw(ref.source));
    statement->bind(2, static_cast<std::int64_t>(ref.place.number));
    statement->bind(3, std::int64_t{ref.ordinal});
    const auto stepped = statement->step();
    found = stepped && *stepped;
    return stepped ? std::move(statement) : Result<Statement>(stepped.error());
}

} // namespace

Result<std::optional<EventRow>> Singles::find(const Database& database, const SourceNames& names,
                                              const EventRef& ref)
{
    EventRow event;
    bool found = false;
    const auto row = rowAt(database,
                           "SELECT place, ordinal, time, kind, device, flow, fields FROM event "
                           "WHERE source = ?1 AND place = ?2 AND ordinal = ?3",
                           ref, found);
    if (!row)
        return row.error();
    if (found) {
        names.fill(event, *row);
        return std::optional(std::move(event));
    }
    const auto block = rowAt(database,
                             "SELECT place, ordinal, time, count, events FROM event_block "
                             "WHERE source = ?1 AND (place, ordinal) <= (?2, ?3) "
                             "ORDER BY place DESC, ordinal DESC LIMIT 1",
                             ref, found);
    if (!block)
        return block.error();
    EventBlockReader events;
    if (found)
        events.open(eventBlockOf(*block));
    while (events.next()) {
        if (events.at().place != ref.place.number || events.at().ordinal != ref.ordinal)
            continue;
        names.fill(event, events);
        return std::optional(std::move(event));
    }
    return events.isDamaged() ? Result<std::optional<EventRow>>(damagedEvents()) : std::optional<EventRow>{};
}

} // namespace whittle
