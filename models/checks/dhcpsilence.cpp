// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/checks/evidence.h"

#include "models/base/fields.h"
#include "models/events/deviceevents.h"
#include "models/events/identity.h"

namespace whittle {

namespace {

// A single request may be lost; a phone that asks this often and hears nothing is not answered (RFC 2131 §4.4.5 repeats at half of the
// time that is left).
constexpr std::size_t manyRequests = 3;
// Answers come within milliseconds; a capture that ends sooner after a request proves nothing.
constexpr Nanoseconds timeToAnswer = std::chrono::seconds {10};

/// The source would have shown an answer: it shows answers to somebody, and it goes on after the request.
bool wouldShowAnswer(const CheckContext& context, const EventRow& request)
{
    const SourceRow* source = context.events.source(request.ref.source);
    if (!source || !source->last || *source->last - request.time < timeToAnswer)
        return false;
    if (source->unit == PlaceUnit::Line) // the phone's own log says what it received
        return true;
    return std::ranges::any_of(context.events.singles, [&](const EventRow& event) {
        return event.ref.source == request.ref.source && (event.kind == "dhcp.ack" || event.kind == "dhcp.offer" || event.kind == "dhcp.nak");
    });
}

/// Requests and Discovers of one phone in a row, without an answer of any kind between them.
std::vector<const EventRow*> longestSilence(const CheckContext& context, const DeviceHistory& device)
{
    std::vector<const EventRow*> longest;
    std::vector<const EventRow*> run;
    for (const DeviceMark& mark : device.marks) {
        const bool asks = mark.kind == "dhcp.request" || mark.kind == "dhcp.discover";
        const bool answer = mark.kind == "dhcp.ack" || mark.kind == "dhcp.offer" || mark.kind == "dhcp.nak";
        const EventRow* event = asks ? eventAt(context, mark.ref) : nullptr;
        if (answer)
            run.clear();
        else if (event && wouldShowAnswer(context, *event))
            run.push_back(event);
        if (run.size() > longest.size())
            longest = run;
    }
    return longest;
}

bool asksForAddress(const DeviceHistory& device)
{
    return std::ranges::any_of(device.marks, [](const DeviceMark& mark) { return mark.kind == "dhcp.request" || mark.kind == "dhcp.discover"; });
}

} // namespace

CheckOutcome checkRequestsUnanswered(const CheckContext& context)
{
    CheckOutcome outcome = notObservable("dhcp-requests-unanswered", {"phone_side", "server_side"});
    std::size_t unanswered = 0;
    bool observed = false;
    for (const DeviceHistory& device : context.devices) {
        const auto silence = longestSilence(context, device);
        observed = observed || asksForAddress(device);
        if (silence.size() < manyRequests)
            continue;
        unanswered += silence.size();
        for (const EventRow* event : silence)
            addProof(outcome, context.cite(*event), device.name);
    }
    if (!observed)
        return outcome;
    outcome.needs.clear();
    outcome.result = unanswered > 0 ? CheckResult::Yes : CheckResult::No;
    outcome.parameters = {{"count", std::to_string(unanswered)},
                          {"phones", phonesIn(outcome)},
                          {"device", outcome.devices.empty() ? "" : outcome.devices.front()}};
    return outcome;
}

CheckOutcome checkOtherServer(const CheckContext& context)
{
    CheckOutcome outcome = notObservable("dhcp-other-server", {"phone_side"});
    std::map<std::string, std::map<std::string, std::vector<const EventRow*>>> routersOf; // server → router → answers
    for (const EventRow& event : context.events.singles) {
        const FieldView fields(event.fields);
        const auto server = fields.value("server-id");
        const auto router = fields.value("router");
        if ((event.kind == "dhcp.offer" || event.kind == "dhcp.ack") && server && router)
            routersOf[*server][*router].push_back(&event);
    }
    if (routersOf.empty())
        return outcome;
    const auto answers = [](const auto& routers) {
        std::size_t count = 0;
        for (const auto& [router, events] : routers)
            count += events.size();
        return count;
    };
    const auto usual = std::ranges::max_element(routersOf, {}, [&](const auto& entry) { return answers(entry.second); });
    outcome.needs.clear();
    outcome.result = CheckResult::No;
    for (const auto& [server, routers] : routersOf) {
        for (const auto& [router, events] : routers) {
            // A second server that hands out the same router is a partner, not a stranger (split scope, failover).
            if (server == usual->first || usual->second.contains(router))
                continue;
            outcome.result = CheckResult::Yes;
            outcome.parameters = {{"server", server}, {"usual", usual->first}};
            for (const EventRow* event : events)
                addProof(outcome, context.cite(*event), context.identity.deviceOf(*event));
        }
    }
    return outcome;
}

} // namespace whittle
