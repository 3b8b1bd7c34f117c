// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/capture/protocols.h"

#include <algorithm>
#include <array>

#include "models/capture/dhcp.h"
#include "models/capture/ntp.h"
#include "models/capture/sccp.h"
#include "models/capture/tunnels.h"

namespace whittle
{

namespace
{

template <typename Protocol>
struct Registration {
    std::uint16_t port;
    const Protocol* protocol;
};

constexpr std::array datagrams{
    Registration<DatagramProtocol>{67, &dhcpProtocol}, // server and relay
    Registration<DatagramProtocol>{68, &dhcpProtocol}, // client
    Registration<DatagramProtocol>{123, &ntpProtocol},
    Registration<DatagramProtocol>{4011, &dhcpProtocol}, // PXE's second server
};

constexpr std::array streams{
    Registration<StreamProtocol>{2000, &sccpProtocol},
};

/// SCCP over TLS.
constexpr std::uint16_t secureSccpPort = 2443;

template <typename Table>
auto protocolAt(const Table& table, std::uint16_t port) -> decltype(table.front().protocol)
{
    const auto found =
        std::find_if(table.begin(), table.end(), [&](const auto& entry) { return entry.port == port; });
    return found == table.end() ? nullptr : found->protocol;
}

template <typename Table>
auto protocolOf(const Table& table, Ports ports)
{
    const auto [low, high] = std::minmax(ports.source, ports.destination);
    const auto* protocol = protocolAt(table, low);
    return protocol ? protocol : protocolAt(table, high);
}

} // namespace

PortTable::PortTable()
{
    for (const auto& entry : datagrams)
        m_ports.set(entry.port);
    for (const auto& entry : streams)
        m_ports.set(entry.port);
    m_ports.set(secureSccpPort);
    m_ports.set(vxlanPort);
}

const DatagramProtocol* datagramProtocol(Ports ports)
{
    return protocolOf(datagrams, ports);
}

const StreamProtocol* streamProtocol(Ports ports)
{
    return protocolOf(streams, ports);
}

bool isEncryptedStream(Ports ports)
{
    return ports.source == secureSccpPort || ports.destination == secureSccpPort;
}

} // namespace whittle
