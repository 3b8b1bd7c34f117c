// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figures/hatch.h"

#include <algorithm>
#include <cmath>

#include <QLineF>
#include <QList>
#include <QPainter>

namespace whittle
{

void paintHatch(QPainter& painter, const QRectF& rect, const QColor& color)
{
    if (rect.width() < 1 || rect.height() < 1)
        return;
    constexpr double step = 8;
    // Each line is x + y = sum.
    QList<QLineF> lines;
    const double last = rect.right() + rect.bottom();
    for (double sum = std::ceil((rect.left() + rect.top()) / step) * step; sum < last; sum += step) {
        const double x1 = std::max(rect.left(), sum - rect.bottom());
        const double x2 = std::min(rect.right(), sum - rect.top());
        if (x2 > x1)
            lines.append(QLineF(x1, sum - x1, x2, sum - x2));
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.2));
    painter.drawLines(lines);
    painter.restore();
}

} // namespace whittle
