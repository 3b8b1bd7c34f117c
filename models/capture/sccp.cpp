// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/capture/sccp.h"

#include <cstdio>

#include "models/capture/sccpbody.h"
#include "models/capture/sccpnames.h"

namespace whittle
{

namespace
{

/// All numbers little-endian:
///
///     +-----------------------------------+
///   0 |  data length: from byte 8 on      |
///   4 |  header version                   |
///   8 |  message id                       |
///  12 |  body, data length - 4 bytes      |
///     +-----------------------------------+
constexpr std::size_t lengthAndVersionBytes = 8;
constexpr std::size_t headerBytes = 12;

/// Where nothing vouches for a header, longer messages are not believed (none is known).
constexpr std::uint32_t maxPlausibleData = 4096;
/// In a stream whose messages are known, one may be longer.
constexpr std::uint32_t maxData = 16'384;

constexpr std::uint32_t keepaliveId = 0x0000;
constexpr std::uint32_t keepaliveAckId = 0x0100;
/// They have no body; zeros look like them.
constexpr std::uint32_t maxKeepaliveData = 16;

/// 0: basic; else the protocol version, up to 22. Wireshark knows 0, 10, 11 and 15 to 22.
bool isHeaderVersion(std::uint32_t version)
{
    return version <= 22;
}

std::uint32_t dataLength(Bytes message)
{
    return readLittleEndian<std::uint32_t>(message);
}

std::uint32_t messageId(Bytes message)
{
    return readLittleEndian<std::uint32_t>(message, 8);
}

Framing frontOfSccp(Bytes bytes)
{
    if (bytes.size() < lengthAndVersionBytes)
        return {};
    const std::uint32_t data = dataLength(bytes);
    const bool believed = data >= 4 && data <= maxData
        && isHeaderVersion(readLittleEndian<std::uint32_t>(bytes, 4))
        && (bytes.size() < headerBytes || messageId(bytes) <= 0xFFFF);
    if (!believed)
        return {Framing::Kind::NoMessage};
    return {Framing::Kind::Message, lengthAndVersionBytes + data};
}

/// Every message of the segment must be one that we know: bodies are full of small numbers that look like a
/// header.
bool sccpStartsHere(Bytes segment)
{
    if (segment.size() < headerBytes)
        return false;
    while (segment.size() >= headerBytes) {
        const Framing framing = frontOfSccp(segment);
        const std::uint32_t id = messageId(segment);
        const bool isKeepalive = id == keepaliveId || id == keepaliveAckId;
        if (framing.kind != Framing::Kind::Message || sccpKind(id).empty()
            || dataLength(segment) > (isKeepalive ? maxKeepaliveData : maxPlausibleData))
            return false;
        segment = slice(segment, framing.bytes);
    }
    return true;
}

void writeNamed(std::string_view kind, Bytes message, const Conversation& conversation, EventWriter& writer)
{
    const std::uint32_t id = messageId(message);
    writer.fields().addHex("message-id", id, 4);
    const std::string_view device = addSccpBody(id, slice(message, headerBytes), writer.fields());
    writer.write(kind, conversation, device);
}

/// Nine of ten messages: no body, nothing to look up.
void writeKeepalive(std::uint32_t id, const Conversation& conversation, EventWriter& writer)
{
    using namespace std::string_view_literals;
    const bool isAck = id == keepaliveAckId;
    writer.fields().add("message-id", isAck ? "0x0100"sv : "0x0000"sv);
    writer.write(isAck ? "sccp.keepalive-ack"sv : "sccp.keepalive"sv, conversation, {}, true);
}

void decodeSccp(Bytes message, const Conversation& conversation, EventWriter& writer)
{
    const std::uint32_t id = messageId(message);
    if (id == keepaliveId || id == keepaliveAckId) {
        writeKeepalive(id, conversation, writer);
        return;
    }
    const std::string_view kind = sccpKind(id);
    if (!kind.empty()) {
        writeNamed(kind, message, conversation, writer);
        return;
    }
    char unnamed[24];
    std::snprintf(unnamed, sizeof unnamed, "sccp.0x%04x", static_cast<unsigned>(id));
    writeNamed(unnamed, message, conversation, writer);
}

} // namespace

const StreamProtocol sccpProtocol{
    "SCCP", frontOfSccp, sccpStartsHere, decodeSccp, headerBytes, lengthAndVersionBytes + maxData,
};

} // namespace whittle
