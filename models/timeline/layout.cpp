// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/layout.h"

#include <algorithm>
#include <cmath>

namespace whittle
{

namespace
{

constexpr double headingHeight = 34;
constexpr double overviewHeight = 36;
constexpr double overviewGap = 6;
constexpr double axisHeight = 24;
constexpr double margin = 12;
constexpr double narrowestWindow = 6;
constexpr double tallestCurve =
    90; ///< more than its least height; a curve is the one thing that gains by more room

/// On paper nothing around the figure tells what the grid of a period is.
bool hasHeading(const TimelineScene& scene)
{
    return !scene.heading.isEmpty() || !scene.hint.isEmpty() || (!scene.onScreen && scene.period);
}

double headHeight(const TimelineScene& scene)
{
    return (hasHeading(scene) ? headingHeight : overviewGap) + overviewHeight + overviewGap + axisHeight;
}

constexpr double stripGap = 1;
constexpr double leastStrips = 14; ///< as high as their title

/// The more sources, the thinner; a scene has no more than SceneOptions::stripsShown.
double stripHeight(std::size_t count)
{
    return count <= 2 ? 6 : count <= 4 ? 5 : 3;
}

/// On paper all lanes are there to be seen, those of the coverage too.
double coverageHeight(const TimelineScene& scene)
{
    if (!scene.onScreen || scene.coverage.empty())
        return 0;
    const auto count = static_cast<double>(scene.coverage.size());
    return std::max(leastStrips, count * (stripHeight(scene.coverage.size()) + stripGap));
}

/// What each lane with a curve may have beyond its least height, so that room that is there is used.
double roomForCurves(const TimelineScene& scene, double height)
{
    double needed = 0;
    int curves = 0;
    for (const SceneLane& lane : scene.lanes) {
        needed += lane.height;
        curves += lane.ntp.points.empty() ? 0 : 1;
    }
    return curves > 0 ? std::clamp(std::floor((height - needed) / curves), 0.0, tallestCurve) : 0;
}

/// Wide enough for a phone's name; less where the whole is narrow.
double titleWidth(double width)
{
    return std::clamp(width * 0.28, 120.0, 194.0);
}

} // namespace

double TimelineLayout::maxScroll() const
{
    return std::max(0.0, contentHeight() - lanes.height());
}

QRectF TimelineLayout::coverageStrip(std::size_t index, std::size_t count) const
{
    const double step = stripHeight(count) + stripGap;
    const double top = coverage.center().y() - static_cast<double>(count) * step / 2;
    return {coverage.left(), std::floor(top) + static_cast<double>(index) * step, coverage.width(),
            step - stripGap};
}

QRectF TimelineLayout::lane(std::size_t index) const
{
    return {lanes.left(), lanes.top() + tops[index] - scroll, lanes.width(), tops[index + 1] - tops[index]};
}

std::pair<std::size_t, std::size_t> TimelineLayout::visibleLanes() const
{
    if (tops.size() < 2)
        return {0, 0};
    const std::size_t count = tops.size() - 1;
    const auto first = std::upper_bound(tops.begin(), tops.end(), scroll) - tops.begin() - 1;
    const auto last = std::lower_bound(tops.begin(), tops.end(), scroll + lanes.height()) - tops.begin();
    return {static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, first)),
            std::min(count, static_cast<std::size_t>(last))};
}

std::optional<std::size_t> TimelineLayout::laneAt(double y) const
{
    if (y < lanes.top() || y >= lanes.bottom() || tops.size() < 2)
        return {};
    const auto after = std::upper_bound(tops.begin(), tops.end(), y - lanes.top() + scroll) - tops.begin();
    if (after < 1 || static_cast<std::size_t>(after) >= tops.size())
        return {};
    return static_cast<std::size_t>(after - 1);
}

TimelineLayout layOut(const TimelineScene& scene, const QRectF& area)
{
    TimelineLayout layout;
    layout.area = area;
    layout.plotLeft = area.left() + margin + titleWidth(area.width());
    layout.plotRight = std::max(layout.plotLeft + 1, area.right() - margin);
    const double plotWidth = layout.plotRight - layout.plotLeft;
    double y = area.top();
    if (hasHeading(scene))
        layout.heading = {area.left() + margin, y, area.width() - 2 * margin, headingHeight};
    y += layout.heading.isEmpty() ? overviewGap : headingHeight;
    layout.overview = {layout.plotLeft, y, plotWidth, overviewHeight};
    y += overviewHeight + overviewGap;
    layout.axis = {layout.plotLeft, y, plotWidth, axisHeight};
    y += axisHeight;
    if (const double height = coverageHeight(scene); height > 0) {
        layout.coverage = {layout.plotLeft, y, plotWidth, height};
        y += height + overviewGap;
    }
    layout.lanes = {area.left(), y, area.width(), std::max(0.0, area.bottom() - y)};
    layout.tops.reserve(scene.lanes.size() + 1);
    const double more = roomForCurves(scene, layout.lanes.height());
    double top = 0;
    for (const SceneLane& lane : scene.lanes) {
        layout.tops.push_back(top);
        top += lane.height + (lane.ntp.points.empty() ? 0 : more);
    }
    layout.tops.push_back(top);
    layout.scroll = std::clamp(scene.scroll, 0.0, layout.maxScroll());
    return layout;
}

double fullHeight(const TimelineScene& scene)
{
    double height = headHeight(scene) + 1;
    for (const SceneLane& lane : scene.lanes)
        height += lane.height;
    return height;
}

TimeAxis laneAxis(const TimelineScene& scene, const TimelineLayout& layout)
{
    return {scene.visible, layout.plotLeft, layout.plotRight - layout.plotLeft};
}

TimeAxis overviewAxis(const TimelineScene& scene, const TimelineLayout& layout)
{
    return {scene.whole, layout.plotLeft, layout.plotRight - layout.plotLeft};
}

QRectF overviewWindow(const TimelineScene& scene, const TimelineLayout& layout)
{
    const TimeAxis axis = overviewAxis(scene, layout);
    const double left = std::clamp(axis.x(scene.visible.from), layout.plotLeft, layout.plotRight);
    const double right = std::clamp(axis.x(scene.visible.to), left, layout.plotRight);
    QRectF window(left, layout.overview.top(), right - left, layout.overview.height());
    if (window.width() < narrowestWindow) {
        const double middle = std::clamp(window.center().x(), layout.plotLeft + narrowestWindow / 2,
                                         layout.plotRight - narrowestWindow / 2);
        window.setLeft(middle - narrowestWindow / 2);
        window.setWidth(narrowestWindow);
    }
    return window;
}

} // namespace whittle
