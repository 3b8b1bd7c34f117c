// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/narrowing/knowledge.h"

#include <algorithm>

#include "models/narrowing/jsonfile.h"
#include "models/narrowing/references.h"

namespace whittle
{

namespace
{
constexpr double schema = 1;
constexpr int mostMinutes = 24 * 60;

Cause readCause(JsonObject& object)
{
    Cause cause;
    cause.id = object.text("id");
    cause.component = object.text("component");
    cause.title = object.text("title");
    cause.explanation = object.text("explanation");
    cause.nextStep = object.text("next_step");
    cause.explains = object.texts("explains");
    return cause;
}

AnswerType readType(JsonObject& object)
{
    const auto type = object.optionalText("type");
    if (!type.empty() && type != "yes-no" && type != "number")
        object.report("type", "must be yes-no or number");
    return type == "number" ? AnswerType::Number : AnswerType::YesNo;
}

std::map<std::string, Word> readWords(JsonObject& object)
{
    std::map<std::string, Word> words;
    for (const auto& [cause, text] : object.textsByKey("yes")) {
        const auto word = wordFromText(text);
        if (!word)
            object.report("yes/" + cause, "\"" + text + "\" is none of the seven words",
                          "use never, rarely, sometimes, even, often, usually or always");
        words.emplace(cause, word.value_or(Word::Even));
    }
    return words;
}

std::optional<Fits> readFits(JsonObject& object)
{
    auto fits = object.optionalObject("fits");
    if (!fits)
        return std::nullopt;
    Fits read{fits->text("number"), fits->text("of"), fits->numbers("multiples")};
    fits->refuseOtherMembers();
    return read;
}

Question readQuestion(JsonObject& object)
{
    Question question;
    question.id = object.text("id");
    question.text = object.text("text");
    question.why = object.text("why");
    question.how = object.optionalText("how");
    question.minutes = static_cast<int>(object.numberOr("minutes", question.minutes, 1, mostMinutes));
    question.type = readType(object);
    question.askPerson = object.flagOr("ask_person", question.askPerson);
    question.check = object.optionalText("check");
    question.follows = object.optionalText("follows");
    question.fits = readFits(object);
    question.fact = object.optionalText("fact");
    question.trust = object.numberOr("trust", question.trust, 0.5, 1);
    question.yes = readWords(object);
    return question;
}

std::vector<SymptomCause> readSymptomCauses(JsonObject& object)
{
    std::vector<SymptomCause> causes;
    for (auto& row : object.objects("causes")) {
        causes.push_back({row.text("cause"), row.number("prior", 0.001, 1)});
        row.refuseOtherMembers();
    }
    return causes;
}

Symptom readSymptom(JsonObject& object)
{
    Symptom symptom;
    symptom.id = object.text("id");
    symptom.title = object.text("title");
    symptom.words = object.text("words");
    symptom.covered = object.flagOr("covered", symptom.covered);
    symptom.sufferCheck = object.optionalText("suffer_check");
    symptom.causes = readSymptomCauses(object);
    symptom.questions = object.texts("questions");
    return symptom;
}

Symptom readRefinement(JsonObject& object)
{
    Symptom refinement;
    refinement.id = object.text("refines");
    refinement.title = object.text("title");
    refinement.covered = true;
    refinement.causes = readSymptomCauses(object);
    refinement.questions = object.texts("questions");
    return refinement;
}

CheckText readCheck(JsonObject& object)
{
    CheckText check;
    check.id = object.text("id");
    check.question = object.text("question");
    check.severity = object.text("severity");
    check.cause = object.optionalText("cause");
    check.finding = object.flagOr("finding", check.finding);
    check.proves = object.flagOr("proves", check.proves);
    check.parameters = object.texts("parameters");
    check.title = object.text("title");
    check.explanation = object.text("explanation");
    check.wouldRefute = object.text("would_refute");
    check.nextStep = object.text("next_step");
    check.clears = object.optionalText("clears");
    return check;
}

Collectable readCollectable(JsonObject& object)
{
    Collectable collectable;
    collectable.id = object.text("id");
    collectable.what = object.text("what");
    collectable.how = object.text("how");
    collectable.why = object.text("why");
    collectable.minutes = static_cast<int>(object.numberOr("minutes", collectable.minutes, 1, mostMinutes));
    collectable.answers = object.texts("answers");
    return collectable;
}

/// The seven files one after the other; after the first mistake nothing more is read.
class Reader
{
public:
    explicit Reader(const KnowledgeFiles& files)
        : m_files(files)
    {
    }

    template <typename Row>
    void rows(const std::string& list, std::vector<Row>& rows, Row (*readRow)(JsonObject&))
    {
        file(list, [&](JsonObject& root) {
            for (auto& object : root.objects(list)) {
                rows.push_back(readRow(object));
                object.refuseOtherMembers();
            }
        });
    }

    void messages(Knowledge& knowledge)
    {
        file("messages", [&](JsonObject& root) {
            knowledge.messages = root.textsByKey("messages");
            knowledge.phrases = root.texts("phrases");
        });
    }

    const std::optional<Error>& error() const { return m_error; }

private:
    template <typename ReadRoot>
    void file(const std::string& list, const ReadRoot& readRoot)
    {
        const auto json = open(list + ".json");
        if (!json)
            return;
        FileMistake mistake(list + ".json");
        JsonObject root(*json, {}, mistake);
        root.number("schema", schema, schema);
        readRoot(root);
        root.refuseOtherMembers();
        m_error = mistake.error();
    }

    std::optional<nlohmann::json> open(const std::string& name)
    {
        if (m_error)
            return std::nullopt;
        const auto found = m_files.find(name);
        if (found == m_files.end()) {
            m_error = Error{ErrorCode::NotFound, "the file is missing", name};
            return std::nullopt;
        }
        auto json = parseJson(name, found->second);
        if (json)
            return std::move(json.value());
        m_error = json.error();
        return std::nullopt;
    }

    const KnowledgeFiles& m_files;
    std::optional<Error> m_error;
};

void tieChecksToQuestions(Knowledge& knowledge)
{
    for (auto& question : knowledge.questions)
        if (question.check.empty() && knowledge.check(question.id))
            question.check = question.id;
}
} // namespace

Result<Knowledge> loadKnowledge(const KnowledgeFiles& files)
{
    Knowledge knowledge;
    Reader reader(files);
    reader.rows("causes", knowledge.causes, readCause);
    reader.rows("questions", knowledge.questions, readQuestion);
    reader.rows("symptoms", knowledge.symptoms, readSymptom);
    reader.rows("refinements", knowledge.refinements, readRefinement);
    reader.rows("checks", knowledge.checks, readCheck);
    reader.rows("collect", knowledge.collect, readCollectable);
    reader.messages(knowledge);
    if (reader.error())
        return *reader.error();
    tieChecksToQuestions(knowledge);
    if (auto wrong = checkReferences(knowledge))
        return *wrong;
    return knowledge;
}

} // namespace whittle
