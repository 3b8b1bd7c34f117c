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
/// CUCM's SDL trace, with the SDI texts in it from 9.x on (id "cucm-sdl").
const Format& cucmSdlFormat();
/// The trace of CUCM's TFTP service, in either form (id "tftp-trace").
const Format& tftpTraceFormat();
/// The trace of CTIManager, in either form (id "cti-trace").
const Format& ctiTraceFormat();
/// Syslog with alarms of CUCM (id "syslog").
const Format& syslogFormat();
/// What `utils ntp status` and `ntpq -p` print (id "ntp-status").
const Format& ntpStatusFormat();
/// The SIPStack log of OCS 2007, Lync and Skype for Business (id "ocs-sipstack").
const Format& ocsSipStackFormat();
/// The trace of the SIP proxy of CUPS and of IM and Presence (id "cups-sipproxy").
const Format& cupsSipProxyFormat();
/// What regedit exports, of which Windows Time is read (id "windows-registry").
const Format& windowsRegistryFormat();
/// What `show version active` and `show version inactive` print (id "show-version").
const Format& showVersionFormat();
/// The log of an installation or upgrade of CUCM and its kin (id "install-log").
const Format& installLogFormat();
/// A deployment description in JSON (id "site").
const Format& siteFormat();
/// What ntpd writes, to its own file or to syslog (id "ntp-log").
const Format& ntpLogFormat();
/// The log of a DHCP server: ISC dhcpd, dnsmasq, Windows (id "dhcp-server-log").
const Format& dhcpServerLogFormat();
/// What `utils diagnose test` prints (id "diagnose-test").
const Format& diagnoseTestFormat();
/// Packets in tcpdump's words, as `utils network capture` prints them (id "packet-text").
const Format& packetTextFormat();
/// A session of CUCM's command line with outputs that other formats read, and others (id "cli-session").
const Format& cliSessionFormat();

/// All text formats. The pointers are to constants.
std::span<const Format* const> textFormats();

} // namespace whittle
