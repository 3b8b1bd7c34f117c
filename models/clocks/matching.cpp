// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/clocks/matching.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

#include "models/base/hash64.h"
#include "models/base/median.h"
#include "models/clocks/clockline.h"

namespace whittle
{

namespace
{

constexpr double ms = 1e6;
// Of messages that are only seen on one way it is not known how long they took: rarely longer than this.
constexpr double longestDelay = 120 * ms;
// Two logs of the same end write about the same moment.
constexpr double sameEnd = 20 * ms;
// Bounds that contradict each other by more are not of one line.
constexpr double mostDisorder = 120 * ms;

// A log to which other hosts send shows their clocks, and not that of its own host: hosts of a cluster that
// do not follow NTP are apart by up to about this.
constexpr double otherHost = 60e9;

// Bounds of one line that disorder by more are of a clock that was slewed or set: its interval holds all that
// it showed.
constexpr double unsteady = 5 * ms;

enum class First { A, B, Unknown, Together };

class Bounds
{
public:
    Bounds(const std::vector<MomentPair>& pairs, std::int64_t resolutionA, std::int64_t resolutionB)
        : m_pairs(pairs)
        , m_resolutionA(static_cast<double>(resolutionA))
        , m_resolutionB(static_cast<double>(resolutionB))
        , m_base(pairs[pairs.size() / 2].differenceNs())
        , m_origin(pairs[pairs.size() / 2].a->time)
    {
        findSides();
        for (const MomentPair& pair : pairs)
            add(pair);
    }

    std::optional<ClockRelation> relation()
    {
        trim(true);
        trim(false);
        close();
        const auto line = lineWithin(m_bounds, mostDisorder);
        if (!line)
            return {};
        ClockRelation relation;
        double low = std::min(line->low, line->high);
        double high = std::max(line->low, line->high);
        const double best = std::clamp(m_hasUpper && m_hasLower ? (low + high) / 2 : low + m_lag, low, high);
        if (line->disorder > unsteady) {
            for (const MomentPair& pair : m_pairs) {
                low = std::min(low, offOf(pair) - m_resolutionA);
                high = std::max(high, offOf(pair) + m_resolutionB);
            }
        }
        if (isOfOneWriter(&MomentPair::a) || isOfOneWriter(&MomentPair::b)) {
            low -= otherHost;
            high += otherHost;
        }
        relation.differenceNs = m_base + std::llround(best);
        relation.lowNs = m_base + static_cast<std::int64_t>(std::floor(low));
        relation.highNs = m_base + static_cast<std::int64_t>(std::ceil(high));
        relation.driftPpm = line->slope * 1e-3;
        relation.driftWidthPpm = line->slopeWidth * 1e-3;
        relation.middle = m_origin + Nanoseconds(std::llround(line->middle * 1e9));
        relation.from = m_pairs.front().a->time;
        relation.to = m_pairs.back().a->time;
        relation.pairs = m_pairs.size();
        const auto exact = std::ranges::count_if(m_pairs, &MomentPair::isExact);
        relation.basis =
            2 * static_cast<std::size_t>(exact) >= m_pairs.size() ? "matched-messages" : "matched-events";
        return relation;
    }

private:
    static std::uint64_t talkOf(const MomentPair& pair) { return mixed(pair.a->party, pair.b->party); }

    double secondsOf(const MomentPair& pair) const
    {
        return static_cast<double>((pair.a->time - m_origin).count()) * 1e-9;
    }
    double offOf(const MomentPair& pair) const { return static_cast<double>(pair.differenceNs() - m_base); }

    static bool isPath(const MomentPair& pair)
    {
        return pair.a->vantage == Vantage::Path && pair.b->vantage == Vantage::Path;
    }

    /// What only one of several hosts wrote; where more than one agree, that is the log's clock, too.
    bool isOfOneWriter(const Moment* MomentPair::*side) const
    {
        const std::uint64_t first = (m_pairs.front().*side)->writer;
        return first != 0 && std::ranges::all_of(m_pairs, [&](const MomentPair& pair) {
                   return (pair.*side)->writer == first;
               });
    }

    /// Two captures: what goes one way passes a first, what goes the other way b; the medians tell which, for
    /// each two who talk, and so on whose side each host is.
    void findSides()
    {
        std::unordered_map<std::uint64_t, std::pair<std::vector<double>, std::vector<double>>> talks;
        for (const MomentPair& pair : m_pairs) {
            if (!isPath(pair))
                continue;
            auto& [forward, back] = talks[talkOf(pair)];
            (pair.a->forward ? forward : back).push_back(offOf(pair));
        }
        for (const auto& [talk, ways] : talks) {
            if (!ways.first.empty() && !ways.second.empty())
                m_forwardFirstAtA[talk] = medianOf(ways.first) > medianOf(ways.second);
        }
        for (const MomentPair& pair : m_pairs) {
            const auto known = m_forwardFirstAtA.find(talkOf(pair));
            if (!isPath(pair) || known == m_forwardFirstAtA.end() || !pair.a->from.address.isSet())
                continue;
            const int vote = pair.a->forward == known->second ? 1 : -1;
            m_sides[pair.a->from.address] += vote;
            m_sides[pair.a->to.address] -= vote;
        }
    }

    First firstOf(const MomentPair& pair) const
    {
        if (pair.a->vantage == Vantage::Near || pair.b->vantage == Vantage::Near)
            return First::Together;
        if (pair.a->vantage != pair.b->vantage)
            return pair.a->vantage < pair.b->vantage ? First::A : First::B;
        if (!isPath(pair))
            return First::Together;
        const auto known = m_forwardFirstAtA.find(talkOf(pair));
        if (known != m_forwardFirstAtA.end())
            return pair.a->forward == known->second ? First::A : First::B;
        const int side = sideOf(pair.a->from.address) - sideOf(pair.a->to.address);
        return side > 0 ? First::A : side < 0 ? First::B : First::Unknown;
    }

    int sideOf(const IpAddress& address) const
    {
        const auto known = m_sides.find(address);
        return known == m_sides.end() ? 0 : known->second > 0 ? 1 : known->second < 0 ? -1 : 0;
    }

    void add(const MomentPair& pair)
    {
        const auto slack = static_cast<double>(pair.a->slackNs + pair.b->slackNs);
        switch (firstOf(pair)) {
        case First::A:
            addUpper(pair, slack);
            break;
        case First::B:
            addLower(pair, slack);
            break;
        case First::Together:
            addUpper(pair, slack + sameEnd);
            addLower(pair, slack + sameEnd);
            break;
        case First::Unknown:
            m_unknown.push_back(pair);
            break;
        }
    }

    void addUpper(const MomentPair& pair, double slack)
    {
        m_hasUpper = true;
        m_lag = std::max(m_lag, slack);
        m_bounds.push_back({secondsOf(pair), offOf(pair) + m_resolutionB + slack, true});
    }
    void addLower(const MomentPair& pair, double slack)
    {
        m_hasLower = true;
        m_lag = std::max(m_lag, slack);
        m_bounds.push_back({secondsOf(pair), offOf(pair) - m_resolutionA - slack, false});
    }

    /// A bound far tighter than all others of its side is one of a wrong pair.
    void trim(bool upper)
    {
        constexpr std::size_t enough = 8;
        constexpr double far = 6;
        std::vector<ClockBound*> side;
        for (ClockBound& bound : m_bounds) {
            if (bound.isUpper == upper)
                side.push_back(&bound);
        }
        if (side.size() < enough)
            return;
        std::vector<double> slopes;
        const std::size_t half = side.size() / 2;
        for (std::size_t i = 0; i + half < side.size(); ++i) {
            if (const double run = side[i + half]->at - side[i]->at; run > 1)
                slopes.push_back((side[i + half]->value - side[i]->value) / run);
        }
        const double slope = slopes.empty() ? 0 : medianOf(slopes);
        const auto tightness = [&](const ClockBound& bound) {
            return (upper ? -1 : 1) * (bound.value - slope * bound.at);
        };
        std::vector<double> all;
        for (const ClockBound* bound : side)
            all.push_back(tightness(*bound));
        std::ranges::sort(all);
        const double middle = all[all.size() / 2];
        const double spread = std::max(all[all.size() * 9 / 10] - middle, 0.3 * ms);
        std::erase_if(m_bounds, [&](const ClockBound& bound) {
            return bound.isUpper == upper && tightness(bound) > middle + far * spread;
        });
    }

    /// Where only one way was seen, or nobody knows which: the delay is bounded, if not known.
    void close()
    {
        if (m_bounds.empty()) {
            for (const MomentPair& pair : m_unknown) {
                addUpper(pair, longestDelay / 2);
                addLower(pair, longestDelay / 2);
            }
        }
        if (m_hasUpper == m_hasLower)
            return;
        // The fastest of each stretch of time is the one that is bounded on the other side, too.
        constexpr double stretch = 60;
        std::map<std::int64_t, ClockBound> fastest;
        for (const ClockBound& bound : m_bounds) {
            const auto when = static_cast<std::int64_t>(std::floor(bound.at / stretch));
            const auto [known, isNew] = fastest.try_emplace(when, bound);
            if (!isNew
                && (bound.isUpper ? bound.value < known->second.value : bound.value > known->second.value))
                known->second = bound;
        }
        const double width = longestDelay + m_lag + m_resolutionA + m_resolutionB;
        for (const auto& [when, bound] : fastest)
            m_bounds.push_back({bound.at, bound.value + (bound.isUpper ? -width : width), !bound.isUpper});
        const double typical = m_lag > 0 ? m_lag + 5 * ms : 15 * ms;
        m_lag = m_hasUpper ? width - typical : typical;
    }

    const std::vector<MomentPair>& m_pairs;
    double m_resolutionA;
    double m_resolutionB;
    std::int64_t m_base;
    SourceTime m_origin;
    std::unordered_map<std::uint64_t, bool> m_forwardFirstAtA;
    std::map<IpAddress, int> m_sides; ///< positive: nearer to a
    std::vector<ClockBound> m_bounds;
    std::vector<MomentPair> m_unknown;
    bool m_hasUpper = false;
    bool m_hasLower = false;
    double m_lag = 0; ///< of the estimate behind the lower end, where one side is not known
};

} // namespace

std::optional<ClockRelation> relationBy(const std::vector<MomentPair>& pairs, std::int64_t resolutionA,
                                        std::int64_t resolutionB)
{
    return pairs.empty() ? std::nullopt : Bounds(pairs, resolutionA, resolutionB).relation();
}

std::optional<ClockRelation> relationOf(const Recorded& a, const Recorded& b, const std::stop_token& stop)
{
    return relationBy(pairUp(a, b, stop), a.resolutionNs, b.resolutionNs);
}

} // namespace whittle
