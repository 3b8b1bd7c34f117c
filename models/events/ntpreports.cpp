// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/events/ntpreports.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <set>
#include <tuple>

#include "models/events/deviceevents.h"
#include "models/events/ntpnames.h"
#include "models/events/ntprows.h"

namespace whittle
{

namespace
{

/// The times of that source can be laid beside those of others, to the second.
bool isAligned(const ClockSet& clocks, SourceId source)
{
    const SourceClock* clock = clocks.clock(source);
    return clock && clock->correction
        && clock->correction->highNs - clock->correction->lowNs <= 2 * sameMoment.count();
}

enum class Verdict { CannotTell, Hit, Miss };

/// The last answer before the output came when its column `when` says (a whole second, of a clock that may
/// differ by as much as two views of one moment do).
Verdict judgeTime(const NtpReport& report, const NtpAssociation& association)
{
    if (!report.when || association.polls.empty())
        return Verdict::CannotTell;
    const CaseTime heard = report.at - Nanoseconds(*report.when);
    const auto behind = std::ranges::lower_bound(association.polls, heard - sameMoment, {}, &NtpPoll::at);
    const auto end = std::ranges::upper_bound(association.polls, heard + sameMoment, {}, &NtpPoll::at);
    const bool hit =
        std::any_of(behind, end, [](const NtpPoll& poll) { return poll.outcome >= PollOutcome::Unusable; });
    if (hit)
        return Verdict::Hit;
    const bool around = behind != association.polls.begin() && end != association.polls.end();
    return around ? Verdict::Miss : Verdict::CannotTell;
}

/// How well one client fits as the one whose output it is.
struct Fit {
    NtpHost client{};
    std::set<NtpHost> servers{}; ///< of the rows that it asked, too
    int hits = 0;
    int misses = 0;
    double far = HUGE_VAL; ///< between offset and delay of a row and those of the nearest poll, in ms
};

/// Between what the row says and the nearest poll, in ms.
double farness(const NtpReport& report, const NtpAssociation& association)
{
    double least = HUGE_VAL;
    for (const NtpPoll& poll : association.polls) {
        if (report.reach != 0 && poll.offset && poll.delay)
            least = std::min(
                least, std::hypot(*poll.offset * 1e3 - report.offset, *poll.delay * 1e3 - report.delay));
    }
    return least;
}

/// Who asked whom, for looking up.
class Clients
{
public:
    Clients(std::vector<NtpAssociation>& associations, const ClockSet& clocks)
        : m_associations(associations)
        , m_clocks(clocks)
    {
        for (std::size_t i = 0; i < associations.size(); ++i)
            add(i);
    }

    NtpHost hostOf(const NtpNode& node) const
    {
        std::vector<Fit> fits = fitsOf(node);
        std::erase_if(fits, [](const Fit& fit) { return fit.misses > fit.hits; });
        const auto rank = [](const Fit& fit) { return std::pair(fit.servers.size(), fit.hits); };
        const auto best = std::ranges::max_element(fits, {}, rank);
        if (best == fits.end())
            return {};
        const auto bestRank = rank(*best);
        std::erase_if(fits, [&](const Fit& fit) { return rank(fit) < bestRank; });
        if (fits.size() > 1)
            measure(node, fits);
        const bool isOne = fits.size() == 1 || (fits[0].far < nearMs && fits[0].far * 3 < fits[1].far);
        return isOne ? fits[0].client : NtpHost{};
    }

    /// Names that only the times join with the addresses of the rows.
    std::map<std::string, IpAddress> namesIn(const NtpNode& node) const
    {
        std::map<std::string, IpAddress> names;
        for (const auto& [row, one] : namedServers(node.host, node)) {
            if (row->server.address.isSet())
                names.emplace(one->server.name, row->server.address);
        }
        return names;
    }

    NtpAssociation& association(const NtpHost& client, const NtpHost& server)
    {
        const auto [found, isNew] = m_byPair.try_emplace({client, server}, m_associations.size());
        if (isNew) {
            m_associations.push_back({.client = client, .server = server});
            add(found->second);
        }
        return m_associations[found->second];
    }

private:
    void add(std::size_t i)
    {
        const NtpAssociation& one = m_associations[i];
        m_byPair.emplace(std::pair(one.client, one.server), i);
        if (!one.polls.empty()) {
            m_ofServer[one.server].push_back(i);
            m_ofClient[one.client].push_back(i);
        }
    }

    std::vector<Fit> fitsOf(const NtpNode& node) const
    {
        std::map<NtpHost, Fit> fits;
        const auto judge = [&](const NtpRow& row, const NtpAssociation& one) {
            Fit& fit = fits[one.client];
            fit.client = one.client;
            fit.servers.insert(one.server);
            const Verdict verdict = judgeTime(row.report, one);
            const bool sure = areAligned(row, one);
            fit.hits += sure && verdict == Verdict::Hit;
            fit.misses += sure && verdict == Verdict::Miss;
        };
        for (const NtpRow& row : node.rows) {
            const auto known = m_ofServer.find(row.server);
            for (const std::size_t i : known == m_ofServer.end() ? std::vector<std::size_t>() : known->second)
                judge(row, m_associations[i]);
        }
        for (const auto& [client, all] : m_ofClient) {
            for (const auto& [row, one] : namedServers(client, node))
                judge(*row, *one);
        }
        std::vector<Fit> all;
        for (auto& [client, fit] : fits)
            all.push_back(std::move(fit));
        return all;
    }

    /// Those that fit equally well, the nearest first.
    void measure(const NtpNode& node, std::vector<Fit>& fits) const
    {
        for (Fit& fit : fits) {
            for (const NtpRow& row : node.rows) {
                const auto known = m_byPair.find({fit.client, row.server});
                if (known != m_byPair.end())
                    fit.far = std::min(fit.far, farness(row.report, m_associations[known->second]));
            }
        }
        std::ranges::sort(fits, {}, &Fit::far);
    }

    bool areAligned(const NtpRow& row, const NtpAssociation& association) const
    {
        return isAligned(m_clocks, row.report.ref.source)
            && isAligned(m_clocks, association.polls.front().ref.source);
    }

    /// Rows and what was asked of servers that only have names. Where the clocks may differ by anything one
    /// that fits may be chance, and two are not.
    std::vector<std::pair<const NtpRow*, const NtpAssociation*>> namedServers(const NtpHost& client,
                                                                              const NtpNode& node) const
    {
        std::vector<std::pair<const NtpRow*, const NtpAssociation*>> found;
        std::set<NtpHost> servers;
        for (const NtpRow& row : node.rows) {
            const NtpAssociation* one = m_ofServer.contains(row.server) ? nullptr : namedServer(client, row);
            if (!one)
                continue;
            found.emplace_back(&row, one);
            servers.insert(one->server);
        }
        const bool sure =
            servers.size() > 1 || (!found.empty() && areAligned(*found[0].first, *found[0].second));
        return sure ? found : decltype(found){};
    }

    /// The one association of the client with a server that only has a name, of which the times say that it
    /// is that of the row; among several the one whose round trips are nearest.
    const NtpAssociation* namedServer(const NtpHost& client, const NtpRow& row) const
    {
        const auto known = row.isOwnClock() ? m_ofClient.end() : m_ofClient.find(client);
        const NtpAssociation* best = nullptr;
        double nearest = HUGE_VAL;
        double second = HUGE_VAL;
        for (const std::size_t i : known == m_ofClient.end() ? std::vector<std::size_t>() : known->second) {
            const NtpAssociation& one = m_associations[i];
            if (one.server.address.isSet() || judgeTime(row.report, one) != Verdict::Hit
                || !sameStratum(row.report, one))
                continue;
            const double far = distance(row.report, one);
            second = std::min(second, std::max(far, nearest));
            best = far < nearest ? &one : best;
            nearest = std::min(nearest, far);
        }
        return nearest * 2 < second ? best : nullptr;
    }

    static bool sameStratum(const NtpReport& report, const NtpAssociation& association)
    {
        const NtpState* state = stateAt(association, true, report.at);
        return !state || !state->stratum || *state->stratum == report.stratum
            || (*state->stratum == 0 && report.stratum == 16);
    }

    /// Between the delay of the row and the round trips of the polls before it, in ms.
    static double distance(const NtpReport& report, const NtpAssociation& association)
    {
        double least = HUGE_VAL;
        auto poll = std::ranges::upper_bound(association.polls, report.at, {}, &NtpPoll::at);
        for (int i = 0; i < 8 && poll != association.polls.begin(); ++i) {
            --poll;
            if (poll->roundTrip)
                least = std::min(least, std::abs(*poll->roundTrip * 1e3 - report.delay));
        }
        return least;
    }

    static constexpr double nearMs = 1;

    std::vector<NtpAssociation>& m_associations;
    const ClockSet& m_clocks;
    std::map<std::pair<NtpHost, NtpHost>, std::size_t> m_byPair;
    std::map<NtpHost, std::vector<std::size_t>> m_ofServer;
    std::map<NtpHost, std::vector<std::size_t>> m_ofClient;
};

NtpHost followedBy(const NtpNode& node)
{
    const auto row = std::ranges::find_if(node.rows.rbegin(), node.rows.rend(),
                                          [](const NtpRow& one) { return isFollowed(one.report); });
    return row == node.rows.rend() ? NtpHost{} : row->server;
}

/// The one remote that the other outputs show at the node's stratum, following the same server.
NtpHost seenByOthers(const NtpNode& node, const std::vector<NtpNode>& nodes)
{
    const NtpHost followed = followedBy(node);
    std::set<NtpHost> found;
    if (!node.stratum || !followed.address.isSet() || isOwnClock(toText(followed.address)))
        return {};
    for (const NtpNode& other : nodes) {
        for (const NtpRow& row : other.rows) {
            if (&other != &node && row.report.stratum == *node.stratum
                && row.report.refid == toText(followed.address))
                found.insert(row.server);
        }
    }
    return found.size() == 1 ? *found.begin() : NtpHost{};
}

void rename(std::vector<NtpAssociation>& associations, const std::map<std::string, IpAddress>& names)
{
    for (NtpAssociation& one : associations) {
        one.client = withAddress(one.client, names);
        one.server = withAddress(one.server, names);
    }
}

void findHosts(std::vector<NtpNode>& nodes, const ClockSet& clocks,
               const std::map<std::string, IpAddress>& names, std::vector<NtpAssociation>& associations)
{
    const Clients clients(associations, clocks);
    std::map<std::string, IpAddress> learnt;
    for (NtpNode& node : nodes) {
        node.host = node.name.empty() ? clients.hostOf(node) : withAddress({.name = node.name}, names);
        if (node.host == NtpHost{})
            node.host = seenByOthers(node, nodes);
        if (node.host == NtpHost{})
            node.host.output = node.source;
        learnt.merge(clients.namesIn(node));
    }
    rename(associations, learnt);
    for (NtpNode& node : nodes)
        node.host = withAddress(node.host, learnt);
}

} // namespace

void addNtpReports(const CaseEvents& events, const ClockSet& clocks,
                   const std::map<std::string, IpAddress>& names, std::vector<NtpAssociation>& associations,
                   const std::stop_token& stop)
{
    std::vector<NtpNode> nodes = ntpNodes(events, clocks, names, stop);
    findHosts(nodes, clocks, names, associations);
    Clients clients(associations, clocks);
    for (const NtpNode& node : nodes) {
        for (const NtpRow& row : node.rows)
            clients.association(node.host, row.server).reports.push_back(row.report);
    }
    for (NtpAssociation& one : associations)
        std::ranges::stable_sort(one.reports, {}, &NtpReport::at);
    std::ranges::stable_sort(associations, {}, [](const NtpAssociation& one) {
        return std::tie(one.client, one.server, one.mode);
    });
}

} // namespace whittle
