// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

namespace whittle
{

/// At one moment the difference of two clocks is at most (`isUpper`), or at least, so much.
struct ClockBound {
    double at = 0; ///< s
    double value = 0; ///< ns
    bool isUpper = false;
};

/// What the difference can be over time, if both clocks run evenly.
struct ClockLine {
    double middle = 0; ///< s: the mean of the bounds' times
    double low = 0; ///< ns, at `middle`
    double high = 0;
    double slope = 0; ///< ns per s
    double slopeWidth = 0; ///< the slope lies within this much of `slope`
    double disorder = 0; ///< ns: by how much bounds had to yield
};

/// No clock that anybody uses is worse by more, ns per s: two ordinary ones, one fast and one slow.
inline constexpr double steepestClock = 150e3;

/// The lines that obey all bounds, of which there must be some of either side; when none does, those that
/// disobey by least (delays are not always what they should be), and the interval is wider by as much on
/// either side. Empty when that is more than `tolerance` (ns).
std::optional<ClockLine> lineWithin(std::vector<ClockBound> bounds, double tolerance);

} // namespace whittle
