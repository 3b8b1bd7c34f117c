// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/capture/ippacket.h"

namespace whittle
{

namespace
{

/// What follows the header, cut to the length that the header states; `stated` 0: unknown (segmentation
/// offload, jumbogram).
void setPayload(IpPacket& packet, Bytes behindHeader, std::size_t stated)
{
    packet.payload = stated == 0 ? behindHeader : slice(behindHeader, 0, stated);
    packet.missing = stated > packet.payload.size() ? stated - packet.payload.size() : 0;
}

constexpr std::uint8_t fragmentHeader = 44;
using ipprotocol::authenticationHeader;

/// Length of an extension header (RFC 8200 §4, RFC 4302 §2); 0 for a protocol that is none.
std::size_t extensionBytes(std::uint8_t protocol, Bytes header)
{
    const std::size_t units = readBigEndian<std::uint8_t>(header, 1);
    switch (protocol) {
    case 0: // hop-by-hop options
    case 43: // routing
    case ipprotocol::destinationOptions:
    case 135: // mobility
    case 139: // host identity
    case 140: // shim6
        return (units + 1) * 8;
    case fragmentHeader:
        return 8;
    case authenticationHeader:
        return (units + 2) * 4;
    default:
        return 0;
    }
}

} // namespace

bool skipExtensions(IpPacket& packet)
{
    constexpr int maxHeaders = 16;
    for (int header = 0; header < maxHeaders; ++header) {
        const std::size_t length = extensionBytes(packet.protocol, packet.payload);
        if (length == 0)
            return true;
        if (packet.payload.size() < length)
            return false;
        if (packet.protocol == fragmentHeader) {
            const auto fragment = readBigEndian<std::uint16_t>(packet.payload, 2);
            packet.fragmentOffset = fragment & 0xFFF8U;
            packet.moreFragments = fragment & 1;
            packet.identification = readBigEndian<std::uint32_t>(packet.payload, 4);
        }
        packet.protocol = readBigEndian<std::uint8_t>(packet.payload);
        packet.payload = slice(packet.payload, length);
        if (packet.isFragment())
            return true; // what follows is a piece of something
    }
    return false;
}

/// RFC 791 §3.1:
///
///   0  version, header length in words     6  flags (3 bits), fragment offset in 8 bytes (13 bits)
///   2  total length                        9  protocol      12 source      16 destination
///   4  identification
std::optional<IpPacket> parseIpv4(Bytes bytes)
{
    const auto first = readBigEndian<std::uint8_t>(bytes);
    const std::size_t headerBytes = std::size_t{first & 0x0FU} * 4;
    const std::size_t total = readBigEndian<std::uint16_t>(bytes, 2);
    if (first >> 4 != 4 || headerBytes < 20 || bytes.size() < headerBytes
        || (total > 0 && total < headerBytes))
        return {};
    const auto fragment = readBigEndian<std::uint16_t>(bytes, 6);
    IpPacket packet;
    packet.source = bytes.subspan(12, 4);
    packet.destination = bytes.subspan(16, 4);
    packet.protocol = readBigEndian<std::uint8_t>(bytes, 9);
    packet.identification = readBigEndian<std::uint16_t>(bytes, 4);
    packet.fragmentOffset = (fragment & 0x1FFFU) * 8;
    packet.moreFragments = fragment & 0x2000;
    setPayload(packet, bytes.subspan(headerBytes), total > 0 ? total - headerBytes : 0);
    if (packet.protocol == authenticationHeader && !packet.isFragment() && !skipExtensions(packet))
        return {};
    return packet;
}

namespace
{

/// RFC 8200 §3:
///
///   0  version, traffic class, flow label    6  next header    8 source
///   4  payload length                        7  hop limit     24 destination
std::optional<IpPacket> parseIpv6(Bytes bytes)
{
    constexpr std::size_t headerBytes = 40;
    if (bytes.size() < headerBytes || readBigEndian<std::uint8_t>(bytes) >> 4 != 6)
        return {};
    IpPacket packet;
    packet.source = bytes.subspan(8, 16);
    packet.destination = bytes.subspan(24, 16);
    packet.protocol = readBigEndian<std::uint8_t>(bytes, 6);
    setPayload(packet, bytes.subspan(headerBytes), readBigEndian<std::uint16_t>(bytes, 4));
    if (!skipExtensions(packet))
        return {};
    return packet;
}

} // namespace

std::optional<IpPacket> parseIp(const LinkPayload& payload)
{
    switch (payload.etherType) {
    case LinkPayload::ipv4:
        return parseIpv4(payload.bytes);
    case LinkPayload::ipv6:
        return parseIpv6(payload.bytes);
    default:
        return {};
    }
}

} // namespace whittle
