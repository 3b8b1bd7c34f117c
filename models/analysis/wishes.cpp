// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/wishes.h"

#include <algorithm>
#include <cmath>

#include "models/store/casereader.h"
#include "models/store/clockwishes.h"

namespace whittle
{

namespace
{

/// What two events cannot tell of how their clocks drift apart: two ordinary clocks, one fast and one slow.
constexpr double unknownDriftPpm = 120;
/// To what a person's word is taken.
constexpr std::int64_t marginNs = 1'000'000;

/// Whether the difference to any other such time can be told; those of hostile files are further off.
bool isWithinReach(std::int64_t ns)
{
    return std::abs(ns / 2) <= INT64_MAX / 4;
}

class Telling
{
public:
    Telling(const CaseReader& reader, const std::vector<SourceRow>& sources, const ClockSet& zones)
        : m_reader(reader)
        , m_sources(sources)
        , m_zones(zones)
    {
    }

    Result<ToldWishes> run(const ClockWishRows& rows)
    {
        for (const auto& [a, b] : rows.pins) {
            if (const auto added = addPin(a, b); !added)
                return added.error();
        }
        for (const auto& [source, ns] : rows.offsets)
            addOffset(source, ns);
        for (const SourceId source : rows.excluded) {
            if (find(source))
                m_told.wishes.excluded.insert(source);
        }
        return std::move(m_told);
    }

private:
    const SourceRow* find(SourceId id) const
    {
        const auto found = std::ranges::find(m_sources, id, &SourceRow::id);
        return found == m_sources.end() ? nullptr : &*found;
    }

    bool isThere(const std::optional<EventRow>& event) const
    {
        return event && find(event->ref.source) && isWithinReach(event->time.ns);
    }

    SourceTime steady(const EventRow& event) const
    {
        const SourceClock* zone = m_zones.clock(event.ref.source);
        return zone ? zone->steady(event.time, event.ref.place.number) : event.time;
    }

    Result<void> addPin(const EventRef& a, const EventRef& b)
    {
        const auto first = m_reader.event(a);
        const auto second = m_reader.event(b);
        if (!first || !second)
            return !first ? first.error() : second.error();
        if (!isThere(*first) || !isThere(*second)) {
            notice(a);
            notice(b);
            return {};
        }
        const SourceTime at = steady(**first);
        const std::int64_t difference = (steady(**second) - at).count();
        ClockRelation pin{{a.source, {}}, {b.source, {}}, difference};
        // each clock shows its time rounded down
        pin.lowNs = difference - find(a.source)->resolutionNs - marginNs;
        pin.highNs = difference + find(b.source)->resolutionNs + marginNs;
        pin.driftWidthPpm = unknownDriftPpm;
        pin.middle = pin.from = pin.to = at;
        pin.pairs = 1;
        pin.basis = "pinned";
        m_told.wishes.relations.push_back(pin);
        return {};
    }

    void notice(const EventRef& of)
    {
        if (find(of.source))
            m_told.notices[of.source].push_back({Severity::Notice, "clocks.pin-lost", of.place, {}});
    }

    void addOffset(SourceId id, std::int64_t ns)
    {
        const SourceRow* source = find(id);
        if (!source || !source->first || !source->last || !isWithinReach(ns)
            || !isWithinReach(source->first->ns) || !isWithinReach(source->last->ns))
            return;
        ClockRelation set{{}, {id, {}}, ns, ns - marginNs, ns + marginNs};
        set.from = {source->first->ns - ns};
        set.to = {source->last->ns - ns};
        set.middle = {set.from.ns / 2 + set.to.ns / 2};
        set.pairs = 1;
        set.basis = "set";
        m_told.wishes.relations.push_back(set);
    }

    const CaseReader& m_reader;
    const std::vector<SourceRow>& m_sources;
    const ClockSet& m_zones;
    ToldWishes m_told;
};

} // namespace

Result<ToldWishes> clockWishes(const CaseReader& reader, const ClockSet& zones)
{
    const auto rows = clockWishRows(reader);
    const auto sources = reader.sources();
    if (!rows || !sources)
        return !rows ? rows.error() : sources.error();
    return Telling(reader, *sources, zones).run(*rows);
}

} // namespace whittle
