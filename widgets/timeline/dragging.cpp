// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/dragging.h"

#include <algorithm>
#include <cmath>

namespace whittle
{

namespace
{

constexpr double clickDistance = 4;
constexpr double grip = 6; ///< how near to its edge the window is resized

Nanoseconds timeOf(const TimeAxis& axis, double distance)
{
    return Nanoseconds{
        static_cast<std::int64_t>(distance * static_cast<double>(axis.range.length().count()) / axis.width)};
}

void dragWindow(const Dragging& dragging, TimelineScene& scene, const TimeAxis& axis, QPointF point)
{
    const Nanoseconds by = timeOf(axis, point.x() - dragging.pressed.x());
    TimeRange range = dragging.visible;
    switch (dragging.what) {
    case Dragging::What::WindowLeft:
        range.from = std::min(moved(range.from, by), moved(range.to, -shortestView));
        range.from = std::max(range.from, scene.whole.from);
        break;
    case Dragging::What::WindowRight:
        range.to = std::max(moved(range.to, by), moved(range.from, shortestView));
        range.to = std::min(range.to, scene.whole.to);
        break;
    case Dragging::What::Nothing:
    case Dragging::What::Pan:
    case Dragging::What::Range:
    case Dragging::What::Window:
        range = panned(range, by);
        break;
    }
    scene.visible = clamped(range, scene.whole);
}

} // namespace

Dragging beginDragging(const TimelineScene& scene, const TimelineLayout& layout, QPointF point,
                       bool selecting)
{
    Dragging dragging;
    dragging.pressed = point;
    dragging.visible = scene.visible;
    dragging.scroll = layout.scroll;
    const SceneHit hit = hitTest(scene, layout, point);
    if (hit.part == SceneHit::Part::Lane || hit.part == SceneHit::Part::Axis
        || hit.part == SceneHit::Part::Coverage)
        dragging.what = selecting ? Dragging::What::Range : Dragging::What::Pan;
    if (hit.part != SceneHit::Part::Overview)
        return dragging;
    const QRectF window = overviewWindow(scene, layout);
    const bool narrow = window.width() < 3 * grip;
    dragging.what = Dragging::What::Window;
    if (!narrow && std::abs(point.x() - window.left()) <= grip)
        dragging.what = Dragging::What::WindowLeft;
    else if (!narrow && std::abs(point.x() - window.right()) <= grip)
        dragging.what = Dragging::What::WindowRight;
    else if (point.x() < window.left() || point.x() > window.right()) {
        // Outside of the window: it comes to the pointer first, and is dragged from there.
        const Nanoseconds half = scene.visible.length() / 2;
        dragging.visible = clamped({moved(hit.time, -half), moved(hit.time, half)}, scene.whole);
    }
    return dragging;
}

bool drag(Dragging& dragging, TimelineScene& scene, const TimelineLayout& layout, QPointF point)
{
    const QPointF by = point - dragging.pressed;
    if (!dragging.moved && std::hypot(by.x(), by.y()) < clickDistance)
        return false;
    dragging.moved = true;
    switch (dragging.what) {
    case Dragging::What::Nothing:
        return false;
    case Dragging::What::Pan:
        scene.visible =
            clamped(panned(dragging.visible, timeOf(laneAxis(scene, layout), -by.x())), scene.whole);
        scene.scroll = std::clamp(dragging.scroll - by.y(), 0.0, layout.maxScroll());
        return true;
    case Dragging::What::Range: {
        const TimeAxis axis = laneAxis(scene, layout);
        const double from =
            std::clamp(std::min(point.x(), dragging.pressed.x()), layout.plotLeft, layout.plotRight);
        const double to =
            std::clamp(std::max(point.x(), dragging.pressed.x()), layout.plotLeft, layout.plotRight);
        scene.marked = TimeRange{axis.time(from), axis.time(to)};
        return true;
    }
    case Dragging::What::Window:
    case Dragging::What::WindowLeft:
    case Dragging::What::WindowRight:
        break;
    }
    dragWindow(dragging, scene, overviewAxis(scene, layout), point);
    return true;
}

} // namespace whittle
