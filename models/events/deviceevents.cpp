// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/events/deviceevents.h"

#include <algorithm>
#include <set>

#include "models/base/hash64.h"
#include "models/events/coverage.h"
#include "models/events/identity.h"

namespace whittle
{

namespace
{

/// Other things repeat, too (heartbeats of CTI): they say nothing about a phone's registration.
bool isKeepalive(const TrainRow& train)
{
    return train.first.kind.starts_with("sccp.keepalive");
}

} // namespace

EventsByDevice groupByDevice(const CaseEvents& events, const Identity& identity, const ClockSet& clocks,
                             const std::stop_token& stop)
{
    EventsByDevice devices;
    for (const EventRow& event : events.singles) {
        if (stop.stop_requested())
            return devices;
        const std::string device = identity.deviceOf(event);
        if (!device.empty())
            devices[device].events.push_back(
                {clocks.at(event.ref.source, event.time, event.ref.place.number), &event});
    }
    for (const TrainRow& train : events.trains) {
        const std::string device = isKeepalive(train) ? identity.deviceOf(train.first) : std::string();
        const SourceId source = train.first.ref.source;
        if (!device.empty())
            devices[device].trains.push_back(
                {clocks.at(source, train.first.time, train.first.ref.place.number),
                 clocks.at(source, train.lastTime, train.lastPlace), &train});
    }
    for (auto& [name, device] : devices) {
        std::ranges::stable_sort(device.events, {}, &TimedEvent::at);
        std::ranges::stable_sort(device.trains, {}, &TimedTrain::from);
    }
    return devices;
}

std::int64_t inputsOf(const DeviceEvents& events, const ClockSet& clocks, const Coverage& coverage)
{
    std::uint64_t hash = 0;
    std::set<SourceId> sources;
    const auto add = [&](CaseTime at, const EventRef& ref) {
        hash = mixed(hash, static_cast<std::uint64_t>(at.nsUtc));
        hash = mixed(hash, static_cast<std::uint64_t>(raw(ref.source)) << 32 | ref.ordinal);
        hash = mixed(hash, ref.place.number);
        sources.insert(ref.source);
    };
    for (const TimedEvent& event : events.events)
        add(event.at, event.event->ref);
    for (const TimedTrain& train : events.trains) {
        add(train.from, train.train->first.ref);
        add(train.to, train.train->lastRef());
    }
    for (const SourceId source : sources)
        hash = mixed(hash, canBeCompared(clocks.clock(source)) ? 1 : 0);
    const std::vector<SourceId> all(sources.begin(), sources.end());
    return static_cast<std::int64_t>(mixed(hash, coverage.fingerprint(all)));
}

} // namespace whittle
