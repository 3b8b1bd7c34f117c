// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "models/analysis/analysis.h"
#include "models/base/result.h"

namespace whittle
{

class CaseFile;

/// Counts of all events in equal steps, over all sources, on the clock of the case. Empty when no event has a
/// time.
struct EventDensity {
    CaseTime from;
    Nanoseconds width{};
    std::vector<std::uint32_t> counts;
};

/// Reads the levels of detail of all sources and lays them on one clock. Blocks for a few milliseconds; not
/// for the main thread.
Result<EventDensity> eventDensity(const CaseFile& file, const Analysis& analysis, int steps);

} // namespace whittle
