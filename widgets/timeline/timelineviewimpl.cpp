// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/timelineviewimpl.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

#include <QFontInfo>
#include <QKeyEvent>
#include <QScrollBar>
#include <QSignalBlocker>

#include "widgets/timeline/describe.h"

namespace whittle
{

namespace
{

constexpr double zoomPerKey = 1.6;
constexpr double panPerKey = 0.1; // of what is in view
/// With a font of 9 points at 96 dots per inch a unit is a pixel.
constexpr double unitFontPixels = 12;

/// Laying that out takes longer than a frame.
bool isLarge(const Analysis& analysis)
{
    constexpr std::size_t few = 10'000;
    std::size_t shown = 0;
    for (const NtpAssociation& association : analysis.ntp)
        shown += association.polls.size();
    for (const DeviceHistory& device : analysis.devices)
        shown += device.registrations.size() + device.leases.size() + device.marks.size();
    return shown > few;
}

} // namespace

TimelineView::Impl::Impl(TimelineView& owner)
    : view(owner)
    , bar(new QScrollBar(Qt::Vertical, &owner))
    , building([this](const std::shared_ptr<TimelineScene>& built) { show(std::move(*built)); })
{
    scene.onScreen = true;
    bar->hide();
    bar->setFocusPolicy(Qt::NoFocus);
    bar->setAccessibleName(TimelineView::tr("Scroll the lanes"));
    QObject::connect(bar, &QScrollBar::valueChanged, &owner, [this](int value) {
        scene.scroll = value;
        repaint();
    });
}

double TimelineView::Impl::unit() const
{
    return std::max(0.5, QFontInfo(view.font()).pixelSize() / unitFontPixels);
}

QRectF TimelineView::Impl::area() const
{
    const double bars = bar->isHidden() ? 0 : bar->width();
    return {0, 0, view.width() - bars, static_cast<double>(view.height())};
}

TimelineLayout TimelineView::Impl::layout() const
{
    const QRectF all = area();
    return layOut(scene, {all.topLeft() / unit(), all.size() / unit()});
}

void TimelineView::Impl::rebuild()
{
    const AnalysisPtr shown = analysis ? analysis : std::make_shared<Analysis>();
    if (!isLarge(*shown)) {
        building.cancel();
        show(buildScene(*shown, options, density));
        return;
    }
    building.start([shown, options = options, density = density](const std::stop_token&) {
        return std::make_shared<TimelineScene>(buildScene(*shown, options, density));
    });
}

/// Where there is none, what the lanes show is counted.
void TimelineView::Impl::setDensity(const OverviewDensity& other)
{
    density = other;
    if (density.counts.empty()) {
        rebuild();
    } else if (!building.isBusy()) {
        scene.density = density;
        repaint();
    }
}

/// Looked at as the one before where it still spans the same time.
void TimelineView::Impl::show(TimelineScene built)
{
    const TimelineScene before = std::exchange(scene, std::move(built));
    scene.times = options.times;
    if (!density.counts.empty())
        scene.density = density;
    scene.onScreen = true;
    setHeading();
    if (!before.isEmpty() && before.visible != before.opening)
        scene.visible = before.visible == before.whole ? scene.whole : clamped(before.visible, scene.whole);
    scene.selection = before.selection;
    scene.scroll = before.scroll;
    if (before.selectedLane && *before.selectedLane < before.lanes.size()) {
        const std::string& id = before.lanes[*before.selectedLane].id;
        const auto same = std::find_if(scene.lanes.begin(), scene.lanes.end(),
                                       [&](const SceneLane& lane) { return lane.id == id; });
        if (same != scene.lanes.end())
            scene.selectedLane = static_cast<std::size_t>(same - scene.lanes.begin());
    }
    updateScrollBar();
    describe();
    repaint();
    if (before.visible != scene.visible)
        Q_EMIT view.visibleRangeChanged(scene.visible.from, scene.visible.to);
}

void TimelineView::Impl::repaint()
{
    stale = true;
    view.update();
}

void TimelineView::Impl::setHeading()
{
    scene.heading = heading ? TimelineView::tr("Timeline") : QString();
    scene.hint = heading ? TimelineView::tr("drag to pan · wheel to zoom · F next finding") : QString();
}

void TimelineView::Impl::updateScrollBar()
{
    const int width = bar->sizeHint().width();
    const TimelineLayout now = layout();
    const bool needed = !scene.isEmpty() && now.maxScroll() > 0.5;
    const double unitNow = unit();
    const QSignalBlocker blocker(bar);
    bar->setVisible(needed);
    const int top = static_cast<int>(now.lanes.top() * unitNow);
    bar->setGeometry(view.width() - width, top, width, std::max(0, view.height() - top));
    bar->setRange(0, static_cast<int>(std::ceil(now.maxScroll())));
    bar->setPageStep(static_cast<int>(now.lanes.height()));
    bar->setSingleStep(static_cast<int>(scrollPerNotch));
    scene.scroll = std::clamp(scene.scroll, 0.0, now.maxScroll());
    bar->setValue(static_cast<int>(scene.scroll));
}

void TimelineView::Impl::describe()
{
    const QString selected = describeSelection(scene);
    const QString all = describeView(scene);
    view.setAccessibleDescription(selected.isEmpty() ? all : selected + QStringLiteral(". ") + all);
}

void TimelineView::Impl::setVisible(const TimeRange& range)
{
    const TimeRange now = clamped(range, scene.whole);
    if (now == scene.visible)
        return;
    scene.visible = now;
    describe();
    repaint();
    Q_EMIT view.visibleRangeChanged(now.from, now.to);
}

void TimelineView::Impl::pan(double share)
{
    const double ns = share * static_cast<double>(scene.visible.length().count());
    setVisible(panned(scene.visible, Nanoseconds{static_cast<std::int64_t>(ns)}));
}

void TimelineView::Impl::scrollTo(double scroll)
{
    bar->setValue(static_cast<int>(std::clamp(scroll, 0.0, layout().maxScroll())));
}

void TimelineView::Impl::chooseLane(std::size_t lane)
{
    scene.selectedLane = lane;
    const TimelineLayout now = layout();
    if (now.tops[lane] < now.scroll)
        scrollTo(now.tops[lane]);
    else if (now.tops[lane + 1] > now.scroll + now.lanes.height())
        scrollTo(now.tops[lane + 1] - now.lanes.height());
    describe();
    repaint();
}

void TimelineView::Impl::stepLane(int by)
{
    if (scene.lanes.empty())
        return;
    const int last = static_cast<int>(scene.lanes.size()) - 1;
    const int now = scene.selectedLane ? static_cast<int>(*scene.selectedLane) + by : (by > 0 ? 0 : last);
    chooseLane(static_cast<std::size_t>(std::clamp(now, 0, last)));
}

void TimelineView::Impl::stepMark(bool forward)
{
    if (!scene.selectedLane)
        stepLane(1);
    if (!scene.selectedLane)
        return;
    const CaseTime from = scene.selection ? scene.selection->time
        : forward                         ? moved(scene.visible.from, Nanoseconds{-1})
                                          : scene.visible.to;
    const SceneMark* mark = nextMark(scene.lanes[*scene.selectedLane], from, forward);
    if (mark && mark->ref)
        choose(*mark->ref, mark->at);
}

void TimelineView::Impl::setSelection(const EventRef& ref, CaseTime time)
{
    scene.selection = SceneSelection{ref, time};
    const auto lane = laneOf(scene, ref);
    if (lane)
        scene.selectedLane = lane;
    bringIntoView(time, lane);
    describe();
    repaint();
}

void TimelineView::Impl::bringIntoView(CaseTime time, const std::optional<std::size_t>& lane)
{
    if (lane)
        chooseLane(*lane);
    if (scene.visible.contains(time))
        return;
    const Nanoseconds half = scene.visible.length() / 2;
    setVisible({moved(time, -half), moved(time, half)});
}

/// As setSelection, by the user: tells the others.
void TimelineView::Impl::choose(const EventRef& ref, CaseTime time)
{
    setSelection(ref, time);
    Q_EMIT view.eventSelected(ref, time);
}

void TimelineView::Impl::toggle(std::size_t lane)
{
    const bool expanded = !scene.lanes[lane].expanded;
    if (scene.lanes[lane].id == foldedSources)
        options.sourcesExpanded = expanded;
    else
        (scene.lanes[lane].id == foldedNtp ? options.ntpExpanded : options.phonesExpanded) = expanded;
    rebuild();
}

void TimelineView::Impl::setCursor(std::optional<CaseTime> time)
{
    if (scene.cursor == time)
        return;
    scene.cursor = time;
    view.update(); // the picture stays as it is
}

void TimelineView::Impl::activate()
{
    if (scene.selection)
        Q_EMIT view.eventActivated(scene.selection->ref, scene.selection->time);
    else if (scene.selectedLane)
        openTitle(*scene.selectedLane);
}

/// A fold unfolds, a device is shown.
void TimelineView::Impl::openTitle(std::size_t lane)
{
    const SceneLane& opened = scene.lanes[lane];
    if (opened.kind == SceneLane::Kind::Fold)
        toggle(lane);
    else if (opened.kind == SceneLane::Kind::Device)
        Q_EMIT view.deviceChosen(QString::fromStdString(opened.id));
}

bool TimelineView::Impl::titleLeadsOn(const SceneHit& hit) const
{
    if (hit.part != SceneHit::Part::Title)
        return false;
    const SceneLane::Kind kind = scene.lanes[*hit.lane].kind;
    return kind == SceneLane::Kind::Fold || kind == SceneLane::Kind::Device;
}

void TimelineView::Impl::click(QPointF point)
{
    const SceneHit hit = hitAt(point);
    if (titleLeadsOn(hit)) {
        scene.selection.reset();
        chooseLane(*hit.lane);
        openTitle(*hit.lane);
        return;
    }
    if (hit.part == SceneHit::Part::Coverage) {
        chooseCoverage(scene.coverage[*hit.lane].id);
        return;
    }
    if (hit.selection) {
        // Where it was clicked, not the first lane that shows it.
        const std::optional<std::size_t> lane = hit.lane;
        choose(hit.selection->ref, hit.selection->time);
        if (lane)
            chooseLane(*lane);
        return;
    }
    if (!hit.lane)
        return;
    scene.selection.reset();
    chooseLane(*hit.lane);
}

/// The lane of that source, or of all of them where those are folded.
void TimelineView::Impl::chooseCoverage(const std::string& id)
{
    const auto named = [&](const std::string& wanted) {
        return std::ranges::find(scene.lanes, wanted, &SceneLane::id);
    };
    const auto own = named(id);
    const auto lane = own != scene.lanes.end() ? own : named(foldedSources);
    if (lane != scene.lanes.end())
        chooseLane(static_cast<std::size_t>(lane - scene.lanes.begin()));
}

void TimelineView::Impl::updateShape(QPointF point)
{
    const Dragging would = beginDragging(scene, layout(), inUnits(point), false);
    const SceneHit hit = hitAt(point);
    Qt::CursorShape shape = Qt::ArrowCursor;
    if (would.what == Dragging::What::WindowLeft || would.what == Dragging::What::WindowRight)
        shape = Qt::SizeHorCursor;
    else if (hit.selection || hit.part == SceneHit::Part::Coverage || titleLeadsOn(hit))
        shape = Qt::PointingHandCursor;
    if (view.cursor().shape() != shape)
        view.QWidget::setCursor(shape);
}

bool TimelineView::Impl::key(const QKeyEvent& event)
{
    const bool control = event.modifiers().testFlag(Qt::ControlModifier);
    switch (event.key()) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const bool forward = event.key() == Qt::Key_Right;
        if (control)
            stepMark(forward);
        else
            pan(forward ? panPerKey : -panPerKey);
        return true;
    }
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoom(keyMiddle(), zoomPerKey);
        return true;
    case Qt::Key_Minus:
        zoom(keyMiddle(), 1 / zoomPerKey);
        return true;
    case Qt::Key_Home:
        view.showAll();
        return true;
    case Qt::Key_Up:
        stepLane(-1);
        return true;
    case Qt::Key_Down:
        stepLane(1);
        return true;
    case Qt::Key_PageUp:
        scrollTo(scene.scroll - layout().lanes.height());
        return true;
    case Qt::Key_PageDown:
        scrollTo(scene.scroll + layout().lanes.height());
        return true;
    case Qt::Key_F:
        if (control) // the window's search
            return false;
        view.nextFinding(!event.modifiers().testFlag(Qt::ShiftModifier));
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        activate();
        return true;
    case Qt::Key_Escape:
        if (!scene.selection)
            return false;
        scene.selection.reset();
        describe();
        repaint();
        return true;
    }
    return false;
}

} // namespace whittle
