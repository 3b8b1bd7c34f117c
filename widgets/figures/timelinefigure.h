// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QRectF>

#include "models/timeline/timelinescene.h"
#include "widgets/figures/theme.h"

class QPainter;

namespace whittle
{

/// Paints the timeline: QtCharts axes and curves, with the lanes painted over them. One painter for the
/// window, the PDF and SVG: all vectors, and nothing is left to clipping, which SVG does not know. Needs a
/// QApplication; main thread.
class TimelineFigure
{
public:
    TimelineFigure();
    ~TimelineFigure();

    /// How much of the painter's coordinates one unit of the layout (a pixel at 96 dots per inch) is. 0, the
    /// default: as much as the painter's device and transformation make of 1/96 inch.
    void setUnit(double unit) { m_unit = unit; }

    /// The scene in `area`; what does not fit in height is cut at a lane's border, and said so.
    void paint(QPainter& painter, const QRectF& area, const TimelineScene& scene, const Theme& theme);

    /// What moves with the pointer, alone: the time cursor and the range that is being selected (paint() has
    /// them too).
    void paintCursor(QPainter& painter, const QRectF& area, const TimelineScene& scene, const Theme& theme);

    /// Height over width with which nothing is cut in an area that is `units` wide (170 mm are 642).
    static double heightPerWidth(const TimelineScene& scene, double units);

private:
    double unitFor(const QPainter& painter) const;

    struct Chart;
    std::unique_ptr<Chart> m_chart;
    double m_unit = 0;
};

} // namespace whittle
