// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/capture/tunnels.h"

#include <algorithm>

namespace whittle
{

namespace
{

constexpr std::uint16_t transparentEthernet = 0x6558;
constexpr std::uint16_t erspan2 = 0x88BE;
constexpr std::uint16_t erspan3 = 0x22EB;

/// ERSPAN (draft-foschiano-erspan) puts a header before the mirrored frame: none for type I (which has no GRE
/// sequence number), 8 bytes for type II, 12 for type III and 8 more when its last bit says so.
std::size_t erspanHeaderBytes(std::uint16_t protocol, bool hasSequence, Bytes bytes)
{
    if (protocol == erspan2)
        return hasSequence ? 8 : 0;
    return readBigEndian<std::uint8_t>(bytes, 11) & 1 ? 20 : 12;
}

/// RFC 2637 §4.1: 0 flags and version, 2 protocol, 4 length and call, then sequence number (1000) and
/// acknowledgement (0080), four bytes each; then PPP.
LinkPayload insidePptp(Bytes packet)
{
    const auto flags = readBigEndian<std::uint16_t>(packet);
    std::size_t header = 8;
    for (const unsigned flag : {0x1000U, 0x0080U})
        header += flags & flag ? 4 : 0;
    return linkPayload(linktype::ppp, slice(packet, header));
}

} // namespace

/// 0 flags (checksum 8000, key 2000, sequence 1000) and version, 2 protocol, then four bytes for each flag.
LinkPayload insideGre(Bytes packet)
{
    const auto flags = readBigEndian<std::uint16_t>(packet);
    const auto protocol = readBigEndian<std::uint16_t>(packet, 2);
    if (isPptpGre(packet))
        return insidePptp(packet);
    if (flags & 0x4007) // source routing, or a later version
        return {};
    std::size_t header = 4;
    for (const unsigned flag : {0x8000U, 0x2000U, 0x1000U})
        header += flags & flag ? 4 : 0;
    const Bytes inside = slice(packet, header);
    if (protocol == transparentEthernet)
        return linkPayload(linktype::ethernet, inside);
    if (protocol == erspan2 || protocol == erspan3)
        return linkPayload(linktype::ethernet,
                           slice(inside, erspanHeaderBytes(protocol, flags & 0x1000, inside)));
    return untagged({protocol, inside, 0, {}});
}

bool isPptpGre(Bytes packet)
{
    return (readBigEndian<std::uint16_t>(packet) & 7) == 1;
}

std::string_view unreadTunnel(std::uint8_t ipProtocol)
{
    switch (ipProtocol) {
    case 50:
        return "ESP";
    case 108:
        return "IPComp";
    case 115:
        return "L2TPv3";
    default:
        return {};
    }
}

/// The lower port decides: the other may be anything a client chose.
std::string_view unreadTunnel(Ports ports)
{
    const std::uint16_t port = std::min(ports.source, ports.destination);
    const auto found = std::find_if(unreadTunnelPorts.begin(), unreadTunnelPorts.end(),
                                    [&](const TunnelPort& tunnel) { return tunnel.port == port; });
    return found == unreadTunnelPorts.end() ? std::string_view{} : found->name;
}

LinkPayload insideVxlan(Bytes datagram)
{
    constexpr std::size_t headerBytes = 8;
    return linkPayload(linktype::ethernet, slice(datagram, headerBytes));
}

} // namespace whittle
