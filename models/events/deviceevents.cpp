// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/events/deviceevents.h"

#include <algorithm>

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

} // namespace whittle
