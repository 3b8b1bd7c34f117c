// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figures/markpainter.h"

#include <QPainter>
#include <QPolygonF>

namespace whittle
{

QColor colorOf(SceneClass severity, const Theme& theme)
{
    switch (severity) {
    case SceneClass::Neutral:
        return theme.dim;
    case SceneClass::Good:
        return theme.ok;
    case SceneClass::Warning:
        return theme.warn;
    case SceneClass::Bad:
        break;
    }
    return theme.bad;
}

void paintMark(QPainter& painter, QPointF centre, MarkShape shape, SceneClass severity, const Theme& theme,
               const QColor& ground)
{
    const QColor color = colorOf(severity, theme);
    const double x = centre.x();
    const double y = centre.y();
    QPen rim(ground, 1.5);
    rim.setJoinStyle(Qt::RoundJoin);
    painter.setPen(rim);
    painter.setBrush(color);
    switch (shape) {
    case MarkShape::Tick:
        painter.fillRect(QRectF(x - 0.75, y - 2.5, 1.5, 5), color);
        break;
    case MarkShape::Dot:
        painter.setPen(Qt::NoPen);
        painter.drawEllipse(centre, 3.5, 3.5);
        break;
    case MarkShape::Triangle:
        painter.drawPolygon(QPolygonF{{x - 6, y - 5}, {x + 6, y - 5}, {x, y + 5.5}});
        break;
    case MarkShape::Circle:
        painter.drawEllipse(centre, 6, 6);
        painter.setPen(Qt::NoPen);
        painter.setBrush(ground);
        painter.drawEllipse(centre, 2.6, 2.6);
        break;
    case MarkShape::Square:
        painter.drawRect(QRectF(x - 5, y - 5, 10, 10));
        break;
    case MarkShape::Diamond:
        painter.drawPolygon(QPolygonF{{x, y - 6.5}, {x + 6, y}, {x, y + 6.5}, {x - 6, y}});
        break;
    }
    painter.setBrush(Qt::NoBrush);
}

} // namespace whittle
