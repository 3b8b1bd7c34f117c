// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "models/events/deviceevents.h"

namespace whittle
{

/// Of the searches for a DHCP server that came to nothing, the event with which that was certain: the client
/// sent DHCPDISCOVER three times and for 20 s (RFC 2131 §4.1: after 4, 8, 16 s …), and no DHCPREQUEST after
/// it. And each address that it declined. `events`: of one client in one source, by time.
std::vector<TimedEvent> failedSearches(const std::vector<TimedEvent>& events);

} // namespace whittle
