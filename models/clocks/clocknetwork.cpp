// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/clocks/clocknetwork.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace whittle
{

namespace
{

/// The very message is surer than the same kind of event; then the narrower interval counts.
auto rankOf(const ClockRelation& relation)
{
    constexpr double seconds = 600; // over which an unknown drift is counted
    const double width =
        static_cast<double>(relation.highNs - relation.lowNs) + relation.driftWidthPpm * 1e3 * seconds;
    return std::tuple(relation.basis == "matched-events", width);
}

} // namespace

ClockNetwork::ClockNetwork(const ClockOwner& reference, std::int64_t differenceNs,
                           std::vector<ClockRelation> wished, std::vector<ClockRelation> relations)
    : m_difference(differenceNs)
{
    indexOf(reference);
    std::ranges::stable_sort(relations, {}, rankOf);
    std::size_t wishes = 0;
    for (auto* group : {&wished, &relations}) {
        for (ClockRelation& relation : *group) {
            const std::size_t a = indexOf(relation.a);
            const std::size_t b = indexOf(relation.b);
            if (a != b)
                m_edges.push_back({std::move(relation), a, b});
        }
        wishes = group == &wished ? m_edges.size() : wishes;
    }
    m_isReached.assign(m_index.size(), false);
    m_isReached[0] = true;
    grow();
    leaveOutContradictions(wishes);
}

std::size_t ClockNetwork::indexOf(const ClockOwner& owner)
{
    return m_index.try_emplace(owner, m_index.size()).first->second;
}

/// The surest relation that leads on, again and again.
void ClockNetwork::grow()
{
    const auto leadsOn = [&](const Edge& edge) { return m_isReached[edge.a] != m_isReached[edge.b]; };
    for (auto next = std::ranges::find_if(m_edges, leadsOn); next != m_edges.end();
         next = std::ranges::find_if(m_edges, leadsOn)) {
        m_tree.push_back({static_cast<std::size_t>(next - m_edges.begin()), m_isReached[next->a]});
        next->isUsed = true;
        m_isReached[next->a] = m_isReached[next->b] = true;
    }
}

/// b minus a, as the relation has it at that moment of a's clock.
ClockNetwork::Interval ClockNetwork::difference(const Edge& edge, std::int64_t timeOfA)
{
    const ClockRelation& relation = edge.relation;
    const auto away = static_cast<double>(timeOfA - relation.middle.ns);
    const auto drifted = static_cast<std::int64_t>(away * relation.driftPpm * 1e-6);
    const auto doubt = static_cast<std::int64_t>(std::abs(away) * relation.driftWidthPpm * 1e-6);
    return {relation.differenceNs + drifted, relation.lowNs + drifted - doubt,
            relation.highNs + drifted + doubt, relation.driftPpm * 1e-6};
}

ClockNetwork::Intervals ClockNetwork::alongTree(CaseTime at) const
{
    Intervals all(m_index.size());
    all[0] = {m_difference, m_difference, m_difference, 0};
    for (const Branch& branch : m_tree) {
        const Edge& edge = m_edges[branch.edge];
        if (branch.toB) {
            const Interval& from = all[edge.a];
            const Interval d = difference(edge, at.nsUtc + from.best);
            all[edge.b] = {from.best + d.best, from.low + d.low, from.high + d.high, from.drift + d.drift};
            continue;
        }
        const Interval& from = all[edge.b];
        const Interval d = difference(edge, at.nsUtc + from.best - edge.relation.differenceNs);
        all[edge.a] = {from.best - d.best, from.low - d.high, from.high - d.low, from.drift - d.drift};
    }
    return all;
}

/// When the middle of a relation was, as the tree has it.
CaseTime ClockNetwork::middleOf(const Edge& edge) const
{
    const Intervals all = alongTree({edge.relation.middle.ns - m_difference});
    return {edge.relation.middle.ns - all[edge.a].best};
}

bool ClockNetwork::leavesRoom(const Edge& edge, CaseTime at) const
{
    const Intervals all = tightened(alongTree(at), at);
    const Interval d = difference(edge, at.nsUtc + all[edge.a].best);
    return d.high >= all[edge.b].low - all[edge.a].high && d.low <= all[edge.b].high - all[edge.a].low;
}

/// A relation between two that are known already must leave room for both, at its own time and when people
/// say that something was.
void ClockNetwork::leaveOutContradictions(std::size_t wished)
{
    std::vector<CaseTime> said;
    for (std::size_t i = 0; i < wished; ++i) {
        if (m_isReached[m_edges[i].a])
            said.push_back(middleOf(m_edges[i]));
    }
    for (Edge& edge : m_edges) {
        if (edge.isUsed || !m_isReached[edge.a])
            continue;
        edge.isUsed = leavesRoom(edge, middleOf(edge))
            && std::ranges::all_of(said, [&](CaseTime at) { return leavesRoom(edge, at); });
        if (!edge.isUsed)
            m_contradictions.push_back(edge.relation);
    }
}

/// False when the relation leaves no room at this time: what it says of drift does not hold that far.
bool ClockNetwork::tighten(Intervals& all, const Edge& edge, CaseTime at) const
{
    Interval& a = all[edge.a];
    Interval& b = all[edge.b];
    const Interval d = difference(edge, at.nsUtc + a.best);
    const Interval newB{b.best, std::max(b.low, a.low + d.low), std::min(b.high, a.high + d.high), b.drift};
    const Interval newA{a.best, std::max(a.low, b.low - d.high), std::min(a.high, b.high - d.low), a.drift};
    if (newA.low > newA.high || newB.low > newB.high)
        return false;
    const bool changed = newA.low != a.low || newA.high != a.high || newB.low != b.low || newB.high != b.high;
    a = newA;
    b = newB;
    return changed;
}

ClockNetwork::Intervals ClockNetwork::tightened(Intervals all, CaseTime at) const
{
    bool changed = true;
    for (std::size_t round = 0; changed && round < all.size(); ++round) {
        changed = false;
        for (const Edge& edge : m_edges)
            changed = (edge.isUsed && m_isReached[edge.a] && tighten(all, edge, at)) || changed;
    }
    return all;
}

bool ClockNetwork::reaches(const ClockOwner& owner) const
{
    const auto known = m_index.find(owner);
    return known != m_index.end() && m_isReached[known->second];
}

std::optional<ClockState> ClockNetwork::state(const ClockOwner& owner, SourceTime at) const
{
    if (!reaches(owner))
        return {};
    const std::size_t node = m_index.at(owner);
    CaseTime when{at.ns - m_difference};
    for (int round = 0; round < 3; ++round) // nearer each time, by the drift
        when = {at.ns - alongTree(when)[node].best};
    const Interval found = tightened(alongTree(when), when)[node];
    ClockState state{std::clamp(found.best, found.low, found.high),
                     found.low,
                     found.high,
                     found.drift * 1e6,
                     when,
                     0,
                     "reference"};
    for (const Branch& branch : m_tree) {
        const Edge& edge = m_edges[branch.edge];
        if ((branch.toB ? edge.b : edge.a) != node)
            continue;
        state.pairs = edge.relation.pairs;
        state.basis = edge.relation.basis;
    }
    return state;
}

} // namespace whittle
