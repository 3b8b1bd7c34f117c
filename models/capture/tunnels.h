// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

#include "models/capture/linklayer.h"
#include "models/capture/transport.h"

namespace whittle
{

/// The packet inside a GRE packet (RFC 2784, RFC 2890), ERSPAN's mirrored frames and PPTP's PPP
/// too; etherType 0 for anything else.
LinkPayload insideGre(Bytes packet);

constexpr std::uint16_t vxlanPort = 4789;
/// The packet inside a VXLAN datagram (RFC 7348 §5).
LinkPayload insideVxlan(Bytes datagram);

/// GRE of another version: PPTP's (RFC 2637 §4.1).
bool isPptpGre(Bytes packet);

/// What carries packets in this IP protocol, or between these UDP ports, and is not read; empty for all else.
std::string_view unreadTunnel(std::uint8_t ipProtocol);
std::string_view unreadTunnel(Ports ports);

struct TunnelPort {
    std::uint16_t port;
    std::string_view name;
};
/// UDP ports of tunnels that are not read.
inline constexpr std::array unreadTunnelPorts{
    TunnelPort{1194, "OpenVPN"},   TunnelPort{1701, "L2TP"},       TunnelPort{2152, "GTP-U"},
    TunnelPort{3544, "Teredo"},    TunnelPort{4341, "LISP"},       TunnelPort{4500, "ESP in UDP"},
    TunnelPort{4790, "VXLAN-GPE"}, TunnelPort{5246, "CAPWAP"},     TunnelPort{5247, "CAPWAP"},
    TunnelPort{6081, "Geneve"},    TunnelPort{51820, "WireGuard"},
};

} // namespace whittle
