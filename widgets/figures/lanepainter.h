// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "models/timeline/layout.h"
#include "widgets/figures/figuretext.h"
#include "widgets/figures/theme.h"

class QPainter;

namespace whittle
{

/// Paints lanes: what lies under the chart (paintGround) and what lies over it (paintLane). Only what is in
/// view is visited, and what falls on the same pixel is painted once.
class LanePainter
{
public:
    LanePainter(QPainter& painter, const TimelineScene& scene, const TimelineLayout& layout,
                const Theme& theme);

    void paintGround(std::size_t lane);
    void paintLane(std::size_t lane);

private:
    void paintTitle(const SceneLane& lane, const QRectF& rect);
    void paintUnseen(const SceneLane& lane, const QRectF& rect);
    void paintRegistrations(const SceneLane& lane, const QRectF& rect);
    void paintRegistration(const SceneBar& bar, const QRectF& box);
    void placeMarks(const SceneLane& lane);
    void paintLeases(const SceneLane& lane, const QRectF& rect);
    void paintLeaseTicks(const SceneLane& lane, const QRectF& rect);
    void paintRenewals(const SceneLane& lane, const QRectF& rect);
    void paintLeaseLabels(const SceneLane& lane, const QRectF& rect);
    void paintMarks(const QRectF& rect);
    void paintScale(const SceneLane& lane, const QRectF& rect);
    void paintMinor(const SceneLane& lane, const QRectF& rect);
    void paintSelection(const SceneLane& lane, const QRectF& rect);

    /// The bar in the plot, with a gap at ends that were seen.
    QRectF barBox(const SceneBar& bar, double top, double height) const;
    QColor groundOf(std::size_t lane) const;

    QPainter& m_painter;
    const TimelineScene& m_scene;
    const TimelineLayout& m_layout;
    const Theme& m_theme;
    const FigureFonts& m_fonts;
    TimeAxis m_axis;
    QColor m_ground;
    // Of the lane being painted:
    std::vector<const SceneMark*> m_marks; ///< the worst of those that fall together
    LabelRow m_registrationLabels;
    LabelRow m_leaseLabels;
    std::vector<double> m_renewals; ///< where its dots are
};

} // namespace whittle
