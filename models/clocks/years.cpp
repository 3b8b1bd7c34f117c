// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/clocks/years.h"

#include <cmath>

namespace whittle
{

namespace
{

constexpr int mostYearsApart = 8; ///< from one leap year to the next over 1900 or 2100

bool isAllowed(const YearHints& hints, int year)
{
    const auto isLeap = [](int one) { return isValid({one, 2, 29}); };
    return (!hints.leap || isLeap(year + *hints.leap)) && (!hints.common || !isLeap(year + *hints.common));
}

int yearOf(std::int64_t ns)
{
    const std::int64_t days = ns / nsPerDay - (ns % nsPerDay < 0 ? 1 : 0);
    return civilFromDays(days).year;
}

} // namespace

std::int64_t shiftToYear(int year)
{
    return nsFromCivil({year, 1, 1}, 0, 0, 0);
}

std::int64_t shiftToYear(const SourceRow& source, int year)
{
    constexpr std::int64_t firstOfMarch = 59 * nsPerDay; // of a common year
    const YearHints hints = source.year.value_or(YearHints{});
    const bool leapDayMissed = !hints.known && !hints.leap && isValid({year, 2, 29}) && source.first
        && source.first->ns >= firstOfMarch;
    return shiftToYear(year) + (leapDayMissed ? nsPerDay : 0);
}

int yearNearest(const SourceRow& source, std::int64_t ns, std::int64_t wallNs)
{
    const YearHints hints = source.year.value_or(YearHints{});
    const int about = yearOf(wallNs - ns);
    const auto distance = [&](int year) {
        return std::abs(static_cast<double>(shiftToYear(source, year) + ns - wallNs));
    };
    std::optional<int> best;
    for (int year = about - mostYearsApart; year <= about + mostYearsApart; ++year) {
        if (isAllowed(hints, year) && (!best || distance(year) < distance(*best)))
            best = year;
    }
    return best.value_or(about);
}

int yearBeside(const SourceRow& source, const WallSpan& others)
{
    return yearNearest(source, source.first->ns / 2 + source.last->ns / 2, others.from / 2 + others.to / 2);
}

std::optional<int> yearOfFile(const SourceRow& source)
{
    constexpr std::int64_t farthestZone = nsPerDay;
    if (source.modifiedNs == 0 || !source.last)
        return {};
    const int about = yearOf(source.modifiedNs - source.last->ns);
    const YearHints hints = source.year.value_or(YearHints{});
    for (int year = about + 1; year >= about - mostYearsApart; --year) {
        if (isAllowed(hints, year)
            && shiftToYear(source, year) + source.last->ns <= source.modifiedNs + farthestZone)
            return year;
    }
    return about;
}

} // namespace whittle
