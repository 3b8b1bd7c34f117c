// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "models/analysis/understanding.h"
#include "models/base/result.h"
#include "models/narrowing/diagnosis.h"
#include "models/store/clockwishes.h"

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

/// Evidence that was given and could not be read at all; the case knows nothing of it.
struct UnreadEvidence {
    std::string path{};
    Error error{};
};

/// A case as it is understood at one moment: what the evidence says, and what follows from it and from what
/// people answered. Computed from the case file and the knowledge, never changed afterwards, shared by the
/// window, the JSON and the PDF, which only read it.
struct Analysis : Understanding {
    std::string title{};
    std::string symptom{}; ///< chosen by the user, or the one that the evidence shows; empty: none
    bool symptomChosen = false;
    std::vector<UnreadEvidence> unread{}; ///< of the last import, for whoever asked for it
    /// Of the last import as well: where the bytes of a source were given once more. Paths, sorted.
    std::map<SourceId, std::vector<std::string>> copies{};
    std::vector<Finding> findings{}; ///< errors first
    Diagnosis diagnosis{};
    std::vector<AnswerRow> answers{}; ///< given by people, oldest first
    ClockWishRows clockWishes{}; ///< what people said of clocks
};

using AnalysisPtr = std::shared_ptr<const Analysis>;

} // namespace whittle
