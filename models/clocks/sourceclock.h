// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "models/base/basis.h"
#include "models/base/ids.h"
#include "models/base/time.h"

namespace whittle {

/// How one source's clock stands to the reference clock of the case. The steps from a SourceTime to a CaseTime, in order: add
/// the date (for sources without one), subtract the zone's offset, subtract the correction.
struct SourceClock {
    SourceId source {};
    std::int64_t dateShiftNs = 0; ///< midnight of day 0, for a source whose lines have no date; else 0
    std::optional<Basis> dateBasis {}; ///< empty when the lines have dates
    std::int64_t utcOffsetNs = 0; ///< zone, east positive
    std::string zone {}; ///< "America/Chicago", "UTC-06:00", "UTC"
    Basis zoneBasis = Basis::Assumed;

    /// Source clock minus reference clock; positive: the source is ahead.
    struct Correction {
        std::int64_t offsetNs = 0;
        std::int64_t lowNs = 0;
        std::int64_t highNs = 0;
        double driftPpm = 0;
        std::int64_t pairs = 0; ///< on how many matched events it rests; 0 for the reference itself
        std::string basis {}; ///< id of the wording: "reference", "matched-events", …
    };
    std::optional<Correction> correction {}; ///< empty when it cannot be told

    /// UTC as the source's own clock had it: date and zone applied, no correction.
    CaseTime uncorrected(SourceTime time) const { return {time.ns + dateShiftNs - utcOffsetNs}; }
    CaseTime corrected(SourceTime time) const
    {
        return {uncorrected(time).nsUtc - (correction ? correction->offsetNs : 0)};
    }
    /// The inverse of corrected().
    SourceTime toSource(CaseTime time) const
    {
        return {time.nsUtc + (correction ? correction->offsetNs : 0) + utcOffsetNs - dateShiftNs};
    }
};

} // namespace whittle
