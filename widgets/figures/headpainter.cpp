// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figures/headpainter.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QPainter>

#include "widgets/figures/figuretext.h"
#include "widgets/figures/hatch.h"
#include "widgets/figures/markpainter.h"

namespace whittle
{

namespace
{

struct HeadWords {
    Q_DECLARE_TR_FUNCTIONS(whittle::TimelineFigure)
};

constexpr double columnWidth = 6; ///< of the density, one unit of it free
constexpr double margin = 12;

void paintDensity(QPainter& painter, const TimelineScene& scene, const TimelineLayout& layout,
                  const Theme& theme)
{
    const QRectF box = layout.overview;
    const int columns = std::max(1, static_cast<int>(box.width() / columnWidth));
    const std::vector<double> heights = densityColumns(scene.density, scene.whole, columns);
    const double step = box.width() / columns;
    for (int i = 0; i < static_cast<int>(heights.size()); ++i) {
        const double height = std::round(heights[static_cast<std::size_t>(i)] * (box.height() - 8));
        if (height <= 0)
            continue;
        const double left = std::round(box.left() + i * step);
        const double right = std::round(box.left() + (i + 1) * step) - 1;
        painter.fillRect(QRectF(left, box.bottom() - 2 - height, right - left, height), theme.registeredSoft);
    }
}

/// Where F stops: so that the eye finds them before any zooming.
void paintStops(QPainter& painter, const TimelineScene& scene, const TimelineLayout& layout,
                const Theme& theme)
{
    const TimeAxis axis = overviewAxis(scene, layout);
    double painted = -1e9;
    for (const FindingStop& stop : scene.stops) {
        const double x = std::round(axis.x(stop.at));
        if (x < painted + 3 || !scene.whole.contains(stop.at))
            continue;
        painted = x;
        painter.fillRect(QRectF(x - 1, layout.overview.top() + 2, 2, 6), colorOf(stop.severity, theme));
    }
}

void paintWindow(QPainter& painter, const TimelineScene& scene, const TimelineLayout& layout,
                 const Theme& theme)
{
    const QRectF window = overviewWindow(scene, layout);
    QColor veil = theme.panel;
    veil.setAlphaF(0.6F);
    const QRectF box = layout.overview;
    painter.fillRect(QRectF(box.left(), box.top(), window.left() - box.left(), box.height()), veil);
    painter.fillRect(QRectF(window.right(), box.top(), box.right() - window.right(), box.height()), veil);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.line, 1));
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.setPen(QPen(theme.accent, 1.2));
    painter.drawRoundedRect(window.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.setPen(Qt::NoPen);
    painter.setBrush(window.width() < 24 || !scene.onScreen ? Qt::NoBrush : QBrush(theme.accent));
    for (const double x : {window.left() + 0.5, window.right() - 0.5})
        painter.drawRoundedRect(QRectF(x - 2, box.center().y() - 7, 4, 14), 2, 2);
    painter.restore();
}

} // namespace

std::vector<double> densityColumns(const OverviewDensity& density, const TimeRange& range, int columns)
{
    std::vector<double> sums(static_cast<std::size_t>(std::max(0, columns)));
    const TimeAxis axis{range, 0, static_cast<double>(columns)};
    for (std::size_t i = 0; i < density.counts.size() && density.width.count() > 0; ++i) {
        if (density.counts[i] == 0)
            continue;
        // Each bin is spread over the columns that it covers, so that coarse bins leave no gaps.
        const CaseTime from = moved(density.from, density.width * static_cast<std::int64_t>(i));
        const double x1 = std::clamp(axis.x(from), 0.0, static_cast<double>(columns));
        const double x2 = std::clamp(axis.x(moved(from, density.width)), x1, static_cast<double>(columns));
        const double length = std::max(x2 - x1, 1e-9);
        for (int column = static_cast<int>(x1); column < columns && column < x2; ++column) {
            const double part = std::min(x2, column + 1.0) - std::max(x1, static_cast<double>(column));
            sums[static_cast<std::size_t>(column)] += density.counts[i] * std::max(part, 0.0) / length;
        }
    }
    const double most = sums.empty() ? 0 : *std::max_element(sums.begin(), sums.end());
    for (double& sum : sums)
        sum = most > 0 ? std::sqrt(sum / most) : 0;
    return sums;
}

void paintHeading(QPainter& painter, const TimelineScene& scene, const TimelineLayout& layout,
                  const Theme& theme)
{
    const QRectF box = layout.heading;
    if (box.isEmpty())
        return;
    const FigureFonts& fonts = FigureFonts::get();
    const double baseline = box.top() + 22;
    double left = box.left();
    left += drawText(painter, left, baseline, box.width(), scene.heading, fonts.heading, theme.text) + 16;
    double right = box.right();
    if (scene.period && right - left > textWidth(fonts.small, scene.period->caption) + 16) {
        right -= drawTextRight(painter, right, baseline, scene.period->caption, fonts.small, theme.accent);
        QPen dashes(theme.accent, 1);
        dashes.setDashPattern({3, 4});
        painter.setPen(dashes);
        painter.drawLine(QPointF(right - 8.5, box.top() + 11), QPointF(right - 8.5, box.top() + 25));
        right -= 24;
    }
    if (right - left > textWidth(fonts.small, scene.hint))
        drawText(painter, left, baseline, right - left, scene.hint, fonts.small, theme.faint);
}

void paintOverview(QPainter& painter, const TimelineScene& scene, const TimelineLayout& layout,
                   const Theme& theme)
{
    const FigureFonts& fonts = FigureFonts::get();
    const double x = layout.area.left() + margin;
    drawText(painter, x, layout.overview.center().y() + 2, layout.plotLeft - x - 10,
             HeadWords::tr("All events"), fonts.small, theme.dim);
    const TimeAxis axis = overviewAxis(scene, layout);
    paintDensity(painter, scene, layout, theme);
    for (const TimeRange& unseen : scene.unseen) {
        const double left = axis.x(unseen.from);
        paintHatch(painter,
                   {left, layout.overview.top() + 1, axis.x(unseen.to) - left, layout.overview.height() - 2},
                   theme.hatch);
    }
    paintStops(painter, scene, layout, theme);
    paintWindow(painter, scene, layout, theme);
}

void paintAxisLabels(QPainter& painter, const TimelineScene& scene, const TimelineLayout& layout,
                     const std::vector<TimeTick>& ticks, const Theme& theme)
{
    const FigureFonts& fonts = FigureFonts::get();
    const double baseline = layout.axis.bottom() - 8;
    const TimeAxis axis = laneAxis(scene, layout);
    double taken = layout.plotLeft - 4;
    for (const TimeTick& tick : ticks) {
        const double x = std::round(axis.x(tick.at)) + 0.5;
        const double width = textWidth(fonts.tiny, tick.label);
        double left = x + 5;
        if (left + width > layout.plotRight)
            left = x - 5 - width;
        if (left < taken + 4)
            continue;
        drawText(painter, left, baseline, width + 2, tick.label, fonts.tiny,
                 tick.major ? theme.text : theme.dim);
        taken = left + width;
    }
    // The date that the labels leave unsaid, and whose clock it is.
    const double x = layout.area.left() + margin;
    const double width = layout.plotLeft - x - 10;
    const QString date = contextLabel(axis, scene.times);
    const QString zone = scene.times.zoneName();
    const QString both = date + QStringLiteral(" · ") + zone;
    const bool fits = textWidth(fonts.tiny, both) <= width;
    drawText(painter, x, baseline, width, fits ? both : date, fonts.tiny, theme.dim);
    if (!fits) // in the row above, since a time without a zone says little
        drawText(painter, x, layout.overview.bottom() - 1, width, zone, fonts.tiny, theme.dim);
}

} // namespace whittle
