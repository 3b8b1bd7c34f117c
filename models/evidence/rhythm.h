// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "models/base/sourceabout.h"

namespace whittle
{

struct SourceFacts;

/// How densely a source records, to find the silences in which it did not record at all. Takes the time of
/// each record in the order of the source; a step costs a few instructions and no memory.
///
/// A silence is a pause of more than a minute, and of more than twenty times the step that 999 of 1000 steps
/// do not exceed, of a source with 1000 records or more: one that records seldom has no rhythm to miss. Half
/// a year is one in any source: its clock was set. A silence that is none costs an answer "no"; one that is
/// missed would make it a wrong one. Of more than `mostPauses` only the longest are found.
class Rhythm
{
public:
    static constexpr std::int64_t shortestSilence = 60 * nsPerSecond;
    static constexpr std::int64_t timesUsual = 20;
    static constexpr std::int64_t alwaysSilence = 180 * nsPerDay;
    static constexpr std::uint64_t fewestSteps = 1000;
    static constexpr std::size_t mostPauses = 64;

    void add(SourceTime time);

    /// When the source recorded, by time: without silences, and apart where its clock went back by more than
    /// a minute. One span from the earliest to the latest when times are in no order.
    std::vector<SourceSpan> spans() const;
    std::vector<SourceSpan> silences() const;

    /// Fills in the spans, and a limit for each silence. Where the times have a date, what was recorded on
    /// the first day of 1970, 1980 or 2000 beside others is left out, also of first and last: the clock was
    /// not set.
    void describe(SourceFacts& facts) const;

private:
    /// Where a run of records ends and the next begins: later after a pause, earlier when the clock went
    /// back.
    struct Break {
        SourceTime before{};
        SourceTime after{};
        std::int64_t lengthNs = 0;
        std::uint64_t record = 0; ///< the one after it, counted from 1
    };

    void notePause(const Break& pause);
    std::int64_t usualStep() const;
    std::vector<Break> breaks() const;

    std::array<std::uint32_t, 64 * 4> m_steps{}; ///< how many of each length: four bins to a doubling
    std::array<Break, mostPauses> m_pauses{};
    std::array<Break, mostPauses> m_jumpsBack{};
    std::size_t m_pauseCount = 0;
    std::size_t m_jumpCount = 0;
    std::uint64_t m_records = 0;
    std::uint64_t m_counted = 0; ///< steps that are not back
    SourceTime m_first{};
    SourceTime m_reached{};
    SourceTime m_lowest{};
    SourceTime m_highest{};
};

} // namespace whittle
