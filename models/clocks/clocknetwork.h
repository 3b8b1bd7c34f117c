// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "models/base/time.h"
#include "models/clocks/relation.h"

namespace whittle
{

/// How a clock stands to that of the case.
struct ClockState {
    std::int64_t differenceNs = 0; ///< its time minus the case's
    std::int64_t lowNs = 0;
    std::int64_t highNs = 0;
    double driftPpm = 0;
    CaseTime at{};
    std::uint64_t pairs = 0; ///< of the relation by which it is known best
    std::string basis{}; ///< of the same
};

/// All clocks that relations tie to one: each by the surest chain, its interval by all relations that do not
/// contradict surer ones.
class ClockNetwork
{
public:
    /// `reference` shows the case's time and `differenceNs`. `wished` relations come before all others.
    ClockNetwork(const ClockOwner& reference, std::int64_t differenceNs, std::vector<ClockRelation> wished,
                 std::vector<ClockRelation> relations);

    bool reaches(const ClockOwner& owner) const;
    /// At that moment of the owner's own clock; empty for one that nothing ties to the reference.
    std::optional<ClockState> state(const ClockOwner& owner, SourceTime at) const;

    /// The relations that contradicted surer ones and were left out.
    const std::vector<ClockRelation>& contradictions() const { return m_contradictions; }

private:
    struct Interval {
        std::int64_t best = 0;
        std::int64_t low = 0;
        std::int64_t high = 0;
        double drift = 0; ///< ns per ns
    };
    using Intervals = std::vector<Interval>; ///< of each node
    struct Edge {
        ClockRelation relation;
        std::size_t a = 0;
        std::size_t b = 0;
        bool isUsed = false; ///< in the tree, or left out
    };
    struct Branch {
        std::size_t edge = 0;
        bool toB = true; ///< it leads from the edge's a to its b
    };

    std::size_t indexOf(const ClockOwner& owner);
    void grow();
    CaseTime middleOf(const Edge& edge) const;
    bool leavesRoom(const Edge& edge, CaseTime at) const;
    /// `wished`: so many edges come first that are what people say.
    void leaveOutContradictions(std::size_t wished);
    static Interval difference(const Edge& edge, std::int64_t timeOfA);
    Intervals alongTree(CaseTime at) const;
    Intervals tightened(Intervals all, CaseTime at) const;
    bool tighten(Intervals& all, const Edge& edge, CaseTime at) const;

    std::int64_t m_difference;
    std::map<ClockOwner, std::size_t> m_index;
    std::vector<bool> m_isReached;
    std::vector<Edge> m_edges; ///< the surest first
    std::vector<Branch> m_tree; ///< from the reference on
    std::vector<ClockRelation> m_contradictions;
};

} // namespace whittle
