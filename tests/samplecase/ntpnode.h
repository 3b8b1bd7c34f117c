// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/samplecase/ipv4.h"
#include "tests/samplecase/sourceclock.h"

#include <cstdint>

namespace samplecase
{

/// What one server says of its time in its NTP packets.
struct NtpNode {
    Ipv4 address;
    SourceClock clock;
    std::uint8_t stratum;
    std::int8_t precision; ///< log2 of seconds
    Ipv4 follows; ///< its reference id
    Duration rootDelay;
    Duration dispersion; ///< right after an update
    Moment updated; ///< as its own clock showed

    /// Grows by 15 millionths of the time since the update (RFC 5905).
    Duration rootDispersion(Moment shown) const { return dispersion + (shown - updated) * 15 / 1000000; }
};

} // namespace samplecase
