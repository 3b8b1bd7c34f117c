// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>
#include <vector>

#include "models/base/sourceclock.h"
#include "models/events/caseevents.h"
#include "models/events/ntpassociation.h"

namespace whittle
{

class Coverage;

/// Who asked whom for the time, from captures, captures as text, and outputs of `utils ntp status` and
/// `ntpq -p`; by client and server. One poll in several sources is one; of its views the one with the longest
/// round trip, which was taken nearest to the client. Incomplete after a stop.
std::vector<NtpAssociation> ntpAssociations(const CaseEvents& events, const ClockSet& clocks,
                                            const Coverage& coverage, const std::stop_token& stop = {});

/// Whether a client takes the time from such an answer (RFC 5905 §A.5.1.1): its server is synchronised, and
/// its root distance is below MAXDISP, 16 s. What is not known counts as good.
bool isUsable(const EventRow& answer);

} // namespace whittle
