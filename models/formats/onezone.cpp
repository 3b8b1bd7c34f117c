// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/onezone.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace whittle
{

namespace
{

constexpr std::size_t mostLetters = 16;
constexpr std::int64_t quarterHour = 900 * nsPerSecond;
constexpr std::int64_t farthestApart = 26 * 3600 * nsPerSecond; ///< from UTC-12 to UTC+14

/// From `one` to `other`, read as wall clocks; years count only where both say them.
std::optional<std::int64_t> stepBetween(const Stamp& one, const Stamp& other)
{
    const auto ns = [&](const Stamp& stamp) {
        const int year = one.year && other.year ? *stamp.year : 2000;
        return daysFromCivil({year, stamp.month, stamp.day}) * nsPerDay + stamp.nsOfDay;
    };
    std::int64_t step = ns(other) - ns(one);
    if (std::abs(step) > 366 * nsPerDay - farthestApart && !(one.year && other.year))
        step -= (step < 0 ? -366 : 366) * nsPerDay;
    return std::abs(step) <= farthestApart ? std::optional(step) : std::nullopt;
}

} // namespace

std::int64_t OneZone::shift(const Stamp& stamp, std::int64_t ns, std::uint64_t line)
{
    noteLetters(stamp);
    if (stamp.zone.empty())
        m_withoutZone.add(line);
    m_beginsUnsaid = m_beginsUnsaid || (!m_lastNs && stamp.zone.empty());
    const std::optional<int> offset = offsetOf(stamp, ns, line);
    if (offset && !m_zone)
        begin(*offset, ns);
    m_lastNs = ns;
    if (!offset)
        return 0;
    m_last = offset;
    return std::int64_t{*m_zone - *offset} * nsPerSecond;
}

void OneZone::noteLetters(const Stamp& stamp)
{
    if (stamp.zone.empty())
        return;
    if (m_name.empty())
        m_name = stamp.zone;
    if (m_letters.size() < mostLetters && std::ranges::find(m_letters, stamp.zone) == m_letters.end())
        m_letters.emplace_back(stamp.zone);
}

std::optional<int> OneZone::offsetOf(const Stamp& stamp, std::int64_t ns, std::uint64_t line)
{
    if (const auto stated = stamp.utcOffsetSeconds())
        return stated;
    if (!m_zone)
        return stamp.zone.empty() ? m_unsaid : std::nullopt;
    const std::int64_t utc = m_lastNs.value_or(ns) - std::int64_t{*m_last} * nsPerSecond;
    if (const auto guess = byLetters(stamp.zone, utc, ns))
        return guess;
    if (!stamp.zone.empty())
        m_withoutZone.add(line);
    return stamp.zone.empty() && m_unsaid ? m_unsaid : m_last;
}

/// `nearUtc`: what the line should be near to.
std::optional<int> OneZone::byLetters(std::string_view letters, std::int64_t nearUtc, std::int64_t ns)
{
    if (const auto before = m_guesses.find(letters); before != m_guesses.end())
        return before->second;
    const ZoneByLetters* best = nullptr;
    const auto rank = [&](const ZoneByLetters& zone) {
        const bool known = std::ranges::find(m_letters, zone.beside) != m_letters.end();
        const std::int64_t away = ns - std::int64_t{zone.utcOffsetSeconds} * nsPerSecond - nearUtc;
        return std::pair(!known, std::abs(away));
    };
    for (const ZoneByLetters& zone : zonesOf(letters)) {
        if (!best || rank(zone) < rank(*best))
            best = &zone;
    }
    if (!best)
        return {};
    m_guesses.emplace(letters, best->utcOffsetSeconds);
    return best->utcOffsetSeconds;
}

/// The lines before the first with an offset stay as they were written: theirs is the zone of the source.
void OneZone::begin(int offset, std::int64_t ns)
{
    m_zone = m_last = offset;
    if (!m_lastNs)
        return;
    if (m_beginsUnsaid && m_unsaid)
        m_zone = m_unsaid;
    if (m_beginsUnsaid)
        return;
    const std::int64_t utc = ns - std::int64_t{offset} * nsPerSecond;
    if (const auto guess = byLetters(m_name, utc, *m_lastNs))
        m_zone = guess;
}

void OneZone::compare(const Stamp& one, const Stamp& other)
{
    const bool first = one.zone.empty();
    const auto offset = (first ? other : one).utcOffsetSeconds();
    if (first == other.zone.empty() || !offset || !one.isValid() || !other.isValid())
        return;
    const auto step = first ? stepBetween(other, one) : stepBetween(one, other);
    if (step)
        m_unsaid = *offset + static_cast<int>(std::llround(static_cast<double>(*step) / quarterHour)) * 900;
}

void OneZone::describe(SourceFacts& facts) const
{
    facts.utcOffsetSeconds = m_zone;
    facts.zoneName = m_name;
}

void OneZone::report(EventSink& sink) const
{
    if (m_zone)
        m_withoutZone.report(sink, Severity::Notice, "formats.zone-of-neighbours");
    for (const auto& [letters, offset] : m_guesses) {
        const int minutes = std::abs(offset) / 60;
        char text[32];
        std::snprintf(text, sizeof text, "UTC%c%02d:%02d", offset < 0 ? '-' : '+', minutes / 60,
                      minutes % 60);
        sink.problem({Severity::Notice, "formats.zone-by-letters", {}, {letters, text}});
    }
}

} // namespace whittle
