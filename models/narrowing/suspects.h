// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/narrowing/scores.h"

namespace whittle
{

/// The board of suspects: probability, state and reasons of each, most probable first (ties by id).
std::vector<Suspect> board(const Lineup& lineup, const std::vector<double>& probabilities,
                           const std::vector<Weighing>& weighings, const Proofs& proofs);

} // namespace whittle
