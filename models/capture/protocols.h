// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <vector>

#include "models/capture/protocol.h"
#include "models/capture/transport.h"

namespace whittle
{

/// The protocols that are decoded, and what tells each: a port, an EtherType, a protocol number, or how its
/// messages begin. A new protocol is a line in one of the tables of protocols.cpp.
class ProtocolTable
{
public:
    /// None; only tunnels are read.
    ProtocolTable();
    /// All that are in protocols.cpp.
    static const ProtocolTable& all();

    void add(std::uint16_t port, const DatagramProtocol& protocol);
    void add(std::uint16_t port, const StreamProtocol& protocol);
    /// Frames of this EtherType; `organisation` as in LinkPayload.
    void add(std::uint32_t organisation, std::uint16_t etherType, const FrameProtocol& protocol);
    void add(std::uint8_t ipProtocol, const PacketProtocol& protocol);
    /// A TCP port whose connections are watched although what they say cannot be read.
    void addUnread(std::uint16_t port, bool encrypted);

    /// What nearly every packet is asked, and nearly every one answers with no.
    bool isOfInterest(Ports ports) const { return m_ports[ports.source] || m_ports[ports.destination]; }
    /// The protocol of a datagram between these ports, empty for none. The lower port decides, as it does in
    /// Wireshark: the higher one is the client's.
    const DatagramProtocol* datagram(Ports ports) const;
    const StreamProtocol* stream(Ports ports) const;
    /// The connections of one of these ports are watched: we know the protocol, and do not decode it.
    bool isUnreadStream(Ports ports) const;
    bool isEncryptedStream(Ports ports) const;

    const FrameProtocol* frame(const LinkPayload& payload) const;
    const PacketProtocol* packet(std::uint8_t ipProtocol) const { return m_packets[ipProtocol]; }

    /// Whether the protocols on any port need to be asked about a payload: they begin with a letter.
    static bool mayStart(Bytes payload)
    {
        const unsigned lower = readBigEndian<std::uint8_t>(payload) | 0x20U;
        return lower >= 'a' && lower <= 'z';
    }
    /// The protocol on any port whose messages begin like this, empty for none.
    const DatagramProtocol* datagramLike(Bytes payload) const;
    const StreamProtocol* streamLike(Bytes segment) const;

private:
    template <typename Protocol>
    struct OnPort {
        std::uint16_t port;
        const Protocol* protocol;
    };
    struct OnFrame {
        std::uint32_t organisation;
        std::uint16_t etherType;
        const FrameProtocol* protocol;
    };
    struct Unread {
        std::uint16_t port;
        bool encrypted;
    };

    template <typename Protocol>
    static const Protocol* between(const std::vector<OnPort<Protocol>>& table, Ports ports);
    const Unread* unread(Ports ports) const;

    std::bitset<65'536> m_ports;
    std::vector<OnPort<DatagramProtocol>> m_datagrams;
    std::vector<OnPort<StreamProtocol>> m_streams;
    std::vector<const DatagramProtocol*> m_anyDatagrams; ///< those with startsLike
    std::vector<const StreamProtocol*> m_anyStreams;
    std::vector<Unread> m_unread;
    std::vector<OnFrame> m_frames;
    std::array<const PacketProtocol*, 256> m_packets{};
};

} // namespace whittle
