// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/base/time.h"

// What a source as a whole says about itself: learnt by its reader, kept in the case.

namespace whittle
{

/// A span of time in a source's own clock.
struct SourceSpan {
    SourceTime from{};
    SourceTime to{};
    bool operator==(const SourceSpan&) const = default;
};

/// Something that kept a source from showing what happened. The words are in
/// resources/knowledge/messages.json under `id`, as those of a Problem.
struct CoverageLimit {
    /// "limit.drops", "limit.snap-length", "limit.filter", "limit.trace-level", "limit.silence", …
    std::string id{};
    std::optional<SourceTime> from{}; ///< empty: from the source's beginning
    std::optional<SourceTime> to{}; ///< empty: to its end
    std::vector<std::string> arguments{};
    bool operator==(const CoverageLimit&) const = default;
};

/// Of a source whose lines have month and day and no year. `known` is the year of
/// day 0; `leap` and `common` count years from it: the first that has a 29 February, and the first that goes
/// from 28 February to 1 March within a day.
struct YearHints {
    std::optional<int> known{}; ///< where something in the source says so
    std::optional<int> leap{};
    std::optional<int> common{};
    bool operator==(const YearHints&) const = default;
};

/// Whether the days of that year, `years` after that of day 0, were counted as those of a leap year.
constexpr bool countsAsLeap(const YearHints& hints, int years)
{
    return hints.leap && years >= *hints.leap && (years - *hints.leap) % 4 == 0;
}

} // namespace whittle
