// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/clocks/align.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <optional>
#include <set>
#include <utility>

#include "models/clocks/clocknetwork.h"
#include "models/clocks/decomposition.h"
#include "models/clocks/hostclocks.h"
#include "models/clocks/jumps.h"
#include "models/clocks/matching.h"
#include "models/clocks/steering.h"
#include "models/clocks/steps.h"
#include "models/events/identity.h"

namespace whittle
{

namespace
{

bool isCapture(const SourceRow& source)
{
    return source.unit == PlaceUnit::Frame;
}

bool zoneIsKnown(const SourceRow& source)
{
    return source.utcOffsetSeconds.has_value();
}

SourceId chooseReference(const std::vector<const SourceRow*>& sources, const std::set<SourceId>& excluded)
{
    const SourceRow* best = nullptr;
    const auto rank = [](const SourceRow& source) {
        return std::tuple(isCapture(source), zoneIsKnown(source), source.hasDate, source.events);
    };
    for (const SourceRow* source : sources) {
        if (source->first && source->events > 0 && !excluded.contains(source->id)
            && (!best || rank(*source) > rank(*best)))
            best = source;
    }
    return best ? best->id : SourceId{};
}

class Aligner
{
public:
    Aligner(const CaseEvents& events, const Identity& identity, const std::stop_token& stop,
            const TellWishes& wishes, const TrainTimes& trains)
        : m_events(events)
        , m_identity(identity)
        , m_sources(inOrder(events))
        , m_site(siteZone(events))
        , m_others(datedSpan(events))
        , m_trains(trains)
        , m_stop(stop)
    {
        m_years = yearsWithLeapDays();
        m_zones = turningClocks(true);
        m_wishes = wishes ? wishes(m_zones) : ClockWishes();
        m_moments = momentsOf(events, identity, stop, m_zones);
        if (!m_turning.empty())
            takeBetterReading(momentsOf(events, identity, stop, turningClocks(false)));
        m_result.reference = chooseReference(m_sources, m_wishes.excluded);
        takeStepsOut({});
    }

    Alignment run()
    {
        m_result.siteZone = m_site.name;
        placeReference();
        placeRelated();
        placeTheRest();
        return std::move(m_result);
    }

private:
    static std::optional<WallSpan> datedSpan(const CaseEvents& events)
    {
        std::optional<WallSpan> span;
        for (const SourceRow& source : events.sources) {
            if (!source.hasDate || !source.first || !source.last)
                continue;
            span = span.value_or(WallSpan{source.first->ns, source.last->ns});
            span->from = std::min(span->from, source.first->ns);
            span->to = std::max(span->to, source.last->ns);
        }
        return span;
    }

    /// Of the sources in which a day is missing: the year they say, or the likely one.
    std::map<SourceId, int> yearsWithLeapDays() const
    {
        std::map<SourceId, int> years;
        for (const SourceRow* source : m_sources) {
            if (!source->year || !source->first || !source->last)
                continue;
            const auto year =
                source->year->known ? source->year->known : Decomposition::likelyYear(*source, m_others);
            if (year && !missedLeapDays(*source, *year).empty())
                years.emplace(source->id, *year);
        }
        return years;
    }

    /// To the year that the source says, or to the likely one where a leap day hangs on it.
    std::int64_t shiftOf(const SourceRow& source) const
    {
        const auto likely = m_years.find(source.id);
        if (likely != m_years.end())
            return shiftToYear(source, likely->second);
        return source.year->known ? shiftToYear(source, *source.year->known) : 0;
    }

    /// For the sources over which summer time may begin or end, unless it is left aside, and those in which a
    /// day is missing.
    ClockSet turningClocks(bool withSummerTime)
    {
        ClockSet clocks;
        for (const SourceRow* source : m_sources) {
            const Decomposition parts(*source, m_site);
            SourceClock clock;
            clock.source = source->id;
            if (withSummerTime && parts.zone() && !parts.zone()->turns.empty()) {
                m_turning.insert(source->id);
                clock.utcOffsetNs = parts.zone()->offsetNs;
                clock.turns = parts.zone()->turns;
            }
            if (source->year)
                clock.dateShiftNs = shiftOf(*source);
            addLeapDays(clock, *source);
            if (clock.turns.empty())
                continue;
            clocks.add(clock);
        }
        return clocks;
    }

    /// Where a source turns, or may: with the turns or as it is written, whichever finds more in the others.
    void takeBetterReading(std::map<SourceId, std::vector<Moment>> asWritten)
    {
        for (const SourceRow* source : m_sources) {
            if (!m_turning.contains(source->id) || !source->zoneName.empty())
                continue;
            std::vector<Moment>& plain = asWritten[source->id];
            if (pairsWithOthers(*source, plain) > pairsWithOthers(*source, m_moments[source->id])) {
                m_moments[source->id] = std::move(plain);
                m_turning.erase(source->id);
                m_zones.remove(source->id);
            }
        }
    }

    std::size_t pairsWithOthers(const SourceRow& source, const std::vector<Moment>& moments) const
    {
        std::size_t count = 0;
        for (const SourceRow* other : m_sources) {
            if (other->id != source.id)
                count += sharedOnOneLine(recorded(*other), {moments, source.resolutionNs}, m_stop);
        }
        return count;
    }

    /// Whether most of the time that both recorded is covered by what they share.
    bool isCovered(const ClockRelation& relation) const
    {
        const SourceRow* a = m_events.source(relation.a.source);
        const SourceRow* b = m_events.source(relation.b.source);
        if (!a || !b || !a->first || !b->first || !a->last || !b->last)
            return true;
        const std::int64_t from = std::max(a->first->ns, b->first->ns - relation.differenceNs);
        const std::int64_t to = std::min(a->last->ns, b->last->ns - relation.differenceNs);
        return (relation.to - relation.from).count() / 3 >= (to - from) / 4;
    }

    /// Two that share nothing, or only what is of some of the time, may do so because one was set.
    bool takeStepsOutOfUnrelated()
    {
        std::set<std::pair<SourceId, SourceId>> unrelated;
        for (auto a = m_sources.begin(); a != m_sources.end(); ++a) {
            for (auto b = std::next(a); b != m_sources.end(); ++b)
                unrelated.insert(std::minmax((*a)->id, (*b)->id));
        }
        for (const ClockRelation& relation : m_relations) {
            if (isCovered(relation))
                unrelated.erase(std::minmax(relation.a.source, relation.b.source));
        }
        return !unrelated.empty() && takeStepsOut(std::move(unrelated));
    }

    /// From here on all times are as if those clocks had not been set. `unrelated`: see StepEvidence.
    bool takeStepsOut(std::set<std::pair<SourceId, SourceId>> unrelated)
    {
        StepEvidence evidence{m_sources, m_moments, stepHints(m_events, m_zones), m_result.reference,
                              std::move(unrelated)};
        for (const SourceId source : m_wishes.excluded)
            evidence.moments.erase(source);
        for (const auto& [stepped, ofMiddle] : m_ofMiddle)
            evidence.moments.erase(stepped);
        const auto hints = evidence.hints;
        StepsOfSources steps = findSteps(std::move(evidence), m_stop);
        if (steps.empty() || m_stop.stop_requested())
            return false;
        for (const SourceRow* source : m_sources) {
            const auto found = steps.find(source->id);
            if (found == steps.end() || !source->first || !source->last)
                continue;
            const SourceClock* zone = m_zones.clock(source->id);
            const auto said = hints.find(source->id);
            placeSteps(found->second, *source, m_events, zone,
                       said == hints.end() ? std::vector<StepHint>() : said->second);
            SourceClock clock = zone ? *zone : SourceClock{};
            clock.source = source->id;
            addSteps(clock, *source, std::move(found->second));
            m_zones.add(clock);
        }
        m_moments = momentsOf(m_events, m_identity, m_stop, m_zones);
        for (const SourceRow* source : m_sources) {
            if (steps.contains(source->id) && m_moments.contains(source->id) && m_zones.clock(source->id))
                m_ofMiddle[source->id] = momentsOfMiddle(*source);
        }
        return true;
    }

    /// Between the steps around the middle of the source.
    std::vector<Moment> momentsOfMiddle(const SourceRow& source) const
    {
        const SourceClock& clock = *m_zones.clock(source.id);
        const SourceTime middle = clock.steady({source.first->ns / 2 + source.last->ns / 2});
        std::vector<Moment> moments = m_moments.at(source.id);
        for (const SourceClock::Step& step : clock.steps) {
            const bool isBehind = middle >= step.at;
            std::erase_if(moments, [&](const Moment& moment) {
                return isBehind ? moment.time < step.to : moment.time > step.from;
            });
        }
        return moments;
    }

    Recorded recorded(const SourceRow& source, bool ofMiddle = false) const
    {
        const auto stepped = m_ofMiddle.find(source.id);
        if (ofMiddle && stepped != m_ofMiddle.end())
            return {stepped->second, source.resolutionNs};
        const auto known = m_moments.find(source.id);
        if (known == m_moments.end() || m_wishes.excluded.contains(source.id))
            return {{}, source.resolutionNs};
        return {known->second, source.resolutionNs};
    }

    /// Of a clock that was set, what it shared with the other before or behind counts only where nothing else
    /// does: it is not known exactly by how much it was set.
    std::optional<ClockRelation> relationBetween(const SourceRow& a, const SourceRow& b) const
    {
        if (const auto relation = relationOf(recorded(a, true), recorded(b, true), m_stop))
            return relation;
        const std::int64_t doubt = doubtOfSteps(m_zones.clock(a.id)) + doubtOfSteps(m_zones.clock(b.id));
        auto relation = doubt > 0 ? relationOf(recorded(a), recorded(b), m_stop) : std::nullopt;
        if (relation) {
            relation->lowNs -= doubt;
            relation->highNs += doubt;
        }
        return relation;
    }

    void placeReference()
    {
        const SourceRow* source = m_events.source(m_result.reference);
        if (!source)
            return;
        SourceClock clock = Decomposition(*source, m_site).alone({}, m_others, ownOffset(*source));
        clock.correction = SourceClock::Correction{};
        clock.correction->basis = "reference";
        place(clock);
    }

    std::optional<std::int64_t> ownOffset(const SourceRow& source) const
    {
        return source.hasDate && source.unit == PlaceUnit::Line ? offsetByItsUtc(m_events, source.id)
                                                                : std::nullopt;
    }

    void place(const SourceClock& clock)
    {
        m_placed.insert(clock.source);
        m_result.clocks.add(withSteps(clock));
    }

    SourceClock withSteps(SourceClock clock) const
    {
        if (const SourceClock* zone = m_zones.clock(clock.source)) {
            clock.steps = zone->steps;
            clock.beforeStepsNs = zone->beforeStepsNs;
        }
        return clock;
    }

    /// Any two sources of which at least one is wanted, once.
    template <typename IsWanted>
    std::vector<ClockRelation> relations(const IsWanted& isWanted) const
    {
        std::vector<ClockRelation> all;
        for (auto a = m_sources.begin(); a != m_sources.end(); ++a) {
            for (auto b = std::next(a); b != m_sources.end() && !m_stop.stop_requested(); ++b) {
                if (!isWanted((*a)->id) && !isWanted((*b)->id))
                    continue;
                auto relation = relationBetween(**a, **b);
                if (!relation)
                    continue;
                relation->a.source = (*a)->id;
                relation->b.source = (*b)->id;
                all.push_back(std::move(*relation));
            }
        }
        return all;
    }

    ClockNetwork networkOf(const SourceClock& reference) const
    {
        const std::int64_t ahead = reference.utcOffsetNs - reference.dateShiftNs;
        const ClockOwner owner{reference.source, {}};
        std::vector<ClockRelation> wished = m_wishes.relations;
        if (!wished.empty()) // they may be about the clock of the case, which the reference shows
            wished.insert(wished.begin(),
                          {.b = owner, .differenceNs = ahead, .lowNs = ahead, .highNs = ahead});
        return {owner, ahead, std::move(wished), m_relations};
    }

    /// Relations of hosts, but for sources that are left out.
    void addHosts()
    {
        for (ClockRelation& relation : hostRelations(m_events, m_zones, m_stop)) {
            if (m_wishes.excluded.contains(relation.a.source)
                || m_wishes.excluded.contains(relation.b.source))
                continue;
            widenBySteps(relation, m_zones);
            m_relations.push_back(std::move(relation));
        }
    }

    void placeRelated()
    {
        const SourceClock* reference = m_result.clocks.clock(m_result.reference);
        if (!reference)
            return;
        const auto all = [](SourceId) { return true; };
        m_relations = relations(all);
        if (takeStepsOutOfUnrelated())
            m_relations = relations(all);
        addHosts();
        m_steering = steeringOf(m_events, m_relations);
        const ClockNetwork network = networkOf(*reference);
        placeAll(addKeepalives(network) ? networkOf(*reference) : network);
    }

    /// What is not reached may have keepalives in common with the others. They are many, and few tell
    /// anything, so they are left for last.
    bool addKeepalives(const ClockNetwork& network)
    {
        std::set<SourceId> apart;
        for (const TrainRow& train : m_events.trains) {
            if (!network.reaches({train.first.ref.source, {}}))
                apart.insert(train.first.ref.source);
        }
        if (!m_trains || apart.empty())
            return false;
        m_moments = momentsOf(m_events, m_identity, m_stop, m_zones, m_trains);
        const auto more = relations([&](SourceId source) { return apart.contains(source); });
        m_relations.insert(m_relations.end(), more.begin(), more.end());
        return !more.empty();
    }

    void placeAll(const ClockNetwork& network)
    {
        for (const SourceRow* source : m_sources) {
            if (!m_placed.contains(source->id) && !m_wishes.excluded.contains(source->id))
                placeBy(network, *source);
        }
        for (const ClockRelation& relation : network.contradictions()) {
            m_result.clocks.noteContradiction(relation.a.source, nameOf(relation.b));
            m_result.clocks.noteContradiction(relation.b.source, nameOf(relation.a));
        }
    }

    std::string nameOf(const ClockOwner& owner) const
    {
        const SourceRow* source = m_events.source(owner.source);
        return source ? source->path : toText(owner.host);
    }

    void placeBy(const ClockNetwork& network, const SourceRow& source)
    {
        if (!source.first || !source.last)
            return;
        const SourceTime middle = middleOf(source);
        const auto rough = matchAt(network, source, middle);
        if (!rough)
            return;
        const SourceTime steady =
            m_ofMiddle.contains(source.id) ? middle : clockOf(source, *rough).steady(middle);
        SourceClock clock = clockOf(source, throughItsEnds(network, source, steady));
        clock.correction->middle = steady;
        if (const auto steered = m_steering.find(source.id); steered != m_steering.end()) {
            clock.correction->lowNs -= steered->second;
            clock.correction->highNs += steered->second;
        }
        place(clock);
    }

    /// Of a clock that was set, within what was compared on that side of the steps.
    SourceTime middleOf(const SourceRow& source) const
    {
        const SourceTime middle{source.first->ns / 2 + source.last->ns / 2};
        const auto stepped = m_ofMiddle.find(source.id);
        if (stepped == m_ofMiddle.end())
            return middle;
        const SourceTime steady = m_zones.clock(source.id)->steady(middle);
        if (stepped->second.empty())
            return steady;
        const auto [first, last] = std::ranges::minmax(stepped->second, {}, &Moment::time);
        return std::clamp(steady, first.time, last.time);
    }

    /// Two events that are said to be one moment tell nothing of drift; what else is known does, where it
    /// was.
    ClockMatch throughItsEnds(const ClockNetwork& network, const SourceRow& source, SourceTime middle) const
    {
        ClockMatch match = *matchAt(network, source, middle);
        const std::int64_t lasted = (*source.last - *source.first).count();
        if (m_wishes.relations.empty() || lasted <= 0)
            return match;
        const std::int64_t first = matchAt(network, source, *source.first)->differenceNs;
        const std::int64_t last = matchAt(network, source, *source.last)->differenceNs;
        match.driftPpm = static_cast<double>(last - first) / static_cast<double>(lasted) * 1e6;
        match.differenceNs = first / 2 + last / 2;
        match.lowNs = std::min(match.lowNs, match.differenceNs);
        match.highNs = std::max(match.highNs, match.differenceNs);
        return match;
    }

    static std::optional<ClockMatch> matchAt(const ClockNetwork& network, const SourceRow& source,
                                             SourceTime time)
    {
        const auto state = network.state({source.id, {}}, time);
        if (!state)
            return {};
        return ClockMatch{state->differenceNs, state->lowNs, state->highNs, state->driftPpm,
                          state->at,           state->pairs, state->basis};
    }

    SourceClock clockOf(const SourceRow& source, const ClockMatch& match) const
    {
        const auto year = m_years.find(source.id);
        const auto presumed = year == m_years.end() ? std::nullopt : std::optional(year->second);
        return Decomposition(source, m_site, presumed)
            .clock(match, m_turning.contains(source.id), m_ofMiddle.contains(source.id));
    }

    void placeTheRest()
    {
        std::optional<CaseTime> begin;
        for (const SourceRow& source : m_events.sources) {
            if (m_placed.contains(source.id) && source.first)
                begin = std::min(begin.value_or(CaseTime{INT64_MAX}),
                                 m_result.clocks.at(source.id, *source.first));
        }
        for (const SourceRow& source : m_events.sources) {
            if (!m_placed.contains(source.id))
                m_result.clocks.add(
                    withSteps(Decomposition(source, m_site).alone(begin, m_others, ownOffset(source))));
        }
    }

    const CaseEvents& m_events;
    const Identity& m_identity;
    std::vector<const SourceRow*> m_sources;
    SiteZone m_site;
    std::optional<WallSpan> m_others;
    ClockWishes m_wishes;
    TrainTimes m_trains;
    ClockSet m_zones; ///< of those that turn or were set: their times are compared on steady() time
    std::map<SourceId, std::vector<Moment>> m_ofMiddle; ///< of those that were set, where they are told
    std::vector<ClockRelation> m_relations;
    std::map<SourceId, std::int64_t> m_steering; ///< of sources whose host runs ntpd
    std::map<SourceId, int> m_years; ///< of those in which a 29 February is missing
    std::set<SourceId> m_turning; ///< over which summer time may begin or end
    std::map<SourceId, std::vector<Moment>> m_moments;
    std::stop_token m_stop;
    std::set<SourceId> m_placed;
    Alignment m_result;
};

} // namespace

Alignment alignClocks(const CaseEvents& events, const Identity& identity, const std::stop_token& stop,
                      const TellWishes& wishes, const TrainTimes& trains)
{
    return Aligner(events, identity, stop, wishes, trains).run();
}

} // namespace whittle
