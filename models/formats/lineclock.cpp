// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/lineclock.h"

#include <algorithm>
#include <cstdio>
#include <string>

namespace whittle
{

namespace
{

/// Lines this near to midnight may have been written in the other order.
constexpr std::int64_t nearMidnight = 2 * nsPerSecond;

std::string secondsText(std::int64_t ns)
{
    char digits[48];
    std::snprintf(digits, sizeof digits, "%lld.%03lld", static_cast<long long>(ns / nsPerSecond),
                  static_cast<long long>(ns % nsPerSecond / 1'000'000));
    return digits;
}

} // namespace

SourceTime LineClock::timeOfDay(std::int64_t ns, std::uint64_t line)
{
    const std::int64_t midnight = m_last - m_last % nsPerDay;
    const std::int64_t sinceMidnight = m_last - midnight;
    if (sinceMidnight - ns > nsPerDay / 2)
        return note(midnight + nsPerDay + ns, line);
    const bool fromBefore = midnight > 0 && sinceMidnight < nearMidnight && ns >= nsPerDay - nearMidnight;
    return note(fromBefore ? midnight - nsPerDay + ns : midnight + ns, line);
}

SourceTime LineClock::monthDay(int month, int day, std::int64_t nsOfDay, std::uint64_t line)
{
    return note(m_years.day(month, day) * nsPerDay + nsOfDay, line);
}

SourceTime LineClock::note(std::int64_t ns, std::uint64_t line)
{
    if (!m_any)
        m_last = m_lowest = m_highest = ns;
    m_any = true;
    if (m_last - ns > m_tolerance) {
        m_largestStepBack = std::max(m_largestStepBack, m_last - ns);
        if (m_stepsBack++ == 0)
            m_firstStepBack = line;
    }
    m_last = ns;
    m_lowest = std::min(m_lowest, ns);
    m_highest = std::max(m_highest, ns);
    return {ns};
}

void LineClock::describe(SourceFacts& facts) const
{
    facts.hasDate = m_hasDate;
    facts.hasMonthDay = m_years.any();
    facts.year = m_years.hints();
    if (!m_any)
        return;
    facts.first = SourceTime{m_lowest};
    facts.last = SourceTime{m_highest};
}

void LineClock::report(EventSink& sink) const
{
    if (m_stepsBack == 0)
        return;
    sink.problem(
        {Severity::Notice,
         "formats.clock-stepped-back",
         Place{PlaceUnit::Line, m_firstStepBack},
         {std::to_string(m_stepsBack), std::to_string(m_firstStepBack), secondsText(m_largestStepBack)}});
}

} // namespace whittle
