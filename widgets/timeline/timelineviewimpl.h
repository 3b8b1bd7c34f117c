// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QPixmap>
#include <QPointF>

#include "models/timeline/hittest.h"
#include "widgets/figures/timelinefigure.h"
#include "widgets/jobs/latestjob.h"
#include "widgets/timeline/dragging.h"
#include "widgets/timeline/timelineview.h"

class QKeyEvent;
class QScrollBar;

namespace whittle
{

/// How much of the lanes one notch of the wheel scrolls, in units of the layout.
constexpr double scrollPerNotch = 40;

/// The state of the view and what is done to it; TimelineView itself only takes events apart.
struct TimelineView::Impl {
    explicit Impl(TimelineView& view);

    TimelineView& view;
    AnalysisPtr analysis;
    OverviewDensity density;
    SceneOptions options;
    Theme theme = Theme::light();
    TimelineScene scene;
    TimelineFigure figure;
    QScrollBar* bar;
    QPixmap picture; ///< everything but the cursor, so that moving the pointer costs no painting
    bool stale = true;
    bool heading = true;
    Dragging dragging;
    LatestJob<std::shared_ptr<TimelineScene>> building;

    double unit() const;
    QRectF area() const;
    TimelineLayout layout() const;
    QPointF inUnits(QPointF point) const { return point / unit(); }
    SceneHit hitAt(QPointF point) const { return hitTest(scene, layout(), inUnits(point)); }

    /// The scene anew: at once, or, where there is much to lay out, on a thread of its own; until that has
    /// ended the one from before is shown.
    void rebuild();
    void show(TimelineScene built);
    void setDensity(const OverviewDensity& other);
    void repaint();
    void setHeading();
    void updateScrollBar();
    void describe();
    void setVisible(const TimeRange& range);
    void zoom(CaseTime around, double factor) { setVisible(zoomed(scene.visible, around, factor)); }
    CaseTime middle() const { return moved(scene.visible.from, scene.visible.length() / 2); }
    /// What the keyboard zooms around: what is selected, where it is in view.
    CaseTime keyMiddle() const
    {
        return scene.selection && scene.visible.contains(scene.selection->time) ? scene.selection->time
                                                                                : middle();
    }
    void pan(double share);
    void scrollTo(double scroll);
    void chooseLane(std::size_t lane);
    void stepLane(int by);
    void stepMark(bool forward);
    void setSelection(const EventRef& ref, CaseTime time);
    void bringIntoView(CaseTime time, const std::optional<std::size_t>& lane);
    void choose(const EventRef& ref, CaseTime time);
    void toggle(std::size_t lane);
    bool titleLeadsOn(const SceneHit& hit) const;
    void openTitle(std::size_t lane);
    void setCursor(std::optional<CaseTime> time);
    void activate();
    void click(QPointF point);
    void chooseCoverage(const std::string& id);
    void updateShape(QPointF point);
    bool key(const QKeyEvent& event);
};

} // namespace whittle
