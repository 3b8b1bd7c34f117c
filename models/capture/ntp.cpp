// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/capture/ntp.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "models/capture/textscan.h"

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
constexpr unsigned clientMode = 3;
constexpr unsigned controlMode = 6;
constexpr std::uint16_t ntpPort = 123;

constexpr std::size_t packetBytes = 48;
constexpr std::size_t controlHeaderBytes = 12; // RFC 9327 §2
constexpr std::size_t privateHeaderBytes = 8; // ntpd's ntp_request.h

/// RFC 9327 §2; those without a name are reserved.
constexpr std::array<std::string_view, 13> controlOperations{
    "",
    "read-status",
    "read-variables",
    "write-variables",
    "read-clock",
    "write-clock",
    "set-trap",
    "trap",
    "configure",
    "export-configuration",
    "read-mru",
    "read-ordered-list",
    "request-nonce",
};

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

/// Four characters, a kiss code or the kind of clock (RFC 5905 §7.3, §7.4); empty where they are none.
std::string_view referenceText(Bytes id)
{
    const std::string_view text = withoutNulEnd(id);
    return isPrintable(text) && text.find(' ') == std::string_view::npos ? text : std::string_view{};
}

/// Strata 0 and 1: text. Above: the IPv4 address of the source (or the start of a hash of its IPv6 address,
/// which looks alike).
void addReference(FieldWriter& fields, unsigned mode, unsigned stratum, Bytes id)
{
    const std::string_view text = stratum <= 1 ? referenceText(id) : std::string_view{};
    fields.add("refid", text.empty() ? toText(IpAddress::fromBytes(id)) : std::string(text));
    // A client says in the same place that it has no source yet: that is no kiss.
    if (stratum == 0 && mode != clientMode && !text.empty())
        fields.add("kiss", text);
}

void addTimeStamp(FieldWriter& fields, std::string_view key, Bytes packet, std::size_t at)
{
    if (packet.size() >= at + 8)
        fields.addHex(key, readBigEndian<std::uint64_t>(packet, at), 16);
}

/// What follows the 48 bytes: extension fields (RFC 7822), then a key identifier and a digest, or a key
/// identifier alone, which refuses the one that was used (crypto-NAK).
void addTrailer(FieldWriter& fields, Bytes rest)
{
    constexpr std::size_t longestDigest = 24;
    std::int64_t extensions = 0;
    while (rest.size() > longestDigest) {
        const std::size_t length = readBigEndian<std::uint16_t>(rest, 2);
        if (length < 16 || length % 4 != 0 || length > rest.size())
            return;
        ++extensions;
        rest = rest.subspan(length);
    }
    if (extensions > 0)
        fields.addNumber("extensions", extensions);
    if (rest.size() >= 4)
        fields.addNumber("key-id", readBigEndian<std::uint32_t>(rest));
    if (rest.size() == 4)
        fields.add("crypto-nak", "yes");
}

// clang-format off
/// RFC 5905 §7.3:
///
///     +--+-----+-----+-------------+-------------+-------------+
///   0 |LI| VN  |Mode |   Stratum   |    Poll     |  Precision  |   2 + 3 + 3 bits; log2 seconds, signed
///   4 |                       Root Delay                       |   16.16 s
///   8 |                     Root Dispersion                    |   16.16 s
///  12 |                      Reference ID                      |
///  16 |                   Reference Timestamp                  |   32.32 s since 1900-01-01, each 8 bytes
///  24 |                   Origin Timestamp                     |
///  32 |                   Receive Timestamp                    |
///  40 |                   Transmit Timestamp                   |
///     +--------------------------------------------------------+
// clang-format on
void addPacket(FieldWriter& fields, unsigned mode, Bytes packet)
{
    const auto stratum = readBigEndian<std::uint8_t>(packet, 1);
    if (packet.size() < 4)
        return;
    fields.addNumber("stratum", stratum);
    if (packet.size() >= 16)
        addReference(fields, mode, stratum, packet.subspan(12, 4));
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
    addTrailer(fields, slice(packet, packetBytes));
}

/// RFC 9327 §2: 1 response, error, more (a bit each) and operation; 2 sequence, 4 status, 6 association.
void addControl(FieldWriter& fields, Bytes packet)
{
    if (packet.size() < 8)
        return;
    const auto flags = readBigEndian<std::uint8_t>(packet, 1);
    const bool isResponse = flags & 0x80;
    const unsigned operation = flags & 0x1F;
    if (operation < controlOperations.size() && !controlOperations[operation].empty())
        fields.add("opcode", controlOperations[operation]);
    else
        fields.addNumber("opcode", operation);
    if (isResponse)
        fields.add("response", "yes");
    if (flags & 0x40)
        fields.add("error", "yes");
    fields.addNumber("sequence", readBigEndian<std::uint16_t>(packet, 2));
    if (isResponse)
        fields.addHex("status", readBigEndian<std::uint16_t>(packet, 4), 4);
    fields.addNumber("association", readBigEndian<std::uint16_t>(packet, 6));
}

/// ntpd's ntp_request.h: 0 response, more (a bit each), 1 authenticated (a bit) and sequence, 2
/// implementation, 3 request code, 4 error (4 bits) and count of items.
void addPrivate(FieldWriter& fields, Bytes packet)
{
    if (packet.size() < 6)
        return;
    fields.addNumber("opcode", readBigEndian<std::uint8_t>(packet, 3));
    if (readBigEndian<std::uint8_t>(packet) & 0x80)
        fields.add("response", "yes");
    const auto errorAndItems = readBigEndian<std::uint16_t>(packet, 4);
    if (errorAndItems >> 12 != 0)
        fields.addNumber("error", errorAndItems >> 12);
    fields.addNumber("sequence", readBigEndian<std::uint8_t>(packet, 1) & 0x7F);
    fields.addNumber("items", errorAndItems & 0xFFF);
}

/// NTPv1 had no modes (RFC 1059): who asks is told by the ports. 0 in later versions is reserved.
unsigned roleOf(unsigned version, unsigned mode, const Conversation& conversation)
{
    constexpr unsigned symmetricActive = 1;
    constexpr unsigned server = 4;
    if (mode != 0 || version != 1)
        return mode;
    if (conversation.destination.port != ntpPort)
        return server;
    return conversation.source.port == ntpPort ? symmetricActive : clientMode;
}

bool decodeNtp(const UdpDatagram& datagram, const Conversation& conversation, EventWriter& writer)
{
    const Bytes packet = datagram.payload;
    const auto first = readBigEndian<std::uint8_t>(packet);
    const unsigned version = first >> 3 & 7;
    const unsigned mode = roleOf(version, first & 7, conversation);
    if (kinds[mode].empty() && !packet.empty())
        return false;
    const bool isShort = packet.size() < minimumBytes(mode) && !datagram.cut;
    if (isShort)
        writer.noteBroken("capture.ntp-short");
    if (isShort || packet.empty())
        return true;
    FieldWriter& fields = writer.fields();
    fields.addNumber("version", version);
    fields.addNumber("mode", first & 7);
    if (mode < controlMode)
        addPacket(fields, mode, packet);
    else if (mode == controlMode)
        addControl(fields, packet);
    else
        addPrivate(fields, packet);
    writer.write(kinds[mode], conversation);
    return true;
}

} // namespace

const DatagramProtocol ntpProtocol{"NTP", decodeNtp};

} // namespace whittle
