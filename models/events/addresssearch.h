// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "models/events/deviceevents.h"

namespace whittle
{

/// A search for a DHCP server that came to nothing.
struct FailedSearch {
    CaseTime from{}; ///< of the first DHCPDISCOVER
    TimedEvent shown{}; ///< with which it was certain
    CaseTime next{INT64_MAX}; ///< when the client began anew
};

/// The client sent DHCPDISCOVER three times and for 20 s (RFC 2131 §4.1: after 4, 8, 16 s …), and no
/// DHCPREQUEST after it. `events`: of one client in one source, by time.
std::vector<FailedSearch> failedSearches(const std::vector<TimedEvent>& events);

} // namespace whittle
