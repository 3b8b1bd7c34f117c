// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>
#include <optional>

#include "models/base/fields.h"
#include "models/checks/dhcpserver.h"
#include "models/checks/evidence.h"
#include "models/checks/starts.h"
#include "models/events/identity.h"

namespace whittle
{

namespace
{

/// An address that a phone was given, or asks for by name.
struct Taken {
    const EventRow* event = nullptr;
    IpAddress address{};
    int prefix = 24;
};

std::optional<Taken> takenIn(const EventRow& event)
{
    const FieldView fields(event.fields);
    const auto address = [&](const char* key) {
        return IpAddress::fromText(fields.value(key).value_or("")).value_or(IpAddress{});
    };
    IpAddress taken;
    if (event.kind == "phone.address")
        taken = address("address");
    else if (event.kind == "dhcp.ack")
        taken = address("your-ip");
    else if (event.kind == "dhcp.request" && fields.value("state") == "selecting")
        taken = address("requested-ip");
    const IpAddress mask = address(event.kind == "phone.address" ? "mask" : "subnet-mask");
    if (!taken.isSet() || taken.isUnspecified())
        return {};
    return Taken{&event, taken, prefixOf(mask)};
}

/// What the phone took when its starts failed, and lies in none of the subnets in which phones are
/// registered.
std::vector<Taken> takenElsewhere(const CheckContext& context, const DeviceHistory& device,
                                  const std::set<IpAddress>& registered)
{
    std::vector<Taken> elsewhere;
    const auto found = context.byDevice.find(device.name);
    if (found == context.byDevice.end() || registered.empty() || !failsToRegister(context, device))
        return elsewhere;
    for (const TimedEvent& timed : found->second.events) {
        const auto taken = takenIn(*timed.event);
        const auto isNear = [&](const IpAddress& phone) {
            return inSameSubnet(taken->address, phone, taken->prefix);
        };
        if (taken && std::ranges::none_of(registered, isNear))
            elsewhere.push_back(*taken);
    }
    return elsewhere;
}

CheckOutcome yes(CheckOutcome outcome, const std::string& address, const std::string& instead)
{
    outcome.needs.clear();
    outcome.result = CheckResult::Yes;
    outcome.parameters = {{"phones", phonesIn(outcome)},
                          {"device", outcome.devices.front()},
                          {"address", address},
                          {"instead", instead}};
    return outcome;
}

/// The VLANs that the description of the site means the phones to be in, by name.
std::map<std::string, std::string> plannedVlans(const CheckContext& context)
{
    std::map<std::string, std::string> vlans;
    forEachSingle(context, [&](const EventRow& event) {
        const FieldView fields(event.fields);
        if (event.kind == "site.phone" && fields.value("vlan") && fields.value("name"))
            vlans[*fields.value("name")] = *fields.value("vlan");
    });
    return vlans;
}

/// The last tagged ARP packet that each phone sent, by MAC.
std::map<std::string, const EventRow*> taggedArp(const CheckContext& context)
{
    std::map<std::string, const EventRow*> last;
    forEachSingle(context, [&](const EventRow& event) {
        const FieldView fields(event.fields);
        if (event.kind == "arp.request" && fields.value("vlan"))
            last[fields.value("sender-mac").value_or("")] = &event;
    });
    return last;
}

} // namespace

/// Either a stranger gave it, or the phone is in another VLAN: which of the two is for others to say.
CheckOutcome checkAddressElsewhere(const CheckContext& context)
{
    CheckOutcome outcome = notObservable("phone-address-elsewhere", {"phone_side", "phone-console"});
    const std::set<IpAddress> registered = addressesOfRegistered(context);
    std::string address;
    for (const DeviceHistory& device : context.devices) {
        if (context.stop.stop_requested())
            return outcome;
        for (const Taken& taken : takenElsewhere(context, device, registered)) {
            address = toText(taken.address);
            addProof(outcome, context.cite(*taken.event), device.name);
        }
    }
    return outcome.evidence.empty() ? outcome : yes(std::move(outcome), address, toText(*registered.begin()));
}

/// A phone that does not get on sends with another tag than the site means it to. Never no: untagged captures
/// do not tell.
CheckOutcome checkOtherVlan(const CheckContext& context)
{
    CheckOutcome outcome = notObservable("phone-in-other-vlan", {"phone_link", "site"});
    const auto planned = plannedVlans(context);
    const auto sent = taggedArp(context);
    std::string tag;
    std::string instead;
    for (const DeviceHistory& device : context.devices) {
        const auto plan = planned.find(device.name);
        const auto arp = device.mac ? sent.find(toText(*device.mac)) : sent.end();
        if (plan == planned.end() || arp == sent.end() || !failsToRegister(context, device))
            continue;
        const std::string vlan = *FieldView(arp->second->fields).value("vlan");
        if (vlan == plan->second)
            continue;
        tag = vlan;
        instead = plan->second;
        addProof(outcome, context.cite(*arp->second), device.name);
    }
    return outcome.evidence.empty() ? outcome : yes(std::move(outcome), tag, instead);
}

} // namespace whittle
