// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>

#include "models/analysis/analysis.h"
#include "models/events/caseevents.h"

namespace whittle
{

class CaseFile;

/// Gives every cited event its words (the line as it stands; a frame in one line of kind, addresses and
/// fields) and keeps verbatim copies of lines and frames in the case, so that it still shows its proof where
/// the evidence is not at hand.
void addCitationTexts(const CaseFile& file, const CaseEvents& events, Analysis& analysis,
                      const std::stop_token& stop);

/// A frame's event in one line: "dhcp.nak 10.2.1.5:67 → 10.2.20.131:68 client-mac=00:1e:7a:24:42:9a
/// message=lease not found".
std::string describeEvent(const EventRow& event);

} // namespace whittle
