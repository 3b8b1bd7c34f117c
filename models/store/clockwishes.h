// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>
#include <utility>
#include <vector>

#include "models/base/result.h"
#include "models/store/caserows.h"

namespace whittle
{

class CaseReader;

/// What the analyst says of clocks, as it stands in the case. Kept as settings, each of its own, so that each
/// can be taken back (analystlog.h); no time of the evidence is changed by it.
struct ClockWishRows {
    /// Two events that are the same moment: the smaller address first. The event, or its source, may not be
    /// there any more.
    std::vector<std::pair<EventRef, EventRef>> pins{};
    /// How far the wall clock of a source, as its lines show it, is ahead of UTC on the clock of the case:
    /// with its zone, and negative by its date where the lines have none. Nanoseconds.
    std::map<SourceId, std::int64_t> offsets{};
    std::set<SourceId> excluded{}; ///< not to be compared with others
};

Result<ClockWishRows> clockWishRows(const CaseReader& reader);

// Keys of the settings.

/// All keys of wishes, and nothing else, match this (GLOB).
inline constexpr const char* clockWishKeys = "clock.*";
std::string pinKey(const EventRef& a, const EventRef& b);
std::string clockOffsetKey(SourceId source);
std::string clockExcludedKey(SourceId source);

} // namespace whittle
