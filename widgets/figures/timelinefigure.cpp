// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figures/timelinefigure.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QPaintDevice>
#include <QPainter>

#include "widgets/figures/chartlayer.h"
#include "widgets/figures/coveragepainter.h"
#include "widgets/figures/figuretext.h"
#include "widgets/figures/headpainter.h"
#include "widgets/figures/lanepainter.h"

namespace whittle
{

namespace
{

struct FigureWords {
    Q_DECLARE_TR_FUNCTIONS(whittle::TimelineFigure)
};

constexpr double tickSpacing = 84;

/// Lanes to paint: those in view, and on paper none that the lower edge would cut.
std::pair<std::size_t, std::size_t> paintedLanes(const TimelineScene& scene, const TimelineLayout& layout)
{
    auto [first, last] = layout.visibleLanes();
    while (!scene.onScreen && last > first && layout.lane(last - 1).bottom() > layout.area.bottom() + 0.5)
        --last;
    return {first, last};
}

/// From the labels of the axis down to the last lane.
QRectF plotOf(const TimelineLayout& layout, std::size_t last)
{
    const double bottom =
        last > 0 ? std::min(layout.lane(last - 1).bottom(), layout.lanes.bottom()) : layout.lanes.top();
    return {layout.plotLeft, layout.axis.top() + 4, layout.plotRight - layout.plotLeft,
            bottom - layout.axis.top() - 4};
}

void paintPeriod(QPainter& painter, const TimelineScene& scene, const TimelineLayout& layout,
                 const QRectF& plot, const Theme& theme)
{
    if (!scene.period || scene.period->step.count() <= 0)
        return;
    const TimeAxis axis = laneAxis(scene, layout);
    const auto step = static_cast<double>(scene.period->step.count());
    if (step / static_cast<double>(std::max<std::int64_t>(1, axis.perUnit().count())) < 16)
        return; // so far away that it would be a surface
    const auto steps = [&](CaseTime time) {
        return static_cast<std::int64_t>(
            std::ceil(static_cast<double>(difference(time, scene.period->origin).count()) / step));
    };
    QPen pen(theme.accent, 1);
    pen.setDashPattern({3, 4});
    QColor color = theme.accent;
    color.setAlphaF(0.75F);
    pen.setColor(color);
    painter.setPen(pen);
    const TimeRange shown{std::max(scene.visible.from, scene.whole.from),
                          std::min(scene.visible.to, scene.whole.to)};
    for (std::int64_t i = std::max<std::int64_t>(0, steps(shown.from)); i < steps(shown.to); ++i) {
        const double x = std::round(axis.x(moved(scene.period->origin, scene.period->step * i))) + 0.5;
        painter.drawLine(QPointF(x, layout.lanes.top()), QPointF(x, plot.bottom()));
    }
}

void paintSelectedTime(QPainter& painter, const TimelineScene& scene, const TimelineLayout& layout,
                       const QRectF& plot, const Theme& theme)
{
    if (!scene.selection || !scene.visible.contains(scene.selection->time))
        return;
    const double x = std::round(laneAxis(scene, layout).x(scene.selection->time)) + 0.5;
    QColor color = theme.accent;
    color.setAlphaF(0.6F);
    painter.setPen(QPen(color, 1));
    painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
}

void paintRest(QPainter& painter, const TimelineScene& scene, const TimelineLayout& layout, std::size_t last,
               const Theme& theme)
{
    if (scene.onScreen || last >= scene.lanes.size())
        return;
    const double y = (last > 0 ? layout.lane(last - 1).bottom() : layout.lanes.top()) + 15;
    if (y > layout.area.bottom())
        return;
    const int rest = static_cast<int>(scene.lanes.size() - last);
    const QString text =
        rest == 1 ? FigureWords::tr("and one more lane") : FigureWords::tr("and %n more lanes", "", rest);
    drawText(painter, layout.area.left() + 12, y, layout.area.width(), text, FigureFonts::get().small,
             theme.dim);
}

void paintLanes(QPainter& painter, ChartLayer& chart, const TimelineScene& scene,
                const TimelineLayout& layout, const Theme& theme)
{
    const auto [first, last] = paintedLanes(scene, layout);
    const QRectF plot = plotOf(layout, last);
    const std::vector<TimeTick> all = ticks(laneAxis(scene, layout), scene.times, tickSpacing);
    LanePainter lanes(painter, scene, layout, theme);
    painter.save();
    if (scene.onScreen)
        painter.setClipRect(layout.lanes, Qt::IntersectClip);
    for (std::size_t i = first; i < last; ++i)
        lanes.paintGround(i);
    painter.restore();
    painter.save();
    if (scene.onScreen)
        painter.setClipRect(plot, Qt::IntersectClip);
    chart.paint(painter, scene, layout, all, plot, theme);
    paintPeriod(painter, scene, layout, plot, theme);
    paintSelectedTime(painter, scene, layout, plot, theme);
    painter.restore();
    painter.save();
    if (scene.onScreen)
        painter.setClipRect(layout.lanes, Qt::IntersectClip);
    for (std::size_t i = first; i < last; ++i)
        lanes.paintLane(i);
    painter.restore();
    paintRest(painter, scene, layout, last, theme);
    painter.fillRect(QRectF(layout.lanes.left(), layout.lanes.top() - 1, layout.lanes.width(), 1),
                     theme.line);
    paintAxisLabels(painter, scene, layout, all, theme);
    paintCoverageStrips(painter, scene, layout, theme);
}

void paintEmpty(QPainter& painter, const QRectF& area, const TimelineScene& scene, const Theme& theme)
{
    const QFont& font = FigureFonts::get().title;
    painter.setFont(font);
    painter.setPen(theme.dim);
    painter.drawText(area.adjusted(24, 0, -24, 0), Qt::AlignCenter | Qt::TextWordWrap, scene.emptyText);
}

} // namespace

struct TimelineFigure::Chart : ChartLayer {
};

TimelineFigure::TimelineFigure() = default;
TimelineFigure::~TimelineFigure() = default;

double TimelineFigure::unitFor(const QPainter& painter) const
{
    if (m_unit > 0)
        return m_unit;
    const QPaintDevice* device = painter.device();
    if (!device)
        return 1;
    // The transformation holds the device's pixel ratio too, its dots per inch do not.
    const double scale = std::abs(painter.combinedTransform().m11()) / device->devicePixelRatio();
    const double dpi = device->logicalDpiX();
    return scale > 0 ? std::max(0.01, dpi / 96 / scale) : 1;
}

void TimelineFigure::paint(QPainter& painter, const QRectF& area, const TimelineScene& scene,
                           const Theme& theme)
{
    if (!m_chart)
        m_chart = std::make_unique<Chart>();
    const double unit = unitFor(painter);
    const QRectF inUnits(area.topLeft() / unit, area.size() / unit);
    painter.save();
    painter.scale(unit, unit);
    painter.fillRect(inUnits, theme.panel);
    if (scene.isEmpty()) {
        paintEmpty(painter, inUnits, scene, theme);
    } else {
        const TimelineLayout layout = layOut(scene, inUnits);
        paintHeading(painter, scene, layout, theme);
        paintOverview(painter, scene, layout, theme);
        paintLanes(painter, *m_chart, scene, layout, theme);
    }
    painter.restore();
    paintCursor(painter, area, scene, theme);
}

void TimelineFigure::paintCursor(QPainter& painter, const QRectF& area, const TimelineScene& scene,
                                 const Theme& theme)
{
    if (scene.isEmpty() || (!scene.cursor && !scene.marked))
        return;
    const double unit = unitFor(painter);
    const TimelineLayout layout = layOut(scene, {area.topLeft() / unit, area.size() / unit});
    const TimeAxis axis = laneAxis(scene, layout);
    painter.save();
    painter.scale(unit, unit);
    const double bottom =
        std::min(layout.lanes.bottom(), layout.lanes.top() + layout.contentHeight() - layout.scroll);
    if (scene.marked) {
        const double left = std::clamp(axis.x(scene.marked->from), layout.plotLeft, layout.plotRight);
        const double right = std::clamp(axis.x(scene.marked->to), left, layout.plotRight);
        QColor veil = theme.accent;
        veil.setAlphaF(0.14F);
        painter.fillRect(QRectF(left, layout.axis.top(), right - left, bottom - layout.axis.top()), veil);
    }
    if (scene.cursor && scene.visible.contains(*scene.cursor)) {
        const double x = std::round(axis.x(*scene.cursor));
        painter.fillRect(QRectF(x, layout.axis.top() + 4, 1, bottom - layout.axis.top() - 4), theme.dim);
        const QFont& font = FigureFonts::get().tiny;
        const QString text = scene.times.dateTime(*scene.cursor);
        const double width = textWidth(font, text) + 12;
        const double left =
            std::clamp(x - width / 2, layout.plotLeft, std::max(layout.plotLeft, layout.plotRight - width));
        const QRectF plate(left, layout.axis.top() + 3, width, 16);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.text);
        painter.drawRoundedRect(plate, 4, 4);
        drawText(painter, plate.left() + 6, plate.top() + 12, width, text, font, theme.panel);
    }
    painter.restore();
}

double TimelineFigure::heightPerWidth(const TimelineScene& scene, double units)
{
    return units > 0 ? fullHeight(scene) / units : 0;
}

} // namespace whittle
