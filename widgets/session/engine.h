// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "models/analysis/analyse.h"
#include "models/import/importmonitor.h"

namespace whittle
{

/// The long jobs of a session. They are handed in, so that a test can make them slow, fail or wait.
struct Engine {
    std::function<Collected(const std::vector<std::string>&, Progress&, const std::stop_token&)> collect =
        collectEvidence;
    std::function<ImportOutcome(CaseFile&, const EvidenceItem&, ImportMonitor&, const std::stop_token&)>
        import = [](CaseFile& file, const EvidenceItem& item, ImportMonitor& monitor,
                    const std::stop_token& stop) { return importOne(file, item, monitor, stop); };
    std::function<Result<AnalysisPtr>(const CaseFile&, const Knowledge&, const std::stop_token&)> analyse =
        RememberingAnalysis();
};

} // namespace whittle
