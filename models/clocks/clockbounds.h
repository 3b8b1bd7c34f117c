// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/clocks/relation.h"

namespace whittle
{

/// Gathers what bounds the difference between two clocks (that of b minus that of a), each bound at a moment
/// on the clock of a, and says what follows from all of them.
class ClockBounds
{
public:
    void atLeast(SourceTime at, std::int64_t differenceNs);
    void atMost(SourceTime at, std::int64_t differenceNs);
    /// A bound that holds only if what shows it was not held up on its way. One that contradicts the lower
    /// bounds was.
    void atMostIfPrompt(SourceTime at, std::int64_t differenceNs);
    void add(const ClockBounds& other);

    /// The straight lines between all bounds; where there is none (a clock that was slewed or stepped), what
    /// the difference went through. Empty where one side is not bounded.
    std::optional<ClockRelation> relation(const ClockOwner& a, const ClockOwner& b,
                                          const std::string& basis) const;

private:
    struct Bound {
        SourceTime at{};
        std::int64_t ns = 0;
    };

    std::optional<std::vector<Bound>> promptOnes() const;

    std::vector<Bound> m_lower;
    std::vector<Bound> m_upper;
    std::vector<Bound> m_prompt;
};

/// Two that show one and the same clock: b is `differenceNs` ahead by its zone and date alone.
ClockRelation sameClock(const ClockOwner& a, const ClockOwner& b, std::int64_t differenceNs, SourceTime at,
                        const std::string& basis);

} // namespace whittle
