// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cstdlib>
#include <stop_token>
#include <vector>

#include "models/base/sourceclock.h"
#include "models/clocks/relation.h"
#include "models/events/caseevents.h"

// What hostRelations() is put together from.

namespace whittle
{

struct HostEvidence {
    const CaseEvents& events;
    const ClockSet& zones;
    std::stop_token stop{};

    /// Whether the difference to any other such time can be told; those of hostile files are further off.
    static bool isWithinReach(std::int64_t ns) { return std::abs(ns / 2) <= INT64_MAX / 4; }

    SourceTime steady(const EventRow& event) const
    {
        const SourceClock* zone = zones.clock(event.ref.source);
        return zone ? zone->steady(event.time, event.ref.place.number) : event.time;
    }
};

inline ClockOwner sourceClockOf(SourceId source)
{
    return {source, {}};
}

inline ClockOwner hostClockOf(const IpAddress& host)
{
    return {{}, host};
}

/// By the timestamps in NTP packets of captures (RFC 5905 §7.3). A packet left its host after its transmit
/// timestamp, and reached it before the receive timestamp of the answer that names it as origin; what a
/// capture saw lies between, wherever it was taken. Hosts whose transmit timestamps do not go on as the
/// capture does (data minimisation) say nothing.
std::vector<ClockRelation> ntpStampRelations(const HostEvidence& evidence);

/// By the `Date:` of SIP messages (RFC 3261 §20.17, whole seconds, cut) and what CUCM answers SCCP phones
/// that ask for the time. Of a trace that holds the messages of the node that writes it, exactly.
std::vector<ClockRelation> statedTimeRelations(const HostEvidence& evidence);

/// Traces of one node, ntpd's log and a status that name the same process.
std::vector<ClockRelation> sameHostRelations(const HostEvidence& evidence);

/// Whose status it is, by the packets that its rows tell of, by another status that names it, and how far its
/// servers were ahead. `byStamps`: what ntpStampRelations() found.
std::vector<ClockRelation> ntpStatusRelations(const HostEvidence& evidence,
                                              const std::vector<ClockRelation>& byStamps);

} // namespace whittle
