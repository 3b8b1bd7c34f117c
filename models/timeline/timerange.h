// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "models/base/time.h"

namespace whittle
{

/// A span of time on the clock of the case, both ends included. All arithmetic stops at the ends of what 64
/// bits hold, so that no time of a hostile file overflows.
struct TimeRange {
    CaseTime from;
    CaseTime to;

    Nanoseconds length() const;
    bool contains(CaseTime time) const { return from <= time && time <= to; }
    bool overlaps(const TimeRange& other) const { return from <= other.to && other.from <= to; }
    bool operator==(const TimeRange&) const = default;
};

/// The least that can be looked at: ten microseconds.
constexpr Nanoseconds shortestView{10'000};

/// `a` - `b` and `a` + `d` that stop at the ends.
Nanoseconds difference(CaseTime a, CaseTime b);
CaseTime moved(CaseTime a, Nanoseconds d);

/// `factor` > 1 shows less of the time; `around` keeps its place in the picture. Never shorter than
/// shortestView.
TimeRange zoomed(const TimeRange& range, CaseTime around, double factor);
TimeRange panned(const TimeRange& range, Nanoseconds by);
/// Moved (and, where it is longer than `whole`, shortened) so that it lies in `whole`.
TimeRange clamped(const TimeRange& range, const TimeRange& whole);

/// Sorted, with those that touch or overlap made one.
std::vector<TimeRange> united(std::vector<TimeRange> ranges);
/// What of `whole` lies in none of `seen` (sorted and disjoint, as united() gives them).
std::vector<TimeRange> gapsIn(const TimeRange& whole, const std::vector<TimeRange>& seen);
/// `range` without what lies in `holes` (sorted and disjoint).
std::vector<TimeRange> without(const TimeRange& range, const std::vector<TimeRange>& holes);

} // namespace whittle
