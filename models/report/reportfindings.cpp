// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/reportsections.h"

#include <algorithm>

#include "models/report/visibletext.h"

namespace whittle
{
namespace
{

constexpr std::size_t citationsShown = 5;
/// A page holds about 5000 characters of a line; a report that quotes more than a third of it is not read.
constexpr qsizetype longestQuotation = 1600;

QString quoted(const ReportSubject& subject, const std::string& line)
{
    const QString text = visibleText(std::string_view{line});
    if (text.size() <= longestQuotation)
        return text;
    const qsizetype end =
        text[longestQuotation - 1].isHighSurrogate() ? longestQuotation - 1 : longestQuotation;
    const QString left = subject.words.number(static_cast<std::uint64_t>(text.size() - end));
    return text.left(end)
        + subject.words.say(QT_TRANSLATE_NOOP("Words", " … and %1 characters more")).arg(left);
}

Quotation quotation(const ReportSubject& subject, const Citation& citation)
{
    const QString place = placeText(subject, citation.ref);
    const QString head = subject.analysis.hasTimes(citation.ref.source)
        ? QStringLiteral("%1 · %2").arg(place, subject.times.dateTime(citation.time))
        : place;
    return {head, quoted(subject, citation.text)};
}

QString aboutText(const ReportSubject& subject, const Finding& finding)
{
    QStringList parts;
    if (!finding.cause.empty())
        parts << subject.words.say(QT_TRANSLATE_NOOP("Words", "Points to: %1"))
                     .arg(subject.words.causeTitle(finding.cause));
    if (!finding.devices.empty())
        parts << subject.words.list(finding.devices, 4);
    return parts.join(QStringLiteral(" · "));
}

QString labelled(const Words& words, const char* label, const QString& text)
{
    return text.isEmpty() ? QString() : words.say(label).arg(text);
}

FindingBlock block(const ReportSubject& subject, const Finding& finding)
{
    const Words& words = subject.words;
    FindingBlock block;
    block.severity = QString::fromStdString(finding.severity);
    block.severityText = words.severity(finding.severity);
    block.title = words.findingTitle(finding);
    block.about = aboutText(subject, finding);
    block.explanation = words.findingExplanation(finding);
    const std::size_t shown = std::min(finding.evidence.size(), citationsShown);
    for (std::size_t i = 0; i < shown; ++i)
        block.citations.push_back(quotation(subject, finding.evidence[i]));
    if (finding.evidence.size() > shown)
        block.more = words.say(QT_TRANSLATE_NOOP("Words", "and %1 more"))
                         .arg(words.number(finding.evidence.size() - shown));
    block.wouldRefute =
        labelled(words, QT_TRANSLATE_NOOP("Words", "Would refute it: %1"), words.findingWouldRefute(finding));
    block.nextStep =
        labelled(words, QT_TRANSLATE_NOOP("Words", "What to do: %1"), words.findingInstruction(finding));
    return block;
}

QString answeredBy(const ReportSubject& subject, const AnsweredQuestion& answer)
{
    const Words& words = subject.words;
    const Question* question = words.knowledge().question(answer.question);
    if (answer.byEvidence)
        return words.say(QT_TRANSLATE_NOOP("Words", "the evidence"));
    if (question && question->fits)
        return words.say(QT_TRANSLATE_NOOP("Words", "the numbers"));
    if (!answer.counted && answer.value != "unknown")
        return words.say(QT_TRANSLATE_NOOP("Words", "a person; the evidence outweighs it"));
    return words.say(QT_TRANSLATE_NOOP("Words", "a person"));
}

} // namespace

void addFindings(std::vector<Block>& blocks, const ReportSubject& subject)
{
    const Words& words = subject.words;
    blocks.push_back(Heading{1, words.say(QT_TRANSLATE_NOOP("Words", "Findings"))});
    if (subject.analysis.findings.empty())
        blocks.push_back(
            Paragraph{words.say(QT_TRANSLATE_NOOP("Words", "No check found anything that matters."))});
    for (const Finding& finding : subject.analysis.findings)
        blocks.push_back(block(subject, finding));
}

void addAnswers(std::vector<Block>& blocks, const ReportSubject& subject)
{
    const Words& words = subject.words;
    const auto& answered = subject.analysis.diagnosis.answered;
    if (answered.empty())
        return;
    blocks.push_back(Heading{1, words.say(QT_TRANSLATE_NOOP("Words", "Questions answered"))});
    Table table;
    table.columns = {{words.say(QT_TRANSLATE_NOOP("Words", "Question")), 0.58},
                     {words.say(QT_TRANSLATE_NOOP("Words", "Answer")), 0.16},
                     {words.say(QT_TRANSLATE_NOOP("Words", "Answered by")), 0.26}};
    for (const AnsweredQuestion& answer : answered)
        table.rows.push_back(
            {words.questionText(answer.question), words.answer(answer.value), answeredBy(subject, answer)});
    blocks.push_back(std::move(table));
}

} // namespace whittle
