// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace whittle
{

// Do intervals between a phone's incidents fit a period that is suspected beforehand? Calibrated by
// tests/benchmarks/period_calibration: where there is no period at most one case in a hundred is called
// periodic.

/// Fewer intervals than this show no period.
constexpr std::size_t fewestPeriodIntervals = 3;

/// By how many seconds an interval may miss the period or two or three of it: 2 %, but two minutes at least,
/// for the phone to come back.
double periodTolerance(double period);
bool fitsPeriod(double interval, double period);

struct PeriodFit {
    std::size_t hits = 0;
    std::size_t intervals = 0;
    double p = 1; ///< of as many hits by chance

    /// Significant at 1 % although so many phones and periods were tried (Bonferroni), and six in ten fit.
    bool isStrong(std::size_t tried) const;
};

/// If incidents came at random with the same mean interval, how likely would so many intervals (seconds) fall
/// near the period or two or three of it?
PeriodFit periodFit(const std::vector<double>& intervals, double period);

} // namespace whittle
