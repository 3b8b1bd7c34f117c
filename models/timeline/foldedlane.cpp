// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>

#include "models/timeline/lanes.h"
#include "models/timeline/scenewords.h"

namespace whittle
{

namespace
{

/// When a device was seen registered, whatever the node: sorted and disjoint.
std::vector<TimeRange> registeredTimes(const SceneLane& lane)
{
    std::vector<TimeRange> times;
    for (const SceneBar& bar : lane.registrations)
        times.push_back({bar.from, bar.to});
    return united(std::move(times));
}

/// Bars with the share of the devices that were registered, one for each time in which it stays the same.
std::vector<SceneBar> shareBars(const std::vector<std::vector<TimeRange>>& perDevice)
{
    std::vector<std::pair<CaseTime, int>> steps;
    for (const auto& ranges : perDevice) {
        for (const TimeRange& range : ranges) {
            steps.emplace_back(range.from, 1);
            steps.emplace_back(range.to, -1);
        }
    }
    std::sort(steps.begin(), steps.end());
    const int all = static_cast<int>(perDevice.size());
    std::vector<SceneBar> bars;
    int registered = 0;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        registered += steps[i].second;
        if (registered == 0 || i + 1 == steps.size() || steps[i + 1].first == steps[i].first)
            continue;
        SceneBar bar;
        bar.from = steps[i].first;
        bar.to = steps[i + 1].first;
        bar.left = bar.right = BarEdge::Unseen;
        bar.share = static_cast<double>(registered) / all;
        bar.text = SceneWords::registeredShare(registered, all);
        bar.label = registered == all ? SceneWords::registered() : bar.text;
        bars.push_back(std::move(bar));
    }
    return bars;
}

std::vector<SceneBar> leaseBars(const std::vector<const DeviceHistory*>& devices)
{
    std::vector<TimeRange> times;
    std::set<std::chrono::seconds> lengths;
    for (const DeviceHistory* device : devices) {
        for (const Lease& lease : device->leases) {
            times.push_back({lease.from, lease.to});
            if (lease.length)
                lengths.insert(*lease.length);
        }
    }
    std::vector<SceneBar> bars;
    for (const TimeRange& range : united(std::move(times))) {
        SceneBar bar;
        bar.from = range.from;
        bar.to = range.to;
        bar.left = bar.right = BarEdge::Unseen;
        bar.label = lengths.size() == 1 ? SceneWords::lease(TimeText::duration(*lengths.begin()))
                                        : SceneWords::leases();
        bar.text = bar.label;
        bars.push_back(std::move(bar));
    }
    return bars;
}

void take(std::vector<SceneMark>& from, std::vector<SceneMark>& to, const QString& device)
{
    for (SceneMark& mark : from) {
        mark.text = device + QStringLiteral(" · ") + mark.text;
        to.push_back(std::move(mark));
    }
}

} // namespace

SceneLane foldedLane(const Analysis& analysis, const std::vector<const DeviceHistory*>& devices,
                     const TimeRange& whole, const SceneOptions& options)
{
    SceneLane lane;
    lane.kind = SceneLane::Kind::Fold;
    lane.id = foldedPhones;
    lane.title = SceneWords::otherPhones(static_cast<int>(devices.size()));
    lane.expanded = options.phonesExpanded;
    lane.lines.push_back({SceneWords::noUnexplainedReset(), SceneClass::Neutral});

    std::set<SourceId> sources;
    std::vector<std::vector<TimeRange>> registered;
    for (const DeviceHistory* device : devices) {
        SceneLane one = deviceLane(analysis, *device, whole, options);
        registered.push_back(registeredTimes(one));
        take(one.renewals, lane.renewals, one.title);
        take(one.marks, lane.marks, one.title);
        for (const SourceId source : sourcesOf(*device))
            sources.insert(source);
    }
    lane.registrations = shareBars(registered);
    lane.leases = leaseBars(devices);
    lane.unseen = gapsIn(whole, coverageOf(analysis, {sources.begin(), sources.end()}));
    lane.limits = limitsOf(analysis, {sources.begin(), sources.end()});
    finish(lane);
    return lane;
}

} // namespace whittle
