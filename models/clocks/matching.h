// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <stop_token>

#include "models/clocks/pairing.h"
#include "models/clocks/relation.h"

namespace whittle
{

/// How the clock of `b` stands to that of `a`, by what both recorded; without owners. The interval is what
/// the order of sending, passing and receiving, of cause and effect, leaves.
std::optional<ClockRelation> relationOf(const Recorded& a, const Recorded& b,
                                        const std::stop_token& stop = {});

/// The same of pairs that are known.
std::optional<ClockRelation> relationBy(const std::vector<MomentPair>& pairs, std::int64_t resolutionA,
                                        std::int64_t resolutionB);

} // namespace whittle
