// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>
#include <vector>

#include "models/clocks/pairing.h"

namespace whittle
{

/// The difference between two clocks changed at once: one of them was set.
struct Jump {
    SourceTime beforeA{}; ///< what both showed last before it …
    SourceTime beforeB{};
    SourceTime afterA{}; ///< … and first behind it
    SourceTime afterB{};
    std::uint64_t placeAfterA = 0; ///< of these two
    std::uint64_t placeAfterB = 0;
    std::int64_t byNs = 0; ///< of b minus a
    std::int64_t lowNs = 0; ///< the interval in which `byNs` lies
    std::int64_t highNs = 0;
    std::size_t pairs = 0; ///< on the side that has fewer
};

/// By time, those that messages prove which occur once in each source: some of them on either side, at
/// moments apart, that lie on one line each. What drift, or a slew of ntpd (500 ppm, RFC 5905 §11.3), could
/// have brought about is none, and where much fits no line nobody can tell.
std::vector<Jump> jumpsBetween(const Recorded& a, const Recorded& b, const std::stop_token& stop = {});

/// The one at a place at which b says itself, or shows, that it was set: on either side of it all that both
/// recorded tells the difference.
std::optional<Jump> jumpAt(const Recorded& a, const Recorded& b, std::uint64_t placeB,
                           const std::stop_token& stop = {});

/// One that events tell which occur again and again, in two that share nothing on one line for most of the time:
/// up to some place of a they share much, and behind it much, with another difference.
std::optional<Jump> jumpAmongRepeats(const Recorded& a, const Recorded& b, const std::stop_token& stop = {});

/// How much of what both recorded lies on one line.
std::size_t sharedOnOneLine(const Recorded& a, const Recorded& b, const std::stop_token& stop = {});

/// The same seen from the other clock.
Jump mirrored(const Jump& jump);

} // namespace whittle
