// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "models/formats/dhcpservertexts.h"
#include "models/formats/text.h"

namespace whittle
{

namespace
{

struct Verb {
    std::string_view name;
    std::string_view kind;
    std::string_view addressKey; ///< what the address in it is
};

constexpr std::array verbs{
    Verb{"DHCPDISCOVER", "dhcp.discover", "requested-ip"},
    Verb{"DHCPOFFER", "dhcp.offer", "your-ip"},
    Verb{"DHCPREQUEST", "dhcp.request", "requested-ip"},
    Verb{"DHCPACK", "dhcp.ack", "your-ip"},
    Verb{"DHCPNAK", "dhcp.nak", "requested-ip"},
    Verb{"DHCPDECLINE", "dhcp.decline", "requested-ip"},
    Verb{"DHCPRELEASE", "dhcp.release", "client-ip"},
    Verb{"DHCPINFORM", "dhcp.inform", "client-ip"},
};

struct Remark {
    std::string_view words; ///< anywhere in the text
    std::string_view what;
};

/// What dhcpd says besides messages.
constexpr std::array remarks{
    Remark{"no free leases", "no-free-leases"},
    Remark{"Abandoning IP address", "abandoned"},
    Remark{"bandoned IP address", "abandoned"},
    Remark{"unknown client", "unknown-client"},
    Remark{"unavailable", "lease-unavailable"},
    Remark{"lease conflict", "conflict"},
    Remark{"is duplicate on", "duplicate"},
    Remark{"peer holds all free leases", "no-free-leases"},
    Remark{"Internet Systems Consortium DHCP Server", "start"},
    Remark{"Server starting service", "start"},
    Remark{"Not configured to listen on any interfaces", "not-listening"},
    Remark{"started, version", "start"}, // dnsmasq
    Remark{"DHCP, IP range", "start"},
    Remark{"no address range available", "no-free-leases"},
    Remark{"not using configured address", "conflict"},
};

const Verb* verbOf(std::string_view word)
{
    const auto known = std::ranges::find(verbs, word, &Verb::name);
    return known == verbs.end() ? nullptr : &*known;
}

/// One message as far as it is read.
struct Message {
    std::string_view address;
    std::string_view server;
    std::string_view mac;
    std::string_view host;
    std::string_view via;
    std::string_view reason;
};

std::string_view withoutBrackets(std::string_view word)
{
    const bool bracketed = word.size() >= 2 && word.front() == '(' && word.back() == ')';
    return bracketed ? word.substr(1, word.size() - 2) : word;
}

void addMessage(const Verb& verb, const Message& message, FieldWriter& fields)
{
    if (const auto mac = Mac::fromText(message.mac))
        fields.add("client-mac", toText(*mac));
    if (!message.address.empty())
        fields.add(verb.addressKey, message.address);
    if (!message.server.empty())
        fields.add("server-id", message.server);
    if (!message.via.empty())
        fields.add("via", message.via);
    if (IpAddress::fromText(message.via))
        fields.add("relay-ip", message.via);
    if (!message.host.empty())
        fields.add("host-name", message.host);
    if (!message.reason.empty())
        fields.add("reason", message.reason);
}

/// "for 10.0.2.15 (10.1.1.1) from 08:00:27:c1:4f:9a (SEP001E7A24429A) via enp0s8: wrong network."
Message readIscMessage(std::string_view rest)
{
    Message message;
    const auto via = rest.find(" via ");
    std::string_view tail = via == std::string_view::npos ? std::string_view{} : rest.substr(via + 5);
    message.via = text::until(tail, " :");
    if (const auto colon = tail.find(": "); colon != std::string_view::npos)
        message.reason = text::trimmed(tail.substr(colon + 2));
    rest = rest.substr(0, via);
    for (auto word = text::takeWord(rest); !word.empty(); word = text::takeWord(rest)) {
        const std::string_view bare = withoutBrackets(word);
        if (Mac::fromText(bare))
            message.mac = bare;
        else if (IpAddress::fromText(bare))
            (message.address.empty() ? message.address : message.server) = bare;
        else if (bare.size() < word.size())
            message.host = bare;
    }
    while (message.reason.ends_with('.'))
        message.reason.remove_suffix(1);
    return message;
}

/// "10.1.1.5 00:1e:7a:24:42:9a SEP001E7A24429A", "00:1e:7a:24:42:9a no address available"
Message readDnsmasqMessage(std::string_view rest, bool namesHost)
{
    Message message;
    std::string_view behind = rest;
    const std::string_view first = text::takeWord(behind);
    if (IpAddress::fromText(first)) {
        message.address = first;
        rest = behind;
    }
    message.mac = text::takeWord(rest);
    (namesHost ? message.host : message.reason) = text::trimmed(rest);
    return message;
}

DhcpServerText readRemark(std::string_view text, FieldWriter& fields)
{
    const auto known = std::ranges::find_if(
        remarks, [&](const Remark& remark) { return text.find(remark.words) != text.npos; });
    if (known == remarks.end())
        return {};
    fields.add("what", known->what);
    fields.add("text", text);
    return {"dhcp.log", {}};
}

DhcpServerText said(const Verb& verb, const Message& message)
{
    return {verb.kind, text::phoneNameIn(message.host)};
}

} // namespace

DhcpServerText readIscText(std::string_view text, FieldWriter& fields)
{
    std::string_view rest = text;
    const Verb* verb = verbOf(text::takeWord(rest));
    if (!verb)
        return readRemark(text, fields);
    const Message message = readIscMessage(rest);
    addMessage(*verb, message, fields);
    return said(*verb, message);
}

DhcpServerText readDnsmasqText(std::string_view text, FieldWriter& fields)
{
    std::string_view rest = text;
    const auto transaction = text::takeNumber(rest); // with log-dhcp
    if (transaction && *transaction > 0xFFFFFFFF)
        return {};
    rest = text::trimmed(rest);
    const std::string_view word = text::takeWord(rest);
    const Verb* verb = verbOf(text::until(word, "("));
    if (!verb)
        return readRemark(text, fields);
    if (transaction)
        fields.addHex("xid", static_cast<std::uint64_t>(*transaction), 8);
    Message message = readDnsmasqMessage(rest, verb->kind == "dhcp.ack");
    message.via = text::until(word.substr(std::min(verb->name.size() + 1, word.size())), ")");
    addMessage(*verb, message, fields);
    return said(*verb, message);
}

} // namespace whittle
