// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "models/base/basis.h"
#include "models/base/ids.h"
#include "models/base/time.h"

namespace whittle
{

/// How one source's clock stands to the reference clock of the case. The steps from a SourceTime to a
/// CaseTime, in order: add the date (for sources without one), subtract the zone's offset, subtract the
/// correction.
struct SourceClock {
    SourceId source{};
    std::int64_t dateShiftNs = 0; ///< midnight of day 0, for a source whose lines have no date; else 0
    std::optional<Basis> dateBasis{}; ///< empty when the lines have dates
    std::int64_t utcOffsetNs = 0; ///< zone, east positive
    std::string zone{}; ///< "America/Chicago", "UTC-06:00", "UTC"
    Basis zoneBasis = Basis::Assumed;

    /// Source clock minus reference clock; positive: the source is ahead.
    struct Correction {
        std::int64_t offsetNs = 0; ///< at `middle`
        std::int64_t lowNs = 0; ///< the interval in which the offset lies
        std::int64_t highNs = 0;
        double driftPpm = 0; ///< how much faster than the reference it runs
        SourceTime middle{}; ///< the middle of the source's records, in steady() time
        std::int64_t pairs = 0; ///< on how many matched events it rests; 0 for the reference itself
        std::string basis{}; ///< id of the wording: "reference", "matched-events", …
    };
    std::optional<Correction> correction{}; ///< empty when it cannot be told

    /// Daylight-saving time begins or ends while the source records; or a 29 February begins that its count
    /// of days left out: from then on it is a day behind, as in a zone a day to the west.
    struct Turn {
        CaseTime at{}; ///< by the rules of the zone
        std::int64_t offsetNs = 0; ///< of the zone from then on, east positive
        /// The first record behind it, where the source shows an hour twice; 0: by its time alone.
        std::uint64_t place = 0;
        bool operator==(const Turn&) const = default;
    };
    std::vector<Turn> turns{}; ///< by time; `utcOffsetNs` is the offset before the first

    /// What the clock would show had the zone's offset stayed as it was at the source's beginning. `place`
    /// (frame, line; 0: not known) tells the two passes of an hour that is shown twice apart; without it the
    /// first is meant.
    SourceTime steady(SourceTime time, std::uint64_t place = 0) const
    {
        std::int64_t offset = utcOffsetNs;
        for (const Turn& turn : turns) {
            const std::int64_t behind = turn.at.nsUtc + std::max(offset, turn.offsetNs);
            if (place != 0 && turn.place != 0 ? place < turn.place : time.ns + dateShiftNs < behind)
                break;
            offset = turn.offsetNs;
        }
        return {time.ns - (offset - utcOffsetNs)};
    }
    /// UTC as the source's own clock had it: date and zone applied, no correction.
    CaseTime uncorrected(SourceTime time, std::uint64_t place = 0) const
    {
        return {steady(time, place).ns + dateShiftNs - utcOffsetNs};
    }
    CaseTime corrected(SourceTime time, std::uint64_t place = 0) const
    {
        const SourceTime even = steady(time, place);
        return {even.ns + dateShiftNs - utcOffsetNs - (correction ? errorAt(even) : 0)};
    }
    /// The inverse of corrected(), to a few nanoseconds.
    SourceTime toSource(CaseTime time) const
    {
        std::int64_t offset = utcOffsetNs;
        std::int64_t right = time.nsUtc + offset - dateShiftNs;
        for (const Turn& turn : turns) {
            if (time < turn.at)
                break;
            const std::int64_t before = turn.at.nsUtc + offset - dateShiftNs;
            right = time.nsUtc + turn.offsetNs - dateShiftNs;
            if (offset - turn.offsetNs >= nsPerDay / 2)
                right = std::max(right, before); // within the day that was left out
            offset = turn.offsetNs;
        }
        SourceTime shown{right};
        // The error is that at the time shown, which is not known yet: each round is nearer by the drift (a
        // factor of thousands).
        for (int round = 0; correction && round < 4; ++round)
            shown = {right + errorAt(steady(shown))};
        return shown;
    }

private:
    std::int64_t errorAt(SourceTime time) const
    {
        const auto drifted =
            static_cast<double>(time.ns - correction->middle.ns) * correction->driftPpm * 1e-6;
        return correction->offsetNs + static_cast<std::int64_t>(drifted);
    }
};

/// The clocks of all sources of a case.
class ClockSet
{
public:
    void add(const SourceClock& clock) { m_clocks[clock.source] = clock; }
    void remove(SourceId source) { m_clocks.erase(source); }
    const SourceClock* clock(SourceId source) const
    {
        const auto found = m_clocks.find(source);
        return found == m_clocks.end() ? nullptr : &found->second;
    }
    /// On the clock of the case; a source without a clock counts as right.
    /// `place`: see SourceClock::steady().
    CaseTime at(SourceId source, SourceTime time, std::uint64_t place = 0) const
    {
        const SourceClock* known = clock(source);
        return known ? known->corrected(time, place) : CaseTime{time.ns};
    }

private:
    std::map<SourceId, SourceClock> m_clocks;
};

} // namespace whittle
