// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/timelineview.h"

#include <algorithm>
#include <cmath>

#include <QFontInfo>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPixmap>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QToolTip>

#include "models/timeline/hittest.h"
#include "models/timeline/scenewords.h"
#include "widgets/figures/timelinefigure.h"
#include "widgets/timeline/describe.h"
#include "widgets/timeline/dragging.h"

namespace whittle
{

namespace
{

constexpr double zoomPerNotch = 1.25; // 15 degrees of the wheel
constexpr double zoomPerKey = 1.6;
constexpr double panPerKey = 0.1; // of what is in view
constexpr double panPerNotch = 0.08;
constexpr double scrollPerNotch = 40;
/// With a font of 9 points at 96 dots per inch a unit is a pixel.
constexpr double unitFontPixels = 12;

} // namespace

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

    double unit() const;
    QRectF area() const;
    TimelineLayout layout() const;
    QPointF inUnits(QPointF point) const { return point / unit(); }
    SceneHit hitAt(QPointF point) const { return hitTest(scene, layout(), inUnits(point)); }

    void rebuild();
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
    void setCursor(std::optional<CaseTime> time);
    void activate();
    void click(QPointF point);
    void updateShape(QPointF point);
    bool key(const QKeyEvent& event);
};

TimelineView::Impl::Impl(TimelineView& owner)
    : view(owner)
    , bar(new QScrollBar(Qt::Vertical, &owner))
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

/// The scene anew, looked at as before where it still spans the same time.
void TimelineView::Impl::rebuild()
{
    const TimelineScene before = std::move(scene);
    scene = analysis ? buildScene(*analysis, options, density) : buildScene(Analysis{}, options, density);
    scene.onScreen = true;
    setHeading();
    const bool wasWhole = before.isEmpty() || before.visible == before.whole;
    if (!wasWhole)
        scene.visible = clamped(before.visible, scene.whole);
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
    bool& expanded = scene.lanes[lane].id == foldedNtp ? options.ntpExpanded : options.phonesExpanded;
    expanded = !expanded;
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
    else if (scene.selectedLane && scene.lanes[*scene.selectedLane].kind == SceneLane::Kind::Fold)
        toggle(*scene.selectedLane);
}

void TimelineView::Impl::click(QPointF point)
{
    const SceneHit hit = hitAt(point);
    if (hit.part == SceneHit::Part::Title && scene.lanes[*hit.lane].kind == SceneLane::Kind::Fold) {
        scene.selectedLane = hit.lane;
        toggle(*hit.lane);
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

void TimelineView::Impl::updateShape(QPointF point)
{
    const Dragging would = beginDragging(scene, layout(), inUnits(point), false);
    const SceneHit hit = hitAt(point);
    Qt::CursorShape shape = Qt::ArrowCursor;
    if (would.what == Dragging::What::WindowLeft || would.what == Dragging::What::WindowRight)
        shape = Qt::SizeHorCursor;
    else if (hit.selection
             || (hit.part == SceneHit::Part::Title && scene.lanes[*hit.lane].kind == SceneLane::Kind::Fold))
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

TimelineView::TimelineView(QWidget* parent)
    : QWidget(parent)
    , m_impl(std::make_unique<Impl>(*this))
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Timeline"));
    m_impl->rebuild();
}

TimelineView::~TimelineView() = default;

void TimelineView::setAnalysis(AnalysisPtr analysis)
{
    m_impl->analysis = std::move(analysis);
    m_impl->rebuild();
}

void TimelineView::setDensity(const OverviewDensity& density)
{
    m_impl->density = density;
    m_impl->rebuild();
}

void TimelineView::setTheme(const Theme& theme)
{
    m_impl->theme = theme;
    m_impl->repaint();
}

void TimelineView::setTimes(const TimeText& times)
{
    m_impl->options.times = times;
    m_impl->scene.times = times;
    m_impl->describe();
    m_impl->repaint();
}

void TimelineView::setNames(const std::map<IpAddress, QString>& names,
                            const std::map<std::string, QString>& details)
{
    m_impl->options.names = names;
    m_impl->options.details = details;
    m_impl->rebuild();
}

void TimelineView::setHeadingVisible(bool visible)
{
    m_impl->heading = visible;
    m_impl->setHeading();
    m_impl->updateScrollBar();
    m_impl->repaint();
}

void TimelineView::select(const EventRef& ref, CaseTime time)
{
    m_impl->setSelection(ref, time);
}

void TimelineView::setCursorTime(std::optional<CaseTime> time)
{
    m_impl->setCursor(time);
}

void TimelineView::showRange(CaseTime from, CaseTime to)
{
    m_impl->setVisible({std::min(from, to), std::max(from, to)});
}

void TimelineView::showAll()
{
    m_impl->setVisible(m_impl->scene.whole);
}

void TimelineView::nextFinding(bool forward)
{
    const FindingStop* stop = nextStop(m_impl->scene, m_impl->scene.selection, forward);
    if (stop)
        m_impl->choose(stop->ref, stop->at);
}

CaseTime TimelineView::visibleFrom() const
{
    return m_impl->scene.visible.from;
}

CaseTime TimelineView::visibleTo() const
{
    return m_impl->scene.visible.to;
}

const TimelineScene& TimelineView::scene() const
{
    return m_impl->scene;
}

QSize TimelineView::sizeHint() const
{
    return (QSizeF(1040, std::min(560.0, fullHeight(m_impl->scene))) * m_impl->unit()).toSize();
}

QSize TimelineView::minimumSizeHint() const
{
    return (QSizeF(420, 220) * m_impl->unit()).toSize();
}

bool TimelineView::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const QString text = describeHit(m_impl->scene, m_impl->hitAt(help->pos()));
    if (text.isEmpty()) {
        QToolTip::hideText();
        event->ignore();
    } else {
        QToolTip::showText(help->globalPos(), text, this);
    }
    return true;
}

void TimelineView::paintEvent(QPaintEvent*)
{
    Impl& impl = *m_impl;
    const double ratio = devicePixelRatioF();
    const QSize wanted = (QSizeF(size()) * ratio).toSize();
    if (impl.picture.size() != wanted || impl.picture.devicePixelRatio() != ratio) {
        impl.picture = QPixmap(wanted);
        impl.picture.setDevicePixelRatio(ratio);
        impl.stale = true;
    }
    impl.figure.setUnit(impl.unit());
    if (impl.stale && !impl.picture.isNull()) {
        impl.picture.fill(impl.theme.panel);
        QPainter painter(&impl.picture);
        TimelineScene& scene = impl.scene;
        // The cursor goes over the picture, below.
        const auto cursor = std::exchange(scene.cursor, {});
        const auto marked = std::exchange(scene.marked, {});
        impl.figure.paint(painter, impl.area(), scene, impl.theme);
        scene.cursor = cursor;
        scene.marked = marked;
        impl.stale = false;
    }
    QPainter painter(this);
    painter.drawPixmap(0, 0, impl.picture);
    impl.figure.paintCursor(painter, impl.area(), impl.scene, impl.theme);
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(impl.theme.accent, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    }
}

void TimelineView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_impl->updateScrollBar();
    m_impl->repaint();
}

void TimelineView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Timeline"));
        m_impl->rebuild();
        updateGeometry();
    }
}

void TimelineView::wheelEvent(QWheelEvent* event)
{
    Impl& impl = *m_impl;
    if (impl.scene.isEmpty()) {
        event->ignore();
        return;
    }
    const QPoint angle = event->angleDelta();
    const double across = angle.x() / 120.0;
    const double notches = angle.y() / 120.0;
    const SceneHit hit = impl.hitAt(event->position());
    const bool overTitles = hit.part == SceneHit::Part::Title;
    if (event->modifiers().testFlag(Qt::ShiftModifier) || std::abs(across) > std::abs(notches))
        impl.pan(-(std::abs(across) > std::abs(notches) ? across : notches) * panPerNotch);
    else if (event->modifiers().testFlag(Qt::ControlModifier) || overTitles)
        impl.scrollTo(impl.scene.scroll - notches * scrollPerNotch);
    else if (notches != 0)
        impl.zoom(impl.scene.visible.contains(hit.time) && hit.part != SceneHit::Part::None ? hit.time
                                                                                            : impl.middle(),
                  std::pow(zoomPerNotch, notches));
    event->accept();
}

void TimelineView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_impl->scene.isEmpty())
        return;
    Impl& impl = *m_impl;
    impl.dragging = beginDragging(impl.scene, impl.layout(), impl.inUnits(event->position()),
                                  event->modifiers().testFlag(Qt::ShiftModifier));
    if (impl.dragging.visible != impl.scene.visible)
        impl.setVisible(impl.dragging.visible);
}

void TimelineView::mouseMoveEvent(QMouseEvent* event)
{
    Impl& impl = *m_impl;
    if (impl.scene.isEmpty())
        return;
    const QPointF point = impl.inUnits(event->position());
    if (event->buttons().testFlag(Qt::LeftButton)) {
        const TimeRange before = impl.scene.visible;
        if (drag(impl.dragging, impl.scene, impl.layout(), point)) {
            impl.scrollTo(impl.scene.scroll);
            impl.repaint();
        }
        if (impl.scene.visible != before)
            Q_EMIT visibleRangeChanged(impl.scene.visible.from, impl.scene.visible.to);
        if (impl.dragging.what == Dragging::What::Pan && impl.dragging.moved)
            QWidget::setCursor(Qt::ClosedHandCursor);
        return;
    }
    const TimelineLayout layout = impl.layout();
    const bool overPlot =
        point.x() >= layout.plotLeft && point.x() <= layout.plotRight && point.y() > layout.axis.top();
    const auto time = overPlot ? std::optional(laneAxis(impl.scene, layout).time(point.x())) : std::nullopt;
    impl.updateShape(event->position());
    if (time == impl.scene.cursor)
        return;
    impl.setCursor(time);
    Q_EMIT cursorMoved(time);
}

void TimelineView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_impl->scene.isEmpty())
        return;
    Impl& impl = *m_impl;
    const Dragging done = std::exchange(impl.dragging, {});
    const auto marked = std::exchange(impl.scene.marked, {});
    if (marked)
        impl.setVisible(*marked);
    else if (!done.moved)
        impl.click(event->position());
    impl.describe();
    impl.updateShape(event->position());
    update();
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_impl->scene.isEmpty())
        return;
    const SceneHit hit = m_impl->hitAt(event->position());
    if (hit.part == SceneHit::Part::Overview)
        return showAll();
    if (hit.mark && hit.selection) {
        Q_EMIT eventActivated(hit.selection->ref, hit.selection->time);
    } else if (hit.bar) {
        const Nanoseconds margin = difference(hit.bar->to, hit.bar->from) / 20 + Nanoseconds{1000};
        showRange(moved(hit.bar->from, -margin), moved(hit.bar->to, margin));
    }
    // The release that follows is not a click.
    m_impl->dragging.moved = true;
}

void TimelineView::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    if (!m_impl->scene.cursor)
        return;
    m_impl->setCursor({});
    Q_EMIT cursorMoved({});
}

void TimelineView::keyPressEvent(QKeyEvent* event)
{
    if (m_impl->scene.isEmpty() || !m_impl->key(*event))
        QWidget::keyPressEvent(event);
}

void TimelineView::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void TimelineView::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace whittle
