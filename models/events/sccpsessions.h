// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>
#include <vector>

#include "models/events/conversations.h"

namespace whittle
{

/// The connections over which phones and nodes exchanged SCCP, in no order. A trace that names a connection
/// by its handle alone is joined with the one of another source when only one of that phone and node fits.
std::vector<Conversation> sccpSessions(const CaseEvents& events, const Identity& identity,
                                       const ClockSet& clocks, const std::stop_token& stop = {});

} // namespace whittle
