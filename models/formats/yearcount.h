// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include "models/evidence/format.h"

namespace whittle
{

/// Counts days over lines that have month and day and not all a year. Day 0 is 1 January of the year of the
/// first line. Each year counts as a common one, from the first 29 February on every fourth as a leap year,
/// whatever is known of the year: models/clocks puts in the days that are missing once the year is found out.
class YearCount
{
public:
    /// The day of a line; they exist in some year. More than half a year back is New Year; a
    /// 31 December after a 1 January was written in the other order.
    std::int64_t day(int month, int day);
    /// The same for a line that says its year.
    std::int64_t day(int year, int month, int day);
    /// The line before, or before any the next, is of that year.
    void setYear(int year);

    bool any() const { return m_last.has_value(); }
    const YearHints& hints() const { return m_hints; }

private:
    bool isLeap() const { return countsAsLeap(m_hints, m_years); }
    std::int64_t count(int month, int day);
    void nextYear();
    void yearBefore();
    void noteFebruary(int month, std::int64_t number);

    std::int64_t m_newYear = 0; ///< day of 1 January of the year reached
    int m_years = 0; ///< how many it is after that of day 0
    std::optional<std::int64_t> m_last{};
    bool m_lastInFebruary = false;
    YearHints m_hints;
};

} // namespace whittle
