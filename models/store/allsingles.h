// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>
#include <vector>

#include "models/base/ids.h"
#include "models/base/result.h"
#include "models/store/caserows.h"

namespace whittle
{

class Database;
class SourceNames;

/// Appends all events of a source that are in no train, in the order of the source, as Singles gives them one
/// by one; here several blocks are unpacked at once. Errors: Database, Malformed, Cancelled; what was
/// appended until then stays.
Result<void> appendAllSingles(const Database& database, const SourceNames& names, SourceId source,
                              std::vector<EventRow>& to, const std::stop_token& stop);

} // namespace whittle
