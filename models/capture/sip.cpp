// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/capture/sip.h"

#include <algorithm>

#include "models/capture/sipmessage.h"
#include "models/capture/textscan.h"

namespace whittle
{

namespace
{

/// "SIP/2.0 100 " or "ACK sip:a@b".
constexpr std::size_t minMessageBytes = 12;
/// What a datagram can hold; longer messages are not believed in a stream either.
constexpr std::size_t maxMessageBytes = 65'536;

std::size_t lineEndsAtFront(std::string_view text)
{
    std::size_t count = 0;
    while (count < text.size() && (text[count] == '\r' || text[count] == '\n'))
        ++count;
    return count;
}

void writeMessage(const SipMessage& message, const Conversation& conversation, EventWriter& writer)
{
    const SipSummary summary = addSipFields(message, writer.fields());
    // What a broken message claims of a phone is listed, and not believed.
    const bool isBroken = !message.brokenLine().empty();
    if (isBroken || summary.kind == "sip.other")
        writer.noteBroken("capture.sip-malformed");
    writer.write(summary.kind, conversation, isBroken ? std::string_view{} : summary.device);
}

/// In a stream, where the end of a line tells a broken one from one that is not complete.
std::optional<SipMessage> messageIn(std::string_view text)
{
    auto message = SipMessage::parse(text);
    if (!message && text.find('\n') != std::string_view::npos)
        return SipMessage::parseBroken(text);
    return message;
}

/// What clients send to keep a NAT open: line ends, a few bytes of anything, or STUN (RFC 5626 §3.5, RFC 8489
/// §5).
bool isKeepalive(Bytes payload)
{
    constexpr std::uint32_t stunCookie = 0x2112A442;
    return payload.size() <= 4 || readBigEndian<std::uint32_t>(payload, 4) == stunCookie
        || lineEndsAtFront(asText(payload)) == payload.size();
}

/// A datagram holds one message (RFC 3261 §18.3).
bool decodeDatagram(const UdpDatagram& datagram, const Conversation& conversation, EventWriter& writer)
{
    auto message = SipMessage::parse(asText(datagram.payload));
    if (!message && (datagram.cut || isKeepalive(datagram.payload)))
        return true;
    if (!message)
        message = SipMessage::parseBroken(asText(datagram.payload));
    if (!message)
        return false;
    writeMessage(*message, conversation, writer);
    return true;
}

bool datagramStartsLikeSip(Bytes payload)
{
    return startsLikeSip(asText(payload));
}

bool streamStartsLikeSip(Bytes segment)
{
    const std::string_view text = asText(segment);
    return startsLikeSip(text.substr(lineEndsAtFront(text)));
}

/// RFC 3261 §18.3: in a stream every message has a Content-Length. Without one, or with one that cannot be,
/// the message ends with its headers.
std::size_t bodyBytes(const SipMessage& message)
{
    const auto length = message.header("Content-Length");
    return length ? decimal(*length, maxMessageBytes).value_or(0) : 0;
}

bool hasEmptyLine(std::string_view text)
{
    for (auto at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
        const std::string_view next = text.substr(at + 1, 2);
        if (next.starts_with('\n') || next == "\r\n")
            return true;
    }
    return false;
}

/// What tells whether a message begins: while its headers are not all there, it is asked again with each
/// segment that comes, and of its front alone.
std::string_view tellingPart(std::string_view text, std::size_t firstLine)
{
    constexpr std::size_t enough = 4'096;
    return hasEmptyLine(text) ? text : text.substr(0, firstLine + enough);
}

/// Line ends before a message (RFC 3261 §7.5) and as keepalives (RFC 5626 §3.5.1) are framed by themselves.
Framing frontOfSip(Bytes bytes)
{
    const std::string_view text = asText(bytes).substr(0, maxMessageBytes);
    if (text.empty())
        return {};
    if (const std::size_t empty = lineEndsAtFront(text); empty > 0)
        return {Framing::Kind::Message, empty};
    const std::size_t firstLine = std::min(text.find('\n'), text.size());
    const auto message = messageIn(tellingPart(text, firstLine));
    if (message && message->hasAllHeaders()) {
        const std::size_t headers = text.size() - message->body().size();
        return {Framing::Kind::Message, std::min(headers + bodyBytes(*message), maxMessageBytes)};
    }
    const bool hasLine = firstLine < text.size();
    const bool mayBecomeMessage = hasLine ? message.has_value() : isLetter(text.front());
    if (!mayBecomeMessage || text.size() == maxMessageBytes)
        return {Framing::Kind::NoMessage};
    return {};
}

void decodeStream(Bytes bytes, const Conversation& conversation, EventWriter& writer)
{
    if (const auto message = messageIn(asText(bytes)))
        writeMessage(*message, conversation, writer);
}

} // namespace

const DatagramProtocol sipDatagrams{"SIP", decodeDatagram, datagramStartsLikeSip};

const StreamProtocol sipStream{
    "SIP",           frontOfSip,      streamStartsLikeSip, decodeStream,
    minMessageBytes, maxMessageBytes, streamStartsLikeSip,
};

} // namespace whittle
