// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/checks/evidence.h"

namespace whittle
{

namespace
{

// The phone gives its address back and asks for it again at once: a server may refuse for that reason alone.
constexpr Nanoseconds afterRelease = std::chrono::seconds{1};
// The phone says "T1 expired" as it sends the renewal.
constexpr Nanoseconds afterTimer = std::chrono::seconds{5};
// Answers come within milliseconds; a capture that ends sooner after a request proves nothing.
constexpr Nanoseconds timeToAnswer = std::chrono::seconds{10};

bool hasMark(const DeviceHistory& device, std::string_view kind, CaseTime from, CaseTime to)
{
    return std::ranges::any_of(marksBetween(device, from, to),
                               [&](const DeviceMark& mark) { return mark.kind == kind; });
}

enum class Refusal { OfRenewal, AfterRelease, Other };

/// What was refused: by the packet's own fields (RFC 2131 §4.3.2), or by what the console says around it.
Refusal classify(const DeviceHistory& device, const LeaseRequest& request)
{
    if (request.state == RequestState::Renewing || request.state == RequestState::Rebinding)
        return Refusal::OfRenewal;
    if (request.state != RequestState::Unknown)
        return Refusal::Other;
    if (hasMark(device, "phone.dhcp-t1", request.at - afterTimer, request.at)
        || hasMark(device, "phone.dhcp-t2", request.at - afterTimer, request.at))
        return Refusal::OfRenewal;
    if (hasMark(device, "dhcp.release", request.answeredAt - afterRelease, request.answeredAt))
        return Refusal::AfterRelease;
    return Refusal::Other;
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
        const bool held =
            request->state == RequestState::Renewing || request->state == RequestState::Rebinding;
        if (const EventRow* asked = held ? eventAt(context, request->request) : nullptr)
            addProof(outcome, context.cite(*asked), device->name);
    }
}

struct Seen {
    std::size_t refused = 0;
    std::size_t acknowledged = 0;
    std::size_t silent = 0; ///< and not acknowledged later in the same lease
    std::set<std::string> renewers{}; ///< phones of which a renewal was acknowledged
    std::string server{};
};

bool isRenewal(const LeaseRequest& request)
{
    return request.state == RequestState::Renewing || request.state == RequestState::Rebinding;
}

/// A renewal that nobody answered, though the source that shows it went on long enough to show an answer. One
/// that is repeated and answered later was merely lost.
bool isLastSilence(const CheckContext& context, const Lease& lease, const LeaseRequest& request)
{
    return isRenewal(request) && request.outcome == RequestOutcome::Silence
        && &request == &lease.requests.back()
        && wasWatching(context, request.request.source, request.at + timeToAnswer);
}

/// Walks the requests of all phones, handing those refused as `wanted` to the outcome.
Seen collect(const CheckContext& context, CheckOutcome& outcome, Refusal wanted)
{
    Seen seen;
    std::vector<Refused> refusals;
    for (const DeviceHistory& device : context.devices) {
        if (context.stop.stop_requested())
            break;
        for (const Lease& lease : device.leases) {
            for (const LeaseRequest& request : lease.requests) {
                const bool acknowledged =
                    isRenewal(request) && request.outcome == RequestOutcome::Acknowledged;
                seen.acknowledged += acknowledged;
                if (acknowledged)
                    seen.renewers.insert(device.name);
                seen.silent += isLastSilence(context, lease, request);
                if (request.outcome != RequestOutcome::Refused || classify(device, request) != wanted)
                    continue;
                ++seen.refused;
                if (lease.server.isSet())
                    seen.server = toText(lease.server);
                refusals.push_back({&device, &request});
            }
        }
    }
    citeRefusals(context, outcome, refusals);
    return seen;
}

} // namespace

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

CheckOutcome checkRenewalsAcknowledged(const CheckContext& context)
{
    CheckOutcome outcome = notObservable("dhcp-renewals-acknowledged", {"phone_side", "dhcp-server-log"});
    CheckOutcome refused;
    Seen seen = collect(context, refused, Refusal::OfRenewal);
    const bool allWell = seen.refused + seen.silent == 0;
    // A single silence in one place may be an answer that took another way.
    if (allWell ? !speaksForSufferers(context, seen.renewers) : seen.refused == 0 && seen.acknowledged == 0)
        return outcome;
    outcome.needs.clear();
    outcome.result = allWell ? CheckResult::Yes : CheckResult::No;
    outcome.parameters = {{"count", std::to_string(seen.acknowledged)}};
    for (const DeviceHistory& device : context.devices) {
        if (context.stop.stop_requested())
            break;
        for (const Lease& lease : device.leases) {
            for (const LeaseRequest& request : lease.requests) {
                if (isRenewal(request) && request.outcome == RequestOutcome::Acknowledged)
                    addProof(outcome, {*request.answer, request.answeredAt}, device.name);
            }
        }
    }
    return outcome;
}

} // namespace whittle
