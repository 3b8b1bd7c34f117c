// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/clocks/align.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <optional>
#include <set>
#include <utility>

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

constexpr std::int64_t halfADay = nsPerDay / 2;

/// Turns other than those of addLeapDays().
bool hasSummerTime(const SourceClock& clock)
{
    std::int64_t offset = clock.utcOffsetNs;
    return std::ranges::any_of(clock.turns, [&](const SourceClock::Turn& turn) {
        return std::abs(std::exchange(offset, turn.offsetNs) - turn.offsetNs) < halfADay;
    });
}

/// Puts in the days that the source's count left out, in the year of the clock's day 0.
void addLeapDays(SourceClock& clock, const SourceRow& source)
{
    if (!source.year)
        return;
    const int year = civilFromDays(clock.dateShiftNs / nsPerDay).year;
    for (const std::int64_t march : missedLeapDays(source, year)) {
        const std::int64_t begin = march + shiftToYear(source, year);
        auto next = clock.turns.begin();
        std::int64_t offset = clock.utcOffsetNs;
        for (; next != clock.turns.end() && next->at.nsUtc < begin - offset; ++next)
            offset = next->offsetNs;
        next = clock.turns.insert(next, {{begin - offset}, offset, 0});
        for (; next != clock.turns.end(); ++next)
            next->offsetNs -= nsPerDay;
    }
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
    /// `presumedYear`: with whose leap days the moments were made, of a source that does not say its year.
    Decomposition(const SourceRow& source, const SiteZone& site, std::optional<int> presumedYear = {})
        : m_source(source)
        , m_site(site)
        , m_presumedYear(presumedYear)
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
        else if (m_source.year)
            addLeapDays(clock, m_source);
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
        if (!isStated())
            zoneAlone(clock, ownOffset);
        addLeapDays(clock, m_source);
        return clock;
    }

    /// For a source that neither says its year nor is compared with another: the year nearest to the others,
    /// else that of its file.
    static std::optional<int> likelyYear(const SourceRow& source, const std::optional<WallSpan>& others)
    {
        return others ? std::optional(yearBeside(source, *others)) : yearOfFile(source);
    }

private:
    void zoneAlone(SourceClock& clock, std::optional<std::int64_t> ownOffset) const
    {
        auto zone = zoneOverSource(zoneName(), m_source, clock.dateShiftNs);
        if (zone && ownOffset && zone->offsetNs != *ownOffset)
            zone.reset();
        const auto offset = zone ? std::optional(zone->offsetNs) : ownOffset ? ownOffset : m_site.offsetNs;
        if (!offset)
            return;
        clock.utcOffsetNs = *offset;
        const bool isSite = zone || (!ownOffset && !m_site.name.empty());
        clock.zone = isSite ? m_site.name : zoneText(*offset);
        clock.zoneBasis = Basis::Inferred;
        if (zone)
            clock.turns = zone->turns;
    }

    bool isDated() const { return m_source.hasDate || (m_source.year && m_source.year->known); }
    std::int64_t yearShift() const
    {
        return m_source.year && m_source.year->known ? shiftToYear(m_source, *m_source.year->known) : 0;
    }
    const std::string& zoneName() const
    {
        return m_source.zoneName.empty() ? m_site.name : m_source.zoneName;
    }
    /// By an offset, or by a name whose rules are known.
    bool isStated() const { return m_source.utcOffsetSeconds || (m_zone && !m_source.zoneName.empty()); }

    /// Its reader chose one of several zones that have the same letters.
    bool isByLetters() const
    {
        return std::ranges::any_of(m_source.problems, [](const Problem& problem) {
            return problem.id == "formats.zone-by-letters";
        });
    }

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
        clock.zoneBasis = isByLetters() ? Basis::Inferred : Basis::Stated;
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
        const int year = yearNearest(m_source, match.middle.ns + match.differenceNs, right, m_presumedYear);
        clock.dateShiftNs = shiftToYear(m_source, year);
        clock.dateBasis = Basis::Inferred;
        if (m_presumedYear)
            addLeapDays(clock, m_source);
        return rest + clock.dateShiftNs;
    }

    void dateAlone(SourceClock& clock, std::optional<CaseTime> caseBegin,
                   const std::optional<WallSpan>& others) const
    {
        if (!m_source.year && caseBegin)
            clock.dateShiftNs = caseBegin->nsUtc / nsPerDay * nsPerDay;
        if (!m_source.year)
            return;
        const auto year = likelyYear(m_source, others);
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
    std::optional<int> m_presumedYear;
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
