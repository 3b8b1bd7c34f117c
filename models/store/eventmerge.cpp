// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/eventmerge.h"

#include <algorithm>

namespace whittle
{

namespace
{

/// For the heap: true when `a` comes later than `b`.
constexpr auto later = [](const auto& a, const auto& b) { return b->row.ref < a->row.ref; };

} // namespace

EventMerge::EventMerge(const Database& database, const SourceNames& names, SourceId source,
                       const EventFilter& filter)
    : m_database(database)
    , m_names(names)
    , m_source(source)
    , m_filter(filter)
{
}

bool EventMerge::inRange(SourceTime time) const
{
    return (!m_filter.from || time >= *m_filter.from) && (!m_filter.to || time <= *m_filter.to);
}

Result<Statement> EventMerge::prepare(Table table)
{
    bool nothing = false;
    const std::string kinds = m_names.kindList(m_filter, nothing);
    const std::string devices = m_names.deviceList(m_filter, nothing);
    const bool isTrain = table == Table::Trains;
    std::string sql = "SELECT place, ordinal, time, kind, device, flow, fields";
    sql += isTrain ? ", last_place, last_time, count, interval, longest_step, members FROM train"
                   : " FROM event";
    sql += " WHERE source = ?1";
    if (nothing)
        sql += " AND 0";
    if (!kinds.empty())
        sql += " AND kind IN (" + kinds + ")";
    if (!devices.empty())
        sql += " AND device IN (" + devices + ")";
    if (m_filter.from)
        sql += isTrain ? " AND last_time >= ?2" : " AND time >= ?2";
    if (m_filter.to)
        sql += " AND time <= ?3";
    auto statement = m_database.prepare(sql + " ORDER BY place, ordinal");
    if (!statement)
        return statement;
    statement->bind(1, raw(m_source));
    if (m_filter.from)
        statement->bind(2, m_filter.from->ns);
    if (m_filter.to)
        statement->bind(3, m_filter.to->ns);
    return statement;
}

Result<void> EventMerge::singles(const CaseReader::EventVisitor& visit, bool& goOn)
{
    auto statement = prepare(Table::Events);
    if (!statement)
        return statement.error();
    while (goOn) {
        const auto row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        goOn = visit(m_names.row(*statement));
    }
    return {};
}

Result<std::optional<TrainRow>> EventMerge::nextTrain(Statement& statement, std::vector<std::byte>* members)
{
    const auto row = statement.step();
    if (!row)
        return row.error();
    if (!*row)
        return std::optional<TrainRow>{};
    TrainRow train{.first = m_names.row(statement),
                   .lastTime = {statement.integer(8)},
                   .lastPlace = static_cast<std::uint64_t>(statement.integer(7)),
                   .count = static_cast<std::uint32_t>(statement.integer(9)),
                   .intervalNs = statement.integer(10),
                   .longestStepNs = statement.integer(11)};
    if (members) {
        const auto blob = statement.blob(12);
        members->assign(blob.begin(), blob.end());
    }
    return std::optional<TrainRow>(std::move(train));
}

Result<void> EventMerge::trains(const CaseReader::TrainVisitor& visit, bool& goOn)
{
    auto statement = prepare(Table::Trains);
    if (!statement)
        return statement.error();
    while (goOn) {
        const auto train = nextTrain(*statement, nullptr);
        if (!train)
            return train.error();
        if (!*train)
            break;
        goOn = visit(**train);
    }
    return {};
}

Result<void> EventMerge::openTrain(Statement& statement)
{
    std::vector<std::byte> members;
    auto train = nextTrain(statement, &members);
    if (!train)
        return train.error();
    m_waiting.reset();
    if (!*train)
        return {};
    EventRow& first = (*train)->first;
    const TrainMember at{first.ref.place.number, first.ref.ordinal, first.time};
    m_waiting.reset(new OpenTrain{std::move(first), TrainUnpacker(at, (*train)->count, std::move(members))});
    return {};
}

/// Moves the trains that start at or before `ref` (all of the next ones when none is open) to those under
/// way.
Result<void> EventMerge::openTrainsUpTo(const EventRef& ref, Statement& statement)
{
    while (m_waiting && m_waiting->row.ref <= ref) {
        m_open.push_back(std::move(m_waiting));
        std::ranges::push_heap(m_open, later);
        const auto opened = openTrain(statement);
        if (!opened)
            return opened;
    }
    return {};
}

/// Shows the earliest member to the visitor and moves its train on.
bool EventMerge::visitTrain(const CaseReader::EventVisitor& visit)
{
    std::ranges::pop_heap(m_open, later);
    OpenTrain& train = *m_open.back();
    const bool goOn = !inRange(train.row.time) || visit(train.row);
    if (!train.members.next()) {
        m_open.pop_back();
        return goOn;
    }
    const TrainMember& member = train.members.current();
    train.row.ref.place.number = member.place;
    train.row.ref.ordinal = member.ordinal;
    train.row.time = member.time;
    std::ranges::push_heap(m_open, later);
    return goOn;
}

Result<void> EventMerge::all(const CaseReader::EventVisitor& visit, bool& goOn)
{
    auto events = prepare(Table::Events);
    auto trains = prepare(Table::Trains);
    if (!events || !trains)
        return events ? trains.error() : events.error();
    auto opened = openTrain(*trains);
    std::optional<EventRow> single;
    const auto nextSingle = [&]() -> Result<void> {
        const auto row = events->step();
        if (!row)
            return row.error();
        single = *row ? std::optional(m_names.row(*events)) : std::nullopt;
        return {};
    };
    auto stepped = nextSingle();
    while (goOn) {
        if (!opened || !stepped)
            return opened ? stepped : opened;
        if (m_waiting && m_open.empty() && (!single || m_waiting->row.ref < single->ref))
            opened = openTrainsUpTo(EventRef(m_waiting->row.ref), *trains);
        else if (!m_open.empty() && m_waiting && m_waiting->row.ref < m_open.front()->row.ref)
            opened = openTrainsUpTo(EventRef(m_open.front()->row.ref), *trains);
        else if (!m_open.empty() && (!single || m_open.front()->row.ref < single->ref))
            goOn = visitTrain(visit);
        else if (single) {
            goOn = visit(*single);
            stepped = nextSingle();
        } else
            break;
    }
    return {};
}

} // namespace whittle
