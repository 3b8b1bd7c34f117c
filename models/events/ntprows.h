// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "models/base/sourceclock.h"
#include "models/events/caseevents.h"
#include "models/events/ntpassociation.h"

namespace whittle
{

/// One row of `utils ntp status` or `ntpq -p`, and the server that it is about.
struct NtpRow {
    NtpReport report{};
    NtpHost server{};

    /// It is about the driver of the node's own clock.
    bool isOwnClock() const;
};

/// What one node said of itself: all outputs of a file that no prompt tells apart.
struct NtpNode {
    SourceId source{};
    std::string name{}; ///< of the prompt
    std::vector<NtpRow> rows{}; ///< in the order of the file
    std::optional<int> stratum{}; ///< of the node, by the tail of the last output
    NtpHost host{}; ///< not found out yet
};

/// By source, then name. Rows that have lost their remote are left out. Incomplete after a stop.
std::vector<NtpNode> ntpNodes(const CaseEvents& events, const ClockSet& clocks,
                              const std::map<std::string, IpAddress>& names, const std::stop_token& stop);

} // namespace whittle
