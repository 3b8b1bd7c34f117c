// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "models/base/time.h"

namespace whittle
{

/// Counts of all events in equal steps, over all sources, on the clock of the case: the overview lane.
struct OverviewDensity {
    CaseTime from;
    Nanoseconds width{};
    std::vector<std::uint32_t> counts;
};

} // namespace whittle
