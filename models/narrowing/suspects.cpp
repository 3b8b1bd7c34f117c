// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/narrowing/suspects.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

namespace whittle
{

namespace
{
// A suspect is struck out only when little of its prior is left and the answers that did it are strong by
// themselves: one by evidence that leaves a tenth, or two by people that leave a third each. Many small
// doubts only weaken it.
constexpr double eliminatedShare = 0.1;
constexpr double weakenedShare = 0.5;
const double strongEvidence = std::log(0.1);
const double strongPerson = std::log(1.0 / 3);
constexpr int personsNeeded = 2;

/// Reasons that change a probability by less than a tenth are not worth telling.
const double leastWeight = std::log(1.1);

double weightFor(const Weighing& weighing, std::size_t suspect, const Lineup& lineup)
{
    const auto& given = weighing.likelihoods;
    return std::log(given[suspect]
                    / std::inner_product(given.begin(), given.end(), lineup.priors.begin(), 0.0));
}

Reason reason(const Weighing& weighing, std::size_t suspect, const Lineup& lineup)
{
    const auto& answer = weighing.answer;
    return {answer.question->id, answer.check, answer.byEvidence, answer.yes,
            weightFor(weighing, suspect, lineup)};
}

std::vector<Reason> reasonsFor(std::size_t suspect, const std::vector<Weighing>& weighings,
                               const Lineup& lineup)
{
    std::vector<Reason> reasons;
    for (const auto& weighing : weighings)
        if (std::abs(weightFor(weighing, suspect, lineup)) >= leastWeight)
            reasons.push_back(reason(weighing, suspect, lineup));
    return reasons;
}

bool isStruckOut(const std::vector<Reason>& reasons)
{
    const auto byEvidence = [](const Reason& r) { return r.byEvidence && r.weight <= strongEvidence; };
    const auto byPerson = [](const Reason& r) { return !r.byEvidence && r.weight <= strongPerson; };
    return std::ranges::any_of(reasons, byEvidence)
        || std::ranges::count_if(reasons, byPerson) >= personsNeeded;
}

SuspectState stateOf(const Suspect& suspect, bool proven)
{
    if (proven)
        return SuspectState::Confirmed;
    if (!suspect.follows.empty()) // it is there, and something else is why
        return SuspectState::Weakened;
    if (suspect.probability <= eliminatedShare * suspect.prior && isStruckOut(suspect.reasons))
        return SuspectState::Eliminated;
    return suspect.probability <= weakenedShare * suspect.prior ? SuspectState::Weakened
                                                                : SuspectState::Suspect;
}

void sortReasons(Suspect& suspect)
{
    const bool againstFirst = suspect.state == SuspectState::Eliminated;
    std::ranges::sort(suspect.reasons, {}, [againstFirst](const Reason& r) {
        return std::tuple(againstFirst && r.weight > 0, -std::abs(r.weight), r.question);
    });
}
} // namespace

std::vector<Suspect> board(const Lineup& lineup, const std::vector<double>& probabilities,
                           const std::vector<Weighing>& weighings, const Proofs& proofs)
{
    std::vector<Suspect> suspects;
    for (std::size_t i = 0; i < lineup.causes.size(); ++i) {
        suspects.push_back({lineup.causes[i],
                            lineup.priors[i],
                            probabilities[i],
                            {},
                            reasonsFor(i, weighings, lineup),
                            proofs.follows[i]});
        suspects.back().state = stateOf(suspects.back(), proofs.proven[i]);
        sortReasons(suspects.back());
    }
    std::ranges::sort(suspects, {}, [](const Suspect& s) { return std::tuple(-s.probability, s.cause); });
    return suspects;
}

} // namespace whittle
