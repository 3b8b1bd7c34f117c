// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>
#include <optional>

#include "models/base/fields.h"
#include "models/checks/evidence.h"
#include "models/checks/starts.h"
#include "models/events/identity.h"

namespace whittle
{

namespace
{

// A phone repeats its DHCPDISCOVER for so long at most before it begins anew (RFC 2131 §4.1: 4, 8, 16, 32,
// 64 s).
constexpr Nanoseconds oneSearch = std::chrono::minutes{2};
// Once may be the last address, given back a moment later.
constexpr std::size_t fewestComplaints = 2;
constexpr Nanoseconds lastingComplaint = std::chrono::seconds{10};

bool isSearch(const CheckContext& context, const DeviceMark& mark)
{
    const EventRow* event = mark.kind == "phone.no-address" ? eventAt(context, mark.ref) : nullptr;
    return event && event->kind != "dhcp.decline";
}

/// Of one phone that asks: "no-free-leases" in a line of its own, or as the reason why its DHCPDISCOVER is
/// not answered (ISC: "network 10.2.20.0/24: no free leases", dnsmasq: "no address available").
bool isComplaint(const EventRow& event)
{
    const FieldView fields(event.fields);
    if (event.kind == "dhcp.log")
        return fields.value("what") == "no-free-leases";
    const std::string reason = event.kind == "dhcp.discover" ? fields.value("reason").value_or("") : "";
    return reason.find("free leases") != std::string::npos || reason == "no address available";
}

/// A server's log that says of this phone again and again that there is no address left for it.
std::vector<const EventRow*> complaints(const CheckContext& context, const DeviceHistory& device)
{
    std::map<SourceId, std::vector<const EventRow*>> sources;
    const auto found = context.byDevice.find(device.name);
    if (found == context.byDevice.end())
        return {};
    for (const TimedEvent& timed : found->second.events) {
        auto& own = sources[timed.event->ref.source];
        if (timed.event->kind == "dhcp.ack" && own.size() < fewestComplaints)
            own.clear();
        else if (isComplaint(*timed.event))
            own.push_back(timed.event);
    }
    for (const auto& [source, own] : sources) {
        if (own.size() >= fewestComplaints
            && context.at(*own.back()) - context.at(*own.front()) >= lastingComplaint)
            return own;
    }
    return {};
}

/// The DHCPDISCOVERs of one phone in one capture to which nobody made an offer, from the first to the last.
struct Search {
    const DeviceHistory* device = nullptr;
    SourceId source{};
    CaseTime from{};
    CaseTime to{};
    std::vector<const EventRow*> asks{};
};

std::optional<Search> searchIn(const CheckContext& context, const DeviceHistory& device, SourceId source,
                               CaseTime from, CaseTime to)
{
    Search search{&device, source, from - oneSearch, to + oneSearch, {}};
    const auto found = context.byDevice.find(device.name);
    if (found == context.byDevice.end())
        return {};
    for (const TimedEvent& timed : found->second.between(search.from, search.to)) {
        if (timed.event->ref.source != source)
            continue;
        if (timed.event->kind == "dhcp.offer")
            return {};
        if (timed.event->kind == "dhcp.discover")
            search.asks.push_back(timed.event);
    }
    return search;
}

std::vector<Search> searchesInVain(const CheckContext& context)
{
    std::vector<Search> searches;
    for (const DeviceHistory& device : context.devices) {
        std::map<SourceId, std::pair<CaseTime, CaseTime>> spans;
        for (const DeviceMark& mark : device.marks) {
            const EventRow* event = isSearch(context, mark) ? eventAt(context, mark.ref) : nullptr;
            if (!event || event->ref.place.unit != PlaceUnit::Frame)
                continue;
            const auto span = spans.try_emplace(event->ref.source, mark.at, mark.at).first;
            span->second.second = std::max(span->second.second, mark.at);
        }
        for (const auto& [source, span] : spans) {
            if (auto search = searchIn(context, device, source, span.first, span.second))
                searches.push_back(std::move(*search));
        }
    }
    return searches;
}

/// While one searched in vain a server served somebody else, in the same capture.
struct Served {
    const EventRow* ack = nullptr;
    bool reached = false; ///< that server got the searches, too, or would have
};

/// A server in the subnet of its clients needs no relay to hear a broadcast there.
bool isLocal(const EventRow& ack)
{
    const FieldView fields(ack.fields);
    const auto address = [&](const char* key) {
        return IpAddress::fromText(fields.value(key).value_or("")).value_or(IpAddress{});
    };
    return !fields.value("relay-ip") && ack.source.address == address("server-id")
        && inSameSubnet(address("server-id"), address("your-ip"), prefixOf(address("subnet-mask")));
}

/// A relay passed the search on to this server.
bool wasPassedOn(const Search& search, const IpAddress& server)
{
    return std::ranges::any_of(search.asks, [&](const EventRow* ask) {
        return ask->destination.address == server && FieldView(ask->fields).value("relay-ip");
    });
}

Served servedMeanwhile(const CheckContext& context, const Search& search)
{
    Served served;
    for (const EventRow& event : context.events.singlesOf(search.source)) {
        const CaseTime at = context.at(event);
        if (event.kind != "dhcp.ack" || at < search.from || at > search.to
            || context.identity.deviceOf(event) == search.device->name)
            continue;
        const bool reached = isLocal(event) || wasPassedOn(search, event.source.address);
        if (!served.ack || (reached && !served.reached))
            served = {&event, reached};
    }
    return served;
}

/// The renewals of others that stay without an answer mean that the server is not there for anybody.
bool otherwiseSilent(const CheckContext& context, const Search& search)
{
    return std::ranges::any_of(context.devices, [&](const DeviceHistory& device) {
        return std::ranges::any_of(device.leases, [&](const Lease& lease) {
            return std::ranges::any_of(lease.requests, [&](const LeaseRequest& request) {
                return isHeld(request.state) && request.outcome == RequestOutcome::Silence
                    && request.at >= search.from && request.at <= search.to;
            });
        });
    });
}

void cite(const CheckContext& context, CheckOutcome& outcome, const Search& search, const Served& served)
{
    addProof(outcome, context.cite(*search.asks.front()), search.device->name);
    addProof(outcome, context.cite(*search.asks.back()), search.device->name);
    addProof(outcome, context.cite(*served.ack), "");
    outcome.parameters["server"] = toText(served.ack->source.address);
}

/// Citations of the searches that a server let go unanswered while it served others; `reached`: as far as
/// the capture shows it heard them.
void addSearches(const CheckContext& context, CheckOutcome& outcome, bool reached, std::size_t& asks)
{
    for (const Search& search : searchesInVain(context)) {
        if (context.stop.stop_requested())
            return;
        const Served served = servedMeanwhile(context, search);
        if (!served.ack || search.asks.empty() || served.reached != reached
            || otherwiseSilent(context, search))
            continue;
        asks += search.asks.size();
        cite(context, outcome, search, served);
    }
}

CheckOutcome yes(CheckOutcome outcome, std::size_t count)
{
    outcome.needs.clear();
    outcome.result = CheckResult::Yes;
    outcome.parameters.try_emplace("server", "?");
    outcome.parameters["count"] = std::to_string(count);
    outcome.parameters["phones"] = phonesIn(outcome);
    outcome.parameters["device"] = outcome.devices.empty() ? "" : outcome.devices.front();
    return outcome;
}

} // namespace

/// A server's log says so of phones, or the server is seen to get their DHCPDISCOVERs and to answer others
/// only. Never no: what is not seen to be asked may be asked elsewhere.
CheckOutcome checkNoFreeAddress(const CheckContext& context)
{
    CheckOutcome outcome = notObservable("dhcp-no-free-address", {"dhcp-server-log", "server_side"});
    std::size_t count = 0;
    for (const DeviceHistory& device : context.devices) {
        if (context.stop.stop_requested() || !device.isPhone)
            continue;
        const auto own = complaints(context, device);
        count += own.size();
        for (const EventRow* line : own)
            addProof(outcome, context.cite(*line), device.name);
    }
    addSearches(context, outcome, true, count);
    return count == 0 ? outcome : yes(std::move(outcome), count);
}

/// The same where the server may not have got them: a relay may be missing for those who start, while those
/// who renew ask the server themselves.
CheckOutcome checkOnlyNewUnanswered(const CheckContext& context)
{
    CheckOutcome outcome = notObservable("dhcp-only-new-unanswered", {"server_side", "dhcp-server-log"});
    std::size_t count = 0;
    addSearches(context, outcome, false, count);
    return count == 0 ? outcome : yes(std::move(outcome), count);
}

/// Phones that look for a server again and again and get no address.
CheckOutcome checkSearchesUnanswered(const CheckContext& context)
{
    CheckOutcome outcome = notObservable("dhcp-searches-unanswered", {"phone_side", "phone-console"});
    std::size_t count = 0;
    for (const DeviceHistory& device : context.devices) {
        if (context.stop.stop_requested() || !device.isPhone)
            continue;
        for (const DeviceMark& mark : device.marks) {
            if (!isSearch(context, mark))
                continue;
            ++count;
            addProof(outcome, {mark.ref, mark.at}, device.name);
        }
    }
    return count == 0 ? outcome : yes(std::move(outcome), count);
}

} // namespace whittle
