// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>

#include "models/base/fields.h"
#include "models/checks/dhcpserver.h"
#include "models/checks/evidence.h"
#include "models/checks/starts.h"
#include "models/events/identity.h"

namespace whittle
{

// What will hurt later: nothing here proves a cause.

namespace
{

// Below an hour each short outage of the server ends leases; above eight days (the default of Windows) the
// leases of what is gone fill the scope.
constexpr std::chrono::seconds shortLease = std::chrono::hours{1};
constexpr std::chrono::seconds longLease = std::chrono::hours{8 * 24};

CheckOutcome warning(CheckOutcome outcome)
{
    if (outcome.evidence.empty())
        return outcome;
    outcome.needs.clear();
    outcome.result = CheckResult::Yes;
    outcome.parameters["phones"] = phonesIn(outcome);
    outcome.parameters["device"] = outcome.devices.empty() ? "" : outcome.devices.front();
    return outcome;
}

/// A renewal by unicast was silent, and the next one, by broadcast, was acknowledged.
bool isRescued(const std::vector<LeaseRequest>& requests, std::size_t at)
{
    const LeaseRequest& request = requests[at];
    return at > 0 && request.state == RequestState::Rebinding
        && request.outcome == RequestOutcome::Acknowledged && requests[at - 1].state == RequestState::Renewing
        && requests[at - 1].outcome == RequestOutcome::Silence;
}

/// The bounds of RFC 2131 §4.4.5: T1 < T2 < lease.
bool areInOrder(const Lease& lease)
{
    return lease.t1 < lease.t2 && lease.t2 <= *lease.length;
}

template <typename Wanted>
CheckOutcome checkLeases(const CheckContext& context, CheckOutcome outcome, const Wanted& wanted)
{
    for (const DeviceHistory& device : context.devices) {
        if (context.stop.stop_requested() || !device.isPhone)
            continue;
        for (const Lease& lease : device.leases) {
            const EventRow* event = lease.beganAt ? eventAt(context, *lease.beganAt) : nullptr;
            if (!event && !lease.requests.empty() && lease.requests.back().answer)
                event = eventAt(context, *lease.requests.back().answer);
            if (!event || !lease.length || *lease.length == infiniteLease || !wanted(lease))
                continue;
            outcome.parameters["lease"] = hoursText(static_cast<double>(lease.length->count()) / 3600.0);
            outcome.parameters["server"] = lease.server.isSet() ? toText(lease.server) : "?";
            addProof(outcome, context.cite(*event), device.name);
        }
    }
    return warning(std::move(outcome));
}

} // namespace

CheckOutcome checkRenewedByBroadcast(const CheckContext& context)
{
    CheckOutcome outcome = notObservable("dhcp-renewed-by-broadcast", {"phone_side"});
    for (const DeviceHistory& device : context.devices) {
        if (context.stop.stop_requested() || !device.isPhone)
            continue;
        for (const Lease& lease : device.leases) {
            for (std::size_t i = 0; i < lease.requests.size(); ++i) {
                if (!isRescued(lease.requests, i))
                    continue;
                if (const EventRow* asked = eventAt(context, lease.requests[i - 1].request))
                    addProof(outcome, context.cite(*asked), device.name);
                if (const EventRow* answer = eventAt(context, *lease.requests[i].answer))
                    addProof(outcome, context.cite(*answer), device.name);
                outcome.parameters["server"] = lease.server.isSet() ? toText(lease.server) : "?";
            }
        }
    }
    return warning(std::move(outcome));
}

CheckOutcome checkLeaseTimers(const CheckContext& context)
{
    return checkLeases(context, notObservable("dhcp-timers-out-of-order", {"phone_side"}),
                       [](const Lease& lease) { return !areInOrder(lease); });
}

CheckOutcome checkLeaseExtreme(const CheckContext& context)
{
    return checkLeases(context, notObservable("dhcp-lease-extreme", {"phone_side"}), [](const Lease& lease) {
        return *lease.length < shortLease || *lease.length > longLease;
    });
}

/// Phones that are never told a TFTP server: their log says so, or an acknowledgement shows it.
CheckOutcome checkNoTftpOption(const CheckContext& context)
{
    CheckOutcome outcome = notObservable("dhcp-no-tftp-option", {"phone_side", "phone-console"});
    const std::vector<DhcpGift> gifts = dhcpGifts(context);
    outcome.parameters["server"] = "?";
    for (const DeviceHistory& device : context.devices) {
        const auto isTold = [&](const DhcpGift& gift) {
            return gift.client == device.name && !gift.tftp.empty() && gift.event->kind == "dhcp.ack";
        };
        if (context.stop.stop_requested() || !device.isPhone || std::ranges::any_of(gifts, isTold))
            continue;
        for (const DhcpGift& gift : gifts) {
            if (gift.client != device.name || gift.event->kind != "dhcp.ack")
                continue;
            outcome.parameters["server"] = gift.server;
            addProof(outcome, context.cite(*gift.event), device.name);
        }
        for (const DeviceMark& mark : device.marks) {
            if (mark.kind == "phone.no-tftp-server")
                addProof(outcome, {mark.ref, mark.at}, device.name);
        }
    }
    return warning(std::move(outcome));
}

} // namespace whittle
