// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "models/timeline/layout.h"
#include "widgets/figures/theme.h"

class QPainter;

namespace whittle
{

/// The part of the timeline that QtCharts draws: the time axis with its grid, and the NTP offsets as curves
/// with a value axis for each lane. Kept from one painting to the next, since building it costs more than
/// drawing it.
class ChartLayer
{
public:
    ChartLayer();
    ~ChartLayer();
    ChartLayer(const ChartLayer&) = delete;
    ChartLayer& operator=(const ChartLayer&) = delete;

    void paint(QPainter& painter, const TimelineScene& scene, const TimelineLayout& layout,
               const std::vector<TimeTick>& ticks, const QRectF& plot, const Theme& theme);

private:
    struct Charts;
    std::unique_ptr<Charts> m_charts;
};

/// Where the curve of an NTP lane is drawn.
QRectF curveBand(const TimelineLayout& layout, std::size_t lane);

/// The points of a curve as it is drawn: cut to the visible time, in pieces where nothing was seen in
/// between, and at most two for each column of pixels. x is where it is on the axis, y the offset in seconds.
std::vector<std::vector<QPointF>> curvePieces(const SceneLane& lane, const TimeAxis& axis);

} // namespace whittle
