// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <stop_token>
#include <vector>

#include "models/base/result.h"
#include "models/store/caserows.h"

namespace whittle
{

class CaseReader;

/// What a case holds, in memory: sources by path, then hash, so that it does not show in which order a case
/// grew; single events and trains in the order of these. Keepalives stay folded, so that this grows with what
/// happened and not with how long it was watched. Without what frames show that were captured twice.
struct CaseEvents {
    std::vector<SourceRow> sources{};
    std::vector<EventRow> singles{};
    std::vector<TrainRow> trains{};

    const SourceRow* source(SourceId id) const;
    /// Those of one source: one run of `singles`.
    std::span<const EventRow> singlesOf(SourceId id) const;
    /// The single event with that address; null when there is none (a member of a train is none).
    const EventRow* single(const EventRef& ref) const;
};

/// Errors: Database, Cancelled.
Result<CaseEvents> loadCaseEvents(const CaseReader& reader, const std::stop_token& stop);

} // namespace whittle
