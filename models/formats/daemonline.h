// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "models/formats/stamp.h"

namespace whittle
{

/// One line that a daemon wrote to syslog (RFC 3164, RFC 5424, or with any time that
/// stampAtFront() reads), or ntpd to
/// its own file. Views into the line.
///
///     Mar 22 07:27:46 jammy ntpd[3132]: kernel reports TIME_ERROR: 0x2041: Clock Unsynchronized
///     2023-03-22T07:27:46.123456+01:00 jammy dhcpd[1414]: DHCPNAK on 10.0.2.15 to 08:00:27:c1:4f:9a via eth0
///     <30>1 2023-03-22T07:27:46.123456+01:00 jammy dhcpd 1414 - - DHCPNAK on 10.0.2.15 to 08:00:27:c1:4f:9a
///      6 Sep 20:54:50 ntpd[28435]: synchronized to 10.1.1.1, stratum 2
struct DaemonLine {
    Stamp time; ///< may be not valid
    std::string_view host; ///< empty in ntpd's own file
    std::string_view process; ///< "ntpd"
    std::optional<std::int64_t> pid; ///< 28435
    std::string_view text; ///< behind "ntpd[28435]: "

    /// False when the line has none of these shapes.
    static bool read(std::string_view line, DaemonLine& parts);
};

} // namespace whittle
