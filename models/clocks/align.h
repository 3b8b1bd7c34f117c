// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>
#include <string>

#include "models/base/sourceclock.h"
#include "models/clocks/moments.h"
#include "models/clocks/wishes.h"
#include "models/events/caseevents.h"

namespace whittle
{

class Identity;

/// All sources on one clock.
struct Alignment {
    SourceId reference{}; ///< 0: no source has times
    std::string siteZone{}; ///< the zone that a source names for the site; empty: none
    ClockSet clocks{};
};

/// Chooses the reference (the capture with the most events, else the source with the most; a source that has
/// dates and a zone before one that has not) and puts each source on its clock by all relations between
/// clocks together, directly or over others. What nothing ties to the reference keeps its own time, without a
/// correction. After a stop what was not yet compared keeps its own time, too. `trains` is asked for the
/// keepalives where nothing else ties a source to the others.
Alignment alignClocks(const CaseEvents& events, const Identity& identity, const std::stop_token& stop = {},
                      const TellWishes& wishes = {}, const TrainTimes& trains = {});

} // namespace whittle
