// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

#include "models/clocks/moments.h"

namespace whittle
{

/// The same moment, or a cause and its effect, in two sources.
struct MomentPair {
    const Moment* a = nullptr;
    const Moment* b = nullptr;
    bool isExact = false; ///< the very message

    std::int64_t differenceNs() const { return b->time.ns - a->time.ns; }
};

/// What a source's moments are, and how finely its times are written.
struct Recorded {
    std::span<const Moment> moments{}; ///< by key, then time
    std::int64_t resolutionNs = 1;
};

/// The pairs that tell the difference of two clocks: all of them lie about one line, which explains far more
/// of what both sources show than chance does, and than any other line. Empty where there is no such line:
/// they share nothing, or what they share repeats so evenly that it fits many. No bound on the difference: it
/// may be a wrong zone, a missing date, or months. Empty after a stop. By time of `a`.
std::vector<MomentPair> pairUp(const Recorded& a, const Recorded& b, const std::stop_token& stop = {});

} // namespace whittle
