// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/samplecase/bytes.h"
#include "tests/samplecase/ipv4.h"
#include "tests/samplecase/sourceclock.h"

#include <string>

namespace samplecase
{

/// The site of the story: who is where, when it begins and what each clock shows.
namespace site
{

constexpr Moment begin{std::chrono::sys_days{std::chrono::year{2009} / 2 / 27} + 2h + 11min + 5s};
constexpr Moment end = begin + 120h;

constexpr Ipv4 dhcpServer = ip(10, 2, 1, 5);
constexpr Ipv4 publisher = ip(10, 2, 1, 10);
constexpr Ipv4 subscriber = ip(10, 2, 1, 11);
constexpr Ipv4 phoneGateway = ip(10, 2, 20, 1);
constexpr Ipv4 mask = ip(255, 255, 255, 0);
constexpr Ipv4 firstTimeSource = ip(172, 20, 8, 10);
constexpr Ipv4 secondTimeSource = ip(172, 20, 8, 11);

constexpr Duration lease = 72h;
constexpr Duration renewAfter = lease / 2;
constexpr Duration rebindAfter = lease / 8 * 7;
constexpr Duration keepAliveInterval = 600s;

/// The analyser at the data centre free-runs; the servers are kept by NTP; nobody sets the phone's clock.
constexpr SourceClock captureClock{800ms, 12, begin};
constexpr SourceClock consoleClock{41200ms, -20, begin};
constexpr SourceClock publisherClock{3ms, 0, begin};
constexpr SourceClock subscriberClock{2200us, 0, begin};

constexpr auto captureFile = "span-dc1.pcap";
constexpr auto consoleFile = "SEP001E7A24429A.log";
constexpr auto traceFile = "ccm00000012.txt";
constexpr auto statusFile = "ntp-status-cucm-pub.txt";

} // namespace site

/// How a host looks from the capture point: behind the router unless it stands in the server VLAN.
struct HostLook {
    Mac mac;
    std::uint8_t ttl;
    bool dontFragment;
};
HostLook lookOf(Ipv4 address);

} // namespace samplecase
