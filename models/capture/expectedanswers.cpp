// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/capture/expectedanswers.h"

#include <functional>
#include <string_view>

namespace whittle
{

namespace
{

std::uint64_t hashOf(Bytes address, std::uint16_t port)
{
    return std::hash<std::string_view>{}(asText(address)) + port;
}

} // namespace

void ExpectedAnswers::expect(const IpPacket& packet, std::uint16_t port, const DatagramProtocol& protocol)
{
    m_ports.set(port);
    const std::uint64_t hash = hashOf(packet.source, port);
    Asker& asker = m_askers[hash % slots];
    if (asker.hash != hash || asker.protocol != &protocol)
        asker = {hash, &protocol};
}

const ExpectedAnswers::Asker* ExpectedAnswers::askedFrom(Bytes address, std::uint16_t port) const
{
    if (!m_ports[port])
        return nullptr;
    const std::uint64_t hash = hashOf(address, port);
    const Asker& asker = m_askers[hash % slots];
    return asker.hash == hash && asker.protocol ? &asker : nullptr;
}

const ExpectedAnswers::Asker* ExpectedAnswers::askerOf(const IpPacket& packet, Ports ports) const
{
    const Asker* asker = askedFrom(packet.destination, ports.destination);
    return asker ? asker : askedFrom(packet.source, ports.source);
}

const DatagramProtocol* ExpectedAnswers::protocolOf(const IpPacket& packet, Ports ports) const
{
    const Asker* asker = askerOf(packet, ports);
    return asker ? asker->protocol : nullptr;
}

Exchange* ExpectedAnswers::exchangeOf(const IpPacket& packet, Ports ports)
{
    const Asker* asker = askerOf(packet, ports);
    return asker ? &m_askers[asker->hash % slots].exchange : nullptr;
}

} // namespace whittle
