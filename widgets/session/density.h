// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/analysis.h"
#include "models/base/result.h"
#include "models/timeline/density.h"

namespace whittle
{

class CaseFile;

/// Reads the levels of detail of all sources and lays them on one clock. Empty when no event has a time.
/// Blocks for a few milliseconds; not for the main thread.
Result<OverviewDensity> eventDensity(const CaseFile& file, const Analysis& analysis, int steps);

} // namespace whittle
