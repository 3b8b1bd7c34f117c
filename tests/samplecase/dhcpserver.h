// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/samplecase/dhcpmessage.h"

#include <map>

namespace samplecase
{

/// One of a failover pair. It hands out the whole scope, but looks a renewal up in a lease table
/// that lacks its partner's half: those it refuses, and then gives the phone a lease as if it were new.
class DhcpServer
{
public:
    void knows(Mac mac) { m_known[mac] = true; }
    /// Which address it will offer next.
    void reserves(Mac mac, Ipv4 address) { m_offers[mac] = address; }
    /// The next address nobody had yet.
    Ipv4 freshAddress() { return {m_fresh.value++}; }

    DhcpMessage offer(const DhcpMessage& discover) const { return grant(DhcpType::Offer, discover); }
    /// ACK of what was offered.
    DhcpMessage acknowledge(const DhcpMessage& request) const { return grant(DhcpType::Ack, request); }
    /// ACK or NAK of a request to renew.
    DhcpMessage renew(const DhcpMessage& request) const;

private:
    DhcpMessage grant(DhcpType type, const DhcpMessage& asked) const;

    std::map<Mac, bool> m_known;
    std::map<Mac, Ipv4> m_offers;
    Ipv4 m_fresh = ip(10, 2, 20, 151);
};

} // namespace samplecase
