// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

#include "models/base/address.h"
#include "models/base/ids.h"
#include "models/base/time.h"

namespace whittle
{

/// Whose clock it is: that of a source, or of a host, which several sources may show (its NTP timestamps, its
/// `Date:` headers). A source's time is the wall clock as written, on steady() time; a host's is UTC as the
/// host had it.
struct ClockOwner {
    SourceId source{}; ///< 0: a host
    IpAddress host{};

    bool isHost() const { return source == SourceId{}; }
    auto operator<=>(const ClockOwner&) const = default;
};

/// How the clock of `b` stands to that of `a`, and what tells it. Never a guess: where the evidence only
/// bounds the difference on one side, there is no relation.
struct ClockRelation {
    ClockOwner a{};
    ClockOwner b{};
    std::int64_t differenceNs = 0; ///< b minus a at `middle`
    std::int64_t lowNs = 0; ///< the interval in which the difference at `middle` lies
    std::int64_t highNs = 0;
    double driftPpm = 0; ///< how much faster b runs
    double driftWidthPpm = 0; ///< the drift lies within this much of `driftPpm`
    SourceTime middle{}; ///< on the clock of a: where the interval is narrowest
    SourceTime from{}; ///< on the clock of a: what was compared lies between these
    SourceTime to{};
    std::uint64_t pairs = 0; ///< on how many moments it rests
    /// Id of the wording: "matched-messages" (the very messages), "matched-events" (the same kind of event of
    /// the same device), "ntp-timestamps", "sip-dates", "sccp-time", "ntp-status", "same-host", "pinned",
    /// "set".
    std::string basis{};
};

} // namespace whittle
