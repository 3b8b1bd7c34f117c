// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "models/timeline/timerange.h"

namespace whittle
{

struct FindingStop;

/// What to look at first: the whole; or, where hardly a twentieth of it was watched (one file of another year
/// is enough), only those spans close to each other that hold most of what the findings cite, else that were
/// watched longest. `seen` as united() gives it.
TimeRange openingView(const TimeRange& whole, const std::vector<TimeRange>& seen,
                      const std::vector<FindingStop>& stops);

} // namespace whittle
