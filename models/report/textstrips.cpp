// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/textstrips.h"

#include <algorithm>

#include <QFontMetricsF>
#include <QHash>
#include <QList>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QTextCharFormat>
#include <QTextLayout>
#include <QTextOption>

#include "models/report/instruction.h"
#include "models/report/visibletext.h"

namespace whittle
{

QFont TextStyle::font() const
{
    const bool fixed = face == print::Face::Fixed;
    QFont font(fixed ? QStringLiteral("monospace") : QStringLiteral("sans-serif"));
    font.setStyleHint(fixed ? QFont::TypeWriter : QFont::SansSerif);
    font.setPointSizeF(size);
    font.setBold(bold);
    font.setStrikeOut(struckOut);
    font.setHintingPreference(QFont::PreferNoHinting);
    // The least spacing there is keeps ligatures away, which would be lost when the text is searched or
    // copied.
    if (!fixed)
        font.setLetterSpacing(QFont::AbsoluteSpacing, 1.0 / 64);
    return font;
}

QString drawableText(const QString& text, const QFont& font)
{
    const bool plain =
        std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u' ' && c < u'\u007f'; });
    if (plain)
        return text;
    const QFontMetricsF metrics(font);
    QHash<char32_t, bool> known;
    QString out;
    for (const char32_t character : visibleText(text).toUcs4()) {
        auto drawable = known.constFind(character);
        if (drawable == known.constEnd())
            drawable = known.insert(character, metrics.inFontUcs4(character));
        if (*drawable)
            out += QChar::fromUcs4(character);
        else
            out += QStringLiteral("\\u%1").arg(static_cast<uint>(character), 4, 16, QLatin1Char('0'));
    }
    return out;
}

namespace
{

/// Commands stand in the fixed face, a little smaller, since that runs wider; `formats` says where.
QString drawableInstruction(const QString& instruction, const TextStyle& style,
                            QList<QTextLayout::FormatRange>& formats)
{
    TextStyle fixed = style;
    fixed.face = print::Face::Fixed;
    fixed.size *= 0.94;
    QTextCharFormat format;
    format.setFont(fixed.font());
    QString text;
    for (const InstructionPart& part : instructionParts(instruction)) {
        const QString drawable = drawableText(part.text, part.isCommand ? fixed.font() : style.font());
        if (part.isCommand)
            formats.append({static_cast<int>(text.size()), static_cast<int>(drawable.size()), format});
        text += drawable;
    }
    return text;
}

} // namespace

LaidText::LaidText(const QString& text, const TextStyle& style, const Box& box,
                   const QPagedPaintDevice& device, double unit)
    : m_style(style)
{
    const QFontMetricsF metrics(style.font(), &device);
    m_lineHeight = metrics.height() * style.leading;
    m_inset = (m_lineHeight - metrics.height()) / 2;
    Box firstBox = box;
    firstBox.hanging *= unit;
    firstBox.width *= unit;
    const QStringList paragraphs = text.split(u'\n');
    for (const QString& paragraph : paragraphs)
        layParagraph(paragraph, firstBox, device);
}

void LaidText::layParagraph(const QString& paragraph, const Box& box, const QPagedPaintDevice& device)
{
    const QFont font = m_style.font();
    QString text;
    QList<QTextLayout::FormatRange> commands;
    if (m_style.commands)
        text = drawableInstruction(paragraph, m_style, commands);
    else
        text = drawableText(paragraph, font);
    auto layout = std::make_shared<QTextLayout>(text, font, &device);
    layout->setFormats(commands);
    QTextOption option(box.alignRight ? Qt::AlignRight : Qt::AlignLeft);
    option.setTextDirection(Qt::LeftToRight);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setUseDesignMetrics(true);
    layout->setTextOption(option);
    layout->setCacheEnabled(true);
    layout->beginLayout();
    for (int number = 0;; ++number) {
        QTextLine line = layout->createLine();
        if (!line.isValid())
            break;
        const double indent = number == 0 ? 0 : box.hanging;
        line.setLineWidth(std::max(box.width - indent, 1.0));
        line.setPosition({indent, 0});
        m_lines.push_back({layout, number});
    }
    layout->endLayout();
}

double LaidText::widest() const
{
    double width = 0;
    for (const Line& line : m_lines)
        width = std::max(width, line.layout->lineAt(line.number).naturalTextWidth());
    return width;
}

void LaidText::paintLine(QPainter& painter, std::size_t line, const QPointF& topLeft) const
{
    painter.setPen(m_style.colour);
    m_lines[line].layout->lineAt(m_lines[line].number).draw(&painter, topLeft + QPointF(0, m_inset));
}

} // namespace whittle
