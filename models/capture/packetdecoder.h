// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "models/capture/duplicates.h"
#include "models/capture/eventwriter.h"
#include "models/capture/expectedanswers.h"
#include "models/capture/fragments.h"
#include "models/capture/ippacket.h"
#include "models/capture/protocols.h"
#include "models/capture/tcpflows.h"

namespace whittle
{

/// From frames to events: link layer, IP, tunnels, UDP and TCP, and then the protocol. What could not be read
/// is counted, and told once at the end.
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
    /// Another capture begins here, or the clock went back.
    void beginPart() { m_duplicates.beginPart(); }
    /// No more frames come: writes the problems.
    void finish();

private:
    /// How often something was seen, and in which frame first.
    struct Tally {
        std::uint64_t count = 0;
        std::uint64_t firstFrame = 0;
    };

    bool isPassedOver(Bytes ipv4Packet) const;
    void network(const LinkPayload& payload, int depth);
    void internet(const std::optional<IpPacket>& packet, int depth);
    void otherFrame(const LinkPayload& payload);
    void fragment(const IpPacket& packet, int depth);
    bool isWanted(const IpPacket& packet) const;
    void transport(const IpPacket& packet, int depth);
    void gre(const IpPacket& packet, int depth);
    void otherPacket(const IpPacket& packet);
    void udp(const IpPacket& packet, int depth);
    const DatagramProtocol* protocolOnAnyPort(const IpPacket& packet, Ports ports) const;
    void datagram(const IpPacket& packet, const DatagramProtocol& protocol);
    void tcp(const IpPacket& packet);
    const StreamProtocol* streamOf(Ports ports);

    template <typename Carried>
    bool markCopy(const Carried& carried);
    void note(Tally& tally) const;
    void report(const Tally& tally, Severity severity, const char* id, std::vector<std::string> more = {});
    void reportNames(const std::map<std::string, Tally, std::less<>>& tallies, const char* id);
    void noteTunnel(std::string_view name);

    const ProtocolTable& m_protocols;
    EventWriter m_writer;
    TcpFlows m_flows;
    ExpectedAnswers m_expected;
    Fragments m_fragments;
    Duplicates m_duplicates;
    const Frame* m_frame = nullptr; ///< during frame()
    std::map<std::string, Tally, std::less<>> m_unknownLinks; ///< by name
    std::map<std::string, Tally, std::less<>> m_unreadTunnels; ///< by name
    std::map<std::string_view, Tally> m_malformed; ///< by protocol
    Tally m_cut;
    Tally m_fragmented; ///< wanted packets in fragments, whole or not
    std::uint64_t m_cutFragments = 0; ///< of them, first ones that were read alone
    Tally m_encrypted;
    Tally m_copies;
    Tally m_repeated; ///< copies of frames of an earlier part
};

} // namespace whittle
