// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/checks/dhcpserver.h"

#include <algorithm>
#include <map>

#include "models/base/fields.h"
#include "models/checks/evidence.h"
#include "models/checks/starts.h"
#include "models/events/identity.h"

namespace whittle
{

namespace
{

std::set<std::string> tftpServersIn(const FieldView& fields)
{
    std::set<std::string> servers = itemsOf(fields.value("tftp-servers").value_or(""));
    if (servers.empty())
        servers = itemsOf(fields.value("tftp-name").value_or(""));
    const auto next = IpAddress::fromText(fields.value("next-server").value_or(""));
    if (servers.empty() && next && !next->isUnspecified())
        servers.insert(toText(*next));
    return servers;
}

bool shareAny(const std::set<std::string>& one, const std::set<std::string>& other)
{
    return std::ranges::any_of(one, [&](const std::string& item) { return other.contains(item); });
}

/// What speaks for a server to be the one that is meant to serve here.
struct Standing {
    bool isPlanned = false; ///< the description of the site names it
    bool servesRegistered = false; ///< phones are registered in the subnet that it serves
    bool namesTftp = false;
    std::size_t asks = 0; ///< that it answered
    auto operator<=>(const Standing&) const = default;
};

std::set<std::string> plannedServers(const CheckContext& context)
{
    std::set<std::string> servers;
    forEachOf(context, "site", [&](const EventRow& event) {
        if (event.kind == "site.dhcp-scope")
            servers.insert(FieldView(event.fields).value("server").value_or(""));
    });
    return servers;
}

/// The first by name where two are even.
std::string usualServer(const CheckContext& context, const std::vector<DhcpGift>& gifts)
{
    const std::set<std::string> planned = plannedServers(context);
    const std::set<IpAddress> registered = addressesOfRegistered(context);
    std::map<std::string, Standing> standings;
    std::map<std::string, std::set<std::string>> asks;
    for (const DhcpGift& gift : gifts) {
        const FieldView fields(gift.event->fields);
        const int prefix =
            prefixOf(IpAddress::fromText(fields.value("subnet-mask").value_or("")).value_or(IpAddress{}));
        const IpAddress router = IpAddress::fromText(gift.router).value_or(IpAddress{});
        Standing& standing = standings[gift.server];
        standing.isPlanned = planned.contains(gift.server);
        standing.namesTftp = standing.namesTftp || !gift.tftp.empty();
        standing.servesRegistered =
            standing.servesRegistered || std::ranges::any_of(registered, [&](const IpAddress& phone) {
                return inSameSubnet(phone, router, prefix);
            });
        asks[gift.server].insert(gift.client + " " + gift.transaction);
    }
    for (auto& [server, standing] : standings)
        standing.asks = asks[server].size();
    const auto first =
        std::ranges::max_element(standings, {}, &std::pair<const std::string, Standing>::second);
    return first == standings.end() ? std::string() : first->first;
}

/// The phones that some source shows as they look for a server on their own network, with offers that get
/// there: whoever else answers them would be seen.
std::set<std::string> offersWatched(const CheckContext& context)
{
    std::map<SourceId, std::set<std::string>> searching;
    std::set<std::string> offered;
    forEachSingle(context, [&](const EventRow& event) {
        const std::string device = event.kind.starts_with("dhcp.") ? context.identity.deviceOf(event) : "";
        if (event.kind == "dhcp.discover" && event.source.address.isUnspecified())
            searching[event.ref.source].insert(device);
        if (event.kind == "dhcp.offer" && searching[event.ref.source].contains(device))
            offered.insert(device);
    });
    return offered;
}

} // namespace

bool DhcpGift::isLike(const DhcpGift& other) const
{
    const bool sameTftp = tftp.empty() == other.tftp.empty() && (tftp.empty() || shareAny(tftp, other.tftp));
    return sameTftp && (router.empty() || other.router.empty() || router == other.router);
}

std::vector<DhcpGift> dhcpGifts(const CheckContext& context)
{
    std::vector<DhcpGift> gifts;
    forEachSingle(context, [&](const EventRow& event) {
        if (event.kind != "dhcp.offer" && event.kind != "dhcp.ack")
            return;
        const FieldView fields(event.fields);
        const auto server = fields.value("server-id");
        const std::string device = context.identity.deviceOf(event);
        // The log of a server does not tell what is given, nor does an answer to DHCPINFORM.
        const bool tellsAll = fields.value("router") || fields.value("subnet-mask");
        if (!server || device.empty() || !tellsAll || !fields.value("your-ip"))
            return;
        gifts.push_back({&event, device, fields.value("xid").value_or(""), *server,
                         fields.value("router").value_or(""), tftpServersIn(fields)});
    });
    return gifts;
}

DhcpServers dhcpServers(const CheckContext& context)
{
    const std::vector<DhcpGift> gifts = dhcpGifts(context);
    DhcpServers found;
    found.usual = usualServer(context, gifts);
    std::map<std::string, const DhcpGift*> expected;
    for (const DhcpGift& gift : gifts) {
        if (gift.server == found.usual)
            expected.emplace(gift.client + " " + gift.transaction, &gift);
    }
    for (const DhcpGift& gift : gifts) {
        const auto same = expected.find(gift.client + " " + gift.transaction);
        if (same == expected.end() || gift.server == found.usual || gift.isLike(*same->second))
            continue;
        found.strange.push_back(gift);
        found.strangers.insert(gift.server);
    }
    return found;
}

/// Two servers that answer the same ask differently: servers of different subnets are none to wonder about,
/// nor is a partner that hands out the same router (split scope, failover). No: each phone that suffers was
/// watched on its own network when it lost its registration, and another time as it looked for a server.
CheckOutcome checkOtherServer(const CheckContext& context)
{
    CheckOutcome outcome = notObservable("dhcp-other-server", {"phone_side"});
    const DhcpServers servers = dhcpServers(context);
    if (servers.strange.empty()) {
        if (speaksForSufferers(context, offersWatched(context))) {
            outcome.needs.clear();
            outcome.result = CheckResult::No;
        }
        return outcome;
    }
    outcome.needs.clear();
    outcome.result = CheckResult::Yes;
    std::vector<const EventRow*> strange;
    for (const DhcpGift& gift : servers.strange)
        strange.push_back(gift.event);
    inOrder(context, strange);
    for (const EventRow* event : strange)
        addProof(outcome, context.cite(*event), context.identity.deviceOf(*event));
    const DhcpGift& first = servers.strange.front();
    outcome.parameters = {{"server", first.server},
                          {"usual", servers.usual},
                          {"count", std::to_string(servers.strange.size())},
                          {"phones", phonesIn(outcome)},
                          {"router", first.router.empty() ? "-" : first.router},
                          {"tftp", first.tftp.empty() ? "-" : *first.tftp.begin()}};
    return outcome;
}

} // namespace whittle
