// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "models/base/sourceclock.h"
#include "models/checks/outcome.h"
#include "models/events/conversations.h"
#include "models/events/ntpassociation.h"
#include "models/events/spans.h"
#include "models/store/caserows.h"

namespace whittle
{

class Identity;

/// One source with everything that was concluded about it.
struct AnalysedSource {
    SourceRow row{}; ///< its coverage without pauses (recordedSpans())
    SourceClock clock{};
    std::optional<CaseTime> first{}; ///< corrected
    std::optional<CaseTime> last{};
};

/// What the evidence alone says, whatever people answer: it stays as it is until a source comes or goes, or
/// the analyst says something of its clock.
struct Understanding {
    std::string evidence{}; ///< which sources, and wishes, it was made of (evidenceKey())
    std::vector<AnalysedSource> sources{}; ///< by path, then hash
    SourceId reference{}; ///< whose clock is the clock of the case; 0: no source has times
    std::string
        siteZone{}; ///< the zone that the evidence names for the site ("America/Chicago"); empty: none
    std::map<std::string, std::uint64_t> eventCounts{}; ///< by kind, train members counted
    std::map<SourceId, std::map<std::string, std::uint64_t>> kindCounts{}; ///< the same, source by source
    std::optional<CaseTime> first{}; ///< of all events
    std::optional<CaseTime> last{};
    std::shared_ptr<const Identity> identity{}; ///< who is who; null where nothing was understood yet
    std::vector<DeviceHistory> devices{}; ///< those that suffer most first, then by name
    std::vector<NtpAssociation> ntp{}; ///< by client, then server
    std::vector<Conversation> conversations{}; ///< by beginning
    std::vector<CheckOutcome> outcomes{};
    std::map<EventRef, std::string> citedTexts{}; ///< the words of every event that an outcome cites

    const AnalysedSource* source(SourceId id) const;
    /// False where its records have no times (a registry export, a description of the site): what else says
    /// when something of it was means nothing.
    bool hasTimes(SourceId id) const;
    /// The clocks of all sources.
    ClockSet clocks() const;
};

} // namespace whittle
