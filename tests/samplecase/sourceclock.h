// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/samplecase/moment.h"

namespace samplecase
{

/// One clock of the story: it shows true time plus an offset that grows with the drift since the reference.
class SourceClock
{
public:
    constexpr SourceClock(Duration offset, std::int64_t driftPpm, Moment reference)
        : m_offset(offset)
        , m_driftPpm(driftPpm)
        , m_reference(reference)
    {
    }

    Duration offset() const { return m_offset; }
    std::int64_t driftPpm() const { return m_driftPpm; }
    Moment reference() const { return m_reference; }

    Moment shown(Moment truth) const { return truth + m_offset + gained(truth - m_reference); }
    /// When the clock shows that; exact to a few nanoseconds, because the drift is some millionths.
    Moment truth(Moment shown) const
    {
        const auto guess = shown - m_offset;
        return guess - gained(guess - gained(guess - m_reference) - m_reference);
    }
    /// The true time that passes while the clock counts that long.
    Duration trueLength(Duration counted) const { return counted - gained(counted - gained(counted)); }

private:
    /// In microseconds times ppm: nanoseconds times ppm overflows within the story's five days.
    Duration gained(Duration since) const { return Duration{since.count() / 1000 * m_driftPpm / 1000}; }

    Duration m_offset;
    std::int64_t m_driftPpm;
    Moment m_reference;
};

} // namespace samplecase
