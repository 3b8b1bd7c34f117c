// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "models/timeline/layout.h"
#include "widgets/figures/theme.h"

class QPainter;

namespace whittle
{

/// What stands above the lanes: heading, overview with the window of the visible time, labels of the time
/// axis.
void paintHeading(QPainter& painter, const TimelineScene& scene, const TimelineLayout& layout,
                  const Theme& theme);
void paintOverview(QPainter& painter, const TimelineScene& scene, const TimelineLayout& layout,
                   const Theme& theme);
void paintAxisLabels(QPainter& painter, const TimelineScene& scene, const TimelineLayout& layout,
                     const std::vector<TimeTick>& ticks, const Theme& theme);

/// Heights (0 … 1) of `columns` columns over `range`. The root of the counts: a burst does not flatten
/// everything else.
std::vector<double> densityColumns(const OverviewDensity& density, const TimeRange& range, int columns);

} // namespace whittle
