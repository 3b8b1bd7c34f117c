// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "models/base/fields.h"
#include "models/checks/evidence.h"
#include "models/checks/timechecks.h"
#include "models/checks/windowstime.h"

namespace whittle
{

// What points at a cause and does not prove it: seen for too short a time, or of a server that nobody knows
// to be the publisher or a source from outside.

namespace
{

/// Those whose service is seen, and that no check may call proven.
std::vector<NtpClientSource> hintsOf(const std::vector<NtpClient>& clients, NtpService service,
                                     bool alsoLasting)
{
    std::vector<NtpClientSource> found;
    for (const NtpClient& client : clients) {
        for (const NtpSource& source : client.sources) {
            const bool isProven = source.isExternal && source.isLasting && !alsoLasting;
            const bool isChild = !source.isExternal && client.role != NtpRole::Unknown;
            if (source.service == service && !isProven && !isChild)
                found.push_back({&client, &source});
        }
    }
    return found;
}

/// Wrong settings of Windows Time explain them.
void forgetExplained(std::vector<NtpClientSource>& found, const WindowsTime& windows)
{
    std::erase_if(found, [&](const NtpClientSource& one) {
        return !windows.wrong.empty() && mayBeWindows(windows, *one.source);
    });
}

CheckOutcome hint(const CheckContext& context, std::string id, const std::vector<NtpClientSource>& found,
                  std::vector<std::string> needs)
{
    CheckOutcome outcome = notObservable(std::move(id), std::move(needs));
    if (found.empty())
        return outcome;
    outcome.needs.clear();
    outcome.result = CheckResult::Yes;
    outcome.parameters = {{"server", serversIn(found)}, {"node", nameOf(*found.front().client)}};
    for (const NtpClientSource& one : found)
        citeSource(context, outcome, *one.client, *one.source);
    return outcome;
}

/// A publisher of which nothing is seen but what it tells its subscribers: it follows its own clock.
std::vector<NtpClientSource> publishersOnOwnClock(const std::vector<NtpClient>& clients)
{
    std::vector<NtpClientSource> found;
    for (const NtpClient& client : clients) {
        for (const NtpSource& source : client.sources) {
            const bool isOwn = isOwnClock(source.refid) && source.stratum == ownClockStratum + 1;
            if (isOwn && !source.isExternal && !clientAt(clients, source.link->server))
                found.push_back({&client, &source});
        }
    }
    return found;
}

} // namespace

/// Yes: no answer was seen or counted; how long that lasts, or whose server it is, is open.
CheckOutcome checkNtpNoAnswer(const CheckContext& context)
{
    const auto& clients = context.ntpClients;
    auto found = hintsOf(clients, NtpService::Silent, false);
    const WindowsTime windows = windowsTime(context);
    for (const NtpClientSource& one : externalSources(clients)) {
        const bool isOpen = one.source->service == NtpService::Silent && one.source->isLasting
            && maySufferFromSettings(windows, *one.source);
        if (isOpen)
            found.push_back(one);
    }
    forgetExplained(found, windows);
    return hint(context, "ntp-source-no-answer", found, {"ntp-status", "ntp_side"});
}

/// Yes: a server without a time of its own, of which it is open what it is: Windows, the publisher, a source.
CheckOutcome checkNtpUselessAnswer(const CheckContext& context)
{
    const auto& clients = context.ntpClients;
    auto found = hintsOf(clients, NtpService::Unsynchronised, true);
    const WindowsTime windows = windowsTime(context);
    std::erase_if(found, [&](const NtpClientSource& one) { // these are proven
        return one.source->isExternal && one.source->isLasting
            && (one.source->isWindows == false || windows.isRight);
    });
    forgetExplained(found, windows);
    return hint(context, "ntp-source-useless", found, {"ntp-status", "ntp_side"});
}

/// Yes: a source answers, of a stratum that is good enough, and is not taken: its root distance is too large,
/// or nobody saw why.
CheckOutcome checkNtpIgnoredSource(const CheckContext& context)
{
    const auto& clients = context.ntpClients;
    std::vector<NtpClientSource> found;
    for (const NtpClientSource& one : externalSources(clients)) {
        const NtpService service = one.source->service;
        const bool isIgnored = service == NtpService::Distant
            || (service == NtpService::Ignored && one.source->distance.value_or(mostRootDistance) >= 1);
        if (isIgnored && !isInSync(*one.client) && !one.client->isYoung)
            found.push_back(one);
    }
    forgetExplained(found, windowsTime(context));
    CheckOutcome outcome = hint(context, "ntp-source-ignored", found, {"ntp_side"});
    if (outcome.result == CheckResult::Yes) {
        const auto distance = found.front().source->distance;
        outcome.parameters["distance-ms"] = distance ? millisText(*distance * 1e3) : "?";
    }
    return outcome;
}

/// Of nodes above which no other node stands, in the end; where there are none, of logs that are nobody's.
/// No: each of them follows a server.
CheckOutcome checkNtpFollowsOwnClock(const CheckContext& context)
{
    CheckOutcome outcome = notObservable("ntp-follows-own-clock", {"ntp-status", "ntp-log"});
    bool own = false, server = false;
    const auto see = [&](bool isOwn, const EventRow* event, const std::string& node) {
        own = own || isOwn;
        server = true;
        if (event && (isOwn || !own))
            addProof(outcome, context.cite(*event), node);
    };
    for (const NtpClient& client : context.ntpClients) {
        const bool counts = client.role != NtpRole::Subscriber && client.followsShown;
        if (counts && client.follows >= NtpFollows::OwnClock)
            see(client.follows == NtpFollows::OwnClock, context.events.single(*client.followsShown),
                nameOf(client));
    }
    for (const NtpClientSource& one : publishersOnOwnClock(context.ntpClients)) {
        see(true, nullptr, {});
        citeSource(context, outcome, *one.client, *one.source);
    }
    const EventRow* last = nullptr; // of logs
    for (const EventRow& event : context.events.singles) {
        if (event.kind == "ntp.log" && FieldView(event.fields).value("what") == "synchronised")
            last = &event;
    }
    if (!server && last)
        see(isOwnClock(FieldView(last->fields).value("server").value_or("")), last, {});
    if (!server)
        return outcome;
    outcome.needs.clear();
    outcome.result = own ? CheckResult::Yes : CheckResult::No;
    outcome.parameters = {{"node", outcome.devices.empty() ? "the publisher" : outcome.devices.front()}};
    return outcome;
}

} // namespace whittle
