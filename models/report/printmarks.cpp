// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/printmarks.h"

#include <QPainter>
#include <QPolygonF>

#include "models/report/printstyle.h"

namespace whittle
{

QColor severityColour(const QString& severity)
{
    if (severity == QStringLiteral("error"))
        return print::bad;
    return severity == QStringLiteral("warning") ? print::warn : print::ok;
}

void paintSeverity(QPainter& painter, const QString& severity, const QPointF& centre, double radius)
{
    painter.save();
    painter.setPen(Qt::NoPen);
    painter.setBrush(severityColour(severity));
    if (severity == QStringLiteral("error"))
        painter.drawEllipse(centre, radius, radius);
    else if (severity == QStringLiteral("warning"))
        painter.drawPolygon(QPolygonF{{centre + QPointF(0, -radius), centre + QPointF(1.15 * radius, radius),
                                       centre + QPointF(-1.15 * radius, radius)}});
    else
        painter.drawRect(
            QRectF(centre - QPointF(0.9 * radius, 0.9 * radius), QSizeF(1.8 * radius, 1.8 * radius)));
    painter.restore();
}

} // namespace whittle
