// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QString>

#include "models/timeline/timerange.h"
#include "models/timeline/timetext.h"

namespace whittle
{

/// Time to x and back: `range` laid over `width` units from `left` on.
struct TimeAxis {
    TimeRange range;
    double left = 0;
    double width = 1;

    double x(CaseTime time) const;
    CaseTime time(double x) const;
    /// How much time one unit of x is.
    Nanoseconds perUnit() const;
};

/// A line of the grid.
struct TimeTick {
    CaseTime at;
    QString label; ///< "Fri 27 Feb", "08:11", "08:11:10.854"
    bool major = false; ///< a new day among hours, a new month among days, a new year among months
};

/// Round moments of the zone's wall clock (so that they stay round over a change to or from summer time), at
/// least `minSpacing` units of x apart as far as steps go. An hour that the clock leaves out has no tick, one
/// that it repeats has two.
std::vector<TimeTick> ticks(const TimeAxis& axis, const TimeText& times, double minSpacing);

/// What the labels of the ticks leave unsaid: the date at the left edge, "Fri 27 Feb 2009".
QString contextLabel(const TimeAxis& axis, const TimeText& times);

} // namespace whittle
