// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "models/base/result.h"
#include "models/base/sourceclock.h"
#include "models/checks/outcome.h"
#include "models/events/spans.h"
#include "models/narrowing/diagnosis.h"
#include "models/store/caserows.h"

namespace whittle
{

/// A cited event with its words: the line as it stands, or a frame in one sentence.
struct Citation {
    EventRef ref{};
    CaseTime time{};
    std::string text{};
};

/// A check that says yes on something that matters, ready to be told. Never without citations.
struct Finding {
    std::string check{};
    std::string severity{}; ///< "info", "warning", "error"
    std::string cause{}; ///< may be empty
    std::vector<std::string> devices{};
    std::map<std::string, std::string> parameters{};
    std::vector<Citation> evidence{};
};

/// One source with everything that was concluded about it.
struct AnalysedSource {
    SourceRow row{};
    SourceClock clock{};
    std::optional<CaseTime> first{}; ///< corrected
    std::optional<CaseTime> last{};
};

/// Evidence that was given and could not be read at all; the case knows nothing of it.
struct UnreadEvidence {
    std::string path{};
    Error error{};
};

/// A case as it is understood at one moment: computed from the case file and the knowledge, never changed
/// afterwards, shared by the window, the JSON and the PDF, which only read it.
struct Analysis {
    std::string title{};
    std::string symptom{}; ///< chosen by the user, or the one that the evidence shows; empty: none
    bool symptomChosen = false;
    std::vector<AnalysedSource> sources{}; ///< by path, then hash
    std::vector<UnreadEvidence> unread{}; ///< of the last import, for whoever asked for it
    SourceId reference{}; ///< whose clock is the clock of the case; 0: no source has times
    std::string
        siteZone{}; ///< the zone that the evidence names for the site ("America/Chicago"); empty: none
    std::map<std::string, std::uint64_t> eventCounts{}; ///< by kind, train members counted
    std::optional<CaseTime> first{}; ///< of all events
    std::optional<CaseTime> last{};
    std::vector<DeviceHistory> devices{}; ///< those that suffer most first, then by name
    std::vector<NtpSample> ntp{}; ///< by time
    std::vector<CheckOutcome> outcomes{};
    std::vector<Finding> findings{}; ///< errors first
    std::map<EventRef, std::string> citedTexts{}; ///< the words of every event that an outcome cites
    Diagnosis diagnosis{};
    std::vector<AnswerRow> answers{}; ///< given by people, oldest first

    const AnalysedSource* source(SourceId id) const;
};

using AnalysisPtr = std::shared_ptr<const Analysis>;

} // namespace whittle
