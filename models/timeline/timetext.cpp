// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/timetext.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>

#include "models/base/floordivided.h"

namespace whittle
{

namespace
{

struct DurationWords {
    Q_DECLARE_TR_FUNCTIONS(TimeText)
};

constexpr std::int64_t nsPerMillisecond = 1'000'000;
constexpr std::int64_t nsPerMinute = 60 * nsPerSecond;
constexpr std::int64_t nsPerHour = 60 * nsPerMinute;

/// A moment taken apart in the zone: days since 1970-01-01 and what is left of the day.
struct WallClock {
    CivilDate date;
    std::int64_t nsOfDay = 0;
};

WallClock wallClock(CaseTime time, int offsetSeconds)
{
    // Apart from each other, so that no time of a hostile file overflows.
    const std::int64_t days = floorDivided(time.nsUtc, nsPerDay);
    const std::int64_t rest = time.nsUtc % nsPerDay;
    const std::int64_t ns = rest + (rest < 0 ? nsPerDay : 0) + offsetSeconds * nsPerSecond;
    const std::int64_t shift = floorDivided(ns, nsPerDay);
    return {civilFromDays(days + shift), ns - shift * nsPerDay};
}

QString padded(std::int64_t value, int digits)
{
    return QString::number(value).rightJustified(digits, QLatin1Char('0'));
}

QString dateText(CivilDate date)
{
    const QString year = (date.year < 0 ? QStringLiteral("-") : QString()) + padded(std::abs(date.year), 4);
    return year + QLatin1Char('-') + padded(date.month, 2) + QLatin1Char('-') + padded(date.day, 2);
}

QString minuteText(std::int64_t nsOfDay)
{
    return padded(nsOfDay / nsPerHour, 2) + QLatin1Char(':') + padded(nsOfDay / nsPerMinute % 60, 2);
}

QString secondText(std::int64_t nsOfDay)
{
    return minuteText(nsOfDay) + QLatin1Char(':') + padded(nsOfDay / nsPerSecond % 60, 2);
}

/// With as many decimals as are worth reading: three digits in all, no trailing zeros.
QString number(double value)
{
    const double size = std::abs(value);
    const int decimals = size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2;
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    const double scale = std::pow(10.0, decimals);
    const double rounded = std::round(value * scale) / scale;
    int shown = decimals;
    while (shown > 0
           && std::abs(rounded * std::pow(10.0, shown - 1) - std::round(rounded * std::pow(10.0, shown - 1)))
               < 1e-6)
        --shown;
    return locale.toString(rounded, 'f', shown);
}

/// The larger unit, and the smaller one unless there are none of it.
QString two(const QString& large, const QString& small, std::int64_t ofSmall)
{
    return ofSmall == 0 ? large : large + QLatin1Char(' ') + small;
}

QString longDuration(std::int64_t ns)
{
    const std::int64_t minutes = (ns + nsPerMinute / 2) / nsPerMinute;
    if (ns < nsPerHour - nsPerSecond / 2) {
        const std::int64_t seconds = (ns + nsPerSecond / 2) / nsPerSecond;
        return two(DurationWords::tr("%1 min").arg(seconds / 60), DurationWords::tr("%1 s").arg(seconds % 60),
                   seconds % 60);
    }
    // Leases and their halves are spoken of in hours: 36 h, 72 h.
    if (minutes < 96 * 60 + 1)
        return two(DurationWords::tr("%1 h").arg(minutes / 60), DurationWords::tr("%1 min").arg(minutes % 60),
                   minutes % 60);
    const std::int64_t hours = (minutes + 30) / 60;
    return two(DurationWords::tr("%1 d").arg(hours / 24), DurationWords::tr("%1 h").arg(hours % 24),
               hours % 24);
}

QString lengthText(std::int64_t ns)
{
    if (ns >= nsPerMinute - nsPerMillisecond * 50)
        return longDuration(ns);
    const auto value = static_cast<double>(ns);
    if (ns >= nsPerSecond)
        return DurationWords::tr("%1 s").arg(number(value / nsPerSecond));
    if (ns >= nsPerMillisecond)
        return DurationWords::tr("%1 ms").arg(number(value / nsPerMillisecond));
    if (ns >= 1000)
        return DurationWords::tr("%1 µs").arg(number(value / 1000));
    return ns == 0 ? DurationWords::tr("%1 s").arg(0) : DurationWords::tr("%1 ns").arg(ns);
}

} // namespace

TimeText TimeText::forZone(const QString& name)
{
    static const QRegularExpression fixed(QStringLiteral("^UTC([+-])(\\d\\d):(\\d\\d)$"));
    const auto match = fixed.match(name);
    if (match.hasMatch()) {
        const int seconds = match.captured(2).toInt() * 3600 + match.captured(3).toInt() * 60;
        const QTimeZone zone(match.captured(1) == QLatin1String("-") ? -seconds : seconds);
        return TimeText(zone.isValid() ? zone : QTimeZone::utc());
    }
    const QByteArray id = name.toUtf8();
    if (!id.isEmpty() && QTimeZone::isTimeZoneIdAvailable(id))
        return TimeText(QTimeZone(id));
    return TimeText();
}

QString TimeText::dateTime(CaseTime time) const
{
    const WallClock wall = wallClock(time, utcOffset(time));
    return dateText(wall.date) + QLatin1Char(' ') + secondText(wall.nsOfDay) + QLatin1Char('.')
        + padded(wall.nsOfDay / nsPerMillisecond % 1000, 3);
}

QString TimeText::dateMinute(CaseTime time) const
{
    const WallClock wall = wallClock(time, utcOffset(time));
    return dateText(wall.date) + QLatin1Char(' ') + minuteText(wall.nsOfDay);
}

QString TimeText::timeOfDay(CaseTime time) const
{
    const WallClock wall = wallClock(time, utcOffset(time));
    return secondText(wall.nsOfDay) + QLatin1Char('.') + padded(wall.nsOfDay / 1000 % 1'000'000, 6);
}

QString TimeText::date(CaseTime time) const
{
    return dateText(wallClock(time, utcOffset(time)).date);
}

QString TimeText::zoneName() const
{
    const QString id = QString::fromUtf8(m_zone.id());
    // Qt calls whole hours "UTC-06".
    return id.startsWith(QLatin1String("UTC")) && id.size() == 6 ? id + QStringLiteral(":00") : id;
}

int TimeText::utcOffset(CaseTime time) const
{
    const std::int64_t ms = floorDivided(time.nsUtc, nsPerMillisecond);
    return m_zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC));
}

QString TimeText::duration(Nanoseconds length)
{
    // Rounding adds up to half of a unit, which must not overflow.
    constexpr std::int64_t longest = std::numeric_limits<std::int64_t>::max() - nsPerHour;
    const std::int64_t ns = std::clamp<std::int64_t>(length.count(), -longest, longest);
    return ns < 0 ? QChar(0x2212) + lengthText(-ns) : lengthText(ns);
}

} // namespace whittle
