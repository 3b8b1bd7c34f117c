// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "models/timeline/scenebuilder.h"

namespace whittle
{

/// Sources of which some event, registration or lease of the device tells.
std::vector<SourceId> sourcesOf(const DeviceHistory& device);

SceneLane deviceLane(const Analysis& analysis, const DeviceHistory& device, const TimeRange& whole,
                     const SceneOptions& options);

/// One lane for many devices: how many were registered, the time in which any of them had a lease, all of
/// their renewals.
SceneLane foldedLane(const Analysis& analysis, const std::vector<const DeviceHistory*>& devices,
                     const TimeRange& whole, const SceneOptions& options);

/// A lane for each pair of client and server: those that get no usable answer first, then the largest offset;
/// the smallest ones folded.
std::vector<SceneLane> ntpLanes(const Analysis& analysis, const TimeRange& whole,
                                const SceneOptions& options);

/// What the sources that know times cover.
struct CoverageLanes {
    SceneLane all; ///< of them together
    std::vector<SceneLane> sources; ///< slim, by path
};
/// Empty where no source knows times.
std::optional<CoverageLanes> coverageLanes(const Analysis& analysis, const TimeRange& whole);

/// What kept those sources (none: any) from showing something, where it is known when.
std::vector<SceneLimit> limitsOf(const Analysis& analysis, const std::vector<SourceId>& sources);

/// The name of an address, or the address.
QString nameOf(const IpAddress& address, const SceneOptions& options);

/// Makes the indexes that the painter and the hit test search; the last step of making a lane.
void finish(SceneLane& lane);

} // namespace whittle
