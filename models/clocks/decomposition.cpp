// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/clocks/decomposition.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace whittle
{

namespace
{

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

} // namespace

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

Decomposition::Decomposition(const SourceRow& source, const SiteZone& site, std::optional<int> presumedYear)
    : m_source(source)
    , m_site(site)
    , m_presumedYear(presumedYear)
{
    if (!isDated())
        return;
    m_zone = zoneOverSource(zoneName(), source, yearShift());
    if (m_zone && source.utcOffsetSeconds && !showsTurnOf(*m_zone))
        m_zone.reset();
}

/// The offset that the source states is that of the zone at its beginning, and its clock goes back when that
/// of the zone does: it shows local time, and states the offset once.
bool Decomposition::showsTurnOf(const ZoneOfSource& zone) const
{
    const bool goesBack = std::ranges::any_of(zone.turns, [](const auto& turn) { return turn.place != 0; });
    return goesBack && zone.offsetNs == *m_source.utcOffsetSeconds * nsPerSecond
        && !hasProblem("formats.zone-changes"); // those were followed when it was read
}

void Decomposition::follow(SourceClock& clock) const
{
    clock.turns = m_zone->turns;
    clock.zone = m_zone->name;
    clock.zoneBasis = Basis::Inferred;
}

SourceClock Decomposition::clock(const ClockMatch& match, bool withTurns, bool wasSet) const
{
    SourceClock clock = base();
    std::int64_t rest = match.differenceNs + clock.dateShiftNs;
    if (isStated())
        rest -= clock.utcOffsetNs;
    else if (m_zone && withTurns && wasSet)
        rest = takeOffset(clock, m_zone->offsetNs, rest);
    else
        rest = takeZone(clock, rest);
    if (m_zone && withTurns && m_source.utcOffsetSeconds)
        follow(clock);
    else if (m_zone && withTurns && clock.utcOffsetNs == m_zone->offsetNs)
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
    correction.pairs = static_cast<std::int64_t>(match.pairs);
    correction.basis = match.basis;
    clock.correction = correction;
    return clock;
}

SourceClock Decomposition::alone(std::optional<CaseTime> caseBegin, const std::optional<WallSpan>& others,
                                 std::optional<std::int64_t> ownOffset) const
{
    SourceClock clock = base();
    if (!isDated() && m_source.first)
        dateAlone(clock, caseBegin, others);
    if (!isStated())
        zoneAlone(clock, ownOffset);
    else if (m_zone && m_source.utcOffsetSeconds)
        follow(clock);
    addLeapDays(clock, m_source);
    return clock;
}

std::optional<int> Decomposition::likelyYear(const SourceRow& source, const std::optional<WallSpan>& others)
{
    return others ? std::optional(yearBeside(source, *others)) : yearOfFile(source);
}

void Decomposition::zoneAlone(SourceClock& clock, std::optional<std::int64_t> ownOffset) const
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

std::int64_t Decomposition::yearShift() const
{
    return m_source.year && m_source.year->known ? shiftToYear(m_source, *m_source.year->known) : 0;
}

const std::string& Decomposition::zoneName() const
{
    return m_source.zoneName.empty() ? m_site.name : m_source.zoneName;
}

bool Decomposition::hasProblem(std::string_view id) const
{
    return std::ranges::find(m_source.problems, id, &Problem::id) != m_source.problems.end();
}

SourceClock Decomposition::base() const
{
    SourceClock clock;
    clock.source = m_source.id;
    clock.zone = "UTC";
    clock.dateShiftNs = yearShift();
    if (!m_source.hasDate)
        clock.dateBasis = isDated() ? Basis::Stated : Basis::Assumed;
    if (!isStated())
        return clock;
    clock.zoneBasis = hasProblem("formats.zone-by-letters") ? Basis::Inferred : Basis::Stated;
    clock.utcOffsetNs =
        m_source.utcOffsetSeconds ? *m_source.utcOffsetSeconds * nsPerSecond : m_zone->offsetNs;
    clock.zone = m_source.utcOffsetSeconds ? zoneText(clock.utcOffsetNs) : m_zone->name;
    if (!m_source.utcOffsetSeconds)
        clock.turns = m_zone->turns;
    return clock;
}

std::int64_t Decomposition::takeZone(SourceClock& clock, std::int64_t rest) const
{
    std::int64_t offset = isDated() ? roundTo(rest, quarterHour) : wrapToDay(roundTo(rest, quarterHour));
    // The site's own zone explains it too when what remains is a clock's error and not a quarter of an
    // hour.
    if (m_site.offsetNs && !isDated())
        offset = *m_site.offsetNs;
    return takeOffset(clock, offset, rest);
}

std::int64_t Decomposition::takeOffset(SourceClock& clock, std::int64_t offset, std::int64_t rest) const
{
    clock.zoneBasis = Basis::Inferred;
    clock.utcOffsetNs = offset;
    const auto ofSite = m_zone ? std::optional(m_zone->offsetNs) : m_site.offsetNs;
    const bool isSite = ofSite == offset && !m_site.name.empty();
    clock.zone = isSite ? m_site.name : zoneText(offset);
    return rest - offset;
}

std::int64_t Decomposition::takeDate(SourceClock& clock, std::int64_t rest)
{
    const std::int64_t days = roundTo(rest, nsPerDay);
    clock.dateShiftNs = -days;
    clock.dateBasis = Basis::Inferred;
    return rest - days;
}

std::int64_t Decomposition::takeYear(SourceClock& clock, std::int64_t rest, const ClockMatch& match) const
{
    const std::int64_t right = match.middle.nsUtc + clock.utcOffsetNs;
    const int year = yearNearest(m_source, match.middle.nsUtc + match.differenceNs, right, m_presumedYear);
    clock.dateShiftNs = shiftToYear(m_source, year);
    clock.dateBasis = Basis::Inferred;
    if (m_presumedYear)
        addLeapDays(clock, m_source);
    return rest + clock.dateShiftNs;
}

void Decomposition::dateAlone(SourceClock& clock, std::optional<CaseTime> caseBegin,
                              const std::optional<WallSpan>& others) const
{
    if (!m_source.year && caseBegin)
        clock.dateShiftNs = caseBegin->nsUtc / nsPerDay * nsPerDay;
    else if (!m_source.year && !others)
        clock.dateShiftNs = dateOfFile(m_source).value_or(0);
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

std::int64_t Decomposition::wrapToDay(std::int64_t offset)
{
    offset %= nsPerDay;
    if (offset > nsPerDay / 2)
        offset -= nsPerDay;
    if (offset <= -nsPerDay / 2)
        offset += nsPerDay;
    return offset;
}

} // namespace whittle
