// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>

#include "models/formats/clocktext.h"
#include "models/formats/lineclock.h"
#include "models/formats/onezone.h"
#include "models/formats/stamp.h"

namespace whittle
{

/// The times of a log whose lines may or may not say year and zone: all on one calendar (LineClock) and in
/// one zone (OneZone).
class StampClock
{
public:
    /// `tolerance`: see LineClock.
    explicit StampClock(Nanoseconds tolerance)
        : m_clock(tolerance)
    {
    }

    /// `stamp` must be valid.
    SourceTime at(const Stamp& stamp, std::uint64_t line)
    {
        m_decimals = std::max(m_decimals, stamp.decimals);
        const std::int64_t ns = m_clock.day(stamp.year, stamp.month, stamp.day) * nsPerDay + stamp.nsOfDay;
        return m_clock.at(ns + m_zone.shift(stamp, ns, line), line);
    }
    /// See OneZone.
    void compare(const Stamp& one, const Stamp& other) { m_zone.compare(one, other); }

    /// Fills in dates, zone, spans and resolution.
    void describe(SourceFacts& facts) const
    {
        m_clock.describe(facts);
        m_zone.describe(facts);
        facts.resolution = resolutionOf(m_decimals);
    }
    void report(EventSink& sink) const
    {
        m_clock.report(sink);
        m_zone.report(sink);
    }

private:
    LineClock m_clock;
    OneZone m_zone;
    int m_decimals = 0;
};

} // namespace whittle
