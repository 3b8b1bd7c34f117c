// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <charconv>
#include <span>

#include "models/formats/packetpayload.h"
#include "models/formats/text.h"

namespace whittle
{

namespace
{

struct MessageName {
    std::string_view name; ///< tcpdump's
    std::string_view kind;
};

constexpr std::array messages{
    MessageName{"Discover", "dhcp.discover"}, MessageName{"Offer", "dhcp.offer"},
    MessageName{"Request", "dhcp.request"},   MessageName{"Decline", "dhcp.decline"},
    MessageName{"ACK", "dhcp.ack"},           MessageName{"NACK", "dhcp.nak"},
    MessageName{"NAK", "dhcp.nak"},           MessageName{"Release", "dhcp.release"},
    MessageName{"Inform", "dhcp.inform"},
};

struct Named {
    std::string_view key;
    std::string_view name; ///< at the beginning of a line
};

/// The order of models/capture.
constexpr std::array values{
    Named{"your-ip", "Your-IP"},     Named{"lease-s", "Lease-Time"},    Named{"server-id", "Server-ID"},
    Named{"client-ip", "Client-IP"}, Named{"next-server", "Server-IP"}, Named{"relay-ip", "Gateway-IP"},
};
constexpr std::array options{
    Named{"requested-ip", "Requested-IP"},
    Named{"t1-s", "RN"},
    Named{"t2-s", "RB"},
    Named{"message", "MSG"},
    Named{"host-name", "Hostname"},
    Named{"vendor-class", "Vendor-Class"},
    Named{"subnet-mask", "Subnet-Mask"},
    Named{"router", "Default-Gateway"},
    Named{"tftp-servers", "TFTP-Server-Address"},
    Named{"tftp-name", "TFTP"},
    Named{"ntp-servers", "NTP"},
    Named{"dns-servers", "Domain-Name-Server"},
    Named{"domain-name", "Domain-Name"},
};

/// "Your-IP 192.168.1.4", "Lease-Time (51), length 4: 43200", "Lease-Time Option 51, length 4: 43200":
/// what stands behind the name in its line. Empty when no line begins with it.
std::string_view valueOf(std::string_view payload, std::string_view name)
{
    while (!payload.empty()) {
        const std::string_view line = text::until(payload, "\n");
        payload.remove_prefix(std::min(line.size() + 1, payload.size()));
        std::string_view rest = text::trimmed(line);
        if (!text::take(rest, name) || !rest.starts_with(' '))
            continue;
        if (rest.starts_with(" (") || rest.starts_with(" Option ")) {
            const auto length = text::after(rest, ", length ");
            const auto colon = length ? length->find(": ") : std::string_view::npos;
            if (colon == std::string_view::npos)
                continue; // the list of what a client asks for
            rest = length->substr(colon + 2);
        }
        rest = text::trimmed(rest);
        if (rest.size() >= 2 && rest.front() == '"' && rest.back() == '"')
            rest = rest.substr(1, rest.size() - 2);
        while (rest.ends_with("^@")) // a NUL at the end of the option
            rest.remove_suffix(2);
        return rest;
    }
    return {};
}

void addAll(std::span<const Named> table, std::string_view payload, FieldWriter& fields)
{
    for (const Named& value : table) {
        if (const std::string_view text = valueOf(payload, value.name); !text.empty())
            fields.add(value.key, text);
    }
}

std::optional<std::uint32_t> transaction(std::string_view payload)
{
    const auto rest = text::after(payload, "xid 0x");
    if (!rest)
        return {};
    std::uint32_t value = 0;
    const std::string_view digits = text::until(*rest, ", \n");
    const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    if (failure != std::errc{} || end != digits.data() + digits.size())
        return {};
    return value;
}

/// "BOOTP/DHCP, Request from 00:0c:29:1f:74:06 (oui Unknown), length 300" or the line of -v.
std::optional<Mac> clientOf(std::string_view payload)
{
    if (const std::string_view line = valueOf(payload, "Client-Ethernet-Address"); !line.empty())
        return Mac::fromText(text::until(line, " "));
    const auto rest = text::after(payload, "Request from ");
    return rest ? Mac::fromText(text::until(*rest, " ,")) : std::nullopt;
}

/// RFC 2131 §4.3.2, as models/capture tells it.
std::string_view requestState(std::string_view payload, const Endpoint& destination)
{
    if (!valueOf(payload, "Server-ID").empty())
        return "selecting";
    if (valueOf(payload, "Client-IP").empty())
        return valueOf(payload, "Requested-IP").empty() ? std::string_view{} : "init-reboot";
    const bool wasBroadcast =
        destination.address == IpAddress::v4(255, 255, 255, 255) || !valueOf(payload, "Gateway-IP").empty();
    return wasBroadcast ? "rebinding" : "renewing";
}

std::string deviceOf(std::string_view payload, const std::optional<Mac>& client)
{
    if (const auto mac = macOfPhoneName(valueOf(payload, "Hostname")))
        return phoneName(*mac);
    const bool isPhone = valueOf(payload, "Vendor-Class").find("IP Phone") != std::string_view::npos;
    return client && isPhone ? phoneName(*client) : std::string{};
}

} // namespace

PacketMeaning readDhcpText(std::string_view payload, const Endpoint& destination, FieldWriter& fields)
{
    if (!payload.starts_with("BOOTP/DHCP, "))
        return {};
    const std::string_view type = valueOf(payload, "DHCP-Message");
    const auto message = std::ranges::find(messages, type, &MessageName::name);
    const bool isRequest = payload.starts_with("BOOTP/DHCP, Request");
    std::string kind = isRequest ? "bootp.request" : "bootp.reply";
    if (message != messages.end())
        kind = message->kind;
    if (const auto id = transaction(payload))
        fields.addHex("xid", *id, 8);
    const auto client = clientOf(payload);
    if (client)
        fields.add("client-mac", toText(*client));
    addAll(values, payload, fields);
    if (auto rest = text::after(payload, ", secs ")) {
        if (const auto seconds = text::takeNumber(*rest))
            fields.addNumber("secs", *seconds);
    }
    if (kind == "dhcp.request") {
        if (const std::string_view state = requestState(payload, destination); !state.empty())
            fields.add("state", state);
    }
    addAll(options, payload, fields);
    return {std::move(kind), deviceOf(payload, client)};
}

} // namespace whittle
