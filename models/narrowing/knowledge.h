// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/base/result.h"

namespace whittle {

/// How often a cause makes the answer to a question "yes", in words that an author can write and a reader can check.
enum class Word { Never, Rarely, Sometimes, Even, Often, Usually, Always };
std::optional<Word> wordFromText(std::string_view text);
std::string_view toText(Word word);

/// What may be wrong.
struct Cause {
    std::string id; ///< "dhcp.nak"
    std::string component; ///< "DHCP"
    std::string title; ///< "DHCP server refuses the renewal"
    std::string explanation;
    std::string nextStep; ///< what to do when it is this one: a command or a menu
};

enum class AnswerType { YesNo, Number };

/// A question to the evidence, to a person, or to either.
struct Question {
    std::string id; ///< "phone-reboots"
    std::string text;
    std::string why; ///< why it is asked
    std::string how; ///< how to find out: the exact command or menu
    int minutes = 1; ///< what it costs a person to find out
    AnswerType type = AnswerType::YesNo;
    bool askPerson = true; ///< false: only evidence can answer it
    std::string check; ///< the check that can answer it; empty: none
    /// Share of people who answer it rightly, 0.5 … 1 (a firewall that nobody knows of is answered wrongly often).
    double trust = 0.95;
    /// P(yes | cause); causes that are not named: Even, which says nothing.
    std::map<std::string, Word> yes;
};

struct SymptomCause {
    std::string cause;
    double prior = 0; ///< all of a symptom sum to 1 with `other`
};

/// What people say is wrong.
struct Symptom {
    std::string id; ///< "phone-resets"
    std::string title; ///< "Phones reset or re-register"
    std::string words; ///< in the words people use: "My phone restarts by itself"
    std::vector<SymptomCause> causes;
    std::vector<std::string> questions;
};

/// How an outcome of a check is told, when it says yes (a finding) and when it clears something.
struct CheckText {
    std::string id;
    std::string question; ///< the question that the check answers, as text
    std::string severity; ///< "info", "warning", "error" of the finding
    std::string cause; ///< the cause it points to; empty for an observation
    bool proves = false; ///< yes proves the cause by itself
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
};

/// Everything that is data and not code: resources/knowledge. Immutable once loaded. All texts are English; a user interface
/// translates them in context "knowledge".
struct Knowledge {
    std::vector<Cause> causes;
    std::vector<Question> questions;
    std::vector<Symptom> symptoms;
    std::vector<CheckText> checks;
    std::vector<Collectable> collect;
    std::map<std::string, std::string> messages; ///< Problem::id → text with {0}, {1}, …

    const Cause* cause(std::string_view id) const;
    const Question* question(std::string_view id) const;
    const Symptom* symptom(std::string_view id) const;
    const CheckText* check(std::string_view id) const;
    const Collectable* collectable(std::string_view id) const;
};

/// File name ("causes.json") → content.
using KnowledgeFiles = std::map<std::string, std::string>;

/// Errors: Malformed, with the file as subject and the line and column, or the JSON path, as place. References between the
/// files are checked too (a question that names an unknown cause is an error).
Result<Knowledge> loadKnowledge(const KnowledgeFiles& files);

} // namespace whittle
