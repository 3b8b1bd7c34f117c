// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/reportsections.h"

#include <algorithm>
#include <set>
#include <utility>

#include "models/narrowing/answers.h"
#include "models/report/visibletext.h"

namespace whittle
{
namespace
{

constexpr int reasonsShown = 3;
/// Of a suspect that hardly anything is left of, only what speaks against it is worth reading.
constexpr double worthReasonsFor = 0.05;
constexpr std::size_t tasksShown = 5;
constexpr std::size_t ruledOutShown = 3;

/// What a check says, in its own words: as the finding it became, or as what it clears. Empty where it has
/// none.
QString checkWords(const ReportSubject& subject, const std::string& check)
{
    const Analysis& analysis = subject.analysis;
    const CheckResult result = resultOf(analysis.outcomes, check);
    for (const Finding& finding : analysis.findings) {
        if (result == CheckResult::Yes && finding.check == check)
            return subject.words.findingTitle(finding);
    }
    for (const CheckOutcome& outcome : analysis.outcomes) {
        if (result == CheckResult::No && outcome.id == check && outcome.result == CheckResult::No)
            return subject.words.cleared(outcome);
    }
    return {};
}

QString reasonText(const ReportSubject& subject, const Reason& reason)
{
    const Words& words = subject.words;
    QString told = reason.byEvidence ? checkWords(subject, reason.check) : QString();
    if (told.endsWith(u'.'))
        told.chop(1);
    if (!told.isEmpty())
        return words.say(QT_TRANSLATE_NOOP("Words", "%1 (evidence)")).arg(told);
    const QString answer = words.answer(reason.yes ? "yes" : "no");
    const QString text = reason.byEvidence ? words.say(QT_TRANSLATE_NOOP("Words", "%1 – %2 (evidence)"))
                                           : words.say(QT_TRANSLATE_NOOP("Words", "%1 – %2 (a person)"));
    return text.arg(words.questionText(reason.question), answer);
}

/// The strongest reasons of one direction, each with `prefix` before it.
QStringList reasonsWith(const ReportSubject& subject, const Suspect& suspect, bool against,
                        const QString& prefix)
{
    QStringList texts;
    for (const Reason& reason : suspect.reasons) {
        if ((reason.weight < 0) == against && texts.size() < reasonsShown)
            texts << prefix + reasonText(subject, reason);
    }
    return texts;
}

SuspectBlock suspectBlock(const ReportSubject& subject, const Suspect& suspect)
{
    SuspectBlock block;
    block.title = subject.words.causeTitle(suspect.cause);
    block.state = subject.words.state(suspect.state);
    block.probability = suspect.probability;
    block.probabilityText = subject.words.percent(suspect.probability);
    block.struckOut = suspect.state == SuspectState::Eliminated;
    if (block.struckOut) {
        block.because = reasonsWith(subject, suspect, true, QStringLiteral("✕ "));
        return block;
    }
    if (!suspect.follows.empty())
        block.because << subject.words.say(QT_TRANSLATE_NOOP("Words", "It is there, and follows from: %1"))
                             .arg(subject.words.causeTitle(suspect.follows));
    if (suspect.probability >= worthReasonsFor)
        block.because += reasonsWith(subject, suspect, false, QStringLiteral("+ "));
    block.because += reasonsWith(subject, suspect, true, QStringLiteral("− "));
    return block;
}

bool isEliminated(const Suspect& suspect)
{
    return suspect.state == SuspectState::Eliminated;
}

/// Why a suspect that is found may be so; those that remain, or those that were struck out.
void addRefinement(std::vector<Block>& blocks, const ReportSubject& subject, const Diagnosis& refinement,
                   bool eliminated)
{
    QString caption = subject.words.refinementTitle(refinement.symptom);
    for (const Suspect& suspect : refinement.suspects) {
        if (isEliminated(suspect) != eliminated)
            continue;
        SuspectBlock block = suspectBlock(subject, suspect);
        block.refines = true;
        block.caption = std::exchange(caption, QString());
        blocks.push_back(std::move(block));
    }
}

/// What is found stands among what remains; what was struck out inside it, after all that was.
std::vector<Block> suspectBlocks(const ReportSubject& subject, bool eliminated)
{
    std::vector<Block> blocks;
    const Diagnosis& diagnosis = subject.analysis.diagnosis;
    for (const Suspect& suspect : diagnosis.suspects) {
        if (isEliminated(suspect) == eliminated)
            blocks.push_back(suspectBlock(subject, suspect));
        for (const Diagnosis& refinement : diagnosis.refinements) {
            if (!eliminated && refinement.symptom == suspect.cause)
                addRefinement(blocks, subject, refinement, false);
        }
    }
    for (const Diagnosis& refinement : diagnosis.refinements) {
        if (eliminated)
            addRefinement(blocks, subject, refinement, true);
    }
    return blocks;
}

std::vector<Suspect> allSuspects(const Diagnosis& diagnosis)
{
    std::vector<Suspect> all = diagnosis.suspects;
    for (const Diagnosis& refinement : diagnosis.refinements)
        all.insert(all.end(), refinement.suspects.begin(), refinement.suspects.end());
    return all;
}

/// The checks behind the reasons why suspects were struck out: what they say has been told there.
std::set<std::string> toldWithSuspects(const ReportSubject& subject)
{
    std::set<std::string> told;
    for (const Suspect& suspect : allSuspects(subject.analysis.diagnosis)) {
        int shown = 0;
        for (const Reason& reason : suspect.reasons) {
            const bool counts = isEliminated(suspect) && reason.weight < 0;
            if (counts && shown++ < reasonsShown && reason.byEvidence)
                told.insert(reason.check);
        }
    }
    return told;
}

/// What checks that said no are told as, unless a suspect was struck out by it and says so.
QStringList clearedTexts(const ReportSubject& subject)
{
    auto told = toldWithSuspects(subject);
    QStringList texts;
    for (const CheckOutcome& outcome : subject.analysis.outcomes) {
        const bool clears = resultOf(subject.analysis.outcomes, outcome.id) == CheckResult::No;
        const QString cleared = checkWords(subject, outcome.id);
        if (clears && !cleared.isEmpty() && told.insert(outcome.id).second)
            texts << cleared;
    }
    return texts;
}

QString neededText(const ReportSubject& subject, const CheckOutcome& outcome)
{
    QStringList texts;
    for (const std::string& need : outcome.needs) {
        const Collectable* known = subject.words.knowledge().collectable(need);
        texts << (known ? subject.words.fill(known->what) : visibleText(std::string_view{need}));
    }
    return texts.isEmpty() ? QStringLiteral("–") : texts.join(QStringLiteral("; "));
}

void addNotObservable(std::vector<Block>& blocks, const ReportSubject& subject)
{
    const Words& words = subject.words;
    Table table;
    table.columns = {{words.say(QT_TRANSLATE_NOOP("Words", "Question")), 0.5},
                     {words.say(QT_TRANSLATE_NOOP("Words", "What it would take")), 0.5}};
    std::set<std::string> told;
    for (const CheckOutcome& outcome : subject.analysis.outcomes) {
        const CheckResult result = resultOf(subject.analysis.outcomes, outcome.id);
        if (result == CheckResult::NotObservable && told.insert(outcome.id).second)
            table.rows.push_back({words.questionText(outcome.id), neededText(subject, outcome)});
    }
    if (table.rows.empty())
        return;
    blocks.push_back(Heading{2, words.say(QT_TRANSLATE_NOOP("Words", "What the evidence could not show"))});
    blocks.push_back(std::move(table));
}

QString minutesText(const Words& words, int minutes)
{
    return words.say(QT_TRANSLATE_NOOP("Words", "about %1 min")).arg(minutes);
}

QString ruledOutText(const ReportSubject& subject, const NextQuestion& next)
{
    QStringList texts;
    for (const auto& [answer, causes] : next.rulesOut) {
        std::vector<std::string> titles;
        for (const std::string& cause : causes)
            titles.push_back(subject.words.causeTitle(cause).toStdString());
        if (!titles.empty())
            texts << subject.words.say(QT_TRANSLATE_NOOP("Words", "“%1” rules out: %2."))
                         .arg(subject.words.answer(answer), subject.words.list(titles, ruledOutShown));
    }
    return texts.join(u' ');
}

Task questionTask(const ReportSubject& subject, const NextQuestion& next)
{
    const Question* known = subject.words.knowledge().question(next.question);
    QStringList why;
    why << subject.words.fill(known ? known->why : std::string()) << ruledOutText(subject, next);
    why.removeAll(QString());
    return {subject.words.questionText(next.question), minutesText(subject.words, next.minutes),
            why.join(u' '), subject.words.instruction(known ? known->how : std::string())};
}

Task collectTask(const ReportSubject& subject, const CollectAdvice& advice)
{
    const Collectable* known = subject.words.knowledge().collectable(advice.collectable);
    if (!known)
        return {visibleText(std::string_view{advice.collectable}), {}, {}, {}};
    return {subject.words.fill(known->what), minutesText(subject.words, known->minutes),
            subject.words.fill(known->why), subject.words.instruction(known->how)};
}

template <typename Advice>
void addTasks(std::vector<Block>& blocks, const ReportSubject& subject, const char* heading,
              const std::vector<Advice>& advices, Task (*task)(const ReportSubject&, const Advice&))
{
    if (advices.empty())
        return;
    blocks.push_back(Heading{2, subject.words.say(heading)});
    for (std::size_t i = 0; i < std::min(advices.size(), tasksShown); ++i)
        blocks.push_back(task(subject, advices[i]));
}

} // namespace

std::vector<Block> remedies(const ReportSubject& subject, const Diagnosis& diagnosis)
{
    std::vector<Block> blocks;
    if (diagnosis.verdict != Verdict::Confirmed && diagnosis.verdict != Verdict::Likely)
        return blocks;
    for (const Suspect& suspect : diagnosis.suspects) {
        const bool first = &suspect == &diagnosis.suspects.front();
        const QString step = subject.words.causeInstruction(suspect.cause);
        if ((first || suspect.state == SuspectState::Confirmed) && !step.isEmpty())
            blocks.push_back(Task{subject.words.causeTitle(suspect.cause), {}, {}, step});
    }
    for (const Diagnosis& refinement : diagnosis.refinements) {
        const std::vector<Block> more = remedies(subject, refinement);
        blocks.insert(blocks.end(), more.begin(), more.end());
    }
    return blocks;
}

void addEliminated(std::vector<Block>& blocks, const ReportSubject& subject)
{
    const Words& words = subject.words;
    const auto eliminated = suspectBlocks(subject, true);
    const QStringList cleared = clearedTexts(subject);
    if (eliminated.empty() && cleared.isEmpty())
        return;
    blocks.push_back(Heading{1, words.say(QT_TRANSLATE_NOOP("Words", "What was eliminated, and by what"))});
    blocks.insert(blocks.end(), eliminated.begin(), eliminated.end());
    if (cleared.isEmpty())
        return;
    blocks.push_back(Heading{2, words.say(QT_TRANSLATE_NOOP("Words", "Also cleared by the evidence"))});
    blocks.push_back(Items{cleared});
}

void addRemaining(std::vector<Block>& blocks, const ReportSubject& subject)
{
    const auto remaining = suspectBlocks(subject, false);
    if (!remaining.empty())
        blocks.push_back(Heading{1, subject.words.say(QT_TRANSLATE_NOOP("Words", "What remains"))});
    blocks.insert(blocks.end(), remaining.begin(), remaining.end());
    addNotObservable(blocks, subject);
}

void addNextSteps(std::vector<Block>& blocks, const ReportSubject& subject)
{
    const Diagnosis& diagnosis = subject.analysis.diagnosis;
    std::vector<Block> steps = remedies(subject, diagnosis);
    addTasks(steps, subject, QT_TRANSLATE_NOOP("Words", "Questions that narrow most"), diagnosis.next,
             questionTask);
    addTasks(steps, subject, QT_TRANSLATE_NOOP("Words", "What to collect"), diagnosis.collect, collectTask);
    if (steps.empty())
        return;
    blocks.push_back(Heading{1, subject.words.say(QT_TRANSLATE_NOOP("Words", "What to do next"))});
    blocks.insert(blocks.end(), steps.begin(), steps.end());
}

} // namespace whittle
