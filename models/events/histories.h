// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>
#include <vector>

#include "models/base/sourceclock.h"
#include "models/events/deviceevents.h"
#include "models/events/spans.h"

namespace whittle
{

class Coverage;
class Identity;

/// The histories of all devices that have a name, by name: registrations, leases, marks. DHCP clients that
/// nothing names are left out. `byDevice`: groupByDevice(); `before`: of an earlier analysis of the case,
/// from which registrations and marks are taken whose inputs are the same. Incomplete after a stop.
std::vector<DeviceHistory> deviceHistories(const CaseEvents& events, const EventsByDevice& byDevice,
                                           const Identity& identity, const ClockSet& clocks,
                                           const Coverage& coverage, const std::stop_token& stop = {},
                                           const std::vector<DeviceHistory>& before = {});

} // namespace whittle
