// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figures/lanepainter.h"

#include <algorithm>
#include <cmath>

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include "models/timeline/scenewords.h"
#include "widgets/figures/chartlayer.h"
#include "widgets/figures/coveragepainter.h"
#include "widgets/figures/hatch.h"
#include "widgets/figures/markpainter.h"

namespace whittle
{

namespace
{

constexpr double margin = 12;
constexpr double markDistance = 6; ///< marks nearer than this are one
constexpr double dotDistance = 9;
constexpr double barEndGap = 3; ///< where a bar ended, so that two do not look like one

/// A box of which only those corners are round where something truly began or ended.
QPainterPath barPath(const QRectF& box, double radius, bool roundLeft, bool roundRight)
{
    const double r = std::min({radius, box.width() / 2, box.height() / 2});
    QPainterPath path;
    if (roundLeft && roundRight) {
        path.addRoundedRect(box, r, r);
        return path;
    }
    path.addRect(box);
    if (!roundLeft && !roundRight)
        return path;
    QPainterPath round;
    round.addRoundedRect(box, r, r);
    QPainterPath square;
    square.addRect(roundLeft ? box.adjusted(box.width() / 2, 0, 0, 0)
                             : box.adjusted(0, 0, -box.width() / 2, 0));
    return round.united(square);
}

bool hangs(const SceneMark& mark)
{
    return mark.shape == MarkShape::Triangle && mark.severity == SceneClass::Bad;
}

/// A refusal hangs above the bars, with a line through both; the others stand on the registration.
double markTop(const SceneMark& mark, const QRectF& lane)
{
    return lane.top() + (hangs(mark) ? 10 : lanerows::registrationTop + lanerows::registrationHeight / 2);
}

QRectF inner(const QRectF& lane)
{
    return lane.adjusted(0, 1, 0, -2);
}

} // namespace

LanePainter::LanePainter(QPainter& painter, const TimelineScene& scene, const TimelineLayout& layout,
                         const Theme& theme)
    : m_painter(painter)
    , m_scene(scene)
    , m_layout(layout)
    , m_theme(theme)
    , m_fonts(FigureFonts::get())
    , m_axis(laneAxis(scene, layout))
{
}

QColor LanePainter::groundOf(std::size_t lane) const
{
    return m_scene.selectedLane == lane ? m_theme.soft : m_theme.panel;
}

void LanePainter::paintGround(std::size_t index)
{
    const SceneLane& lane = m_scene.lanes[index];
    const QRectF rect = m_layout.lane(index);
    if (m_scene.selectedLane == index) {
        m_painter.fillRect(rect.adjusted(0, 0, 0, -1), m_theme.soft);
        m_painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height() - 1), m_theme.accent);
    }
    m_painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), m_theme.line);
    if (lane.ntp.points.empty())
        return;
    const QRectF band = curveBand(m_layout, index);
    m_painter.fillRect(band, m_scene.selectedLane == index ? m_theme.panel : m_theme.soft);
    m_painter.fillRect(QRectF(band.left(), std::round(band.center().y()), band.width(), 1), m_theme.line);
}

void LanePainter::paintLane(std::size_t index)
{
    const SceneLane& lane = m_scene.lanes[index];
    const QRectF rect = m_layout.lane(index);
    m_ground = groundOf(index);
    m_leaseLabels = {};
    m_registrationLabels = {};
    placeMarks(lane);
    m_painter.setRenderHint(QPainter::Antialiasing);
    paintTitle(lane, rect);
    if (lane.kind == SceneLane::Kind::Source || !lane.covered.empty()) {
        paintCoverage(m_painter, lane, m_axis, rect.top() + lanerows::coverageTop, lanerows::coverageHeight,
                      m_theme);
        if (lane.kind == SceneLane::Kind::Fold)
            paintCoverageLegend(m_painter, m_layout, rect.bottom() - 9, m_ground, m_theme);
        m_painter.setRenderHint(QPainter::Antialiasing, false);
        return;
    }
    paintUnseen(lane, rect);
    paintRegistrations(lane, rect);
    paintLeases(lane, rect);
    paintLeaseTicks(lane, rect);
    paintRenewals(lane, rect);
    paintLeaseLabels(lane, rect);
    paintScale(lane, rect);
    paintMinor(lane, rect);
    paintMarks(rect);
    paintSelection(lane, rect);
    m_painter.setRenderHint(QPainter::Antialiasing, false);
}

void LanePainter::paintTitle(const SceneLane& lane, const QRectF& rect)
{
    const double x = rect.left() + margin;
    const double width = m_layout.plotLeft - x - 10;
    if (lane.kind == SceneLane::Kind::Source) {
        const QString name = QFontMetricsF(m_fonts.small).elidedText(lane.title, Qt::ElideMiddle, width);
        drawText(m_painter, x, rect.top() + 15, width + 1, name, m_fonts.small, m_theme.text);
        return;
    }
    const bool device = lane.kind == SceneLane::Kind::Device;
    const double chevron = lane.kind == SceneLane::Kind::Fold && m_scene.onScreen ? 14 : 0;
    const double taken = drawText(m_painter, x, rect.top() + 21, width - chevron, lane.title,
                                  device ? m_fonts.device : m_fonts.title, m_theme.text);
    double y = rect.top() + 37;
    for (const LaneLine& line : lane.lines) {
        if (y > rect.bottom() - 4)
            break;
        const QColor color =
            line.severity == SceneClass::Neutral ? m_theme.dim : colorOf(line.severity, m_theme);
        drawText(m_painter, x, y, width, line.text, m_fonts.small, color);
        y += 15;
    }
    if (chevron == 0)
        return;
    QPen pen(m_theme.dim, 1.6);
    pen.setCapStyle(Qt::RoundCap);
    pen.setJoinStyle(Qt::RoundJoin);
    m_painter.setPen(pen);
    m_painter.setBrush(Qt::NoBrush);
    const QPointF at(x + taken + 9, rect.top() + 17);
    QPainterPath path;
    path.moveTo(at + (lane.expanded ? QPointF(-3.5, -2) : QPointF(-2, -3.5)));
    path.lineTo(at + (lane.expanded ? QPointF(0, 2) : QPointF(2, 0)));
    path.lineTo(at + (lane.expanded ? QPointF(3.5, -2) : QPointF(-2, 3.5)));
    m_painter.drawPath(path);
}

void LanePainter::paintUnseen(const SceneLane& lane, const QRectF& rect)
{
    const auto [first, last] = lane.unseenIndex.visible(m_scene.visible);
    for (std::size_t i = first; i < last; ++i) {
        const double left = std::max(m_layout.plotLeft, m_axis.x(lane.unseen[i].from));
        const double right = std::min(m_layout.plotRight, m_axis.x(lane.unseen[i].to));
        if (right - left < 1)
            continue;
        const QRectF box(left, inner(rect).top(), right - left, inner(rect).height());
        m_painter.fillRect(box, m_ground);
        paintHatch(m_painter, box, m_theme.hatch);
        const QString text = SceneWords::notSeen();
        const double wanted = textWidth(m_fonts.tiny, text) + 14;
        if (box.width() < wanted)
            continue;
        const QRectF plate(box.center().x() - wanted / 2, rect.top() + lanerows::registrationTop, wanted,
                           lanerows::registrationHeight);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_ground);
        m_painter.drawRoundedRect(plate, 3, 3);
        drawText(m_painter, plate.left() + 7, plate.top() + 13, wanted, text, m_fonts.tiny, m_theme.dim);
    }
}

QRectF LanePainter::barBox(const SceneBar& bar, double top, double height) const
{
    double left = m_axis.x(bar.from);
    double right = m_axis.x(bar.to);
    if (right - left > 4 * barEndGap) {
        left += bar.left == BarEdge::Seen ? barEndGap : 0;
        right -= bar.right == BarEdge::Seen ? barEndGap : 0;
    }
    left = std::max(std::round(left), m_layout.plotLeft);
    right = std::min(std::round(right), m_layout.plotRight);
    // Something that short is still there.
    if (right < left + 1)
        left = std::min(left, m_layout.plotRight - 1);
    return {left, top, std::max(1.0, right - left), height};
}

void LanePainter::paintRegistrations(const SceneLane& lane, const QRectF& rect)
{
    const auto [first, last] = lane.registrationIndex.visible(m_scene.visible);
    double painted = -1e9;
    for (std::size_t i = first; i < last; ++i) {
        const SceneBar& bar = lane.registrations[i];
        if (bar.to < m_scene.visible.from)
            continue;
        const QRectF box = barBox(bar, rect.top() + lanerows::registrationTop, lanerows::registrationHeight);
        if (box.right() <= painted)
            continue;
        painted = box.right();
        paintRegistration(bar, box);
    }
}

void LanePainter::paintRegistration(const SceneBar& bar, const QRectF& box)
{
    const bool roundLeft = bar.left == BarEdge::Seen && bar.from >= m_scene.visible.from;
    const bool roundRight = bar.right == BarEdge::Seen && bar.to <= m_scene.visible.to;
    const bool all = bar.share >= 1;
    const QColor color = all ? m_theme.registered : m_theme.registeredSoft;
    if (box.width() < 4)
        m_painter.fillRect(box, color);
    else
        m_painter.fillPath(barPath(box, 3, roundLeft, roundRight), color);
    if (!all) {
        const double height = std::max(1.0, std::round(box.height() * bar.share));
        m_painter.fillRect(QRectF(box.left(), box.bottom() - height, box.width(), height),
                           m_theme.registered);
    }
    // In a bar that is partly light and partly dark no colour of text can be read.
    if (!all)
        return;
    for (const QString& text : {bar.label, bar.brief}) {
        const double width = textWidth(m_fonts.tiny, text);
        if (width + 14 <= box.width() && m_registrationLabels.take(box.left() + 7, box.left() + 9 + width)) {
            drawText(m_painter, box.left() + 8, box.top() + 13, width + 2, text, m_fonts.tiny,
                     m_theme.onRegistered);
            break;
        }
    }
}

void LanePainter::paintLeases(const SceneLane& lane, const QRectF& rect)
{
    const auto [first, last] = lane.leaseIndex.visible(m_scene.visible);
    QColor rim = m_theme.lease;
    rim.setAlphaF(0.55F);
    double painted = -1e9;
    for (std::size_t i = first; i < last; ++i) {
        const SceneBar& bar = lane.leases[i];
        if (bar.to < m_scene.visible.from)
            continue;
        const QRectF box = barBox(bar, rect.top() + lanerows::leaseTop, lanerows::leaseHeight);
        if (box.right() <= painted)
            continue;
        painted = box.right();
        if (box.width() < 4) {
            m_painter.fillRect(box, m_theme.leaseSoft);
            continue;
        }
        const bool roundLeft = bar.left == BarEdge::Seen && bar.from >= m_scene.visible.from;
        const bool roundRight = bar.right == BarEdge::Seen && bar.to <= m_scene.visible.to;
        const QPainterPath path = barPath(box.adjusted(0.5, 0.5, -0.5, -0.5), 2.5, roundLeft, roundRight);
        m_painter.setPen(QPen(rim, 1));
        m_painter.setBrush(m_theme.leaseSoft);
        m_painter.drawPath(path);
    }
    // A lease lasts though nobody looks, but what came of it there is not known.
    const auto [firstGap, lastGap] = lane.unseenIndex.visible(m_scene.visible);
    for (std::size_t i = firstGap; i < lastGap; ++i) {
        const double left = std::max(m_layout.plotLeft, m_axis.x(lane.unseen[i].from));
        const double right = std::min(m_layout.plotRight, m_axis.x(lane.unseen[i].to));
        paintHatch(m_painter,
                   QRectF(left, rect.top() + lanerows::leaseTop, right - left, lanerows::leaseHeight),
                   m_theme.hatch);
    }
}

/// After the ticks and the dots, which keep their places: the leases' own labels, then "renewed".
void LanePainter::paintLeaseLabels(const SceneLane& lane, const QRectF& rect)
{
    const double baseline = rect.top() + lanerows::leaseTop + 10;
    const auto [first, last] = lane.leaseIndex.visible(m_scene.visible);
    double tried = -1e9;
    for (std::size_t i = first; i < last; ++i) {
        const SceneBar& bar = lane.leases[i];
        const QRectF box = barBox(bar, 0, 1);
        if (bar.to < m_scene.visible.from || box.width() < 30 || box.left() < tried)
            continue;
        tried = box.left() + 20;
        const double width = textWidth(m_fonts.tiny, bar.label);
        if (box.width() > width + 14 && m_leaseLabels.take(box.left() + 7, box.left() + 11 + width))
            drawText(m_painter, box.left() + 7, baseline, width + 2, bar.label, m_fonts.tiny, m_theme.lease);
    }
    const QString text = SceneWords::renewed();
    const double width = textWidth(m_fonts.tiny, text);
    for (const double x : m_renewals) {
        if (x + 9 + width < m_layout.plotRight && m_leaseLabels.take(x + 6, x + 13 + width))
            drawText(m_painter, x + 8, baseline, width + 2, text, m_fonts.tiny, m_theme.lease);
    }
}

/// The bounds of the offset, beside its band where the words of the lane leave room.
void LanePainter::paintScale(const SceneLane& lane, const QRectF& rect)
{
    if (lane.ntp.points.empty())
        return;
    const double left = rect.left() + margin;
    const double top = rect.top() + lanerows::curveTop;
    const auto paint = [&](const QString& label, double baseline, double taken) {
        if (m_layout.plotLeft - 6 - textWidth(m_fonts.tiny, label) > left + taken + 8)
            drawTextRight(m_painter, m_layout.plotLeft - 6, baseline, label, m_fonts.tiny, m_theme.dim);
    };
    paint(lane.ntp.highLabel, top + 8, textWidth(m_fonts.title, lane.title));
    const double third = lane.lines.size() > 1 ? textWidth(m_fonts.small, lane.lines[1].text) : 0;
    const double bottom = rect.bottom() - lanerows::curveTop - 2;
    const bool besideText = bottom < rect.top() + 37 + 15 * static_cast<double>(lane.lines.size());
    paint(lane.ntp.lowLabel, bottom, besideText ? third : 0);
}

void LanePainter::paintLeaseTicks(const SceneLane& lane, const QRectF& rect)
{
    const double top = rect.top() + lanerows::leaseTop;
    const auto first =
        std::partition_point(lane.leaseTicks.begin(), lane.leaseTicks.end(),
                             [&](const LeaseTick& tick) { return tick.at < m_scene.visible.from; });
    double painted = -1e9;
    for (auto tick = first; tick != lane.leaseTicks.end() && tick->at <= m_scene.visible.to; ++tick) {
        const double x = std::round(m_axis.x(tick->at));
        if (x < painted + 3)
            continue;
        painted = x;
        m_painter.fillRect(QRectF(x - 1, top - 3, 2, lanerows::leaseHeight + 6), m_theme.lease);
        const double width = textWidth(m_fonts.tiny, tick->label);
        const double left = x - 5 - width;
        if (left > m_layout.plotLeft && m_leaseLabels.take(left - 3, x - 3))
            drawText(m_painter, left, top + 10, width + 2, tick->label, m_fonts.tiny, m_theme.lease);
    }
}

void LanePainter::paintRenewals(const SceneLane& lane, const QRectF& rect)
{
    const double y = rect.top() + lanerows::leaseTop + lanerows::leaseHeight / 2;
    const auto [first, last] = marksIn(lane.renewals, m_scene.visible);
    m_renewals.clear();
    for (std::size_t i = first; i < last; ++i) {
        const double x = m_axis.x(lane.renewals[i].at);
        if (m_renewals.empty() || x >= m_renewals.back() + dotDistance)
            m_renewals.push_back(x);
    }
    for (const double x : m_renewals) {
        m_leaseLabels.reserve(x - 5, x + 5);
        paintMark(m_painter, {x, y}, MarkShape::Dot, SceneClass::Good, m_theme, m_ground);
    }
}

void LanePainter::paintMinor(const SceneLane& lane, const QRectF& rect)
{
    const auto [first, last] = marksIn(lane.minor, m_scene.visible);
    const double top = rect.top() + lanerows::minorTop;
    std::size_t i = first;
    while (i < last) {
        const double x = std::round(m_axis.x(lane.minor[i].at));
        m_painter.fillRect(QRectF(x, top, 1, lanerows::minorHeight), m_theme.faint);
        // On to the first one that is not on the same two pixels, however many lie in between.
        const CaseTime next = m_axis.time(x + 2);
        const auto later = std::partition_point(lane.minor.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                                                lane.minor.begin() + static_cast<std::ptrdiff_t>(last),
                                                [&](const SceneMark& mark) { return mark.at < next; });
        i = static_cast<std::size_t>(later - lane.minor.begin());
    }
}

/// Which marks are painted; they keep their places, labels go where they leave room.
void LanePainter::placeMarks(const SceneLane& lane)
{
    m_marks.clear();
    const auto [first, last] = marksIn(lane.marks, m_scene.visible);
    std::size_t i = first;
    while (i < last) {
        const double start = m_axis.x(lane.marks[i].at);
        const SceneMark* worst = &lane.marks[i];
        for (++i; i < last && m_axis.x(lane.marks[i].at) < start + markDistance; ++i) {
            if (lane.marks[i].severity > worst->severity)
                worst = &lane.marks[i];
        }
        m_marks.push_back(worst);
    }
    for (const SceneMark* mark : m_marks) {
        const double x = m_axis.x(mark->at);
        const double half = hangs(*mark) ? 2 : 7;
        m_registrationLabels.reserve(x - half, x + half);
        if (hangs(*mark))
            m_leaseLabels.reserve(x - 2, x + 2);
    }
}

void LanePainter::paintMarks(const QRectF& rect)
{
    for (const SceneMark* mark : m_marks) {
        const double x = m_axis.x(mark->at);
        if (hangs(*mark)) {
            const double bottom = rect.top() + lanerows::leaseTop + lanerows::leaseHeight + 4;
            m_painter.fillRect(QRectF(x - 0.75, rect.top() + 8, 1.5, bottom - rect.top() - 8), m_theme.bad);
        }
        paintMark(m_painter, {x, markTop(*mark, rect)}, mark->shape, mark->severity, m_theme, m_ground);
    }
}

void LanePainter::paintSelection(const SceneLane& lane, const QRectF& rect)
{
    if (!m_scene.selection || !m_scene.visible.contains(m_scene.selection->time))
        return;
    const auto find = [&](const std::vector<SceneMark>& marks) -> const SceneMark* {
        const auto [first, last] = marksIn(marks, {m_scene.selection->time, m_scene.selection->time});
        for (std::size_t i = first; i < last; ++i) {
            if (marks[i].ref == m_scene.selection->ref)
                return &marks[i];
        }
        return nullptr;
    };
    const SceneMark* mark = nullptr;
    double y = 0;
    if ((mark = find(lane.marks)))
        y = markTop(*mark, rect);
    else if ((mark = find(lane.renewals)))
        y = rect.top() + lanerows::leaseTop + lanerows::leaseHeight / 2;
    else if ((mark = find(lane.minor)))
        y = rect.top() + lanerows::minorTop + lanerows::minorHeight / 2;
    if (!mark)
        return;
    const QPointF centre(m_axis.x(mark->at), y);
    m_painter.setPen(QPen(m_theme.accent, 2));
    m_painter.setBrush(m_ground);
    m_painter.drawEllipse(centre, 8.5, 8.5);
    paintMark(m_painter, centre, mark->shape, mark->severity, m_theme, m_ground);
}

} // namespace whittle
