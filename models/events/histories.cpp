// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/events/histories.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <unordered_map>

#include "models/base/fields.h"
#include "models/base/together.h"
#include "models/events/deviceevents.h"
#include "models/events/devicename.h"
#include "models/events/identity.h"
#include "models/events/inputhash.h"
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
    const auto strange = [&](const EventRow& event) {
        return !canBeCompared(clocks.clock(event.ref.source));
    };
    DeviceEvents kept = events;
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

/// A source whose times cannot be compared speaks for itself alone, and only of phones that nobody else shows
/// to be registered.
void addFailuresApart(DeviceHistory& history, const DeviceEvents& events, const ClockSet& clocks,
                      const TftpClients& tftp)
{
    if (!history.registrations.empty() && history.registrations.back().ended == RegistrationEnd::Open)
        return;
    std::map<SourceId, DeviceEvents> apart;
    for (const TimedEvent& timed : events.events) {
        if (!canBeCompared(clocks.clock(timed.event->ref.source)))
            apart[timed.event->ref.source].events.push_back(timed);
    }
    for (const auto& [source, own] : apart)
        addStartFailures(history, own, tftp);
}

/// What all sources together say beside the events of one device.
struct Beside {
    const Coverage& coverage;
    const ServiceStarts& starts;
    const TftpClients& tftp;
};

/// Of all that marks and registrations of a device are concluded from.
std::int64_t inputsOf(const std::string& name, const DeviceEvents& events, const std::vector<Lease>& leases,
                      const ClockSet& clocks, const Beside& beside)
{
    InputHash hash;
    std::set<SourceId> sources;
    const auto add = [&](CaseTime at, const EventRef& ref) {
        hash.add(at, ref);
        sources.insert(ref.source);
    };
    for (const TimedEvent& event : events.events)
        add(event.at, event.event->ref);
    for (const TimedTrain& train : events.trains) {
        add(train.from, train.train->first.ref);
        add(train.to, train.train->lastRef());
    }
    for (const Lease& lease : leases) {
        for (const LeaseRequest& request : lease.requests) {
            hash.add(request.at);
            hash.add(static_cast<std::int64_t>(request.outcome));
        }
    }
    for (const SourceId source : sources) {
        hash.add(canBeCompared(clocks.clock(source)) ? 1 : 0);
        hash.add(beside.coverage.fingerprint(source));
        if (const auto starts = beside.starts.find(source); starts != beside.starts.end())
            std::ranges::for_each(starts->second, [&](CaseTime at) { hash.add(at); });
    }
    for (const std::vector<TimedEvent>* transfers : beside.tftp.of(name)) {
        for (const TimedEvent& event : *transfers)
            hash.add(event.at, event.event->ref);
    }
    return hash.value();
}

/// Without addresses. `before`: the history of that name that is known; null: none.
DeviceHistory history(const std::string& name, const DeviceEvents& events, std::vector<Lease> leases,
                      const ClockSet& clocks, const Beside& beside, const DeviceHistory* before,
                      const std::stop_token& stop)
{
    DeviceHistory history;
    history.name = name;
    history.isPhone = isPhone(name);
    history.mac = macOfDevice(name);
    history.leases = std::move(leases);
    history.inputs = inputsOf(name, events, history.leases, clocks, beside);
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
    history.registrations =
        RegistrationTracker(name, registering, history.leases, beside.coverage, stop, &beside.starts).run();
    addStartFailures(history, registering, beside.tftp);
    if (registering.events.size() < events.events.size())
        addFailuresApart(history, events, clocks, beside.tftp);
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
    const ServiceStarts starts = serviceStarts(events, clocks);
    std::optional<TftpClients> tftp;
    ServerRemarks remarks;
    together([&] { tftp.emplace(events, identity, clocks, stop); },
             [&] { remarks = serverRemarks(events, identity, clocks, stop); });
    const Beside beside{coverage, starts, *tftp};
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
                history(name, device,
                        leasesOf(name, told == remarks.end() ? device : withRemarks(device, told->second),
                                 sight, end),
                        clocks, beside, last == known.end() ? nullptr : last->second, stop);
            addAddresses(histories[i]);
        }
    });
    std::erase_if(histories, [](const DeviceHistory& history) { return history.name.empty(); }); // stopped
    return histories;
}

} // namespace whittle
