// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include "models/store/caserows.h"

namespace whittle
{

/// Files that one service wrote one after the other, ring buffers among them: in the order of what is in
/// them, whatever they are called and in whatever order they were added.
using TraceRing = std::vector<const SourceRow*>;

/// One for each host, address, application and node that some source names, with all its sources: by the time
/// of their first record, then by the number that the service gave them. A source that does not say which
/// application wrote it belongs to none. Borrows the rows.
std::vector<TraceRing> traceRings(std::span<const SourceRow> sources);

} // namespace whittle
