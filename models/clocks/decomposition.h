// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "models/base/sourceclock.h"
#include "models/clocks/sitezone.h"
#include "models/clocks/years.h"
#include "models/clocks/zonerules.h"

namespace whittle
{

/// How a source's wall clock stands to the time of the case, and what tells it.
struct ClockMatch {
    std::int64_t differenceNs = 0; ///< the wall clock minus the case's time, at `middle`
    std::int64_t lowNs = 0; ///< interval of the difference
    std::int64_t highNs = 0;
    double driftPpm = 0; ///< how much faster the source's clock runs
    CaseTime middle{};
    std::uint64_t pairs = 0;
    std::string basis{}; ///< as of SourceClock::Correction
};

/// Puts in the days that the source's count left out, in the year of the clock's day 0.
void addLeapDays(SourceClock& clock, const SourceRow& source);

/// Splits the whole difference between a source's wall clock and the reference into date, zone and the
/// clock's own error.
class Decomposition
{
public:
    /// `presumedYear`: with whose leap days the moments were made, of a source that does not say its year.
    Decomposition(const SourceRow& source, const SiteZone& site, std::optional<int> presumedYear = {});

    /// The zone whose rules the source may follow, at its beginning and with its turns.
    const std::optional<ZoneOfSource>& zone() const { return m_zone; }

    /// `withTurns`: the match was made with steady() times. `wasSet`: while the source recorded, so that the
    /// difference may be that of another zone.
    SourceClock clock(const ClockMatch& match, bool withTurns, bool wasSet = false) const;

    /// For a source that nothing can be compared with. `others`: what those with dates recorded.
    /// `ownOffset`: of its zone, by what it says itself.
    SourceClock alone(std::optional<CaseTime> caseBegin, const std::optional<WallSpan>& others,
                      std::optional<std::int64_t> ownOffset) const;

    /// For a source that neither says its year nor is compared with another: the year nearest to the others,
    /// else that of its file.
    static std::optional<int> likelyYear(const SourceRow& source, const std::optional<WallSpan>& others);

private:
    void zoneAlone(SourceClock& clock, std::optional<std::int64_t> ownOffset) const;
    bool isDated() const { return m_source.hasDate || (m_source.year && m_source.year->known); }
    std::int64_t yearShift() const;
    const std::string& zoneName() const;
    /// By an offset, or by a name whose rules are known.
    bool isStated() const { return m_source.utcOffsetSeconds || (m_zone && !m_source.zoneName.empty()); }

    bool hasProblem(std::string_view id) const;
    bool showsTurnOf(const ZoneOfSource& zone) const;
    void follow(SourceClock& clock) const;

    SourceClock base() const;
    std::int64_t takeZone(SourceClock& clock, std::int64_t rest) const;
    std::int64_t takeOffset(SourceClock& clock, std::int64_t offset, std::int64_t rest) const;
    static std::int64_t takeDate(SourceClock& clock, std::int64_t rest);
    std::int64_t takeYear(SourceClock& clock, std::int64_t rest, const ClockMatch& match) const;
    void dateAlone(SourceClock& clock, std::optional<CaseTime> caseBegin,
                   const std::optional<WallSpan>& others) const;

    /// A time of day alone: the zone is taken between -11:45 and +12:00.
    static std::int64_t wrapToDay(std::int64_t offset);

    const SourceRow& m_source;
    const SiteZone& m_site;
    std::optional<int> m_presumedYear;
    std::optional<ZoneOfSource> m_zone;
};

} // namespace whittle
