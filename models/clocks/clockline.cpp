// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/clocks/clockline.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace whittle
{

namespace
{

struct Slopes {
    double low = -steepestClock;
    double high = steepestClock;
    bool any() const { return low <= high; }
};

/// Of all bounds those that may matter: the tightest of each stretch of time.
std::vector<ClockBound> tightest(std::vector<ClockBound> bounds, bool upper)
{
    constexpr std::size_t enough = 240;
    std::erase_if(bounds, [&](const ClockBound& bound) { return bound.isUpper != upper; });
    std::ranges::sort(bounds, {}, &ClockBound::at);
    if (bounds.size() <= enough)
        return bounds;
    std::vector<ClockBound> kept;
    for (std::size_t i = 0; i < enough; ++i) {
        const std::span part(bounds.begin() + static_cast<std::ptrdiff_t>(bounds.size() * i / enough),
                             bounds.begin() + static_cast<std::ptrdiff_t>(bounds.size() * (i + 1) / enough));
        kept.push_back(upper ? *std::ranges::min_element(part, {}, &ClockBound::value)
                             : *std::ranges::max_element(part, {}, &ClockBound::value));
    }
    return kept;
}

/// Of the lines above all lower and below all upper bounds when each yields by `give`.
Slopes slopesWithin(const std::vector<ClockBound>& lower, const std::vector<ClockBound>& upper, double give)
{
    Slopes slopes;
    for (const ClockBound& low : lower) {
        for (const ClockBound& high : upper) {
            const double room = high.value - low.value + 2 * give;
            const double run = high.at - low.at;
            // low.value - give <= line(low.at) and line(high.at) <= high.value + give
            if (run < -1e-9)
                slopes.low = std::max(slopes.low, room / run);
            else if (run > 1e-9)
                slopes.high = std::min(slopes.high, room / run);
            else if (room < 0)
                return {1, -1};
        }
    }
    return slopes;
}

/// The least, over the slopes, of the greatest lower bound moved to `middle`; for upper bounds mirrored.
double reach(const std::vector<ClockBound>& bounds, const Slopes& slopes, double middle, bool upper)
{
    const double sign = upper ? -1 : 1;
    const auto at = [&](double slope) {
        double tight = -1e300;
        for (const ClockBound& bound : bounds)
            tight = std::max(tight, sign * (bound.value + slope * (middle - bound.at)));
        return tight;
    };
    double low = slopes.low;
    double high = slopes.high;
    for (int round = 0; round < 60; ++round) { // convex in the slope
        const double third = (high - low) / 3;
        if (at(low + third) < at(high - third))
            high -= third;
        else
            low += third;
    }
    return sign * at((low + high) / 2);
}

} // namespace

std::optional<ClockLine> lineWithin(std::vector<ClockBound> bounds, double tolerance)
{
    if (bounds.empty())
        return {};
    ClockLine line;
    for (const ClockBound& bound : bounds)
        line.middle += bound.at / static_cast<double>(bounds.size());
    const auto lower = tightest(bounds, false);
    const auto upper = tightest(std::move(bounds), true);
    if (lower.empty() || upper.empty())
        return {};
    double give = 0;
    Slopes slopes = slopesWithin(lower, upper, give);
    for (double next = 20e3; !slopes.any() && next <= tolerance; next *= 1.5) {
        give = next;
        slopes = slopesWithin(lower, upper, give);
    }
    if (!slopes.any())
        return {};
    line.low = reach(lower, slopes, line.middle, false) - 2 * give;
    line.high = reach(upper, slopes, line.middle, true) + 2 * give;
    line.slope = (slopes.low + slopes.high) / 2;
    line.slopeWidth = (slopes.high - slopes.low) / 2;
    line.disorder = give;
    return line;
}

} // namespace whittle
