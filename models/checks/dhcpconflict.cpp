// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>
#include <optional>

#include "models/base/fields.h"
#include "models/checks/evidence.h"

namespace whittle
{

namespace
{

// A client probes an address for about a second before it uses it (RFC 5227 §2.1.1).
constexpr Nanoseconds timeToProbe = std::chrono::seconds{3};
// A server that finds the address in use itself, by a ping, says so before it gives it.
constexpr Nanoseconds timeToDecline = std::chrono::seconds{10};

/// One sign that the address a phone was given belongs to somebody else.
struct Conflict {
    CaseTime at{};
    const EventRow* event = nullptr;
    std::string address{};
    std::string holder{}; ///< the MAC of the other; empty: not seen
};

std::string firstOf(const EventRow& event, std::initializer_list<const char*> keys)
{
    const FieldView fields(event.fields);
    for (const char* key : keys) {
        if (const auto value = fields.value(key))
            return *value;
    }
    return {};
}

/// The server's log: the client to which it had just given the address declined it.
bool isDeclined(const CheckContext& context, const DeviceEvents& events, const TimedEvent& timed)
{
    const FieldView fields(timed.event->fields);
    const auto what = fields.value("what");
    if (what != "conflict" && what != "abandoned")
        return false;
    const std::string address = firstOf(*timed.event, {"address"});
    return std::ranges::any_of(
        events.between(timed.at - timeToDecline, timed.at), [&](const TimedEvent& one) {
            return one.event->kind == "dhcp.ack" && one.event->ref.source == timed.event->ref.source
                && (address.empty() || firstOf(*one.event, {"your-ip"}) == address)
                && context.events.source(one.event->ref.source)->format == "dhcp-server-log";
        });
}

std::vector<Conflict> conflictsOf(const CheckContext& context, const DeviceEvents& events)
{
    std::vector<Conflict> conflicts;
    for (const TimedEvent& timed : events.events) {
        const EventRow& event = *timed.event;
        if (event.kind == "dhcp.decline" || event.kind == "phone.duplicate-address"
            || (event.kind == "dhcp.log" && isDeclined(context, events, timed)))
            conflicts.push_back({timed.at, &event, firstOf(event, {"requested-ip", "address"}), {}});
    }
    return conflicts;
}

/// Probes (RFC 5227: from 0.0.0.0) and what is answered to them, by all captures.
class Probes
{
public:
    explicit Probes(const CheckContext& context)
        : m_context(context)
    {
        std::map<std::pair<SourceId, std::string>, std::pair<CaseTime, std::string>> open;
        forEachSingle(context, [&](const EventRow& event) {
            if (event.kind == "arp.request" && FieldView(event.fields).value("probe") == "yes")
                open[{event.ref.source, firstOf(event, {"target-ip"})}] = {context.at(event),
                                                                           firstOf(event, {"sender-mac"})};
            else if (event.kind == "arp.reply")
                answer(event, open);
        });
    }

    /// Answered by another MAC to the phone with that one.
    std::vector<Conflict> of(const Mac& phone) const
    {
        const auto found = m_conflicts.find(toText(phone));
        return found == m_conflicts.end() ? std::vector<Conflict>() : found->second;
    }

private:
    template <typename Open>
    void answer(const EventRow& reply, const Open& open)
    {
        const std::string address = firstOf(reply, {"sender-ip"});
        const std::string holder = firstOf(reply, {"sender-mac"});
        const auto probe = open.find({reply.ref.source, address});
        if (probe == open.end() || probe->second.second == holder
            || m_context.at(reply) - probe->second.first > timeToProbe)
            return;
        m_conflicts[probe->second.second].push_back({m_context.at(reply), &reply, address, holder});
    }

    const CheckContext& m_context;
    std::map<std::string, std::vector<Conflict>> m_conflicts; ///< by the MAC that probed
};

} // namespace

/// A phone declines what it was given, says that it is taken, or is answered when it asks whose it is. Never
/// no: that no conflict was seen does not mean that none was.
CheckOutcome checkAddressInUse(const CheckContext& context)
{
    CheckOutcome outcome =
        notObservable("dhcp-address-in-use", {"phone_side", "dhcp-server-log", "phone-console"});
    const Probes probes(context);
    std::set<std::string> addresses;
    std::string first;
    std::string holder;
    for (const DeviceHistory& device : context.devices) {
        const auto events = context.byDevice.find(device.name);
        if (context.stop.stop_requested() || !device.isPhone || events == context.byDevice.end())
            continue;
        std::vector<Conflict> conflicts = conflictsOf(context, events->second);
        if (device.mac)
            std::ranges::copy(probes.of(*device.mac), std::back_inserter(conflicts));
        for (const Conflict& conflict : conflicts) {
            addProof(outcome, context.cite(*conflict.event), device.name);
            if (!conflict.address.empty())
                addresses.insert(conflict.address);
            if (first.empty() && device.name == outcome.devices.front())
                first = conflict.address;
            if (conflict.address == first && !conflict.holder.empty())
                holder = conflict.holder;
        }
    }
    if (outcome.evidence.empty())
        return outcome;
    outcome.needs.clear();
    outcome.result = CheckResult::Yes;
    outcome.parameters = {{"count", std::to_string(std::max<std::size_t>(addresses.size(), 1))},
                          {"phones", phonesIn(outcome)},
                          {"device", outcome.devices.front()},
                          {"address", first.empty() ? "?" : first},
                          {"holder", holder.empty() ? "?" : holder}};
    return outcome;
}

} // namespace whittle
