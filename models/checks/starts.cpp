// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/checks/starts.h"

#include <algorithm>
#include <array>
#include <bit>
#include <map>

#include "models/base/fields.h"
#include "models/checks/evidence.h"
#include "models/events/identity.h"

namespace whittle
{

namespace
{

/// CcmDevRegFailCauseCode: what CallManager holds against the phone itself. Not among them: broken
/// connections, resets, and probes that only open a connection (Unknown).
constexpr std::array<std::string_view, 18> refusingReasons{
    "NoEntryInDatabase",
    "DatabaseConfigurationError",
    "DeviceNameUnresolveable",
    "MaxDevRegExceeded",
    "DirectoryNumberMismatch",
    "MalformedRegisterMsg",
    "ProtocolMismatch",
    "DeviceNotActive",
    "ObsoleteProtocolVersion",
    "AuthenticatedDeviceAlreadyExists",
    "RegistrationSequenceError",
    "InvalidCapabilities",
    "SecurityMismatch",
    "AutoRegisterDBError",
    "DBAccessError",
    "AutoRegisterDBConfigTimeout",
    "DeviceTypeMismatch",
    "AddressingModeMismatch",
};
constexpr std::array<std::string_view, 3> certificateReasons{
    "AuthenticationError", "InvalidX509NameInCertificate", "InvalidTLSCipher"};

// Phones try again after some ten seconds at the earliest; what comes sooner belongs to the same try.
constexpr Nanoseconds anotherTry = std::chrono::seconds{8};

/// What an answer to a REGISTER refuses; empty: nothing.
std::string refusalIn(const EventRow& event)
{
    const FieldView fields(event.fields);
    const auto status = fields.number("status").value_or(0);
    const bool asksForMore = status == 423 || status == 491; // to try again otherwise
    if (status < 400 || asksForMore)
        return {};
    const auto sequence = fields.encoded("cseq");
    if (sequence && !sequence->ends_with("REGISTER"))
        return {};
    const auto warning = fields.value("warning");
    return std::to_string(status) + " " + fields.value("reason").value_or("")
        + (warning ? ", " + *warning : std::string());
}

bool isSuccess(const EventRow& event)
{
    if (event.kind != "sip.response")
        return event.kind == "phone.registered" || event.kind == "sccp.register-ack";
    const FieldView fields(event.fields);
    const auto sequence = fields.number("status") == 200 ? fields.encoded("cseq") : std::nullopt;
    return sequence && sequence->ends_with("REGISTER");
}

/// Where times cannot be compared the source itself must show it, or anybody that the phone is well.
bool isRegisteredAfter(const CheckContext& context, const DeviceHistory& device,
                       const RegistrationRefusal& last)
{
    const SourceId source = last.event->ref.source;
    if (canBeCompared(context.clocks.clock(source)))
        return registersAfter(device, last.at);
    const auto& events = context.byDevice.at(device.name).events;
    const bool isOpen =
        !device.registrations.empty() && device.registrations.back().ended == RegistrationEnd::Open;
    return isOpen || std::ranges::any_of(events, [&](const TimedEvent& timed) {
               return timed.event->ref.source == source && timed.at > last.at && isSuccess(*timed.event);
           });
}

bool isTransientAlarm(std::string_view kind)
{
    return kind.starts_with("alarm.") && kind.ends_with("-transient-connection");
}

bool isAmong(std::span<const std::string_view> names, std::string_view name)
{
    return std::ranges::find(names, name) != names.end();
}

} // namespace

std::vector<RegistrationRefusal> refusalsOf(const CheckContext& context, const DeviceHistory& device)
{
    std::vector<RegistrationRefusal> refusals;
    const auto found = context.byDevice.find(device.name);
    if (found == context.byDevice.end())
        return refusals;
    for (const TimedEvent& timed : found->second.events) {
        const EventRow& event = *timed.event;
        const FieldView fields(event.fields);
        RegistrationRefusal refusal{timed.at, &event, {}, false};
        if (isSuccess(event)) {
            std::erase_if(refusals, [&](const RegistrationRefusal& before) {
                return before.event->ref.source == event.ref.source;
            });
        } else if (event.kind == "sip.response") {
            refusal.why = refusalIn(event);
        } else if (event.kind == "sccp.register-reject") {
            refusal.why = "RegisterReject " + fields.value("text").value_or("");
        } else if (event.kind == "phone.file-auth-error") {
            refusal.why = "File auth error";
            refusal.ofCertificate = true;
        } else if (event.kind == "trace.tls-failed" || isTransientAlarm(event.kind)) {
            const std::string key = event.kind == "trace.tls-failed" ? "reason" : "reason-name";
            const std::string reason = fields.value(key).value_or("");
            refusal.ofCertificate = isAmong(certificateReasons, reason);
            if (refusal.ofCertificate || isAmong(refusingReasons, reason))
                refusal.why = reason;
        }
        if (!refusal.why.empty())
            refusals.push_back(std::move(refusal));
    }
    return refusals;
}

RefusalsByDevice findRefusals(const CheckContext& context)
{
    RefusalsByDevice all;
    for (const DeviceHistory& device : context.devices) {
        if (context.stop.stop_requested())
            break;
        if (auto refusals = refusalsOf(context, device); !refusals.empty())
            all.emplace(&device, std::move(refusals));
    }
    return all;
}

std::vector<RegistrationRefusal> lastingRefusals(const CheckContext& context, const DeviceHistory& device,
                                                 bool ofCertificate)
{
    const auto known = context.refusals.find(&device);
    if (known == context.refusals.end())
        return {};
    std::map<SourceId, std::vector<RegistrationRefusal>> sources;
    for (const RegistrationRefusal& refusal : known->second) {
        auto& own = sources[refusal.event->ref.source];
        if (refusal.ofCertificate == ofCertificate
            && (own.empty() || refusal.at - own.back().at >= anotherTry))
            own.push_back(refusal);
    }
    std::vector<RegistrationRefusal> most;
    for (const auto& [source, own] : sources) {
        if (own.size() > most.size())
            most = own;
    }
    const bool lasting = most.size() > 1 && !isRegisteredAfter(context, device, most.back());
    return lasting ? most : std::vector<RegistrationRefusal>();
}

bool registersAfter(const DeviceHistory& device, CaseTime at)
{
    return std::ranges::any_of(device.registrations, [&](const Registration& registration) {
        return registration.ended != RegistrationEnd::Rejected
            && (registration.from > at || (registration.alive && *registration.alive > at));
    });
}

std::vector<DeviceMark> failedStarts(const DeviceHistory& device)
{
    std::vector<DeviceMark> failed;
    std::ranges::copy_if(device.marks, std::back_inserter(failed), [](const DeviceMark& mark) {
        return mark.kind == "phone.no-address" || mark.kind == "phone.no-configuration";
    });
    return failed;
}

bool failsToRegister(const CheckContext& context, const DeviceHistory& device)
{
    return device.isPhone
        && (!failedStarts(device).empty() || !lastingRefusals(context, device, false).empty()
            || !lastingRefusals(context, device, true).empty());
}

std::set<IpAddress> nodesOf(const CheckContext& context)
{
    std::set<IpAddress> nodes;
    for (const DeviceHistory& device : context.devices) {
        for (const Registration& registration : device.registrations) {
            if (registration.ended != RegistrationEnd::Rejected)
                nodes.insert(registration.node.address);
        }
    }
    for (const TrainRow& train : context.events.trains) {
        if (train.first.kind == "sccp.keepalive")
            nodes.insert(train.first.destination.address);
    }
    forEachSingle(context, [&](const EventRow& event) {
        if (event.kind != "trace.file-head" && event.kind != "site.node")
            return;
        const FieldView fields(event.fields);
        const auto text = event.kind == "site.node" ? fields.value("ip") : fields.value("address");
        nodes.insert(IpAddress::fromText(text.value_or("")).value_or(IpAddress{}));
    });
    nodes.erase(IpAddress{});
    return nodes;
}

bool inSameSubnet(const IpAddress& one, const IpAddress& other, int prefix)
{
    if (one.family != IpAddress::Family::V4 || other.family != IpAddress::Family::V4)
        return false;
    const auto number = [](const IpAddress& address) {
        return readBigEndian<std::uint32_t>(std::as_bytes(std::span(address.bytes)), 0);
    };
    return prefix <= 0 || ((number(one) ^ number(other)) >> (32 - prefix)) == 0;
}

int prefixOf(const IpAddress& mask)
{
    if (mask.family != IpAddress::Family::V4)
        return 24;
    const int bits = std::countl_one(readBigEndian<std::uint32_t>(std::as_bytes(std::span(mask.bytes)), 0));
    return bits > 0 ? bits : 24;
}

std::set<IpAddress> addressesOfRegistered(const CheckContext& context)
{
    std::set<IpAddress> addresses;
    for (const DeviceHistory& device : context.devices) {
        for (const Registration& registration : device.registrations) {
            if (device.isPhone && registration.ended != RegistrationEnd::Rejected)
                addresses.insert(registration.address);
        }
    }
    for (const TrainRow& train : context.events.trains) {
        if (train.first.kind == "sccp.keepalive")
            addresses.insert(train.first.source.address);
    }
    addresses.erase(IpAddress{});
    return addresses;
}

} // namespace whittle
