// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace whittle
{

/// A time in a line of a syslog, and what it says of its date and zone.
struct SyslogTime {
    std::optional<int> year{};
    int month = 0; ///< 1..12
    int day = 0; ///< 1..31, or whatever else stands there
    std::int64_t nsOfDay = -1; ///< since midnight; -1 when the time cannot be one
    std::string_view zone{}; ///< "UTC", "CDT", "+0200"; empty where the line does not say
    std::string_view written{}; ///< all of it

    /// The date exists, in some year where the line has none, and the time too.
    bool isValid() const;
    /// Seconds east of UTC, where the zone says it without doubt: UTC, GMT, Z, and numbers.
    std::optional<int> utcOffsetSeconds() const;
};

/// The time at the front of the line: "<189>Sep  2 10:26:17 cucm-sub …", "2018-09-02T15:26:17.844Z cucm-sub
/// …".
std::optional<SyslogTime> timeAtFront(std::string_view line);
/// The time at the end of what stands before an alarm: "…: 41679: uc-ucm-01: Jul 02 2015 06:22:31 UTC :  ".
std::optional<SyslogTime> timeAtEnd(std::string_view text);

/// The message of a Cisco product in a line: "%UC_CALLMANAGER-3-EndPointUnregistered: %[DeviceName=…".
struct SyslogMessage {
    std::string_view before; ///< the line up to '%'
    std::string_view facility; ///< "UC_CALLMANAGER", "CCM_CALLMANAGER-CALLMANAGER"
    char severity = '0'; ///< '0' to '7'
    std::string_view name; ///< "EndPointUnregistered"
    std::string_view text; ///< behind the colon

    static std::optional<SyslogMessage> find(std::string_view line);
    /// Alarms of CUCM have names like EndPointUnregistered, switches and routers write UPDOWN.
    bool isAlarm() const;
};

} // namespace whittle
