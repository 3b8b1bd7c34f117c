// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/narrowing/scores.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

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
    for (const auto& answer : answers)
        weighings.push_back({answer, likelihoods(*answer.question, answer.yes, answer.trust, lineup)});
    return weighings;
}

std::vector<bool> provenBy(const std::vector<CheckOutcome>& outcomes, const Knowledge& knowledge,
                           const Lineup& lineup)
{
    std::vector<bool> proven(lineup.causes.size());
    for (const auto& check : knowledge.checks)
        if (check.proves && resultOf(outcomes, check.id) == CheckResult::Yes)
            for (std::size_t i = 0; i < proven.size(); ++i)
                proven[i] = proven[i] || lineup.causes[i] == check.cause;
    return proven;
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
