// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/checks/check.h"

namespace whittle
{

// What phones show, what they were told, and what the clocks of the servers are worth. Minutes count from
// the right time, positive: ahead.

/// CUCM told a phone its local time beside UTC (DefineTimeDate).
struct ToldTime {
    const EventRow* event = nullptr;
    std::string phone{};
    std::int64_t civil = 0; ///< local time as if it were UTC, in s since 1970
    std::int64_t system = 0; ///< UTC, in s since 1970
    int zoneMinutes = 0; ///< civil minus system, in whole quarter hours
};
std::vector<ToldTime> toldTimes(const CheckContext& context);

/// What somebody read from a display.
struct SeenTime {
    const EventRow* event = nullptr;
    std::string phone{};
    double minutes = 0;
};
std::vector<SeenTime> seenTimes(const CheckContext& context);
/// The mean of those that are wrong by two minutes and more; empty where none is.
std::optional<double> wrongMinutes(const std::vector<SeenTime>& seen);

/// A zone of the site description, as it was then.
struct ZoneThen {
    std::string name{};
    int minutes = 0; ///< east positive
    const EventRow* event = nullptr;
};
/// Of the site. Empty where nobody says it, or says what is no zone.
std::optional<ZoneThen> siteZone(const CheckContext& context, std::int64_t atUtc);
/// Of the date/time groups that are in another one.
std::vector<ZoneThen> otherGroupZones(const CheckContext& context, std::int64_t atUtc);

/// How far the clock of the servers is ahead of that of a capture, in s.
struct ServerAhead {
    SourceId capture{};
    double seconds = 0;
    const EventRow* event = nullptr;
};
/// One for each capture that shows what a server says of its time.
std::vector<ServerAhead> serverAhead(const CheckContext& context);

/// The clock of a SIP phone beside that of its server, as both write into a registration.
struct SipClock {
    const EventRow* request = nullptr;
    std::string phone{};
    std::int64_t phoneAhead = 0; ///< in s; either writes whole seconds
};
std::vector<SipClock> sipClocks(const CheckContext& context);

/// "+01:00"
std::string zoneText(int minutes);

} // namespace whittle
