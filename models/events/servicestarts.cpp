// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/events/servicestarts.h"

#include <algorithm>

namespace whittle
{

ServiceStarts serviceStarts(const CaseEvents& events, const ClockSet& clocks)
{
    ServiceStarts starts;
    for (const EventRow& event : events.singles) {
        if (event.kind == "trace.service-start")
            starts[event.ref.source].push_back(
                clocks.at(event.ref.source, event.time, event.ref.place.number));
    }
    for (auto& [source, times] : starts)
        std::ranges::sort(times);
    return starts;
}

} // namespace whittle
