// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "models/formats/lineclock.h"

namespace whittle
{

/// One line that a daemon wrote to syslog (RFC 3164, or with the time of RFC 3339), or ntpd to its own file.
/// Views into the line.
///
///     Mar 22 07:27:46 jammy ntpd[3132]: kernel reports TIME_ERROR: 0x2041: Clock Unsynchronized
///     2023-03-22T07:27:46.123456+01:00 jammy dhcpd[1414]: DHCPNAK on 10.0.2.15 to 08:00:27:c1:4f:9a via eth0
///      6 Sep 20:54:50 ntpd[28435]: synchronized to 10.1.1.1, stratum 2
struct DaemonLine {
    std::string_view clock; ///< date and time as written
    std::int64_t nsOfDay = -1; ///< -1: date or time cannot be one
    std::optional<std::int64_t> days; ///< since 1970, where the year is said
    int month = 0;
    int day = 0;
    std::optional<int> utcOffsetSeconds;
    std::string_view host; ///< empty in ntpd's own file
    std::string_view process; ///< "ntpd"
    std::string_view text; ///< behind "ntpd[28435]: "

    /// False when the line has none of these shapes.
    static bool read(std::string_view line, DaemonLine& parts);
    SourceTime at(LineClock& clock, std::uint64_t line) const;
};

} // namespace whittle
