// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>
#include <stop_token>
#include <string>
#include <vector>

#include "models/analysis/analysis.h"
#include "models/import/importer.h"
#include "models/report/words.h"

namespace whittle
{

class CaseFile;

/// Reads evidence into a case without a window: says on stderr what became of it, and keeps what the result
/// must say of it.
class EvidenceReading
{
public:
    EvidenceReading(const Words& words, ImportOptions options, bool quiet, std::stop_token stop);

    /// Errors: Cancelled.
    Result<void> read(CaseFile& file, const Collected& collected);
    /// What is missing from sources that were in the case before belongs to the result as well.
    void tellKnownGaps(const Analysis& analysis) const;
    /// The analysis together with what the case does not know of this reading.
    AnalysisPtr addTo(const AnalysisPtr& analysis) const;

    bool readNothing() const { return m_files == 0 && !m_unread.empty(); }
    /// Something of what was named is not in the case.
    bool isInPart() const { return !m_unread.empty() || m_fitted.size() < m_options.forced.size(); }
    /// Something is missing from what was read.
    bool hasLost() const { return m_hasLost; }

private:
    Result<void> readItem(CaseFile& file, const EvidenceItem& item);
    void note(const ImportOutcome& outcome);
    void tellUnfitted() const;
    void tellProblems(const std::string& path, const std::vector<Problem>& problems) const;

    const Words& m_words;
    ImportOptions m_options;
    bool m_isQuiet;
    std::stop_token m_stop;
    std::vector<UnreadEvidence> m_unread;
    std::map<SourceId, std::vector<EvidenceItem>> m_copies;
    std::set<SourceId> m_read;
    std::set<std::size_t> m_fitted; ///< of m_options.forced
    bool m_hasLost = false;
    std::size_t m_files = 0; ///< that could be read, if only in part
};

/// A problem because of which the result is not that of all evidence.
bool isLoss(const Problem& problem);

} // namespace whittle
