// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/capture/cdp.h"

#include <array>
#include <string>

#include "models/capture/textscan.h"

namespace whittle
{

namespace
{

/// version, time to live (s), checksum[2]; then type[2], length[2] with these four, value
constexpr std::size_t headerBytes = 4;

constexpr std::array<std::string_view, 11> capabilityNames{
    "router", "bridge", "source-route-bridge", "switch", "host", "igmp", "repeater", "phone",
    "remote", "cvta",   "mac-relay",
};

std::string capabilities(std::uint32_t bits)
{
    std::string text;
    for (std::size_t i = 0; i < capabilityNames.size(); ++i) {
        if (bits >> i & 1)
            text += (text.empty() ? "" : ",") + std::string(capabilityNames[i]);
    }
    return text;
}

/// The first IPv4 or IPv6 address of a list: count[4], then protocol type and length, protocol, address
/// length[2], address.
IpAddress firstAddress(Bytes value)
{
    constexpr std::size_t addressesAt = 4;
    for (Bytes rest = slice(value, addressesAt); rest.size() >= 2;) {
        const std::size_t protocolBytes = readBigEndian<std::uint8_t>(rest, 1);
        const std::size_t lengthAt = 2 + protocolBytes;
        const std::size_t bytes = readBigEndian<std::uint16_t>(rest, lengthAt);
        const IpAddress address = IpAddress::fromBytes(slice(rest, lengthAt + 2, bytes));
        if (address.isSet())
            return address;
        rest = slice(rest, lengthAt + 2 + bytes);
    }
    return {};
}

/// Collects what one announcement says; the fields are written in the order in which it says it.
struct Announcement {
    FieldWriter& fields;
    std::string device{};
    IpAddress address{};

    void add(std::uint16_t type, Bytes value);
    void text(std::string_view key, Bytes value);
    void number(std::string_view key, Bytes value, std::size_t at = 0);
    void power(std::string_view key, Bytes value);
    void addAddress(Bytes value);
};

void Announcement::text(std::string_view key, Bytes value)
{
    const std::string_view all = withoutNulEnd(value);
    const std::string_view line = trimmed(all.substr(0, all.find_first_of("\r\n")));
    if (!line.empty())
        fields.add(key, line);
}

void Announcement::number(std::string_view key, Bytes value, std::size_t at)
{
    if (value.size() >= at + 2)
        fields.addNumber(key, readBigEndian<std::uint16_t>(value, at));
}

/// An identifier of the request[2], one of the port's power management[2], then milliwatts, the best offer
/// first.
void Announcement::power(std::string_view key, Bytes value)
{
    if (value.size() >= 8)
        fields.addNumber(key, readBigEndian<std::uint32_t>(value, 4));
}

void Announcement::addAddress(Bytes value)
{
    const IpAddress first = firstAddress(value);
    if (!first.isSet() || address.isSet())
        return;
    address = first;
    fields.add("address", toText(address));
}

void Announcement::add(std::uint16_t type, Bytes value)
{
    switch (type) {
    case 0x0001:
        text("device-id", value);
        if (const auto mac = macOfPhoneName(withoutNulEnd(value)))
            device = phoneName(*mac);
        return;
    case 0x0002:
        return addAddress(value);
    case 0x0003:
        return text("port-id", value);
    case 0x0004:
        if (const auto names = capabilities(readBigEndian<std::uint32_t>(value)); !names.empty())
            fields.add("capabilities", names);
        return;
    case 0x0005:
        return text("software", value);
    case 0x0006:
        return text("platform", value);
    case 0x0009:
        return text("vtp-domain", value);
    case 0x000A:
        return number("native-vlan", value);
    case 0x000B:
        if (!value.empty())
            fields.add("duplex", value.front() == std::byte{0} ? "half" : "full");
        return;
    case 0x000E: // the switch's answer: an identifier of the appliance, then its VLAN
        return number("voice-vlan", value, 1);
    case 0x000F: // the phone's question: the VLAN that it is in, if any
        return number("voice-vlan-query", value, 1);
    case 0x0010:
        return number("power-mw", value);
    case 0x0014:
        return text("system-name", value);
    case 0x0019:
        return power("power-requested-mw", value);
    case 0x001A:
        return power("power-available-mw", value);
    default:
        return;
    }
}

bool decodeCdp(Bytes payload, const LinkAddresses& link, EventWriter& writer)
{
    if (payload.size() < headerBytes)
        return false;
    FieldWriter& fields = writer.fields();
    if (const auto mac = Mac::fromBytes(link.source))
        fields.add("sender-mac", toText(*mac));
    fields.addNumber("ttl-s", readBigEndian<std::uint8_t>(payload, 1));
    Announcement announcement{fields};
    bool isWhole = true;
    for (Bytes rest = slice(payload, headerBytes); isWhole && rest.size() >= headerBytes;) {
        const std::size_t length = readBigEndian<std::uint16_t>(rest, 2);
        isWhole = length >= headerBytes && length <= rest.size();
        if (length >= headerBytes)
            announcement.add(readBigEndian<std::uint16_t>(rest),
                             slice(rest, headerBytes, length - headerBytes));
        rest = slice(rest, length);
    }
    writer.write("cdp.announcement", {{announcement.address}, {}}, announcement.device);
    return isWhole;
}

} // namespace

const FrameProtocol cdpProtocol{"CDP", decodeCdp};

} // namespace whittle
