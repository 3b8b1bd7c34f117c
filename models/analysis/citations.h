// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <stop_token>
#include <string>
#include <vector>

#include "models/checks/outcome.h"
#include "models/events/caseevents.h"

namespace whittle
{

class CaseFile;

/// The words of every event that an outcome cites (the line as it stands; a frame in one line of kind,
/// addresses and fields). Keeps verbatim copies of these lines and frames in the case, so that it still shows
/// its proof where the evidence is not at hand. Incomplete after a stop.
std::map<EventRef, std::string> citedTexts(const CaseFile& file, const CaseEvents& events,
                                           const std::vector<CheckOutcome>& outcomes,
                                           const std::stop_token& stop);

/// A frame's event in one line: "dhcp.nak 10.2.1.5:67 → 10.2.20.131:68 client-mac=00:1e:7a:24:42:9a
/// message=lease not found".
std::string describeEvent(const EventRow& event);

} // namespace whittle
