// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/checks/evidence.h"

#include "models/base/fields.h"

namespace whittle
{

namespace
{

/// The 24 bits that voice networks mostly are told apart by: nearer to each other, addresses may be of one
/// network.
std::uint32_t networkOf(const IpAddress& address)
{
    return address.family == IpAddress::Family::V4
        ? std::uint32_t{address.bytes[0]} << 16 | std::uint32_t{address.bytes[1]} << 8 | address.bytes[2]
        : 0;
}

/// The lease with which the phone came back.
const Lease* leaseAt(const DeviceHistory& device, CaseTime from, CaseTime to)
{
    const auto found = std::ranges::find_if(device.leases, [&](const Lease& lease) {
        return lease.from >= from && lease.from <= to && lease.beganAt;
    });
    return found == device.leases.end() ? nullptr : &*found;
}

/// The gateway of the new network told so: a relay or a router that is in it.
bool isNetwork(const Lease& lease)
{
    const auto router =
        IpAddress::fromText(FieldView(lease.options).value("router").value_or("")).value_or(IpAddress{});
    return networkOf(lease.relay) == networkOf(lease.address)
        || networkOf(router) == networkOf(lease.address);
}

/// The lease in another network with which the phone came back; null: it did not, or nobody saw it.
const Lease* movedTo(const Loss& loss)
{
    if (!loss.next || !loss.registration->address.isSet())
        return nullptr;
    const Lease* lease = leaseAt(*loss.device, loss.at - std::chrono::minutes{10}, loss.next->from);
    const bool moved =
        lease && networkOf(lease->address) != networkOf(loss.registration->address) && isNetwork(*lease);
    return moved ? lease : nullptr;
}

} // namespace

/// No: each phone that was lost is back with an address in the network in which it was.
CheckOutcome checkNetworkChanged(const CheckContext& context)
{
    CheckOutcome outcome = notObservable("network-changed", {"phone_side", "cucm_side"});
    std::size_t stayed = 0;
    std::string to;
    for (const Loss& loss : context.losses) {
        const Lease* lease = movedTo(loss);
        const EventRow* event = lease ? eventAt(context, *lease->beganAt) : nullptr;
        const IpAddress& before = loss.registration->address;
        stayed += loss.next && before.isSet() && networkOf(loss.next->address) == networkOf(before);
        if (!event)
            continue;
        to = toText(lease->relay.isSet() ? lease->relay : lease->address);
        addProof(outcome, context.cite(*event), loss.device->name);
    }
    const bool yes = 2 * outcome.devices.size() > context.losses.size() / 2 && !outcome.devices.empty();
    const bool no = !context.losses.empty() && stayed == context.losses.size();
    if (!yes && !no)
        return notObservable(outcome.id, outcome.needs);
    outcome.needs.clear();
    outcome.result = yes ? CheckResult::Yes : CheckResult::No;
    outcome.parameters = {{"phones", phonesIn(outcome)}, {"gateway", to}};
    return outcome;
}

} // namespace whittle
