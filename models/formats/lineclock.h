// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "models/base/eventsink.h"
#include "models/evidence/format.h"
#include "models/evidence/rhythm.h"
#include "models/formats/yearcount.h"

namespace whittle
{

/// The times of one text source as they come, line after line: counts days where the lines have a time of day
/// only, and notices when the source's clock went back.
class LineClock
{
public:
    /// `tolerance`: steps back up to this are how several threads write into one file, and not worth a word.
    explicit LineClock(Nanoseconds tolerance)
        : m_tolerance(tolerance.count())
    {
    }

    /// A line with a date. `ns`: since 1970-01-01 00:00.
    SourceTime dated(std::int64_t ns, std::uint64_t line)
    {
        if (m_years.any())
            return note(onCountedDay(ns), line);
        m_hasDate = true;
        return note(ns, line);
    }
    /// The day of a line that may or may not say its year, since 1970 or since day 0: the first line decides.
    /// A year that comes later tells which one is counted; one that is missing later is that which is nearest
    /// to the line before. The date exists, in some year where none is said.
    std::int64_t day(std::optional<int> year, int month, int day);
    /// A line at that moment of the calendar that day() is on.
    SourceTime at(std::int64_t ns, std::uint64_t line) { return note(ns, line); }
    /// A line with a time of day only, in ns since midnight. A step back of more than 12 h is midnight;
    /// smaller ones are kept. So is one that ends an hour of silence within the first minute of the day: a
    /// phone that starts with its clock at 00:00, until somebody sets it.
    SourceTime timeOfDay(std::int64_t ns, std::uint64_t line);
    /// A line with month and day, that exist in some year, and no year; `nsOfDay`: since midnight. Days count
    /// from 1 January of the first line's year, which is day 0 (YearCount).
    SourceTime monthDay(int month, int day, std::int64_t nsOfDay, std::uint64_t line)
    {
        return note(this->day({}, month, day) * nsPerDay + nsOfDay, line);
    }
    /// The line before (or, before any, the next) is of that year: a file head, a SIP Date header.
    void setYear(int year) { m_years.setYear(year); }

    /// Fills in first, last, what is known of the date, spans and silences.
    void describe(SourceFacts& facts) const;
    /// One notice when the clock went back by more than the tolerance, and one for each hour that a clock
    /// showed twice on a Sunday: the end of daylight-saving time, where the source is in local time. In both
    /// the place is that of the first line behind it.
    void report(EventSink& sink) const;

private:
    SourceTime note(std::int64_t ns, std::uint64_t line);
    std::int64_t onCountedDay(std::int64_t ns);
    std::int64_t dayNearby(int month, int day) const;
    void noteStepBack(std::int64_t ns, std::uint64_t line);
    bool isHourAgain(std::int64_t ns) const;

    std::int64_t m_tolerance;
    Rhythm m_rhythm;
    std::vector<std::pair<std::uint64_t, std::int64_t>> m_hoursAgain; ///< line, and what it showed
    std::int64_t m_last = 0; ///< of the line before
    std::int64_t m_lowest = 0;
    std::int64_t m_highest = 0;
    std::uint64_t m_stepsBack = 0;
    std::uint64_t m_firstStepBack = 0; ///< line
    std::int64_t m_largestStepBack = 0;
    bool m_any = false;
    bool m_hasDate = false;
    YearCount m_years;
};

} // namespace whittle
