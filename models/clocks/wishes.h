// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <vector>

#include "models/base/ids.h"
#include "models/clocks/relation.h"

namespace whittle
{

/// What the user says of the clocks.
struct ClockWishes {
    std::vector<ClockRelation> relations{}; ///< win over all evidence
    std::set<SourceId> excluded{}; ///< get no correction, and support no other's
};

} // namespace whittle
