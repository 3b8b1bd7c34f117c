// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/capture/linklayer.h"

#include <algorithm>
#include <array>

namespace whittle
{

namespace
{

constexpr std::uint16_t vlan = 0x8100; // IEEE 802.1Q
constexpr std::uint16_t serviceVlan = 0x88A8; // IEEE 802.1ad
constexpr std::uint16_t oldServiceVlan = 0x9100; // QinQ before 802.1ad, and the next two
constexpr std::uint16_t oldServiceVlan2 = 0x9200;
constexpr std::uint16_t oldServiceVlan3 = 0x9300;
constexpr std::uint16_t pppoeSession = 0x8864; // RFC 2516
constexpr std::uint16_t mplsUnicast = 0x8847; // RFC 3032
constexpr std::uint16_t mplsMulticast = 0x8848;
constexpr std::uint32_t ciscoOui = 0x00000C;
constexpr std::uint16_t ciscoDiscovery = 0x2000;
/// Smaller values of the EtherType field are IEEE 802.3 lengths.
constexpr std::uint16_t firstEtherType = 0x0600;
/// More tags than this is a broken frame.
constexpr int maxTags = 16;

LinkPayload nothing()
{
    return {};
}

LinkPayload carrying(std::uint16_t etherType, Bytes bytes)
{
    return {etherType, bytes, 0, {}};
}

/// The version number of the packet itself, where nothing in front of it says.
LinkPayload byIpVersion(Bytes packet)
{
    switch (readBigEndian<std::uint8_t>(packet) >> 4) {
    case 4:
        return carrying(LinkPayload::ipv4, packet);
    case 6:
        return carrying(LinkPayload::ipv6, packet);
    default:
        return nothing();
    }
}

/// IEEE 802.2 with SNAP (RFC 1042): AA AA 03, organisation (3 bytes), EtherType or the organisation's own
/// number. Anything else carries nothing of ours. IEEE 802.1H's organisation 0000F8 carries EtherTypes too.
LinkPayload logicalLink(Bytes bytes)
{
    constexpr std::uint32_t bridgeTunnel = 0x0000F8;
    if (readBigEndian<std::uint32_t>(bytes) >> 8 != 0xAAAA03)
        return nothing();
    const std::uint32_t organisation = readBigEndian<std::uint32_t>(bytes, 2) & 0xFFFFFF;
    return {readBigEndian<std::uint16_t>(bytes, 6),
            slice(bytes, 8),
            organisation == bridgeTunnel ? 0 : organisation,
            {}};
}

/// Labels of four bytes; the lowest bit of the third marks the last one.
LinkPayload mpls(Bytes bytes)
{
    for (int label = 0; label < maxTags && bytes.size() > 4; ++label) {
        const bool last = readBigEndian<std::uint8_t>(bytes, 2) & 1;
        bytes = slice(bytes, 4);
        if (last)
            return byIpVersion(bytes);
    }
    return nothing();
}

/// RFC 1661 §2, from the protocol number on: two bytes, or one odd one where both ends agreed to compress it
/// (§6.5).
LinkPayload pointToPoint(Bytes bytes)
{
    const auto first = readBigEndian<std::uint8_t>(bytes);
    const std::size_t numberBytes = first & 1 ? 1 : 2;
    const std::uint16_t number = first & 1 ? first : readBigEndian<std::uint16_t>(bytes);
    const Bytes inside = slice(bytes, numberBytes);
    switch (number) {
    case 0x0021:
        return carrying(LinkPayload::ipv4, inside);
    case 0x0057:
        return carrying(LinkPayload::ipv6, inside);
    case 0x0207:
        return {ciscoDiscovery, inside, ciscoOui, {}};
    case 0x0281:
    case 0x0283:
        return mpls(inside);
    default:
        return nothing();
    }
}

/// PPPoE: version and type, code, session, length (6 bytes), then PPP.
LinkPayload pppoe(Bytes bytes)
{
    return pointToPoint(slice(bytes, 6));
}

/// Cisco HDLC: address 0F or 8F, control 00, EtherType; CDP has a number of its own.
LinkPayload ciscoHdlc(Bytes frame)
{
    const auto number = readBigEndian<std::uint16_t>(frame, 2);
    if (number == ciscoDiscovery)
        return {ciscoDiscovery, slice(frame, 4), ciscoOui, {}};
    return untagged(carrying(number, slice(frame, 4)));
}

/// PPP with or without the address FF and the control 03 of HDLC-like framing (RFC 1662 §3.1), which may be
/// left out by agreement; Cisco HDLC where a serial line speaks that (both are LINKTYPE_PPP_HDLC).
LinkPayload serialLine(Bytes frame)
{
    const auto start = readBigEndian<std::uint16_t>(frame);
    if (start == 0x0F00 || start == 0x8F00)
        return ciscoHdlc(frame);
    return pointToPoint(start == 0xFF03 ? slice(frame, 2) : frame);
}

/// BSD loopback: the address family, in the byte order of the host that captured. IPv6 has a number of its
/// own on each system: 10 Linux, 24 NetBSD and OpenBSD, 28 FreeBSD, 30 macOS.
LinkPayload bsdLoopback(Bytes frame)
{
    const auto little = readLittleEndian<std::uint32_t>(frame);
    const std::uint32_t family = little > 0xFFFF ? readBigEndian<std::uint32_t>(frame) : little;
    if (family == 2)
        return carrying(LinkPayload::ipv4, slice(frame, 4));
    if (family == 10 || family == 24 || family == 28 || family == 30)
        return carrying(LinkPayload::ipv6, slice(frame, 4));
    return nothing();
}

/// Destination, source, EtherType or the length of what follows (IEEE 802.3 §3.2.6).
LinkPayload ethernetPayload(Bytes frame)
{
    return untagged({readBigEndian<std::uint16_t>(frame, 12),
                     slice(frame, 14),
                     0,
                     {slice(frame, 6, 6), slice(frame, 0, 6), 0}});
}

/// An address of another length than Ethernet's is none that anybody asks for.
Bytes cookedAddress(Bytes frame, std::size_t length, std::size_t at)
{
    return length == 6 ? slice(frame, at, length) : Bytes{};
}

/// Packet type, ARPHRD, address length, address[8], protocol.
LinkPayload cooked(Bytes frame)
{
    const Bytes source = cookedAddress(frame, readBigEndian<std::uint16_t>(frame, 4), 6);
    return untagged({readBigEndian<std::uint16_t>(frame, 14), slice(frame, 16), 0, {source, {}, 0}});
}

/// Protocol, reserved, interface, ARPHRD, packet type, address length, address[8].
LinkPayload cooked2(Bytes frame)
{
    const Bytes source = cookedAddress(frame, readBigEndian<std::uint8_t>(frame, 11), 12);
    return untagged({readBigEndian<std::uint16_t>(frame), slice(frame, 20), 0, {source, {}, 0}});
}

struct LinkName {
    std::uint32_t linkType;
    const char* name;
};

/// Names of types that we do not read but that people may meet.
constexpr std::array otherLinks{
    LinkName{6, "LINKTYPE_IEEE802_5"},
    LinkName{7, "LINKTYPE_ARCNET_BSD"},
    LinkName{8, "LINKTYPE_SLIP"},
    LinkName{10, "LINKTYPE_FDDI"},
    LinkName{100, "LINKTYPE_ATM_RFC1483"},
    LinkName{105, "LINKTYPE_IEEE802_11"},
    LinkName{107, "LINKTYPE_FRELAY"},
    LinkName{109, "LINKTYPE_ENC"},
    LinkName{114, "LINKTYPE_LTALK"},
    LinkName{117, "LINKTYPE_PFLOG"},
    LinkName{119, "LINKTYPE_IEEE802_11_PRISM"},
    LinkName{122, "LINKTYPE_IP_OVER_FC"},
    LinkName{123, "LINKTYPE_SUNATM"},
    LinkName{127, "LINKTYPE_IEEE802_11_RADIOTAP"},
    LinkName{129, "LINKTYPE_ARCNET_LINUX"},
    LinkName{138, "LINKTYPE_APPLE_IP_OVER_IEEE1394"},
    LinkName{139, "LINKTYPE_MTP2_WITH_PHDR"},
    LinkName{140, "LINKTYPE_MTP2"},
    LinkName{141, "LINKTYPE_MTP3"},
    LinkName{142, "LINKTYPE_SCCP"},
    LinkName{143, "LINKTYPE_DOCSIS"},
    LinkName{144, "LINKTYPE_LINUX_IRDA"},
    LinkName{147, "LINKTYPE_USER0"},
    LinkName{163, "LINKTYPE_IEEE802_11_AVS"},
    LinkName{165, "LINKTYPE_BACNET_MS_TP"},
    LinkName{166, "LINKTYPE_PPP_PPPD"},
    LinkName{177, "LINKTYPE_LINUX_LAPD"},
    LinkName{187, "LINKTYPE_BLUETOOTH_HCI_H4"},
    LinkName{189, "LINKTYPE_USB_LINUX"},
    LinkName{192, "LINKTYPE_PPI"},
    LinkName{195, "LINKTYPE_IEEE802_15_4_WITHFCS"},
    LinkName{197, "LINKTYPE_ERF"},
    LinkName{201, "LINKTYPE_BLUETOOTH_HCI_H4_WITH_PHDR"},
    LinkName{203, "LINKTYPE_LAPD"},
    LinkName{205, "LINKTYPE_C_HDLC_WITH_DIR"},
    LinkName{206, "LINKTYPE_FRELAY_WITH_DIR"},
    LinkName{209, "LINKTYPE_IPMB_LINUX"},
    LinkName{220, "LINKTYPE_USB_LINUX_MMAPPED"},
    LinkName{224, "LINKTYPE_FC_2"},
    LinkName{226, "LINKTYPE_IPNET"},
    LinkName{227, "LINKTYPE_CAN_SOCKETCAN"},
    LinkName{239, "LINKTYPE_NFLOG"},
    LinkName{240, "LINKTYPE_NETANALYZER"},
    LinkName{243, "LINKTYPE_MPEG_2_TS"},
    LinkName{248, "LINKTYPE_SCTP"},
    LinkName{249, "LINKTYPE_USBPCAP"},
    LinkName{251, "LINKTYPE_BLUETOOTH_LE_LL"},
    LinkName{252, "LINKTYPE_WIRESHARK_UPPER_PDU"},
    LinkName{253, "LINKTYPE_NETLINK"},
    LinkName{258, "LINKTYPE_PKTAP"},
    LinkName{265, "LINKTYPE_RDS"},
    LinkName{272, "LINKTYPE_NORDIC_BLE"},
    LinkName{281, "LINKTYPE_DSA_TAG_BRCM"},
    LinkName{282, "LINKTYPE_DSA_TAG_BRCM_PREPEND"},
};

LinkPayload withLink(LinkPayload payload, const LinkAddresses& link)
{
    payload.link = link;
    return payload;
}

/// What follows is a length, of which the rest of the frame may be padding, or a small number of the cooked
/// captures.
LinkPayload lengthField(const LinkPayload& payload)
{
    const bool isLength = !payload.link.destination.empty();
    return withLink(logicalLink(isLength ? slice(payload.bytes, 0, payload.etherType) : payload.bytes),
                    payload.link);
}

} // namespace

bool isKnownLinkType(std::uint32_t linkType)
{
    using namespace linktype;
    constexpr std::array known{null,        ethernet,         ppp,     rawOpenBsd, rawBsdOs,
                               pppHdlc,     pppEther,         raw,     cHdlc,      loop,
                               linuxCooked, pppWithDirection, rawIpv4, rawIpv6,    linuxCooked2};
    return std::find(known.begin(), known.end(), linkType) != known.end();
}

std::string linkTypeName(std::uint32_t linkType)
{
    const auto found = std::find_if(otherLinks.begin(), otherLinks.end(),
                                    [&](const LinkName& link) { return link.linkType == linkType; });
    const std::string number = std::to_string(linkType);
    return found == otherLinks.end() ? number : std::string(found->name) + " (" + number + ")";
}

LinkPayload untagged(LinkPayload payload)
{
    for (int tag = 0; tag < maxTags; ++tag) {
        switch (payload.etherType) {
        case vlan:
        case serviceVlan:
        case oldServiceVlan:
        case oldServiceVlan2:
        case oldServiceVlan3: {
            const unsigned id = readBigEndian<std::uint16_t>(payload.bytes) & 0x0FFFU;
            if (id > 0) // 0 carries a priority only (IEEE 802.1Q §6.9)
                payload.link.vlan = static_cast<std::uint16_t>(id);
            payload.etherType = readBigEndian<std::uint16_t>(payload.bytes, 2);
            payload.bytes = slice(payload.bytes, 4);
            continue;
        }
        case pppoeSession:
            return withLink(pppoe(payload.bytes), payload.link);
        case mplsUnicast:
        case mplsMulticast:
            return withLink(mpls(payload.bytes), payload.link);
        default:
            return payload.etherType < firstEtherType ? lengthField(payload) : payload;
        }
    }
    return nothing();
}

LinkPayload linkPayload(std::uint32_t linkType, Bytes frame)
{
    switch (linkType) {
    case linktype::ethernet:
        return ethernetPayload(frame);
    case linktype::linuxCooked:
        return cooked(frame);
    case linktype::linuxCooked2:
        return cooked2(frame);
    case linktype::raw:
    case linktype::rawOpenBsd:
    case linktype::rawBsdOs:
    case linktype::rawIpv4:
    case linktype::rawIpv6:
        return byIpVersion(frame);
    case linktype::null:
    case linktype::loop:
        return bsdLoopback(frame);
    case linktype::ppp:
    case linktype::pppHdlc:
        return serialLine(frame);
    case linktype::pppEther:
        return pppoe(frame);
    case linktype::pppWithDirection:
        return serialLine(slice(frame, 1));
    case linktype::cHdlc:
        return ciscoHdlc(frame);
    default:
        return nothing();
    }
}

} // namespace whittle
