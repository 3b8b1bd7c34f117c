// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>
#include <vector>

#include "models/events/conversations.h"

namespace whittle
{

/// What every Call-ID was about, in no order. Sources whose times cannot be compared with others tell when
/// something was only where there is no other. `before`: see conversations().
std::vector<Conversation> sipDialogs(const CaseEvents& events, const Identity& identity,
                                     const ClockSet& clocks, const std::stop_token& stop = {},
                                     const std::vector<Conversation>& before = {});

} // namespace whittle
