// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>

class QPainter;
class QPointF;

namespace whittle
{

/// Colour of "error", "warning"; anything else is told as clear.
QColor severityColour(const QString& severity);

/// The mark of a severity, told by its shape too: error a circle, warning a triangle, info a square. `radius`
/// is half of its height.
void paintSeverity(QPainter& painter, const QString& severity, const QPointF& centre, double radius);

} // namespace whittle
