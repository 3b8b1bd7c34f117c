// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/evidence/format.h"
#include "models/formats/badtimes.h"
#include "models/formats/linetally.h"

namespace whittle
{

/// What a reader of lines could not use, and the end of its work, which is the same in all of them.
struct LineAccount {
    BadTimes badTimes;
    LineTally notUnderstood;
    std::uint64_t notOfInterest = 0; ///< records
    std::uint64_t continuations = 0; ///< further lines of records

    /// Reports all that, and what the clock (LineClock, StampClock) noticed. Gives the facts that every
    /// reader has.
    template <typename Clock>
    SourceFacts finish(EventSink& sink, const Clock& clock, std::uint64_t lines) const
    {
        clock.report(sink);
        badTimes.report(sink);
        notUnderstood.report(sink, Severity::Info, "formats.lines-not-understood");
        if (notOfInterest > 0)
            reportNotOfInterest(sink, notOfInterest, continuations);
        SourceFacts facts;
        facts.unit = PlaceUnit::Line;
        facts.records = lines;
        clock.describe(facts);
        return facts;
    }
};

} // namespace whittle
