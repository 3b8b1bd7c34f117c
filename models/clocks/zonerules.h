// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/base/sourceclock.h"
#include "models/store/caserows.h"

namespace whittle
{

/// Offset of a zone at the beginning of a source that writes local time, and where it changes within it.
struct ZoneOfSource {
    std::string name{};
    std::int64_t offsetNs = 0; ///< east positive
    std::vector<SourceClock::Turn> turns{};
};

/// The zone of that name ("America/Chicago") over the time of the source, by the rules of the time zone
/// database. `dateShiftNs`: what is added for the date. The hour that is shown twice in autumn is parted
/// where the reader saw the clock go back (problem formats.hour-again). Empty for a name that the database
/// does not have, and for a source without times.
std::optional<ZoneOfSource> zoneOverSource(const std::string& name, const SourceRow& source,
                                           std::int64_t dateShiftNs);

} // namespace whittle
