// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/samplecase/dhcpclient.h"

#include "tests/samplecase/site.h"

namespace samplecase
{

namespace
{

constexpr std::uint16_t clientPort = 68, serverPort = 67;
constexpr Mac accessSwitch{0x00, 0x1d, 0x46, 0x0f, 0x3c, 0x80};
constexpr unsigned voiceVlan = 220;

Frame datagram(Endpoint from, Endpoint to, const DhcpMessage& message)
{
    Frame frame;
    frame.from = from;
    frame.to = to;
    frame.payload = message.bytes();
    return frame;
}

} // namespace

DhcpClient::DhcpClient(const PhonePlan& plan, DhcpServer& server, Wire& wire, Console& console)
    : m_plan(plan)
    , m_server(server)
    , m_wire(wire)
    , m_console(console)
    , m_prng(0xd0 + unsigned(plan.number))
    , m_address(plan.address)
{
}

/// What every request of this phone carries: who it is, what it is and what it wants to know.
DhcpMessage DhcpClient::message(DhcpType type, std::uint32_t xid) const
{
    DhcpMessage message(type, xid, m_plan.mac);
    message.option(61, ByteWriter().u8(1).raw(m_plan.mac).bytes()).text(12, deviceName(m_plan.mac));
    message.text(60, "Cisco Systems, Inc. IP Phone " + m_plan.model).option(57, {0x05, 0xdc});
    return message.option(55, {1, 66, 6, 3, 15, 150, 35});
}

/// The relay puts in its own address and the switch port, in the vendor's form of RFC 3046's sub-options.
DhcpMessage DhcpClient::relayed(DhcpMessage message) const
{
    message.hops = 1;
    message.relayAddress = site::phoneGateway;
    ByteWriter info;
    info.u8(1).u8(6).u8(0).u8(4).be16(voiceVlan).u8(1).u8(std::uint32_t(m_plan.switchPort));
    message.relayInfo = info.u8(2).u8(8).u8(0).u8(6).raw(accessSwitch).bytes();
    return message;
}

DhcpMessage DhcpClient::selecting(std::uint32_t xid, Ipv4 offered) const
{
    auto request = message(DhcpType::Request, xid);
    request.secs = 1;
    return relayed(request.address(50, offered).address(54, site::dhcpServer));
}

Moment DhcpClient::sendDirect(const DhcpMessage& message, Moment at, const std::string& kind)
{
    return m_wire.toServer(
        datagram({message.clientAddress, clientPort}, {site::dhcpServer, serverPort}, message), at, kind);
}

Moment DhcpClient::sendRelayed(const DhcpMessage& message, Moment at, const std::string& kind)
{
    return m_wire.toServer(
        datagram({site::phoneGateway, serverPort}, {site::dhcpServer, serverPort}, message), at + 400us,
        kind);
}

Moment DhcpClient::answerDirect(const DhcpMessage& reply, Moment at, const std::string& kind)
{
    const Moment sent = at + m_prng.between(250us, 700us);
    return m_wire.toPhone(datagram({site::dhcpServer, serverPort}, {m_address, clientPort}, reply), sent,
                          kind);
}

Moment DhcpClient::answerRelayed(const DhcpMessage& reply, Moment at, const std::string& kind)
{
    const Moment sent = at + m_prng.between(900us, 2600us);
    return m_wire.toPhone(datagram({site::dhcpServer, serverPort}, {site::phoneGateway, serverPort}, reply),
                          sent, kind);
}

DhcpClient::Answer DhcpClient::renew(Moment at)
{
    m_console.note(at, "DHCP", "T1 expired, state = 5");
    m_console.note(at + m_prng.between(9ms, 26ms), "DHCP", "dhcpSendReq: status 0x12300000");
    const Moment sent = at + m_prng.between(27ms, 31ms);
    m_console.note(sent, "DHCP", "Sending Request...");
    auto request = message(DhcpType::Request, m_prng.word());
    request.clientAddress = m_address;
    const Moment arrived = sendDirect(request, sent, "dhcp_request");
    const auto reply = m_server.renew(request);
    const bool renewed = reply.type == DhcpType::Ack;
    const Moment answered = answerDirect(reply, arrived, renewed ? "dhcp_ack" : "dhcp_nak");
    m_console.note(answered, "DHCP", renewed ? "ACK received" : "NAK received");
    if (renewed)
        m_bound = answered;
    return {reply.type, answered};
}

Moment DhcpClient::release(Moment at)
{
    m_console.note(at + 1720us, "DHCP", "clear info - IP = " + dotted(m_address) + ", state = 2");
    const Moment sent = at + m_prng.between(2400us, 3100us);
    m_console.note(sent, "DHCP", "Sending Release...");
    DhcpMessage release(DhcpType::Release, m_prng.word(), m_plan.mac);
    release.clientAddress = m_address;
    release.address(54, site::dhcpServer).option(61, ByteWriter().u8(1).raw(m_plan.mac).bytes());
    sendDirect(release, sent, "dhcp_release");
    m_console.note(sent + 11ms, "DHCP", "Restart - delay = 0");
    return sent + 11ms;
}

Moment DhcpClient::obtain(Moment at)
{
    const auto xid = m_prng.word();
    if (m_plan.moves)
        m_server.reserves(m_plan.mac, m_server.freshAddress());
    const Moment discovered = at + m_prng.between(1100ms, 1900ms);
    m_console.note(discovered, "DHCP", "Sending Discover...");
    const auto discover = relayed(message(DhcpType::Discover, xid));
    const auto offer = m_server.offer(discover);
    const Moment offered =
        answerRelayed(offer, sendRelayed(discover, discovered, "dhcp_discover_relayed"), "dhcp_offer");
    m_console.note(offered, "DHCP", "Offer received");
    const Moment requested = offered + m_prng.between(12ms, 30ms);
    m_console.note(requested, "DHCP", "Sending Request...");
    const auto request = selecting(xid, offer.yourAddress);
    m_bound = answerRelayed(m_server.acknowledge(request),
                            sendRelayed(request, requested, "dhcp_request_relayed"), "dhcp_ack");
    m_console.note(m_bound, "DHCP", "ACK received");
    m_address = offer.yourAddress;
    const Moment inUse = m_bound + m_prng.between(380ms, 460ms);
    m_console.note(inUse, "DHCP",
                   "IP = " + dotted(m_address) + ", mask = " + dotted(site::mask) + ", gw = "
                       + dotted(site::phoneGateway) + ", lease = " + std::to_string(site::lease / 1s));
    return inUse;
}

} // namespace samplecase
