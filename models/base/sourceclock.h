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

    /// The clock was set while the source recorded. When, is known only between two moments. Times are those
    /// of steady().
    struct Step {
        SourceTime at{}; ///< where it is taken to be
        SourceTime from{}; ///< not before
        SourceTime to{}; ///< not after
        std::int64_t byNs = 0; ///< forward positive
        std::int64_t lowNs = 0; ///< the interval in which `byNs` lies
        std::int64_t highNs = 0;
        /// The first record that counts as behind it; 0: by its time alone.
        std::uint64_t place = 0;
        bool operator==(const Step&) const = default;
    };
    std::vector<Step> steps{}; ///< by time
    std::int64_t beforeStepsNs = 0; ///< how much further ahead than at its middle it stood before the first

    /// Sources (paths) and hosts (addresses): a comparison with them contradicts surer ones and was left out.
    std::vector<std::string> contradicted{};

    /// What the clock would show had the zone's offset stayed as it was at the source's beginning, and had it
    /// always been set as at the source's middle. `place` (frame, line; 0: not known) tells the two passes of
    /// an hour that is shown twice apart; without it the first is meant.
    SourceTime steady(SourceTime time, std::uint64_t place = 0) const
    {
        const SourceTime shown = withoutTurns(time, place);
        return {shown.ns - stepped(shown, place)};
    }
    /// UTC as the source's own clock had it: date and zone applied, no correction.
    CaseTime uncorrected(SourceTime time, std::uint64_t place = 0) const
    {
        return {withoutTurns(time, place).ns + dateShiftNs - utcOffsetNs};
    }
    CaseTime corrected(SourceTime time, std::uint64_t place = 0) const
    {
        return correctedSteady(steady(time, place));
    }
    CaseTime correctedSteady(SourceTime even) const
    {
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
        const std::int64_t turned = offset - utcOffsetNs;
        SourceTime even{right - turned};
        // The error is that at the time shown, which is not known yet: each round is nearer by the drift (a
        // factor of thousands).
        for (int round = 0; correction && round < 4; ++round)
            even = {right - turned + errorAt(even)};
        std::int64_t ahead = beforeStepsNs;
        for (const Step& step : steps)
            ahead += even < step.at ? 0 : step.byNs;
        return {even.ns + turned + ahead};
    }
    /// The correction at that time. Where the clock may have been set before or later, the interval holds
    /// both.
    std::optional<Correction> correctionAt(SourceTime time, std::uint64_t place = 0) const
    {
        if (!correction)
            return {};
        const SourceTime shown = withoutTurns(time, place);
        const SourceTime even{shown.ns - stepped(shown, place)};
        Correction at = *correction;
        const std::int64_t off = errorAt(even) + stepped(shown, place);
        at.lowNs += off - at.offsetNs;
        at.highNs += off - at.offsetNs;
        at.offsetNs = off;
        for (const Step& step : steps) {
            const bool isBehind = even >= step.at;
            if (isBehind != (correction->middle >= step.at)) { // what is not known of the step comes in
                at.lowNs -= isBehind ? step.byNs - step.lowNs : step.highNs - step.byNs;
                at.highNs += isBehind ? step.highNs - step.byNs : step.byNs - step.lowNs;
            }
            if (mayBeOnEitherSide(step, even, place)) {
                at.lowNs += std::min<std::int64_t>(0, isBehind ? -step.byNs : step.byNs);
                at.highNs += std::max<std::int64_t>(0, isBehind ? -step.byNs : step.byNs);
            }
        }
        return at;
    }

private:
    SourceTime withoutTurns(SourceTime time, std::uint64_t place) const
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
    /// By how much it stood ahead of steady() when it showed that.
    std::int64_t stepped(SourceTime shown, std::uint64_t place) const
    {
        std::int64_t ahead = beforeStepsNs;
        for (const Step& step : steps) {
            const std::int64_t behind = step.at.ns + ahead + std::max<std::int64_t>(0, step.byNs);
            if (place != 0 && step.place != 0 ? place < step.place : shown.ns < behind)
                break;
            ahead += step.byNs;
        }
        return ahead;
    }
    /// Nothing tells on which side of the step it was recorded: where the clock was set back, its time alone
    /// does not.
    static bool mayBeOnEitherSide(const Step& step, SourceTime even, std::uint64_t place)
    {
        const bool isPlaced = place != 0 && step.place != 0;
        const std::int64_t again = isPlaced ? 0 : std::max<std::int64_t>(0, -step.byNs);
        return even.ns > step.from.ns - again && even < step.to;
    }
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
    /// With whom the source's comparison was left out (SourceClock::contradicted), once.
    void noteContradiction(SourceId source, const std::string& with)
    {
        const auto found = m_clocks.find(source);
        if (found == m_clocks.end()
            || std::ranges::find(found->second.contradicted, with) != found->second.contradicted.end())
            return;
        found->second.contradicted.push_back(with);
    }
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
