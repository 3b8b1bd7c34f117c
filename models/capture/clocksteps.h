// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>

#include "models/base/eventsink.h"
#include "models/base/time.h"

namespace whittle
{

/// Notices when the clock of a capture goes back. Interfaces and queues that are written into one file are
/// out of order by what their buffers hold, a fraction of a second; up to a second is no step.
class ClockSteps
{
public:
    static constexpr std::uint64_t toleranceNs = nsPerSecond;

    /// The time of each frame that has one, in the order of the capture.
    void add(SourceTime time, std::uint64_t frame)
    {
        if (time < m_before)
            noteBack(time, frame);
        m_before = time;
    }
    /// One notice, at the first frame behind a step.
    void report(EventSink& sink) const;

private:
    void noteBack(SourceTime time, std::uint64_t frame);

    SourceTime m_before{std::numeric_limits<std::int64_t>::min()}; ///< of the frame before
    std::uint64_t m_count = 0;
    std::uint64_t m_largestNs = 0;
    std::uint64_t m_firstFrame = 0;
    SourceTime m_firstFrom{};
    SourceTime m_firstTo{};
};

} // namespace whittle
