// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "models/checks/outcome.h"
#include "models/narrowing/knowledge.h"

namespace whittle {

/// What a person answered: "yes", "no", a decimal number, or "unknown".
struct Answer {
    std::string question;
    std::string value;
};

enum class Verdict { Confirmed, Likely, Undetermined, Healthy };
std::string_view toText(Verdict verdict);

enum class SuspectState { Confirmed, Suspect, Weakened, Eliminated };
std::string_view toText(SuspectState state);

/// One reason why a suspect stands where it does.
struct Reason {
    std::string question; ///< id of the question or check
    bool byEvidence = false;
    bool yes = false; ///< what was answered
    double weight = 0; ///< natural logarithm of the factor, relative to the average suspect; negative: speaks against it
};

struct Suspect {
    std::string cause; ///< id, or "other"
    double prior = 0;
    double probability = 0;
    SuspectState state = SuspectState::Suspect;
    std::vector<Reason> reasons; ///< strongest first, those against it before those for it when it is eliminated
};

/// A question that has an answer, and from whom.
struct AnsweredQuestion {
    std::string question;
    std::string value; ///< "yes", "no", a number, "unknown"
    bool byEvidence = false;
    std::string check; ///< which check answered it
};

/// A question still worth asking.
struct NextQuestion {
    std::string question;
    double gainBits = 0; ///< expected fall of the suspects' entropy
    int minutes = 1;
    /// For each answer the suspects it would leave without a chance (cause ids), those that now have the most first.
    std::map<std::string, std::vector<std::string>> rulesOut;
};

struct CollectAdvice {
    std::string collectable;
    double gainBits = 0;
    std::vector<std::string> questions; ///< those it could answer
};

/// Where the case stands: a value, computed from the table, the checks' outcomes and the answers alone.
struct Diagnosis {
    std::string symptom;
    Verdict verdict = Verdict::Undetermined;
    std::vector<Suspect> suspects; ///< most probable first; with "other"; sums to 1
    std::vector<AnsweredQuestion> answered;
    std::vector<NextQuestion> next; ///< best gain per minute first
    std::vector<CollectAdvice> collect; ///< best gain per minute first
};

/// Weighs the suspects of one symptom. An answer by evidence counts in full, one by a person by the question's trust; a
/// person's answer to a question that evidence has answered is kept and not counted. "unknown" changes nothing but is not asked
/// again. The result does not depend on the order of the answers.
Diagnosis diagnose(const Knowledge& knowledge, const Symptom& symptom, const std::vector<CheckOutcome>& outcomes,
                   const std::vector<Answer>& answers);

} // namespace whittle
