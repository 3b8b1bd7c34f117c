// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/capture/icmp.h"

#include <array>
#include <string>

namespace whittle
{

namespace
{

/// RFC 792, 1122 §3.2.2.1, 1812 §5.2.7.1
constexpr std::array<std::string_view, 16> reasons{
    "network",       "host",           "protocol",        "port",
    "too-big",       "source-route",   "network-unknown", "host-unknown",
    "host-isolated", "net-prohibited", "host-prohibited", "network-tos",
    "host-tos",      "prohibited",     "precedence",      "precedence-cutoff",
};
/// RFC 4443 §3.1
constexpr std::array<std::string_view, 7> reasonsV6{
    "no-route", "prohibited", "beyond-scope", "address", "port", "source-address", "route-rejected",
};

constexpr std::size_t headerBytes = 8;

/// What is told of one type of message. `number` is what stands in bytes 4 to 7.
struct Kind {
    std::uint8_t type;
    std::string_view name;
    bool isMtu = false;
};

constexpr std::array kinds{
    Kind{3, "icmp.unreachable"},
    Kind{5, "icmp.redirect"},
    Kind{11, "icmp.time-exceeded"},
};
constexpr std::array kindsV6{
    Kind{1, "icmp.unreachable"},
    Kind{2, "icmp.packet-too-big", true},
    Kind{3, "icmp.time-exceeded"},
};

template <typename Table>
const Kind* kindOf(const Table& table, std::uint8_t type)
{
    for (const Kind& kind : table) {
        if (kind.type == type)
            return &kind;
    }
    return nullptr;
}

std::string protocolName(std::uint8_t protocol)
{
    switch (protocol) {
    case ipprotocol::udp:
        return "udp";
    case ipprotocol::tcp:
        return "tcp";
    default:
        return std::to_string(protocol);
    }
}

/// The front of the packet that did not arrive.
void addQuoted(LinkPayload quoted, FieldWriter& fields)
{
    const auto packet = parseIp(quoted);
    if (!packet)
        return;
    const bool hasPorts = packet->fragmentOffset == 0 && packet->payload.size() >= 4
        && (packet->protocol == ipprotocol::udp || packet->protocol == ipprotocol::tcp);
    const Ports ports = hasPorts ? portsOf(packet->payload) : Ports{};
    fields.add("about-src", toText(Endpoint{IpAddress::fromBytes(packet->source), ports.source}));
    fields.add("about-dst", toText(Endpoint{IpAddress::fromBytes(packet->destination), ports.destination}));
    fields.add("about-protocol", protocolName(packet->protocol));
}

void write(const Kind& kind, const IpPacket& packet, std::string_view reason, std::uint16_t etherType,
           EventWriter& writer)
{
    FieldWriter& fields = writer.fields();
    fields.addNumber("code", readBigEndian<std::uint8_t>(packet.payload, 1));
    if (!reason.empty())
        fields.add("reason", reason);
    const auto mtu = kind.isMtu ? readBigEndian<std::uint32_t>(packet.payload, 4)
        : reason == "too-big"   ? readBigEndian<std::uint16_t>(packet.payload, 6) // RFC 1191 §4
                                : 0U;
    if (mtu > 0)
        fields.addNumber("mtu", mtu);
    if (kind.name == "icmp.redirect")
        fields.add("gateway", toText(IpAddress::fromBytes(slice(packet.payload, 4, 4))));
    LinkPayload quoted;
    quoted.etherType = etherType;
    quoted.bytes = slice(packet.payload, headerBytes);
    addQuoted(quoted, fields);
    writer.write(kind.name,
                 {{IpAddress::fromBytes(packet.source)}, {IpAddress::fromBytes(packet.destination)}});
}

template <typename Kinds, typename Reasons>
bool decode(const IpPacket& packet, const Kinds& table, const Reasons& texts, std::uint16_t etherType,
            EventWriter& writer)
{
    if (packet.payload.size() < headerBytes)
        return packet.missing > 0;
    const Kind* kind = kindOf(table, readBigEndian<std::uint8_t>(packet.payload));
    if (!kind)
        return true;
    const auto code = readBigEndian<std::uint8_t>(packet.payload, 1);
    const bool hasReason = kind->name == "icmp.unreachable" && code < texts.size();
    write(*kind, packet, hasReason ? texts[code] : std::string_view{}, etherType, writer);
    return true;
}

bool decodeIcmp(const IpPacket& packet, EventWriter& writer)
{
    return decode(packet, kinds, reasons, LinkPayload::ipv4, writer);
}

bool decodeIcmpv6(const IpPacket& packet, EventWriter& writer)
{
    return decode(packet, kindsV6, reasonsV6, LinkPayload::ipv6, writer);
}

} // namespace

const PacketProtocol icmpProtocol{"ICMP", decodeIcmp};
const PacketProtocol icmpv6Protocol{"ICMPv6", decodeIcmpv6};

} // namespace whittle
