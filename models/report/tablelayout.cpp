// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/blocklayout.h"

#include <algorithm>

#include <QPainter>

namespace whittle
{
namespace
{

constexpr double cellGap = 9; ///< between two columns
constexpr double rowPadding = 3;

struct Cell {
    LaidText text;
    double left = 0; ///< from the left of the content, in units
};

bool hasHeader(const Table& table)
{
    return std::any_of(table.columns.begin(), table.columns.end(),
                       [](const Table::Column& column) { return !column.title.isEmpty(); });
}

QStringList titles(const Table& table)
{
    QStringList titles;
    for (const Table::Column& column : table.columns)
        titles << column.title;
    return titles;
}

void paintLine(QPainter& painter, const std::vector<Cell>& cells, std::size_t line, const QRectF& area,
               double lineHeight)
{
    for (const Cell& cell : cells) {
        const double inset = (lineHeight - cell.text.lineHeight()) / 2;
        if (line < cell.text.lineCount())
            cell.text.paintLine(painter, line, area.topLeft() + QPointF(cell.left, inset));
    }
}

} // namespace

TextStyle BlockLayout::cellStyle(const Table::Column& column, bool header) const
{
    using Face = Table::Column::Face;
    if (header)
        return {7.8, print::dim, print::Face::Sans, true};
    if (column.face == Face::Fixed)
        return {7.2, print::text, print::Face::Fixed};
    return {8.5, column.face == Face::Label ? print::dim : print::text, print::Face::Sans};
}

/// A row as one strip for each line of its highest cell, so that a row that is higher than a page can go on
/// upon the next.
std::vector<Strip> BlockLayout::row(const Table& table, const QStringList& cells, bool header) const
{
    auto laid = std::make_shared<std::vector<Cell>>();
    double left = 0;
    double lineHeight = 0;
    std::size_t lines = 1;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const Table::Column& column = table.columns[i];
        const double width = column.share * print::contentWidth;
        const bool right = column.face == Table::Column::Face::Number;
        laid->push_back({lay(cells.value(static_cast<qsizetype>(i)), cellStyle(column, header),
                             width - cellGap, 0, right),
                         points(left)});
        left += width;
        lineHeight = std::max(lineHeight, laid->back().text.lineHeight());
        lines = std::max(lines, laid->back().text.lineCount());
    }
    std::vector<Strip> strips;
    for (std::size_t line = 0; line < lines; ++line) {
        const bool last = line + 1 == lines;
        const double above = line == 0 ? points(rowPadding) : 0;
        Strip strip;
        strip.height = above + lineHeight + (last ? points(rowPadding) : 0);
        strip.keepWithNext = !last;
        strip.paint = [=, thick = points(header ? 0.9 : 0.45)](QPainter& painter, const QRectF& area) {
            paintLine(painter, *laid, line, area.translated(0, above), lineHeight);
            if (last)
                painter.fillRect(QRectF(area.left(), area.bottom() - thick, area.width(), thick),
                                 print::line);
        };
        strips.push_back(std::move(strip));
    }
    return strips;
}

void BlockLayout::set(const Table& table)
{
    std::shared_ptr<std::vector<Strip>> header;
    double before = points(8);
    if (hasHeader(table)) {
        header = std::make_shared<std::vector<Strip>>(row(table, titles(table), true));
        for (Strip strip : *header) {
            strip.before = std::exchange(before, 0);
            strip.keepWithNext = true;
            append(std::move(strip));
        }
    }
    for (const QStringList& cells : table.rows) {
        for (Strip& strip : row(table, cells, false)) {
            strip.before = std::exchange(before, 0);
            strip.repeated = header;
            append(std::move(strip));
        }
    }
}

} // namespace whittle
