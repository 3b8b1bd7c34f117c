// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "models/base/fields.h"
#include "models/checks/evidence.h"
#include "models/checks/ntpsite.h"
#include "models/checks/timechecks.h"

namespace whittle
{

// Subscribers take their time from the publisher, and wait until it has one.

namespace
{

/// A subscriber and the publisher that it asks.
std::vector<NtpClientSource> askedNodes(const std::vector<NtpClient>& clients)
{
    std::vector<NtpClientSource> all;
    for (const NtpClient& client : clients) {
        for (const NtpSource& source : client.sources) {
            if (client.role == NtpRole::Subscriber && !source.isExternal)
                all.push_back({&client, &source});
        }
    }
    return all;
}

bool isFaulty(const NtpSource& source)
{
    return source.service != NtpService::Unknown && source.service != NtpService::Answers
        && source.service != NtpService::Good;
}

/// Something tells of the publisher itself why it is not in sync.
bool isExplained(const std::vector<NtpClient>& clients)
{
    return std::ranges::any_of(clients, [](const NtpClient& client) {
        return client.role == NtpRole::Publisher
            && (client.isYoung || client.follows == NtpFollows::OwnClock
                || std::ranges::any_of(client.sources, isFaulty));
    });
}

/// No poll brought a time that could be used: each answer says so, or, where packets show nothing of it, the
/// register of the table.
bool neverServed(const NtpAssociation& link)
{
    const auto tells = [](const NtpState& state) { return state.ofServer && state.stratum; };
    if (std::ranges::none_of(link.states, tells))
        return !link.reports.empty() && link.reports.back().reach == 0;
    return std::ranges::none_of(link.polls,
                                [](const NtpPoll& poll) { return poll.outcome == PollOutcome::Answered; });
}

/// For longer than a publisher needs to settle.
bool isLate(const NtpSource& source)
{
    const auto& polls = source.link->polls;
    return polls.size() >= lastingPolls && polls.back().at - polls.front().at >= settlingTime
        && neverServed(*source.link);
}

/// What subscribers see of the publisher; empty where nothing tells.
std::optional<bool> publisherInSync(const NtpSource& source)
{
    switch (source.service) {
    case NtpService::Unsynchronised:
    case NtpService::Distant:
        return false;
    case NtpService::Good:
    case NtpService::HighStratum:
        return !isOwnClock(source.refid) && source.stratum > 0 && source.stratum < ownClockStratum;
    default:
        return {};
    }
}

/// Subscribers that the publisher answers that it has no time itself, and nothing shows why it has none.
std::vector<NtpClientSource> waiting(const std::vector<NtpClient>& clients)
{
    auto found = askedNodes(clients);
    std::erase_if(
        found, [](const NtpClientSource& one) { return one.source->service != NtpService::Unsynchronised; });
    return isExplained(clients) ? std::vector<NtpClientSource>() : found;
}

bool waitsLong(const NtpClientSource& one)
{
    return one.source->isLasting && isLate(*one.source);
}

CheckOutcome waitOutcome(const CheckContext& context, std::string id,
                         const std::vector<NtpClientSource>& found)
{
    CheckOutcome outcome = notObservable(std::move(id), {"ntp-status", "ntp_side"});
    const auto isUnknown = [](const NtpClient& client) { return client.role == NtpRole::Unknown; };
    if (std::ranges::any_of(context.ntpClients, isUnknown))
        outcome.needs.push_back("site"); // it says who is the publisher
    if (found.empty())
        return outcome;
    outcome.needs.clear();
    outcome.result = CheckResult::Yes;
    outcome.parameters = {{"node", nameOf(*found.front().client)}, {"publisher", serversIn(found)}};
    for (const NtpClientSource& one : found)
        citeSource(context, outcome, *one.client, *one.source);
    return outcome;
}

} // namespace

/// Yes: a subscriber asks the publisher for longer than that may need to settle, and the publisher answers
/// that it is not synchronised; and nothing shows why it is not.
CheckOutcome checkNtpPublisherFirst(const CheckContext& context)
{
    auto found = waiting(context.ntpClients);
    std::erase_if(found, [](const NtpClientSource& one) { return !waitsLong(one); });
    return waitOutcome(context, "ntp-subscribers-wait", found);
}

/// The same for a shorter time.
CheckOutcome checkNtpPublisherNotReady(const CheckContext& context)
{
    auto found = waiting(context.ntpClients);
    if (std::ranges::any_of(found, waitsLong))
        found.clear();
    return waitOutcome(context, "ntp-publisher-not-ready", found);
}

/// By the publisher's own table or packets, else by what subscribers see of it.
CheckOutcome checkPublisherInSync(const CheckContext& context)
{
    CheckOutcome outcome = notObservable("publisher-in-sync", {"ntp-status", "ntp_side"});
    const auto& clients = context.ntpClients;
    const auto tell = [&](bool yes) {
        outcome.needs.clear();
        outcome.result = yes && outcome.result != CheckResult::No ? CheckResult::Yes : CheckResult::No;
    };
    for (const NtpClient& client : clients) {
        if (client.role != NtpRole::Publisher || !client.followsShown)
            continue;
        tell(isInSync(client));
        outcome.parameters["publisher"] = nameOf(client);
        if (const EventRow* shown = context.events.single(*client.followsShown))
            addProof(outcome, context.cite(*shown), nameOf(client));
    }
    if (outcome.result != CheckResult::NotObservable)
        return outcome;
    for (const NtpClientSource& one : askedNodes(clients)) {
        const auto inSync = publisherInSync(*one.source);
        if (!inSync)
            continue;
        tell(*inSync);
        outcome.parameters["publisher"] = toText(one.source->link->server);
        citeSource(context, outcome, *one.client, *one.source);
    }
    return outcome;
}

/// Yes: a node that the site description calls a subscriber asks somebody outside of the cluster: NTP is
/// configured on the publisher only.
CheckOutcome checkSubscriberAsksOthers(const CheckContext& context)
{
    CheckOutcome outcome = notObservable("ntp-subscriber-asks-others", {"site", "ntp-status"});
    const NtpSite site = ntpSite(context);
    for (const NtpClient& client : context.ntpClients) {
        const auto role = site.roles.find(toText(client.host));
        if (role == site.roles.end() || role->second != NtpRole::Subscriber)
            continue;
        if (outcome.result == CheckResult::NotObservable)
            outcome.result = CheckResult::No;
        for (const NtpSource& source : client.sources) {
            if (!source.isExternal)
                continue;
            outcome.result = CheckResult::Yes;
            outcome.parameters = {{"node", nameOf(client)}, {"server", toText(source.link->server)}};
            citeSource(context, outcome, client, source);
        }
    }
    if (outcome.result != CheckResult::NotObservable)
        outcome.needs.clear();
    return outcome;
}

/// Yes: a node that the site description calls the publisher asks another node: the cluster would follow
/// itself.
CheckOutcome checkPublisherAsksNode(const CheckContext& context)
{
    CheckOutcome outcome = notObservable("ntp-publisher-asks-node", {"site", "ntp-status"});
    const NtpSite site = ntpSite(context);
    for (const NtpClient& client : context.ntpClients) {
        const auto role = site.roles.find(toText(client.host));
        if (role == site.roles.end() || role->second != NtpRole::Publisher)
            continue;
        if (outcome.result == CheckResult::NotObservable && !client.sources.empty())
            outcome.result = CheckResult::No;
        for (const NtpSource& source : client.sources) {
            if (!site.roles.contains(toText(source.link->server)))
                continue;
            outcome.result = CheckResult::Yes;
            outcome.parameters = {{"node", nameOf(client)}, {"server", toText(source.link->server)}};
            citeSource(context, outcome, client, source);
        }
    }
    if (outcome.result != CheckResult::NotObservable)
        outcome.needs.clear();
    return outcome;
}

} // namespace whittle
