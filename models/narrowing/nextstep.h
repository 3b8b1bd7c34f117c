// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/narrowing/scores.h"

namespace whittle
{

/// Where the narrowing stands, for deciding how to go on. Borrows all of it.
struct Standing {
    const Knowledge& knowledge;
    const Symptom& symptom;
    const std::vector<CheckOutcome>& outcomes;
    const KnownAnswers& known;
    const Lineup& lineup;
    const std::vector<double>& probabilities;
    const std::set<std::string>& collected;
};

/// The questions that a person has not been asked and that are worth asking, best gain per minute first (ties
/// by id).
std::vector<NextQuestion> nextQuestions(const Standing& standing);

/// The evidence worth collecting, best gain per minute first (ties by id).
std::vector<CollectAdvice> collectAdvice(const Standing& standing);

} // namespace whittle
