// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/narrowing/diagnosis.h"

#include <algorithm>

#include "models/narrowing/nextstep.h"
#include "models/narrowing/suspects.h"

namespace whittle
{

namespace
{
constexpr double likelyProbability = 0.75;

/// From here on it is worth asking why a suspect does it, even if it is not proven.
constexpr double refinedProbability = 0.9;

bool isError(const Knowledge& knowledge, const CheckOutcome& outcome)
{
    const auto* check = knowledge.check(outcome.id);
    return outcome.result == CheckResult::Yes && check && check->severity == "error";
}

std::optional<double> countIn(const CheckOutcome& outcome, const std::string& parameter)
{
    const auto found = outcome.parameters.find(parameter);
    if (found == outcome.parameters.end())
        return std::nullopt;
    return found->second == "0" ? 0.0 : numberOf(found->second);
}

bool showsNobodySuffers(const CheckOutcome& outcome)
{
    return outcome.result == CheckResult::No && countIn(outcome, "suffering") == 0.0
        && countIn(outcome, "of").value_or(0) > 0;
}

/// Silence is not health: somebody must have looked and seen phones that do not suffer.
bool isHealthy(const Knowledge& knowledge, const Symptom& symptom, const std::vector<CheckOutcome>& outcomes)
{
    bool shown = false;
    for (const auto& outcome : outcomes) {
        if (isError(knowledge, outcome))
            return false;
        shown = shown
            || (!symptom.sufferCheck.empty() && outcome.id == symptom.sufferCheck
                && showsNobodySuffers(outcome));
    }
    return shown;
}

Verdict verdictOn(const std::vector<Suspect>& suspects)
{
    if (std::ranges::count(suspects, SuspectState::Confirmed, &Suspect::state) > 0)
        return Verdict::Confirmed;
    const auto& first = suspects.front();
    return first.cause != "other" && first.probability >= likelyProbability ? Verdict::Likely
                                                                            : Verdict::Undetermined;
}

/// What rests on the same fact as something that says more is known, and does not count.
void countWeighed(KnownAnswers& known, const std::vector<Weighing>& weighings)
{
    for (const auto& answer : known.counted) {
        const bool isWeighed = std::ranges::any_of(
            weighings, [&](const Weighing& w) { return w.answer.question == answer.question; });
        for (auto& told : known.told)
            told.counted = told.counted && (isWeighed || told.question != answer.question->id);
    }
}

/// The answers without each of which, one at a time, the first suspect or the verdict would be another.
std::vector<std::string> decisive(const std::vector<KnownAnswer>& answers, const Lineup& lineup,
                                  const Proofs& proofs)
{
    const auto outcome = [&](const std::vector<KnownAnswer>& given) {
        const auto weighings = weigh(given, lineup);
        const auto suspects = board(lineup, posterior(lineup, weighings, proofs.proven), weighings, proofs);
        return std::pair(suspects.front().cause, verdictOn(suspects));
    };
    const auto all = outcome(answers);
    std::vector<std::string> questions;
    for (const auto& answer : answers) {
        auto without = answers;
        std::erase_if(without, [&](const KnownAnswer& a) { return a.question == answer.question; });
        if (outcome(without) != all)
            questions.push_back(answer.question->id);
    }
    std::ranges::sort(questions);
    return questions;
}

Diagnosis weighOne(const Knowledge& knowledge, const Symptom& symptom,
                   const std::vector<CheckOutcome>& outcomes, const std::vector<Answer>& answers)
{
    const auto suspected = lineup(symptom);
    auto known = knownAnswers(knowledge, symptom, outcomes, answers);
    const auto weighings = weigh(known.counted, suspected);
    countWeighed(known, weighings);
    const auto proofs = proofsIn(outcomes, knowledge, suspected);
    const auto probabilities = posterior(suspected, weighings, proofs.proven);
    const Standing standing{knowledge, symptom, outcomes, known, suspected, probabilities};
    auto suspects = board(suspected, probabilities, weighings, proofs);
    const auto verdict = isHealthy(knowledge, symptom, outcomes) ? Verdict::Healthy : verdictOn(suspects);
    auto dependsOn =
        verdict == Verdict::Healthy ? std::vector<std::string>() : decisive(known.counted, suspected, proofs);
    return {symptom.id,
            verdict,
            std::move(suspects),
            known.told,
            nextQuestions(standing),
            collectAdvice(standing),
            std::move(dependsOn)};
}

/// Where nothing suffers, nobody wants to know why.
bool isWorthRefining(const Diagnosis& diagnosis, const Suspect& suspect)
{
    if (diagnosis.verdict == Verdict::Healthy || diagnosis.verdict == Verdict::Confirmed)
        return diagnosis.verdict == Verdict::Confirmed && suspect.state == SuspectState::Confirmed;
    return &suspect == &diagnosis.suspects.front() && suspect.probability >= refinedProbability;
}

void addAnswered(std::vector<AnsweredQuestion>& answered, const std::vector<AnsweredQuestion>& more)
{
    const auto known = answered;
    for (const auto& one : more)
        if (std::ranges::none_of(known, [&](const auto& k) { return k.question == one.question; }))
            answered.push_back(one);
}

void addNext(std::vector<NextQuestion>& next, const Diagnosis& refinement)
{
    for (auto one : refinement.next) {
        one.refines = refinement.symptom;
        if (!std::ranges::count(next, one.question, &NextQuestion::question))
            next.push_back(std::move(one));
    }
}

/// What helps with both is one piece of work.
void addCollect(std::vector<CollectAdvice>& collect, const std::vector<CollectAdvice>& more)
{
    for (const auto& one : more) {
        const auto same = std::ranges::find(collect, one.collectable, &CollectAdvice::collectable);
        if (same == collect.end()) {
            collect.push_back(one);
            continue;
        }
        same->gainBits += one.gainBits;
        for (const auto& question : one.questions)
            if (!std::ranges::count(same->questions, question))
                same->questions.push_back(question);
    }
}
} // namespace

std::string_view toText(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Confirmed:
        return "confirmed";
    case Verdict::Likely:
        return "likely";
    case Verdict::Undetermined:
        return "undetermined";
    case Verdict::Healthy:
        return "healthy";
    }
    return {};
}

std::string_view toText(SuspectState state)
{
    switch (state) {
    case SuspectState::Confirmed:
        return "confirmed";
    case SuspectState::Suspect:
        return "suspect";
    case SuspectState::Weakened:
        return "weakened";
    case SuspectState::Eliminated:
        return "eliminated";
    }
    return {};
}

Diagnosis diagnose(const Knowledge& knowledge, const Symptom& symptom,
                   const std::vector<CheckOutcome>& outcomes, const std::vector<Answer>& answers)
{
    auto diagnosis = weighOne(knowledge, symptom, outcomes, answers);
    for (const auto& suspect : diagnosis.suspects) {
        const auto* refinement = knowledge.refinementOf(suspect.cause);
        if (!refinement || !isWorthRefining(diagnosis, suspect))
            continue;
        const auto& refined =
            diagnosis.refinements.emplace_back(weighOne(knowledge, *refinement, outcomes, answers));
        addAnswered(diagnosis.answered, refined.answered);
        addNext(diagnosis.next, refined);
        addCollect(diagnosis.collect, refined.collect);
    }
    return diagnosis;
}

} // namespace whittle
