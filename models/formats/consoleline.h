// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "models/base/time.h"
#include "models/formats/clocktext.h"

namespace whittle
{

/// One row of a phone's log, in the shape of any generation. Views into the line.
///
///     NOT 08:11:10.854439 DHCP: Restart - delay = 0                                     79x0, 79x1
///     5904 DEB Mar 09 18:32:45.473187 (618:927) JAVA-sipio-sent---> REGISTER …          78xx, 88xx
///     7330 NOT Oct 23 12:26:48.500112 DHCP-dhcpRcvPkt(): ACK received                   8821
///     2020-03-30 13:03:19,325 DEBUG [0x00000e2c] [\sipcc\…] [csf.sip-call-control] …    Jabber
struct ConsoleLine {
    std::string_view level; ///< "NOT", "DEBUG"
    std::string_view clock; ///< date and time as written
    std::int64_t nsOfDay = -1; ///< -1: it cannot be a time
    int decimals = 0;
    int year = 0; ///< 0: not said; so are the next two
    int month = 0;
    int day = 0;
    std::string_view thread; ///< "618:927"; empty where it is not said
    std::string_view body; ///< all that follows
    std::string_view topic; ///< "DHCP", "TFTP", …; empty for modules that nobody here asks about
    std::string_view text; ///< what follows the names of modules and functions

    /// False when the line begins no row.
    static bool read(std::string_view line, ConsoleLine& row);

    bool hasMonthDay() const { return month != 0 && year == 0; }
    bool isJabber() const { return year != 0; }
    bool isDebug() const { return level.starts_with("DEB"); }
};

} // namespace whittle
