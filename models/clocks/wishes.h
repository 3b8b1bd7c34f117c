// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <set>
#include <vector>

#include "models/base/ids.h"
#include "models/base/sourceclock.h"
#include "models/clocks/relation.h"

namespace whittle
{

/// What the user says of the clocks.
struct ClockWishes {
    /// Win over all evidence. An owner that is neither a source nor a host is the case, whose clock shows
    /// UTC.
    std::vector<ClockRelation> relations{};
    std::set<SourceId> excluded{}; ///< get no correction, and support no other's
};

/// Tells them, with times as steady() has them for `zones`: sources whose zone turns while they record.
/// Called while clocks are aligned; may be empty.
using TellWishes = std::function<ClockWishes(const ClockSet& zones)>;

} // namespace whittle
