// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <bitset>
#include <cstdint>

#include "models/capture/protocol.h"

namespace whittle
{

/// Who asked a question whose answers come from a port that nobody knows beforehand
/// (DatagramProtocol::answersFromAnyPort): datagrams from and to the port that asked are of the same
/// protocol. Remembers a fixed number of them; a newer one takes the place of an older one.
class ExpectedAnswers
{
public:
    /// The sender of `packet` asked from `port`.
    void expect(const IpPacket& packet, std::uint16_t port, const DatagramProtocol& protocol);
    /// Whether anybody ever asked from one of these ports: what nearly every datagram is asked first.
    bool mayBe(Ports ports) const { return m_ports[ports.source] || m_ports[ports.destination]; }
    /// Empty when neither end has asked.
    const DatagramProtocol* protocolOf(const IpPacket& packet, Ports ports) const;
    /// Null when neither end has asked. Valid until the next call of expect().
    Exchange* exchangeOf(const IpPacket& packet, Ports ports);

private:
    struct Asker {
        std::uint64_t hash = 0; ///< of address and port
        const DatagramProtocol* protocol = nullptr;
        Exchange exchange{};
    };
    static constexpr std::size_t slots = 4096;

    const Asker* askedFrom(Bytes address, std::uint16_t port) const;
    const Asker* askerOf(const IpPacket& packet, Ports ports) const;

    std::bitset<65'536> m_ports; ///< from which anybody ever asked
    std::array<Asker, slots> m_askers{};
};

} // namespace whittle
