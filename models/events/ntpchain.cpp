// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/events/ntpchain.h"

#include <algorithm>
#include <map>
#include <set>

namespace whittle
{

namespace
{

constexpr int lowestStratum = 16; ///< not synchronised
constexpr int leapUnknown = 3;

/// Something that shows whom a host follows.
struct Shown {
    CaseTime from{};
    CaseTime to{};
    NtpHost server{}; ///< nobody: it has a clock
    std::string clock{};
    int stratum = 0; ///< of the host
    bool reported = false;
    EventRef ref{};
};
using ByHost = std::map<NtpHost, std::vector<Shown>>;

/// What reference and stratum of a host say.
void addShown(ByHost& all, const NtpHost& host, Shown shown, const std::string& refid)
{
    if (shown.stratum <= 0 || shown.stratum >= lowestStratum || refid.empty())
        return;
    const auto address = IpAddress::fromText(refid);
    if (shown.stratum == 1 || isOwnClock(refid))
        shown.clock = refid;
    else if (address && !address->isUnspecified())
        shown.server.address = *address;
    else
        return;
    all[host].push_back(std::move(shown));
}

void addStates(ByHost& all, const NtpAssociation& association)
{
    for (const NtpState& state : association.states) {
        if (state.stratum && state.leap != leapUnknown)
            addShown(all, state.ofServer ? association.server : association.client,
                     {.from = state.from, .to = state.to, .stratum = *state.stratum, .ref = state.ref},
                     state.refid);
    }
}

void addReports(ByHost& all, const NtpAssociation& association)
{
    const bool own = isOwnClock(toText(association.server));
    for (const NtpReport& report : association.reports) {
        const Shown shown{.from = report.at, .to = report.at, .stratum = report.stratum, .ref = report.ref};
        if (!own)
            addShown(all, association.server, shown, report.refid);
        if (!isFollowed(report))
            continue;
        Shown follows = shown;
        ++follows.stratum;
        follows.reported = true;
        follows.clock = own ? toText(association.server) : std::string();
        follows.server = own ? NtpHost{} : association.server;
        all[association.client].push_back(std::move(follows));
    }
}

/// One after the other, those that go on with the same joined.
std::vector<Shown> runsOf(std::vector<Shown> all)
{
    std::ranges::stable_sort(all, {}, &Shown::from);
    std::vector<Shown> runs;
    for (Shown& shown : all) {
        const bool goesOn = !runs.empty() && runs.back().server == shown.server
            && runs.back().stratum == shown.stratum && runs.back().clock.empty() == shown.clock.empty();
        if (!goesOn) {
            runs.push_back(std::move(shown));
            continue;
        }
        runs.back().to = std::max(runs.back().to, shown.to);
        runs.back().reported = runs.back().reported || shown.reported;
    }
    // What is shown last of a run may be later than the first of the next: of the two the newer holds.
    for (std::size_t i = 1; i < runs.size(); ++i)
        runs[i - 1].to = std::min(runs[i - 1].to, runs[i].from);
    return runs;
}

const NtpLink* linkAt(const std::vector<NtpLink>& links, const NtpHost& host, CaseTime at)
{
    const auto ofHost = std::ranges::equal_range(links, host, {}, &NtpLink::client);
    const auto after = std::ranges::upper_bound(ofHost, at, {}, &NtpLink::from);
    const bool any = after != ofHost.begin() && std::prev(after)->to >= at;
    return any ? &*std::prev(after) : nullptr;
}

/// Servers of which nothing shows whom they follow.
void addUnseenRoots(NtpChain& chain, const ByHost& shown)
{
    std::map<NtpHost, NtpRoot> roots;
    for (const NtpLink& link : chain.links) {
        if (shown.contains(link.server))
            continue;
        NtpRoot& root = roots
                            .try_emplace(link.server,
                                         NtpRoot{link.server, {}, link.stratum, link.from, link.to, link.ref})
                            .first->second;
        root.from = std::min(root.from, link.from);
        root.to = std::max(root.to, link.to);
    }
    for (auto& [host, root] : roots)
        chain.roots.push_back(std::move(root));
    std::ranges::stable_sort(chain.roots, {}, &NtpRoot::host);
}

/// Of links that hold together the one that began last begins within all of the others.
void addLoops(NtpChain& chain)
{
    std::set<std::pair<std::vector<NtpHost>, CaseTime>> known;
    for (const NtpLink& link : chain.links) {
        const std::vector<NtpLink> path = chain.pathAt(link.client, link.from);
        if (path.empty() || path.back().server != link.client)
            continue;
        NtpLoop loop{{}, link.from, {INT64_MAX}};
        for (const NtpLink& step : path) {
            loop.hosts.push_back(step.client);
            loop.to = std::min(loop.to, step.to);
        }
        std::ranges::rotate(loop.hosts, std::ranges::min_element(loop.hosts));
        if (known.emplace(loop.hosts, loop.from).second)
            chain.loops.push_back(std::move(loop));
    }
}

} // namespace

std::vector<NtpLink> NtpChain::pathAt(const NtpHost& host, CaseTime at) const
{
    std::vector<NtpLink> path;
    std::set<NtpHost> passed;
    NtpHost next = host;
    while (passed.insert(next).second) {
        const NtpLink* link = linkAt(links, next, at);
        if (!link)
            break;
        path.push_back(*link);
        next = link->server;
    }
    return path;
}

NtpChain ntpChain(const std::vector<NtpAssociation>& associations)
{
    ByHost shown;
    for (const NtpAssociation& association : associations) {
        addStates(shown, association);
        addReports(shown, association);
    }
    NtpChain chain;
    for (const auto& [host, all] : shown) {
        for (const Shown& run : runsOf(all)) {
            if (run.server == NtpHost{})
                chain.roots.push_back({host, run.clock, run.stratum, run.from, run.to, run.ref});
            else
                chain.links.push_back(
                    {host, run.server, run.stratum - 1, run.from, run.to, run.reported, run.ref});
        }
    }
    addUnseenRoots(chain, shown);
    addLoops(chain);
    return chain;
}

} // namespace whittle
