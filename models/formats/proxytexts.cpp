// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/proxytexts.h"

#include <algorithm>
#include <array>

#include "models/formats/text.h"

namespace whittle
{

namespace
{

constexpr std::array proxyTexts{
    ProxyText{TextPattern("sip_tcp.c: accepted TCP connection from {peer}"), "trace.sip-proxy-connection",
              true},
    ProxyText{TextPattern("sip_sm: worker {worker} alive, {connections} TCP connections open, "
                          "{requests} requests since start"),
              "trace.sip-proxy-alive"},
    ProxyText{TextPattern("sipgw: user {user} line {line} device {device}"), "trace.phone-control-user"},
    ProxyText{TextPattern("ctigw: connecting to {peer}"), "trace.cti-connect"},
    ProxyText{TextPattern("ctigw: ProviderOpen to {peer} returned {result}"), "trace.cti-provider-open"},
    ProxyText{TextPattern("ctigw: device open returned {result}"), "trace.cti-device-open"},
    ProxyText{TextPattern("mod_sip_dns: lookup {name}"), "trace.dns-lookup"},
};

constexpr std::array<std::string_view, 5> denials{"access denied", "access control", "not in acl",
                                                  "denied by acl", "acl deny"};
constexpr std::array<std::string_view, 16> failures{
    "denied",       "refused",   "rejected", "forbidden",    "not permitted", "not allowed",
    "unauthorized", "failed",    "failure",  "error",        "unable to",     "could not",
    "cannot",       "timed out", "no route", "loop detected"};

template <std::size_t count>
bool anyOf(const std::array<std::string_view, count>& parts, std::string_view text)
{
    return std::ranges::any_of(
        parts, [&](std::string_view part) { return text::findNoCase(text, part) != text.npos; });
}

/// "10.53.56.17:34282" off the front; the message may follow without a blank.
std::string_view takePeer(std::string_view& text)
{
    std::size_t end = text.starts_with('[') ? text.find(']') : text.find(':');
    end = text.find(':', std::min(end, text.size()));
    if (end == text.npos)
        return {};
    ++end;
    while (end < text.size() && text::isDigit(text[end]))
        ++end;
    const std::string_view peer = text.substr(0, end);
    text.remove_prefix(end);
    return peer;
}

} // namespace

std::optional<ProxyPacket> ProxyPacket::read(std::string_view text)
{
    // behind the name of the source file: "sip_tcp.c: ", "sip_protocol.c(5964) "
    for (const bool isIncoming : {true, false}) {
        auto rest = text::after(text, isIncoming ? "Received " : "Sent ");
        if (!rest || !text::takeNumber(*rest) || !text::take(*rest, " bytes "))
            continue;
        text::takeWord(*rest); // TCP, UDP, TLS
        if (!text::take(*rest, isIncoming ? " packet from " : " packet to "))
            continue;
        ProxyPacket packet;
        packet.isIncoming = isIncoming;
        packet.peer = takePeer(*rest);
        packet.rest = text::trimmed(*rest);
        if (!packet.peer.empty())
            return packet;
    }
    return {};
}

const ProxyText* proxyText(std::string_view text, TextPattern::Match& match)
{
    const auto found = std::ranges::find_if(
        proxyTexts, [&](const ProxyText& one) { return one.pattern.match(text, match); });
    return found == proxyTexts.end() ? nullptr : &*found;
}

std::string_view proxyFailure(std::string_view text)
{
    if (anyOf(denials, text))
        return "trace.sip-proxy-denied";
    return anyOf(failures, text) ? "trace.sip-proxy-error" : std::string_view();
}

} // namespace whittle
