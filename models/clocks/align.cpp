// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/clocks/align.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <optional>
#include <set>

#include "models/base/fields.h"
#include "models/clocks/pairs.h"
#include "models/clocks/years.h"
#include "models/clocks/zonerules.h"
#include "models/events/identity.h"

namespace whittle
{

namespace
{

constexpr std::int64_t quarterHour = 900 * nsPerSecond;

bool isCapture(const SourceRow& source)
{
    return source.unit == PlaceUnit::Frame;
}

bool zoneIsKnown(const SourceRow& source)
{
    return source.utcOffsetSeconds.has_value();
}

std::int64_t roundTo(std::int64_t value, std::int64_t step)
{
    return std::llround(static_cast<double>(value) / static_cast<double>(step)) * step;
}

std::string zoneText(std::int64_t offsetNs)
{
    if (offsetNs == 0)
        return "UTC";
    const std::int64_t minutes = std::abs(offsetNs) / (60 * nsPerSecond);
    char text[32];
    std::snprintf(text, sizeof text, "UTC%c%02lld:%02lld", offsetNs < 0 ? '-' : '+',
                  static_cast<long long>(minutes / 60), static_cast<long long>(minutes % 60));
    return text;
}

/// In an order that does not depend on which file was added first.
std::vector<const SourceRow*> inOrder(const CaseEvents& events)
{
    std::vector<const SourceRow*> sources;
    for (const SourceRow& source : events.sources)
        sources.push_back(&source);
    std::ranges::sort(sources, {},
                      [](const SourceRow* source) { return std::tie(source->path, source->sha256); });
    return sources;
}

/// Where the site is, if a source says so ("Current time in America/Chicago is …").
struct SiteZone {
    std::string name;
    std::optional<std::int64_t> offsetNs;
};

/// "America/Chicago"; an abbreviation such as CST is of many places.
bool hasRules(const std::string& zone)
{
    return zone.find('/') != std::string::npos;
}

SiteZone siteZone(const CaseEvents& events)
{
    SiteZone zone;
    SourceId by{}; // several may say so; the first in order counts
    for (const SourceRow* source : inOrder(events)) {
        if (hasRules(source->zoneName) && zone.name.empty()) {
            zone.name = source->zoneName;
            by = source->id;
        }
    }
    for (const EventRow& event : events.singles) {
        if (event.kind != "ntp.system-status" || event.ref.source != by)
            continue;
        if (const auto seconds = FieldView(event.fields).number("local-offset-s"))
            zone.offsetNs = *seconds * nsPerSecond;
    }
    return zone;
}

/// A trace that tells phones the time writes down the seconds of UTC beside its own: the first tells its
/// zone.
std::optional<std::int64_t> offsetByItsUtc(const CaseEvents& events, SourceId source)
{
    constexpr std::int64_t farthest = 14 * 3600 * nsPerSecond;
    for (const EventRow& event : events.singles) {
        if (event.ref.source != source || event.kind != "sccp.time-date-res")
            continue;
        const auto utc = FieldView(event.fields).number("system-time");
        if (!utc || *utc < 0 || *utc > INT64_MAX / nsPerSecond)
            continue;
        const std::int64_t offset = roundTo(event.time.ns - *utc * nsPerSecond, quarterHour);
        if (std::abs(offset) <= farthest)
            return offset;
    }
    return {};
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

/// Splits the whole difference between a source's wall clock and the reference into date, zone and the
/// clock's own error.
class Decomposition
{
public:
    Decomposition(const SourceRow& source, const SiteZone& site)
        : m_source(source)
        , m_site(site)
    {
        if (isDated() && !source.utcOffsetSeconds)
            m_zone = zoneOverSource(zoneName(), source, yearShift());
    }

    /// The zone whose rules the source may follow, at its beginning and with its turns.
    const std::optional<ZoneOfSource>& zone() const { return m_zone; }

    /// `withTurns`: the match was made with steady() times.
    SourceClock clock(const ClockMatch& match, bool withTurns) const
    {
        SourceClock clock = base();
        std::int64_t rest = match.differenceNs + clock.dateShiftNs;
        if (isStated())
            rest -= clock.utcOffsetNs;
        else
            rest = takeZone(clock, rest);
        if (m_zone && withTurns && clock.utcOffsetNs == m_zone->offsetNs)
            clock.turns = m_zone->turns;
        if (m_source.year && !m_source.year->known)
            rest = takeYear(clock, rest, match);
        else if (!isDated())
            rest = takeDate(clock, rest);
        SourceClock::Correction correction;
        correction.offsetNs = rest;
        const std::int64_t shift = correction.offsetNs - match.differenceNs;
        correction.lowNs = match.lowNs + shift;
        correction.highNs = match.highNs + shift;
        correction.driftPpm = match.driftPpm;
        correction.pairs = static_cast<std::int64_t>(match.pairs.size());
        correction.basis = "matched-events";
        clock.correction = correction;
        return clock;
    }

    /// For a source that nothing can be compared with. `others`: what those with dates recorded.
    /// `ownOffset`: of its zone, by what it says itself.
    SourceClock alone(std::optional<CaseTime> caseBegin, const std::optional<WallSpan>& others,
                      std::optional<std::int64_t> ownOffset) const
    {
        SourceClock clock = base();
        if (!isDated() && m_source.first)
            dateAlone(clock, caseBegin, others);
        if (isStated())
            return clock;
        auto zone = zoneOverSource(zoneName(), m_source, clock.dateShiftNs);
        if (zone && ownOffset && zone->offsetNs != *ownOffset)
            zone.reset();
        const auto offset = zone ? std::optional(zone->offsetNs) : ownOffset ? ownOffset : m_site.offsetNs;
        if (!offset)
            return clock;
        clock.utcOffsetNs = *offset;
        const bool isSite = zone || (!ownOffset && !m_site.name.empty());
        clock.zone = isSite ? m_site.name : zoneText(*offset);
        clock.zoneBasis = Basis::Inferred;
        if (zone)
            clock.turns = zone->turns;
        return clock;
    }

private:
    bool isDated() const { return m_source.hasDate || (m_source.year && m_source.year->known); }
    std::int64_t yearShift() const
    {
        return m_source.year && m_source.year->known ? shiftToYear(*m_source.year->known) : 0;
    }
    const std::string& zoneName() const
    {
        return m_source.zoneName.empty() ? m_site.name : m_source.zoneName;
    }
    /// By an offset, or by a name whose rules are known.
    bool isStated() const { return m_source.utcOffsetSeconds || (m_zone && !m_source.zoneName.empty()); }

    SourceClock base() const
    {
        SourceClock clock;
        clock.source = m_source.id;
        clock.zone = "UTC";
        clock.dateShiftNs = yearShift();
        if (!m_source.hasDate)
            clock.dateBasis = isDated() ? Basis::Stated : Basis::Assumed;
        if (!isStated())
            return clock;
        clock.zoneBasis = Basis::Stated;
        clock.utcOffsetNs =
            m_source.utcOffsetSeconds ? *m_source.utcOffsetSeconds * nsPerSecond : m_zone->offsetNs;
        clock.zone = m_source.utcOffsetSeconds ? zoneText(clock.utcOffsetNs) : m_zone->name;
        if (!m_source.utcOffsetSeconds)
            clock.turns = m_zone->turns;
        return clock;
    }

    std::int64_t takeZone(SourceClock& clock, std::int64_t rest) const
    {
        clock.zoneBasis = Basis::Inferred;
        std::int64_t offset = isDated() ? roundTo(rest, quarterHour) : wrapToDay(roundTo(rest, quarterHour));
        // The site's own zone explains it too when what remains is a clock's error and not a quarter of an
        // hour.
        if (m_site.offsetNs && !isDated())
            offset = *m_site.offsetNs;
        clock.utcOffsetNs = offset;
        const auto ofSite = m_zone ? std::optional(m_zone->offsetNs) : m_site.offsetNs;
        const bool isSite = ofSite == offset && !m_site.name.empty();
        clock.zone = isSite ? m_site.name : zoneText(offset);
        return rest - offset;
    }

    static std::int64_t takeDate(SourceClock& clock, std::int64_t rest)
    {
        const std::int64_t days = roundTo(rest, nsPerDay);
        clock.dateShiftNs = -days;
        clock.dateBasis = Basis::Inferred;
        return rest - days;
    }

    std::int64_t takeYear(SourceClock& clock, std::int64_t rest, const ClockMatch& match) const
    {
        const std::int64_t right = match.middle.ns + clock.utcOffsetNs;
        clock.dateShiftNs =
            shiftToYear(m_source, yearNearest(m_source, match.middle.ns + match.differenceNs, right));
        clock.dateBasis = Basis::Inferred;
        return rest + clock.dateShiftNs;
    }

    void dateAlone(SourceClock& clock, std::optional<CaseTime> caseBegin,
                   const std::optional<WallSpan>& others) const
    {
        if (!m_source.year && caseBegin)
            clock.dateShiftNs = caseBegin->nsUtc / nsPerDay * nsPerDay;
        if (!m_source.year)
            return;
        const auto year = others ? std::optional(yearBeside(m_source, *others)) : yearOfFile(m_source);
        if (!year)
            return;
        clock.dateShiftNs = shiftToYear(m_source, *year);
        const bool together = others && m_source.first->ns + clock.dateShiftNs <= others->to
            && m_source.last->ns + clock.dateShiftNs >= others->from;
        clock.dateBasis = together ? Basis::Inferred : Basis::Assumed;
    }

    /// A time of day alone: the zone is taken between -11:45 and +12:00.
    static std::int64_t wrapToDay(std::int64_t offset)
    {
        offset %= nsPerDay;
        if (offset > nsPerDay / 2)
            offset -= nsPerDay;
        if (offset <= -nsPerDay / 2)
            offset += nsPerDay;
        return offset;
    }

    const SourceRow& m_source;
    const SiteZone& m_site;
    std::optional<ZoneOfSource> m_zone;
};

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
        const ClockSet zones = zonesWithTurns();
        m_moments = recognisableMoments(events, identity, stop, zones);
        if (!m_turning.empty())
            m_asWritten = recognisableMoments(events, identity, stop);
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

    /// For the sources over which summer time may begin or end.
    ClockSet zonesWithTurns()
    {
        ClockSet zones;
        for (const SourceRow* source : m_sources) {
            const auto zone = Decomposition(*source, m_site).zone();
            if (!zone || zone->turns.empty())
                continue;
            m_turning.insert(source->id);
            SourceClock clock;
            clock.source = source->id;
            clock.dateShiftNs = source->year && source->year->known ? shiftToYear(*source->year->known) : 0;
            clock.utcOffsetNs = zone->offsetNs;
            clock.turns = zone->turns;
            zones.add(clock);
        }
        return zones;
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
        const bool asWritten = m_turning.contains(source.id) && clock.turns.empty();
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
        SourceClock clock = Decomposition(source, m_site).clock(match, nearest.withTurns);
        // The offset holds in the middle of the pairs; it is told for the middle of the source.
        const std::int64_t pairsMiddle = match.middle.ns + match.differenceNs;
        const std::int64_t middle =
            source.first && source.last ? source.first->ns / 2 + source.last->ns / 2 : pairsMiddle;
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
