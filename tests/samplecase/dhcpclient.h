// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/samplecase/console.h"
#include "tests/samplecase/dhcpserver.h"
#include "tests/samplecase/phoneplan.h"
#include "tests/samplecase/wire.h"

#include <string>

namespace samplecase
{

/// A phone's DHCP client: renews by unicast, and gets a new lease through the relay.
class DhcpClient
{
public:
    DhcpClient(const PhonePlan& plan, DhcpServer& server, Wire& wire, Console& console);

    struct Answer {
        DhcpType type;
        Moment at;
    };
    /// Asks the server to extend the lease.
    Answer renew(Moment at);
    /// Forgets the address after a NAK and says so to the server.
    Moment release(Moment at);
    /// Discover, Offer, Request, ACK. Gives the time at which the address is in use.
    Moment obtain(Moment at);

    Ipv4 address() const { return m_address; }
    /// When the lease now held was granted.
    Moment bound() const { return m_bound; }

private:
    DhcpMessage message(DhcpType type, std::uint32_t xid) const;
    DhcpMessage relayed(DhcpMessage message) const;
    DhcpMessage selecting(std::uint32_t xid, Ipv4 offered) const;
    Moment sendDirect(const DhcpMessage& message, Moment at, const std::string& kind);
    Moment sendRelayed(const DhcpMessage& message, Moment at, const std::string& kind);
    Moment answerDirect(const DhcpMessage& reply, Moment at, const std::string& kind);
    Moment answerRelayed(const DhcpMessage& reply, Moment at, const std::string& kind);

    const PhonePlan& m_plan;
    DhcpServer& m_server;
    Wire& m_wire;
    Console& m_console;
    Prng m_prng;
    Ipv4 m_address;
    Moment m_bound{};
};

} // namespace samplecase
