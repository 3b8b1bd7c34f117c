// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/events/histories.h"

#include <algorithm>

#include "models/events/deviceevents.h"
#include "models/events/devicename.h"
#include "models/events/identity.h"
#include "models/events/leasetracker.h"
#include "models/events/registrationtracker.h"
#include "models/events/serverremarks.h"
#include "models/events/servicestarts.h"
#include "models/events/sipregister.h"
#include "models/events/startfailures.h"
#include "models/events/tftpclients.h"

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
    const SipRegister message = sipRequestOf(event);
    if (event.kind == "sip.register")
        return !message.isInitial() && !message.unregisters();
    const int status = message.status;
    return event.kind == "sip.response" && (status < 300 || status == 401 || status == 407);
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

void addStartFailures(DeviceHistory& history, const DeviceEvents& events, const TftpClients& tftp)
{
    std::vector<DeviceMark> failures = startFailures(history.name, events, tftp);
    std::erase_if(failures, [&](const DeviceMark& failure) { // the phone says it, which is a mark already
        const auto then = std::ranges::equal_range(history.marks, failure.at, {}, &DeviceMark::at);
        return std::ranges::any_of(then, [&](const DeviceMark& mark) {
            return mark.ref == failure.ref && mark.kind == failure.kind;
        });
    });
    history.marks.insert(history.marks.end(), failures.begin(), failures.end());
    std::ranges::stable_sort(history.marks, {}, &DeviceMark::at);
}

/// What all sources together say beside the events of one device.
struct Beside {
    const Coverage& coverage;
    const ServiceStarts& starts;
    const TftpClients& tftp;
};

DeviceHistory history(const std::string& name, const DeviceEvents& events, const ClockSet& clocks,
                      const Beside& beside, const std::stop_token& stop)
{
    DeviceHistory history;
    history.name = name;
    history.isPhone = isPhone(name);
    history.mac = macOfDevice(name);
    for (const TimedEvent& event : events.events) {
        if (stop.stop_requested())
            return history;
        if (isMark(*event.event))
            history.marks.push_back({event.at, event.event->kind, event.event->ref});
    }
    const DeviceEvents registering = comparable(events, clocks);
    history.registrations =
        RegistrationTracker(name, registering, beside.coverage, stop, &beside.starts).run();
    addStartFailures(history, registering, beside.tftp);
    return history;
}

} // namespace

std::vector<DeviceHistory> deviceHistories(const CaseEvents& events, const Identity& identity,
                                           const ClockSet& clocks, const std::stop_token& stop)
{
    const CaseTime end = evidenceEnd(events, clocks);
    const Coverage coverage(events, clocks);
    const DhcpSight sight(events, coverage);
    const ServiceStarts starts = serviceStarts(events, clocks);
    const TftpClients tftp(events, identity, clocks, stop);
    ServerRemarks remarks = serverRemarks(events, identity, clocks, stop);
    std::vector<DeviceHistory> histories;
    for (const auto& [name, device] : groupByDevice(events, identity, clocks, stop)) {
        if (stop.stop_requested())
            break;
        if (!identity.devices().contains(name))
            continue;
        histories.push_back(history(name, device, clocks, {coverage, starts, tftp}, stop));
        histories.back().leases = leasesOf(name, withRemarks(device, remarks[name]), sight, end);
        addAddresses(histories.back());
    }
    return histories;
}

} // namespace whittle
