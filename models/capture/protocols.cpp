// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/capture/protocols.h"

#include <algorithm>

#include "models/capture/arp.h"
#include "models/capture/cdp.h"
#include "models/capture/dhcp.h"
#include "models/capture/http.h"
#include "models/capture/icmp.h"
#include "models/capture/lldp.h"
#include "models/capture/ntp.h"
#include "models/capture/sccp.h"
#include "models/capture/sip.h"
#include "models/capture/tftp.h"
#include "models/capture/tunnels.h"

namespace whittle
{

namespace
{

ProtocolTable allProtocols()
{
    ProtocolTable table;
    table.add(69, tftpProtocol);
    table.add(67, dhcpProtocol); // server and relay
    table.add(68, dhcpProtocol); // client
    table.add(123, ntpProtocol);
    table.add(4011, dhcpProtocol); // PXE's second server
    table.add(5060, sipDatagrams);

    table.add(2000, sccpProtocol);
    table.add(5060, sipStream);
    table.add(6970, httpProtocol); // phone configuration

    table.add(0, 0x0806, arpProtocol);
    table.add(0, 0x88CC, lldpProtocol);
    table.add(0x00000C, 0x2000, cdpProtocol);
    table.add(1, icmpProtocol);
    table.add(58, icmpv6Protocol);

    table.addUnread(2443, true); // SCCP over TLS
    table.addUnread(5061, true); // SIP over TLS
    table.addUnread(2748, false); // CTI (QBE)
    return table;
}

template <typename Protocol>
void addOnce(std::vector<const Protocol*>& list, const Protocol& protocol)
{
    if (protocol.startsLike && std::find(list.begin(), list.end(), &protocol) == list.end())
        list.push_back(&protocol);
}

template <typename Protocol>
const Protocol* startingLike(const std::vector<const Protocol*>& list, Bytes bytes)
{
    if (!ProtocolTable::mayStart(bytes))
        return nullptr;
    for (const Protocol* protocol : list) {
        if (protocol->startsLike(bytes))
            return protocol;
    }
    return nullptr;
}

} // namespace

ProtocolTable::ProtocolTable()
{
    m_ports.set(vxlanPort);
    for (const TunnelPort& tunnel : unreadTunnelPorts)
        m_ports.set(tunnel.port);
}

const ProtocolTable& ProtocolTable::all()
{
    static const ProtocolTable table = allProtocols();
    return table;
}

void ProtocolTable::add(std::uint16_t port, const DatagramProtocol& protocol)
{
    m_ports.set(port);
    m_datagrams.push_back({port, &protocol});
    addOnce(m_anyDatagrams, protocol);
}

void ProtocolTable::add(std::uint16_t port, const StreamProtocol& protocol)
{
    m_ports.set(port);
    m_streams.push_back({port, &protocol});
    addOnce(m_anyStreams, protocol);
}

void ProtocolTable::add(std::uint32_t organisation, std::uint16_t etherType, const FrameProtocol& protocol)
{
    m_frames.push_back({organisation, etherType, &protocol});
}

void ProtocolTable::add(std::uint8_t ipProtocol, const PacketProtocol& protocol)
{
    m_packets[ipProtocol] = &protocol;
}

void ProtocolTable::addUnread(std::uint16_t port, bool encrypted)
{
    m_ports.set(port);
    m_unread.push_back({port, encrypted});
}

template <typename Protocol>
const Protocol* ProtocolTable::between(const std::vector<OnPort<Protocol>>& table, Ports ports)
{
    const auto [low, high] = std::minmax(ports.source, ports.destination);
    const Protocol* ofHigh = nullptr;
    for (const auto& entry : table) {
        if (entry.port == low)
            return entry.protocol;
        if (entry.port == high)
            ofHigh = entry.protocol;
    }
    return ofHigh;
}

const DatagramProtocol* ProtocolTable::datagram(Ports ports) const
{
    return between(m_datagrams, ports);
}

const StreamProtocol* ProtocolTable::stream(Ports ports) const
{
    return between(m_streams, ports);
}

const ProtocolTable::Unread* ProtocolTable::unread(Ports ports) const
{
    const auto found = std::find_if(m_unread.begin(), m_unread.end(), [&](const Unread& entry) {
        return entry.port == ports.source || entry.port == ports.destination;
    });
    return found == m_unread.end() ? nullptr : &*found;
}

bool ProtocolTable::isUnreadStream(Ports ports) const
{
    return unread(ports) != nullptr;
}

bool ProtocolTable::isEncryptedStream(Ports ports) const
{
    const Unread* entry = unread(ports);
    return entry && entry->encrypted;
}

const FrameProtocol* ProtocolTable::frame(const LinkPayload& payload) const
{
    const auto found = std::find_if(m_frames.begin(), m_frames.end(), [&](const OnFrame& entry) {
        return entry.organisation == payload.organisation && entry.etherType == payload.etherType;
    });
    return found == m_frames.end() ? nullptr : found->protocol;
}

const DatagramProtocol* ProtocolTable::datagramLike(Bytes payload) const
{
    return startingLike(m_anyDatagrams, payload);
}

const StreamProtocol* ProtocolTable::streamLike(Bytes segment) const
{
    return startingLike(m_anyStreams, segment);
}

} // namespace whittle
