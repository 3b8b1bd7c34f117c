// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>

#include "models/base/fields.h"
#include "models/checks/evidence.h"
#include "models/checks/ntpclients.h"
#include "models/checks/timechecks.h"

namespace whittle
{

// What becomes of the clock of a node.

namespace
{

/// ntpd corrects so much of a second in a second (RFC 5905 §11.3).
constexpr double slewRate = 500e-6;

std::string decimals(double value, int digits)
{
    std::array<char, 400> text{};
    const auto end =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, digits).ptr;
    return {text.data(), end};
}

/// "33 minutes", "41.7 hours"
std::string slewTime(double offset)
{
    const double hours = std::abs(offset) / slewRate / 3600;
    return hours < 2 ? decimals(std::ceil(hours * 60), 0) + " minutes" : decimals(hours, 1) + " hours";
}

bool isUsed(const NtpSource& source)
{
    return source.service == NtpService::Good || source.service == NtpService::Ignored;
}

/// Of the good sources the one that is nearest; empty where none shows an offset. A falseticker is none.
const NtpSource* nearestSource(const NtpClient& client)
{
    const NtpSource* nearest = nullptr;
    for (const NtpSource& source : client.sources) {
        const bool counts = isUsed(source) && source.offset;
        if (counts && (!nearest || std::abs(*source.offset) < std::abs(*nearest->offset)))
            nearest = &source;
    }
    return nearest;
}

std::vector<const EventRow*> panics(const CheckContext& context)
{
    std::vector<const EventRow*> found;
    for (const EventRow& event : context.events.singles) {
        if (event.kind == "ntp.log" && FieldView(event.fields).value("what") == "panic")
            found.push_back(&event);
    }
    return found;
}

void addOffset(CheckOutcome& outcome, double offset)
{
    const bool never = std::abs(offset) > panicOffset;
    outcome.parameters["offset"] = decimals(offset, 1);
    outcome.parameters["away"] = decimals(std::abs(offset), 1);
    outcome.parameters["expected"] = never ? "never" : slewTime(offset);
}

/// The node asks nobody, though packets of it are shown until long after a poll was due.
const NtpAssociation* stoppedAsking(const CheckContext& context, const NtpClient& client)
{
    const NtpAssociation* last = nullptr;
    for (const NtpSource& source : client.sources) {
        const NtpAssociation& link = *source.link;
        const bool isKissed = source.service == NtpService::Kiss; // then it must not ask
        if (isKissed || link.polls.size() < 3)
            return nullptr;
        if (!last || link.polls.back().at > last->polls.back().at)
            last = &link;
    }
    if (!last)
        return nullptr;
    const auto& polls = last->polls;
    const Nanoseconds step = polls.back().at - polls[polls.size() - 2].at;
    const auto end = context.coverage.end(polls.back().ref.source);
    const Nanoseconds due = std::max<Nanoseconds>(4 * step, std::chrono::minutes{10});
    return end && *end - polls.back().at > due ? last : nullptr;
}

/// It has good sources, and follows none yet; or it followed nobody a short while ago, and still corrects.
bool isSettling(const NtpClient& client)
{
    const NtpSource* nearest = nearestSource(client);
    const bool hasGood = std::ranges::any_of(
        client.sources, [](const NtpSource& source) { return source.service == NtpService::Good; });
    if (!hasGood || std::abs(nearest && nearest->offset ? *nearest->offset : 0) >= largeOffset)
        return false;
    if (client.follows == NtpFollows::Nobody)
        return client.isYoung;
    const bool isRecent = client.started && client.at - *client.started <= 2 * settlingTime;
    return client.follows == NtpFollows::Source && client.wasUnsynchronised && isRecent;
}

} // namespace

/// Yes: ntpd gave up for the size of the offset, or all good sources of a node are more than `largeOffset`
/// away. No: a good source of each node outside of which none stands is nearer than that.
CheckOutcome checkNtpLargeOffset(const CheckContext& context)
{
    CheckOutcome outcome = notObservable("ntp-large-offset", {"ntp-status", "ntp_side", "ntp-log"});
    for (const EventRow* panic : panics(context)) {
        outcome.result = CheckResult::Yes;
        const std::string offset = FieldView(panic->fields).value("offset-s").value_or("?");
        outcome.parameters = {{"node", "a node"}};
        addOffset(outcome, std::strtod(offset.c_str(), nullptr));
        addProof(outcome, context.cite(*panic), {});
    }
    bool isNear = false;
    for (const NtpClient& client : context.ntpClients) {
        const NtpSource* nearest = client.role == NtpRole::Subscriber ? nullptr : nearestSource(client);
        if (!nearest)
            continue;
        isNear = isNear || std::abs(*nearest->offset) < largeOffset;
        if (std::abs(*nearest->offset) < largeOffset || outcome.result == CheckResult::Yes)
            continue;
        outcome.result = CheckResult::Yes;
        outcome.parameters = {{"node", nameOf(client)}};
        addOffset(outcome, *nearest->offset);
        citeSource(context, outcome, client, *nearest);
    }
    if (outcome.result != CheckResult::Yes && isNear)
        outcome.result = CheckResult::No;
    if (outcome.result != CheckResult::NotObservable)
        outcome.needs.clear();
    return outcome;
}

/// Yes: ntpd of a node does not run, or went silent while it was watched.
CheckOutcome checkNtpDaemonStopped(const CheckContext& context)
{
    CheckOutcome outcome = notObservable("ntp-daemon-stopped", {"ntp-status", "ntp-log"});
    for (const EventRow& event : context.events.singles) {
        const FieldView fields(event.fields);
        if (event.kind != "ntp.system-status")
            continue;
        const bool stopped = fields.value("running") == "no";
        if (stopped)
            addProof(outcome, context.cite(event), {});
        outcome.result = stopped ? CheckResult::Yes : outcome.result;
    }
    for (const NtpClient& client : context.ntpClients) {
        const NtpAssociation* link = stoppedAsking(context, client);
        const EventRow* poll = link ? context.events.single(link->polls.back().ref) : nullptr;
        if (!poll)
            continue;
        outcome.result = CheckResult::Yes;
        addProof(outcome, context.cite(*poll), nameOf(client));
    }
    outcome.parameters = {{"node", outcome.devices.empty() ? "a node" : outcome.devices.front()}};
    if (outcome.result == CheckResult::Yes)
        outcome.needs.clear();
    return outcome;
}

/// Yes: works as designed, and is not ready.
CheckOutcome checkNtpSettling(const CheckContext& context)
{
    CheckOutcome outcome = notObservable("ntp-settling", {"ntp-status", "ntp_side", "ntp-log"});
    for (const NtpClient& client : context.ntpClients) {
        if (client.role == NtpRole::Subscriber || !isSettling(client))
            continue;
        outcome.needs.clear();
        outcome.result = CheckResult::Yes;
        const NtpSource* nearest = nearestSource(client);
        const double offset = nearest ? nearest->offset.value_or(0) : 0;
        const bool steps = std::abs(offset) > smallOffset;
        outcome.parameters = {{"node", nameOf(client)},
                              {"offset-ms", millisText(offset * 1e3)},
                              {"expected", steps ? slewTime(offset) : "15 minutes"}};
        for (const NtpSource& source : client.sources)
            citeSource(context, outcome, client, source);
    }
    return outcome;
}

/// Yes: a node follows its own clock, and its table shows no other source; or its sources are good in all
/// that packets show, and it does not take them. No: each node that stands above the others follows a server,
/// or its sources tell why it does not.
CheckOutcome checkNtpOwnClockOnly(const CheckContext& context)
{
    CheckOutcome outcome = notObservable("ntp-own-clock-only", {"ntp-status", "ntp_side"});
    for (const NtpClient& client : context.ntpClients) {
        if (client.follows != NtpFollows::OwnClock || client.role == NtpRole::Subscriber)
            continue;
        const bool noSource = client.hasTable && client.hasOwnClock && client.sources.empty();
        const bool ignoresGood = !client.sources.empty() && !client.isYoung
            && std::ranges::all_of(client.sources, [](const NtpSource& source) {
                   return isUsed(source) && source.isLasting && source.distance.value_or(mostRootDistance) < 1
                       && std::abs(source.offset.value_or(0)) < largeOffset;
               });
        if (!noSource && !ignoresGood)
            continue;
        outcome.needs.clear();
        outcome.result = CheckResult::Yes;
        outcome.parameters = {{"node", nameOf(client)}, {"sources", std::to_string(client.sources.size())}};
        if (const EventRow* shown = context.events.single(*client.followsShown))
            addProof(outcome, context.cite(*shown), nameOf(client));
    }
    return outcome;
}

} // namespace whittle
