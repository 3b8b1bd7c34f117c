// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/timeaxis.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include <QLocale>

#include "models/base/floordivided.h"

namespace whittle
{

namespace
{

constexpr std::int64_t us = 1000;
constexpr std::int64_t ms = 1000 * us;
constexpr std::int64_t minute = 60 * nsPerSecond;
constexpr std::int64_t hour = 60 * minute;

constexpr std::array<std::int64_t, 38> clockSteps{
    us,
    2 * us,
    5 * us,
    10 * us,
    20 * us,
    50 * us,
    100 * us,
    200 * us,
    500 * us,
    ms,
    2 * ms,
    5 * ms,
    10 * ms,
    20 * ms,
    50 * ms,
    100 * ms,
    200 * ms,
    500 * ms,
    nsPerSecond,
    2 * nsPerSecond,
    5 * nsPerSecond,
    10 * nsPerSecond,
    15 * nsPerSecond,
    30 * nsPerSecond,
    minute,
    2 * minute,
    5 * minute,
    10 * minute,
    15 * minute,
    30 * minute,
    hour,
    2 * hour,
    3 * hour,
    6 * hour,
    12 * hour,
    nsPerDay,
    2 * nsPerDay,
    7 * nsPerDay,
};
constexpr std::array<int, 9> monthSteps{1, 3, 6, 12, 24, 60, 120, 300, 600};
/// A hostile range must not give more ticks than any screen has columns.
constexpr std::size_t mostTicks = 2000;

struct Step {
    std::int64_t ns = 0; ///< of the wall clock; 0: whole months
    int months = 0;
};

Step stepFor(const TimeAxis& axis, double minSpacing)
{
    const double perUnit = static_cast<double>(axis.range.length().count()) / std::max(1.0, axis.width);
    const double least = perUnit * minSpacing;
    for (const std::int64_t step : clockSteps) {
        if (static_cast<double>(step) >= least)
            return {step, 0};
    }
    for (const int step : monthSteps) {
        if (step * 28.0 * nsPerDay >= least)
            return {0, step};
    }
    return {0, monthSteps.back()};
}

/// The last multiple of `step` that is not after `value`, or the first of all.
std::int64_t roundedDown(std::int64_t value, std::int64_t step)
{
    const std::int64_t rest = value % step;
    return moved({value}, Nanoseconds{-(rest < 0 ? rest + step : rest)}).nsUtc;
}

/// The wall clock's reading of a moment, as nanoseconds since 1970-01-01 00:00 of that clock.
std::int64_t wallOf(CaseTime time, const TimeText& times)
{
    return moved(time, Nanoseconds{times.utcOffset(time) * nsPerSecond}).nsUtc;
}

/// All moments at which the wall clock reads `wall`: none in the hour left out in spring, two in the one
/// repeated in autumn.
void addMoments(std::int64_t wall, const TimeText& times, std::vector<CaseTime>& moments)
{
    const Nanoseconds day{nsPerDay};
    const int before = times.utcOffset(moved({wall}, -day));
    const int after = times.utcOffset(moved({wall}, day));
    for (const int offset : {before, after}) {
        const CaseTime moment = moved({wall}, Nanoseconds{-offset * nsPerSecond});
        if (times.utcOffset(moment) == offset && (moments.empty() || moments.back() != moment))
            moments.push_back(moment);
    }
}

/// Monday, 5 January 1970: weeks begin on Mondays.
constexpr std::int64_t firstMonday = 4 * nsPerDay;

std::vector<CaseTime> clockMoments(const TimeRange& range, const TimeText& times, std::int64_t step)
{
    const std::int64_t phase = step == 7 * nsPerDay ? firstMonday : 0;
    // An hour to each side, as the offset may differ there; not where that would be thousands of steps.
    const Nanoseconds margin{step < minute ? 0 : hour};
    const CaseTime from = moved(range.from, -margin);
    const std::int64_t first = moved({wallOf(from, times)}, Nanoseconds{-phase}).nsUtc;
    const std::int64_t end = moved({wallOf(moved(range.to, margin), times)}, Nanoseconds{-phase}).nsUtc;
    std::vector<CaseTime> moments;
    for (std::int64_t wall = roundedDown(first, step); wall <= end && moments.size() < mostTicks;
         wall += step) {
        addMoments(moved({wall}, Nanoseconds{phase}).nsUtc, times, moments);
        if (difference({end}, {wall}).count() < step) // the next could be more than 64 bits hold
            break;
    }
    return moments;
}

std::vector<CaseTime> monthMoments(const TimeRange& range, const TimeText& times, int step)
{
    const CivilDate start = civilFromDays(floorDivided(wallOf(range.from, times), nsPerDay));
    std::int64_t month = floorDivided(start.year * 12LL + start.month - 1, step) * step;
    std::vector<CaseTime> moments;
    while (moments.size() < mostTicks) {
        const CivilDate date{static_cast<int>(floorDivided(month, 12)),
                             static_cast<int>(month - floorDivided(month, 12) * 12) + 1, 1};
        const std::int64_t days = daysFromCivil(date);
        if (days < -106'000 || days > 106'000
            || CaseTime{days * nsPerDay} > moved(range.to, Nanoseconds{nsPerDay}))
            break;
        addMoments(days * nsPerDay, times, moments);
        month += step;
    }
    return moments;
}

/// "Sat 28", "Sun 1 Mar"
QString dayText(CivilDate date, bool withMonth)
{
    const QLocale locale;
    const auto weekday = static_cast<int>(((daysFromCivil(date) + 3) % 7 + 7) % 7) + 1; // 1 is Monday
    QString text =
        locale.dayName(weekday, QLocale::ShortFormat) + QLatin1Char(' ') + QString::number(date.day);
    if (withMonth)
        text += QLatin1Char(' ') + locale.monthName(date.month, QLocale::ShortFormat);
    return text;
}

QString clockText(CaseTime time, const TimeText& times, std::int64_t step)
{
    const QString text = times.timeOfDay(time); // hh:mm:ss.ffffff
    const int length = step >= minute ? 5 : step >= nsPerSecond ? 8 : step >= ms ? 12 : 15;
    return text.left(length);
}

TimeTick tickAt(CaseTime time, const TimeText& times, Step step, bool first)
{
    const std::int64_t wall = wallOf(time, times);
    const CivilDate date = civilFromDays(floorDivided(wall, nsPerDay));
    TimeTick tick{time, {}, false};
    if (step.months >= 12 || (step.months > 0 && date.month == 1)) {
        tick.label = QString::number(date.year);
        tick.major = step.months < 12;
    } else if (step.months > 0) {
        tick.label = QLocale().monthName(date.month, QLocale::ShortFormat)
            + (first ? QLatin1Char(' ') + QString::number(date.year) : QString());
    } else if (step.ns >= nsPerDay) {
        const bool newMonth = date.day * nsPerDay <= step.ns;
        tick.label = dayText(date, first || newMonth);
        tick.major = newMonth;
    } else {
        tick.major = wall % nsPerDay == 0;
        tick.label = tick.major ? dayText(date, true) : clockText(time, times, step.ns);
    }
    return tick;
}

} // namespace

double TimeAxis::x(CaseTime time) const
{
    const auto length = static_cast<double>(range.length().count());
    return length > 0 ? left + width * (static_cast<double>(difference(time, range.from).count()) / length)
                      : left;
}

CaseTime TimeAxis::time(double x) const
{
    if (width <= 0)
        return range.from;
    const double ns = (x - left) / width * static_cast<double>(range.length().count());
    return moved(range.from, Nanoseconds{static_cast<std::int64_t>(std::clamp(ns, -9.2e18, 9.2e18))});
}

Nanoseconds TimeAxis::perUnit() const
{
    return Nanoseconds{
        static_cast<std::int64_t>(static_cast<double>(range.length().count()) / std::max(1.0, width))};
}

std::vector<TimeTick> ticks(const TimeAxis& axis, const TimeText& times, double minSpacing)
{
    if (axis.range.length().count() <= 0 || axis.width <= 0)
        return {};
    const Step step = stepFor(axis, minSpacing);
    std::vector<CaseTime> moments = step.months > 0 ? monthMoments(axis.range, times, step.months)
                                                    : clockMoments(axis.range, times, step.ns);
    std::sort(moments.begin(), moments.end());
    moments.erase(std::unique(moments.begin(), moments.end()), moments.end());
    std::vector<TimeTick> result;
    for (const CaseTime moment : moments) {
        if (axis.range.contains(moment))
            result.push_back(tickAt(moment, times, step, result.empty()));
    }
    return result;
}

QString contextLabel(const TimeAxis& axis, const TimeText& times)
{
    const CivilDate date = civilFromDays(floorDivided(wallOf(axis.range.from, times), nsPerDay));
    return dayText(date, true) + QLatin1Char(' ') + QString::number(date.year);
}

} // namespace whittle
