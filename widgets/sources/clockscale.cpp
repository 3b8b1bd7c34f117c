// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sources/clockscale.h"

#include <algorithm>
#include <cmath>

#include <QPainter>

namespace whittle
{

namespace
{

constexpr double finest = 1e6; ///< ns: what is below a millisecond lies at the middle
constexpr double leastRange = 1e8; ///< ns: clocks that all agree are not drawn as if they did not

double distance(double ns)
{
    return std::log1p(ns / finest);
}

} // namespace

ClockScale::ClockScale(const Analysis& analysis)
{
    double most = leastRange;
    for (const AnalysedSource& source : analysis.sources) {
        if (const auto& known = source.clock.correction)
            most = std::max({most, std::abs(static_cast<double>(known->lowNs)),
                             std::abs(static_cast<double>(known->highNs))});
    }
    m_most = distance(most);
}

double ClockScale::place(std::int64_t ns) const
{
    const auto length = static_cast<double>(ns);
    return std::clamp(std::copysign(distance(std::abs(length)) / m_most, length), -1.0, 1.0);
}

std::optional<ClockSpan> ClockScale::span(const SourceClock& clock) const
{
    const auto& known = clock.correction;
    return known ? std::optional(ClockSpan{place(known->lowNs), place(known->offsetNs), place(known->highNs)})
                 : std::nullopt;
}

QPixmap clockPicture(const std::optional<ClockSpan>& span, const Theme& theme, QSize size, double ratio)
{
    QPixmap picture(size * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    const double middle = size.width() / 2.0;
    const double half = middle - 2;
    const double y = size.height() / 2.0;
    painter.setPen(QPen(theme.line, 1, span ? Qt::SolidLine : Qt::DotLine));
    painter.drawLine(QPointF(middle - half, y), QPointF(middle + half, y));
    painter.fillRect(QRectF(middle - 0.5, y - 4, 1, 8), theme.faint);
    if (!span)
        return picture;
    const double left = middle + span->low * half;
    const double right = middle + span->high * half;
    painter.fillRect(QRectF(left - 1, y - 3, right - left + 2, 6), theme.registeredSoft);
    painter.fillRect(QRectF(middle + span->middle * half - 1, y - 5, 2, 10), theme.accent);
    return picture;
}

} // namespace whittle
