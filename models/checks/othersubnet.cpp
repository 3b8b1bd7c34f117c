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
    forEachOf(context, "site", [&](const EventRow& event) {
        const FieldView fields(event.fields);
        if (event.kind == "site.phone" && fields.value("vlan") && fields.value("name"))
            vlans[*fields.value("name")] = *fields.value("vlan");
    });
    return vlans;
}

/// The last that is seen of the VLAN that a phone sends in.
struct Vlan {
    const EventRow* event = nullptr;
    std::string id{};
};

/// Of all phones, by what their tagged ARP packets and their own logs show.
std::map<std::string, Vlan> vlansSeen(const CheckContext& context)
{
    std::map<std::string, std::string> names; // by MAC
    for (const DeviceHistory& device : context.devices) {
        if (device.mac)
            names[toText(*device.mac)] = device.name;
    }
    std::map<std::string, Vlan> seen;
    const auto note = [&](const std::string& name, const EventRow& event, const char* field) {
        const auto id = FieldView(event.fields).value(field);
        Vlan& known = seen[name];
        if (id && (!known.event || context.at(*known.event) <= context.at(event)))
            known = {&event, *id};
    };
    forEachSingle(context, [&](const EventRow& event) {
        if (event.kind == "arp.request") {
            const auto phone = names.find(FieldView(event.fields).value("sender-mac").value_or(""));
            if (phone != names.end())
                note(phone->second, event, "vlan");
        } else if (event.kind == "phone.link-up" || event.kind == "phone.voice-vlan") {
            note(context.identity.deviceOf(event), event, "voice-vlan");
        }
    });
    return seen;
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

/// A phone that does not get on is seen in another VLAN than the site means it to be. No: all that do not are
/// seen where they should be.
CheckOutcome checkOtherVlan(const CheckContext& context)
{
    CheckOutcome outcome = notObservable("phone-in-other-vlan", {"phone_side", "site"});
    const auto planned = plannedVlans(context);
    const auto seen = vlansSeen(context);
    std::string id;
    std::string instead;
    std::size_t right = 0;
    std::size_t failing = 0;
    for (const DeviceHistory& device : context.devices) {
        if (context.stop.stop_requested() || !failsToRegister(context, device))
            continue;
        ++failing;
        const auto plan = planned.find(device.name);
        const auto vlan = seen.find(device.name);
        if (plan == planned.end() || vlan == seen.end() || !vlan->second.event)
            continue;
        if (vlan->second.id == plan->second) {
            ++right;
            continue;
        }
        id = vlan->second.id;
        instead = plan->second;
        addProof(outcome, context.cite(*vlan->second.event), device.name);
    }
    if (!outcome.evidence.empty())
        return yes(std::move(outcome), id, instead);
    if (failing > 0 && right == failing) {
        outcome.needs.clear();
        outcome.result = CheckResult::No;
    }
    return outcome;
}

} // namespace whittle
