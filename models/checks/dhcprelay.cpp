// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>

#include "models/base/fields.h"
#include "models/checks/evidence.h"
#include "models/events/identity.h"

namespace whittle
{

namespace
{

// Clocks of two captures agree to less; a search goes on for longer.
constexpr Nanoseconds around = std::chrono::minutes{1};

/// The captures that see what relays pass on to a DHCP server.
std::set<SourceId> behindRelays(const CheckContext& context)
{
    std::set<SourceId> sources;
    forEachSingle(context, [&](const EventRow& event) {
        const bool asks = event.kind == "dhcp.discover" || event.kind == "dhcp.request";
        if (asks && event.ref.place.unit == PlaceUnit::Frame && FieldView(event.fields).value("relay-ip")
            && canBeCompared(context.clocks.clock(event.ref.source)))
            sources.insert(event.ref.source);
    });
    return sources;
}

bool asksIn(const CheckContext& context, const std::string& device, SourceId source, CaseTime from,
            CaseTime to)
{
    const auto found = context.byDevice.find(device);
    return found != context.byDevice.end()
        && std::ranges::any_of(found->second.between(from, to), [&](const TimedEvent& timed) {
               return timed.event->ref.source == source && timed.event->kind.starts_with("dhcp.");
           });
}

/// The searches in vain of one phone, seen elsewhere while that capture recorded and lost nothing, and it saw
/// nothing of them; the first that is not so ends it.
std::vector<const EventRow*> lostBefore(const CheckContext& context, const DeviceHistory& device,
                                        SourceId server)
{
    std::vector<const EventRow*> lost;
    for (const DeviceMark& mark : device.marks) {
        const EventRow* event = mark.kind == "phone.no-address" ? eventAt(context, mark.ref) : nullptr;
        if (!event || event->kind != "dhcp.discover" || event->ref.source == server
            || !canBeCompared(context.clocks.clock(event->ref.source)))
            continue;
        const CaseTime from = mark.at - around;
        const CaseTime to = mark.at + around;
        if (!context.coverage.showedAllDhcp(std::span(&server, 1), from, to))
            continue;
        if (asksIn(context, device.name, server, from, to))
            return {};
        lost.push_back(event);
    }
    return lost;
}

} // namespace

/// What phones ask by broadcast does not get to the server, where somebody watches what relays pass on to it.
/// Never no.
CheckOutcome checkSearchesLost(const CheckContext& context)
{
    CheckOutcome outcome = notObservable("dhcp-searches-lost", {"server_side", "phone_side"});
    std::size_t count = 0;
    const std::set<SourceId> servers = behindRelays(context);
    for (const DeviceHistory& device : context.devices) {
        if (context.stop.stop_requested() || !device.isPhone)
            continue;
        for (const SourceId server : servers) {
            const auto lost = lostBefore(context, device, server);
            count += lost.size();
            for (const EventRow* event : lost)
                addProof(outcome, context.cite(*event), device.name);
        }
    }
    if (count == 0)
        return outcome;
    outcome.needs.clear();
    outcome.result = CheckResult::Yes;
    outcome.parameters = {
        {"count", std::to_string(count)}, {"phones", phonesIn(outcome)}, {"device", outcome.devices.front()}};
    return outcome;
}

/// Its own log says that the DHCP server does not serve: not authorised in the domain, or listening nowhere.
CheckOutcome checkServerDoesNotServe(const CheckContext& context)
{
    CheckOutcome outcome = notObservable("dhcp-server-not-serving", {"dhcp-server-log"});
    std::string why;
    bool serves = false;
    forEachSingle(context, [&](const EventRow& event) {
        const SourceRow* source = context.events.source(event.ref.source);
        if (!source || source->format != "dhcp-server-log")
            return;
        const std::string what = FieldView(event.fields).value("what").value_or("");
        serves = serves || event.kind == "dhcp.ack" || event.kind == "dhcp.offer";
        if (what != "not-authorised" && what != "not-listening")
            return;
        why = what;
        addProof(outcome, context.cite(event), "");
    });
    if (why.empty() || serves)
        return notObservable("dhcp-server-not-serving", {"dhcp-server-log"});
    outcome.needs.clear();
    outcome.result = CheckResult::Yes;
    outcome.parameters = {{"why", why}};
    return outcome;
}

} // namespace whittle
