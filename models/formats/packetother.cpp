// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "models/capture/sipmessage.h"
#include "models/formats/packetpayload.h"
#include "models/formats/text.h"

namespace whittle
{

namespace
{

/// SCCP, SCCP over TLS, SIP, SIP over TLS, files over HTTP, CTI.
constexpr std::array<std::uint16_t, 6> connectionPorts{2000, 2443, 5060, 5061, 6970, 2748};

bool isOfInterest(const Endpoint& end)
{
    return std::ranges::find(connectionPorts, end.port) != connectionPorts.end();
}

/// "Flags [S.], seq 171821369, …" and, of tcpdump 3, "S 171821369:171821369(0) ack 1616084738 win 4128":
/// the letters, with a '.' for the ACK; empty for other texts.
std::string flagsOf(std::string_view payload)
{
    if (text::take(payload, "Flags ["))
        return std::string(text::until(payload, "]"));
    std::string flags(text::takeWord(payload));
    const std::string_view numbers = text::takeWord(payload);
    if (flags.find_first_not_of("SFRP.") != std::string::npos || numbers.find(':') == std::string_view::npos)
        return {};
    if (payload.find(" ack ") != std::string_view::npos)
        flags += '.';
    return flags;
}

std::string_view kindOf(std::string_view flags)
{
    const auto has = [&](char flag) { return flags.find(flag) != std::string_view::npos; };
    if (has('R'))
        return "tcp.rst";
    if (has('S'))
        return has('.') ? "tcp.syn-ack" : "tcp.syn";
    return has('F') ? "tcp.fin" : std::string_view{};
}

/// Of a SYN alone: later ones are counted from there.
void addSequence(std::string_view payload, FieldWriter& fields)
{
    auto rest = text::after(payload, "seq ");
    if (!rest)
        rest = text::after(payload, "S ");
    if (const auto number = rest ? text::takeNumber(*rest) : std::nullopt)
        fields.addNumber("seq", *number);
}

void addAddress(FieldWriter& fields, std::string_view key, std::string_view text)
{
    if (IpAddress::fromText(text))
        fields.add(key, text);
}

void addMac(FieldWriter& fields, std::string_view key, std::string_view text)
{
    if (const auto mac = Mac::fromText(text))
        fields.add(key, toText(*mac));
}

} // namespace

/// "SIP: REGISTER sip:10.1.1.1 SIP/2.0", and "SIP, length: 298" with the message on the lines behind it.
PacketMeaning readSipText(std::string_view payload, FieldWriter& fields)
{
    auto message = text::after(payload, "SIP: ");
    if (!message) {
        message = text::after(payload, "SIP, length");
        if (message)
            message = text::after(*message, "\n");
    }
    const auto sip = message ? SipMessage::parse(*message) : std::nullopt;
    if (!sip)
        return {};
    SipSummary summary = addSipFields(*sip, fields);
    return {std::move(summary.kind), std::move(summary.device)};
}

PacketMeaning readTcpText(std::string_view payload, const Endpoint& source, const Endpoint& destination,
                          FieldWriter& fields)
{
    if (!isOfInterest(source) && !isOfInterest(destination))
        return {};
    const std::string_view kind = kindOf(flagsOf(payload));
    if (kind.starts_with("tcp.syn"))
        addSequence(payload, fields);
    return {std::string(kind), {}};
}

/// 26 RRQ "SEP001E7A24429A.cnf.xml" octet
/// TFTP, length 35, RRQ "SEP001E7A24429A.cnf.xml" octet
PacketMeaning readTftpText(std::string_view payload, FieldWriter& fields)
{
    const std::string_view line = text::until(payload, "\n");
    for (const auto& [word, kind] :
         {std::pair<std::string_view, std::string_view>{"RRQ \"", "tftp.read-request"},
          {"WRQ \"", "tftp.write-request"}}) {
        const auto rest = text::after(line, word);
        if (!rest)
            continue;
        const std::string_view file = text::until(*rest, "\"");
        fields.add("file", file);
        return {std::string(kind), std::string(text::phoneNameIn(file))};
    }
    return {};
}

/// Request who-has 10.1.1.1 (ff:ff:ff:ff:ff:ff) tell 10.1.1.2, length 28
/// Reply 10.1.1.1 is-at 00:1e:7a:24:42:9a, length 28
PacketMeaning readArpText(std::string_view payload, FieldWriter& fields)
{
    payload = text::until(payload, "\n");
    if (const auto request = text::after(payload, "who-has ")) {
        addAddress(fields, "target-ip", text::until(*request, " ,"));
        if (const auto sender = text::after(payload, " tell "))
            addAddress(fields, "sender-ip", text::until(*sender, ", "));
        return {"arp.request", {}};
    }
    const auto reply = text::after(payload, "eply ");
    const auto mac = text::after(payload, " is-at ");
    if (!reply || !mac)
        return {};
    addAddress(fields, "sender-ip", text::until(*reply, " "));
    addMac(fields, "sender-mac", text::until(*mac, ", "));
    return {"arp.reply", {}};
}

/// ICMP 172.28.2.3 udp port 53 unreachable, length 69
/// ICMP host 10.1.1.1 unreachable, length 36
PacketMeaning readIcmpText(std::string_view payload, FieldWriter& fields)
{
    if (!text::take(payload, "ICMP ") && !text::take(payload, "icmp: "))
        return {};
    const auto end = payload.find(" unreachable");
    if (end == std::string_view::npos)
        return {};
    payload = payload.substr(0, end);
    for (const std::string_view reason : {"port", "host", "net", "protocol"}) {
        if (payload.find(reason) == std::string_view::npos)
            continue;
        fields.add("reason", reason);
        break;
    }
    fields.add("text", payload);
    return {"icmp.unreachable", {}};
}

} // namespace whittle
