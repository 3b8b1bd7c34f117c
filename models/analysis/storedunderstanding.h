// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <stop_token>
#include <string>

#include "models/analysis/understanding.h"
#include "models/base/result.h"

namespace whittle
{

class CaseReader;
class CaseWriter;

/// What this build has understood of these sources and stored in the case. Empty when it was another build
/// (or one without an identifier), when the sources were others, and when what is stored is not sound: then
/// it must be understood anew. `made.evidence`, `sources` (rows alone) and the
/// counts of events are there already.
std::optional<Understanding> loadUnderstanding(const CaseReader& reader, Understanding made,
                                               const std::string& build);

/// The same of other sources: what this build last understood of the case. Good to take over what is the
/// same.
std::optional<Understanding> loadEarlierUnderstanding(const CaseReader& reader, Understanding made,
                                                      const std::string& build);

/// Errors: Vanished (the sources changed meanwhile), Cancelled, Database, DiskFull; the case is as before
/// then. Without a build nothing is stored.
Result<void> storeUnderstanding(CaseWriter& writer, const Understanding& understanding,
                                const std::string& build, const std::stop_token& stop);

} // namespace whittle
