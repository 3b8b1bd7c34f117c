// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/narrowing/answers.h"

namespace whittle
{

/// Who is suspected of a symptom and how likely before anything is known: its causes in order of their ids,
/// then `other`. The vectors of this header have one value for each of them, in this order.
struct Lineup {
    std::vector<std::string> causes;
    std::vector<double> priors;
};
Lineup lineup(const Symptom& symptom);

/// P(this answer | suspect) when the answer is right with probability `trust`. What the table does not name
/// is `even`, and so is `other`.
std::vector<double> likelihoods(const Question& question, bool yes, double trust, const Lineup& lineup);

/// One answer that counts, with what it says of each suspect.
struct Weighing {
    KnownAnswer answer;
    std::vector<double> likelihoods;
};
/// Of answers that rest on the same fact one alone: evidence goes before people, then the one that drives the
/// suspects farthest apart (ties by id).
std::vector<Weighing> weigh(const std::vector<KnownAnswer>& answers, const Lineup& lineup);

/// Which suspects a check that says yes proves by itself, and of which of them another one that is proven is
/// the cause.
struct Proofs {
    std::vector<bool> proven;
    std::vector<std::string> follows; ///< from that cause; empty: from none. What follows is not `proven`.
};
Proofs proofsIn(const std::vector<CheckOutcome>& outcomes, const Knowledge& knowledge, const Lineup& lineup);

/// Bayes' rule over independent answers, as a sum of logarithms. A proven suspect is then raised over all
/// that are not proven, so far that these keep 3 % together: answers cannot argue away what evidence proves,
/// and two faults may both be proven.
std::vector<double> posterior(const Lineup& lineup, const std::vector<Weighing>& weighings,
                              const std::vector<bool>& proven);

/// Shannon entropy.
double entropyBits(const std::vector<double>& probabilities);

/// `probabilities` after one more answer with these likelihoods.
std::vector<double> updated(const std::vector<double>& probabilities, const std::vector<double>& likelihoods);

/// How many bits the entropy of `probabilities` falls on average when these questions, independent of each
/// other for each suspect, are answered, each by somebody as trustworthy as stated.
struct Ask {
    const Question* question = nullptr;
    double trust = 1;
};
double expectedGain(const std::vector<double>& probabilities, const std::vector<Ask>& asks,
                    const Lineup& lineup);

} // namespace whittle
