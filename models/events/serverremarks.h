// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <stop_token>
#include <string>
#include <vector>

#include "models/events/deviceevents.h"

namespace whittle
{

/// Lines of a DHCP server that name an address and no client ("17,…,Expired,10.20.20.11,,"), by the device
/// whose it was.
using ServerRemarks = std::map<std::string, std::vector<TimedEvent>>;

/// The address is that of the client to whom the same log last gave it. Incomplete after a stop.
ServerRemarks serverRemarks(const CaseEvents& events, const Identity& identity, const ClockSet& clocks,
                            const std::stop_token& stop = {});

/// The events of a device with these among them, by time.
DeviceEvents withRemarks(DeviceEvents events, const std::vector<TimedEvent>& remarks);

} // namespace whittle
