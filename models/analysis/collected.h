// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>

#include "models/analysis/understanding.h"

namespace whittle
{

/// Of which kinds of evidence (ids of collect.json) the case has some already. Where a capture was taken is
/// told by what it shows: phones that look for an address are heard at their side of the relay, a node's own
/// polls beside it.
std::set<std::string> collectedKinds(const Understanding& understood);

} // namespace whittle
