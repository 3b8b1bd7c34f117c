// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "models/base/address.h"
#include "models/base/fields.h"

namespace whittle
{

/// What one line of a DHCP server says.
struct DhcpServerText {
    std::string_view kind; ///< empty: nothing about leases
    std::string_view device; ///< where the client's host name is a phone's
};

/// ISC dhcpd: "DHCPREQUEST for 10.0.2.15 from 08:00:27:c1:4f:9a via enp0s8: wrong network."
DhcpServerText readIscText(std::string_view text, FieldWriter& fields);
/// dnsmasq: "DHCPACK(eth0) 10.1.1.5 00:1e:7a:24:42:9a SEP001E7A24429A"
DhcpServerText readDnsmasqText(std::string_view text, FieldWriter& fields);
/// A row of the Windows server's audit log: "11,12/14/18,08:59:46,Renew,10.20.20.11,SEP001BD4E9C2BA,…",
/// from its event number on.
DhcpServerText readWindowsRow(std::string_view row, FieldWriter& fields);

} // namespace whittle
