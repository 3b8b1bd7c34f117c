// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figures/chartlayer.h"

#include <algorithm>
#include <cmath>

#include <QCategoryAxis>
#include <QChart>
#include <QGraphicsLayout>
#include <QGraphicsScene>
#include <QLegend>
#include <QLineSeries>
#include <QPainter>
#include <QValueAxis>

#include "widgets/figures/markpainter.h"

namespace whittle
{

namespace
{

CaseTime timeOf(const NtpPoint& point)
{
    return point.at;
}

/// Offset at `time` on the straight line between two samples.
double between(const NtpPoint& a, const NtpPoint& b, CaseTime time)
{
    const auto length = static_cast<double>(difference(b.at, a.at).count());
    const double share = length > 0 ? static_cast<double>(difference(time, a.at).count()) / length : 0;
    return a.offsetSeconds + (b.offsetSeconds - a.offsetSeconds) * share;
}

/// Strictly between: a sample at the very end of what was seen belongs to it.
bool unseenBetween(const SceneLane& lane, CaseTime from, CaseTime to)
{
    const auto [first, last] =
        lane.unseenIndex.visible({moved(from, Nanoseconds{1}), moved(to, Nanoseconds{-1})});
    return first != last;
}

/// Gathers points of one column of pixels and hands on the lowest and the highest.
class ColumnMerger
{
public:
    void add(double x, double y, std::vector<QPointF>& out)
    {
        if (m_count > 0 && std::floor(x) != std::floor(m_last.x()))
            flush(out);
        if (m_count == 0)
            m_first = m_low = m_high = {x, y};
        m_last = {x, y};
        if (y < m_low.y())
            m_low = m_last;
        if (y > m_high.y())
            m_high = m_last;
        ++m_count;
    }

    void flush(std::vector<QPointF>& out)
    {
        if (m_count == 1) {
            out.push_back(m_first);
        } else if (m_count > 1) {
            const bool lowFirst = m_low.x() <= m_high.x();
            out.push_back(lowFirst ? m_low : m_high);
            out.push_back(lowFirst ? m_high : m_low);
        }
        m_count = 0;
    }

private:
    QPointF m_first, m_last, m_low, m_high;
    int m_count = 0;
};

} // namespace

QRectF curveBand(const TimelineLayout& layout, std::size_t lane)
{
    const QRectF rect = layout.lane(lane);
    return {layout.plotLeft, rect.top() + lanerows::curveTop, layout.plotRight - layout.plotLeft,
            rect.height() - 2 * lanerows::curveTop - 2};
}

std::vector<std::vector<QPointF>> curvePieces(const SceneLane& lane, const TimeAxis& axis)
{
    const std::vector<NtpPoint>& points = lane.ntp.points;
    const auto before = [](const NtpPoint& point, CaseTime time) { return timeOf(point) < time; };
    const auto first = std::lower_bound(points.begin(), points.end(), axis.range.from, before);
    const auto last = std::lower_bound(first, points.end(), axis.range.to, before);
    std::vector<std::vector<QPointF>> pieces(1);
    ColumnMerger column;
    const auto joined = [&](auto next) {
        return next != points.begin() && next != points.end()
            && !unseenBetween(lane, (next - 1)->at, next->at);
    };
    if (joined(first))
        column.add(axis.left, between(*(first - 1), *first, axis.range.from), pieces.back());
    for (auto point = first; point != last; ++point) {
        if (point != first && !joined(point)) {
            column.flush(pieces.back());
            pieces.emplace_back();
        }
        column.add(axis.x(point->at), point->offsetSeconds, pieces.back());
    }
    if (joined(last))
        column.add(axis.left + axis.width, between(*(last - 1), *last, axis.range.to), pieces.back());
    column.flush(pieces.back());
    pieces.erase(
        std::remove_if(pieces.begin(), pieces.end(), [](const auto& piece) { return piece.empty(); }),
        pieces.end());
    return pieces;
}

struct ChartLayer::Charts {
    QGraphicsScene scene;
    QChart* chart = nullptr;
    QCategoryAxis* time = nullptr;
    QLineSeries* base = nullptr; ///< carries the time axis: QtCharts lays an axis out only with a series

    struct Curve {
        QValueAxis* axis = nullptr;
        std::vector<QLineSeries*> pieces;
    };
    std::vector<Curve> curves; ///< made when first needed, then reused

    QRectF plot;
    std::vector<double> gridLines;

    Charts();
    void setPlot(const QRectF& rect);
    void setGrid(const TimeAxis& axis, const std::vector<TimeTick>& ticks);
    void setTheme(const Theme& now);
    void setCurves(const TimelineScene& shown, const TimelineLayout& layout);
    Curve& curve(std::size_t index);
    QLineSeries* piece(Curve& curve, std::size_t index);
    void setScale(QValueAxis& axis, const NtpCurve& ntp, const QRectF& band);

    const Theme* theme = nullptr; ///< while painting
};

ChartLayer::Charts::Charts()
{
    chart = new QChart; // the scene takes it
    chart->setAnimationOptions(QChart::NoAnimation);
    chart->setBackgroundVisible(false);
    chart->setPlotAreaBackgroundVisible(false);
    chart->setDropShadowEnabled(false); // an effect, which would be a picture of pixels in a PDF
    chart->setMargins({});
    chart->setBackgroundRoundness(0);
    chart->layout()->setContentsMargins(0, 0, 0, 0);
    chart->legend()->hide();
    scene.addItem(chart);

    time = new QCategoryAxis;
    time->setLabelsVisible(false); // ours elide, and tell the new day
    time->setLineVisible(false);
    time->setStartValue(0);
    time->setRange(0, 1);
    base = new QLineSeries;
    base->setPen(Qt::NoPen);
    chart->addSeries(base);
    chart->addAxis(time, Qt::AlignTop);
    base->attachAxis(time);
}

void ChartLayer::Charts::setPlot(const QRectF& rect)
{
    if (plot == rect)
        return;
    plot = rect;
    const QRectF all(0, 0, rect.right() + 50, rect.bottom() + 50);
    scene.setSceneRect(all);
    chart->setGeometry(all);
    chart->setPlotArea(rect);
    gridLines.clear();
}

/// In units of x, so that lines can stand on whole pixels.
void ChartLayer::Charts::setGrid(const TimeAxis& axis, const std::vector<TimeTick>& ticks)
{
    std::vector<double> lines;
    for (const TimeTick& tick : ticks)
        lines.push_back(std::round(axis.x(tick.at)) + 0.5 - axis.left);
    if (lines == gridLines && !gridLines.empty())
        return;
    gridLines = lines;
    for (const QString& label : time->categoriesLabels())
        time->remove(label);
    time->setRange(0, axis.width);
    time->setStartValue(0);
    int number = 0;
    for (const double line : lines)
        time->append(QString::number(number++), line);
}

void ChartLayer::Charts::setTheme(const Theme& now)
{
    theme = &now;
    const QPen grid(now.grid, 1);
    if (time->gridLinePen() != grid)
        time->setGridLinePen(grid);
}

ChartLayer::Charts::Curve& ChartLayer::Charts::curve(std::size_t index)
{
    while (curves.size() <= index) {
        Curve added;
        added.axis = new QValueAxis;
        added.axis->setVisible(false);
        chart->addAxis(added.axis, Qt::AlignLeft);
        curves.push_back(added);
    }
    return curves[index];
}

QLineSeries* ChartLayer::Charts::piece(Curve& curve, std::size_t index)
{
    while (curve.pieces.size() <= index) {
        auto* series = new QLineSeries;
        chart->addSeries(series);
        series->attachAxis(time);
        series->attachAxis(curve.axis);
        curve.pieces.push_back(series);
    }
    return curve.pieces[index];
}

/// The value axis covers the whole plot; its scale is such that the lane's own bounds lie on the borders of
/// its band.
void ChartLayer::Charts::setScale(QValueAxis& axis, const NtpCurve& ntp, const QRectF& band)
{
    const double perUnit = (ntp.high - ntp.low) / band.height();
    axis.setRange(ntp.low - (plot.bottom() - band.bottom()) * perUnit,
                  ntp.high + (band.top() - plot.top()) * perUnit);
}

void ChartLayer::Charts::setCurves(const TimelineScene& shown, const TimelineLayout& layout)
{
    std::size_t used = 0;
    const TimeAxis axis = laneAxis(shown, layout);
    const auto [first, last] = layout.visibleLanes();
    for (std::size_t i = first; i < last; ++i) {
        const SceneLane& lane = shown.lanes[i];
        const QRectF band = curveBand(layout, i);
        const bool fits = band.top() >= plot.top() && band.bottom() <= plot.bottom();
        if (lane.ntp.points.empty() || (!fits && !shown.onScreen))
            continue;
        Curve& one = curve(used++);
        setScale(*one.axis, lane.ntp, band);
        QPen pen(colorOf(lane.ntp.severity, *theme), 1.5);
        pen.setJoinStyle(Qt::RoundJoin);
        std::size_t piecesUsed = 0;
        for (const std::vector<QPointF>& points : curvePieces(lane, axis)) {
            QList<QPointF> moved;
            for (const QPointF& point : points)
                moved.append({point.x() - axis.left, point.y()});
            QLineSeries* series = piece(one, piecesUsed++);
            series->replace(moved);
            series->setPen(pen);
            // A piece of a single sample is a line of no length.
            series->setPointsVisible(moved.size() == 1);
            series->setVisible(true);
        }
        for (; piecesUsed < one.pieces.size(); ++piecesUsed)
            one.pieces[piecesUsed]->setVisible(false);
    }
    for (; used < curves.size(); ++used) {
        for (QLineSeries* series : curves[used].pieces)
            series->setVisible(false);
    }
}

ChartLayer::ChartLayer() = default;
ChartLayer::~ChartLayer() = default;

void ChartLayer::paint(QPainter& painter, const TimelineScene& scene, const TimelineLayout& layout,
                       const std::vector<TimeTick>& ticks, const QRectF& plot, const Theme& theme)
{
    if (!m_charts)
        m_charts = std::make_unique<Charts>();
    // The chart stands at the origin; the painter brings it to its place.
    m_charts->setTheme(theme);
    m_charts->setPlot(plot);
    m_charts->setGrid(laneAxis(scene, layout), ticks);
    m_charts->setCurves(scene, layout);
    m_charts->chart->layout()->activate();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    m_charts->scene.render(&painter, plot, plot, Qt::IgnoreAspectRatio);
    painter.restore();
}

} // namespace whittle
