// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/samplecase/dhcpserver.h"

#include "tests/samplecase/site.h"

namespace samplecase
{

namespace
{

std::int64_t inSeconds(Duration duration)
{
    return duration / 1s;
}

} // namespace

DhcpMessage DhcpServer::grant(DhcpType type, const DhcpMessage& asked) const
{
    DhcpMessage reply(type, asked.xid, asked.mac);
    reply.clientAddress = asked.clientAddress;
    reply.relayAddress = asked.relayAddress;
    reply.relayInfo = asked.relayInfo;
    reply.yourAddress = m_offers.at(asked.mac);
    reply.seconds(58, inSeconds(site::renewAfter)).seconds(59, inSeconds(site::rebindAfter));
    reply.seconds(51, inSeconds(site::lease)).address(54, site::dhcpServer).address(1, site::mask);
    reply.address(3, site::phoneGateway).address(6, site::dhcpServer).text(15, "warehouse.example");
    return reply.address(150, site::publisher);
}

/// RFC 2131 §4.1 has a server broadcast a NAK; this one, like others that serve remote subnets, sends it to
/// ciaddr.
DhcpMessage DhcpServer::renew(const DhcpMessage& request) const
{
    if (m_known.contains(request.mac))
        return grant(DhcpType::Ack, request);
    DhcpMessage refusal(DhcpType::Nak, request.xid, request.mac);
    return refusal.address(54, site::dhcpServer).text(56, "lease not found");
}

} // namespace samplecase
