// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/capture/arp.h"

#include <string_view>

namespace whittle
{

namespace
{

/// Of Ethernet and IPv4:
///
///     0  hardware type 1     8  sender's hardware address[6]   18  target's hardware address[6]
///     2  protocol 0x0800    14  sender's address[4]            24  target's address[4]
///     4  sizes 6 and 4
///     6  operation
constexpr std::size_t messageBytes = 28;
constexpr std::uint64_t ethernetAndIpv4 = 0x0001'0800'0604;

bool decodeArp(Bytes payload, const LinkAddresses& link, EventWriter& writer)
{
    constexpr std::uint16_t request = 1;
    constexpr std::uint16_t reply = 2;
    if (payload.size() < messageBytes)
        return false;
    const auto operation = readBigEndian<std::uint16_t>(payload, 6);
    const bool isKnown = readBigEndian<std::uint64_t>(payload) >> 16 == ethernetAndIpv4
        && (operation == request || operation == reply);
    if (!isKnown)
        return true; // of another network, or reverse ARP
    const auto senderMac = Mac::fromBytes(slice(payload, 8, 6)).value_or(Mac{});
    const auto targetMac = Mac::fromBytes(slice(payload, 18, 6)).value_or(Mac{});
    const IpAddress sender = IpAddress::fromBytes(slice(payload, 14, 4));
    const IpAddress target = IpAddress::fromBytes(slice(payload, 24, 4));
    FieldWriter& fields = writer.fields();
    fields.add("sender-mac", toText(senderMac));
    fields.add("sender-ip", toText(sender));
    if (targetMac != Mac{})
        fields.add("target-mac", toText(targetMac));
    fields.add("target-ip", toText(target));
    if (sender == target)
        fields.add("gratuitous", "yes");
    else if (operation == request && sender.isUnspecified())
        fields.add("probe", "yes"); // RFC 5227 §1.1: is anybody using it?
    if (link.vlan > 0)
        fields.addNumber("vlan", link.vlan);
    writer.write(operation == request ? "arp.request" : "arp.reply", {{sender}, {target}});
    return true;
}

} // namespace

const FrameProtocol arpProtocol{"ARP", decodeArp};

} // namespace whittle
