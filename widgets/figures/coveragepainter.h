// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/timeline/layout.h"
#include "widgets/figures/theme.h"

class QPainter;

namespace whittle
{

/// Bars where the source of the lane recorded, hatching where it did not, a line below what it shows only in
/// part.
void paintCoverage(QPainter& painter, const SceneLane& lane, const TimeAxis& axis, double top, double height,
                   const Theme& theme);

/// What the three looks of coverage mean.
void paintCoverageLegend(QPainter& painter, const TimelineLayout& layout, double baseline,
                         const QColor& ground, const Theme& theme);

/// A strip for each source between the axis and the lanes, where they stay while the lanes are scrolled.
void paintCoverageStrips(QPainter& painter, const TimelineScene& scene, const TimelineLayout& layout,
                         const Theme& theme);

} // namespace whittle
