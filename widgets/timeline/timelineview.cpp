// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/timelineview.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include "widgets/timeline/describe.h"
#include "widgets/timeline/timelineviewimpl.h"

namespace whittle
{

namespace
{

constexpr double zoomPerNotch = 1.25; // 15 degrees of the wheel
constexpr double panPerNotch = 0.08; // of what is in view

} // namespace

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
    m_impl->setDensity(density);
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
