// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/capture/http.h"

#include <algorithm>
#include <array>
#include <string>

#include "models/capture/headerblock.h"
#include "models/capture/textscan.h"
#include "models/capture/tftp.h"

namespace whittle
{

namespace
{

/// "GET / HTTP/1.0" and its line end.
constexpr std::size_t minMessageBytes = 16;
/// Longer headers are none.
constexpr std::size_t maxHeaderBytes = 16'384;

constexpr std::string_view version = "HTTP/1.";

struct Method {
    std::string_view start;
    std::string_view kind;
};
constexpr std::array methods{
    Method{"GET ", "http.get"},
    Method{"HEAD ", "http.head"},
    Method{"POST ", "http.post"},
    Method{"PUT ", "http.put"},
};

const Method* methodOf(std::string_view text)
{
    const auto found =
        std::ranges::find_if(methods, [&](const Method& method) { return text.starts_with(method.start); });
    return found == methods.end() ? nullptr : &*found;
}

bool startsLikeHttp(std::string_view text)
{
    return text.starts_with(version) || methodOf(text);
}

bool startsHere(Bytes segment)
{
    return startsLikeHttp(asText(segment));
}

/// Whether more bytes may make it a beginning of a message.
bool mayBecomeStart(std::string_view text)
{
    const auto isFrontOf = [&](std::string_view start) { return start.starts_with(text); };
    return isFrontOf(version) || std::ranges::any_of(methods, isFrontOf, &Method::start);
}

std::size_t bodyBytes(const HeaderBlock& headers)
{
    const auto length = headers.find("Content-Length");
    return length ? decimal(*length, SIZE_MAX / 2).value_or(0) : 0;
}

/// A message is its headers, and as much of its body as is there with them: nobody asks for the body, and a
/// phone's firmware is large. What comes of it later begins like no message and is passed over as it comes,
/// until a segment begins like one. So no length has to be believed.
Framing frontOfHttp(Bytes bytes)
{
    const std::string_view text = asText(bytes);
    if (!startsLikeHttp(text))
        return mayBecomeStart(text) ? Framing{} : Framing{Framing::Kind::Message, bytes.size()};
    const HeaderBlock block(text.substr(0, maxHeaderBytes));
    if (!block.isComplete())
        return bytes.size() < maxHeaderBytes ? Framing{} : Framing{Framing::Kind::Message, bytes.size()};
    const auto headers = static_cast<std::size_t>(block.body().data() - text.data());
    return {Framing::Kind::Message, headers + std::min(bodyBytes(block), bytes.size() - headers)};
}

void addHeader(std::string_view key, const HeaderBlock& headers, std::string_view name, FieldWriter& fields)
{
    if (const auto value = headers.find(name); value && !value->empty())
        fields.add(key, *value);
}

void writeRequest(const Method& method, std::string_view line, const HeaderBlock& headers,
                  const Conversation& conversation, EventWriter& writer)
{
    std::string_view file = line.substr(method.start.size());
    file = file.substr(0, file.find(' '));
    file.remove_prefix(file.starts_with('/') ? 1 : 0);
    writer.fields().add("file", file);
    addHeader("host", headers, "Host", writer.fields());
    addHeader("user-agent", headers, "User-Agent", writer.fields());
    writer.write(method.kind, conversation, phoneOfFile(file));
}

/// "HTTP/1.1 404 Not Found"
void writeResponse(std::string_view line, const HeaderBlock& headers, const Conversation& conversation,
                   EventWriter& writer)
{
    line = trimmed(line.substr(std::min(line.find(' '), line.size())));
    const auto status = decimal(line.substr(0, 3), 999);
    if (!status)
        return;
    writer.fields().addNumber("status", static_cast<std::int64_t>(*status));
    if (const auto reason = trimmed(line.substr(std::min<std::size_t>(3, line.size()))); !reason.empty())
        writer.fields().add("reason", reason);
    if (const auto length = headers.find("Content-Length")) {
        if (const auto bytes = decimal(*length, INT64_MAX))
            writer.fields().addNumber("bytes", static_cast<std::int64_t>(*bytes));
    }
    addHeader("server", headers, "Server", writer.fields());
    writer.write("http.response", conversation);
}

void decodeHttp(Bytes message, const Conversation& conversation, EventWriter& writer)
{
    const std::string_view text = asText(message);
    if (!startsLikeHttp(text))
        return;
    std::string_view rest = text.substr(0, maxHeaderBytes);
    const std::string_view line = takeLine(rest);
    const HeaderBlock headers(rest);
    if (const Method* method = methodOf(line))
        writeRequest(*method, line, headers, conversation, writer);
    else
        writeResponse(line, headers, conversation, writer);
}

} // namespace

const StreamProtocol httpProtocol{
    "HTTP", frontOfHttp, startsHere, decodeHttp, minMessageBytes, maxHeaderBytes,
};

} // namespace whittle
