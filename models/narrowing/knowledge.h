// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/base/result.h"

namespace whittle
{

/// How often a cause makes the answer to a question "yes", in words that an author can write and a reader can
/// check.
enum class Word { Never, Rarely, Sometimes, Even, Often, Usually, Always };
std::optional<Word> wordFromText(std::string_view text);
std::string_view toText(Word word);
/// P(yes | cause) as the engine takes the word: never 0.002, rarely 0.08, sometimes 0.25, even 0.5, often
/// 0.75, usually 0.92, always 0.998. The ends are not 0 and 1, so that one wrong answer can never strike a
/// suspect out for good.
double probability(Word word);

/// What may be wrong.
struct Cause {
    std::string id; ///< "dhcp.nak"
    std::string component; ///< "DHCP"
    std::string title; ///< "DHCP server refuses the renewal"
    std::string explanation;
    std::string nextStep; ///< what to do when it is this one: a command or a menu
    /// Causes that follow from this one: where both are proven, they are shown as its consequences.
    std::vector<std::string> explains{};
};

enum class AnswerType { YesNo, Number };

/// A yes/no question that two numbers answer: is the one about a multiple of the other? It is never asked.
struct Fits {
    std::string number; ///< id of a number question: "period-hours"
    std::string of; ///< id of a number question: "lease-hours"
    std::vector<double> multiples; ///< 0.5, 1, 1.5
};

/// A question to the evidence, to a person, or to either.
struct Question {
    std::string id; ///< "phone-reboots"
    std::string text;
    std::string why; ///< why it is asked
    std::string how; ///< how to find out: the exact command or menu
    int minutes = 1; ///< what it costs a person to find out
    AnswerType type = AnswerType::YesNo;
    bool askPerson = true; ///< false: only evidence, or numbers (`fits`), can answer it
    /// The check that can answer it; empty: none. The loader fills in a check of the question's own id. For a
    /// number it is the parameter "hours" of the check's outcome that answers.
    std::string check;
    std::string
        follows; ///< a question that must have been answered yes before this one is asked; empty: none
    std::optional<Fits> fits;
    /// Share of people who answer it rightly, 0.5 … 1 (a firewall that nobody knows of is answered wrongly
    /// often).
    double trust = 0.95;
    /// P(yes | cause); causes that are not named: Even, which says nothing.
    std::map<std::string, Word> yes;
    /// What the answer rests on: of several questions with the same fact only one answer counts. Empty: on
    /// nothing that another one rests on.
    std::string fact{};
};

struct SymptomCause {
    std::string cause;
    double prior = 0; ///< what those of a symptom leave to 1 is the prior of `other`, which is not listed
};

/// What people say is wrong.
struct Symptom {
    std::string id; ///< "phone-resets"
    std::string title; ///< "Phones reset or re-register"
    std::string words; ///< in the words people use: "My phone restarts by itself"
    bool covered = false; ///< false: known by name only, there is nothing to narrow with yet
    /// The check whose "no" (parameters `suffering` = 0, `of` > 0) shows that nothing suffers; empty: none.
    std::string sufferCheck;
    std::vector<SymptomCause> causes;
    std::vector<std::string> questions;
};

/// How an outcome of a check is told, when it says yes (a finding) and when it clears something.
struct CheckText {
    std::string id;
    std::string question; ///< the question that the check answers, as text
    std::string severity; ///< "info", "warning", "error" of the finding
    std::string cause; ///< the cause it points to; empty for an observation
    bool finding =
        true; ///< false: a yes is only an observation, which answers questions and is not told as a finding
    bool proves = false; ///< yes proves the cause by itself
    std::vector<std::string> parameters; ///< those that the outcome carries; the texts use no others
    std::string title; ///< with {parameter}s
    std::string explanation;
    std::string wouldRefute;
    std::string nextStep;
    std::string clears; ///< what a "no" is told as, with {parameter}s; empty: a no is not worth telling
};

/// Evidence that could be collected.
struct Collectable {
    std::string id; ///< an id of the interfaces' `collect.source`: "phone_side", "cucm-trace", …
    std::string what;
    std::string how; ///< the exact command or menu
    std::string why;
    int minutes = 10;
    std::vector<std::string> answers; ///< ids of the checks and questions that it could answer
};

/// Everything that is data and not code: resources/knowledge. Immutable once loaded. All texts are English; a
/// user interface translates them in context "knowledge".
struct Knowledge {
    std::vector<Cause> causes;
    std::vector<Question> questions;
    std::vector<Symptom> symptoms;
    /// Why a cause that is found is so: each a symptom of its own, whose id is the id of the cause that it
    /// refines.
    std::vector<Symptom> refinements;
    std::vector<CheckText> checks;
    std::vector<Collectable> collect;
    std::map<std::string, std::string> messages; ///< Problem::id → text with {0}, {1}, …
    /// What the rooms that know no language say in sentences of their own (why a file has its format, why it
    /// cannot be read), with {0}, {1} … where it varies. Of several that fit, the first holds.
    std::vector<std::string> phrases;

    const Cause* cause(std::string_view id) const;
    const Question* question(std::string_view id) const;
    const Symptom* symptom(std::string_view id) const;
    const Symptom* refinementOf(std::string_view cause) const;
    const CheckText* check(std::string_view id) const;
    const Collectable* collectable(std::string_view id) const;
};

/// File name ("causes.json") → content.
using KnowledgeFiles = std::map<std::string, std::string>;

/// Takes causes.json, questions.json, symptoms.json, refinements.json, checks.json, collect.json and
/// messages.json. Errors: NotFound for a file that is not among them; Malformed, with the file as subject and
/// the line and column, or the JSON path, as place. References between the files and the {parameters} of the
/// texts are checked too.
Result<Knowledge> loadKnowledge(const KnowledgeFiles& files);

} // namespace whittle
