// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QRectF>

#include "models/analysis/analysis.h"
#include "models/timeline/timetext.h"
#include "widgets/figures/theme.h"

class QPainter;

namespace whittle {

struct TimelineScene;

/// Paints the timeline: QtCharts axes and curves, with the lanes painted over them. One painter for the window, the PDF and SVG.
class TimelineFigure
{
public:
    TimelineFigure();
    ~TimelineFigure();

    /// The whole of `scene` in `area`; what does not fit in height is cut at a lane's border.
    void paint(QPainter& painter, const QRectF& area, const TimelineScene& scene, const Theme& theme);

private:
    struct Chart;
    std::unique_ptr<Chart> m_chart;
};

} // namespace whittle
