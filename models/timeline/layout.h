// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QPointF>
#include <QRectF>

#include "models/timeline/timeaxis.h"
#include "models/timeline/timelinescene.h"

namespace whittle
{

/// Where everything of a scene stands, in units of which one is a pixel at 96 dots per inch. Cheap to make (a
/// few numbers a lane).
struct TimelineLayout {
    QRectF area;
    QRectF heading; ///< empty when the scene has none
    QRectF overview; ///< where its density is drawn
    QRectF axis; ///< the row of the tick labels, over the plot only
    QRectF coverage; ///< the strips of the sources, over the plot only; empty where the scene has none
    QRectF lanes; ///< what is seen of the lanes, titles included
    double plotLeft = 0;
    double plotRight = 0;
    std::vector<double>
        tops; ///< of the lanes, unscrolled, from the top of `lanes`; one more than lanes: the end of the last
    double scroll = 0; ///< clamped to what there is to scroll

    double contentHeight() const { return tops.empty() ? 0 : tops.back(); }
    double maxScroll() const;
    QRectF coverageStrip(std::size_t index, std::size_t count) const;
    QRectF lane(std::size_t index) const;
    /// Positions [first, second) of the lanes of which something is seen.
    std::pair<std::size_t, std::size_t> visibleLanes() const;
    std::optional<std::size_t> laneAt(double y) const;
};

TimelineLayout layOut(const TimelineScene& scene, const QRectF& area);
/// The height in which nothing of the scene is cut.
double fullHeight(const TimelineScene& scene);

/// The visible time over the lanes, and all of it over the overview.
TimeAxis laneAxis(const TimelineScene& scene, const TimelineLayout& layout);
TimeAxis overviewAxis(const TimelineScene& scene, const TimelineLayout& layout);
/// The frame of the visible time in the overview; never too narrow to be grabbed.
QRectF overviewWindow(const TimelineScene& scene, const TimelineLayout& layout);

/// Rows within a device's lane, measured from its top.
namespace lanerows
{
inline constexpr double registrationTop = 10;
inline constexpr double registrationHeight = 18;
inline constexpr double leaseTop = 34;
inline constexpr double leaseHeight = 13;
inline constexpr double minorTop = 51;
inline constexpr double minorHeight = 5;
inline constexpr double coverageTop = 6;
inline constexpr double coverageHeight = 10;
inline constexpr double curveTop = 10; ///< of the band; as much is free below it, and the border
} // namespace lanerows

} // namespace whittle
