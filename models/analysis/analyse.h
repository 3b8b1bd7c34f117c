// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <mutex>
#include <stop_token>

#include "models/analysis/analysis.h"
#include "models/base/result.h"

namespace whittle
{

class CaseFile;

/// What the evidence says (understand()), then what follows from it and from what people answered: narrowing,
/// findings. Reads the case; what the evidence says, and verbatim copies of what it cites, are stored in the
/// case when that can be written. `last`: an earlier analysis of this case; while the sources are the same, a
/// new answer costs a judgement and no look at the evidence. Blocks; call it on a thread of its own. The same
/// case gives the same value.
Result<AnalysisPtr> analyse(const CaseFile& file, const Knowledge& knowledge, const std::stop_token& stop,
                            const AnalysisPtr& last = {});

/// analyse() for one window: takes what the evidence says from its last analysis, as long as somebody still
/// holds that. Copies share what they remember; from any thread.
class RememberingAnalysis
{
public:
    Result<AnalysisPtr> operator()(const CaseFile& file, const Knowledge& knowledge,
                                   const std::stop_token& stop) const;

private:
    struct Last {
        std::mutex mutex{};
        std::weak_ptr<const Analysis> analysis{};
    };
    std::shared_ptr<Last> m_last = std::make_shared<Last>();
};

/// The answers alone, with no evidence.
AnalysisPtr analyseAnswers(const Knowledge& knowledge, const std::string& symptom,
                           const std::vector<Answer>& answers);

} // namespace whittle
