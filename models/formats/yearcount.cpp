// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/yearcount.h"

#include "models/base/time.h"

namespace whittle
{

namespace
{

constexpr std::int64_t halfAYear = 183;
constexpr int february = 2;

/// Days from 1 January to that day.
std::int64_t dayOfYear(int month, int day, bool leap)
{
    const int year = leap ? 1972 : 1970;
    return daysFromCivil({year, month, 1}) - daysFromCivil({year, 1, 1}) + day - 1;
}

} // namespace

std::int64_t YearCount::day(int month, int day)
{
    const std::int64_t reached = m_last.value_or(0) - m_newYear;
    const std::int64_t step = dayOfYear(month, day, isLeap()) - reached;
    if (m_last && step < -halfAYear)
        nextYear();
    else if (m_last && reached == 0 && month == 12 && day == 31)
        yearBefore();
    return count(month, day);
}

std::int64_t YearCount::day(int year, int month, int day)
{
    if (!m_last || !m_hints.known) {
        const std::int64_t number = this->day(month, day);
        setYear(year);
        return number;
    }
    while (*m_hints.known + m_years < year)
        nextYear();
    while (*m_hints.known + m_years > year)
        yearBefore();
    return count(month, day);
}

std::int64_t YearCount::count(int month, int day)
{
    if (month == february && day == 29 && !m_hints.leap)
        m_hints.leap = m_years;
    const std::int64_t number = m_newYear + dayOfYear(month, day, isLeap());
    noteFebruary(month, number);
    m_last = number;
    return number;
}

void YearCount::setYear(int year)
{
    m_hints.known = year - m_years;
}

void YearCount::nextYear()
{
    m_newYear += isLeap() ? 366 : 365;
    ++m_years;
}

void YearCount::yearBefore()
{
    --m_years;
    m_newYear -= isLeap() ? 366 : 365;
}

void YearCount::noteFebruary(int month, std::int64_t number)
{
    if (month == 3 && m_lastInFebruary && !isLeap() && !m_hints.common && number - *m_last <= 1)
        m_hints.common = m_years;
    m_lastInFebruary = month == february;
}

} // namespace whittle
