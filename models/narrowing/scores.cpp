// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/narrowing/scores.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

namespace whittle
{

namespace
{
const std::string otherCause = "other";

/// What a single proven suspect has at least.
constexpr double provenShare = 0.97;

std::vector<double> normalised(std::vector<double> weights)
{
    const auto sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    for (auto& weight : weights)
        weight /= sum;
    return weights;
}

/// Subtracting the largest first keeps long sums of logarithms from vanishing.
std::vector<double> fromLogarithms(std::vector<double> scores)
{
    const auto largest = *std::ranges::max_element(scores);
    for (auto& score : scores)
        score = std::exp(score - largest);
    return normalised(std::move(scores));
}

double probabilityOfYes(const Question& question, const std::string& cause)
{
    const auto word = question.yes.find(cause);
    return probability(word == question.yes.end() ? Word::Even : word->second);
}

std::vector<double> logScores(const Lineup& lineup, const std::vector<Weighing>& weighings)
{
    std::vector<double> scores;
    for (std::size_t i = 0; i < lineup.priors.size(); ++i) {
        scores.push_back(std::log(lineup.priors[i]));
        for (const auto& weighing : weighings)
            scores.back() += std::log(weighing.likelihoods[i]);
    }
    return scores;
}

double bestUnproven(const std::vector<double>& scores, const std::vector<bool>& proven)
{
    auto best = -std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < scores.size(); ++i)
        if (!proven[i])
            best = std::max(best, scores[i]);
    return best;
}

void raiseProven(std::vector<double>& scores, const std::vector<bool>& proven)
{
    const auto best = bestUnproven(scores, proven);
    const auto unproven = std::ranges::count(proven, false);
    const auto lead = std::log(provenShare / (1 - provenShare) * static_cast<double>(unproven));
    for (std::size_t i = 0; i < scores.size(); ++i)
        if (proven[i])
            scores[i] = std::max(scores[i], best + lead);
}

/// How far apart an answer drives the suspects, as the logarithm of a ratio.
double spread(const Weighing& weighing)
{
    const auto [least, most] = std::ranges::minmax(weighing.likelihoods);
    return std::log(most / least);
}

/// Whether `a` counts, where both rest on the same fact.
bool goesBefore(const Weighing& a, const Weighing& b)
{
    const auto rank = [](const Weighing& w) {
        return std::tuple(!w.answer.byEvidence, -spread(w), w.answer.question->id);
    };
    return rank(a) < rank(b);
}

/// The first proven cause, by id, that explains this proven one and follows from none itself; empty: none.
std::string deepestOf(const std::string& cause, const std::set<std::string>& proven,
                      const Knowledge& knowledge)
{
    if (!proven.contains(cause))
        return {};
    for (const auto& other : proven) {
        const auto* deeper = knowledge.cause(other);
        if (!deeper || !std::ranges::count(deeper->explains, cause))
            continue;
        const auto deepest = deepestOf(other, proven, knowledge);
        return deepest.empty() ? other : deepest;
    }
    return {};
}

double chance(const std::vector<double>& probabilities, const std::vector<double>& likelihoods)
{
    return std::inner_product(probabilities.begin(), probabilities.end(), likelihoods.begin(), 0.0);
}

/// The entropy that is left on average after the questions from `first` on.
double entropyAfter(const std::vector<double>& probabilities, const std::vector<Ask>& asks, std::size_t first,
                    const Lineup& lineup)
{
    if (first == asks.size())
        return entropyBits(probabilities);
    double left = 0;
    for (const bool yes : {true, false}) {
        const auto answer = likelihoods(*asks[first].question, yes, asks[first].trust, lineup);
        left += chance(probabilities, answer)
            * entropyAfter(updated(probabilities, answer), asks, first + 1, lineup);
    }
    return left;
}
} // namespace

Lineup lineup(const Symptom& symptom)
{
    auto causes = symptom.causes;
    std::ranges::sort(causes, {}, &SymptomCause::cause);
    Lineup lineup;
    double rest = 1;
    for (const auto& cause : causes) {
        lineup.causes.push_back(cause.cause);
        lineup.priors.push_back(cause.prior);
        rest -= cause.prior;
    }
    lineup.causes.push_back(otherCause);
    lineup.priors.push_back(rest);
    return lineup;
}

std::vector<double> likelihoods(const Question& question, bool yes, double trust, const Lineup& lineup)
{
    std::vector<double> all;
    for (const auto& cause : lineup.causes) {
        const auto p = probabilityOfYes(question, cause);
        const auto right = yes ? p : 1 - p;
        all.push_back(trust * right + (1 - trust) * (1 - right));
    }
    return all;
}

std::vector<Weighing> weigh(const std::vector<KnownAnswer>& answers, const Lineup& lineup)
{
    std::vector<Weighing> weighings;
    std::map<std::string, std::size_t> ofFact;
    for (const auto& answer : answers) {
        Weighing weighing{answer, likelihoods(*answer.question, answer.yes, answer.trust, lineup)};
        const auto& fact = answer.question->fact;
        const auto [known, isNew] = ofFact.try_emplace(fact, weighings.size());
        if (fact.empty() || isNew)
            weighings.push_back(std::move(weighing));
        else if (goesBefore(weighing, weighings[known->second]))
            weighings[known->second] = std::move(weighing);
    }
    return weighings;
}

Proofs proofsIn(const std::vector<CheckOutcome>& outcomes, const Knowledge& knowledge, const Lineup& lineup)
{
    std::set<std::string> proven;
    for (const auto& check : knowledge.checks)
        if (check.proves && resultOf(outcomes, check.id) == CheckResult::Yes)
            proven.insert(check.cause);
    Proofs proofs;
    for (const auto& cause : lineup.causes) {
        proofs.follows.push_back(deepestOf(cause, proven, knowledge));
        proofs.proven.push_back(proven.contains(cause) && proofs.follows.back().empty());
    }
    return proofs;
}

std::vector<double> posterior(const Lineup& lineup, const std::vector<Weighing>& weighings,
                              const std::vector<bool>& proven)
{
    auto scores = logScores(lineup, weighings);
    if (std::ranges::count(proven, true) > 0)
        raiseProven(scores, proven);
    return fromLogarithms(std::move(scores));
}

double entropyBits(const std::vector<double>& probabilities)
{
    double bits = 0;
    for (const auto p : probabilities)
        if (p > 0)
            bits -= p * std::log2(p);
    return bits;
}

std::vector<double> updated(const std::vector<double>& probabilities, const std::vector<double>& likelihoods)
{
    auto weights = probabilities;
    for (std::size_t i = 0; i < weights.size(); ++i)
        weights[i] *= likelihoods[i];
    return normalised(std::move(weights));
}

double expectedGain(const std::vector<double>& probabilities, const std::vector<Ask>& asks,
                    const Lineup& lineup)
{
    return entropyBits(probabilities) - entropyAfter(probabilities, asks, 0, lineup);
}

} // namespace whittle
