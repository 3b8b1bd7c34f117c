// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/narrowing/nextstep.h"

#include <algorithm>
#include <tuple>

namespace whittle
{

namespace
{
/// A question that is expected to bring less than this is not worth a person's time.
constexpr double leastGainBits = 0.02;

/// A suspect that keeps less than this share of what it has is ruled out by that answer, if the answer is
/// right.
constexpr double ruledOutShare = 0.25;

/// Suspects that hardly anybody suspects any more are not worth naming.
constexpr double worthNaming = 0.01;

bool answeredYes(const KnownAnswers& known, const std::string& question)
{
    return std::ranges::any_of(known.told, [&](const AnsweredQuestion& told) {
        return told.question == question && told.counted && told.value == "yes";
    });
}

/// What evidence knows already a person need not be asked in other words.
bool isKnownFact(const Standing& standing, const Question& question)
{
    return !question.fact.empty()
        && std::ranges::any_of(standing.known.counted, [&](const KnownAnswer& known) {
               return known.byEvidence && known.question->fact == question.fact;
           });
}

bool isOpen(const Standing& standing, const Question& question)
{
    return question.askPerson && !standing.known.has(question.id) && !isKnownFact(standing, question)
        && (question.follows.empty() || answeredYes(standing.known, question.follows));
}

std::vector<std::string> ruledOut(const Standing& standing, const Question& question, bool yes)
{
    const auto& now = standing.probabilities;
    const auto then = updated(now, likelihoods(question, yes, 1, standing.lineup));
    std::vector<std::pair<double, std::string>> out;
    for (std::size_t i = 0; i < now.size(); ++i)
        if (now[i] >= worthNaming && then[i] < ruledOutShare * now[i])
            out.emplace_back(-now[i], standing.lineup.causes[i]);
    std::ranges::sort(out);
    std::vector<std::string> causes;
    for (auto& [negative, cause] : out)
        causes.push_back(std::move(cause));
    return causes;
}

NextQuestion yesNo(const Standing& standing, const Question& question)
{
    return {question.id,
            expectedGain(standing.probabilities, {{&question, question.trust}}, standing.lineup),
            question.minutes,
            {{"yes", ruledOut(standing, question, true)}, {"no", ruledOut(standing, question, false)}}};
}

/// What one of the two numbers of `fit` brings: its share, by minutes, of what knowing both brings. Nothing
/// when the other one cannot be had.
double numberGain(const Standing& standing, const Question& number, const Question& fit)
{
    const auto& knowledge = standing.knowledge;
    const auto* other = knowledge.question(fit.fits->number == number.id ? fit.fits->of : fit.fits->number);
    const auto& told = standing.known.told;
    const auto known = other ? std::ranges::find(told, other->id, &AnsweredQuestion::question) : told.end();
    if (!other || (known == told.end() && !isOpen(standing, *other))
        || (known != told.end() && !known->counted))
        return 0;
    const int minutes = number.minutes + (known == told.end() ? other->minutes : 0);
    const double trust = number.trust * (known != told.end() && known->byEvidence ? 1 : other->trust);
    return expectedGain(standing.probabilities, {{&fit, trust}}, standing.lineup) * number.minutes / minutes;
}

NextQuestion aboutNumber(const Standing& standing, const Question& question)
{
    NextQuestion next{question.id, 0, question.minutes, {}};
    for (const auto& id : standing.symptom.questions) {
        const auto* fit = standing.knowledge.question(id);
        if (fit && fit->fits && (fit->fits->number == question.id || fit->fits->of == question.id))
            next.gainBits = std::max(next.gainBits, numberGain(standing, question, *fit));
    }
    return next;
}
} // namespace

std::vector<NextQuestion> nextQuestions(const Standing& standing)
{
    std::vector<NextQuestion> next;
    for (const auto& id : standing.symptom.questions) {
        const auto* question = standing.knowledge.question(id);
        if (question && isOpen(standing, *question))
            next.push_back(question->type == AnswerType::Number ? aboutNumber(standing, *question)
                                                                : yesNo(standing, *question));
    }
    std::erase_if(next, [](const NextQuestion& n) { return n.gainBits < leastGainBits; });
    std::ranges::sort(next, {},
                      [](const NextQuestion& n) { return std::tuple(-n.gainBits / n.minutes, n.question); });
    return next;
}

} // namespace whittle
