// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/checks/periodtest.h"

#include <algorithm>
#include <cmath>

namespace whittle
{

namespace
{

constexpr int mostCycles = 3;

/// P(at least `hits` of `n`) where each has probability p0.
double binomialTail(std::size_t n, std::size_t hits, double p0)
{
    double sum = 0;
    for (std::size_t k = hits; k <= n; ++k) {
        const double choose = std::lgamma(static_cast<double>(n) + 1)
            - std::lgamma(static_cast<double>(k) + 1) - std::lgamma(static_cast<double>(n - k) + 1);
        sum += std::exp(choose + static_cast<double>(k) * std::log(p0)
                        + static_cast<double>(n - k) * std::log1p(-p0));
    }
    return std::min(sum, 1.0);
}

} // namespace

double periodTolerance(double period)
{
    return std::max(120.0, 0.02 * period);
}

bool fitsPeriod(double interval, double period)
{
    for (int k = 1; k <= mostCycles; ++k) {
        if (std::abs(interval - k * period) <= periodTolerance(period))
            return true;
    }
    return false;
}

bool PeriodFit::isStrong(std::size_t tried) const
{
    constexpr double falseAlarm = 0.01;
    constexpr double mostHits = 0.6;
    return intervals >= fewestPeriodIntervals
        && p < falseAlarm / static_cast<double>(std::max<std::size_t>(tried, 1))
        && static_cast<double>(hits) >= mostHits * static_cast<double>(intervals);
}

PeriodFit periodFit(const std::vector<double>& intervals, double period)
{
    PeriodFit fit{.intervals = intervals.size()};
    double mean = 0;
    for (const double interval : intervals) {
        mean += interval / static_cast<double>(intervals.size());
        fit.hits += fitsPeriod(interval, period);
    }
    double p0 = 0;
    const double tolerance = periodTolerance(period);
    for (int k = 1; k <= mostCycles; ++k)
        p0 += std::exp(-(k * period - tolerance) / mean) - std::exp(-(k * period + tolerance) / mean);
    fit.p = binomialTail(fit.intervals, fit.hits, std::clamp(p0, 1e-9, 1 - 1e-9));
    return fit;
}

} // namespace whittle
