// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/clocks/moments.h"

#include <algorithm>
#include <string>
#include <tuple>
#include <unordered_map>

#include "models/clocks/correspondences.h"
#include "models/events/caseevents.h"
#include "models/events/devicename.h"
#include "models/events/identity.h"

namespace whittle
{

namespace
{

/// Which rows a kind of event belongs to: asked once for each kind and keeper.
class RowsOfKind
{
public:
    explicit RowsOfKind(Keeper keeper)
        : m_keeper(static_cast<std::uint8_t>(keeper))
    {
    }

    const std::vector<std::uint8_t>& of(const std::string& kind)
    {
        const auto [found, isNew] = m_rows.try_emplace(kind);
        const auto rows = correspondences();
        for (std::uint8_t row = 0; isNew && row < rows.size(); ++row) {
            const std::string_view kinds = rows[row].kinds;
            const bool matches = kinds.ends_with('.') ? kind.starts_with(kinds) : kind == kinds;
            if (matches && (rows[row].keepers & m_keeper) != 0)
                found->second.push_back(row);
        }
        return found->second;
    }

private:
    std::uint8_t m_keeper;
    std::unordered_map<std::string, std::vector<std::uint8_t>> m_rows;
};

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
    Collector(const SourceRow& source, const Identity& identity, const SourceClock* zone)
        : m_identity(identity)
        , m_keeper(keeperOf(source))
        , m_zone(zone)
        , m_rows(m_keeper)
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
            if (m_zone)
                moment->time = m_zone->steady(event.time, event.ref.place.number);
            moments.push_back(*moment);
        }
    }

private:
    const Identity& m_identity;
    Keeper m_keeper;
    const SourceClock* m_zone;
    RowsOfKind m_rows;
    SipDevices m_sipDevices;
};

} // namespace

std::map<SourceId, std::vector<Moment>> momentsOf(const CaseEvents& events, const Identity& identity,
                                                  const std::stop_token& stop, const ClockSet& zones)
{
    std::map<SourceId, std::vector<Moment>> all;
    std::map<SourceId, Collector> collectors;
    for (const SourceRow& source : events.sources)
        collectors.try_emplace(source.id, source, identity, zones.clock(source.id));
    for (const EventRow& event : events.singles) {
        const auto collector = collectors.find(event.ref.source);
        if (collector != collectors.end())
            collector->second.learn(event);
    }
    for (const EventRow& event : events.singles) {
        if (stop.stop_requested())
            return {};
        const auto collector = collectors.find(event.ref.source);
        if (collector != collectors.end())
            collector->second.add(event, all[event.ref.source]);
    }
    for (auto& [source, moments] : all)
        std::ranges::sort(moments, {}, [](const Moment& m) { return std::tuple(m.key, m.time, m.party); });
    return all;
}

} // namespace whittle
