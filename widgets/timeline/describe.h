// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "models/timeline/hittest.h"

namespace whittle
{

/// What lies under the pointer, in two or three lines: what, of whom, when exactly. Empty where there is
/// nothing to tell.
QString describeHit(const TimelineScene& scene, const SceneHit& hit);
/// The selected event, for a screen reader; without one, the selected lane.
QString describeSelection(const TimelineScene& scene);
/// How many lanes, and what time is in view.
QString describeView(const TimelineScene& scene);

} // namespace whittle
