// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "models/formats/dhcpservertexts.h"
#include "models/formats/text.h"

namespace whittle
{

namespace
{

struct Id {
    int number;
    std::string_view kind;
    std::string_view what; ///< of dhcp.log
};

/// The head of the log itself explains them; from 50 on they are about being authorised in the directory.
constexpr std::array ids{
    Id{0, "dhcp.log", "log-started"},
    Id{1, "dhcp.log", "log-stopped"},
    Id{2, "dhcp.log", "log-paused"}, // the disk is full
    Id{10, "dhcp.ack", ""},
    Id{11, "dhcp.ack", ""},
    Id{12, "dhcp.release", ""},
    Id{13, "dhcp.log", "conflict"}, // found in use, by the server or by a client's Decline
    Id{14, "dhcp.log", "no-free-leases"},
    Id{15, "dhcp.nak", ""},
    Id{16, "dhcp.log", "deleted"},
    Id{17, "dhcp.log", "expired"},
    Id{18, "dhcp.log", "expired"},
    Id{20, "dhcp.log", "bootp-assigned"},
    Id{21, "dhcp.log", "bootp-assigned"},
    Id{22, "dhcp.log", "no-free-leases"}, // of BOOTP
    Id{23, "dhcp.log", "deleted"},
    Id{24, "dhcp.log", "clean-up"},
    Id{25, "dhcp.log", "clean-up"},
    Id{33, "dhcp.log", "dropped"}, // by network access protection
    Id{36, "dhcp.log",
       "dropped"}, // the partner of the failover pair answers, or the client id does not match
    Id{50, "dhcp.log", "unreachable-domain"},
    Id{51, "dhcp.log", "authorised"},
    Id{52, "dhcp.log", "authorised"},
    Id{53, "dhcp.log", "authorised"},
    Id{54, "dhcp.log", "not-authorised"},
    Id{55, "dhcp.log", "authorised"},
    Id{56, "dhcp.log", "not-authorised"},
    Id{57, "dhcp.log", "other-server"},
    Id{58, "dhcp.log", "unreachable-domain"},
    Id{59, "dhcp.log", "not-authorised"},
    Id{60, "dhcp.log", "not-authorised"},
    Id{61, "dhcp.log", "other-server"},
    Id{62, "dhcp.log", "other-server"},
    Id{63, "dhcp.log", "authorisation-restarted"},
    Id{64, "dhcp.log", "not-listening"},
    // DHCPv6; its messages (11000 to 11008) are of no interest
    Id{11009, "dhcp.log", "no-free-leases"},
    Id{11010, "dhcp.log", "log-started"},
    Id{11011, "dhcp.log", "log-stopped"},
    Id{11012, "dhcp.log", "log-paused"},
    Id{11014, "dhcp.log", "conflict"},
    Id{11015, "dhcp.log", "conflict"},
    Id{11016, "dhcp.log", "deleted"},
    Id{11018, "dhcp.log", "expired"},
    Id{11019, "dhcp.log", "expired"},
    Id{11020, "dhcp.log", "clean-up"},
    Id{11021, "dhcp.log", "clean-up"},
};

constexpr int renewed = 11;
constexpr std::size_t transactionColumn = 8;

/// ID,Date,Time,Description,IP Address,Host Name,MAC Address,User Name,TransactionID,…
struct Columns {
    std::array<std::string_view, transactionColumn + 1> values{};

    explicit Columns(std::string_view row)
    {
        for (std::string_view& value : values) {
            value = text::trimmed(text::until(row, ","));
            row.remove_prefix(std::min(text::until(row, ",").size() + 1, row.size()));
        }
    }
};

std::string_view addressKey(std::string_view kind)
{
    if (kind == "dhcp.ack")
        return "your-ip";
    if (kind == "dhcp.nak")
        return "requested-ip";
    return kind == "dhcp.release" ? "client-ip" : "address";
}

} // namespace

DhcpServerText readWindowsRow(std::string_view row, FieldWriter& fields)
{
    const Columns columns(row);
    const auto& [id, date, time, description, address, host, mac, user, transaction] = columns.values;
    const auto number = text::number(id);
    const auto known = std::ranges::find(ids, number.value_or(-1), &Id::number);
    if (known == ids.end())
        return {};
    if (const auto value = text::number(transaction); value && *value > 0 && *value <= 0xFFFFFFFF)
        fields.addHex("xid", static_cast<std::uint64_t>(*value), 8);
    if (const auto client = Mac::fromText(mac); client && client != Mac{})
        fields.add("client-mac", toText(*client));
    if (IpAddress::fromText(address))
        fields.add(addressKey(known->kind), address);
    if (!host.empty())
        fields.add("host-name", host);
    if (known->number == renewed)
        fields.add("renewal", "yes");
    if (!known->what.empty()) {
        fields.add("what", known->what);
        fields.add("text", description);
    }
    fields.addNumber("id", known->number);
    return {known->kind, text::phoneNameIn(host)};
}

} // namespace whittle
