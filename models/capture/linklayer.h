// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "models/base/bytes.h"

namespace whittle
{

/// Who sent a frame, to whom, and in which VLAN.
struct LinkAddresses {
    Bytes source{}; ///< 6 bytes; empty where the link layer has none
    Bytes destination{};
    std::uint16_t vlan = 0; ///< innermost 802.1Q identifier, 1..4094; 0: untagged
};

/// What a link layer carries.
struct LinkPayload {
    static constexpr std::uint16_t ipv4 = 0x0800;
    static constexpr std::uint16_t ipv6 = 0x86DD;

    std::uint16_t etherType = 0; ///< 0: nothing that could be told
    Bytes bytes;
    /// SNAP's OUI; where it is not 0, etherType is that organisation's own protocol number (RFC 1042).
    std::uint32_t organisation = 0;
    LinkAddresses link;
};

/// LINKTYPE_ values of https://www.tcpdump.org/linktypes.html that we read.
namespace linktype
{
constexpr std::uint32_t null = 0;
constexpr std::uint32_t ethernet = 1;
constexpr std::uint32_t ppp = 9;
constexpr std::uint32_t rawOpenBsd = 12;
constexpr std::uint32_t rawBsdOs = 14;
constexpr std::uint32_t pppHdlc = 50;
constexpr std::uint32_t pppEther = 51; ///< a PPPoE session without its Ethernet header
constexpr std::uint32_t raw = 101;
constexpr std::uint32_t cHdlc = 104;
constexpr std::uint32_t loop = 108;
constexpr std::uint32_t linuxCooked = 113;
constexpr std::uint32_t pppWithDirection = 204; ///< one byte, received or sent, before PPP
constexpr std::uint32_t rawIpv4 = 228;
constexpr std::uint32_t rawIpv6 = 229;
constexpr std::uint32_t linuxCooked2 = 276;
} // namespace linktype

bool isKnownLinkType(std::uint32_t linkType);
/// "LINKTYPE_FRELAY (107)", or the number alone.
std::string linkTypeName(std::uint32_t linkType);

/// Takes off the link layer: VLAN tags, LLC/SNAP, PPPoE and MPLS too.
LinkPayload linkPayload(std::uint32_t linkType, Bytes frame);

/// Takes off what may stand between a network packet and its EtherType.
LinkPayload untagged(LinkPayload payload);

} // namespace whittle
