// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/timerange.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace whittle
{

namespace
{

constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();

Nanoseconds rounded(double ns)
{
    if (ns >= 9.2e18)
        return Nanoseconds{most};
    if (ns <= -9.2e18)
        return Nanoseconds{least};
    return Nanoseconds{std::llround(ns)};
}

} // namespace

Nanoseconds difference(CaseTime a, CaseTime b)
{
    std::int64_t result = 0;
    if (__builtin_sub_overflow(a.nsUtc, b.nsUtc, &result))
        return Nanoseconds{a < b ? least : most};
    return Nanoseconds{result};
}

CaseTime moved(CaseTime a, Nanoseconds d)
{
    std::int64_t result = 0;
    if (__builtin_add_overflow(a.nsUtc, static_cast<std::int64_t>(d.count()), &result))
        return {d.count() < 0 ? least : most};
    return {result};
}

Nanoseconds TimeRange::length() const
{
    return difference(to, from);
}

TimeRange zoomed(const TimeRange& range, CaseTime around, double factor)
{
    const auto length = static_cast<double>(range.length().count());
    const double wanted = std::max(length / factor, static_cast<double>(shortestView.count()));
    const double share =
        length > 0 ? static_cast<double>(difference(around, range.from).count()) / length : 0.5;
    const CaseTime from = moved(around, rounded(-share * wanted));
    return {from, moved(from, rounded(wanted))};
}

TimeRange panned(const TimeRange& range, Nanoseconds by)
{
    return {moved(range.from, by), moved(range.to, by)};
}

TimeRange clamped(const TimeRange& range, const TimeRange& whole)
{
    const Nanoseconds length = std::max(range.length(), shortestView);
    if (length >= whole.length())
        return whole;
    if (range.from < whole.from)
        return {whole.from, moved(whole.from, length)};
    if (range.to > whole.to || moved(range.from, length) > whole.to)
        return {moved(whole.to, -length), whole.to};
    return {range.from, moved(range.from, length)};
}

std::vector<TimeRange> united(std::vector<TimeRange> ranges)
{
    std::sort(ranges.begin(), ranges.end(),
              [](const TimeRange& a, const TimeRange& b) { return a.from < b.from; });
    std::vector<TimeRange> result;
    for (const TimeRange& range : ranges) {
        if (range.to < range.from)
            continue;
        if (!result.empty() && range.from <= result.back().to)
            result.back().to = std::max(result.back().to, range.to);
        else
            result.push_back(range);
    }
    return result;
}

std::vector<TimeRange> gapsIn(const TimeRange& whole, const std::vector<TimeRange>& seen)
{
    return without(whole, seen);
}

std::vector<TimeRange> without(const TimeRange& range, const std::vector<TimeRange>& holes)
{
    std::vector<TimeRange> result;
    CaseTime start = range.from;
    auto hole = std::partition_point(holes.begin(), holes.end(),
                                     [&](const TimeRange& h) { return h.to < range.from; });
    for (; hole != holes.end() && hole->from <= range.to; ++hole) {
        if (hole->from > start)
            result.push_back({start, hole->from});
        start = std::max(start, hole->to);
    }
    if (start < range.to || (start == range.to && range.from == range.to && result.empty()))
        result.push_back({start, range.to});
    return result;
}

} // namespace whittle
