// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "models/events/deviceevents.h"
#include "models/events/spans.h"

namespace whittle
{

class TftpClients;

/// When a phone that starts got no address ("phone.no-address"), or no configuration
/// ("phone.no-configuration"), by time, each with the event that shows it. Proven by what the phone itself
/// says and does, and not by answers that nobody saw: it asks again and again, declines what it was given, or
/// begins anew without having registered. Of each try one, however many sources show it. A source of which
/// `events` has nothing does not count.
std::vector<DeviceMark> startFailures(const std::string& device, const DeviceEvents& events,
                                      const TftpClients& tftp);

} // namespace whittle
