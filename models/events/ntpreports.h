// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <stop_token>
#include <string>
#include <vector>

#include "models/base/sourceclock.h"
#include "models/events/caseevents.h"
#include "models/events/ntpassociation.h"

namespace whittle
{

/// Adds the rows of `utils ntp status` and `ntpq -p` to the associations that they are about, which are made
/// where no packet shows them; rows that have lost their remote are about nobody.
///
/// Such an output does not say whose it is, unless a prompt does. It is that of the one client that asked all
/// these servers; where several did, of the one that had its last answers when the column `when` says, as far
/// as the clocks are known, or whose packets show the offset and the delay of a row; else of the host that
/// another output shows at this stratum, following the same server; else of an unknown host.
void addNtpReports(const CaseEvents& events, const ClockSet& clocks,
                   const std::map<std::string, IpAddress>& names, std::vector<NtpAssociation>& associations,
                   const std::stop_token& stop);

} // namespace whittle
