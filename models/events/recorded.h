// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <vector>

#include "models/events/caseevents.h"

namespace whittle
{

using RecordedSpans = std::map<SourceId, std::vector<SourceSpan>>;

/// When each source recorded, on its own clock: from its first to its last record, without the pauses in
/// which it showed nothing at all, neither of the phones whose keepalives it shows before nor of those after.
/// Where keepalives only end (a log whose level was lowered, a phone that left for good) that is no pause.
RecordedSpans recordedSpans(const CaseEvents& events);

} // namespace whittle
