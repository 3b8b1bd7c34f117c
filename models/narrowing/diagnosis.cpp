// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/narrowing/diagnosis.h"

#include <algorithm>

#include "models/narrowing/nextstep.h"
#include "models/narrowing/suspects.h"

namespace whittle {

namespace {
constexpr double likelyProbability = 0.75;

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
    return outcome.result == CheckResult::No && countIn(outcome, "suffering") == 0.0 && countIn(outcome, "of").value_or(0) > 0;
}

/// Silence is not health: somebody must have looked and seen phones that do not suffer.
bool isHealthy(const Knowledge& knowledge, const Symptom& symptom, const std::vector<CheckOutcome>& outcomes)
{
    bool shown = false;
    for (const auto& outcome : outcomes) {
        if (isError(knowledge, outcome))
            return false;
        shown = shown || (!symptom.sufferCheck.empty() && outcome.id == symptom.sufferCheck && showsNobodySuffers(outcome));
    }
    return shown;
}

Verdict verdictOn(const std::vector<Suspect>& suspects)
{
    if (std::ranges::count(suspects, SuspectState::Confirmed, &Suspect::state) > 0)
        return Verdict::Confirmed;
    const auto& first = suspects.front();
    return first.cause != "other" && first.probability >= likelyProbability ? Verdict::Likely : Verdict::Undetermined;
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

Diagnosis diagnose(const Knowledge& knowledge, const Symptom& symptom, const std::vector<CheckOutcome>& outcomes,
                   const std::vector<Answer>& answers)
{
    const auto suspected = lineup(symptom);
    const auto known = knownAnswers(knowledge, symptom, outcomes, answers);
    const auto weighings = weigh(known.counted, suspected);
    const auto proven = provenBy(outcomes, knowledge, suspected);
    const auto probabilities = posterior(suspected, weighings, proven);
    const Standing standing {knowledge, symptom, outcomes, known, suspected, probabilities};
    auto suspects = board(suspected, probabilities, weighings, proven);
    const auto verdict = isHealthy(knowledge, symptom, outcomes) ? Verdict::Healthy : verdictOn(suspects);
    return {symptom.id, verdict, std::move(suspects), known.told, nextQuestions(standing), collectAdvice(standing)};
}

} // namespace whittle
