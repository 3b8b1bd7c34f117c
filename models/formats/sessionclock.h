// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "models/formats/linetally.h"
#include "models/formats/sessionpart.h"

namespace whittle
{

/// Brings the parts of a session, which were read with different clocks or none, on one.
///
/// `utils ntp status` prints UTC and local time, a capture as text has local times of day, other outputs have
/// no time. They stand in the order in which they were printed: one without a date gets it from the output
/// before it, or, of the first ones, from the one behind. Where not even the zone is known, or no time at
/// all, the time of that output is shown, and the events say so (`time-basis=assumed`).
class SessionClock
{
public:
    explicit SessionClock(std::vector<SessionPart>& parts);

    /// The times of the events are on one clock then. What is known of the session as a whole.
    SourceFacts unite();
    /// Notices of what was taken from an output beside it.
    void report(EventSink& sink) const;

private:
    /// What a part's times are, from the least to the best.
    enum class Kind { None, TimeOfDay, MonthDay, Local, Zoned };

    static Kind kindOf(const SourceFacts& facts);
    const SourceFacts* bestFacts() const;
    bool placeByItself(std::size_t part);
    void placeBeside(std::size_t part);
    void shift(std::size_t part, std::int64_t ns);
    void assume(std::size_t part, std::int64_t ns, bool keepSteps);
    std::optional<std::int64_t> localOffset(std::size_t part) const;
    void gather(SourceFacts& facts) const;

    std::vector<SessionPart>& m_parts;
    std::vector<std::optional<std::int64_t>> m_localOffsets; ///< that the parts tell, in seconds
    std::vector<std::optional<SourceSpan>> m_placed; ///< when the parts were printed, on the session's clock
    Kind m_kind = Kind::None; ///< of the session
    std::int64_t m_offsetSeconds = 0; ///< its zone, where it is Zoned
    LineTally m_datedBeside;
    LineTally m_timedBeside;
};

} // namespace whittle
