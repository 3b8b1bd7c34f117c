// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QColor;
class QPainter;
class QRectF;

namespace whittle
{

/// Slanted lines over `rect`, "nobody saw this". Lines and no brush pattern: SVG has no patterns in Qt, and a
/// pattern in a PDF is a picture of pixels. The lines of neighbouring rectangles meet.
void paintHatch(QPainter& painter, const QRectF& rect, const QColor& color);

} // namespace whittle
