// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/events/joins.h"

#include <algorithm>
#include <map>
#include <set>

#include "models/events/caseevents.h"
#include "models/events/devicename.h"
#include "models/events/dhcpjoins.h"
#include "models/events/identity.h"

namespace whittle
{

namespace
{

constexpr std::size_t phoneNameLength = 15; // SEP and twelve digits

/// Collects what the records of each source say by themselves.
class JoinFinder
{
public:
    JoinFinder(const CaseEvents& events, const std::stop_token& stop)
        : m_events(events)
    {
        for (const EventRow& event : events.singles) {
            if (stop.stop_requested())
                return;
            learn(event);
        }
        for (const TrainRow& train : events.trains)
            learn(train.first);
        for (const SourceRow& source : events.sources) {
            if (source.format == "phone-console")
                learnFileName(source);
        }
    }

    std::vector<Join> joins()
    {
        for (const auto& [device, proof] : m_named)
            addNamed(device, proof);
        for (const auto& [source, names] : m_consoles) {
            if (names.size() == 1) // whose line it is, where several are named, nobody knows
                addConsole(source, names.begin()->first, names.begin()->second);
        }
        for (auto& [where, claims] : m_claims)
            addClaims(where.first, where.second, claims);
        return std::move(m_joins);
    }

private:
    using Proof = std::optional<EventRef>;
    /// From this record on, the address or connection was that device's.
    struct Claim {
        EventRef proof;
        std::string device;
    };

    void learn(const EventRow& event)
    {
        if (event.device.empty())
            return;
        const std::string device = canonicalName(event.device);
        m_named.emplace(device, event.ref);
        const SourceRow* source = m_events.source(event.ref.source);
        if (source && source->format == "phone-console")
            m_consoles[source->id].emplace(device, event.ref);
        const Endpoint phone = phoneEnd(event);
        if (!isConversation(event.kind) || !phone.address.isSet())
            return;
        if (phone.port != 0)
            m_claims[{event.ref.source, phone}].push_back({event.ref, device});
        m_claims[{event.ref.source, Endpoint{phone.address, 0}}].push_back({event.ref, device});
    }

    /// A console log of a few lines often names nobody; whoever collected it named the file after its phone.
    void learnFileName(const SourceRow& source)
    {
        const auto at = source.path.rfind("SEP");
        const std::string name =
            at == std::string::npos ? std::string() : source.path.substr(at, phoneNameLength);
        if (m_consoles.contains(source.id) || !macOfDevice(name))
            return;
        m_consoles[source.id].emplace(canonicalName(name), Proof{});
        m_named.emplace(canonicalName(name), Proof{});
    }

    void addNamed(const std::string& device, const Proof& proof)
    {
        Join join{.device = device, .reason = proof ? "named" : "file-named-after-it", .proof = proof};
        join.mac = macOfDevice(device);
        if (join.mac) {
            join.kind = JoinKind::Mac;
            join.reason = "named-after-mac";
        }
        m_joins.push_back(std::move(join));
    }

    void addConsole(SourceId source, const std::string& device, const Proof& proof)
    {
        m_joins.push_back({.device = device,
                           .kind = JoinKind::Console,
                           .source = source,
                           .reason = proof ? "console-names-it" : "file-named-after-it",
                           .proof = proof});
    }

    void addClaims(SourceId source, const Endpoint& end, std::vector<Claim>& claims)
    {
        std::ranges::stable_sort(claims, {}, &Claim::proof);
        const std::size_t first = m_joins.size();
        for (const Claim& claim : claims) {
            const bool run = m_joins.size() > first;
            if (run && m_joins.back().device == claim.device)
                continue;
            if (run)
                m_joins.back().places.to = claim.proof.place.number;
            m_joins.push_back({.device = claim.device,
                               .kind = end.port != 0 ? JoinKind::Connection : JoinKind::Address,
                               .end = end,
                               .source = source,
                               .places = {.from = claim.proof.place.number},
                               .reason = end.port != 0 ? "names-connection" : "names-address",
                               .proof = claim.proof});
        }
        if (m_joins.size() == first + 1)
            m_joins.back().places.from = 0;
    }

    const CaseEvents& m_events;
    std::map<std::string, Proof> m_named;
    std::map<SourceId, std::map<std::string, Proof>> m_consoles;
    std::map<std::pair<SourceId, Endpoint>, std::vector<Claim>> m_claims;
    std::vector<Join> m_joins;
};

} // namespace

std::vector<Join> findJoins(const CaseEvents& events, const std::stop_token& stop)
{
    std::vector<Join> joins = JoinFinder(events, stop).joins();
    addPhonesByDhcp(events, joins, stop);
    return joins;
}

} // namespace whittle
