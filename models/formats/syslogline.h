// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "models/formats/stamp.h"

namespace whittle
{

/// The time at the front of the line: "<189>Sep  2 10:26:17 cucm-sub …", "2018-09-02T15:26:17.844Z cucm-sub
/// …".
std::optional<Stamp> timeAtFront(std::string_view line);
/// The time at the end of what stands before an alarm: "…: 41679: uc-ucm-01: Jul 02 2015 06:22:31 UTC :  ".
std::optional<Stamp> timeAtEnd(std::string_view text);

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
