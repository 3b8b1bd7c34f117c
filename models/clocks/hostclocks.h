// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>
#include <vector>

#include "models/base/sourceclock.h"
#include "models/clocks/relation.h"
#include "models/events/caseevents.h"

namespace whittle
{

/// What the evidence tells of the clocks of hosts beside those of the sources: their NTP timestamps, the
/// dates in their messages, the states of their ntpd, and which sources one host wrote. `zones`: of sources
/// whose zone turns while they record, for steady(). The same for any order of import. Incomplete after a
/// stop.
std::vector<ClockRelation> hostRelations(const CaseEvents& events, const ClockSet& zones = {},
                                         const std::stop_token& stop = {});

} // namespace whittle
