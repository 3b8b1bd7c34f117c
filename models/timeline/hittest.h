// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "models/timeline/layout.h"

namespace whittle
{

/// What lies under a point of a scene.
struct SceneHit {
    enum class Part { None, Heading, Overview, Axis, Coverage, Title, Lane };

    Part part = Part::None;
    std::optional<std::size_t> lane; ///< in TimelineScene::lanes; of a strip, in TimelineScene::coverage
    CaseTime time; ///< under the point, on the axis of the part
    const SceneMark* mark = nullptr; ///< the nearest within the tolerance; the notable before the others
    const SceneBar* bar = nullptr; ///< the registration or lease under the point
    const NtpPoint* sample = nullptr; ///< the nearest within the tolerance
    bool unseen = false; ///< nothing could have shown anything here

    /// What a click here selects: the mark, the sample, or the nearer end of the bar when it is within the
    /// tolerance.
    std::optional<SceneSelection> selection;
};

/// The pointers of the hit live as long as `scene` is not changed. `tolerance` in units of the layout.
SceneHit hitTest(const TimelineScene& scene, const TimelineLayout& layout, QPointF point,
                 double tolerance = 7);

/// The mark of the lane before (`forward` false) or after `time`, of the notable ones and the renewals.
const SceneMark* nextMark(const SceneLane& lane, CaseTime time, bool forward);
/// The lane that shows that event.
std::optional<std::size_t> laneOf(const TimelineScene& scene, const EventRef& ref);
/// The stop of a finding before or after `time`; where there is none, the one at the other end.
const FindingStop* nextStop(const TimelineScene& scene, const std::optional<SceneSelection>& from,
                            bool forward);

} // namespace whittle
