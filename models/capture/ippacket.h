// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include "models/base/bytes.h"
#include "models/capture/linklayer.h"

namespace whittle
{

namespace ipprotocol
{
constexpr std::uint8_t ipv4 = 4;
constexpr std::uint8_t tcp = 6;
constexpr std::uint8_t udp = 17;
constexpr std::uint8_t ipv6 = 41;
constexpr std::uint8_t gre = 47;
constexpr std::uint8_t authenticationHeader = 51;
constexpr std::uint8_t destinationOptions = 60;
constexpr std::uint8_t etherIp = 97;
} // namespace ipprotocol

/// An IPv4 or IPv6 packet; views into the frame.
struct IpPacket {
    Bytes source; ///< 4 or 16 bytes
    Bytes destination;
    std::uint8_t protocol = 0; ///< of the payload, behind all IPv6 extension headers
    Bytes payload; ///< without what an Ethernet frame is padded with
    std::size_t missing = 0; ///< bytes of the payload that the capture cut off
    std::uint32_t identification = 0; ///< 0: none, as in IPv6 without a fragment header
    std::uint32_t fragmentOffset = 0; ///< bytes before the payload in the whole packet
    bool moreFragments = false;

    bool isFragment() const { return fragmentOffset > 0 || moreFragments; }
};

/// Passes over the IPv6 extension headers (and IPsec's authentication header) at the front of the payload, up
/// to that of a fragment: what follows that has to be put together first. False when one is cut.
bool skipExtensions(IpPacket& packet);

/// The same of IPv4 alone.
std::optional<IpPacket> parseIpv4(Bytes bytes);
/// Empty when it is no IP packet, or its header is cut or contradicts itself.
std::optional<IpPacket> parseIp(const LinkPayload& payload);

} // namespace whittle
