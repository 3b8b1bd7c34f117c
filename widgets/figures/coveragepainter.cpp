// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figures/coveragepainter.h"

#include <algorithm>
#include <cmath>

#include <QPainter>

#include "models/timeline/scenewords.h"
#include "widgets/figures/figuretext.h"
#include "widgets/figures/hatch.h"

namespace whittle
{

namespace
{

constexpr double margin = 12;

double lineHeight(double height)
{
    return std::min(3.0, std::floor(height / 2));
}

/// In a strip that is a few pixels high, hatching would be dots.
void paintGap(QPainter& painter, const QRectF& box, const Theme& theme)
{
    if (box.height() >= lanerows::coverageHeight)
        paintHatch(painter, box, theme.hatch);
    else
        painter.fillRect(QRectF(box.left(), std::floor(box.center().y()), box.width(), 1), theme.hatch);
}

} // namespace

void paintCoverage(QPainter& painter, const SceneLane& lane, const TimeAxis& axis, double top, double height,
                   const Theme& theme)
{
    const double plotRight = axis.left + axis.width;
    const auto box = [&](CaseTime from, CaseTime to) {
        const double left = std::clamp(axis.x(from), axis.left, plotRight - 1);
        const double right = std::clamp(axis.x(to), left + 1, plotRight);
        return QRectF(left, top, right - left, height);
    };
    const auto [firstGap, lastGap] = lane.unseenIndex.visible(axis.range);
    for (std::size_t i = firstGap; i < lastGap; ++i)
        paintGap(painter, box(lane.unseen[i].from, lane.unseen[i].to), theme);
    const auto [first, last] = lane.coveredIndex.visible(axis.range);
    double painted = -1e9;
    for (std::size_t i = first; i < last; ++i) {
        const QRectF bar = box(lane.covered[i].from, lane.covered[i].to);
        if (lane.covered[i].to < axis.range.from || bar.right() <= painted)
            continue;
        painted = bar.right();
        // Something that short is still there, and seen between the hatching.
        if (bar.width() < 3)
            painter.fillRect(bar.adjusted(0, -1, 3 - bar.width(), 1), theme.registered);
        else
            painter.fillRect(bar, theme.registeredSoft);
    }
    for (const TimeRange& range : lane.incomplete) {
        if (range.overlaps(axis.range))
            painter.fillRect(box(range.from, range.to).adjusted(0, height - lineHeight(height), 0, 0),
                             theme.warn);
    }
}

void paintCoverageLegend(QPainter& painter, const TimelineLayout& layout, double baseline,
                         const QColor& ground, const Theme& theme)
{
    const QFont& font = FigureFonts::get().tiny;
    double x = layout.plotLeft;
    const auto entry = [&](const QString& text, const auto& paintSample) {
        const QRectF sample(x, baseline - 9, 20, lanerows::coverageHeight);
        const double right = sample.right() + 6 + textWidth(font, text);
        if (right + 20 > layout.plotRight)
            return;
        // No line of the grid goes through the words.
        painter.fillRect(QRectF(x, sample.top() - 2, right + 4 - x, sample.height() + 5), ground);
        paintSample(sample);
        x = sample.right() + 6;
        x += drawText(painter, x, baseline, layout.plotRight - x, text, font, theme.dim) + 20;
    };
    entry(SceneWords::covered(),
          [&](const QRectF& sample) { painter.fillRect(sample, theme.registeredSoft); });
    entry(SceneWords::incomplete(), [&](const QRectF& sample) {
        painter.fillRect(sample, theme.registeredSoft);
        painter.fillRect(sample.adjusted(0, lanerows::coverageHeight - 3, 0, 0), theme.warn);
    });
    entry(SceneWords::notCovered(), [&](const QRectF& sample) { paintHatch(painter, sample, theme.hatch); });
}

void paintCoverageStrips(QPainter& painter, const TimelineScene& scene, const TimelineLayout& layout,
                         const Theme& theme)
{
    if (layout.coverage.isEmpty())
        return;
    const TimeAxis axis = laneAxis(scene, layout);
    for (std::size_t i = 0; i < scene.coverage.size(); ++i) {
        const QRectF strip = layout.coverageStrip(i, scene.coverage.size());
        paintCoverage(painter, scene.coverage[i], axis, strip.top(), strip.height(), theme);
    }
    const double left = layout.area.left() + margin;
    const QFont& font = FigureFonts::get().small;
    drawText(painter, left, std::floor(layout.coverage.center().y()) + 4, layout.plotLeft - left - 10,
             SceneWords::coverage(), font, theme.dim);
}

} // namespace whittle
