// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/fields.h"
#include "models/checks/dhcpheld.h"
#include "models/checks/dhcpserver.h"
#include "models/checks/evidence.h"
#include "models/checks/starts.h"

namespace whittle
{

namespace
{

// The phone says "T1 expired" as it sends the renewal.
constexpr Nanoseconds afterTimer = std::chrono::seconds{5};

bool hasMark(const DeviceHistory& device, std::string_view kind, CaseTime from, CaseTime to)
{
    return std::ranges::any_of(marksBetween(device, from, to),
                               [&](const DeviceMark& mark) { return mark.kind == kind; });
}

enum class Refusal { OfRenewal, AfterRelease, Other };

/// What was refused: by the packet's own fields (RFC 2131 §4.3.2), or by what the console says around it.
Refusal classify(const CheckContext& context, const DeviceHistory& device, const LeaseRequest& request)
{
    if (isHeld(request.state))
        return Refusal::OfRenewal;
    if (request.state != RequestState::Unknown)
        return Refusal::Other;
    if (hasMark(device, "phone.dhcp-t1", request.at - afterTimer, request.at)
        || hasMark(device, "phone.dhcp-t2", request.at - afterTimer, request.at))
        return Refusal::OfRenewal;
    if (hadReleased(device, request.answer.value_or(request.request), request.answeredAt))
        return Refusal::AfterRelease;
    return wasHeld(context, device, request) ? Refusal::OfRenewal : Refusal::Other;
}

/// What was refused to whom.
struct Refused {
    const DeviceHistory* device = nullptr;
    const LeaseRequest* request = nullptr;
};

/// The refusals first, then what was asked: who reads only the beginning reads of every refusal.
void citeRefusals(const CheckContext& context, CheckOutcome& outcome, const std::vector<Refused>& refusals)
{
    for (const auto& [device, request] : refusals) {
        if (context.stop.stop_requested())
            return;
        for (const EventRow* view : viewsOf(context, device->name, "dhcp.nak", request->answeredAt))
            addProof(outcome, context.cite(*view), device->name);
    }
    for (const auto& [device, request] : refusals) {
        if (const EventRow* asked = isHeld(request->state) ? eventAt(context, request->request) : nullptr)
            addProof(outcome, context.cite(*asked), device->name);
    }
}

struct Seen {
    std::size_t refused = 0;
    std::size_t acknowledged = 0;
    std::size_t silent = 0; ///< and not acknowledged later in the same lease
    std::size_t unsure = 0; ///< the same, but the answer may have been lost where it should be recorded
    std::set<std::string> renewers{}; ///< phones of which a renewal was acknowledged
    std::string server{};
};

/// A renewal after which nothing was seen, neither an answer nor a repetition: one that is repeated and
/// answered later was merely lost.
bool isLastOpen(const Lease& lease, const LeaseRequest& request)
{
    return isHeld(request.state) && !request.answer && &request == &lease.requests.back();
}

/// Walks the requests of all phones, handing those refused as `wanted` to the outcome.
Seen collect(const CheckContext& context, CheckOutcome& outcome, Refusal wanted)
{
    Seen seen;
    std::vector<Refused> refusals;
    // What a stranger refuses says nothing about the server of the lease.
    const std::set<std::string> strangers = dhcpServers(context).strangers;
    for (const DeviceHistory& device : context.devices) {
        if (context.stop.stop_requested())
            break;
        for (const Lease& lease : device.leases) {
            for (const LeaseRequest& request : lease.requests) {
                const bool acknowledged =
                    isHeld(request.state) && request.outcome == RequestOutcome::Acknowledged;
                seen.acknowledged += acknowledged;
                if (acknowledged)
                    seen.renewers.insert(device.name);
                const bool open =
                    isLastOpen(lease, request) && wentOn(context, request.request.source, request.at);
                const bool silent = open && request.outcome == RequestOutcome::Silence;
                seen.silent += silent;
                seen.unsure += open && !silent;
                if (request.outcome != RequestOutcome::Refused
                    || classify(context, device, request) != wanted)
                    continue;
                const IpAddress& by = lease.refusedBy.isSet() ? lease.refusedBy : lease.server;
                if (strangers.contains(toText(by)))
                    continue;
                ++seen.refused;
                if (by.isSet())
                    seen.server = toText(by);
                refusals.push_back({&device, &request});
            }
        }
    }
    citeRefusals(context, outcome, refusals);
    return seen;
}

} // namespace

/// No: somebody lost a registration, a renewal of each who did was acknowledged, and its DHCP was watched
/// when it lost its registration.
CheckOutcome checkRenewalRefused(const CheckContext& context)
{
    CheckOutcome outcome =
        notObservable("dhcp-renewal-refused", {"phone_side", "dhcp-server-log", "phone-console"});
    const Seen seen = collect(context, outcome, Refusal::OfRenewal);
    // That others may keep their addresses does not clear the server of those who suffer.
    if (seen.refused == 0 && !speaksForSufferers(context, seen.renewers))
        return outcome;
    outcome.needs.clear();
    outcome.result = seen.refused > 0 ? CheckResult::Yes : CheckResult::No;
    outcome.parameters = {{"count", std::to_string(seen.refused)},
                          {"phones", phonesIn(outcome)},
                          {"server", seen.server.empty() ? "?" : seen.server},
                          {"device", outcome.devices.empty() ? "" : outcome.devices.front()}};
    return outcome;
}

/// Never no: what a console shows in this order may be the same elsewhere, unseen.
CheckOutcome checkRefusedAfterRelease(const CheckContext& context)
{
    CheckOutcome outcome = notObservable("dhcp-refused-after-release", {});
    const Seen seen = collect(context, outcome, Refusal::AfterRelease);
    if (seen.refused == 0)
        return outcome;
    outcome.result = CheckResult::Yes;
    outcome.parameters = {{"count", std::to_string(seen.refused)}, {"device", outcome.devices.front()}};
    return outcome;
}

/// Yes: all that "no" to checkRenewalRefused() needs, and no renewal was left without an answer. No: one was,
/// or was refused; where it was refused in no place, others must have been answered there.
CheckOutcome checkRenewalsAcknowledged(const CheckContext& context)
{
    CheckOutcome outcome = notObservable("dhcp-renewals-acknowledged", {"phone_side", "dhcp-server-log"});
    CheckOutcome refused;
    Seen seen = collect(context, refused, Refusal::OfRenewal);
    const bool allWell = seen.refused + seen.silent == 0;
    // A single silence in one place may be an answer that took another way.
    if (allWell ? seen.unsure > 0 || !speaksForSufferers(context, seen.renewers)
                : seen.refused == 0 && seen.acknowledged == 0)
        return outcome;
    outcome.needs.clear();
    outcome.result = allWell ? CheckResult::Yes : CheckResult::No;
    outcome.parameters = {{"count", std::to_string(seen.acknowledged)}};
    for (const DeviceHistory& device : context.devices) {
        if (context.stop.stop_requested())
            break;
        for (const Lease& lease : device.leases) {
            for (const LeaseRequest& request : lease.requests) {
                if (isHeld(request.state) && request.outcome == RequestOutcome::Acknowledged)
                    addProof(outcome, {*request.answer, request.answeredAt}, device.name);
            }
        }
    }
    return outcome;
}

namespace
{

/// Refused again before it had an address, in one source, as often as that; the first of them stand first.
std::vector<const EventRow*> refusedAgain(const CheckContext& context, const DeviceHistory& device)
{
    std::map<SourceId, std::vector<DeviceMark>> runs;
    std::vector<const EventRow*> again;
    for (const DeviceMark& mark : device.marks) {
        auto& run = runs[mark.ref.source];
        if (mark.kind == "dhcp.ack")
            run.clear();
        if (mark.kind != "dhcp.nak" || hadReleased(device, mark.ref, mark.at))
            continue;
        if (!run.empty() && mark.at - run.back().at < nextRefusal)
            continue;
        if (!run.empty() && mark.at - run.back().at > sameSearch)
            run.clear();
        run.push_back(mark);
        if (run.size() < 2 || run.size() <= again.size() || registersAfter(device, mark.at))
            continue;
        again.clear();
        for (const DeviceMark& one : run) {
            if (const EventRow* event = eventAt(context, one.ref))
                again.push_back(event);
        }
    }
    return again;
}

} // namespace

/// A phone that is refused whatever it asks for, and never registers. Never no: see
/// checkRefusedAfterRelease().
CheckOutcome checkRefusedAgain(const CheckContext& context)
{
    CheckOutcome outcome = notObservable("dhcp-refused-again", {"phone_side", "phone-console"});
    const std::set<std::string> strangers = dhcpServers(context).strangers;
    std::size_t count = 0;
    std::string server = "?";
    for (const DeviceHistory& device : context.devices) {
        if (context.stop.stop_requested() || !device.isPhone)
            continue;
        for (const EventRow* refusal : refusedAgain(context, device)) {
            const std::string by = FieldView(refusal->fields).value("server-id").value_or("?");
            if (strangers.contains(by))
                continue;
            ++count;
            server = by == "?" ? server : by;
            addProof(outcome, context.cite(*refusal), device.name);
        }
    }
    if (count == 0)
        return outcome;
    outcome.needs.clear();
    outcome.result = CheckResult::Yes;
    outcome.parameters = {{"count", std::to_string(count)},
                          {"phones", phonesIn(outcome)},
                          {"server", server},
                          {"device", outcome.devices.front()}};
    return outcome;
}

} // namespace whittle
