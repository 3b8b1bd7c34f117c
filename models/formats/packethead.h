// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

#include "models/base/address.h"

namespace whittle
{

/// One end of a packet as tcpdump prints it: "cm6-sub.ntp", "10.1.1.5.123", "fe80::1.546", "10.1.1.5".
struct PacketEnd {
    std::string_view name; ///< of the host, where it is no address
    Endpoint endpoint; ///< without what is not said

    /// `hasPort`: of protocols that have some. A service that is not known leaves the port out.
    static PacketEnd read(std::string_view text, bool hasPort);
};

/// When a line of tcpdump says that its packet came.
struct PacketTime {
    std::size_t length = 0; ///< characters it takes with the blanks around it; 0: the line begins no packet
    std::string_view written;
    std::int64_t ns = -1; ///< since midnight, or since 1970 when it has a date; -1: it cannot be a time
    int decimals = 0;
    bool hasDate = false;
    bool isUtc = false; ///< seconds since 1970

    /// "08:56:01.125718", "2017-06-19 14:12:10.230949", "1497881530.230949", after a number or none.
    static PacketTime read(std::string_view line);
};

/// A packet without its time. Views into the text, which may be of several lines: with -v, addresses and
/// what is within stand on the next ones.
///
///     cm6-sub.ntp > cm6-pub.ntp: v4 client strat 4 poll 10 prec -18 (DF) [tos 0x10]
///     IP cucm-sub3.home.lab.39417 > cucm-115.home.lab.ntp: NTPv4 , Client, length 48
///     00:0c:29:1f:74:06 > Broadcast, ethertype IPv4 (0x0800), length 342: 0.0.0.0.68 > 255.255.255.255.67: …
///     IP (tos 0x10, ttl 128, id 0, offset 0, flags [none], proto UDP (17), length 328)
///         0.0.0.0.68 > 255.255.255.255.67: BOOTP/DHCP, Request from 00:0c:29:1f:74:06, length 300
struct PacketHead {
    std::string_view source;
    std::string_view destination;
    std::string_view payload; ///< all that follows the ends
    bool isArp = false; ///< without ends: all is payload

    /// False when the text is of none of these shapes.
    static bool read(std::string_view text, PacketHead& head);
};

} // namespace whittle
