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
    m_askers[hash % slots] = {hash, &protocol};
}

const DatagramProtocol* ExpectedAnswers::askedFrom(Bytes address, std::uint16_t port) const
{
    if (!m_ports[port])
        return nullptr;
    const std::uint64_t hash = hashOf(address, port);
    const Asker& asker = m_askers[hash % slots];
    return asker.hash == hash ? asker.protocol : nullptr;
}

const DatagramProtocol* ExpectedAnswers::protocolOf(const IpPacket& packet, Ports ports) const
{
    const DatagramProtocol* protocol = askedFrom(packet.destination, ports.destination);
    return protocol ? protocol : askedFrom(packet.source, ports.source);
}

} // namespace whittle
