// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/analyzereport.h"

#include <QFile>
#include <QTemporaryDir>

#include "models/report/report.h"
#include "models/report/visibletext.h"
#include "models/timeline/scenebuilder.h"
#include "models/timeline/timetext.h"
#include "widgets/figures/timelinefigure.h"

namespace whittle
{

namespace
{

constexpr std::size_t linesOfAFinding = 3;
constexpr std::size_t suspectsShown = 6;
constexpr double printedUnits = 642; ///< the width of the text on A4 in pixels at 96 dpi (170 mm)

TimeText siteTimes(const Analysis& analysis)
{
    return analysis.siteZone.empty() ? TimeText()
                                     : TimeText::forZone(QString::fromStdString(analysis.siteZone));
}

QString findingText(const Analysis& analysis, const Finding& finding, const Words& words)
{
    QString text =
        QStringLiteral("  %1: %2\n").arg(words.severity(finding.severity), words.findingTitle(finding));
    for (std::size_t i = 0; i < finding.evidence.size() && i < linesOfAFinding; ++i) {
        const Citation& citation = finding.evidence[i];
        const AnalysedSource* source = analysis.source(citation.ref.source);
        text +=
            QStringLiteral("      %1, %2: %3\n")
                .arg(source ? visibleText(std::string_view{source->row.path}) : QString(),
                     words.place(citation.ref.place), visibleText(std::string_view{citation.text}).left(160));
    }
    return text;
}

} // namespace

Result<QByteArray> pdfOf(const Analysis& analysis, const Knowledge& knowledge)
{
    const Words words(knowledge, Words::Language::Translated);
    const TimeText times = siteTimes(analysis);
    SceneOptions options;
    options.times = times;
    const auto scene = buildScene(analysis, options);
    TimelineFigure figure;
    const FigurePaint paint = [&](QPainter& painter, const QRectF& area) {
        figure.paint(painter, area, scene, Theme::print());
    };
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("findings.pdf")));
    const double shape = TimelineFigure::heightPerWidth(scene, printedUnits);
    const auto written = writePdf(buildReport(analysis, words, times, {{}, shape, paint}), file.fileName());
    if (!written)
        return written.error();
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Io, "the PDF could not be read back", file.fileName().toStdString()};
    return file.readAll();
}

QString summaryText(const Analysis& analysis, const Words& words)
{
    QString text;
    if (analysis.symptom.empty())
        text += QStringLiteral("The evidence shows no symptom; name one with --symptom.\n");
    else
        text += QStringLiteral("%1: %2\n")
                    .arg(words.symptomTitle(analysis.symptom), words.verdict(analysis.diagnosis.verdict));
    for (std::size_t i = 0; i < analysis.diagnosis.suspects.size() && i < suspectsShown; ++i) {
        const Suspect& suspect = analysis.diagnosis.suspects[i];
        if (suspect.state != SuspectState::Eliminated)
            text += QStringLiteral("  %1  %2\n")
                        .arg(words.percent(suspect.probability), 6)
                        .arg(words.causeTitle(suspect.cause));
    }
    for (const Diagnosis& refinement : analysis.diagnosis.refinements) {
        text += words.refinementTitle(refinement.symptom) + u'\n';
        for (const Suspect& suspect : refinement.suspects)
            if (suspect.state != SuspectState::Eliminated)
                text += QStringLiteral("  %1  %2\n")
                            .arg(words.percent(suspect.probability), 6)
                            .arg(words.causeTitle(suspect.cause));
    }
    text += analysis.findings.empty() ? QStringLiteral("No findings.\n") : QStringLiteral("Findings:\n");
    for (const Finding& finding : analysis.findings)
        text += findingText(analysis, finding, words);
    if (!analysis.diagnosis.next.empty())
        text += QStringLiteral("Next question (--answer %1=…): %2\n")
                    .arg(QString::fromStdString(analysis.diagnosis.next.front().question),
                         words.questionText(analysis.diagnosis.next.front().question));
    return text;
}

} // namespace whittle
