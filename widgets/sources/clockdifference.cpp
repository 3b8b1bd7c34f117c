// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sources/clockdifference.h"

#include <cstdlib>

#include <QRegularExpression>

#include "models/base/time.h"

namespace whittle
{

namespace
{

constexpr std::int64_t longest = 200LL * 365 * nsPerDay;
constexpr std::int64_t nsPerMicrosecond = 1000;

/// Nanoseconds of "5" in "3.5", to nine digits.
std::int64_t fraction(const QString& digits)
{
    return digits.left(9).leftJustified(9, QLatin1Char('0')).toLongLong();
}

} // namespace

std::optional<std::int64_t> clockDifference(const QString& text)
{
    static const QRegularExpression form(
        QStringLiteral("^([+\\-\\x{2212}\\x{2013}]?)\\s*"
                       "(?:(?:(\\d{1,6})\\s*d\\s*)?(\\d{1,7}):([0-5]?\\d):([0-5]?\\d)|(\\d{1,10}))"
                       "(?:[.,](\\d+))?\\s*s?$"));
    const QRegularExpressionMatch match = form.match(text.trimmed());
    if (!match.hasMatch())
        return {};
    const auto part = [&](int group) { return match.captured(group).toLongLong(); };
    const std::int64_t seconds = part(2) * 86'400 + part(3) * 3600 + part(4) * 60 + part(5) + part(6);
    if (seconds > longest / nsPerSecond)
        return {};
    const std::int64_t ns = seconds * nsPerSecond + fraction(match.captured(7));
    const QString sign = match.captured(1);
    return sign.isEmpty() || sign == QLatin1String("+") ? ns : -ns;
}

QString clockDifferenceText(std::int64_t ns)
{
    const std::int64_t us = (std::abs(ns) + nsPerMicrosecond / 2) / nsPerMicrosecond;
    const std::int64_t seconds = us / 1'000'000;
    const auto two = [](std::int64_t value) {
        return QString::number(value).rightJustified(2, QLatin1Char('0'));
    };
    QString text = QStringLiteral("%1%2:%3:%4")
                       .arg(QLatin1String(ns < 0 ? "-" : "+"))
                       .arg(seconds / 3600)
                       .arg(two(seconds / 60 % 60), two(seconds % 60));
    QString rest = QString::number(us % 1'000'000).rightJustified(6, QLatin1Char('0'));
    while (rest.endsWith(QLatin1Char('0')))
        rest.chop(1);
    return rest.isEmpty() ? text : text + QLatin1Char('.') + rest;
}

} // namespace whittle
