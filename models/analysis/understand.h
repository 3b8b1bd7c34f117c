// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>

#include "models/analysis/understanding.h"
#include "models/base/result.h"

namespace whittle
{

class CaseFile;

/// What the evidence of a case says. Taken from `last` where that was made of the same sources, else from
/// what the case has stored, else made anew (events → clocks → spans → checks → citations) and stored, where
/// the case can be written to. All three are equal. Errors: Database, Cancelled.
Result<Understanding> understand(const CaseFile& file, const Understanding* last,
                                 const std::stop_token& stop);

/// Puts the clocks, and the times that follow from them, to the sources.
void addClocks(Understanding& made, const ClockSet& clocks);

} // namespace whittle
