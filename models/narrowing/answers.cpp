// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/narrowing/answers.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace whittle
{

namespace
{
const std::string unknown = "unknown";

/// How far two numbers may be apart and still fit: what is measured to the second, and what a person
/// remembers, as a share; and two minutes for the phone to come back.
constexpr double measuredTolerance = 0.02;
constexpr double rememberedTolerance = 0.05;
constexpr double toleranceHours = 2.0 / 60;

/// One number with its origin, for the questions that compare two.
struct KnownNumber {
    double value = 0;
    bool byEvidence = false;
    double trust = 1;
};

std::string asText(bool yes)
{
    return yes ? "yes" : "no";
}

/// The parameter "hours" of the check's outcomes; the smallest, where several phones give several.
std::optional<std::string> hoursOf(const std::vector<CheckOutcome>& outcomes, const std::string& check)
{
    std::optional<std::string> smallest;
    for (const auto& outcome : outcomes) {
        const auto hours = outcome.parameters.find("hours");
        if (outcome.id != check || outcome.result != CheckResult::Yes || hours == outcome.parameters.end())
            continue;
        const auto number = numberOf(hours->second);
        if (number && (!smallest || *number < *numberOf(*smallest)))
            smallest = hours->second;
    }
    return smallest;
}

std::optional<std::string> byEvidence(const Question& question, const std::vector<CheckOutcome>& outcomes)
{
    if (question.check.empty())
        return std::nullopt;
    if (question.type == AnswerType::Number)
        return hoursOf(outcomes, question.check);
    const auto result = resultOf(outcomes, question.check);
    return result == CheckResult::NotObservable ? std::nullopt
                                                : std::optional{asText(result == CheckResult::Yes)};
}

/// Nothing when nobody answered; "unknown" for an answer that is none, and for two that contradict each
/// other.
std::optional<std::string> byPerson(const Question& question, const std::vector<Answer>& answers)
{
    std::optional<std::string> value;
    for (const auto& answer : answers) {
        if (answer.question != question.id)
            continue;
        const auto& given = isAnswer(question, answer.value) ? answer.value : unknown;
        value = !value || *value == given ? given : unknown;
    }
    return value;
}

std::optional<KnownNumber> numberFor(const Knowledge& knowledge, const KnownAnswers& known,
                                     const std::string& id)
{
    const auto counts = [&](const AnsweredQuestion& told) { return told.question == id && told.counted; };
    const auto found = std::ranges::find_if(known.told, counts);
    const auto* question = knowledge.question(id);
    if (found == known.told.end() || !question)
        return std::nullopt;
    return KnownNumber{numberOf(found->value).value_or(0), found->byEvidence,
                       found->byEvidence ? 1 : question->trust};
}

bool fitsOne(const Fits& fits, const KnownNumber& number, const KnownNumber& of)
{
    const auto share = number.byEvidence && of.byEvidence ? measuredTolerance : rememberedTolerance;
    return std::ranges::any_of(fits.multiples, [&](double multiple) {
        const auto expected = multiple * of.value;
        return std::abs(number.value - expected) <= share * expected + toleranceHours;
    });
}

void addFit(KnownAnswers& known, const Knowledge& knowledge, const Question& question)
{
    const auto number = numberFor(knowledge, known, question.fits->number);
    const auto of = numberFor(knowledge, known, question.fits->of);
    if (!number || !of)
        return;
    const bool yes = fitsOne(*question.fits, *number, *of);
    const bool measured = number->byEvidence && of->byEvidence;
    known.told.push_back({question.id, asText(yes), measured, {}});
    known.counted.push_back({&question, yes, measured, {}, number->trust * of->trust});
}

void count(KnownAnswers& known, const Question& question, const AnsweredQuestion& told)
{
    if (told.counted && question.type == AnswerType::YesNo)
        known.counted.push_back({&question, told.value == "yes", told.byEvidence, told.check,
                                 told.byEvidence ? 1 : question.trust});
}

void addAnswers(KnownAnswers& known, const Question& question, const std::vector<CheckOutcome>& outcomes,
                const std::vector<Answer>& answers)
{
    const auto shown = byEvidence(question, outcomes);
    if (shown)
        known.told.push_back({question.id, *shown, true, question.check});
    if (const auto said = byPerson(question, answers))
        known.told.push_back({question.id, *said, false, {}, !shown && *said != unknown});
    if (known.has(question.id))
        count(known, question, *std::ranges::find(known.told, question.id, &AnsweredQuestion::question));
}
} // namespace

bool KnownAnswers::has(const std::string& question) const
{
    return std::ranges::count(told, question, &AnsweredQuestion::question) > 0;
}

CheckResult resultOf(const std::vector<CheckOutcome>& outcomes, const std::string& check)
{
    auto result = CheckResult::NotObservable;
    for (const auto& outcome : outcomes)
        if (outcome.id == check && outcome.result != CheckResult::NotObservable && result != CheckResult::Yes)
            result = outcome.result;
    return result;
}

std::optional<double> numberOf(std::string_view text)
{
    double number = 0;
    const auto* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number, std::chars_format::fixed);
    if (error != std::errc{} || stop != end || !std::isfinite(number) || number <= 0)
        return std::nullopt;
    return number;
}

bool isAnswer(const Question& question, std::string_view value)
{
    if (value == unknown)
        return true;
    return question.type == AnswerType::Number ? numberOf(value).has_value()
                                               : value == "yes" || value == "no";
}

KnownAnswers knownAnswers(const Knowledge& knowledge, const Symptom& symptom,
                          const std::vector<CheckOutcome>& outcomes, const std::vector<Answer>& answers)
{
    KnownAnswers known;
    for (const bool derived : {false, true})
        for (const auto& id : symptom.questions) {
            const auto* question = knowledge.question(id);
            if (!question || question->fits.has_value() != derived)
                continue;
            if (derived)
                addFit(known, knowledge, *question);
            else
                addAnswers(known, *question, outcomes, answers);
        }
    return known;
}

} // namespace whittle
