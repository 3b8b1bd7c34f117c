// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/events/dhcpjoins.h"

#include <map>
#include <set>

#include "models/base/fields.h"
#include "models/events/caseevents.h"
#include "models/events/identity.h"

namespace whittle
{

namespace
{

/// What one client's questions say of it.
struct Client {
    std::optional<EventRef> asked{}; ///< the first that asks for option 150
    bool isOther = false;
};

/// "1,66,6,3,15,150,35"
bool asksForTftpServers(const FieldView& fields)
{
    const auto asked = fields.value("requested-options");
    return asked && ("," + *asked + ",").find(",150,") != std::string::npos;
}

/// A host name, a maker's vendor class, or a client id in words ("cisco-0019.e8eb.a11a-Vl1" of a router): the
/// names that phones give themselves are known already.
bool isOther(const FieldView& fields)
{
    const auto id = fields.value("client-id");
    return fields.value("host-name") || fields.value("vendor-class") || (id && !Mac::fromText(*id));
}

bool asks(std::string_view kind)
{
    return kind == "dhcp.discover" || kind == "dhcp.request" || kind == "dhcp.inform";
}

} // namespace

void addPhonesByDhcp(const CaseEvents& events, std::vector<Join>& joins, const std::stop_token& stop)
{
    std::set<Mac> named;
    for (const Join& join : joins) {
        if (join.mac)
            named.insert(*join.mac);
    }
    std::map<Mac, Client> clients;
    for (const EventRow& event : events.singles) {
        if (stop.stop_requested())
            return;
        const auto mac = asks(event.kind) ? clientMac(event) : std::nullopt;
        if (!mac || named.contains(*mac))
            continue;
        const FieldView fields(event.fields);
        Client& client = clients[*mac];
        client.isOther = client.isOther || isOther(fields);
        if (!client.asked && asksForTftpServers(fields))
            client.asked = event.ref;
    }
    for (const auto& [mac, client] : clients) {
        if (client.asked && !client.isOther)
            joins.push_back({.device = phoneName(mac),
                             .kind = JoinKind::Mac,
                             .mac = mac,
                             .reason = "asks-for-option-150",
                             .proof = client.asked});
    }
}

} // namespace whittle
