// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/hittest.h"

#include <algorithm>
#include <cmath>

namespace whittle
{

namespace
{

/// The one of items sorted by `at` that is nearest to x, if it is within the tolerance.
template <typename Item>
const Item* nearest(const std::vector<Item>& items, const TimeAxis& axis, double x, double tolerance)
{
    const CaseTime time = axis.time(x);
    const auto after =
        std::partition_point(items.begin(), items.end(), [&](const Item& item) { return item.at < time; });
    const Item* best = nullptr;
    double least = tolerance;
    const auto consider = [&](const Item& item) {
        const double distance = std::abs(axis.x(item.at) - x);
        if (distance <= least) {
            least = distance;
            best = &item;
        }
    };
    if (after != items.end())
        consider(*after);
    if (after != items.begin())
        consider(*(after - 1));
    return best;
}

const SceneBar* barUnder(const std::vector<SceneBar>& bars, const RangeIndex& index, const TimeRange& around)
{
    const auto [first, last] = index.visible(around);
    for (std::size_t i = last; i > first; --i) {
        if (bars[i - 1].to >= around.from)
            return &bars[i - 1];
    }
    return nullptr;
}

void findSelection(SceneHit& hit, const TimeAxis& axis, double x, double tolerance)
{
    if (hit.mark && hit.mark->ref) {
        hit.selection = {*hit.mark->ref, hit.mark->at};
    } else if (hit.sample) {
        hit.selection = {hit.sample->ref, hit.sample->at};
    } else if (hit.bar) {
        const double toBegin = std::abs(axis.x(hit.bar->from) - x);
        const double toEnd = std::abs(axis.x(hit.bar->to) - x);
        if (hit.bar->endedAt && toEnd <= tolerance && toEnd <= toBegin)
            hit.selection = {*hit.bar->endedAt, hit.bar->to};
        else if (hit.bar->beganAt && toBegin <= tolerance)
            hit.selection = {*hit.bar->beganAt, hit.bar->from};
    }
}

/// The nearest one: they are thinner than a hand is steady.
std::size_t stripAt(const TimelineScene& scene, const TimelineLayout& layout, double y)
{
    const std::size_t count = scene.coverage.size();
    std::size_t strip = 0;
    while (strip + 1 < count && layout.coverageStrip(strip + 1, count).top() <= y)
        ++strip;
    return strip;
}

void hitLane(const SceneLane& lane, const TimeAxis& axis, QPointF inLane, double tolerance, SceneHit& hit)
{
    const double x = inLane.x();
    const TimeRange point{axis.time(x - 1), axis.time(x + 1)};
    const bool lowRow = inLane.y() >= lanerows::minorTop - 2;
    const bool leaseRow = inLane.y() >= lanerows::leaseTop - 3 && !lowRow;
    hit.mark = nearest(lane.marks, axis, x, tolerance);
    if (!hit.mark && leaseRow)
        hit.mark = nearest(lane.renewals, axis, x, tolerance);
    if (!hit.mark && (lowRow || !leaseRow))
        hit.mark = nearest(lane.minor, axis, x, lowRow ? tolerance : tolerance / 2);
    if (!hit.mark)
        hit.sample = nearest(lane.ntp.points, axis, x, tolerance);
    hit.bar = !lane.covered.empty() ? barUnder(lane.covered, lane.coveredIndex, point)
        : leaseRow || lowRow        ? barUnder(lane.leases, lane.leaseIndex, point)
                                    : barUnder(lane.registrations, lane.registrationIndex, point);
    const auto [first, last] = lane.unseenIndex.visible({hit.time, hit.time});
    hit.unseen = first != last;
    findSelection(hit, axis, x, tolerance);
}

} // namespace

SceneHit hitTest(const TimelineScene& scene, const TimelineLayout& layout, QPointF point, double tolerance)
{
    SceneHit hit;
    if (scene.isEmpty() || !layout.area.contains(point))
        return hit;
    const TimeAxis axis = laneAxis(scene, layout);
    hit.time = axis.time(point.x());
    const bool overPlot =
        point.x() >= layout.plotLeft - tolerance / 2 && point.x() <= layout.plotRight + tolerance / 2;
    if (layout.heading.contains(point)) {
        hit.part = SceneHit::Part::Heading;
    } else if (overPlot && point.y() >= layout.overview.top() && point.y() <= layout.overview.bottom()) {
        hit.part = SceneHit::Part::Overview;
        hit.time = overviewAxis(scene, layout).time(point.x());
    } else if (layout.axis.contains(point)) {
        hit.part = SceneHit::Part::Axis;
    } else if (overPlot && layout.coverage.contains(point)) {
        hit.part = SceneHit::Part::Coverage;
        hit.lane = stripAt(scene, layout, point.y());
        hitLane(scene.coverage[*hit.lane], axis, {point.x(), 0}, tolerance, hit);
    } else if (const auto lane = layout.laneAt(point.y())) {
        hit.lane = lane;
        hit.part = overPlot ? SceneHit::Part::Lane : SceneHit::Part::Title;
        if (overPlot)
            hitLane(scene.lanes[*lane], axis, {point.x(), point.y() - layout.lane(*lane).top()}, tolerance,
                    hit);
    }
    return hit;
}

const SceneMark* nextMark(const SceneLane& lane, CaseTime time, bool forward)
{
    const SceneMark* best = nullptr;
    for (const auto* marks : {&lane.marks, &lane.renewals}) {
        const auto after = std::partition_point(marks->begin(), marks->end(), [&](const SceneMark& mark) {
            return forward ? mark.at <= time : mark.at < time;
        });
        if (forward && after != marks->end() && (!best || after->at < best->at))
            best = &*after;
        if (!forward && after != marks->begin() && (!best || (after - 1)->at > best->at))
            best = &*(after - 1);
    }
    return best;
}

std::optional<std::size_t> laneOf(const TimelineScene& scene, const EventRef& ref)
{
    const auto has = [&](const std::vector<SceneMark>& marks) {
        return std::any_of(marks.begin(), marks.end(),
                           [&](const SceneMark& mark) { return mark.ref == ref; });
    };
    const auto hasEnd = [&](const std::vector<SceneBar>& bars) {
        return std::any_of(bars.begin(), bars.end(),
                           [&](const SceneBar& bar) { return bar.beganAt == ref || bar.endedAt == ref; });
    };
    for (std::size_t i = 0; i < scene.lanes.size(); ++i) {
        const SceneLane& lane = scene.lanes[i];
        const bool sample = std::any_of(lane.ntp.points.begin(), lane.ntp.points.end(),
                                        [&](const NtpPoint& point) { return point.ref == ref; });
        if (sample || has(lane.marks) || has(lane.renewals) || has(lane.minor) || hasEnd(lane.registrations)
            || hasEnd(lane.leases))
            return i;
    }
    return {};
}

const FindingStop* nextStop(const TimelineScene& scene, const std::optional<SceneSelection>& from,
                            bool forward)
{
    if (scene.stops.empty())
        return nullptr;
    if (!from)
        return forward ? &scene.stops.front() : &scene.stops.back();
    // Several may stand at the same moment: go on from the one that is selected.
    const auto isSelected = [&](const FindingStop& stop) { return stop.ref == from->ref; };
    const auto selected = std::find_if(scene.stops.begin(), scene.stops.end(), isSelected);
    if (selected != scene.stops.end()) {
        const auto count = static_cast<std::ptrdiff_t>(scene.stops.size());
        const std::ptrdiff_t next = (selected - scene.stops.begin() + (forward ? 1 : count - 1)) % count;
        return &scene.stops[static_cast<std::size_t>(next)];
    }
    const auto after = std::partition_point(scene.stops.begin(), scene.stops.end(),
                                            [&](const FindingStop& stop) { return stop.at < from->time; });
    if (forward)
        return after != scene.stops.end() ? &*after : &scene.stops.front();
    return after != scene.stops.begin() ? &*(after - 1) : &scene.stops.back();
}

} // namespace whittle
