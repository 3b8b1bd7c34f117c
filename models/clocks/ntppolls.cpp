// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/clocks/ntppolls.h"

#include <algorithm>
#include <cmath>

#include "models/clocks/clockbounds.h"

namespace whittle
{

namespace
{

/// The remotes that it polls; empty where one is known by name only, or answered.
std::set<IpAddress> silentRemotes(const NtpStatus& status)
{
    std::set<IpAddress> remotes;
    for (const PeerRow& row : status.rows) {
        if (row.isLocal)
            continue;
        if (row.answers > 0 || row.whenNs || !row.address.isSet())
            return {};
        remotes.insert(row.address);
    }
    return remotes;
}

} // namespace

NtpPolls::NtpPolls(const HostEvidence& evidence, const std::vector<ClockRelation>& byStamps)
    : m_evidence(evidence)
    , m_relations(byStamps)
{
    for (const EventRow& event : evidence.events.singles) {
        const IpAddress& from = event.source.address;
        const IpAddress& to = event.destination.address;
        if (!from.isSet() || !to.isSet() || !isWithinReach(event.time.ns))
            continue;
        if (event.kind == "ntp.client")
            ++m_polled[{event.ref.source, from}][to];
        else if (event.kind == "ntp.server")
            m_answered.insert({{event.ref.source, to}, from});
    }
}

/// The status was printed while the capture was running, or before the next poll was due.
bool NtpPolls::wasWatched(const NtpStatus& status, const Client& client) const
{
    const SourceRow* source = m_evidence.events.source(client.first);
    const auto relation = std::ranges::find_if(m_relations, [&](const ClockRelation& one) {
        return one.a.source == client.first && one.b.host == client.second;
    });
    if (relation == m_relations.end() || !source || !source->first || !source->last)
        return false;
    const std::int64_t there = status.at.ns - relation->differenceNs; // on the clock of the capture
    std::int64_t poll = 0;
    for (const PeerRow& row : status.rows)
        poll = std::max(poll, row.pollNs);
    return there >= source->first->ns && there <= source->last->ns + poll;
}

std::optional<IpAddress> NtpPolls::hostOf(const NtpStatus& status) const
{
    constexpr int enough = 3; // polls
    const std::set<IpAddress> remotes = silentRemotes(status);
    std::set<IpAddress> hosts;
    bool isSure = false;
    for (const auto& [client, polled] : m_polled) {
        const auto isSilent = [&](const auto& one) { return remotes.contains(one.first); };
        if (std::ranges::none_of(polled, isSilent))
            continue;
        hosts.insert(client.second);
        isSure = isSure
            || (polled.size() == remotes.size() && wasWatched(status, client)
                && std::ranges::all_of(polled, [&](const auto& one) {
                       return isSilent(one) && one.second >= enough
                           && !m_answered.contains({client, one.first});
                   }));
    }
    return isSure && hosts.size() == 1 ? std::optional(*hosts.begin()) : std::nullopt;
}

} // namespace whittle
