// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>

#include "models/analysis/analysis.h"
#include "models/timeline/timelinescene.h"

namespace whittle
{

struct SceneOptions {
    TimeText times = TimeText();
    /// What addresses are called, where a site description says so: "cucm-sub".
    std::map<IpAddress, QString> names;
    /// What else is known about a device, before its address: "7961".
    std::map<std::string, QString> details;
    /// More phones than this to which nothing happened are folded into one lane.
    std::size_t healthyShown = 3;
    /// More NTP associations than this are folded, those with the smallest offsets first.
    std::size_t ntpShown = 4;
    /// The coverage of more sources than this is folded, unless there is nothing else to show.
    std::size_t sourcesShown = 6;
    /// More sources than this are one strip under the axis.
    std::size_t stripsShown = 10;
    bool phonesExpanded = false;
    bool ntpExpanded = false;
    std::optional<bool> sourcesExpanded{}; ///< empty: as `sourcesShown` says
};

/// Ids of the lanes that stand for many.
inline constexpr char foldedPhones[] = "fold:phones";
inline constexpr char foldedNtp[] = "fold:ntp";
inline constexpr char foldedSources[] = "fold:sources";

/// A registration ended other than in order, or an address was refused.
bool suffers(const DeviceHistory& device);

/// When the sources could have shown something, on the clock of the case: their coverage, or first to last
/// where they have none. `sources` empty: all of them. Sorted and disjoint.
std::vector<TimeRange> coverageOf(const Analysis& analysis, const std::vector<SourceId>& sources);
std::vector<TimeRange> coverageOf(const AnalysedSource& source);

/// Lays a case out as lanes: devices that suffer first, then the others (folded where they are many), then
/// NTP, then what each source covers. Shows all of the time. An empty `density` is replaced by the marks of
/// the lanes, counted.
TimelineScene buildScene(const Analysis& analysis, const SceneOptions& options = {},
                         const OverviewDensity& density = {});

} // namespace whittle
