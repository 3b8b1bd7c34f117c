// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <map>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "models/base/sourceclock.h"
#include "models/events/caseevents.h"

namespace whittle
{

class Identity;

/// An event on the clock of the case. Borrows from CaseEvents.
struct TimedEvent {
    CaseTime at{};
    const EventRow* event = nullptr;
};

/// A train on the clock of the case.
struct TimedTrain {
    CaseTime from{};
    CaseTime to{};
    const TrainRow* train = nullptr;
};

/// All that concerns one device, from every source, by corrected time.
struct DeviceEvents {
    std::vector<TimedEvent> events{};
    std::vector<TimedTrain> trains{};

    /// The events of that time, both ends included.
    std::span<const TimedEvent> between(CaseTime from, CaseTime to) const
    {
        const auto first = std::ranges::lower_bound(events, from, {}, &TimedEvent::at);
        const auto last = std::ranges::upper_bound(first, events.end(), to, {}, &TimedEvent::at);
        return {first, last};
    }
};

/// By device name, or MAC as text.
using EventsByDevice = std::map<std::string, DeviceEvents>;

/// Events that concern no device are left out. Incomplete after a stop.
EventsByDevice groupByDevice(const CaseEvents& events, const Identity& identity, const ClockSet& clocks,
                             const std::stop_token& stop = {});

/// Views of the same moment through several sources lie at most this far apart: their clocks agree to
/// milliseconds, logs are written when their program comes to it.
constexpr Nanoseconds sameMoment = std::chrono::seconds{3};

} // namespace whittle
