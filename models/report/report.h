// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <variant>
#include <vector>

#include <QString>
#include <QStringList>

#include "models/base/result.h"

class QPainter;
class QRectF;

namespace whittle {

struct Analysis;
class TimeText;
class Words;

/// Draws one picture into a rectangle, in vectors and in print colours. Handed in by whoever can paint (widgets/figures), so that this
/// room needs no charts.
using FigurePaint = std::function<void(QPainter& painter, const QRectF& area)>;

struct Heading {
    int level = 1; ///< 1 or 2
    QString text;
};
struct Paragraph {
    enum class Style { Body, Lead, Note };
    QString text;
    Style style = Style::Body;
};
/// Verbatim evidence: set in a fixed-width face, with where it stands before it.
struct Quotation {
    QString place; ///< "span-dc1.pcap, frame 20411 · 2009-02-27 08:11:10.900"
    QString text;
};
struct Table {
    QStringList header;
    std::vector<QStringList> rows;
    std::vector<double> widths; ///< shares of the width, sum 1
};
struct Figure {
    QString caption;
    double heightPerWidth = 0.5;
    FigurePaint paint;
};
/// One finding: a block with a mark of its severity that is not split from its first citation.
struct FindingBlock {
    QString severity; ///< "info", "warning", "error"
    QString severityText;
    QString title;
    QString explanation;
    std::vector<Quotation> citations;
    QString more; ///< "and 9 more", empty when all are shown
    QString wouldRefute;
    QString nextStep;
};
/// A suspect on the board: with its bar, or struck out.
struct SuspectBlock {
    QString title;
    QString state;
    double probability = 0;
    bool struckOut = false;
    QString because;
};
struct PageBreak {
};

using Block = std::variant<Heading, Paragraph, Quotation, Table, Figure, FindingBlock, SuspectBlock, PageBreak>;

/// The findings report as a value, before any page exists.
struct Report {
    QString title;
    QString subtitle;
    std::vector<Block> blocks;
};

/// What there is to say about a case, in order: the case, what was found, the timeline, the findings with cited lines, the answers given,
/// what was eliminated and by what, what remains, what to do next, the sources with their hashes.
Report buildReport(const Analysis& analysis, const Words& words, const TimeText& times, const FigurePaint& timeline);

/// Renders to a PDF of A4 pages with page numbers; the file appears whole or not at all. Errors: Io, DiskFull, NoPermission.
Result<void> writePdf(const Report& report, const QString& path);

/// The JSON of the interfaces, schema 1: UTF-8, English, the same bytes for the same analysis.
QByteArray toJson(const Analysis& analysis, const Words& english);

} // namespace whittle
