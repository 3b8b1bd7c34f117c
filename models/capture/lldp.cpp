// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/capture/lldp.h"

#include <array>
#include <string>

#include "models/capture/textscan.h"

namespace whittle
{

namespace
{

constexpr std::array<std::string_view, 11> capabilityNames{
    "other",  "repeater", "bridge", "access-point", "router",   "phone",
    "docsis", "station",  "c-vlan", "s-vlan",       "two-port",
};

std::string capabilities(std::uint16_t bits)
{
    std::string text;
    for (std::size_t i = 0; i < capabilityNames.size(); ++i) {
        if (bits >> i & 1)
            text += (text.empty() ? "" : ",") + std::string(capabilityNames[i]);
    }
    return text;
}

/// IANA address family, then the address.
IpAddress familyAddress(Bytes value)
{
    const auto family = readBigEndian<std::uint8_t>(value);
    const std::size_t bytes = family == 1 ? 4 : 16;
    return (family == 1 || family == 2) && value.size() > bytes ? IpAddress::fromBytes(slice(value, 1, bytes))
                                                                : IpAddress{};
}

/// Chassis and port: a subtype, then what it says (IEEE 802.1AB §8.5.2, §8.5.3).
std::string identifier(Bytes value, std::uint8_t macSubtype, std::uint8_t addressSubtype)
{
    const auto subtype = readBigEndian<std::uint8_t>(value);
    const Bytes content = slice(value, 1);
    if (const auto mac = Mac::fromBytes(content); mac && subtype == macSubtype)
        return toText(*mac);
    if (const auto address = familyAddress(content); subtype == addressSubtype && address.isSet())
        return toText(address);
    return textOrHex(content);
}

/// Collects what one announcement says; the fields are written in the order in which it says it.
struct Announcement {
    FieldWriter& fields;
    std::string device{};
    IpAddress address{};

    void add(unsigned type, Bytes value);
    void text(std::string_view key, Bytes value);
    void addSystemName(Bytes value);
    void addOrganisation(std::uint32_t organisation, std::uint8_t subtype, Bytes value);
    void addMed(std::uint8_t subtype, Bytes value);
    void addPolicy(Bytes value);
};

void Announcement::text(std::string_view key, Bytes value)
{
    if (const auto all = withoutNulEnd(value); !all.empty())
        fields.add(key, all);
}

/// A phone's is its device name, with or without a domain.
void Announcement::addSystemName(Bytes value)
{
    text("system-name", value);
    const std::string_view name = withoutNulEnd(value);
    if (const auto mac = macOfPhoneName(name.substr(0, name.find('.'))))
        device = phoneName(*mac);
}

/// ANSI/TIA-1057 §10.2.3: application[1]; unknown, tagged, reserved (a bit each), VLAN (12), priority (3),
/// DSCP (6). The voice application is 1.
void Announcement::addPolicy(Bytes value)
{
    constexpr std::uint8_t voice = 1;
    if (value.size() < 4 || readBigEndian<std::uint8_t>(value) != voice)
        return;
    const std::uint32_t policy = readBigEndian<std::uint32_t>(value) & 0xFF'FFFF;
    if (policy >> 23 & 1)
        return; // the phone asks; it does not know yet
    fields.addNumber("voice-vlan", policy >> 9 & 0xFFF);
    fields.add("voice-tagged", policy >> 22 & 1 ? "yes" : "no");
    fields.addNumber("voice-priority", policy >> 6 & 7);
    fields.addNumber("voice-dscp", policy & 0x3F);
}

void Announcement::addMed(std::uint8_t subtype, Bytes value)
{
    constexpr std::array<std::string_view, 12> inventory{
        "", "", "", "", "", "hardware", "firmware", "software", "serial", "manufacturer", "model", "asset",
    };
    constexpr std::uint8_t capabilitiesAndClass = 1;
    constexpr std::uint8_t networkPolicy = 2;
    constexpr std::uint8_t extendedPower = 4;
    if (subtype == capabilitiesAndClass && value.size() >= 3)
        fields.addNumber("device-class", readBigEndian<std::uint8_t>(value, 2));
    else if (subtype == networkPolicy)
        addPolicy(value);
    else if (subtype == extendedPower && value.size() >= 3)
        fields.addNumber("power-mw", readBigEndian<std::uint16_t>(value, 1) * 100); // in tenths of a watt
    else if (subtype < inventory.size() && !inventory[subtype].empty())
        text(inventory[subtype], value);
}

void Announcement::addOrganisation(std::uint32_t organisation, std::uint8_t subtype, Bytes value)
{
    constexpr std::uint32_t ieee8021 = 0x0080C2;
    constexpr std::uint32_t tia = 0x0012BB;
    constexpr std::uint8_t portVlan = 1;
    if (organisation == ieee8021 && subtype == portVlan && value.size() >= 2)
        fields.addNumber("port-vlan", readBigEndian<std::uint16_t>(value));
    else if (organisation == tia)
        addMed(subtype, value);
}

void Announcement::add(unsigned type, Bytes value)
{
    switch (type) {
    case 1:
        fields.add("chassis-id", identifier(value, 4, 5));
        return;
    case 2:
        fields.add("port-id", identifier(value, 3, 4));
        return;
    case 3:
        if (value.size() >= 2)
            fields.addNumber("ttl-s", readBigEndian<std::uint16_t>(value));
        return;
    case 4:
        return text("port-description", value);
    case 5:
        return addSystemName(value);
    case 6:
        return text("system-description", value);
    case 7: // what it can be, then what it is
        if (const auto names = capabilities(readBigEndian<std::uint16_t>(value, 2)); !names.empty())
            fields.add("capabilities", names);
        return;
    case 8: // length of what follows
        if (const auto found = familyAddress(slice(value, 1)); found.isSet() && !address.isSet()) {
            address = found;
            fields.add("address", toText(address));
        }
        return;
    case 127:
        if (value.size() >= 4)
            addOrganisation(readBigEndian<std::uint32_t>(value) >> 8, readBigEndian<std::uint8_t>(value, 3),
                            slice(value, 4));
        return;
    default:
        return;
    }
}

/// Type (7 bits) and length (9) of the value that follows; the first three are chassis, port and time to
/// live, the last is of type 0 (IEEE 802.1AB §8.2).
bool decodeLldp(Bytes payload, const LinkAddresses& link, EventWriter& writer)
{
    constexpr std::size_t headerBytes = 2;
    constexpr unsigned chassis = 1;
    if (payload.size() < headerBytes || readBigEndian<std::uint16_t>(payload) >> 9 != chassis)
        return false;
    FieldWriter& fields = writer.fields();
    if (const auto mac = Mac::fromBytes(link.source))
        fields.add("sender-mac", toText(*mac));
    Announcement announcement{fields};
    bool isWhole = true;
    for (Bytes rest = payload; isWhole && rest.size() >= headerBytes;) {
        const auto head = readBigEndian<std::uint16_t>(rest);
        const std::size_t length = head & 0x1FF;
        if (head >> 9 == 0)
            break;
        isWhole = headerBytes + length <= rest.size();
        announcement.add(head >> 9, slice(rest, headerBytes, length));
        rest = slice(rest, headerBytes + length);
    }
    if (link.vlan > 0)
        fields.addNumber("vlan", link.vlan);
    writer.write("lldp.announcement", {{announcement.address}, {}}, announcement.device);
    return isWhole;
}

} // namespace

const FrameProtocol lldpProtocol{"LLDP", decodeLldp};

} // namespace whittle
