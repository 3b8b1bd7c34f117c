// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/capture/transport.h"

namespace whittle
{

Conversation conversationOf(const IpPacket& packet)
{
    const Ports ports = portsOf(packet.payload);
    return {{IpAddress::fromBytes(packet.source), ports.source},
            {IpAddress::fromBytes(packet.destination), ports.destination}};
}

/// 0 source port, 2 destination port, 4 length with header, 6 checksum.
std::optional<UdpDatagram> parseUdp(const IpPacket& packet)
{
    constexpr std::size_t headerBytes = 8;
    const std::size_t stated = readBigEndian<std::uint16_t>(packet.payload, 4);
    // 0 stands for a jumbogram (RFC 2675 §4) or was left to the network card.
    if (packet.payload.size() < headerBytes || (stated > 0 && stated < headerBytes))
        return {};
    UdpDatagram datagram;
    datagram.payload = packet.payload.subspan(headerBytes);
    if (stated > 0)
        datagram.payload = slice(datagram.payload, 0, stated - headerBytes);
    datagram.cut = stated > headerBytes + datagram.payload.size();
    return datagram;
}

/// 0 source port, 2 destination port, 4 sequence, 8 acknowledgment, 12 header length in words (4 bits), 13
/// flags.
std::optional<TcpSegment> parseTcp(const IpPacket& packet)
{
    const std::size_t headerBytes = tcpHeaderBytes(packet.payload);
    if (headerBytes < 20 || packet.payload.size() < headerBytes)
        return {};
    const auto flags = readBigEndian<std::uint8_t>(packet.payload, 13);
    TcpSegment segment;
    segment.sequence = readBigEndian<std::uint32_t>(packet.payload, 4);
    segment.fin = flags & 0x01;
    segment.syn = flags & 0x02;
    segment.rst = flags & 0x04;
    segment.ack = flags & 0x10;
    segment.payload = packet.payload.subspan(headerBytes);
    segment.missing = packet.missing;
    return segment;
}

} // namespace whittle
