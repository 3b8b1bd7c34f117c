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

    /// The time of each frame that has one, in the order of the capture. True where the clock went back.
    bool add(SourceTime time, std::uint64_t frame)
    {
        const bool isBack = time < m_before && noteBack(time, frame);
        m_before = time;
        return isBack;
    }
    /// Another capture begins, with a clock of its own.
    void restart() { m_before = earliest; }
    /// One notice, at the first frame behind a step.
    void report(EventSink& sink) const;

private:
    bool noteBack(SourceTime time, std::uint64_t frame);

    static constexpr SourceTime earliest{std::numeric_limits<std::int64_t>::min()};
    SourceTime m_before = earliest; ///< of the frame before
    std::uint64_t m_count = 0;
    std::uint64_t m_largestNs = 0;
    std::uint64_t m_firstFrame = 0;
    SourceTime m_firstFrom{};
    SourceTime m_firstTo{};
};

} // namespace whittle
