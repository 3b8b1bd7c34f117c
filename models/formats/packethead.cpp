// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/packethead.h"

#include <algorithm>
#include <array>

#include "models/base/time.h"
#include "models/formats/clocktext.h"
#include "models/formats/stamp.h"
#include "models/formats/text.h"

namespace whittle
{

namespace
{

struct Service {
    std::string_view name;
    std::uint16_t port;
};

/// As /etc/services has them (IANA).
constexpr std::array services{
    Service{"ntp", 123},           Service{"bootps", 67},         Service{"bootpc", 68},
    Service{"sip", 5060},          Service{"sip-tls", 5061},      Service{"sips", 5061},
    Service{"tftp", 69},           Service{"cisco-sccp", 2000},   Service{"domain", 53},
    Service{"http", 80},           Service{"https", 443},         Service{"http-alt", 8080},
    Service{"syslog", 514},        Service{"snmp", 161},          Service{"ssh", 22},
    Service{"dhcpv6-client", 546}, Service{"dhcpv6-server", 547},
};

std::optional<std::uint16_t> portOf(std::string_view word)
{
    const auto number = text::number(word);
    if (number && *number <= 65'535)
        return static_cast<std::uint16_t>(*number);
    const auto known = std::ranges::find(services, word, &Service::name);
    if (known == services.end())
        return {};
    return known->port;
}

bool isMac(std::string_view word)
{
    return word.size() == 17 && word[2] == ':' && Mac::fromText(word).has_value();
}

/// "(tos 0x10, …, proto UDP (17), length 328)": its length, 0 when nothing closes it.
std::size_t bracketLength(std::string_view text)
{
    int depth = 0;
    for (std::size_t i = 0; i < text.size() && text[i] != '\n'; ++i) {
        depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
        if (depth == 0)
            return i + 1;
    }
    return 0;
}

std::string_view withoutBlanksBefore(std::string_view text)
{
    return text.substr(std::min(text.find_first_not_of(" \t\n"), text.size()));
}

/// "00:0c:29:1f:74:06 > Broadcast, ethertype 802.1Q (0x8100), length 346: vlan 30, p 0, ethertype IPv4
/// (0x0800), ": away with it. False when it is of something else than IP and ARP.
bool takeLink(std::string_view& text, PacketHead& head)
{
    std::string_view rest = text;
    if (!isMac(text::takeWord(rest)))
        return true;
    const std::string_view line = text::until(text, "\n");
    const auto type = line.rfind("ethertype ");
    if (type == std::string_view::npos)
        return false;
    rest = text.substr(type + std::string_view("ethertype ").size());
    const bool isIp = rest.starts_with("IPv4") || rest.starts_with("IPv6");
    head.isArp = rest.starts_with("ARP");
    const auto end = rest.find("), ");
    if ((!isIp && !head.isArp) || end == std::string_view::npos)
        return false;
    rest.remove_prefix(end + 3);
    if (text::take(rest, "length ")) {
        text::takeNumber(rest);
        text::take(rest, ": ");
    }
    text = rest;
    return true;
}

/// "lo    In  IP6 ": the interface and the way of -i any.
void takeInterface(std::string_view& text)
{
    constexpr std::array ways{"In", "Out", "B", "M", "P"};
    std::string_view rest = text;
    text::takeWord(rest);
    const std::string_view way = text::takeWord(rest);
    if (std::ranges::find(ways, way) != ways.end())
        text = withoutBlanksBefore(rest);
}

void takeFamily(std::string_view& text, PacketHead& head)
{
    if (text::take(text, "ARP, ") || text::take(text, "arp "))
        head.isArp = true;
    else if (!text::take(text, "IP6 "))
        text::take(text, "IP ");
    text = withoutBlanksBefore(text);
    if (text.starts_with('(')) {
        if (const auto length = bracketLength(text); length > 0)
            text = withoutBlanksBefore(text.substr(length));
    }
}

/// "[udp sum ok] NTPv4, Client": what -vv says of the checksum.
std::string_view withoutChecksum(std::string_view payload)
{
    const auto end = payload.find("] ");
    const std::string_view note = payload.substr(0, end);
    const bool isNote = note.starts_with('[') && (note.find("sum") != note.npos || note == "[no cksum");
    return isNote && end != payload.npos ? payload.substr(end + 2) : payload;
}

/// "2017-06-19 14:12:10.230949"
std::size_t readDated(std::string_view text, PacketTime& time)
{
    const auto stamp = isoStamp(text);
    if (!stamp || stamp->decimals < 6)
        return 0;
    time.hasDate = true;
    time.decimals = stamp->decimals;
    time.ns = stamp->isValid() ? stamp->ns() : -1;
    return stamp->written.size();
}

/// "14:12:10.230949"
std::size_t readClock(std::string_view text, PacketTime& time)
{
    const ClockText clock = ClockText::read(text, 6);
    time.decimals = clock.decimals;
    time.ns = clock.ns;
    return clock.length;
}

/// 1497881530.230949
std::size_t readEpoch(std::string_view text, PacketTime& time)
{
    std::string_view rest = text;
    const auto seconds = text::takeNumber(rest);
    if (!seconds || text.size() - rest.size() < 9 || !text::take(rest, "."))
        return 0;
    std::int64_t fraction = 0;
    for (; time.decimals < 9 && !rest.empty() && text::isDigit(rest.front()); rest.remove_prefix(1)) {
        fraction = fraction * 10 + (rest.front() - '0');
        ++time.decimals;
    }
    for (int i = time.decimals; i < 9; ++i)
        fraction *= 10;
    if (time.decimals < 6)
        return 0;
    constexpr std::int64_t year2200 = 7'258'118'400;
    time.ns = *seconds < year2200 ? *seconds * nsPerSecond + fraction : -1;
    time.hasDate = true;
    time.isUtc = true;
    return text.size() - rest.size();
}

} // namespace

PacketEnd PacketEnd::read(std::string_view text, bool hasPort)
{
    PacketEnd end;
    std::string_view host = text;
    const auto dot = text.rfind('.');
    if (hasPort && dot != std::string_view::npos) {
        end.endpoint.port = portOf(text.substr(dot + 1)).value_or(0);
        host = text.substr(0, dot);
    }
    if (const auto address = IpAddress::fromText(host))
        end.endpoint.address = *address;
    else
        end.name = host;
    return end;
}

PacketTime PacketTime::read(std::string_view line)
{
    PacketTime time;
    std::string_view rest = withoutBlanksBefore(line);
    std::string_view behind = rest;
    if (text::takeNumber(behind) && behind.size() > 1 && text::isBlank(behind.front()))
        rest = withoutBlanksBefore(behind); // the number of --number
    const std::string_view begin = rest;
    std::size_t length = readDated(rest, time);
    if (length == 0)
        length = readClock(rest, time);
    if (length == 0)
        length = readEpoch(rest, time);
    rest.remove_prefix(length);
    if (length == 0 || rest.empty() || rest.front() != ' ')
        return {};
    time.written = begin.substr(0, begin.size() - rest.size());
    time.length = line.size() - withoutBlanksBefore(rest).size();
    return time;
}

bool PacketHead::read(std::string_view text, PacketHead& head)
{
    head = {};
    if (!takeLink(text, head))
        return false;
    takeInterface(text);
    takeFamily(text, head);
    if (head.isArp) {
        head.payload = text;
        return true;
    }
    head.source = text::takeWord(text);
    if (head.source.empty() || text::takeWord(text) != ">")
        return false;
    head.destination = text::takeWord(text);
    if (!head.destination.ends_with(':'))
        return false;
    head.destination.remove_suffix(1);
    head.payload = withoutChecksum(withoutBlanksBefore(text));
    return true;
}

} // namespace whittle
