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
constexpr std::uint16_t oldServiceVlan = 0x9100; // QinQ before 802.1ad
constexpr std::uint16_t pppoeSession = 0x8864; // RFC 2516
constexpr std::uint16_t mplsUnicast = 0x8847; // RFC 3032
constexpr std::uint16_t mplsMulticast = 0x8848;
/// Smaller values of the EtherType field are IEEE 802.3 lengths.
constexpr std::uint16_t firstEtherType = 0x0600;
/// More tags than this is a broken frame.
constexpr int maxTags = 16;

/// The version number of the packet itself, where nothing in front of it says.
LinkPayload byIpVersion(Bytes packet)
{
    switch (readBigEndian<std::uint8_t>(packet) >> 4) {
    case 4:
        return {LinkPayload::ipv4, packet};
    case 6:
        return {LinkPayload::ipv6, packet};
    default:
        return {};
    }
}

/// IEEE 802.2 with SNAP (RFC 1042): AA AA 03, organisation 00 00 00, EtherType. Anything else carries no IP.
LinkPayload logicalLink(Bytes bytes)
{
    if (readBigEndian<std::uint32_t>(bytes) != 0xAAAA0300 || readBigEndian<std::uint16_t>(bytes, 4) != 0)
        return {};
    return {readBigEndian<std::uint16_t>(bytes, 6), slice(bytes, 8)};
}

/// PPPoE: version and type, code, session, length (6 bytes), then the PPP protocol number.
LinkPayload pppoe(Bytes bytes)
{
    switch (readBigEndian<std::uint16_t>(bytes, 6)) {
    case 0x0021:
        return {LinkPayload::ipv4, slice(bytes, 8)};
    case 0x0057:
        return {LinkPayload::ipv6, slice(bytes, 8)};
    default:
        return {};
    }
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
    return {};
}

/// BSD loopback: the address family, in the byte order of the host that captured. IPv6 has a number of its
/// own on each system: 10 Linux, 24 NetBSD and OpenBSD, 28 FreeBSD, 30 macOS.
LinkPayload bsdLoopback(Bytes frame)
{
    const auto little = readLittleEndian<std::uint32_t>(frame);
    const std::uint32_t family = little > 0xFFFF ? readBigEndian<std::uint32_t>(frame) : little;
    if (family == 2)
        return {LinkPayload::ipv4, slice(frame, 4)};
    if (family == 10 || family == 24 || family == 28 || family == 30)
        return {LinkPayload::ipv6, slice(frame, 4)};
    return {};
}

struct LinkName {
    std::uint32_t linkType;
    const char* name;
};

/// Names of types that we do not read but that people may meet.
constexpr std::array otherLinks{
    LinkName{9, "LINKTYPE_PPP"},
    LinkName{50, "LINKTYPE_PPP_HDLC"},
    LinkName{51, "LINKTYPE_PPP_ETHER"},
    LinkName{104, "LINKTYPE_C_HDLC"},
    LinkName{105, "LINKTYPE_IEEE802_11"},
    LinkName{107, "LINKTYPE_FRELAY"},
    LinkName{117, "LINKTYPE_PFLOG"},
    LinkName{119, "LINKTYPE_IEEE802_11_PRISM"},
    LinkName{127, "LINKTYPE_IEEE802_11_RADIOTAP"},
    LinkName{147, "LINKTYPE_USER0"},
    LinkName{189, "LINKTYPE_USB_LINUX"},
    LinkName{220, "LINKTYPE_USB_LINUX_MMAPPED"},
    LinkName{249, "LINKTYPE_USBPCAP"},
};

} // namespace

bool isKnownLinkType(std::uint32_t linkType)
{
    using namespace linktype;
    constexpr std::array known{null, ethernet,    rawOpenBsd, rawBsdOs, raw,
                               loop, linuxCooked, rawIpv4,    rawIpv6,  linuxCooked2};
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
            payload = {readBigEndian<std::uint16_t>(payload.bytes, 2), slice(payload.bytes, 4)};
            continue;
        case pppoeSession:
            return pppoe(payload.bytes);
        case mplsUnicast:
        case mplsMulticast:
            return mpls(payload.bytes);
        default:
            return payload.etherType < firstEtherType ? logicalLink(payload.bytes) : payload;
        }
    }
    return {};
}

LinkPayload linkPayload(std::uint32_t linkType, Bytes frame)
{
    switch (linkType) {
    case linktype::ethernet: // destination, source, EtherType
        return untagged({readBigEndian<std::uint16_t>(frame, 12), slice(frame, 14)});
    case linktype::linuxCooked: // packet type, ARPHRD, address length, address[8], protocol
        return untagged({readBigEndian<std::uint16_t>(frame, 14), slice(frame, 16)});
    case linktype::linuxCooked2: // protocol, reserved, interface, ARPHRD, packet type, address length,
                                 // address[8]
        return untagged({readBigEndian<std::uint16_t>(frame), slice(frame, 20)});
    case linktype::raw:
    case linktype::rawOpenBsd:
    case linktype::rawBsdOs:
    case linktype::rawIpv4:
    case linktype::rawIpv6:
        return byIpVersion(frame);
    case linktype::null:
    case linktype::loop:
        return bsdLoopback(frame);
    default:
        return {};
    }
}

} // namespace whittle
