// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/reportsections.h"

#include "models/report/visibletext.h"

namespace whittle
{
namespace
{

QString suspectWithLikelihood(const Words& words, const Suspect& suspect)
{
    const QString howSure = suspect.state == SuspectState::Confirmed
        ? words.say(QT_TRANSLATE_NOOP("Words", "proven by the evidence"))
        : words.likelihood(suspect.probability);
    return QStringLiteral("%1 (%2, %3)")
        .arg(words.causeTitle(suspect.cause), howSure, words.percent(suspect.probability));
}

QString confirmedCauses(const ReportSubject& subject)
{
    QStringList titles;
    for (const Suspect& suspect : subject.analysis.diagnosis.suspects) {
        if (suspect.state == SuspectState::Confirmed)
            titles << suspectWithLikelihood(subject.words, suspect);
    }
    if (titles.isEmpty())
        titles << suspectWithLikelihood(subject.words, subject.analysis.diagnosis.suspects.front());
    return titles.join(subject.words.say(QT_TRANSLATE_NOOP("Words", "; and ")));
}

QString undetermined(const ReportSubject& subject)
{
    const auto& suspects = subject.analysis.diagnosis.suspects;
    if (suspects.empty())
        return subject.words.say(QT_TRANSLATE_NOOP(
            "Words", "the evidence shows no symptom and none was chosen, so nobody is suspected"));
    return subject.words
        .say(QT_TRANSLATE_NOOP("Words", "the evidence does not decide; first among the suspects is %1"))
        .arg(suspectWithLikelihood(subject.words, suspects.front()));
}

/// Verdict and first suspect in one sentence.
QString answerInOneSentence(const ReportSubject& subject)
{
    const Diagnosis& diagnosis = subject.analysis.diagnosis;
    QString answer = undetermined(subject);
    if (diagnosis.verdict == Verdict::Healthy)
        answer = subject.words.say(
            QT_TRANSLATE_NOOP("Words", "no check found a fault in what the evidence covers"));
    else if (diagnosis.verdict != Verdict::Undetermined && !diagnosis.suspects.empty())
        answer = confirmedCauses(subject);
    return QStringLiteral("%1: %2.").arg(subject.words.verdict(diagnosis.verdict), answer);
}

QString whatFollows(const ReportSubject& subject)
{
    const Diagnosis& diagnosis = subject.analysis.diagnosis;
    const Words& words = subject.words;
    switch (diagnosis.verdict) {
    case Verdict::Undetermined:
        return words.say(QT_TRANSLATE_NOOP("Words", "What would decide it stands under “What to do next”."));
    case Verdict::Healthy:
        return words.say(QT_TRANSLATE_NOOP("Words",
                                           "This holds for what was seen. When each source could have seen "
                                           "something stands under “Sources”."));
    case Verdict::Confirmed:
    case Verdict::Likely:
        break;
    }
    if (diagnosis.suspects.empty())
        return {};
    const Cause* cause = words.knowledge().cause(diagnosis.suspects.front().cause);
    QStringList texts{cause ? words.fill(cause->explanation) : QString(), words.firmness(diagnosis)};
    texts.removeAll(QString());
    return texts.join(u' ');
}

QString symptomText(const ReportSubject& subject)
{
    const Words& words = subject.words;
    if (subject.analysis.symptom.empty())
        return words.say(QT_TRANSLATE_NOOP("Words", "none chosen, none shown by the evidence"));
    const QString how = subject.analysis.symptomChosen
        ? words.say(QT_TRANSLATE_NOOP("Words", "%1 (chosen by a person)"))
        : words.say(QT_TRANSLATE_NOOP("Words", "%1 (shown by the evidence)"));
    return how.arg(words.symptomTitle(subject.analysis.symptom));
}

QString devicesText(const ReportSubject& subject)
{
    const auto devices = affectedDevices(subject.analysis);
    if (devices.empty())
        return subject.words.say(QT_TRANSLATE_NOOP("Words", "none that a finding names"));
    return QStringLiteral("%1: %2").arg(subject.words.number(devices.size()), subject.words.list(devices, 8));
}

QString spanWithLength(const ReportSubject& subject)
{
    const Analysis& analysis = subject.analysis;
    if (!analysis.first || !analysis.last)
        return subject.words.say(QT_TRANSLATE_NOOP("Words", "no source has times"));
    return QStringLiteral("%1 (%2)").arg(spanText(subject.times, analysis.first, analysis.last),
                                         TimeText::duration(*analysis.last - *analysis.first));
}

QString zoneText(const ReportSubject& subject)
{
    const QString zone = subject.times.zoneName();
    if (!zone.isEmpty() && zone.toStdString() == subject.analysis.siteZone)
        return subject.words
            .say(QT_TRANSLATE_NOOP("Words", "%1, the zone that the evidence names for the site"))
            .arg(zone);
    return zone;
}

QString referenceText(const ReportSubject& subject)
{
    const AnalysedSource* reference = subject.analysis.source(subject.analysis.reference);
    return reference ? visibleText(std::string_view{reference->row.path})
                     : subject.words.say(QT_TRANSLATE_NOOP("Words", "none: no source has times"));
}

QString evidenceText(const ReportSubject& subject)
{
    std::uint64_t events = 0;
    for (const auto& [kind, count] : subject.analysis.eventCounts)
        events += count;
    return subject.words.say(QT_TRANSLATE_NOOP("Words", "sources: %1, events: %2"))
        .arg(subject.words.number(subject.analysis.sources.size()), subject.words.number(events));
}

Table facts(const ReportSubject& subject)
{
    const Words& words = subject.words;
    Table table;
    table.columns = {{{}, 0.21, Table::Column::Face::Label}, {{}, 0.79, Table::Column::Face::Text}};
    table.rows = {
        {words.say(QT_TRANSLATE_NOOP("Words", "Devices")), devicesText(subject)},
        {words.say(QT_TRANSLATE_NOOP("Words", "Symptom")), symptomText(subject)},
        {words.say(QT_TRANSLATE_NOOP("Words", "Span of time")), spanWithLength(subject)},
        {words.say(QT_TRANSLATE_NOOP("Words", "Times are in")), zoneText(subject)},
        {words.say(QT_TRANSLATE_NOOP("Words", "Reference clock")), referenceText(subject)},
        {words.say(QT_TRANSLATE_NOOP("Words", "Evidence")), evidenceText(subject)},
    };
    return table;
}

} // namespace

void addSummary(std::vector<Block>& blocks, const ReportSubject& subject)
{
    blocks.push_back(Paragraph{answerInOneSentence(subject), Paragraph::Style::Lead});
    const QString follows = whatFollows(subject);
    if (!follows.isEmpty())
        blocks.push_back(Paragraph{follows, Paragraph::Style::Body});
    blocks.push_back(facts(subject));
}

/// For whoever reads the first page alone: what speaks, in a line each, and what to do about it.
void addInBrief(std::vector<Block>& blocks, const ReportSubject& subject)
{
    std::vector<Block> found;
    for (const Finding& finding : subject.analysis.findings) {
        if (finding.severity != "info")
            found.push_back(
                Items{{subject.words.findingTitle(finding)}, QString::fromStdString(finding.severity)});
    }
    if (!found.empty())
        blocks.push_back(Heading{2, subject.words.say(QT_TRANSLATE_NOOP("Words", "What was found"))});
    blocks.insert(blocks.end(), found.begin(), found.end());
    const std::vector<Block> steps = remedies(subject, subject.analysis.diagnosis);
    if (!steps.empty()) {
        blocks.push_back(Heading{2, subject.words.say(QT_TRANSLATE_NOOP("Words", "What to do first"))});
        blocks.push_back(steps.front());
    }
}

} // namespace whittle
