// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "models/evidence/format.h"

namespace whittle
{

/// The log of a phone of any generation (id "phone-console").
const Format& phoneConsoleFormat();
/// CUCM's SDI trace, releases 3.x to 8.x (id "cucm-sdi").
const Format& cucmSdiFormat();
/// What `utils ntp status` and `ntpq -p` print (id "ntp-status").
const Format& ntpStatusFormat();
/// What ntpd writes, to its own file or to syslog (id "ntp-log").
const Format& ntpLogFormat();
/// The log of a DHCP server: ISC dhcpd, dnsmasq, Windows (id "dhcp-server-log").
const Format& dhcpServerLogFormat();
/// What `utils diagnose test` prints (id "diagnose-test").
const Format& diagnoseTestFormat();
/// Packets in tcpdump's words, as `utils network capture` prints them (id "packet-text").
const Format& packetTextFormat();

/// All text formats. The pointers are to constants.
std::span<const Format* const> textFormats();

} // namespace whittle
