// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bitset>
#include <cstdint>

#include "models/capture/protocol.h"
#include "models/capture/transport.h"

namespace whittle
{

/// The protocols that are decoded, by the ports on which they are spoken. A new protocol is a line in one of
/// the tables of protocols.cpp.
class PortTable
{
public:
    PortTable();

    /// What nearly every packet is asked, and nearly every one answers with no.
    bool isOfInterest(Ports ports) const { return m_ports[ports.source] || m_ports[ports.destination]; }

private:
    std::bitset<65'536> m_ports;
};

/// The protocol of a datagram between these ports, empty for none. The lower port decides, as it does in
/// Wireshark: the higher one is the client's.
const DatagramProtocol* datagramProtocol(Ports ports);
const StreamProtocol* streamProtocol(Ports ports);
/// A protocol that we know and cannot read: it is encrypted.
bool isEncryptedStream(Ports ports);

} // namespace whittle
