// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/blocklayout.h"

#include <algorithm>

#include <QPagedPaintDevice>
#include <QPainter>

#include "models/report/printmarks.h"

namespace whittle
{
namespace
{

constexpr double gutter = 17; ///< where the marks of severity stand
constexpr double sideWidth = 96; ///< for a note at the right of a title
constexpr double panelPadding = 8;

TextStyle noteStyle()
{
    return {8.2, print::dim, print::Face::Sans, false, false, 1.2};
}

TextStyle strongStyle()
{
    return {10, print::text, print::Face::Sans, true, false, 1.2};
}

void fillPanel(QPainter& painter, const QRectF& area, const QColor& panel, const QColor& rule, double unit)
{
    painter.fillRect(area.adjusted(0, 0, 0, 0.2 * unit),
                     panel); // without it a light seam shows between two lines
    if (rule.isValid())
        painter.fillRect(QRectF(area.left(), area.top(), 2.2 * unit, area.height() + 0.2 * unit), rule);
}

} // namespace

void BlockLayout::add(const Block& block)
{
    std::visit([this](const auto& one) { set(one); }, block);
}

void BlockLayout::append(Strip strip)
{
    strip.startsPage = strip.startsPage || m_nextStartsPage;
    m_nextStartsPage = false;
    m_strips.push_back(std::move(strip));
}

LaidText BlockLayout::lay(const QString& text, const TextStyle& style, double width, double hanging,
                          bool right) const
{
    return LaidText(text, style, {width, hanging, right}, m_device, m_unit);
}

void BlockLayout::text(const QString& text, const Setting& setting)
{
    const bool panel = setting.panel.isValid();
    const double inset = panel ? panelPadding : 0;
    const double width = print::contentWidth - setting.left - setting.right - 2 * inset;
    const auto laid = std::make_shared<LaidText>(lay(text, setting.style, width, setting.hanging));
    const std::size_t count = laid->lineCount();
    for (std::size_t i = 0; i < count; ++i) {
        const double above = i == 0 ? points(setting.above) : 0;
        Strip strip;
        strip.before = i == 0 ? points(setting.before) : 0;
        strip.height = above + laid->lineHeight() + (i + 1 == count ? points(setting.below) : 0);
        const bool second = count > 1 && (i == 0 || i + 2 == count);
        strip.keepWithNext = second || (i + 1 == count && setting.keepWithNext);
        strip.paint = [=, unit = m_unit](QPainter& painter, const QRectF& area) {
            const QRectF own = area.adjusted(setting.left * unit, 0, 0, 0);
            if (panel)
                fillPanel(painter, own, setting.panel, setting.rule, unit);
            laid->paintLine(painter, i, own.topLeft() + QPointF(inset * unit, above));
        };
        append(std::move(strip));
    }
}

void BlockLayout::paintAlso(std::size_t strip, const Paint& paint)
{
    m_strips[strip].paint = [first = m_strips[strip].paint, paint](QPainter& painter, const QRectF& area) {
        first(painter, area);
        paint(painter, area);
    };
}

void BlockLayout::noteBeside(std::size_t strip, const QString& text, const QColor& colour)
{
    TextStyle style = noteStyle();
    style.colour = colour;
    const auto laid = std::make_shared<LaidText>(lay(text, style, sideWidth, 0, true));
    // A second line of the note needs the room of one: the title's strip is as high as its first line only.
    m_strips[strip].height = std::max(m_strips[strip].height, laid->height());
    paintAlso(strip, [laid, width = points(sideWidth)](QPainter& painter, const QRectF& area) {
        for (std::size_t i = 0; i < laid->lineCount(); ++i) {
            const double y = area.top() + laid->lineHeight() * (static_cast<double>(i) + 0.08);
            laid->paintLine(painter, i, {area.right() - width, y});
        }
    });
}

void BlockLayout::title(const QString& title, const QString& subtitle)
{
    Setting kicker{{9, print::accent, print::Face::Sans, true}};
    kicker.keepWithNext = true;
    text(subtitle, kicker);
    Setting setting{{21, print::text, print::Face::Sans, true, false, 1.12}};
    setting.before = 3;
    setting.keepWithNext = true;
    text(title, setting);
}

void BlockLayout::set(const Heading& heading)
{
    Setting setting{{15, print::text, print::Face::Sans, true}};
    setting.before = 26;
    if (heading.level > 1) {
        setting.style.size = 11;
        setting.before = 18;
    }
    setting.keepWithNext = true;
    text(heading.text, setting);
}

void BlockLayout::set(const Paragraph& paragraph)
{
    Setting setting{TextStyle{}};
    setting.before = 7;
    switch (paragraph.style) {
    case Paragraph::Style::Body:
        break;
    case Paragraph::Style::Lead:
        setting = {{12.5, print::text, print::Face::Sans, true, false, 1.2}};
        setting.before = 14;
        setting.panel = print::accentSoft;
        setting.rule = print::accent;
        setting.above = setting.below = panelPadding;
        break;
    case Paragraph::Style::Note:
        setting.style = noteStyle();
        break;
    }
    text(paragraph.text, setting);
}

void BlockLayout::set(const Quotation& quotation)
{
    quote(quotation, 0);
}

void BlockLayout::quote(const Quotation& quotation, double left)
{
    Setting place{{7.6, print::dim, print::Face::Sans}};
    place.left = left;
    place.before = 5;
    place.panel = print::soft;
    place.rule = print::line;
    place.above = 4;
    place.keepWithNext = true;
    text(quotation.place, place);
    Setting line = place;
    line.style = {8, print::text, print::Face::Fixed};
    line.hanging = 12;
    line.before = 0;
    line.above = 1;
    line.below = 5;
    line.keepWithNext = false;
    text(quotation.text, line);
}

void BlockLayout::set(const Figure& figure)
{
    const double captionRoom = figure.caption.isEmpty() ? 0 : 20;
    Strip strip;
    strip.before = points(14);
    strip.height =
        points(std::min(print::contentWidth * figure.heightPerWidth, print::contentHeight - captionRoom));
    strip.keepWithNext = !figure.caption.isEmpty();
    strip.paint = [paint = figure.paint](QPainter& painter, const QRectF& area) {
        if (!paint)
            return;
        painter.save();
        painter.setClipRect(area);
        paint(painter, area);
        painter.restore();
    };
    append(std::move(strip));
    if (figure.caption.isEmpty())
        return;
    Setting caption{noteStyle()};
    caption.before = 4;
    text(figure.caption, caption);
}

void BlockLayout::set(const FindingBlock& finding)
{
    const std::size_t titleStrip = m_strips.size();
    const bool toldOn =
        !finding.about.isEmpty() || !finding.explanation.isEmpty() || !finding.citations.empty();
    Setting title{strongStyle(), gutter, sideWidth};
    title.before = 16;
    title.keepWithNext = toldOn;
    text(finding.title, title);
    noteBeside(titleStrip, finding.severityText, severityColour(finding.severity));
    paintAlso(
        titleStrip, [severity = finding.severity, unit = m_unit](QPainter& painter, const QRectF& area) {
            paintSeverity(painter, severity, {area.left() + 5 * unit, area.top() + 7.2 * unit}, 4.4 * unit);
        });

    Setting part{noteStyle(), gutter};
    part.before = 2;
    part.keepWithNext = !finding.explanation.isEmpty() || !finding.citations.empty();
    if (!finding.about.isEmpty())
        text(finding.about, part);
    part.style = TextStyle{};
    part.before = 4;
    part.keepWithNext = !finding.citations.empty();
    if (!finding.explanation.isEmpty())
        text(finding.explanation, part);
    for (const Quotation& citation : finding.citations)
        quote(citation, gutter);

    part.keepWithNext = false;
    part.style = noteStyle();
    if (!finding.more.isEmpty())
        text(finding.more, part);
    part.style = TextStyle{};
    part.style.commands = true;
    part.before = 6;
    if (!finding.nextStep.isEmpty())
        text(finding.nextStep, part);
    part.style = noteStyle();
    part.before = 4;
    if (!finding.wouldRefute.isEmpty())
        text(finding.wouldRefute, part);
}

void BlockLayout::bar(double share, const QColor& colour, double left)
{
    Strip strip;
    strip.before = points(2.5);
    strip.height = points(4);
    strip.paint = [colour, left = points(left), share = std::clamp(share, 0.0, 1.0)](QPainter& painter,
                                                                                     const QRectF& area) {
        const QRectF own = area.adjusted(left, 0, 0, 0);
        painter.fillRect(own, print::line);
        painter.fillRect(QRectF(own.topLeft(), QSizeF(own.width() * share, own.height())), colour);
    };
    append(std::move(strip));
}

void BlockLayout::set(const SuspectBlock& suspect)
{
    const double left = suspect.refines ? gutter : 0;
    if (!suspect.caption.isEmpty()) {
        Setting caption{noteStyle(), left};
        caption.before = 9;
        caption.keepWithNext = true;
        text(suspect.caption, caption);
    }
    const std::size_t titleStrip = m_strips.size();
    Setting title{strongStyle(), left, sideWidth};
    title.before = suspect.refines ? 7 : 11;
    title.keepWithNext = !suspect.struckOut || !suspect.because.isEmpty();
    if (suspect.struckOut)
        title.style = {9.5, print::dim, print::Face::Sans, false, true};
    text(suspect.title, title);
    const QString beside =
        suspect.struckOut ? suspect.state : suspect.probabilityText + QStringLiteral(" · ") + suspect.state;
    noteBeside(titleStrip, beside, suspect.struckOut ? print::dim : print::text);
    if (!suspect.struckOut) {
        bar(suspect.probability, print::accent, left);
        m_strips.back().keepWithNext = !suspect.because.isEmpty();
    }
    Setting reason{noteStyle(), left};
    reason.before = 2.5;
    reason.hanging = 10;
    for (const QString& because : suspect.because) {
        reason.keepWithNext = &because != &suspect.because.back();
        text(because, reason);
    }
}

void BlockLayout::set(const Items& items)
{
    for (const QString& item : items.texts) {
        const std::size_t first = m_strips.size();
        Setting setting{TextStyle{}, gutter};
        setting.before = 4;
        text(item, setting);
        paintAlso(first, [severity = items.severity, unit = m_unit](QPainter& painter, const QRectF& area) {
            paintSeverity(painter, severity, {area.left() + 5 * unit, area.top() + 6.8 * unit}, 3 * unit);
        });
    }
}

void BlockLayout::set(const Task& task)
{
    const std::size_t titleStrip = m_strips.size();
    Setting title{strongStyle(), 0, sideWidth};
    title.before = 12;
    title.keepWithNext = !task.why.isEmpty() || !task.how.isEmpty();
    text(task.title, title);
    noteBeside(titleStrip, task.effort, print::dim);
    Setting why{noteStyle()};
    why.before = 2;
    why.keepWithNext = !task.how.isEmpty();
    if (!task.why.isEmpty())
        text(task.why, why);
    Setting how{{9, print::text, print::Face::Sans}};
    how.style.commands = true;
    how.before = 4;
    how.panel = print::soft;
    how.rule = print::accent;
    how.above = how.below = 5;
    if (!task.how.isEmpty())
        text(task.how, how);
}

void BlockLayout::set(const PageBreak&)
{
    m_nextStartsPage = true;
}

} // namespace whittle
