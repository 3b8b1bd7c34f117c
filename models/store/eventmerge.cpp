// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/eventmerge.h"

#include <algorithm>

#include "models/store/eventfilter.h"
#include "models/store/singles.h"

namespace whittle
{

namespace
{

/// For the heap: true when `a` comes later than `b`.
constexpr auto later = [](const auto& a, const auto& b) { return b < a; };

} // namespace

EventMerge::EventMerge(const Database& database, const SourceNames& names, SourceId source,
                       const EventFilter& filter)
    : m_database(database)
    , m_names(names)
    , m_source(source)
    , m_filter(filter)
{
}

Result<Statement> EventMerge::prepareTrains()
{
    auto statement = m_database.prepare(
        "SELECT place, ordinal, time, kind, device, flow, fields, last_place, last_time, count, interval, "
        "longest_step, members FROM train"
        + conditions(m_names, m_filter, "time", "last_time") + " ORDER BY place, ordinal");
    if (statement)
        bindConditions(*statement, m_source, m_filter);
    return statement;
}

Result<void> EventMerge::singles(const CaseReader::EventVisitor& visit, bool& goOn)
{
    Singles singles(m_names, m_filter);
    const auto opened = singles.open(m_database, m_source);
    if (!opened)
        return opened;
    while (goOn) {
        const auto row = singles.next();
        if (!row)
            return row.error();
        if (!*row)
            break;
        goOn = visit(singles.row());
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
    TrainRow train{.lastTime = {statement.integer(8)},
                   .lastPlace = static_cast<std::uint64_t>(statement.integer(7)),
                   .count = static_cast<std::uint32_t>(statement.integer(9)),
                   .intervalNs = statement.integer(10),
                   .longestStepNs = statement.integer(11)};
    m_names.fill(train.first, statement);
    if (members) {
        const auto blob = statement.blob(12);
        members->assign(blob.begin(), blob.end());
    }
    return std::optional<TrainRow>(std::move(train));
}

Result<void> EventMerge::trains(const CaseReader::TrainVisitor& visit, bool& goOn)
{
    auto statement = prepareTrains();
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
        const EventRef& first = m_waiting->row.ref;
        m_open.push_back({first.place.number, first.ordinal, std::move(m_waiting)});
        std::ranges::push_heap(m_open, later);
        const auto opened = openTrain(statement);
        if (!opened)
            return opened;
    }
    return {};
}

/// The first of the heap moved on: brings it to its place again.
void EventMerge::sink()
{
    Next moved = std::move(m_open.front());
    std::size_t hole = 0;
    for (std::size_t child = 1; child < m_open.size(); child = 2 * hole + 1) {
        if (child + 1 < m_open.size() && m_open[child + 1] < m_open[child])
            ++child;
        if (!(m_open[child] < moved))
            break;
        m_open[hole] = std::move(m_open[child]);
        hole = child;
    }
    m_open[hole] = std::move(moved);
}

/// Shows the earliest member to the visitor and moves its train on.
bool EventMerge::visitTrain(const CaseReader::EventVisitor& visit)
{
    OpenTrain& train = *m_open.front().train;
    const bool goOn = !isInRange(m_filter, train.row.time) || visit(train.row);
    if (!train.members.next()) {
        std::ranges::pop_heap(m_open, later);
        m_open.pop_back();
        return goOn;
    }
    const TrainMember& member = train.members.current();
    train.row.ref.place.number = member.place;
    train.row.ref.ordinal = member.ordinal;
    train.row.time = member.time;
    m_open.front().place = member.place;
    m_open.front().ordinal = member.ordinal;
    sink();
    return goOn;
}

Result<void> EventMerge::all(const CaseReader::EventVisitor& visit, bool& goOn)
{
    Singles singles(m_names, m_filter);
    const auto ready = singles.open(m_database, m_source);
    auto trains = prepareTrains();
    if (!ready || !trains)
        return ready ? trains.error() : ready.error();
    auto opened = openTrain(*trains);
    auto single = singles.next();
    while (goOn) {
        if (!opened || !single)
            return opened ? single.error() : opened;
        if (m_waiting && m_open.empty() && (!*single || m_waiting->row.ref < singles.row().ref))
            opened = openTrainsUpTo(EventRef(m_waiting->row.ref), *trains);
        else if (!m_open.empty() && m_waiting && m_waiting->row.ref < m_open.front().train->row.ref)
            opened = openTrainsUpTo(EventRef(m_open.front().train->row.ref), *trains);
        else if (!m_open.empty() && (!*single || m_open.front().train->row.ref < singles.row().ref))
            goOn = visitTrain(visit);
        else if (*single) {
            goOn = visit(singles.row());
            single = singles.next();
        } else
            break;
    }
    return {};
}

} // namespace whittle
