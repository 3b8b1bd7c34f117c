// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <vector>

#include "models/base/sourceclock.h"
#include "models/events/caseevents.h"

namespace whittle
{

/// When the CallManager service started whose trace a source is: the registrations that it held before are
/// over.
using ServiceStarts = std::map<SourceId, std::vector<CaseTime>>;

ServiceStarts serviceStarts(const CaseEvents& events, const ClockSet& clocks);

} // namespace whittle
