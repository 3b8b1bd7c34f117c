// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/narrowing/references.h"

#include <algorithm>
#include <set>

#include "models/narrowing/wording.h"

namespace whittle
{

namespace
{
using Mistake = std::optional<Error>;

/// Small enough that `other` never vanishes: what nobody thought of stays possible.
constexpr double leastOther = 0.01;

std::string at(std::string_view list, std::size_t index, std::string_view member)
{
    return '/' + std::string(list) + '/' + std::to_string(index) + '/' + std::string(member);
}

Error mistake(std::string file, std::string place, std::string reason, std::string remedy = {})
{
    return Error{ErrorCode::Malformed, std::move(reason), std::move(file), std::move(place),
                 std::move(remedy)};
}

bool isId(std::string_view id)
{
    return std::ranges::all_of(id, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
    });
}

template <typename Row>
Mistake checkIds(const std::vector<Row>& rows, const std::string& list)
{
    std::set<std::string> seen;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!isId(rows[i].id))
            return mistake(list + ".json", at(list, i, "id"),
                           "may have lower-case letters, digits, '-', '.' and '_' only");
        if (!seen.insert(rows[i].id).second)
            return mistake(list + ".json", at(list, i, "id"), "\"" + rows[i].id + "\" is there twice");
    }
    return {};
}

/// Whether a cause comes back to itself through what it explains.
bool explainsItself(const Knowledge& knowledge, const Cause& cause)
{
    std::set<std::string> seen;
    std::vector<std::string> open = cause.explains;
    while (!open.empty()) {
        const std::string id = std::move(open.back());
        open.pop_back();
        if (id == cause.id)
            return true;
        const auto* next = seen.insert(id).second ? knowledge.cause(id) : nullptr;
        if (next)
            open.insert(open.end(), next->explains.begin(), next->explains.end());
    }
    return false;
}

Mistake checkExplains(const Knowledge& knowledge, const Cause& cause, std::size_t index)
{
    for (const auto& id : cause.explains)
        if (!knowledge.cause(id))
            return mistake("causes.json", at("causes", index, "explains"),
                           "there is no cause \"" + id + "\"");
    if (explainsItself(knowledge, cause))
        return mistake("causes.json", at("causes", index, "explains"), "leads back to \"" + cause.id + "\"");
    return {};
}

Mistake checkWords(const Knowledge& knowledge, const Question& question, std::size_t index)
{
    for (const auto& [cause, word] : question.yes)
        if (!knowledge.cause(cause))
            return mistake("questions.json", at("questions", index, "yes/" + cause),
                           "there is no cause \"" + cause + "\"");
    return {};
}

Mistake checkFits(const Knowledge& knowledge, const Question& question, std::size_t index)
{
    for (const auto& [member, id] :
         {std::pair{"number", question.fits->number}, std::pair{"of", question.fits->of}}) {
        const auto* number = knowledge.question(id);
        if (!number || number->type != AnswerType::Number)
            return mistake("questions.json", at("questions", index, std::string("fits/") + member),
                           "there is no number question \"" + id + "\"");
    }
    return {};
}

Mistake checkQuestion(const Knowledge& knowledge, const Question& question, std::size_t index)
{
    if (!question.check.empty() && !knowledge.check(question.check))
        return mistake("questions.json", at("questions", index, "check"),
                       "there is no check \"" + question.check + "\"");
    if (!question.follows.empty() && !knowledge.question(question.follows))
        return mistake("questions.json", at("questions", index, "follows"),
                       "there is no question \"" + question.follows + "\"");
    if (question.askPerson && question.how.empty())
        return mistake("questions.json", at("questions", index, "how"), "is missing",
                       "say how a person finds out, or set ask_person to false");
    if (question.fits)
        if (auto wrong = checkFits(knowledge, question, index))
            return wrong;
    return checkWords(knowledge, question, index);
}

bool proves(const Question& question, const CheckText& check)
{
    const auto word = question.yes.find(check.cause);
    return question.check == check.id && word != question.yes.end() && word->second == Word::Always;
}

/// A proof is also an answer in the table: otherwise the others would not be struck out by it.
bool hasProofOf(const Knowledge& knowledge, const Symptom& symptom, const CheckText& check)
{
    return std::ranges::any_of(symptom.questions, [&](const std::string& id) {
        const auto* question = knowledge.question(id);
        return question && proves(*question, check);
    });
}

/// Symptoms and refinements are checked alike: the same struct, in two files.
struct Row {
    std::string list; ///< "symptoms"
    std::size_t index = 0;

    Error mistake(std::string_view member, std::string reason, std::string remedy = {}) const
    {
        return ::whittle::mistake(list + ".json", at(list, index, member), std::move(reason),
                                  std::move(remedy));
    }
};

Mistake checkProofs(const Knowledge& knowledge, const Symptom& symptom, const Row& row)
{
    for (const auto& check : knowledge.checks)
        if (check.proves && std::ranges::count(symptom.causes, check.cause, &SymptomCause::cause)
            && !hasProofOf(knowledge, symptom, check))
            return row.mistake("questions",
                               "check \"" + check.id + "\" proves " + check.cause
                                   + ", but no question here says so",
                               "list a question with that check and \"always\" for the cause");
    return {};
}

Mistake checkPriors(const Symptom& symptom, const Row& row)
{
    double sum = 0;
    for (const auto& cause : symptom.causes)
        sum += cause.prior;
    if (symptom.causes.empty() || sum <= 1 - leastOther)
        return {};
    return row.mistake("causes", "the priors leave nothing for other causes", "let them sum to 0.99 or less");
}

Mistake checkSymptomCauses(const Knowledge& knowledge, const Symptom& symptom, const Row& row)
{
    std::set<std::string> seen;
    for (std::size_t i = 0; i < symptom.causes.size(); ++i) {
        const auto& id = symptom.causes[i].cause;
        const auto place = "causes/" + std::to_string(i) + "/cause";
        if (!knowledge.cause(id))
            return row.mistake(place, "there is no cause \"" + id + "\"");
        if (!seen.insert(id).second)
            return row.mistake(place, "\"" + id + "\" is there twice");
    }
    return checkPriors(symptom, row);
}

Mistake checkSymptomQuestions(const Knowledge& knowledge, const Symptom& symptom, const Row& row)
{
    std::set<std::string> seen;
    for (std::size_t i = 0; i < symptom.questions.size(); ++i) {
        const auto place = "questions/" + std::to_string(i);
        if (!knowledge.question(symptom.questions[i]))
            return row.mistake(place, "there is no question \"" + symptom.questions[i] + "\"");
        if (!seen.insert(symptom.questions[i]).second)
            return row.mistake(place, "\"" + symptom.questions[i] + "\" is there twice");
    }
    return checkProofs(knowledge, symptom, row);
}

Mistake checkTable(const Knowledge& knowledge, const Symptom& symptom, const Row& row)
{
    if (auto wrong = checkSymptomCauses(knowledge, symptom, row))
        return wrong;
    return checkSymptomQuestions(knowledge, symptom, row);
}

Mistake checkSymptom(const Knowledge& knowledge, const Symptom& symptom, std::size_t index)
{
    const Row row{"symptoms", index};
    if (symptom.covered == symptom.causes.empty())
        return row.mistake("covered", "must be true exactly when there are causes");
    if (!symptom.sufferCheck.empty() && !knowledge.check(symptom.sufferCheck))
        return row.mistake("suffer_check", "there is no check \"" + symptom.sufferCheck + "\"");
    return checkTable(knowledge, symptom, row);
}

/// Its causes are variants of the one that it refines, and their ids say so.
Mistake checkRefinement(const Knowledge& knowledge, const Symptom& refinement, std::size_t index)
{
    const Row row{"refinements", index};
    if (!knowledge.cause(refinement.id))
        return row.mistake("refines", "there is no cause \"" + refinement.id + "\"");
    if (knowledge.refinementOf(refinement.id) != &refinement)
        return row.mistake("refines", "\"" + refinement.id + "\" is there twice");
    if (refinement.causes.empty())
        return row.mistake("causes", "must not be empty");
    for (std::size_t i = 0; i < refinement.causes.size(); ++i)
        if (!refinement.causes[i].cause.starts_with(refinement.id + '.'))
            return row.mistake("causes/" + std::to_string(i) + "/cause",
                               "must begin with \"" + refinement.id + ".\"");
    return checkTable(knowledge, refinement, row);
}

Mistake checkPlaceholders(const CheckText& check, std::size_t index)
{
    const std::pair<const char*, const std::string*> texts[]{{"title", &check.title},
                                                             {"explanation", &check.explanation},
                                                             {"would_refute", &check.wouldRefute},
                                                             {"next_step", &check.nextStep},
                                                             {"clears", &check.clears}};
    for (const auto& [member, text] : texts)
        for (const auto& name : placeholders(*text))
            if (!std::ranges::count(check.parameters, name))
                return mistake("checks.json", at("checks", index, member),
                               "{" + name + "} is not among its parameters",
                               "correct its spelling, or add it to parameters");
    return {};
}

Mistake checkCheck(const Knowledge& knowledge, const CheckText& check, std::size_t index)
{
    static const std::set<std::string> severities{"info", "warning", "error"};
    if (!severities.contains(check.severity))
        return mistake("checks.json", at("checks", index, "severity"), "must be info, warning or error");
    if (!check.cause.empty() && !knowledge.cause(check.cause))
        return mistake("checks.json", at("checks", index, "cause"),
                       "there is no cause \"" + check.cause + "\"");
    if (check.proves && check.cause.empty())
        return mistake("checks.json", at("checks", index, "proves"), "needs a cause that it proves");
    return checkPlaceholders(check, index);
}

Mistake checkCollectable(const Knowledge& knowledge, const Collectable& collectable, std::size_t index)
{
    for (std::size_t i = 0; i < collectable.answers.size(); ++i)
        if (!knowledge.check(collectable.answers[i]) && !knowledge.question(collectable.answers[i]))
            return mistake("collect.json", at("collect", index, "answers/" + std::to_string(i)),
                           "there is no check or question \"" + collectable.answers[i] + "\"");
    return {};
}

bool isArgument(const std::string& name)
{
    return name.size() == 1 && name[0] >= '0' && name[0] <= '9';
}

Mistake checkMessages(const Knowledge& knowledge)
{
    for (const auto& [id, text] : knowledge.messages)
        if (!std::ranges::all_of(placeholders(text), isArgument))
            return mistake("messages.json", "/messages/" + id, "may have {0} to {9} only");
    for (std::size_t i = 0; i < knowledge.phrases.size(); ++i)
        if (!std::ranges::all_of(placeholders(knowledge.phrases[i]), isArgument))
            return mistake("messages.json", "/phrases/" + std::to_string(i), "may have {0} to {9} only");
    return {};
}

template <typename Row>
Mistake checkEach(const Knowledge& knowledge, const std::vector<Row>& rows,
                  Mistake (*check)(const Knowledge&, const Row&, std::size_t))
{
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (auto wrong = check(knowledge, rows[i], i))
            return wrong;
    return {};
}

Mistake checkAllIds(const Knowledge& knowledge)
{
    for (const auto& wrong :
         {checkIds(knowledge.causes, "causes"), checkIds(knowledge.questions, "questions"),
          checkIds(knowledge.symptoms, "symptoms"), checkIds(knowledge.checks, "checks"),
          checkIds(knowledge.collect, "collect")})
        if (wrong)
            return wrong;
    return {};
}
} // namespace

std::optional<Error> checkReferences(const Knowledge& knowledge)
{
    for (const auto& wrong :
         {checkAllIds(knowledge), checkEach(knowledge, knowledge.causes, checkExplains),
          checkEach(knowledge, knowledge.checks, checkCheck),
          checkEach(knowledge, knowledge.questions, checkQuestion),
          checkEach(knowledge, knowledge.symptoms, checkSymptom),
          checkEach(knowledge, knowledge.refinements, checkRefinement),
          checkEach(knowledge, knowledge.collect, checkCollectable), checkMessages(knowledge)})
        if (wrong)
            return wrong;
    return {};
}

} // namespace whittle
