// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>

#include "models/narrowing/diagnosis.h"

namespace whittle::test
{

struct Table {
    Knowledge knowledge;
    Symptom symptom;
};

/// Two causes, a strong question each way and numbers: small enough to work out by hand.
inline Table handmade()
{
    Table table;
    table.symptom = {"s",
                     {},
                     {},
                     true,
                     "suffering",
                     {{"a", 0.5}, {"b", 0.4}},
                     {"only-a", "only-b", "period", "base", "fits"}};
    Question onlyA{"only-a", {}, {}, {}, 2, AnswerType::YesNo, true, "check-a", {}, {}, 0.9, {}};
    onlyA.yes = {{"a", Word::Always}, {"b", Word::Never}};
    Question onlyB{"only-b", {}, {}, {}, 3, AnswerType::YesNo, true, "check-b", {}, {}, 0.9, {}};
    onlyB.yes = {{"a", Word::Never}, {"b", Word::Always}};
    Question period{"period", {}, {}, {}, 3, AnswerType::Number, true, "check-period", {}, {}, 0.9, {}};
    Question base{"base", {}, {}, {}, 1, AnswerType::Number, true, "check-base", {}, {}, 0.9, {}};
    Question fits{"fits", {}, {}, {}, 1, AnswerType::YesNo, false, {}, {}, Fits{"period", "base", {0.5, 1}},
                  0.95,   {}};
    fits.yes = {{"a", Word::Always}, {"b", Word::Rarely}};
    table.knowledge.questions = {onlyA, onlyB, period, base, fits};
    CheckText a, b;
    a.id = "check-a", a.cause = "a", a.proves = true, a.severity = "error";
    b.id = "check-b", b.cause = "b", b.proves = true, b.severity = "warning";
    table.knowledge.checks = {a, b};
    return table;
}

inline CheckOutcome outcome(std::string id, CheckResult result,
                            std::map<std::string, std::string> parameters = {})
{
    return {std::move(id), result, {}, {}, {}, {}, {}, std::move(parameters)};
}

inline Diagnosis judge(const Table& table, const std::vector<CheckOutcome>& outcomes,
                       const std::vector<Answer>& answers)
{
    return diagnose(table.knowledge, table.symptom, outcomes, answers);
}

/// Null when it is not answered in that way.
inline const AnsweredQuestion* answered(const Diagnosis& diagnosis, const std::string& question,
                                        bool byEvidence)
{
    for (const auto& told : diagnosis.answered)
        if (told.question == question && told.byEvidence == byEvidence)
            return &told;
    return nullptr;
}
inline const Suspect& suspect(const Diagnosis& diagnosis, const std::string& cause)
{
    return *std::ranges::find(diagnosis.suspects, cause, &Suspect::cause);
}

/// In bits.
inline double entropy(const Diagnosis& diagnosis)
{
    double bits = 0;
    for (const auto& s : diagnosis.suspects)
        bits -= s.probability * std::log2(s.probability);
    return bits;
}

/// P(answer | cause) when the answer is right with probability `trust`.
inline double chanceOf(const Question& question, const std::string& cause, bool yes, double trust)
{
    const auto word = question.yes.find(cause);
    const double p = word == question.yes.end() ? 0.5 : probability(word->second);
    return yes ? trust * p + (1 - trust) * (1 - p) : trust * (1 - p) + (1 - trust) * p;
}

} // namespace whittle::test
