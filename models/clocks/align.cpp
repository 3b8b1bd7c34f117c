// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/clocks/align.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <optional>
#include <set>
#include <utility>

#include "models/base/fields.h"
#include "models/clocks/decomposition.h"
#include "models/events/identity.h"

namespace whittle
{

namespace
{

bool isCapture(const SourceRow& source)
{
    return source.unit == PlaceUnit::Frame;
}

bool zoneIsKnown(const SourceRow& source)
{
    return source.utcOffsetSeconds.has_value();
}

constexpr std::int64_t halfADay = nsPerDay / 2;

/// Turns other than those of addLeapDays().
bool hasSummerTime(const SourceClock& clock)
{
    std::int64_t offset = clock.utcOffsetNs;
    return std::ranges::any_of(clock.turns, [&](const SourceClock::Turn& turn) {
        return std::abs(std::exchange(offset, turn.offsetNs) - turn.offsetNs) < halfADay;
    });
}

SourceId chooseReference(const std::vector<const SourceRow*>& sources)
{
    const SourceRow* best = nullptr;
    const auto rank = [](const SourceRow& source) {
        return std::tuple(isCapture(source), zoneIsKnown(source), source.hasDate, source.events);
    };
    for (const SourceRow* source : sources) {
        if (source->first && source->events > 0 && (!best || rank(*source) > rank(*best)))
            best = source;
    }
    return best ? best->id : SourceId{};
}

class Aligner
{
public:
    Aligner(const CaseEvents& events, const Identity& identity, const std::stop_token& stop)
        : m_events(events)
        , m_sources(inOrder(events))
        , m_site(siteZone(events))
        , m_others(datedSpan(events))
        , m_stop(stop)
    {
        m_years = yearsWithLeapDays();
        m_moments = recognisableMoments(events, identity, stop, turningClocks(true));
        if (!m_turning.empty())
            m_asWritten = recognisableMoments(events, identity, stop, turningClocks(false));
    }

    Alignment run()
    {
        m_result.reference = chooseReference(m_sources);
        m_result.siteZone = m_site.name;
        placeReference();
        while (placeNearest()) { }
        placeTheRest();
        return std::move(m_result);
    }

private:
    /// The best match of a source with one that is placed, and how well that one is known.
    struct Nearest {
        ClockMatch match;
        SourceClock::Correction over;
        bool withTurns = false;
    };

    static std::optional<WallSpan> datedSpan(const CaseEvents& events)
    {
        std::optional<WallSpan> span;
        for (const SourceRow& source : events.sources) {
            if (!source.hasDate || !source.first || !source.last)
                continue;
            span = span.value_or(WallSpan{source.first->ns, source.last->ns});
            span->from = std::min(span->from, source.first->ns);
            span->to = std::max(span->to, source.last->ns);
        }
        return span;
    }

    /// Of the sources in which a day is missing: the year they say, or the likely one.
    std::map<SourceId, int> yearsWithLeapDays() const
    {
        std::map<SourceId, int> years;
        for (const SourceRow* source : m_sources) {
            if (!source->year || !source->first || !source->last)
                continue;
            const auto year =
                source->year->known ? source->year->known : Decomposition::likelyYear(*source, m_others);
            if (year && !missedLeapDays(*source, *year).empty())
                years.emplace(source->id, *year);
        }
        return years;
    }

    /// To the year that the source says, or to the likely one where a leap day hangs on it.
    std::int64_t shiftOf(const SourceRow& source) const
    {
        const auto likely = m_years.find(source.id);
        if (likely != m_years.end())
            return shiftToYear(source, likely->second);
        return source.year->known ? shiftToYear(source, *source.year->known) : 0;
    }

    /// For the sources over which summer time may begin or end, unless it is left aside, and those in which a
    /// day is missing.
    ClockSet turningClocks(bool withSummerTime)
    {
        ClockSet clocks;
        for (const SourceRow* source : m_sources) {
            const Decomposition parts(*source, m_site);
            SourceClock clock;
            clock.source = source->id;
            if (withSummerTime && parts.zone() && !parts.zone()->turns.empty()) {
                m_turning.insert(source->id);
                clock.utcOffsetNs = parts.zone()->offsetNs;
                clock.turns = parts.zone()->turns;
            }
            if (source->year)
                clock.dateShiftNs = shiftOf(*source);
            addLeapDays(clock, *source);
            if (clock.turns.empty())
                continue;
            clocks.add(clock);
        }
        return clocks;
    }

    void placeReference()
    {
        const SourceRow* source = m_events.source(m_result.reference);
        if (!source)
            return;
        SourceClock clock = Decomposition(*source, m_site).alone({}, m_others, ownOffset(*source));
        clock.correction = SourceClock::Correction{};
        clock.correction->basis = "reference";
        place(*source, clock);
    }

    std::optional<std::int64_t> ownOffset(const SourceRow& source) const
    {
        return source.hasDate && source.unit == PlaceUnit::Line ? offsetByItsUtc(m_events, source.id)
                                                                : std::nullopt;
    }

    void place(const SourceRow& source, const SourceClock& clock)
    {
        Recognisable corrected;
        SourceClock steady = clock; // the moments are steady() already, or the clock has no turns
        steady.turns.clear();
        const bool asWritten = m_turning.contains(source.id) && !hasSummerTime(clock);
        for (const auto& [key, times] : asWritten ? m_asWritten[source.id] : m_moments[source.id]) {
            for (const SourceTime time : times)
                corrected[key].push_back({steady.corrected(time).nsUtc});
        }
        m_placed.insert(source.id);
        m_result.clocks.add(clock);
        compareWith(clock, corrected);
    }

    /// Of the sources not yet placed, the one with the most pairs with one that is; false when none has any.
    bool placeNearest()
    {
        const SourceRow* best = nullptr;
        for (const SourceRow* source : m_sources) {
            if (!m_placed.contains(source->id) && pairsOf(source) > (best ? pairsOf(best) : 0))
                best = source;
        }
        if (!best || m_stop.stop_requested())
            return false;
        const Nearest nearest = m_nearest.at(best->id);
        place(*best, widened(clockOf(*best, nearest), nearest.over));
        return true;
    }

    std::size_t pairsOf(const SourceRow* source) const
    {
        const auto nearest = m_nearest.find(source->id);
        return nearest == m_nearest.end() ? 0 : nearest->second.match.pairs.size();
    }

    /// A source that was just placed may be nearer to the others than those before it.
    void compareWith(const SourceClock& clock, const Recognisable& corrected)
    {
        for (const SourceRow* source : m_sources) {
            if (m_placed.contains(source->id) || m_stop.stop_requested())
                continue;
            const bool turns = m_turning.contains(source->id);
            compare(*source, m_moments[source->id], corrected, *clock.correction, turns);
            if (turns && source->zoneName.empty())
                compare(*source, m_asWritten[source->id], corrected, *clock.correction, false);
        }
    }

    void compare(const SourceRow& source, const Recognisable& moments, const Recognisable& corrected,
                 const SourceClock::Correction& over, bool withTurns)
    {
        auto found = matchClocks(corrected, moments, source.resolutionNs, m_stop);
        if (found && found->pairs.size() > pairsOf(&source))
            m_nearest[source.id] = {std::move(*found), over, withTurns};
    }

    /// Who is compared with a source that is itself known to within an interval is not known better than
    /// that.
    static SourceClock widened(SourceClock clock, const SourceClock::Correction& over)
    {
        clock.correction->lowNs -= over.highNs - over.offsetNs;
        clock.correction->highNs += over.offsetNs - over.lowNs;
        return clock;
    }

    SourceClock clockOf(const SourceRow& source, const Nearest& nearest) const
    {
        const ClockMatch& match = nearest.match;
        const auto year = m_years.find(source.id);
        const auto presumed = year == m_years.end() ? std::nullopt : std::optional(year->second);
        SourceClock clock = Decomposition(source, m_site, presumed).clock(match, nearest.withTurns);
        // The offset holds in the middle of the pairs; it is told for the middle of the source.
        const std::int64_t pairsMiddle = match.middle.ns + match.differenceNs;
        const std::int64_t middle = source.first && source.last
            ? clock.steady({source.first->ns / 2 + source.last->ns / 2}).ns
            : pairsMiddle;
        const auto moved =
            static_cast<std::int64_t>(static_cast<double>(middle - pairsMiddle) * match.driftPpm * 1e-6);
        const std::int64_t doubt = doubtAt(source, match, middle - pairsMiddle);
        clock.correction->offsetNs += moved;
        clock.correction->lowNs += moved - doubt;
        clock.correction->highNs += moved + doubt;
        clock.correction->middle = {middle};
        return clock;
    }

    /// What the spread of the pairs does not show: away from them the drift is not known exactly (or, over a
    /// short time, not at all), and a program writes its line when it comes to it, always a little late.
    static std::int64_t doubtAt(const SourceRow& source, const ClockMatch& match, std::int64_t awayNs)
    {
        constexpr double unknownDrift = 120e-6; // two ordinary clocks, one fast and one slow
        constexpr std::int64_t lineIsLate = 5'000'000;
        const auto span = static_cast<double>((match.pairs.back().a - match.pairs.front().a).count());
        const auto spread = static_cast<double>(match.highNs - match.lowNs) / 2;
        const double drift =
            match.driftPpm == 0 || span <= 0 ? unknownDrift : std::min(unknownDrift, 2 * spread / span);
        const auto far = static_cast<std::int64_t>(std::abs(static_cast<double>(awayNs)) * drift);
        return far + (isCapture(source) ? 0 : lineIsLate);
    }

    void placeTheRest()
    {
        std::optional<CaseTime> begin;
        for (const SourceRow& source : m_events.sources) {
            if (m_placed.contains(source.id) && source.first)
                begin = std::min(begin.value_or(CaseTime{INT64_MAX}),
                                 m_result.clocks.at(source.id, *source.first));
        }
        for (const SourceRow& source : m_events.sources) {
            if (!m_placed.contains(source.id))
                m_result.clocks.add(Decomposition(source, m_site).alone(begin, m_others, ownOffset(source)));
        }
    }

    const CaseEvents& m_events;
    std::vector<const SourceRow*> m_sources;
    SiteZone m_site;
    std::optional<WallSpan> m_others;
    std::map<SourceId, int> m_years; ///< of those in which a 29 February is missing
    std::set<SourceId> m_turning; ///< over which summer time may begin or end
    std::map<SourceId, Recognisable> m_moments;
    std::map<SourceId, Recognisable> m_asWritten; ///< of those that turn
    std::stop_token m_stop;
    std::map<SourceId, Nearest> m_nearest;
    std::set<SourceId> m_placed;
    Alignment m_result;
};

} // namespace

Alignment alignClocks(const CaseEvents& events, const Identity& identity, const std::stop_token& stop)
{
    return Aligner(events, identity, stop).run();
}

} // namespace whittle
