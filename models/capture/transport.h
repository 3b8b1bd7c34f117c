// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include "models/base/address.h"
#include "models/capture/ippacket.h"

namespace whittle
{

/// Who speaks to whom in one packet.
struct Conversation {
    Endpoint source;
    Endpoint destination;

    Conversation reversed() const { return {destination, source}; }
    bool operator==(const Conversation&) const = default;
};

/// The ports of a UDP or TCP packet: all that most packets are ever asked for.
struct Ports {
    std::uint16_t source = 0;
    std::uint16_t destination = 0;
};

inline Ports portsOf(Bytes transport)
{
    return {readBigEndian<std::uint16_t>(transport), readBigEndian<std::uint16_t>(transport, 2)};
}

Conversation conversationOf(const IpPacket& packet);

/// What is remembered of an exchange whose answers come from any port, that is, of a transfer by TFTP.
struct Exchange {
    std::uint16_t blockBytes = 0; ///< of a full block; 0: not known
    std::uint16_t block = 0; ///< number of the latest one
    bool rolledOver = false; ///< these numbers have passed 65535
};

/// RFC 768.
struct UdpDatagram {
    Bytes payload;
    bool cut = false; ///< the capture does not hold all of it
    Exchange* exchange = nullptr; ///< where it belongs to one
};

/// Empty when the header is cut or states a length that cannot be.
std::optional<UdpDatagram> parseUdp(const IpPacket& packet);

/// RFC 9293 §3.1.
struct TcpSegment {
    std::uint32_t sequence = 0;
    bool fin = false;
    bool syn = false;
    bool rst = false;
    bool ack = false;
    Bytes payload;
    std::size_t missing = 0; ///< bytes of the payload that the capture cut off

    /// Half of all segments: they bring nothing.
    bool isBareAck() const { return payload.empty() && missing == 0 && !syn && !fin && !rst; }
};

/// As the header states it; what is below 20 is no TCP.
inline std::size_t tcpHeaderBytes(Bytes packet)
{
    return std::size_t{readBigEndian<std::uint8_t>(packet, 12)} / 16 * 4;
}

/// Empty when the header is cut or states a length that cannot be.
std::optional<TcpSegment> parseTcp(const IpPacket& packet);

} // namespace whittle
