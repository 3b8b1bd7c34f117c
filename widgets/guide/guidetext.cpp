// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/guide/guidetext.h"

#include <algorithm>

#include <QLocale>

namespace whittle
{

namespace
{

bool isEliminated(const Suspect& suspect)
{
    return suspect.state == SuspectState::Eliminated;
}

/// The file's own name: folders say little in a column this narrow.
QString fileName(const std::string& path)
{
    return QString::fromStdString(path.substr(path.find_last_of('/') + 1));
}

} // namespace

std::vector<const Suspect*> boardOrder(const Diagnosis& diagnosis)
{
    std::vector<const Suspect*> order;
    for (const Suspect& suspect : diagnosis.suspects)
        order.push_back(&suspect);
    std::stable_partition(order.begin(), order.end(), [](const Suspect* s) { return !isEliminated(*s); });
    return order;
}

const Diagnosis& boardOf(const Diagnosis& diagnosis, const NextQuestion& next)
{
    const auto found = std::ranges::find(diagnosis.refinements, next.refines, &Diagnosis::symptom);
    return found == diagnosis.refinements.end() ? diagnosis : *found;
}

QString GuideText::verdict(Verdict verdict) const
{
    switch (verdict) {
    case Verdict::Confirmed:
        return tr("● confirmed");
    case Verdict::Likely:
        return tr("◐ likely");
    case Verdict::Undetermined:
        return tr("○ undetermined");
    case Verdict::Healthy:
        return tr("✓ healthy");
    }
    return {};
}

QString GuideText::verdictMeaning(Verdict verdict) const
{
    switch (verdict) {
    case Verdict::Confirmed:
        return tr("The evidence proves the cause by itself.");
    case Verdict::Likely:
        return tr("One suspect explains what was seen far better than the others; it is not proven.");
    case Verdict::Undetermined:
        return tr("More than one suspect explains what was seen.");
    case Verdict::Healthy:
        return tr("What was looked for was observable, and nothing is wrong.");
    }
    return {};
}

QString GuideText::boardSummary(const Analysis& analysis, std::size_t shown) const
{
    int byEvidence = 0;
    int byPerson = 0;
    for (const Suspect& suspect : analysis.diagnosis.suspects) {
        if (isEliminated(suspect))
            ++(!suspect.reasons.empty() && !suspect.reasons.front().byEvidence ? byPerson : byEvidence);
    }
    const std::size_t total = analysis.diagnosis.suspects.size();
    QString text = shown < total ? tr("%1 of %2 suspects shown").arg(shown).arg(total)
        : total == 1             ? tr("1 suspect")
                                 : tr("%1 suspects").arg(total);
    if (byEvidence > 0)
        text += QStringLiteral(" · ") + tr("%1 struck out by evidence").arg(byEvidence);
    if (byPerson > 0)
        text += QStringLiteral(" · ") + tr("%1 by you").arg(byPerson);
    return text;
}

QString GuideText::answer(const std::string& value) const
{
    QString text = m_words.answer(value);
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

QString GuideText::minutes(int minutes) const
{
    return minutes == 1 ? tr("about a minute") : tr("about %1 minutes").arg(minutes);
}

QString GuideText::effort(int minutes, double gainBits) const
{
    const QString time = tr("%1 min").arg(minutes);
    if (gainBits < 0.05)
        return time;
    return tr("%1 · +%2 bit").arg(time, QLocale().toString(gainBits, 'f', 1));
}

QString GuideText::standing(const Analysis& analysis, const Suspect& suspect) const
{
    const bool wantsAgainst =
        suspect.state == SuspectState::Eliminated || suspect.state == SuspectState::Weakened;
    for (const Reason& candidate : suspect.reasons) {
        if ((candidate.weight < 0) == wantsAgainst)
            return reason(analysis, candidate);
    }
    return {};
}

QString GuideText::reason(const Analysis& analysis, const Reason& reason) const
{
    if (reason.byEvidence && !isByNumbers(reason))
        return byEvidence(analysis, reason);
    const QString question = m_words.questionText(reason.question);
    if (isByNumbers(reason))
        return reason.yes ? tr("the numbers say yes to ‘%1’").arg(question)
                          : tr("the numbers say no to ‘%1’").arg(question);
    return reason.yes ? tr("you answered: yes to ‘%1’").arg(question)
                      : tr("you answered: no to ‘%1’").arg(question);
}

bool GuideText::isByNumbers(const Reason& reason) const
{
    const Question* question = knowledge().question(reason.question);
    return question && question->fits;
}

QString GuideText::byEvidence(const Analysis& analysis, const Reason& reason) const
{
    const CheckOutcome* found = outcome(analysis, reason.check.empty() ? reason.question : reason.check);
    if (found && found->result == CheckResult::No) {
        if (const QString told = m_words.cleared(*found); !told.isEmpty())
            return told;
    }
    if (found && found->result == CheckResult::Yes) {
        Finding finding;
        finding.check = found->id;
        finding.devices = found->devices;
        finding.parameters = found->parameters;
        if (const QString told = m_words.findingTitle(finding); !told.isEmpty())
            return told;
    }
    const QString question = m_words.questionText(reason.question);
    return reason.yes ? tr("evidence: yes to ‘%1’").arg(question) : tr("evidence: no to ‘%1’").arg(question);
}

QString GuideText::titles(const std::vector<std::string>& causes) const
{
    constexpr std::size_t most = 2;
    QStringList shown;
    for (std::size_t i = 0; i < std::min(causes.size(), most); ++i)
        shown << m_words.causeTitle(causes[i]);
    if (causes.size() <= most)
        return shown.join(tr(", "));
    return tr("%1 and %2 more").arg(shown.join(tr(", "))).arg(causes.size() - most);
}

QString GuideText::consequence(const Diagnosis& diagnosis, const NextQuestion& next,
                               const std::string& answer) const
{
    const auto entry = next.rulesOut.find(answer);
    if (entry == next.rulesOut.end() || entry->second.empty())
        return tr("shifts the weights, rules nothing out");
    const std::vector<std::string>& out = entry->second;
    std::vector<std::string> left;
    for (const Suspect& suspect : diagnosis.suspects) {
        if (!isEliminated(suspect) && suspect.cause != "other"
            && std::ranges::find(out, suspect.cause) == out.end())
            left.push_back(suspect.cause);
    }
    if (!left.empty() && left.size() <= 2 && left.size() < out.size())
        return tr("leaves: %1").arg(titles(left));
    return tr("all but rules out: %1").arg(titles(out));
}

std::vector<QString> GuideText::expectations(const Diagnosis& diagnosis, const Question& question) const
{
    const auto wordOf = [](Word word) {
        switch (word) {
        case Word::Never:
            return tr("Never yes with: %1");
        case Word::Rarely:
            return tr("Rarely yes with: %1");
        case Word::Sometimes:
            return tr("Sometimes yes with: %1");
        case Word::Even:
            return QString();
        case Word::Often:
            return tr("Often yes with: %1");
        case Word::Usually:
            return tr("Usually yes with: %1");
        case Word::Always:
            return tr("Always yes with: %1");
        }
        return QString();
    };
    std::map<Word, std::vector<std::string>> byWord;
    for (const Suspect& suspect : diagnosis.suspects) {
        const auto entry = question.yes.find(suspect.cause);
        if (!isEliminated(suspect) && entry != question.yes.end())
            byWord[entry->second].push_back(suspect.cause);
    }
    std::vector<QString> lines;
    for (auto entry = byWord.rbegin(); entry != byWord.rend(); ++entry) {
        if (const QString line = wordOf(entry->first); !line.isEmpty())
            lines.push_back(line.arg(titles(entry->second)));
    }
    return lines;
}

QString GuideText::unit(const std::string& question) const
{
    if (question.ends_with("-hours"))
        return tr("hours");
    if (question.ends_with("-minutes"))
        return tr("minutes");
    return {};
}

QString GuideText::nothingLeft(const Analysis& analysis) const
{
    const bool canCollect = !analysis.diagnosis.collect.empty();
    switch (analysis.diagnosis.verdict) {
    case Verdict::Confirmed:
        return tr("The cause is proven. No question is left whose answer would change that.");
    case Verdict::Healthy:
        return tr("There is nothing left to ask: nothing that was looked for is wrong.");
    case Verdict::Likely:
    case Verdict::Undetermined:
        break;
    }
    if (canCollect)
        return tr("No question is left that would tell the remaining suspects apart. Only more evidence can: "
                  "what to "
                  "collect stands below.");
    return tr("No question is left that would tell the remaining suspects apart, and no evidence that we "
              "know how to "
              "read would either. The order above is the best that can be said.");
}

QString GuideText::evidenceLink(const AnsweredQuestion& answered, const CitedEvent* cited) const
{
    const QString value = answer(answered.value);
    return cited ? tr("%1 · %2").arg(value, m_words.place(cited->ref.place)) : value;
}

QString GuideText::place(const Analysis& analysis, const EventRef& ref) const
{
    const AnalysedSource* source = analysis.source(ref.source);
    const QString place = m_words.place(ref.place);
    return source ? tr("%1, %2").arg(fileName(source->row.path), place) : place;
}

const CheckOutcome* GuideText::outcome(const Analysis& analysis, const std::string& questionOrCheck) const
{
    const Question* question = knowledge().question(questionOrCheck);
    const std::string& check = question && !question->check.empty() ? question->check : questionOrCheck;
    const CheckOutcome* best = nullptr; // of several by one check, as the engine takes them: a yes, else a no
    for (const CheckOutcome& outcome : analysis.outcomes) {
        if (outcome.id == check && (!best || outcome.result < best->result))
            best = &outcome;
    }
    return best;
}

const CitedEvent* GuideText::firstCited(const Analysis& analysis, const std::string& questionOrCheck) const
{
    const CheckOutcome* found = outcome(analysis, questionOrCheck);
    return found && !found->evidence.empty() ? &found->evidence.front() : nullptr;
}

} // namespace whittle
