// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "models/checks/outcome.h"
#include "models/narrowing/knowledge.h"

namespace whittle
{

/// What a person answered: "yes", "no", a decimal number, or "unknown".
struct Answer {
    std::string question;
    std::string value;
};

/// Whether `value` is one of the question's answers, or "unknown". Numbers are decimal and above zero.
bool isAnswer(const Question& question, std::string_view value);

/// Healthy: evidence shows that nothing suffers and no check of severity "error" says yes. Confirmed:
/// evidence proves a cause. Likely: a cause has 0.75 or more.
enum class Verdict { Confirmed, Likely, Undetermined, Healthy };
std::string_view toText(Verdict verdict);

/// Confirmed: proven by evidence. Eliminated: at most a tenth of the prior is left, and a strong answer by
/// evidence or two by people speak against it. Weakened: at most half of the prior is left,
/// or it is a consequence of what is confirmed.
enum class SuspectState { Confirmed, Suspect, Weakened, Eliminated };
std::string_view toText(SuspectState state);

/// One reason why a suspect stands where it does.
struct Reason {
    std::string question; ///< id of the question
    std::string check; ///< the check that answered it; empty: a person did, or numbers
    bool byEvidence = false;
    bool yes = false; ///< what was answered
    /// Natural logarithm of what this answer alone makes of the prior, as a factor; negative: speaks against
    /// the suspect.
    double weight = 0;
};

struct Suspect {
    std::string cause; ///< id, or "other"
    double prior = 0;
    double probability = 0;
    SuspectState state = SuspectState::Suspect;
    /// Strongest first, those against it before those for it when it is eliminated. What weighs next to
    /// nothing is left out.
    std::vector<Reason> reasons;
    std::string follows{}; ///< proven too, as a consequence of that cause; empty: of none
};

/// A question that has an answer, and from whom.
struct AnsweredQuestion {
    std::string question;
    std::string value; ///< "yes", "no", a number, "unknown"
    bool byEvidence = false;
    std::string check; ///< which check answered it
    /// False: "unknown", a person's answer where evidence has answered too, or one that rests on the same
    /// fact as another one that says more.
    bool counted = true;
};

/// A question still worth asking.
struct NextQuestion {
    std::string question;
    /// Expected fall of the suspects' entropy. Where two numbers must be known, each has a share of it by its
    /// minutes.
    double gainBits = 0;
    int minutes = 1;
    /// For "yes" and "no" the suspects that would keep less than a quarter of what they have if that answer
    /// is right (cause ids), those that now have the most first. Empty for numbers.
    std::map<std::string, std::vector<std::string>> rulesOut;
    std::string refines{}; ///< the cause whose refinement asks it, and whose suspects it rules out; empty:
                           ///< the symptom does
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
    std::vector<AnsweredQuestion>
        answered; ///< in the symptom's order, evidence before a person's answer; those by numbers last
    std::vector<NextQuestion> next; ///< best gain per minute first
    std::vector<CollectAdvice> collect; ///< best gain per minute first
    /// Questions without whose answer alone another suspect would be the first, or the verdict another one:
    /// empty where it is firm. By id.
    std::vector<std::string> dependsOn{};
    /// Why what is found is so, for each cause that is confirmed, or else for the first suspect at 0.9 or
    /// more, where the knowledge refines it; `symptom` is the id of that cause. What they have of `answered`,
    /// `next` and `collect` follows in the lists above, once each. They have no refinements themselves.
    std::vector<Diagnosis> refinements{};
};

/// Weighs the suspects of one symptom. An answer by evidence counts in full, one by a person by the
/// question's trust; a person's answer to a question that evidence has answered is kept and not counted.
/// "unknown" changes nothing but is not asked again. Two different answers by people to one question are the
/// same as "unknown". The result does not depend on the order of the answers or the outcomes. Refinements
/// never change the verdict or the suspects of the symptom.
Diagnosis diagnose(const Knowledge& knowledge, const Symptom& symptom,
                   const std::vector<CheckOutcome>& outcomes, const std::vector<Answer>& answers);

} // namespace whittle
