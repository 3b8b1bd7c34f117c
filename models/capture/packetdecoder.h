// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>

#include "models/capture/eventwriter.h"
#include "models/capture/expectedanswers.h"
#include "models/capture/ippacket.h"
#include "models/capture/protocols.h"
#include "models/capture/tcpflows.h"

namespace whittle
{

/// From frames to events: link layer, IP, tunnels, UDP and TCP, and then the protocol of the port. What could
/// not be read is counted, and told once at the end.
class PacketDecoder
{
public:
    explicit PacketDecoder(EventSink& sink, const ProtocolTable& protocols = ProtocolTable::all())
        : m_protocols(protocols)
        , m_writer(sink)
        , m_flows(m_writer)
    {
    }

    /// Frames come in the order of the capture; the bytes are used during the call only.
    void frame(const Frame& frame);
    /// No more frames come: writes the problems.
    void finish();

private:
    /// How often something was seen, and in which frame first.
    struct Tally {
        std::uint64_t count = 0;
        std::uint64_t firstFrame = 0;
    };

    void network(const LinkPayload& payload, int depth);
    void udp(const IpPacket& packet, int depth);
    void datagram(const IpPacket& packet, const DatagramProtocol& protocol);
    void datagramOnAnyPort(const IpPacket& packet, Ports ports);
    void tcp(const IpPacket& packet);
    void otherFrame(const LinkPayload& payload);
    void otherPacket(const IpPacket& packet);
    void note(Tally& tally) const;
    void report(const Tally& tally, Severity severity, const char* id, std::vector<std::string> more = {});

    const ProtocolTable& m_protocols;
    EventWriter m_writer;
    TcpFlows m_flows;
    ExpectedAnswers m_expected;
    std::map<std::uint32_t, Tally> m_unknownLinks;
    std::map<std::string_view, Tally> m_malformed; ///< by protocol
    Tally m_cut;
    Tally m_fragments;
    Tally m_encrypted;
};

} // namespace whittle
