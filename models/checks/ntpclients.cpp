// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/checks/ntpclients.h"

#include <algorithm>
#include <bit>
#include <map>
#include <set>

#include "models/base/fields.h"
#include "models/checks/evidence.h"
#include "models/checks/ntpservice.h"
#include "models/checks/ntpsite.h"

namespace whittle
{

namespace
{

constexpr int unsynchronisedStratum = 16;
constexpr int leapUnknown = 3;
constexpr int fullReach = 0377;

/// One more thing that shows whom a node follows.
struct Sight {
    CaseTime at{};
    NtpFollows follows = NtpFollows::Unknown;
    EventRef ref{};
};

/// A register that fills from the start: 1, 3, 7, … 177.
bool isFilling(int reach)
{
    return reach > 0 && reach < fullReach && std::has_single_bit(static_cast<unsigned>(reach) + 1);
}

NtpFollows followsBy(const NtpState& state)
{
    if (!state.stratum)
        return NtpFollows::Unknown;
    if (state.leap == leapUnknown || *state.stratum <= 0 || *state.stratum >= unsynchronisedStratum)
        return NtpFollows::Nobody;
    // a capture in text shows no reference: nobody but its own clock makes a node that high
    const bool isOwn = state.refid.empty() ? *state.stratum == ownClockStratum + 1 : isOwnClock(state.refid);
    return isOwn ? NtpFollows::OwnClock : NtpFollows::Source;
}

/// Gathers what is known of the clients of all associations.
class Picture
{
public:
    explicit Picture(const CheckContext& context)
        : m_context(context)
        , m_site(ntpSite(context))
    {
        findNodes();
    }

    std::vector<NtpClient> clients()
    {
        for (const NtpAssociation& link : m_context.ntp)
            group(link);
        readLogs();
        std::vector<NtpClient> all;
        for (auto& [host, links] : m_links)
            all.push_back(clientOf(host, links));
        std::erase_if(all, [&](const NtpClient& client) { return isStranger(client.host); });
        for (NtpClient& client : all)
            setRole(client, all);
        for (NtpClient& client : all)
            setExternal(client, all);
        return all;
    }

private:
    using Links = std::vector<const NtpAssociation*>;

    /// Hosts that some source shows to be nodes, and phones, which are none.
    void findNodes()
    {
        for (const DeviceHistory& device : m_context.devices) {
            for (const IpAddress& address : device.addresses)
                m_phones.insert(toText(address));
            for (const Registration& registration : device.registrations)
                m_nodes.insert(toText(registration.node.address));
        }
        for (const auto& [name, role] : m_site.roles)
            m_nodes.insert(name);
        for (const NtpAssociation& link : m_context.ntp) {
            if (!link.reports.empty())
                m_nodes.insert(toText(link.client));
        }
        addNeighbours();
    }

    /// Who asks a node, and whom a node asks, where that one asks others in turn.
    void addNeighbours()
    {
        std::set<std::string> askers;
        for (const NtpAssociation& link : m_context.ntp)
            askers.insert(toText(link.client));
        m_knowsNodes = std::ranges::any_of(m_nodes, [&](const auto& node) { return askers.contains(node); });
        for (bool grown = true; grown;) {
            const std::size_t before = m_nodes.size();
            for (const NtpAssociation& link : m_context.ntp) {
                const std::string client = toText(link.client), server = toText(link.server);
                if (m_nodes.contains(server) && !m_phones.contains(client))
                    m_nodes.insert(client);
                if (m_nodes.contains(client) && askers.contains(server))
                    m_nodes.insert(server);
            }
            grown = m_nodes.size() > before;
        }
    }

    bool isStranger(const NtpHost& host) const
    {
        return m_phones.contains(toText(host)) || (m_knowsNodes && !m_nodes.contains(toText(host)));
    }

    void group(const NtpAssociation& link)
    {
        if (link.mode == NtpMode::Broadcast)
            return;
        m_links[link.client].push_back(&link);
        for (const NtpState& state : link.states) {
            const NtpHost& host = state.ofServer ? link.server : link.client;
            see(host, {state.to, followsBy(state), state.ref});
            if (!state.ofServer && state.refid == "INIT") // until it has followed somebody for the first time
                m_started[host] = std::max(m_started[host], state.from);
        }
    }

    /// A register that still fills tells how many polls ago it began.
    void learnStart(const NtpHost& host, const NtpReport& report)
    {
        if (!isFilling(report.reach))
            return;
        const auto polls = std::popcount(static_cast<unsigned>(report.reach));
        const CaseTime start = report.at - Nanoseconds(polls * report.poll);
        CaseTime& known = m_started[host];
        if (start - known > settlingTime) // nearer than that it is the same start
            known = start;
    }

    void see(const NtpHost& host, const Sight& sight)
    {
        if (sight.follows == NtpFollows::Unknown)
            return;
        m_wasUnsynchronised[host] |= sight.follows == NtpFollows::Nobody;
        Sight& last = m_sights[host];
        if (last.follows == NtpFollows::Unknown || sight.at >= last.at)
            last = sight;
    }

    /// The file of ntpd is that of the node whose status shows the same process.
    void readLogs()
    {
        std::map<std::int64_t, SourceId> outputs; // by process
        for (const EventRow& event : m_context.events.singles) {
            const FieldView fields(event.fields);
            if (const auto pid = fields.number("pid"); pid && event.kind == "ntp.system-status")
                outputs[*pid] = event.ref.source;
        }
        std::map<SourceId, NtpHost> hosts = hostsOfOutputs();
        for (const EventRow& event : m_context.events.singles) {
            const FieldView fields(event.fields);
            const auto pid = fields.number("pid");
            if (event.kind != "ntp.log" || !pid || !outputs.contains(*pid))
                continue;
            if (const auto host = hosts.find(outputs[*pid]); host != hosts.end())
                readLog(event, fields, host->second);
        }
    }

    std::map<SourceId, NtpHost> hostsOfOutputs() const
    {
        std::map<SourceId, NtpHost> hosts;
        for (const NtpAssociation& link : m_context.ntp) {
            for (const NtpReport& report : link.reports)
                hosts[report.ref.source] = link.client;
        }
        return hosts;
    }

    void readLog(const EventRow& event, const FieldView& fields, const NtpHost& host)
    {
        const std::string what = fields.value("what").value_or("");
        const CaseTime at = m_context.at(event);
        if (what == "start" || what == "restart")
            m_started[host] = std::max(m_started[host], at);
        if (what == "lost")
            see(host, {at, NtpFollows::Nobody, event.ref});
        if (what == "synchronised") {
            const bool own = isOwnClock(fields.value("server").value_or(""));
            see(host, {at, own ? NtpFollows::OwnClock : NtpFollows::Source, event.ref});
        }
    }

    NtpClient clientOf(const NtpHost& host, const Links& links)
    {
        NtpClient client;
        client.host = host;
        std::optional<CaseTime> table;
        for (const NtpAssociation* link : links) {
            client.at = std::max(client.at, link->to);
            for (const NtpReport& report : link->reports) {
                see(host, sightOf(links, report.at));
                learnStart(host, report);
                table = std::max(table.value_or(report.at), report.at);
            }
        }
        client.hasTable = table.has_value();
        addSources(client, links, table);
        if (const auto sight = m_sights.find(host); sight != m_sights.end()) {
            client.follows = sight->second.follows;
            client.followsShown = sight->second.ref;
        }
        client.wasUnsynchronised = m_wasUnsynchronised[host];
        addAge(client, links, table);
        return client;
    }

    /// What the table of that moment says; the row that is followed proves it, else any.
    static Sight sightOf(const Links& links, CaseTime at)
    {
        Sight sight{at, NtpFollows::Nobody, {}};
        for (const NtpAssociation* link : links) {
            for (const NtpReport& report : link->reports) {
                if (report.at != at)
                    continue;
                if (sight.follows == NtpFollows::Nobody)
                    sight.ref = report.ref;
                if (isFollowed(report))
                    sight.follows = isOwnClock(toText(link->server)) || report.type == "l"
                        ? NtpFollows::OwnClock
                        : NtpFollows::Source;
            }
        }
        return sight;
    }

    static const NtpReport* rowAt(const NtpAssociation& link, std::optional<CaseTime> at)
    {
        const auto row = std::ranges::find_if(link.reports, [&](const auto& r) { return r.at == at; });
        return row == link.reports.end() ? nullptr : &*row;
    }

    void addSources(NtpClient& client, const Links& links, std::optional<CaseTime> table) const
    {
        NtpTable facts;
        for (const NtpAssociation* link : links) {
            const NtpReport* row = rowAt(*link, table);
            facts.ranLong = facts.ranLong || (row && std::popcount(static_cast<unsigned>(row->reach)) >= 8);
        }
        if (const auto started = m_started.find(client.host); table && started != m_started.end())
            facts.ranLong = facts.ranLong || *table - started->second >= std::chrono::seconds{8 * 64};
        for (const NtpAssociation* link : links) {
            const NtpReport* row = rowAt(*link, table);
            if (isOwnClock(toText(link->server)) || (row && row->type == "l"))
                client.hasOwnClock = true;
            else if (row || !link->polls.empty())
                client.sources.push_back(judgeSource(m_context, *link, row, facts));
        }
    }

    void addAge(NtpClient& client, const Links& links, std::optional<CaseTime> table) const
    {
        bool filling = false, full = false;
        for (const NtpAssociation* link : links) {
            const NtpReport* row = rowAt(*link, table);
            filling = filling || (row && isFilling(row->reach));
            full = full || (row && row->reach != 0 && !isFilling(row->reach));
        }
        if (const auto started = m_started.find(client.host); started != m_started.end()) {
            client.started = started->second;
            client.isYoung = client.at - started->second < settlingTime;
        }
        client.isYoung = client.isYoung || (filling && !full);
    }

    std::optional<NtpRole> roleBySite(const NtpClient& client) const
    {
        if (const auto role = m_site.roles.find(toText(client.host)); role != m_site.roles.end())
            return role->second;
        if (client.host.address.isSet() || !client.host.name.empty())
            return {};
        for (const NtpSource& source : client.sources) { // an output of which nobody knows whose it is
            const std::string server = toText(source.link->server);
            if (const auto role = m_site.roles.find(server); role != m_site.roles.end())
                return NtpRole::Subscriber;
            if (m_site.sources.contains(server))
                return NtpRole::Publisher;
        }
        return {};
    }

    /// The publisher has several sources, or its own clock beside them, or others ask it. Who asks a single
    /// node of the cluster is a subscriber.
    void setRole(NtpClient& client, const std::vector<NtpClient>& all) const
    {
        if (const auto role = roleBySite(client)) {
            client.role = *role;
            return;
        }
        const bool isAsked = std::ranges::any_of(m_context.ntp, [&](const NtpAssociation& link) {
            return link.server == client.host && !isStranger(link.client);
        });
        const bool asksNode = std::ranges::any_of(
            client.sources, [&](const auto& source) { return clientAt(all, source.link->server); });
        if (isAsked || client.hasOwnClock || client.sources.size() > 1)
            client.role = NtpRole::Publisher;
        else if (asksNode)
            client.role = NtpRole::Subscriber;
    }

    void setExternal(NtpClient& client, const std::vector<NtpClient>& all) const
    {
        for (NtpSource& source : client.sources)
            source.isExternal = !clientAt(all, source.link->server)
                && !m_site.roles.contains(toText(source.link->server)) && !(client.role == NtpRole::Unknown);
    }

    const CheckContext& m_context;
    NtpSite m_site;
    std::set<std::string> m_nodes;
    std::set<std::string> m_phones;
    bool m_knowsNodes = false;
    std::map<NtpHost, Links> m_links;
    std::map<NtpHost, Sight> m_sights;
    std::map<NtpHost, bool> m_wasUnsynchronised;
    std::map<NtpHost, CaseTime> m_started;
};

} // namespace

std::vector<NtpClient> findNtpClients(const CheckContext& context)
{
    return Picture(context).clients();
}

} // namespace whittle
