// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>
#include <vector>

#include "models/base/sourceclock.h"
#include "models/events/caseevents.h"
#include "models/events/spans.h"

namespace whittle
{

class Identity;

/// The histories of all devices that have a name, by name: registrations, leases, marks. DHCP clients that
/// nothing names are left out. Incomplete after a stop.
std::vector<DeviceHistory> deviceHistories(const CaseEvents& events, const Identity& identity,
                                           const ClockSet& clocks, const std::stop_token& stop = {});

} // namespace whittle
