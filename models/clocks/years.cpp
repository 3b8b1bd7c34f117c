// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/clocks/years.h"

#include <cmath>
#include <string>

namespace whittle
{

namespace
{

constexpr int mostYearsApart = 8; ///< from one leap year to the next over 1900 or 2100

constexpr int mostYears = 300; ///< that a source counts; the times of hostile files reach further

bool isLeap(int year)
{
    return isValid({year, 2, 29});
}

bool isAllowed(const YearHints& hints, int year)
{
    return (!hints.leap || isLeap(year + *hints.leap)) && (!hints.common || !isLeap(year + *hints.common));
}

int yearOf(std::int64_t ns)
{
    const std::int64_t days = ns / nsPerDay - (ns % nsPerDay < 0 ? 1 : 0);
    return civilFromDays(days).year;
}

/// Each counted 1 March up to `ns` behind a 29 February that was not counted.
std::vector<std::int64_t> missedUntil(const SourceRow& source, int year, std::int64_t ns)
{
    constexpr std::int64_t daysBeforeMarch = 59;
    const YearHints hints = source.year.value_or(YearHints{});
    std::vector<std::int64_t> missed;
    std::int64_t newYear = 0;
    for (int k = 0; k < mostYears && newYear <= ns; ++k) {
        const bool counted = countsAsLeap(hints, k);
        const std::int64_t march = newYear + daysBeforeMarch * nsPerDay;
        if (!counted && isLeap(year + k) && march <= ns)
            missed.push_back(march);
        newYear += (counted ? 366 : 365) * nsPerDay;
    }
    return missed;
}

} // namespace

std::int64_t shiftToYear(int year)
{
    return nsFromCivil({year, 1, 1}, 0, 0, 0);
}

std::int64_t shiftToYear(const SourceRow& source, int year)
{
    const std::vector<std::int64_t> missed =
        source.first ? missedUntil(source, year, source.first->ns) : std::vector<std::int64_t>{};
    return shiftToYear(year) + std::ssize(missed) * nsPerDay;
}

std::vector<std::int64_t> missedLeapDays(const SourceRow& source, int year)
{
    if (!source.first || !source.last)
        return {};
    std::vector<std::int64_t> missed = missedUntil(source, year, source.last->ns);
    std::erase_if(missed, [&](std::int64_t march) { return march <= source.first->ns; });
    return missed;
}

int yearNearest(const SourceRow& source, std::int64_t ns, std::int64_t wallNs, std::optional<int> like)
{
    const YearHints hints = source.year.value_or(YearHints{});
    const int about = yearOf(wallNs - ns);
    const auto distance = [&](int year) {
        const auto days = std::ssize(missedUntil(source, year, ns));
        return std::abs(static_cast<double>(shiftToYear(year) + days * nsPerDay + ns - wallNs));
    };
    std::optional<int> best;
    for (int year = about - mostYearsApart; year <= about + mostYearsApart; ++year) {
        const bool isLike = !like || missedLeapDays(source, year) == missedLeapDays(source, *like);
        if (isAllowed(hints, year) && isLike && (!best || distance(year) < distance(*best)))
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

std::optional<Problem> noticeOfYear(const SourceRow& source, const SourceClock& clock, bool othersDated)
{
    const bool isMatched = clock.correction && clock.correction->pairs > 0;
    if (!source.year || source.year->known || isMatched || othersDated || !yearOfFile(source))
        return {};
    return Problem{Severity::Notice, "clocks.year-of-file", {}, {std::to_string(yearOf(clock.dateShiftNs))}};
}

std::optional<std::int64_t> dateOfFile(const SourceRow& source)
{
    if (source.modifiedNs <= 0 || !source.last || source.modifiedNs < source.last->ns)
        return {};
    return (source.modifiedNs - source.last->ns) / nsPerDay * nsPerDay;
}

std::optional<Problem> noticeOfDate(const SourceRow& source, const SourceClock& clock, bool othersDated)
{
    const bool isMatched = clock.correction && clock.correction->pairs > 0;
    const bool isAssumed = clock.dateBasis.value_or(Basis::Stated) == Basis::Assumed;
    if (source.hasDate || source.year || !source.first || isMatched || !isAssumed)
        return {};
    if (clock.dateShiftNs == 0)
        return Problem{Severity::Notice, "clocks.no-date", {}, {}};
    if (othersDated || clock.dateShiftNs != dateOfFile(source))
        return Problem{Severity::Notice, "clocks.date-of-case", {}, {}};
    const std::string last = toRfc3339(clock.dateShiftNs + source.last->ns).substr(0, 10);
    return Problem{Severity::Notice, "clocks.date-of-file", {}, {last}};
}

} // namespace whittle
