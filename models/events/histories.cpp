// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/events/histories.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "models/base/fields.h"
#include "models/base/together.h"
#include "models/events/deviceevents.h"
#include "models/events/devicename.h"
#include "models/events/identity.h"
#include "models/events/leasetracker.h"
#include "models/events/registrationtracker.h"
#include "models/events/serverremarks.h"
#include "models/events/sipregister.h"

namespace whittle
{

namespace
{

CaseTime evidenceEnd(const CaseEvents& events, const ClockSet& clocks)
{
    CaseTime end{INT64_MIN};
    for (const SourceRow& source : events.sources) {
        if (source.last)
            end = std::max(end, clocks.at(source.id, *source.last));
    }
    return end;
}

/// Refreshes, and what is granted, go on as before; a request with credentials follows a challenge.
bool isQuietSip(const EventRow& event)
{
    if (event.kind == "sip.ack")
        return true;
    if (event.kind == "sip.response") {
        const std::int64_t status = FieldView(event.fields).number("status").value_or(0);
        return status < 300 || status == 401 || status == 407;
    }
    if (event.kind != "sip.register")
        return false;
    const SipRegister message = sipRequestOf(event);
    return !message.isInitial() && !message.unregisters();
}

/// Worth a mark on the lane: what changes something, not what goes on as before.
bool isMark(const EventRow& event)
{
    const std::string_view kind = event.kind;
    if (kind.starts_with("sip."))
        return !isQuietSip(event);
    constexpr std::string_view quiet[] = {"sccp.keepalive",  "sccp.keepalive-ack", "tcp.syn",
                                          "tcp.syn-ack",     "sccp.time-date",     "sccp.time-date-res",
                                          "sccp.ip-port",    "sccp.capabilities",  "sccp.capabilities-res",
                                          "tcp.out-of-order"};
    return std::ranges::find(quiet, kind) == std::end(quiet);
}

void addAddresses(DeviceHistory& history)
{
    const auto add = [&](const IpAddress& address) {
        if (address.isSet() && !address.isUnspecified()
            && std::ranges::find(history.addresses, address) == history.addresses.end())
            history.addresses.push_back(address);
    };
    for (const Lease& lease : history.leases)
        add(lease.address);
    for (const Registration& registration : history.registrations)
        add(registration.address);
}

/// What the registrations are made of: only sources whose times can be compared, unless there is no other.
DeviceEvents comparable(const DeviceEvents& events, const ClockSet& clocks)
{
    DeviceEvents kept = events;
    const auto strange = [&](const EventRow& event) {
        return !canBeCompared(clocks.clock(event.ref.source));
    };
    std::erase_if(kept.events, [&](const TimedEvent& timed) { return strange(*timed.event); });
    std::erase_if(kept.trains, [&](const TimedTrain& timed) { return strange(timed.train->first); });
    return kept.events.empty() && kept.trains.empty() ? events : kept;
}

/// Without leases and addresses. `before`: the history of that name that is known; null: none.
DeviceHistory history(const std::string& name, const DeviceEvents& events, const ClockSet& clocks,
                      const Coverage& coverage, const DeviceHistory* before, const std::stop_token& stop)
{
    DeviceHistory history;
    history.name = name;
    history.isPhone = isPhone(name);
    history.mac = macOfDevice(name);
    history.inputs = inputsOf(events, clocks, coverage);
    if (before && before->inputs == history.inputs) {
        history.marks = before->marks;
        history.registrations = before->registrations;
        return history;
    }
    for (const TimedEvent& event : events.events) {
        if (stop.stop_requested())
            return history;
        if (isMark(*event.event))
            history.marks.push_back({event.at, event.event->kind, event.event->ref});
    }
    const DeviceEvents registering = comparable(events, clocks);
    history.registrations = RegistrationTracker(name, registering, coverage, stop).run();
    return history;
}

} // namespace

std::vector<DeviceHistory> deviceHistories(const CaseEvents& events, const EventsByDevice& byDevice,
                                           const Identity& identity, const ClockSet& clocks,
                                           const Coverage& coverage, const std::stop_token& stop,
                                           const std::vector<DeviceHistory>& before)
{
    const CaseTime end = evidenceEnd(events, clocks);
    const DhcpSight sight(events, coverage);
    const ServerRemarks remarks = serverRemarks(events, identity, clocks, stop);
    std::vector<const EventsByDevice::value_type*> named;
    for (const auto& device : byDevice) {
        if (identity.devices().contains(device.first))
            named.push_back(&device);
    }
    std::unordered_map<std::string_view, const DeviceHistory*> known;
    for (const DeviceHistory& history : before)
        known.emplace(history.name, &history);
    std::vector<DeviceHistory> histories(named.size());
    inParts(named.size(), [&](std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < to && !stop.stop_requested(); ++i) {
            const auto& [name, device] = *named[i];
            const auto told = remarks.find(name);
            const auto last = known.find(name);
            histories[i] =
                history(name, device, clocks, coverage, last == known.end() ? nullptr : last->second, stop);
            histories[i].leases = leasesOf(
                name, told == remarks.end() ? device : withRemarks(device, told->second), sight, end);
            addAddresses(histories[i]);
        }
    });
    std::erase_if(histories, [](const DeviceHistory& history) { return history.name.empty(); }); // stopped
    return histories;
}

} // namespace whittle
