// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "models/base/fields.h"
#include "models/checks/evidence.h"
#include "models/checks/ntpclients.h"
#include "models/checks/timechecks.h"

namespace whittle
{

namespace
{

/// Cisco recommends sources of stratum 4 at most; from 10 on CUCM takes none.
constexpr int recommendedStratum = 4;
/// So near to `mostRootDistance` a source may be given up any moment.
constexpr double nearRootDistance = 1;

enum class Health { Unknown, Well, Ill };

bool isBad(const NtpSource& source)
{
    switch (source.service) {
    case NtpService::Silent:
    case NtpService::Unsynchronised:
    case NtpService::Kiss:
    case NtpService::HighStratum:
    case NtpService::Distant:
        return source.isLasting;
    case NtpService::Falseticker:
        return true;
    default:
        return false;
    }
}

/// The source that the node takes its time from; without a table any that is good. Null: none is known.
const NtpSource* usedSource(const NtpClient& client)
{
    const auto found = std::ranges::find_if(client.sources, [&](const NtpSource& source) {
        return source.isFollowed || (!client.hasTable && source.service == NtpService::Good);
    });
    return found == client.sources.end() ? nullptr : &*found;
}

Health healthOf(const NtpClient& client)
{
    if (client.follows == NtpFollows::Nobody || client.follows == NtpFollows::OwnClock
        || std::ranges::any_of(client.sources, isBad))
        return Health::Ill;
    const NtpSource* used = usedSource(client);
    if (!isInSync(client) || !used || !used->offset)
        return Health::Unknown;
    return std::abs(*used->offset) >= smallOffset ? Health::Ill : Health::Well;
}

/// ntpd does not run, or `utils diagnose test` finds NTP not in order.
bool saysIll(const EventRow& event)
{
    const FieldView fields(event.fields);
    if (event.kind == "ntp.system-status")
        return fields.value("running") == "no";
    const std::string result = event.kind == "diagnose.test" ? fields.value("result").value_or("") : "";
    return (result == "warning" || result == "failed")
        && fields.value("name").value_or("").starts_with("ntp_");
}

template <typename Condition>
CheckOutcome warning(const CheckContext& context, std::string id, Condition condition)
{
    CheckOutcome outcome = notObservable(std::move(id), {"ntp-status", "ntp_side"});
    const auto& clients = context.ntpClients;
    for (const NtpClientSource& one : externalSources(clients)) {
        if (one.source->service != NtpService::Good || !condition(*one.source))
            continue;
        outcome.needs.clear();
        outcome.result = CheckResult::Yes;
        outcome.parameters = {{"server", toText(one.source->link->server)},
                              {"stratum", std::to_string(one.source->stratum)},
                              {"distance-ms", millisText(one.source->distance.value_or(0) * 1e3)}};
        citeSource(context, outcome, *one.client, *one.source);
    }
    return outcome;
}

} // namespace

/// How many of the nodes whose NTP is seen do not have the right time, or a source that is in order. No: all
/// of them do, and the publisher is among them: what subscribers have says nothing of its sources.
CheckOutcome checkNodesWithoutTime(const CheckContext& context)
{
    CheckOutcome outcome = notObservable("ntp-nodes-suffer", {"ntp-status"});
    int suffering = 0, of = 0;
    bool sawPublisher = false;
    for (const NtpClient& client : context.ntpClients) {
        const Health health = healthOf(client);
        of += health != Health::Unknown;
        suffering += health == Health::Ill;
        sawPublisher = sawPublisher || (health != Health::Unknown && client.role != NtpRole::Subscriber);
        const EventRow* shown = client.followsShown ? context.events.single(*client.followsShown) : nullptr;
        if (shown)
            addProof(outcome, context.cite(*shown), health == Health::Ill ? nameOf(client) : std::string());
    }
    for (const EventRow& event : context.events.singles) {
        const bool isIll = saysIll(event);
        of += isIll;
        suffering += isIll;
    }
    if (of == 0 || (suffering == 0 && !sawPublisher))
        return notObservable(outcome.id, outcome.needs);
    outcome.needs.clear();
    outcome.result = suffering > 0 ? CheckResult::Yes : CheckResult::No;
    outcome.parameters = {{"suffering", std::to_string(suffering)}, {"of", std::to_string(of)}};
    return outcome;
}

/// Yes: a source that works, of a stratum that is not recommended.
CheckOutcome checkNtpStratumNearLimit(const CheckContext& context)
{
    return warning(context, "ntp-stratum-not-recommended", [](const NtpSource& source) {
        return source.stratum > recommendedStratum && source.stratum < ownClockStratum;
    });
}

/// Yes: a source that works, whose root distance is near the limit.
CheckOutcome checkNtpDistanceNearLimit(const CheckContext& context)
{
    return warning(context, "ntp-root-distance-near-limit",
                   [](const NtpSource& source) { return source.distance.value_or(0) >= nearRootDistance; });
}

} // namespace whittle
