// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/capture/ntp.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace whittle
{

namespace
{

constexpr std::array<std::string_view, 8> kinds{
    "", // 0: reserved
    "ntp.symmetric-active",
    "ntp.symmetric-passive",
    "ntp.client",
    "ntp.server",
    "ntp.broadcast",
    "ntp.control", // 6
    "ntp.private", // 7
};
constexpr unsigned controlMode = 6;

constexpr std::size_t packetBytes = 48;
constexpr std::size_t controlHeaderBytes = 12; // RFC 9327 §2
constexpr std::size_t privateHeaderBytes = 8; // ntpd's ntp_request.h

std::size_t minimumBytes(unsigned mode)
{
    if (mode < controlMode)
        return packetBytes;
    return mode == controlMode ? controlHeaderBytes : privateHeaderBytes;
}

/// The 32-bit short format: seconds and 1/65536 seconds; six decimals show each step.
void addShort(FieldWriter& fields, std::string_view key, std::uint32_t value)
{
    constexpr std::size_t decimals = 6;
    const std::uint64_t micros = (std::uint64_t{value & 0xFFFF} * 1'000'000 + 0x8000) >> 16;
    const std::uint64_t carried = (value >> 16) + micros / 1'000'000;
    char text[32];
    char* at = std::to_chars(text, text + 16, carried).ptr;
    *at++ = '.';
    std::uint64_t rest = micros % 1'000'000;
    for (std::size_t i = decimals; i-- > 0; rest /= 10)
        at[i] = static_cast<char>('0' + rest % 10);
    fields.add(key, {text, static_cast<std::size_t>(at + decimals - text)});
}

bool isPrintable(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 0x7F; });
}

/// Strata 0 and 1: four characters, a kiss code or the kind of clock (RFC 5905 §7.3, §7.4). Above: the IPv4
/// address of the source (or the start of a hash of its IPv6 address, which looks alike).
void addReference(FieldWriter& fields, unsigned stratum, Bytes id)
{
    std::string_view text = asText(id);
    text = text.substr(0, text.find_last_not_of('\0') + 1);
    if (stratum <= 1 && !text.empty() && isPrintable(text))
        fields.add("refid", text);
    else
        fields.add("refid", toText(IpAddress::fromBytes(id)));
}

void addTimeStamp(FieldWriter& fields, std::string_view key, Bytes packet, std::size_t at)
{
    if (packet.size() >= at + 8)
        fields.addHex(key, readBigEndian<std::uint64_t>(packet, at), 16);
}

/// RFC 5905 §7.3:
///
///     +--+-----+-----+-------------+-------------+-------------+
///   0 |LI| VN  |Mode |   Stratum   |    Poll     |  Precision  |   2 + 3 + 3 bits; poll and precision: log2
///   seconds, signed 4 |                       Root Delay                       |   16.16 s 8 | Root
///   Dispersion                    |   16.16 s
///  12 |                      Reference ID                      |
///  16 |                   Reference Timestamp                  |   32.32 s since 1900-01-01, each 8 bytes
///  24 |                   Origin Timestamp                     |
///  32 |                   Receive Timestamp                    |
///  40 |                   Transmit Timestamp                   |
///     +--------------------------------------------------------+
void addPacket(FieldWriter& fields, Bytes packet)
{
    const auto stratum = readBigEndian<std::uint8_t>(packet, 1);
    if (packet.size() < 4)
        return;
    fields.addNumber("stratum", stratum);
    if (packet.size() >= 16)
        addReference(fields, stratum, packet.subspan(12, 4));
    fields.addNumber("poll", readBigEndian<std::int8_t>(packet, 2));
    fields.addNumber("leap", readBigEndian<std::uint8_t>(packet) >> 6);
    fields.addNumber("precision", readBigEndian<std::int8_t>(packet, 3));
    if (packet.size() >= 12) {
        addShort(fields, "root-delay-s", readBigEndian<std::uint32_t>(packet, 4));
        addShort(fields, "root-dispersion-s", readBigEndian<std::uint32_t>(packet, 8));
    }
    addTimeStamp(fields, "reference", packet, 16);
    addTimeStamp(fields, "originate", packet, 24);
    addTimeStamp(fields, "receive", packet, 32);
    addTimeStamp(fields, "transmit", packet, 40);
}

bool decodeNtp(const UdpDatagram& datagram, const Conversation& conversation, EventWriter& writer)
{
    const Bytes packet = datagram.payload;
    if (packet.empty())
        return datagram.cut;
    const auto first = readBigEndian<std::uint8_t>(packet);
    const unsigned mode = first & 7;
    if (kinds[mode].empty() || (packet.size() < minimumBytes(mode) && !datagram.cut))
        return false;
    FieldWriter& fields = writer.fields();
    fields.addNumber("version", first >> 3 & 7);
    fields.addNumber("mode", mode);
    if (mode < controlMode)
        addPacket(fields, packet);
    writer.write(kinds[mode], conversation);
    return true;
}

} // namespace

const DatagramProtocol ntpProtocol{"NTP", decodeNtp};

} // namespace whittle
