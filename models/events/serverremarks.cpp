// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/events/serverremarks.h"

#include <algorithm>
#include <utility>

#include "models/base/fields.h"
#include "models/events/identity.h"

namespace whittle
{

ServerRemarks serverRemarks(const CaseEvents& events, const Identity& identity, const ClockSet& clocks,
                            const std::stop_token& stop)
{
    std::map<std::pair<SourceId, std::string>, std::string> holders;
    ServerRemarks remarks;
    for (const EventRow& event : events.singles) {
        if (stop.stop_requested())
            break;
        const bool gives = event.kind == "dhcp.ack";
        if (!gives && event.kind != "dhcp.log")
            continue;
        const FieldView fields(event.fields);
        const auto address = fields.value(gives ? "your-ip" : "address");
        if (!address)
            continue;
        const std::string device = identity.deviceOf(event);
        std::string& holder = holders[{event.ref.source, *address}];
        if (gives)
            holder = device;
        else if (device.empty() && !holder.empty())
            remarks[holder].push_back(
                {clocks.at(event.ref.source, event.time, event.ref.place.number), &event});
    }
    return remarks;
}

DeviceEvents withRemarks(DeviceEvents events, const std::vector<TimedEvent>& remarks)
{
    events.events.insert(events.events.end(), remarks.begin(), remarks.end());
    if (!remarks.empty())
        std::ranges::stable_sort(events.events, {}, &TimedEvent::at);
    return events;
}

} // namespace whittle
