// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>
#include <vector>

#include "models/events/joins.h"

namespace whittle
{

/// Adds the names of DHCP clients that only their requests show to be Cisco phones: they ask for option 150,
/// the list of TFTP servers that these alone know (RFC 5859), and neither their host name nor their vendor
/// class says anything else. Those that have a name keep it.
void addPhonesByDhcp(const CaseEvents& events, std::vector<Join>& joins, const std::stop_token& stop);

} // namespace whittle
