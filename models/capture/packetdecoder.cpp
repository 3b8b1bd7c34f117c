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

/// Packets, or an IPv6 extension header that hides what comes.
bool mayCarryPackets(std::uint8_t protocol)
{
    using namespace ipprotocol;
    return protocol == gre || protocol == ipv4 || protocol == ipv6 || protocol == etherIp
        || protocol == authenticationHeader || protocol == destinationOptions;
}

/// The IPv4 packet in an Ethernet frame with at most one VLAN tag: the common case, without a detour. Empty
/// for all else.
Bytes plainIpv4(const Frame& frame)
{
    constexpr std::uint16_t vlan = 0x8100;
    if (frame.linkType != linktype::ethernet)
        return {};
    std::size_t at = 12;
    if (readBigEndian<std::uint16_t>(frame.bytes, at) == vlan)
        at = 16;
    if (readBigEndian<std::uint16_t>(frame.bytes, at) != LinkPayload::ipv4)
        return {};
    return slice(frame.bytes, at + 2);
}

} // namespace

void PacketDecoder::note(Tally& tally) const
{
    if (tally.count++ == 0)
        tally.firstFrame = m_writer.frameNumber();
}

void PacketDecoder::frame(const Frame& frame)
{
    m_frame = &frame;
    m_writer.startFrame(frame);
    for (const std::string_view comment : frame.comments) {
        m_writer.fields().add("text", comment);
        m_writer.write("capture.comment", {});
    }
    if (const Bytes packet = plainIpv4(frame); !packet.empty()) {
        if (!isPassedOver(packet))
            internet(parseIpv4(packet), 0);
        return;
    }
    const LinkPayload payload = linkPayload(frame.linkType, frame.bytes);
    if (payload.etherType != 0)
        network(payload, 0);
    else if (frame.linkType != Frame::unknownLink && !isKnownLinkType(frame.linkType))
        note(m_unknownLinks[linkTypeName(frame.linkType)]);
}

/// Decides about nearly every packet by a few of its bytes: UDP and TCP between ports that nobody asked
/// about, not beginning with a letter, and segments that bring nothing. False: it has to be looked at.
///
///   0  version, header length   6  fragment   9  protocol   20  ports
bool PacketDecoder::isPassedOver(Bytes packet) const
{
    constexpr std::size_t ipBytes = 20;
    constexpr std::size_t shortest = ipBytes + 20;
    if (packet.size() < shortest || readBigEndian<std::uint8_t>(packet) != 0x45
        || (readBigEndian<std::uint16_t>(packet, 6) & 0x3FFF) != 0)
        return false;
    const Bytes inside = packet.subspan(ipBytes);
    const Ports ports = portsOf(inside);
    switch (readBigEndian<std::uint8_t>(packet, 9)) {
    case ipprotocol::udp:
        return !m_protocols.isOfInterest(ports) && !ProtocolTable::mayStart(inside.subspan(8))
            && !m_expected.mayBe(ports);
    case ipprotocol::tcp: {
        const std::size_t header = tcpHeaderBytes(inside);
        constexpr unsigned control = 0x07; // FIN, SYN, RST
        const bool isEmpty = readBigEndian<std::uint16_t>(packet, 2) == ipBytes + header
            && (readBigEndian<std::uint8_t>(inside, 13) & control) == 0;
        return isEmpty
            || (!m_protocols.isOfInterest(ports) && !m_flows.mayFollow(ports)
                && !ProtocolTable::mayStart(slice(inside, header)));
    }
    default:
        return false;
    }
}

void PacketDecoder::network(const LinkPayload& payload, int depth)
{
    if (payload.etherType != LinkPayload::ipv4 && payload.etherType != LinkPayload::ipv6)
        return otherFrame(payload);
    internet(parseIp(payload), depth);
}

void PacketDecoder::internet(const std::optional<IpPacket>& packet, int depth)
{
    if (packet && depth > maxDepth)
        return noteTunnel("IP in IP, nested " + std::to_string(maxDepth) + " times");
    if (!packet)
        return;
    if (packet->isFragment())
        fragment(*packet, depth);
    else
        transport(*packet, depth);
}

void PacketDecoder::otherFrame(const LinkPayload& payload)
{
    const FrameProtocol* protocol = m_protocols.frame(payload);
    if (!protocol)
        return;
    markCopy(payload);
    if (!protocol->decode(payload.bytes, payload.link, m_writer))
        note(m_malformed[protocol->name]);
}

/// A second copy of a fragment brings nothing. Where later fragments are never captured, the first ones are
/// read as far as they go.
void PacketDecoder::fragment(const IpPacket& packet, int depth)
{
    const bool isFirst = packet.fragmentOffset == 0;
    const bool wanted = isFirst && isWanted(packet);
    if (markCopy(packet))
        return;
    if (wanted)
        note(m_fragmented);
    const bool alone = wanted && (packet.missing > 0 || m_fragments.onlyFirstOnesCome());
    if (alone) {
        ++m_cutFragments;
        return transport(packet, depth);
    }
    auto whole = m_fragments.add(packet, wanted, m_frame->time);
    if (whole && skipExtensions(*whole) && !whole->isFragment())
        transport(*whole, depth);
}

/// Whether the packet that begins with this fragment may become an event.
bool PacketDecoder::isWanted(const IpPacket& packet) const
{
    const Ports ports = portsOf(packet.payload);
    switch (packet.protocol) {
    case ipprotocol::udp:
        return m_protocols.isOfInterest(ports) || protocolOnAnyPort(packet, ports);
    case ipprotocol::tcp:
        return m_protocols.isOfInterest(ports) || m_flows.mayFollow(ports);
    default:
        return m_protocols.packet(packet.protocol) || mayCarryPackets(packet.protocol);
    }
}

void PacketDecoder::transport(const IpPacket& packet, int depth)
{
    switch (packet.protocol) {
    case ipprotocol::udp:
        return udp(packet, depth);
    case ipprotocol::tcp:
        return tcp(packet);
    case ipprotocol::gre:
        return gre(packet, depth);
    case ipprotocol::ipv4:
        return network({LinkPayload::ipv4, packet.payload, 0, {}}, depth + 1);
    case ipprotocol::ipv6:
        return network({LinkPayload::ipv6, packet.payload, 0, {}}, depth + 1);
    case ipprotocol::etherIp: // RFC 3378: two bytes of version
        return network(linkPayload(linktype::ethernet, slice(packet.payload, 2)), depth + 1);
    default:
        return otherPacket(packet);
    }
}

void PacketDecoder::gre(const IpPacket& packet, int depth)
{
    const LinkPayload inside = insideGre(packet.payload);
    if (inside.etherType == 0 && isPptpGre(packet.payload))
        noteTunnel("PPTP"); // encrypted or compressed, as nearly always
    network(inside, depth + 1);
}

void PacketDecoder::otherPacket(const IpPacket& packet)
{
    const PacketProtocol* protocol = m_protocols.packet(packet.protocol);
    if (!protocol)
        return noteTunnel(unreadTunnel(packet.protocol));
    markCopy(packet);
    if (packet.missing > 0)
        note(m_cut);
    if (!protocol->decode(packet, m_writer))
        note(m_malformed[protocol->name]);
}

void PacketDecoder::udp(const IpPacket& packet, int depth)
{
    const Ports ports = portsOf(packet.payload);
    const bool ofInterest = m_protocols.isOfInterest(ports);
    if (ofInterest && ports.destination == vxlanPort)
        return network(insideVxlan(slice(packet.payload, 8)), depth + 1);
    const DatagramProtocol* protocol = ofInterest ? m_protocols.datagram(ports) : nullptr;
    if (!protocol)
        protocol = protocolOnAnyPort(packet, ports);
    if (protocol)
        datagram(packet, *protocol);
    else if (ofInterest)
        noteTunnel(unreadTunnel(ports));
}

/// Nearly every packet of a capture of everything is asked this.
const DatagramProtocol* PacketDecoder::protocolOnAnyPort(const IpPacket& packet, Ports ports) const
{
    constexpr std::size_t udpHeaderBytes = 8;
    const DatagramProtocol* protocol = m_protocols.datagramLike(slice(packet.payload, udpHeaderBytes));
    return protocol ? protocol : m_expected.protocolOf(packet, ports);
}

void PacketDecoder::datagram(const IpPacket& packet, const DatagramProtocol& protocol)
{
    auto datagram = parseUdp(packet);
    if (!datagram)
        return note(packet.missing > 0 ? m_cut : m_malformed[protocol.name]);
    if (protocol.answersFromAnyPort)
        datagram->exchange = m_expected.exchangeOf(packet, portsOf(packet.payload));
    markCopy(packet);
    if (datagram->cut && !packet.isFragment())
        note(m_cut);
    const Conversation conversation = conversationOf(packet);
    if (!protocol.decode(*datagram, conversation, m_writer))
        note(m_malformed[protocol.name]);
    else if (protocol.answersFromAnyPort && m_protocols.isOfInterest({0, conversation.destination.port}))
        m_expected.expect(packet, conversation.source.port, protocol);
}

const StreamProtocol* PacketDecoder::streamOf(Ports ports)
{
    if (const StreamProtocol* protocol = m_protocols.stream(ports))
        return protocol;
    if (!m_protocols.isUnreadStream(ports))
        return nullptr;
    if (m_protocols.isEncryptedStream(ports))
        note(m_encrypted);
    return &unreadStream;
}

void PacketDecoder::tcp(const IpPacket& packet)
{
    const Ports ports = portsOf(packet.payload);
    const StreamProtocol* protocol = m_protocols.isOfInterest(ports) ? streamOf(ports) : nullptr;
    if (!protocol) {
        protocol = m_protocols.streamLike(slice(packet.payload, tcpHeaderBytes(packet.payload)));
        if (protocol)
            m_flows.recognise(ports);
        else if (!m_flows.mayFollow(ports))
            return;
    }
    const auto segment = parseTcp(packet);
    if (!segment || segment->isBareAck())
        return;
    markCopy(packet);
    if (segment->missing > 0)
        note(m_cut);
    m_flows.segment(*segment, packet, protocol);
}

/// True when this frame is the second copy of what it carries: so are its events.
template <typename Carried>
bool PacketDecoder::markCopy(const Carried& carried)
{
    if (!m_duplicates.isCopy(carried, *m_frame))
        return false;
    if (!m_writer.isDuplicate())
        note(m_duplicates.isOfEarlierPart() ? m_repeated : m_copies);
    m_writer.markDuplicate();
    return true;
}

void PacketDecoder::noteTunnel(std::string_view name)
{
    if (name.empty())
        return;
    const auto found = m_unreadTunnels.find(name);
    note(found == m_unreadTunnels.end() ? m_unreadTunnels[std::string(name)] : found->second);
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

/// Arguments: how many in all, and the names, joined.
void PacketDecoder::reportNames(const std::map<std::string, Tally, std::less<>>& tallies, const char* id)
{
    Tally all;
    std::string names;
    for (const auto& [name, tally] : tallies) {
        names += (names.empty() ? "" : ", ") + name;
        all.count += tally.count;
        if (all.firstFrame == 0 || tally.firstFrame < all.firstFrame)
            all.firstFrame = tally.firstFrame;
    }
    report(all, Severity::Notice, id, {names});
}

void PacketDecoder::finish()
{
    m_flows.finish();
    m_fragments.finish();
    report(m_cut, Severity::Notice, "capture.frames-cut");
    const std::uint64_t incomplete = m_fragments.incomplete() + m_cutFragments;
    if (incomplete > 0)
        report(m_fragmented, Severity::DataLoss, "capture.fragments", {std::to_string(incomplete)});
    report(m_encrypted, Severity::Notice, "capture.encrypted");
    report(m_copies, Severity::Notice, "capture.duplicates");
    report(m_repeated, Severity::Notice, "capture.repeated");
    for (const auto& [protocol, tally] : m_malformed)
        report(tally, Severity::Notice, "capture.malformed", {std::string(protocol)});
    m_writer.reportBroken();
    reportNames(m_unreadTunnels, "capture.tunnel-unsupported");
    reportNames(m_unknownLinks, "capture.link-unsupported");
}

} // namespace whittle
