// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>

#include "models/analysis/analysis.h"
#include "models/base/result.h"

namespace whittle
{

class CaseFile;

/// Events → spans, clocks, checks, narrowing, findings. Reads the case and nothing else; stores verbatim
/// copies of what the findings cite in it (when it can be written). Blocks; call it on a thread of its own.
/// The same case gives the same value.
Result<AnalysisPtr> analyse(const CaseFile& file, const Knowledge& knowledge, const std::stop_token& stop);

/// The answers alone, with no evidence.
AnalysisPtr analyseAnswers(const Knowledge& knowledge, const std::string& symptom,
                           const std::vector<Answer>& answers);

} // namespace whittle
