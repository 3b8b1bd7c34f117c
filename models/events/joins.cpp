// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/events/joins.h"

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <unordered_map>

#include "models/base/fields.h"
#include "models/base/together.h"
#include "models/events/caseevents.h"
#include "models/events/devicename.h"
#include "models/events/dhcpjoins.h"
#include "models/events/identity.h"

namespace whittle
{

namespace
{

constexpr std::size_t phoneNameLength = 15; // SEP and twelve digits
constexpr std::size_t singlesWorthAThread = 4096;

/// Collects what the records of each source say by themselves.
class JoinFinder
{
public:
    explicit JoinFinder(const CaseEvents& events)
        : m_events(events)
    {
    }

    void learnSingles(std::span<const EventRow> singles, const std::stop_token& stop)
    {
        for (const EventRow& event : singles) {
            if (stop.stop_requested())
                return;
            learn(event);
        }
    }

    /// What another one learned from events behind those of this one.
    void learn(JoinFinder&& later)
    {
        m_named.merge(later.m_named);
        for (auto& [source, names] : later.m_consoles)
            m_consoles[source].merge(names);
        learnClaims(m_claims, later.m_claims);
        learnClaims(m_contacts, later.m_contacts);
        learnClaims(m_handles, later.m_handles);
        for (const auto& [callId, claim] : later.m_callIds)
            learnCallId(callId, claim);
    }

    /// What is left behind the singles.
    void learnRest()
    {
        for (const TrainRow& train : m_events.trains)
            learn(train.first);
        for (const SourceRow& source : m_events.sources) {
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
            addClaims({.kind = where.second.port != 0 ? JoinKind::Connection : JoinKind::Address,
                       .end = where.second,
                       .source = where.first,
                       .reason = where.second.port != 0 ? "names-connection" : "names-address"},
                      claims);
        for (auto& [where, claims] : m_contacts)
            addClaims({.kind = JoinKind::Contact,
                       .end = where.second,
                       .source = where.first,
                       .reason = "registers"},
                      claims);
        for (auto& [where, claims] : m_handles)
            addClaims({.kind = JoinKind::Handle,
                       .text = where.second,
                       .source = where.first,
                       .reason = "names-handle"},
                      claims);
        addCallIds();
        return std::move(m_joins);
    }

private:
    using Proof = std::optional<EventRef>;
    /// From this record on, the address, connection or handle was that device's; an empty device: of nobody
    /// who is named yet.
    struct Claim {
        EventRef proof;
        std::string device;
    };
    using Claims = std::vector<Claim>;

    void learn(const EventRow& event)
    {
        const bool named = !event.device.empty();
        const std::string device = canonicalName(event.device);
        if (named || event.kind == "trace.connection") // where a handle is given out anew
            learnHandle(event, device);
        if (!named)
            return;
        m_named.emplace(device, event.ref);
        const SourceRow* source = m_events.source(event.ref.source);
        if (source && source->format == "phone-console")
            m_consoles[source->id].emplace(device, event.ref);
        if (event.kind == "sip.register")
            learnRegister(event, device);
        const Endpoint phone = shownEnd(event);
        if (!phone.address.isSet())
            return;
        if (phone.port != 0)
            claim(m_claims[{event.ref.source, phone}], event.ref, device);
        claim(m_claims[{event.ref.source, Endpoint{phone.address, 0}}], event.ref, device);
    }

    /// One that says what the one before it said adds nothing.
    static void claim(Claims& claims, const EventRef& proof, const std::string& device)
    {
        if (claims.empty() || claims.back().device != device || proof < claims.back().proof)
            claims.push_back({proof, device});
    }

    void learnHandle(const EventRow& event, const std::string& device)
    {
        std::string key = event.ref.place.unit == PlaceUnit::Line ? handleKey(event) : std::string();
        if (!key.empty())
            claim(m_handles[{event.ref.source, std::move(key)}], event.ref, device);
    }

    template <typename Where>
    static void learnClaims(std::map<Where, Claims>& known, const std::map<Where, Claims>& later)
    {
        for (const auto& [where, claims] : later) {
            Claims& ofBoth = known[where];
            for (const Claim& one : claims)
                claim(ofBoth, one.proof, one.device);
        }
    }

    /// One that two devices give is neither's.
    void learnCallId(const std::string& callId, const Claim& claim)
    {
        const auto [known, isNew] = m_callIds.try_emplace(callId, claim);
        if (!isNew && known->second.device != claim.device)
            known->second.device.clear();
    }

    void learnRegister(const EventRow& event, const std::string& device)
    {
        const FieldView fields(event.fields);
        if (const auto callId = fields.value("call-id"); callId && !callId->empty())
            learnCallId(*callId, {event.ref, device});
        if (const auto contact = endpointFromText(fields.value("contact").value_or("")))
            claim(m_contacts[{event.ref.source, *contact}], event.ref, device);
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

    void addCallIds()
    {
        const std::size_t first = m_joins.size();
        for (const auto& [callId, claim] : m_callIds) {
            if (!claim.device.empty())
                m_joins.push_back({.device = claim.device,
                                   .kind = JoinKind::CallId,
                                   .text = callId,
                                   .reason = "registers",
                                   .proof = claim.proof});
        }
        std::ranges::sort(std::span(m_joins).subspan(first), {}, &Join::text);
    }

    /// One join for each run of claims that agree.
    void addClaims(const Join& what, Claims& claims)
    {
        std::ranges::stable_sort(claims, {}, &Claim::proof);
        if (what.kind == JoinKind::Connection && isShared(claims))
            return;
        const std::size_t first = m_joins.size();
        const std::string* holder = nullptr;
        const EventRef* from = nullptr; ///< where nobody was named any more
        for (const Claim& claim : claims) {
            if (holder && *holder == claim.device)
                continue;
            if (holder && !holder->empty())
                m_joins.back().places.to = claim.proof.place.number;
            holder = &claim.device;
            if (claim.device.empty()) {
                from = &claim.proof;
                continue;
            }
            Join join = what;
            join.device = claim.device;
            join.places.from = (from ? *from : claim.proof).place.number;
            join.proof = claim.proof;
            m_joins.push_back(std::move(join));
            from = nullptr;
        }
        if (m_joins.size() == first + 1 && !claims.front().device.empty())
            m_joins.back().places.from = 0;
    }

    /// Several devices name one connection by turns: it is that of a proxy between them and CallManager.
    static bool isShared(const Claims& claims)
    {
        std::set<std::string_view> devices;
        std::size_t turns = 0;
        for (std::size_t i = 0; i < claims.size(); ++i) {
            devices.insert(claims[i].device);
            turns += i > 0 && claims[i].device != claims[i - 1].device;
        }
        return turns >= devices.size();
    }

    const CaseEvents& m_events;
    std::map<std::string, Proof> m_named;
    std::map<SourceId, std::map<std::string, Proof>> m_consoles;
    std::map<std::pair<SourceId, Endpoint>, Claims> m_claims;
    std::map<std::pair<SourceId, Endpoint>, Claims> m_contacts;
    std::map<std::pair<SourceId, std::string>, Claims> m_handles;
    std::unordered_map<std::string, Claim> m_callIds;
    std::vector<Join> m_joins;
};

} // namespace

std::string handleKey(const EventRow& event)
{
    for (const std::string_view name : {"handle", "connection"}) {
        if (event.fields.find(std::string(name) + '=') == std::string::npos)
            continue;
        if (const auto value = FieldView(event.fields).value(name))
            return std::string(name) + ' ' + *value;
    }
    return {};
}

std::vector<Join> findJoins(const CaseEvents& events, const std::stop_token& stop)
{
    const std::span<const EventRow> singles = events.singles;
    auto parts = madeInParts(
        singles.size(),
        [&](std::size_t from, std::size_t to) {
            JoinFinder finder(events);
            finder.learnSingles(singles.subspan(from, to - from), stop);
            return finder;
        },
        singlesWorthAThread);
    JoinFinder& finder = *parts.front();
    for (std::size_t i = 1; i < parts.size(); ++i)
        finder.learn(std::move(*parts[i]));
    if (stop.stop_requested())
        return {};
    finder.learnRest();
    std::vector<Join> joins = finder.joins();
    addPhonesByDhcp(events, joins, stop);
    return joins;
}

} // namespace whittle
