// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/lineclock.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace whittle
{

namespace
{

/// Lines this near to midnight may have been written in the other order.
constexpr std::int64_t nearMidnight = 2 * nsPerSecond;

/// A clock that shows less than this since 00:00 after a silence of that length was started anew: by chance
/// silence ends so in one of sixty midnights.
constexpr std::int64_t unsetFor = 60 * nsPerSecond;
constexpr std::int64_t leastSilence = 3600 * nsPerSecond;

constexpr std::int64_t longestPauseAtFold = 300 * nsPerSecond;
constexpr std::size_t mostHoursAgain = 16;

std::string secondsText(std::int64_t ns)
{
    char digits[48];
    std::snprintf(digits, sizeof digits, "%lld.%03lld", static_cast<long long>(ns / nsPerSecond),
                  static_cast<long long>(ns % nsPerSecond / 1'000'000));
    return digits;
}

/// Whole days since 1970-01-01, also before it.
std::int64_t daysIn(std::int64_t ns)
{
    return ns / nsPerDay - (ns % nsPerDay < 0 ? 1 : 0);
}

/// "2009-11-01 01:00:01"
std::string wallText(std::int64_t ns)
{
    std::string text = toRfc3339(ns).substr(0, 19);
    std::ranges::replace(text, 'T', ' ');
    return text;
}

} // namespace

SourceTime LineClock::timeOfDay(std::int64_t ns, std::uint64_t line)
{
    const std::int64_t midnight = m_last - m_last % nsPerDay;
    const std::int64_t sinceMidnight = m_last - midnight;
    const bool startsAnew = ns < unsetFor && sinceMidnight < nsPerDay - leastSilence;
    if (sinceMidnight - ns > nsPerDay / 2 && !startsAnew)
        return note(midnight + nsPerDay + ns, line);
    const bool fromBefore = midnight > 0 && sinceMidnight < nearMidnight && ns >= nsPerDay - nearMidnight;
    return note(fromBefore ? midnight - nsPerDay + ns : midnight + ns, line);
}

std::int64_t LineClock::day(std::optional<int> year, int month, int day)
{
    m_hasDate = m_hasDate || (year && !m_years.any());
    if (!m_hasDate)
        return year ? m_years.day(*year, month, day) : m_years.day(month, day);
    return year ? daysFromCivil({*year, month, day}) : dayNearby(month, day);
}

/// A 29 February of a common year is its 28th.
std::int64_t LineClock::dayNearby(int month, int day) const
{
    const std::int64_t last = daysIn(m_last);
    const int about = civilFromDays(last).year;
    std::int64_t best = INT64_MAX;
    for (int year = about - 1; year <= about + 1; ++year) {
        const CivilDate date{year, month, isValid({year, month, day}) ? day : 28};
        const std::int64_t days = daysFromCivil(date);
        if (best == INT64_MAX || std::abs(days - last) < std::abs(best - last))
            best = days;
    }
    return best;
}

std::int64_t LineClock::onCountedDay(std::int64_t ns)
{
    const std::int64_t days = daysIn(ns);
    const CivilDate date = civilFromDays(days);
    return m_years.day(date.year, date.month, date.day) * nsPerDay + (ns - days * nsPerDay);
}

SourceTime LineClock::note(std::int64_t ns, std::uint64_t line)
{
    if (!m_any)
        m_last = m_lowest = m_highest = ns;
    m_any = true;
    if (m_last - ns > m_tolerance)
        noteStepBack(ns, line);
    m_last = ns;
    m_lowest = std::min(m_lowest, ns);
    m_highest = std::max(m_highest, ns);
    m_rhythm.add({ns});
    return {ns};
}

void LineClock::noteStepBack(std::int64_t ns, std::uint64_t line)
{
    if (isHourAgain(ns) && m_hoursAgain.size() < mostHoursAgain) {
        m_hoursAgain.emplace_back(line, ns);
        return;
    }
    m_largestStepBack = std::max(m_largestStepBack, m_last - ns);
    if (m_stepsBack++ == 0)
        m_firstStepBack = line;
}

/// Local time goes back by an hour early on a Sunday; the pause between the two lines is missing in it.
bool LineClock::isHourAgain(std::int64_t ns) const
{
    constexpr std::int64_t hour = 3600 * nsPerSecond;
    constexpr std::int64_t daysToSunday = 4; // 1970-01-01 was a Thursday
    const std::int64_t back = m_last - ns;
    return m_hasDate && ns > 0 && (ns / nsPerDay + daysToSunday) % 7 == 0 && ns % nsPerDay < 3 * hour
        && back > hour - longestPauseAtFold && back <= hour + nearMidnight;
}

void LineClock::describe(SourceFacts& facts) const
{
    facts.hasDate = m_hasDate;
    if (m_years.any())
        facts.year = m_years.hints();
    if (!m_any)
        return;
    facts.first = SourceTime{m_lowest};
    facts.last = SourceTime{m_highest};
    m_rhythm.describe(facts);
}

void LineClock::report(EventSink& sink) const
{
    for (const auto& [line, ns] : m_hoursAgain)
        sink.problem({Severity::Notice,
                      "formats.hour-again",
                      Place{PlaceUnit::Line, line},
                      {std::to_string(line), wallText(ns)}});
    if (m_stepsBack == 0)
        return;
    sink.problem(
        {Severity::Notice,
         "formats.clock-stepped-back",
         Place{PlaceUnit::Line, m_firstStepBack},
         {std::to_string(m_stepsBack), std::to_string(m_firstStepBack), secondsText(m_largestStepBack)}});
}

} // namespace whittle
