// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "models/base/place.h"
#include "models/base/time.h"

namespace whittle
{

/// What evidence says to a question. `No` only when the coverage that it needs was complete.
enum class CheckResult { Yes, No, NotObservable };

/// One event that proves an outcome, and when it was on the clock of the case.
struct CitedEvent {
    EventRef ref{};
    CaseTime time{};
};

/// The result of one check. Words are chosen at the edge (resources/knowledge/checks.json) from `id` and
/// `parameters`.
struct CheckOutcome {
    std::string id{};
    CheckResult result = CheckResult::NotObservable;
    std::vector<std::string> devices{};
    std::optional<CaseTime> from{};
    std::optional<CaseTime> to{};
    std::vector<CitedEvent> evidence{}; ///< the best proof first
    std::vector<std::string>
        needs{}; ///< ids of what would have to be collected (resources/knowledge/collect.json)
    std::map<std::string, std::string>
        parameters{}; ///< for the wording: "server" → "10.2.1.5", "count" → "11"
};

} // namespace whittle
