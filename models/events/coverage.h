// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "models/base/address.h"
#include "models/base/sourceclock.h"
#include "models/events/capturefilter.h"
#include "models/events/caseevents.h"
#include "models/events/casespan.h"
#include "models/events/recorded.h"

namespace whittle
{

/// When each source was watching (recordedSpans()), and what of it was lost: only where somebody watched does
/// it mean something that nothing was seen. On the clock of the case.
///
/// What was lost is what the import noticed (problems with severity data-loss): bytes missing in one TCP
/// connection concern its two ends, and everybody where they are missing in several at one time; all else
/// concerns whatever the source shows, from the last event before it to the first behind it. A problem that
/// is counted from its first frame on lasts to the end of the source, one without a place makes the whole
/// source doubtful.
///
/// What a source could not show at all are its limits (CoverageLimit): packets that the capturing computer
/// dropped concern all while they were dropped, a filter what it may hide, a trace level or a limit that is
/// not known here everything. Silences are in its spans already.
class Coverage
{
public:
    Coverage(const CaseEvents& events, const ClockSet& clocks);
    /// `recorded`: recordedSpans() of these events.
    Coverage(const CaseEvents& events, const ClockSet& clocks, const RecordedSpans& recorded);

    /// The source was recording at that moment, as far as its records tell.
    bool watched(SourceId source, CaseTime at) const;
    /// The sources together recorded all of the span, and lost nothing then that could concern the
    /// registrations of `phone` (not set: of anybody). Pauses up to `sameMoment` count for nothing: that long
    /// a program may write nothing.
    bool complete(std::span<const SourceId> sources, CaseTime from, CaseTime to,
                  const IpAddress& phone = {}) const
    {
        return complete(sources, from, to, Wanted{Traffic::Registrations, phone});
    }
    bool complete(SourceId source, CaseTime from, CaseTime to, const IpAddress& phone = {}) const
    {
        return complete(std::span(&source, 1), from, to, phone);
    }
    /// … nothing of DHCP, which is in no TCP connection.
    bool showedAllDhcp(std::span<const SourceId> sources, CaseTime from, CaseTime to) const
    {
        return complete(sources, from, to, Wanted{Traffic::Dhcp, {}});
    }
    /// Since when the source had been recording at that moment; empty where it was not.
    std::optional<CaseTime> watchedSince(SourceId source, CaseTime at) const;
    /// The parts of the span in which none of the sources recorded, longer than `sameMoment`.
    std::vector<CaseSpan> gaps(std::span<const SourceId> sources, CaseTime from, CaseTime to) const;
    /// When the source recorded and lost nothing of that traffic, by time, disjoint: for whoever asks often.
    std::vector<CaseSpan> wholeSpans(SourceId source, Traffic traffic) const;
    /// A hash of all that is known here of the source.
    std::uint64_t fingerprint(SourceId source) const;
    /// The last moment that the source recorded; empty when it has no times.
    std::optional<CaseTime> end(SourceId source) const;
    /// Until when the source would have shown a keepalive. A capture shows what passes as long as it lasts; a
    /// log whose level was lowered goes on without: it counts up to the last keepalive of any device.
    std::optional<CaseTime> keepalivesEnd(SourceId source) const;

private:
    struct Span {
        CaseTime from{};
        CaseTime to{};
    };
    /// What is asked for.
    struct Wanted {
        Traffic traffic = Traffic::Registrations;
        IpAddress phone{}; ///< not set: anybody
    };
    struct Loss {
        Span span{};
        std::vector<IpAddress> ends{}; ///< of a connection; empty: it concerns all
        std::string filter{}; ///< what it may hide; empty: everything
        bool cutsPackets = false; ///< of which the beginning is there
        bool concerns(const Wanted& wanted) const;
    };
    struct Watch {
        std::vector<Span> spans{};
        std::vector<Loss> losses{};
        std::optional<CaseTime> keepalivesEnd{};
    };

    void addLosses(const CaseEvents& events, const ClockSet& clocks, const SourceRow& source);
    void addLimits(const ClockSet& clocks, const SourceRow& source);
    static void addCommonLosses(Watch& watch);
    static void addLossOfAll(Watch& watch, const Span& span);
    void learnKeepalive(const EventRow& event, CaseTime at);
    std::optional<CaseTime> watchedFrom(SourceId source, CaseTime at, const Wanted& wanted) const;
    bool complete(std::span<const SourceId> sources, CaseTime from, CaseTime to, const Wanted& wanted) const;

    std::map<SourceId, Watch> m_watches;
};

} // namespace whittle
