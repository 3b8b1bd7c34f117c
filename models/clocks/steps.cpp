// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/clocks/steps.h"

#include <algorithm>

#include "models/clocks/correspondences.h"
#include "models/clocks/jumps.h"

namespace whittle
{

namespace
{

using Moments = std::vector<Moment>;
using Step = SourceClock::Step;

constexpr int mostSteps = 24; // in a case; the clocks of hostile files may go anyhow

/// That of b, whose earlier steps are taken out already.
Step stepOf(const Jump& jump)
{
    Step step;
    step.from = jump.beforeB;
    step.to = std::max(jump.beforeB, {jump.afterB.ns - jump.byNs});
    step.at = {step.from.ns + (step.to - step.from).count() / 2};
    step.byNs = jump.byNs;
    step.lowNs = jump.lowNs;
    step.highNs = jump.highNs;
    step.place = jump.byNs < 0 ? jump.placeAfterB : 0;
    return step;
}

Moments without(const Step& step, Moments moments)
{
    const std::int64_t behind = step.at.ns + std::max<std::int64_t>(0, step.byNs);
    for (Moment& moment : moments) {
        const bool isPlaced = moment.place != 0 && step.place != 0;
        if (isPlaced ? moment.place >= step.place : moment.time.ns >= behind)
            moment.time.ns -= step.byNs;
    }
    std::ranges::stable_sort(moments, {}, [](const Moment& m) { return std::pair(m.key, m.time); });
    return moments;
}

class Finder
{
public:
    Finder(StepEvidence evidence, const std::stop_token& stop)
        : m_evidence(std::move(evidence))
        , m_stop(stop)
    {
    }

    StepsOfSources run()
    {
        const auto& sources = m_evidence.sources;
        for (auto a = sources.begin(); a != sources.end(); ++a) {
            for (auto b = std::next(a); b != sources.end() && !m_stop.stop_requested(); ++b)
                look(**a, **b);
        }
        for (int round = 0; !m_jumps.empty() && round < mostSteps && !m_stop.stop_requested(); ++round)
            takeSurest();
        return std::move(m_steps);
    }

private:
    struct Found {
        const SourceRow* a = nullptr;
        const SourceRow* b = nullptr;
        Jump jump{};
    };
    /// One of two who may have stepped.
    struct Candidate {
        const SourceRow* source = nullptr;
        Step step{};
        bool isHinted = false;
        Moments moments{}; ///< without the step
        std::int64_t gain = 0; ///< how much more it shares with all others
    };

    Recorded recorded(const SourceRow& source) const
    {
        const auto known = m_evidence.moments.find(source.id);
        if (known == m_evidence.moments.end())
            return {{}, source.resolutionNs};
        return {known->second, source.resolutionNs};
    }

    void look(const SourceRow& a, const SourceRow& b)
    {
        if (!m_evidence.unrelated.empty())
            return lookAmongRepeats(a, b);
        std::vector<Jump> jumps = jumpsBetween(recorded(a), recorded(b), m_stop);
        if (jumps.empty()) {
            addHinted(a, b, jumps);
            std::vector<Jump> ofA;
            addHinted(b, a, ofA);
            std::ranges::transform(ofA, std::back_inserter(jumps), mirrored);
        }
        for (const Jump& jump : jumps)
            m_jumps.push_back({&a, &b, jump});
    }

    void lookAmongRepeats(const SourceRow& a, const SourceRow& b)
    {
        if (!m_evidence.unrelated.contains(std::minmax(a.id, b.id)))
            return;
        if (const auto jump = jumpAmongRepeats(recorded(a), recorded(b), m_stop))
            m_jumps.push_back({&a, &b, *jump});
    }

    /// Only good for a source in which no step was found yet.
    void addHinted(const SourceRow& a, const SourceRow& b, std::vector<Jump>& jumps) const
    {
        const auto hints = m_evidence.hints.find(b.id);
        if (hints == m_evidence.hints.end() || m_steps.contains(b.id))
            return;
        for (const StepHint& hint : hints->second) {
            if (const auto jump = jumpAt(recorded(a), recorded(b), hint.place, m_stop))
                jumps.push_back(*jump);
        }
    }

    void takeSurest()
    {
        const auto found =
            std::ranges::max_element(m_jumps, {}, [](const Found& one) { return one.jump.pairs; });
        const Found surest = *found;
        m_jumps.erase(found);
        Candidate first = candidate(*surest.b, surest.jump);
        Candidate second = candidate(*surest.a, mirrored(surest.jump));
        if (isLikelier(*second.source, second.isHinted, *first.source, first.isHinted))
            std::swap(first, second);
        Candidate& chosen = second.gain > first.gain + first.gain / 5 + 2 && !first.isHinted ? second : first;
        if (chosen.gain > 0)
            take(chosen);
    }

    Candidate candidate(const SourceRow& source, const Jump& jump) const
    {
        Candidate made{&source, stepOf(jump)};
        const auto hints = m_evidence.hints.find(source.id);
        const auto fits = [&](const StepHint& hint) {
            return hint.before >= jump.beforeB && hint.after <= jump.afterB;
        };
        made.isHinted = hints != m_evidence.hints.end() && std::ranges::any_of(hints->second, fits);
        const Moments& shown = m_evidence.moments.at(source.id);
        made.moments = without(made.step, shown);
        for (const SourceRow* other : m_evidence.sources) {
            if (other != &source)
                made.gain += shared(*other, {made.moments, source.resolutionNs})
                    - shared(*other, {shown, source.resolutionNs});
        }
        return made;
    }

    std::int64_t shared(const SourceRow& other, const Recorded& source) const
    {
        return static_cast<std::int64_t>(sharedOnOneLine(recorded(other), source, m_stop));
    }

    /// Of two who share as much with the others when the step is theirs.
    bool isLikelier(const SourceRow& a, bool aIsHinted, const SourceRow& b, bool bIsHinted) const
    {
        const auto rank = [&](const SourceRow& source, bool isHinted) {
            return std::tuple(isHinted, source.id != m_evidence.reference,
                              keeperOf(source) != Keeper::Capture);
        };
        return rank(a, aIsHinted) > rank(b, bIsHinted);
    }

    void take(Candidate& chosen)
    {
        std::vector<Step>& steps = m_steps[chosen.source->id];
        for (Step& later : steps) {
            if (later.at < chosen.step.at)
                continue;
            for (SourceTime* time : {&later.at, &later.from, &later.to})
                time->ns -= chosen.step.byNs;
        }
        steps.insert(std::ranges::upper_bound(steps, chosen.step.at, {}, &Step::at), chosen.step);
        m_evidence.moments[chosen.source->id] = std::move(chosen.moments);
        std::erase_if(m_jumps,
                      [&](const Found& one) { return one.a == chosen.source || one.b == chosen.source; });
        for (const SourceRow* other : m_evidence.sources) {
            if (other != chosen.source)
                look(*other, *chosen.source);
        }
    }

    StepEvidence m_evidence;
    std::stop_token m_stop;
    std::vector<Found> m_jumps;
    StepsOfSources m_steps;
};

} // namespace

StepsOfSources findSteps(StepEvidence evidence, const std::stop_token& stop)
{
    return Finder(std::move(evidence), stop).run();
}

std::int64_t doubtOfSteps(const SourceClock* clock)
{
    std::int64_t doubt = 0;
    for (const Step& step : clock ? clock->steps : std::vector<Step>())
        doubt += std::max(step.byNs - step.lowNs, step.highNs - step.byNs);
    return doubt;
}

void widenBySteps(ClockRelation& relation, const ClockSet& zones)
{
    constexpr std::string_view withItsOwnClock[] = {"same-host", "ntp-status", "sip-dates", "sccp-time"};
    for (const ClockOwner* owner : {&relation.a, &relation.b}) {
        const SourceClock* clock = zones.clock(owner->source);
        if (owner->isHost() || !clock || clock->steps.empty())
            continue;
        const std::int64_t doubt = doubtOfSteps(clock);
        std::int64_t ahead = clock->beforeStepsNs;
        std::int64_t least = std::min<std::int64_t>(0, ahead);
        std::int64_t most = std::max<std::int64_t>(0, ahead);
        for (const Step& step : clock->steps) {
            ahead += step.byNs;
            least = std::min(least, ahead);
            most = std::max(most, ahead);
        }
        if (std::ranges::find(withItsOwnClock, relation.basis) == std::end(withItsOwnClock))
            least = most = 0;
        relation.lowNs -= doubt + most - least;
        relation.highNs += doubt + most - least;
    }
}

void addSteps(SourceClock& clock, const SourceRow& source, std::vector<Step> steps)
{
    clock.steps = std::move(steps);
    clock.beforeStepsNs = 0;
    const SourceTime shown{source.first->ns / 2 + source.last->ns / 2};
    const SourceTime middle = clock.steady(shown);
    std::int64_t passed = 0;
    for (const Step& step : clock.steps)
        passed += middle < step.at ? 0 : step.byNs;
    for (Step& step : clock.steps) {
        for (SourceTime* time : {&step.at, &step.from, &step.to})
            time->ns += passed;
    }
    clock.beforeStepsNs = -passed;
}

} // namespace whittle
