// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/clocks/moments.h"

#include <algorithm>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>

#include "models/base/together.h"
#include "models/clocks/correspondences.h"
#include "models/events/caseevents.h"
#include "models/events/devicename.h"
#include "models/events/identity.h"

namespace whittle
{

namespace
{

/// Which rows a kind of event belongs to: asked once for each kind and keeper. Of `wanted` rows only.
class RowsOfKind
{
public:
    explicit RowsOfKind(Keeper keeper, const std::set<std::string_view>* wanted = nullptr)
        : m_keeper(static_cast<std::uint8_t>(keeper))
        , m_wanted(wanted)
    {
    }

    const std::vector<std::uint8_t>& of(const std::string& kind)
    {
        const auto [found, isNew] = m_rows.try_emplace(kind);
        const auto rows = correspondences();
        for (std::uint8_t row = 0; isNew && row < rows.size(); ++row) {
            const std::string_view kinds = rows[row].kinds;
            const bool matches = kinds.ends_with('.') ? kind.starts_with(kinds) : kind == kinds;
            const bool wanted = !m_wanted || m_wanted->contains(rows[row].id);
            if (matches && wanted && (rows[row].keepers & m_keeper) != 0)
                found->second.push_back(row);
        }
        return found->second;
    }

private:
    std::uint8_t m_keeper;
    const std::set<std::string_view>* m_wanted; ///< ids; null: all
    std::unordered_map<std::string, std::vector<std::uint8_t>> m_rows;
};

/// The ids of what more than one source has: the rest finds nothing to be compared with.
std::set<std::string_view> sharedIds(const CaseEvents& events)
{
    std::set<std::pair<SourceId, std::string_view>> kinds;
    const auto learn = [&, source = SourceId{}, kind = std::string_view()](const EventRow& event) mutable {
        if (source != event.ref.source || kind != event.kind)
            kinds.emplace(event.ref.source, event.kind);
        source = event.ref.source;
        kind = event.kind;
    };
    std::ranges::for_each(events.singles, learn);
    std::ranges::for_each(events.trains, learn, &TrainRow::first);
    std::map<SourceId, RowsOfKind> rowsOf;
    for (const SourceRow& source : events.sources)
        rowsOf.try_emplace(source.id, keeperOf(source));
    std::map<std::string_view, SourceId> first;
    std::set<std::string_view> shared;
    for (const auto& [source, kind] : kinds) {
        const auto rows = rowsOf.find(source);
        if (rows == rowsOf.end())
            continue;
        for (const std::uint8_t row : rows->second.of(std::string(kind))) {
            const std::string_view id = correspondences()[row].id;
            if (first.try_emplace(id, source).first->second != source)
                shared.insert(id);
        }
    }
    return shared;
}

/// Whose records these are: answers to SIP phones and the ends of their connections do not name the device,
/// its address does.
class SipDevices
{
public:
    void learn(const EventRow& event)
    {
        if (event.kind == "sip.register" && !event.device.empty() && event.source.address.isSet())
            m_names.try_emplace(event.source.address, canonicalName(event.device));
    }

    std::string nameOf(const EventRow& event, std::string known) const
    {
        if (!known.empty() || (!event.kind.starts_with("sip.") && !isConversation(event.kind)))
            return known;
        for (const Endpoint& end : {event.destination, event.source}) {
            const auto found = m_names.find(end.address);
            if (found != m_names.end())
                return found->second;
        }
        return known;
    }

private:
    std::unordered_map<IpAddress, std::string> m_names;
};

class Collector
{
public:
    Collector(const SourceRow& source, const Identity& identity, const SourceClock* zone,
              const std::set<std::string_view>& wanted)
        : m_identity(identity)
        , m_keeper(keeperOf(source))
        , m_zone(zone)
        , m_rows(m_keeper, &wanted)
    {
    }

    void learn(const EventRow& event) { m_sipDevices.learn(event); }

    void add(const EventRow& event, std::vector<Moment>& moments)
    {
        const std::vector<std::uint8_t>& rows = m_rows.of(event.kind);
        if (rows.empty())
            return;
        const std::string device = m_sipDevices.nameOf(event, m_identity.deviceOf(event));
        const Seen seen(event, m_keeper, device);
        for (const std::uint8_t row : rows) {
            auto moment = momentBy(row, seen);
            if (!moment)
                continue;
            moment->place = event.ref.place.number;
            if (m_zone)
                moment->time = m_zone->steady(event.time, event.ref.place.number);
            moments.push_back(*moment);
        }
    }

    /// Those of one kind between the same two.
    void add(const EventRow& first, const std::vector<SourceTime>& times, std::vector<Moment>& moments)
    {
        std::vector<Moment> one;
        add(first, one);
        for (const Moment& moment : one) {
            for (const SourceTime time : times) {
                moments.push_back(moment);
                moments.back().place = 0;
                moments.back().time = m_zone ? m_zone->steady(time) : time;
            }
        }
    }

private:
    const Identity& m_identity;
    Keeper m_keeper;
    const SourceClock* m_zone;
    RowsOfKind m_rows;
    SipDevices m_sipDevices;
};

using Collectors = std::map<SourceId, Collector>;
using AllMoments = std::map<SourceId, std::vector<Moment>>;

void addSingles(const CaseEvents& events, SourceId source, Collector& collector, std::vector<Moment>& moments,
                const std::stop_token& stop)
{
    const auto ofSource = events.singlesOf(source);
    for (const EventRow& event : ofSource)
        collector.learn(event);
    for (const EventRow& event : ofSource) {
        if (stop.stop_requested())
            return;
        collector.add(event, moments);
    }
}

/// The same devices in each source, as far as the room goes.
void addTrains(const CaseEvents& events, Collectors& collectors, const TrainTimes& times, AllMoments& all,
               const std::stop_token& stop)
{
    constexpr std::size_t room = 100'000; // members of a source
    std::vector<std::pair<std::uint64_t, const TrainRow*>> trains;
    for (const TrainRow& train : events.trains)
        trains.emplace_back(std::hash<std::string>{}(train.first.device), &train);
    std::ranges::stable_sort(trains, {}, [](const auto& train) { return train.first; });
    std::map<SourceId, std::size_t> taken;
    for (const auto& [order, train] : trains) {
        const SourceId source = train->first.ref.source;
        const auto collector = collectors.find(source);
        if (collector == collectors.end() || taken[source] + train->count > room || stop.stop_requested())
            continue;
        taken[source] += train->count;
        collector->second.add(train->first, times(*train), all[source]);
    }
}

} // namespace

AllMoments momentsOf(const CaseEvents& events, const Identity& identity, const std::stop_token& stop,
                     const ClockSet& zones, const TrainTimes& trains)
{
    AllMoments all;
    const std::set<std::string_view> shared = sharedIds(events);
    if (shared.empty())
        return all;
    Collectors collectors;
    for (const SourceRow& source : events.sources)
        collectors.try_emplace(source.id, source, identity, zones.clock(source.id), shared);
    std::vector<std::pair<const SourceId, Collector>*> each;
    for (auto& one : collectors) {
        each.push_back(&one);
        all[one.first];
    }
    const auto addOf = [&](std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < to && !stop.stop_requested(); ++i)
            addSingles(events, each[i]->first, each[i]->second, all.at(each[i]->first), stop);
    };
    inParts(each.size(), addOf, 1);
    if (stop.stop_requested())
        return {};
    if (trains)
        addTrains(events, collectors, trains, all, stop);
    std::erase_if(all, [](const auto& ofSource) { return ofSource.second.empty(); });
    for (auto& [source, moments] : all)
        std::ranges::sort(moments, {}, [](const Moment& m) { return std::tuple(m.key, m.time, m.party); });
    return all;
}

} // namespace whittle
