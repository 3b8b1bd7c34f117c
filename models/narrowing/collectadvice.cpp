// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/narrowing/nextstep.h"

#include <algorithm>
#include <tuple>

namespace whittle
{

namespace
{
/// Collecting is work: less than this is not worth starting.
constexpr double leastGainBits = 0.05;

/// What could have told already, and did not, rarely tells more when there is more of it.
constexpr double shareOfMore = 0.2;

/// The joint gain of n questions takes 2^n steps; beyond the best eight there is next to nothing to gain.
constexpr std::size_t mostQuestions = 8;

bool contains(const std::vector<std::string>& list, const std::string& id)
{
    return std::ranges::count(list, id) > 0;
}

/// Checks that ran and saw nothing say themselves what they need; for the others the table says who could
/// answer them.
bool canAnswer(const Standing& standing, const Collectable& collectable, const Question& question)
{
    bool needed = false, stated = false;
    for (const auto& outcome : standing.outcomes)
        if (outcome.id == question.check && !outcome.needs.empty()) {
            stated = true;
            needed = needed || contains(outcome.needs, collectable.id);
        }
    return stated
        ? needed
        : contains(collectable.answers, question.check) || contains(collectable.answers, question.id);
}

bool isOpen(const Standing& standing, const Question& question)
{
    return !question.check.empty() && question.type == AnswerType::YesNo
        && std::ranges::none_of(standing.known.counted,
                                [&](const KnownAnswer& k) { return k.question == &question; });
}

std::vector<const Question*> openQuestions(const Standing& standing, const Collectable& collectable)
{
    std::vector<const Question*> open;
    for (const auto& id : standing.symptom.questions) {
        const auto* question = standing.knowledge.question(id);
        if (question && isOpen(standing, *question) && canAnswer(standing, collectable, *question))
            open.push_back(question);
    }
    return open;
}

double gain(const Standing& standing, const Question& question)
{
    return expectedGain(standing.probabilities, {{&question, 1}}, standing.lineup);
}

std::vector<Ask> bestOf(const Standing& standing, std::vector<const Question*> questions)
{
    std::ranges::sort(questions, {}, [&](const auto* q) { return std::tuple(-gain(standing, *q), q->id); });
    std::vector<Ask> asks;
    for (const auto* question : questions)
        if (asks.size() < mostQuestions)
            asks.push_back({question, 1});
    return asks;
}

CollectAdvice adviceFor(const Standing& standing, const Collectable& collectable)
{
    CollectAdvice advice{collectable.id, 0, {}};
    const auto asks = bestOf(standing, openQuestions(standing, collectable));
    for (const auto& ask : asks)
        advice.questions.push_back(ask.question->id);
    advice.gainBits = expectedGain(standing.probabilities, asks, standing.lineup);
    return advice;
}
} // namespace

std::vector<CollectAdvice> collectAdvice(const Standing& standing)
{
    std::vector<std::tuple<double, std::string, CollectAdvice>> advice;
    for (const auto& collectable : standing.knowledge.collect) {
        auto one = adviceFor(standing, collectable);
        const double share = standing.collected.contains(collectable.id) ? shareOfMore : 1;
        if (one.gainBits >= leastGainBits)
            advice.emplace_back(-share * one.gainBits / collectable.minutes, collectable.id, std::move(one));
    }
    std::ranges::sort(advice, {}, [](const auto& a) { return std::tuple(std::get<0>(a), std::get<1>(a)); });
    std::vector<CollectAdvice> sorted;
    for (auto& [rate, id, one] : advice)
        sorted.push_back(std::move(one));
    return sorted;
}

} // namespace whittle
