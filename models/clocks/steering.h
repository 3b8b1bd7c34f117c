// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <vector>

#include "models/clocks/relation.h"
#include "models/events/caseevents.h"

namespace whittle
{

/// How far the offset of a source may be from that of its host at another time, since ntpd steers the clock:
/// by as much as ntpd says itself that the clock may be wrong ("time correct to within 60 ms", the maximum
/// error of RFC 5905 §11.1), and by no more than it can slew (500 ppm, RFC 5905 §11.3) while packets were
/// seen. Of statuses whose ntpd follows a server, and of what `relations` say the same host wrote.
/// Nanoseconds.
std::map<SourceId, std::int64_t> steeringOf(const CaseEvents& events,
                                            const std::vector<ClockRelation>& relations);

} // namespace whittle
