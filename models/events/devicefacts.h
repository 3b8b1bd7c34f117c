// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>
#include <vector>

#include "models/base/sourceclock.h"
#include "models/events/joins.h"

namespace whittle
{

class Identity;

/// What records tell about devices besides whose they are: switch and port, directory number, user. One join
/// for each (isFact()), from the first to the last record. Incomplete after a stop.
std::vector<Join> findFacts(const CaseEvents& events, const ClockSet& clocks, const Identity& identity,
                            const std::stop_token& stop = {});

} // namespace whittle
