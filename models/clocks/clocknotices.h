// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "models/base/sourceclock.h"
#include "models/store/caserows.h"

namespace whittle
{

/// What an analyst has to know of the source's clock: that it was set while the source recorded, and that a
/// comparison with another contradicts what surer ones say.
std::vector<Problem> noticesOfClock(const SourceRow& source, const SourceClock& clock);

} // namespace whittle
