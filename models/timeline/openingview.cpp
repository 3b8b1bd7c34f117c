// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/openingview.h"

#include <algorithm>
#include <utility>

#include "models/timeline/timelinescene.h"

namespace whittle
{

namespace
{

/// Less than this share of the whole was watched: what there is would be a few strokes.
constexpr int share = 20;

Nanoseconds watched(const std::vector<TimeRange>& seen)
{
    Nanoseconds all{0};
    for (const TimeRange& range : seen) // disjoint, so that it fits
        all += range.length();
    return all;
}

/// Joined where less than `apart` lies between them.
std::vector<TimeRange> neighbourhoods(const std::vector<TimeRange>& seen, Nanoseconds apart)
{
    std::vector<TimeRange> near;
    for (const TimeRange& range : seen) {
        if (!near.empty() && difference(range.from, near.back().to) <= apart)
            near.back().to = range.to;
        else
            near.push_back(range);
    }
    return near;
}

/// With a little air on both sides.
TimeRange framed(const TimeRange& range)
{
    constexpr int air = 50;
    const Nanoseconds margin = std::max<Nanoseconds>(range.length() / air, Nanoseconds{nsPerSecond});
    return {moved(range.from, -margin), moved(range.to, margin)};
}

} // namespace

TimeRange openingView(const TimeRange& whole, const std::vector<TimeRange>& seen,
                      const std::vector<FindingStop>& stops)
{
    const Nanoseconds all = watched(seen);
    if (seen.empty() || all >= whole.length() / share)
        return whole;
    const auto worth = [&](const TimeRange& range) {
        const auto cited = std::count_if(stops.begin(), stops.end(),
                                         [&](const FindingStop& stop) { return range.contains(stop.at); });
        return std::pair{cited, range.length()};
    };
    const std::vector<TimeRange> near = neighbourhoods(seen, all);
    const auto best = std::max_element(near.begin(), near.end(), [&](const TimeRange& a, const TimeRange& b) {
        return worth(a) < worth(b);
    });
    return clamped(framed(*best), whole);
}

} // namespace whittle
