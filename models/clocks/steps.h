// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <stop_token>
#include <utility>
#include <vector>

#include "models/base/sourceclock.h"
#include "models/clocks/moments.h"
#include "models/clocks/relation.h"
#include "models/events/caseevents.h"

namespace whittle
{

/// Where a source says, or shows, that its clock was set: ntpd wrote so into it, or its times go back.
struct StepHint {
    std::uint64_t place = 0; ///< the first record behind it
    SourceTime before{}; ///< what the clock showed last before it, and first behind it, in steady() time
    SourceTime after{};
};

/// By source. `zones`: as of HostEvidence.
std::map<SourceId, std::vector<StepHint>> stepHints(const CaseEvents& events, const ClockSet& zones);

using StepsOfSources = std::map<SourceId, std::vector<SourceClock::Step>>;

/// What steps are looked for in.
struct StepEvidence {
    const std::vector<const SourceRow*>& sources; ///< in the order of inOrder()
    std::map<SourceId, std::vector<Moment>> moments; ///< of those that count
    std::map<SourceId, std::vector<StepHint>> hints{};
    SourceId reference{}; ///< is the last of which to believe it
    /// Pairs, the smaller first, that share nothing on one line for most of the time, and are now looked at alone; empty: all are,
    /// for what proves a step by itself.
    std::set<std::pair<SourceId, SourceId>> unrelated{};
};

/// The steps of each source, where two of them show one (jumpsBetween) and taking it out of one makes it
/// share more with all others. In steady() time as of the source's beginning.
StepsOfSources findSteps(StepEvidence evidence, const std::stop_token& stop = {});

/// Narrows to where the records of the source leave room for each: a clock that was set forward left out that
/// much, one that was set back goes back from one record to the next.
void placeSteps(std::vector<SourceClock::Step>& steps, const SourceRow& source, const CaseEvents& events,
                const SourceClock* zone, const std::vector<StepHint>& hints);

/// By how much what was recorded on another side of its steps may be wrong, ns; 0 for a clock without.
std::int64_t doubtOfSteps(const SourceClock* clock);

/// What a source says of a host's clock holds for all its steps: `zones` has them. A capture shows the clocks
/// of others with its own; the host of another source is set with it.
void widenBySteps(ClockRelation& relation, const ClockSet& zones);

/// Those that findSteps() found, seen from the middle of the source.
void addSteps(SourceClock& clock, const SourceRow& source, std::vector<SourceClock::Step> steps);

} // namespace whittle
