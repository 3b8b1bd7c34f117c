// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include <QString>

#include "models/report/pagestrip.h"
#include "models/report/printstyle.h"

class QPainter;
class QPagedPaintDevice;
class QPointF;
class QTextLayout;

namespace whittle
{

/// A text broken into lines. Everything in units of the page; `unit` is one point in them.
class LaidText
{
public:
    struct Box {
        double width = 0;
        double hanging = 0; ///< indent of all lines but the first
        bool alignRight = false;
    };

    /// Lines end at '\n' and where the width ends, within a word if need be. Commands of an instruction
    /// (style.commands) stand in the fixed face. Characters that no font can draw
    /// and those that are not to be seen stand as escapes.
    LaidText(const QString& text, const TextStyle& style, const Box& box, const QPagedPaintDevice& device,
             double unit);

    std::size_t lineCount() const { return m_lines.size(); }
    double lineHeight() const { return m_lineHeight; }
    double height() const { return m_lineHeight * static_cast<double>(m_lines.size()); }
    double widest() const;
    void paintLine(QPainter& painter, std::size_t line, const QPointF& topLeft) const;

private:
    struct Line {
        std::shared_ptr<QTextLayout> layout;
        int number = 0;
    };
    void layParagraph(const QString& paragraph, const Box& box, const QPagedPaintDevice& device);

    TextStyle m_style;
    std::vector<Line> m_lines;
    double m_lineHeight = 0;
    double m_inset = 0; ///< from the top of a line's height to the top of its face
};

/// The text as it can be set in that font: with an escape for each character that neither it nor its
/// substitutes have.
QString drawableText(const QString& text, const QFont& font);

} // namespace whittle
