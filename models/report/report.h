// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <variant>
#include <vector>

#include <QByteArray>
#include <QString>
#include <QStringList>

#include "models/base/result.h"

class QPainter;
class QRectF;

namespace whittle
{

struct Analysis;
class TimeText;
class Words;

/// Draws one picture into a rectangle, in vectors and in print colours. Handed in by whoever can paint
/// (widgets/figures), so that this room needs no charts. The painter's unit is a pixel of the screen, as in a
/// window.
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
    QString text; ///< several lines are parted by '\n'
};
struct Table {
    struct Column {
        enum class Face { Text, Label, Fixed, Number };
        QString title; ///< no header where all are empty
        double share = 1; ///< of the width; all sum to 1
        Face face = Face::Text;
    };
    std::vector<Column> columns;
    std::vector<QStringList> rows; ///< a cell may have several lines, parted by '\n'
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
    QString about; ///< what it points to and whom it concerns
    QString explanation;
    std::vector<Quotation> citations;
    QString more; ///< "and 9 more", empty when all are shown
    QString wouldRefute; ///< complete sentences, with what they are said about
    QString nextStep;
};
/// A suspect on the board: with its bar, or struck out. One that refines another stands further right than
/// it.
struct SuspectBlock {
    QString title;
    QString state;
    double probability = 0;
    QString probabilityText;
    bool struckOut = false;
    QStringList because;
    bool refines = false;
    QString caption{}; ///< before the first of those that refine one: "Why does the server refuse?"
};
/// Things to note, one after the other, each with the mark of the severity.
struct Items {
    QStringList texts;
    QString severity = QStringLiteral("info");
};
/// Something to do: what, why, and exactly how.
struct Task {
    QString title;
    QString effort; ///< "about 3 min"
    QString why;
    QString how;
};
struct PageBreak {
};

using Block = std::variant<Heading, Paragraph, Quotation, Table, Figure, FindingBlock, SuspectBlock, Items,
                           Task, PageBreak>;

/// The findings report as a value, before any page exists.
struct Report {
    QString title;
    QString subtitle;
    QString pageText; ///< "Page %1 of %2"
    std::vector<Block> blocks;
};

/// What there is to say about a case, in order: the case, what was found, the timeline, the findings with
/// cited lines, the answers given, what was eliminated and by what, what remains, what to do next, the
/// sources with their hashes. Without `timeline` there is no figure. Text out of evidence comes with what is
/// invisible shown as escapes, and very long lines cut, with how much is left out.
Report buildReport(const Analysis& analysis, const Words& words, const TimeText& times, Figure timeline);

/// Renders to a PDF of A4 pages with page numbers; the file appears whole or not at all. Needs a
/// QGuiApplication (for the fonts; the offscreen platform will do). Errors: those of writeWholeFile.
Result<void> writePdf(const Report& report, const QString& path);

/// The JSON of the interfaces, schema 1: UTF-8, English, the same bytes for the same analysis. Sources are
/// numbered from 1 in the order of the list, whatever their row ids. Evidence of a check has the text of the
/// finding that cites the same event, or none.
QByteArray toJson(const Analysis& analysis, const Words& english);

/// The devices that suffer: those of the findings that point to what is confirmed or suspected first; where
/// nothing is, those of the errors found. In the order of the analysis' devices.
std::vector<std::string> affectedDevices(const Analysis& analysis);

} // namespace whittle
