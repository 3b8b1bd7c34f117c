// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>

#include "models/base/fields.h"
#include "models/clocks/steps.h"

namespace whittle
{

namespace
{

using Step = SourceClock::Step;

/// One record.
struct Shown {
    std::uint64_t place = 0;
    SourceTime time{}; ///< without the turns of its zone
};

/// The events of a source in the order in which they stand in it.
std::vector<Shown> inPlace(const CaseEvents& events, SourceId source, const SourceClock* zone)
{
    std::vector<Shown> all;
    for (const EventRow& event : events.singles) {
        const std::uint64_t place = event.ref.place.number;
        if (event.ref.source == source)
            all.push_back({place, zone ? zone->steady(event.time, place) : event.time});
    }
    std::ranges::stable_sort(all, {}, &Shown::place);
    return all;
}

/// Where its times go back, if they do so once: where they do so often, several hosts wrote it.
std::optional<std::uint64_t> placeOfStepBack(const SourceRow& source)
{
    for (const Problem& problem : source.problems) {
        const bool isStep =
            problem.id == "formats.clock-stepped-back" || problem.id == "capture.clock-stepped-back";
        if (isStep && problem.place && !problem.arguments.empty() && problem.arguments[0] == "1")
            return problem.place->number;
    }
    return {};
}

std::optional<StepHint> hintAt(std::uint64_t place, const std::vector<Shown>& all)
{
    const auto behind = std::ranges::lower_bound(all, place, {}, &Shown::place);
    if (behind == all.begin() || behind == all.end())
        return {};
    return StepHint{place, std::prev(behind)->time, behind->time};
}

/// "time reset +1.234567 s": ntpd writes that with the new time.
std::optional<StepHint> hintOf(const EventRow& event, const SourceClock* zone)
{
    if (event.kind != "ntp.log")
        return {};
    const FieldView fields(event.fields);
    const std::string text = fields.value("offset-s").value_or("");
    if (fields.value("what") != "step" || text.empty())
        return {};
    double seconds = 0;
    const char* begin = text.data() + (text.front() == '+' ? 1 : 0);
    const auto [end, error] = std::from_chars(begin, text.data() + text.size(), seconds);
    constexpr double most = 1e9;
    if (error != std::errc() || std::abs(seconds) > most)
        return {};
    const std::uint64_t place = event.ref.place.number;
    const SourceTime after = zone ? zone->steady(event.time, place) : event.time;
    return StepHint{place, {after.ns - std::llround(seconds * 1e9)}, after};
}

/// Between two records that follow each other.
struct Room {
    SourceTime from{};
    SourceTime to{};
    std::uint64_t before = 0; ///< places of the two
    std::uint64_t place = 0;
};

class Places
{
public:
    Places(const std::vector<Shown>& shown, std::int64_t resolutionNs, const std::vector<StepHint>& hints)
        : m_shown(shown)
        , m_resolutionNs(resolutionNs)
        , m_hints(hints)
    {
    }

    /// `ahead`: of the clock before the step.
    void narrow(Step& step, std::int64_t ahead) const
    {
        std::vector<Room> rooms = roomsFor(step, ahead);
        if (rooms.empty())
            return;
        for (const StepHint& hint : m_hints) {
            const auto isHere = [&](const Room& room) {
                return hint.place > room.before && hint.place <= room.place;
            };
            if (const auto said = std::ranges::find_if(rooms, isHere); said != rooms.end()) {
                rooms = {*said};
                step.place = hint.place;
                break;
            }
        }
        if (rooms.size() == 1 && step.byNs < 0 && (step.place == 0 || step.place > rooms.front().place))
            step.place = rooms.front().place;
        const Room widest = std::ranges::max(rooms, {}, [](const Room& room) { return room.to - room.from; });
        step.from = rooms.front().from;
        step.to = rooms.back().to;
        step.at = {widest.from.ns + (widest.to - widest.from).count() / 2};
    }

private:
    /// Forward: whatever leaves out as much. Back: where the times go back.
    std::vector<Room> roomsFor(const Step& step, std::int64_t ahead) const
    {
        const std::int64_t least = step.byNs > 0 ? step.lowNs - m_resolutionNs : INT64_MIN;
        const std::int64_t most = step.byNs > 0 ? INT64_MAX : step.byNs / 2;
        std::vector<Room> rooms;
        for (std::size_t i = 1; i < m_shown.size(); ++i) {
            const SourceTime from{m_shown[i - 1].time.ns - ahead};
            const SourceTime to{m_shown[i].time.ns - ahead - step.byNs};
            const std::int64_t passed = (m_shown[i].time - m_shown[i - 1].time).count();
            if (from >= step.from && to <= step.to && passed >= least && passed <= most)
                rooms.push_back(
                    {std::min(from, to), std::max(from, to), m_shown[i - 1].place, m_shown[i].place});
        }
        return rooms;
    }

    const std::vector<Shown>& m_shown;
    std::int64_t m_resolutionNs;
    const std::vector<StepHint>& m_hints;
};

} // namespace

std::map<SourceId, std::vector<StepHint>> stepHints(const CaseEvents& events, const ClockSet& zones)
{
    std::map<SourceId, std::vector<StepHint>> hints;
    for (const SourceRow& source : events.sources) {
        const auto place = placeOfStepBack(source);
        const auto hint =
            place ? hintAt(*place, inPlace(events, source.id, zones.clock(source.id))) : std::nullopt;
        if (hint)
            hints[source.id].push_back(*hint);
    }
    for (const EventRow& event : events.singles) {
        if (const auto hint = hintOf(event, zones.clock(event.ref.source)))
            hints[event.ref.source].push_back(*hint);
    }
    return hints;
}

void placeSteps(std::vector<Step>& steps, const SourceRow& source, const CaseEvents& events,
                const SourceClock* zone, const std::vector<StepHint>& hints)
{
    const std::vector<Shown> shown = inPlace(events, source.id, zone);
    const Places places(shown, source.resolutionNs, hints);
    std::int64_t ahead = 0;
    for (Step& step : steps) {
        places.narrow(step, ahead);
        ahead += step.byNs;
    }
}

} // namespace whittle
