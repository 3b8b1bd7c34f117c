// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "models/base/ids.h"
#include "models/base/sourceclock.h"
#include "models/base/time.h"

namespace whittle
{

struct CaseEvents;
class Identity;

/// For one source: what can be recognised in another source ("dhcp.nak SEP001E7A24429A"; with a '#' before it
/// and a transaction id or ports behind it where the very message can be told) → when, in the source's own
/// clock, in its order.
using Recognisable = std::map<std::string, std::vector<SourceTime>>;

/// The recognisable moments of each source: messages whose kind and device (or transaction) are the same
/// wherever they are seen; of a source with a clock in `zones` on its steady() time. Incomplete after a stop.
std::map<SourceId, Recognisable> recognisableMoments(const CaseEvents& events, const Identity& identity,
                                                     const std::stop_token& stop = {},
                                                     const ClockSet& zones = {});

/// The same moment in two sources.
struct MatchedPair {
    SourceTime a{};
    SourceTime b{};
};

/// How the clock of `b` stands to that of `a`, from what both recognise.
struct ClockMatch {
    std::vector<MatchedPair> pairs{}; ///< those that agree with each other
    std::int64_t differenceNs = 0; ///< b minus a at `middle` of a
    double driftPpm = 0; ///< how much faster b runs
    SourceTime middle{}; ///< of a's paired moments
    std::int64_t lowNs = 0; ///< interval of the difference
    std::int64_t highNs = 0;
};

/// The difference on which most pairs agree; empty when too few do, or when another difference does nearly as
/// well. No bound on its size: it may be a wrong zone, a missing date, or months. Empty after a
/// stop.
std::optional<ClockMatch> matchClocks(const Recognisable& a, const Recognisable& b, std::int64_t resolutionNs,
                                      const std::stop_token& stop = {});

} // namespace whittle
