// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

#include "models/base/address.h"

namespace whittle
{

/// What a question is about, of all that a source may show.
enum class Traffic : std::uint8_t {
    Registrations, ///< SCCP over TCP port 2000, and the connections it runs on
    Dhcp, ///< UDP, each packet from or to port 67
    Sip, ///< TCP or UDP, port 5060
    Tftp, ///< UDP, requests to port 69
    Http, ///< TCP port 6970: configuration of phones
    Ntp, ///< UDP, each packet from or to port 123
    Icmp,
    Arp,
    Announcements, ///< CDP and LLDP: frames without IP
};

/// Which packets of a kind a capture filter lets through.
enum class Passes : std::uint8_t { None, Some, All };

/// What a filter in the language of pcap-filter(7) ("udp port 67 or udp port 68", "host 10.2.20.1") lets
/// through of that traffic; of registrations only those of `phone`, where it is set. What is not understood
/// passes Some: it may hide anything.
Passes whatPasses(std::string_view filter, Traffic traffic, const IpAddress& phone = {});

} // namespace whittle
