// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/narrowing/diagnosis.h"

namespace whittle
{

/// A yes or no that counts in the weighing.
struct KnownAnswer {
    const Question* question = nullptr;
    bool yes = false;
    bool byEvidence = false;
    std::string check; ///< empty when a person or numbers answered
    double trust = 1; ///< how likely the answer is right
};

/// What is known about a symptom's questions, in the order of its table.
struct KnownAnswers {
    std::vector<AnsweredQuestion> told; ///< all that is known, also what does not count
    std::vector<KnownAnswer> counted;

    bool has(const std::string& question) const;
};

/// All outcomes of one check taken together: yes if one says yes, else no if one says no.
CheckResult resultOf(const std::vector<CheckOutcome>& outcomes, const std::string& check);

/// A decimal number above zero.
std::optional<double> numberOf(std::string_view text);

/// Borrows the questions from `knowledge`.
KnownAnswers knownAnswers(const Knowledge& knowledge, const Symptom& symptom,
                          const std::vector<CheckOutcome>& outcomes, const std::vector<Answer>& answers);

} // namespace whittle
