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
        return network({LinkPayload::ipv4, packet->payload}, depth + 1);
    case ipprotocol::ipv6:
        return network({LinkPayload::ipv6, packet->payload}, depth + 1);
    default:
        return;
    }
}

void PacketDecoder::udp(const IpPacket& packet, int depth)
{
    const Ports ports = portsOf(packet.payload);
    if (!m_ports.isOfInterest(ports))
        return;
    if (ports.destination == vxlanPort)
        return network(insideVxlan(slice(packet.payload, 8)), depth + 1);
    datagram(packet, ports);
}

void PacketDecoder::datagram(const IpPacket& packet, Ports ports)
{
    const DatagramProtocol* protocol = datagramProtocol(ports);
    const auto datagram = parseUdp(packet);
    if (!protocol || !datagram)
        return;
    if (datagram->cut)
        note(packet.isFragment() ? m_fragments : m_cut);
    if (!protocol->decode(*datagram, conversationOf(packet), m_writer))
        note(m_malformed[protocol->name]);
}

void PacketDecoder::tcp(const IpPacket& packet)
{
    const Ports ports = portsOf(packet.payload);
    if (!m_ports.isOfInterest(ports))
        return;
    const StreamProtocol* protocol = streamProtocol(ports);
    if (!protocol && isEncryptedStream(ports))
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
