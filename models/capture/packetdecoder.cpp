// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/capture/packetdecoder.h"

#include <string>

#include "models/capture/captureproblem.h"
#include "models/capture/tunnels.h"

namespace whittle
{

namespace
{

/// Packets in packets in packets; more than this is an attack.
constexpr int maxDepth = 6;

} // namespace

void PacketDecoder::note(Tally& tally) const
{
    if (tally.count++ == 0)
        tally.firstFrame = m_writer.frameNumber();
}

void PacketDecoder::frame(const Frame& frame)
{
    m_writer.startFrame(frame);
    const LinkPayload payload = linkPayload(frame.linkType, frame.bytes);
    if (payload.etherType != 0)
        network(payload, 0);
    else if (frame.linkType != Frame::unknownLink && !isKnownLinkType(frame.linkType))
        note(m_unknownLinks[frame.linkType]);
}

void PacketDecoder::network(const LinkPayload& payload, int depth)
{
    if (payload.etherType != LinkPayload::ipv4 && payload.etherType != LinkPayload::ipv6)
        return otherFrame(payload);
    const auto packet = parseIp(payload);
    if (!packet || depth > maxDepth || packet->fragmentOffset > 0)
        return;
    switch (packet->protocol) {
    case ipprotocol::udp:
        return udp(*packet, depth);
    case ipprotocol::tcp:
        return tcp(*packet);
    case ipprotocol::gre:
        return network(insideGre(packet->payload), depth + 1);
    case ipprotocol::ipv4:
        return network({LinkPayload::ipv4, packet->payload, 0, {}}, depth + 1);
    case ipprotocol::ipv6:
        return network({LinkPayload::ipv6, packet->payload, 0, {}}, depth + 1);
    default:
        return otherPacket(*packet);
    }
}

void PacketDecoder::otherFrame(const LinkPayload& payload)
{
    const FrameProtocol* protocol = m_protocols.frame(payload);
    if (protocol && !protocol->decode(payload.bytes, payload.link, m_writer))
        note(m_malformed[protocol->name]);
}

void PacketDecoder::otherPacket(const IpPacket& packet)
{
    const PacketProtocol* protocol = m_protocols.packet(packet.protocol);
    if (!protocol)
        return;
    if (packet.missing > 0)
        note(packet.isFragment() ? m_fragments : m_cut);
    if (!protocol->decode(packet, m_writer))
        note(m_malformed[protocol->name]);
}

void PacketDecoder::udp(const IpPacket& packet, int depth)
{
    const Ports ports = portsOf(packet.payload);
    if (!m_protocols.isOfInterest(ports))
        return datagramOnAnyPort(packet, ports);
    if (ports.destination == vxlanPort)
        return network(insideVxlan(slice(packet.payload, 8)), depth + 1);
    if (const DatagramProtocol* protocol = m_protocols.datagram(ports))
        datagram(packet, *protocol);
}

/// Nearly every packet of a capture of everything ends here.
void PacketDecoder::datagramOnAnyPort(const IpPacket& packet, Ports ports)
{
    constexpr std::size_t udpHeaderBytes = 8;
    const DatagramProtocol* protocol = m_protocols.datagramLike(slice(packet.payload, udpHeaderBytes));
    if (!protocol)
        protocol = m_expected.protocolOf(packet, ports);
    if (protocol)
        datagram(packet, *protocol);
}

void PacketDecoder::datagram(const IpPacket& packet, const DatagramProtocol& protocol)
{
    const auto datagram = parseUdp(packet);
    if (!datagram)
        return;
    if (datagram->cut)
        note(packet.isFragment() ? m_fragments : m_cut);
    const Conversation conversation = conversationOf(packet);
    if (!protocol.decode(*datagram, conversation, m_writer))
        note(m_malformed[protocol.name]);
    else if (protocol.answersFromAnyPort && m_protocols.isOfInterest({0, conversation.destination.port}))
        m_expected.expect(packet, conversation.source.port, protocol);
}

void PacketDecoder::tcp(const IpPacket& packet)
{
    const Ports ports = portsOf(packet.payload);
    if (!m_protocols.isOfInterest(ports))
        return;
    const StreamProtocol* protocol = m_protocols.stream(ports);
    if (!protocol && m_protocols.isEncryptedStream(ports))
        note(m_encrypted);
    const auto segment = parseTcp(packet);
    if (!protocol || !segment || segment->isBareAck())
        return;
    if (segment->missing > 0)
        note(m_cut);
    if (packet.isFragment())
        note(m_fragments);
    m_flows.segment(*segment, conversationOf(packet), *protocol);
}

/// Arguments: how many, then `more`.
void PacketDecoder::report(const Tally& tally, Severity severity, const char* id,
                           std::vector<std::string> more)
{
    if (tally.count == 0)
        return;
    more.insert(more.begin(), std::to_string(tally.count));
    m_writer.problem(problemAtFrame(severity, id, tally.firstFrame, std::move(more)));
}

void PacketDecoder::finish()
{
    m_flows.finish();
    report(m_cut, Severity::Notice, "capture.frames-cut");
    report(m_fragments, Severity::DataLoss, "capture.fragments");
    report(m_encrypted, Severity::Notice, "capture.encrypted");
    for (const auto& [protocol, tally] : m_malformed)
        report(tally, Severity::Notice, "capture.malformed", {std::string(protocol)});
    Tally unknown;
    std::string names;
    for (const auto& [linkType, tally] : m_unknownLinks) {
        names += names.empty() ? "" : ", ";
        names += linkTypeName(linkType);
        unknown.count += tally.count;
        if (unknown.firstFrame == 0 || tally.firstFrame < unknown.firstFrame)
            unknown.firstFrame = tally.firstFrame;
    }
    report(unknown, Severity::Notice, "capture.link-unsupported", {names});
}

} // namespace whittle
