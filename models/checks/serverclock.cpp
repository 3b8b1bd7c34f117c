// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "models/base/fields.h"
#include "models/checks/evidence.h"
#include "models/checks/ntpclients.h"
#include "models/checks/phonetime.h"
#include "models/checks/timechecks.h"

namespace whittle
{

// Phones that show a wrong time: by the clock of the servers, from which they have it.

namespace
{

/// Analysers are rarely as much off as this, in s.
constexpr double analyserError = 300;
constexpr double leastDifference = 60;
/// Two clocks that are this near are the same, or both right, in s.
constexpr double sameClock = 60;

std::string minutesOf(double seconds)
{
    const auto tenths = std::lround(std::abs(seconds) / 6);
    return (seconds < 0 ? "-" : "") + std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

constexpr double sameReading = 3; ///< minutes

/// How far zones that phones have are from that of their site, in minutes.
std::vector<int> zoneErrors(const CheckContext& context)
{
    std::vector<int> errors;
    std::int64_t at = 0;
    for (const ToldTime& told : toldTimes(context)) {
        at = told.system;
        if (const auto zone = siteZone(context, told.system))
            errors.push_back(told.zoneMinutes - zone->minutes);
    }
    if (at == 0 && !context.events.singles.empty())
        at = context.at(context.events.singles.back()).nsUtc / nsPerSecond;
    const auto site = siteZone(context, at);
    for (const ZoneThen& group : otherGroupZones(context, at))
        errors.push_back(group.minutes - site->minutes);
    return errors;
}

/// What displays show, in minutes, where no zone explains it; empty where nobody read one.
std::optional<double> unexplainedMinutes(const CheckContext& context)
{
    const auto wrong = wrongMinutes(seenTimes(context));
    const auto explains = [&](int error) { return error != 0 && std::abs(*wrong - error) <= sameReading; };
    return wrong && std::ranges::none_of(zoneErrors(context), explains) ? wrong : std::nullopt;
}

bool zoneIsRight(const CheckContext& context)
{
    const auto errors = zoneErrors(context);
    return !errors.empty() && std::ranges::all_of(errors, [](int error) { return error == 0; });
}

/// Two captures that agree, and the server does not.
const ServerAhead* outvoted(const std::vector<ServerAhead>& clocks)
{
    for (const ServerAhead& one : clocks) {
        const auto agrees = [&](const ServerAhead& other) {
            return other.capture != one.capture && std::abs(other.seconds - one.seconds) < sameClock;
        };
        if (std::abs(one.seconds) >= analyserError && std::ranges::any_of(clocks, agrees))
            return &one;
    }
    return nullptr;
}

/// A capture from which the server differs as displays do from the right time.
const ServerAhead* confirmed(const std::vector<ServerAhead>& clocks, double minutes)
{
    const auto fits = [&](const ServerAhead& one) {
        return std::abs(one.seconds) >= leastDifference
            && std::abs(one.seconds - minutes * 60) < analyserError
            && std::abs(minutes * 60) >= leastDifference && (one.seconds > 0) == (minutes > 0);
    };
    const auto found = std::ranges::find_if(clocks, fits);
    return found == clocks.end() ? nullptr : &*found;
}

bool isWholeQuarters(double minutes)
{
    return std::abs(minutes - std::round(minutes / 15) * 15) < 1 - 1e-9;
}

/// A node that sees a good source far away: the node's error in s.
std::optional<double> errorByNtp(const std::vector<NtpClient>& clients, const NtpSource*& shown,
                                 const NtpClient*& node)
{
    for (const NtpClient& client : clients) {
        for (const NtpSource& source : client.sources) {
            const bool counts = source.service == NtpService::Good || source.service == NtpService::Ignored;
            if (!counts || !source.isExternal || !source.offset || std::abs(*source.offset) < leastDifference)
                continue;
            shown = &source;
            node = &client;
            return -*source.offset;
        }
    }
    return {};
}

void yes(CheckOutcome& outcome, double seconds)
{
    outcome.needs.clear();
    outcome.result = CheckResult::Yes;
    outcome.parameters = {{"minutes", minutesOf(seconds)}, {"seconds", std::to_string(std::lround(seconds))}};
}

} // namespace

/// Yes: the server differs from two captures that agree, or from one by what displays show, or from a good
/// source of NTP; or displays are wrong by no whole quarter hours though phones are told the right zone. No:
/// captures taken at two places agree with it.
CheckOutcome checkServerClockWrong(const CheckContext& context)
{
    const auto clocks = serverAhead(context);
    CheckOutcome outcome =
        notObservable("server-clock-wrong", {clocks.empty() ? "cucm_side" : "phone_side", "ntp-status"});
    const auto unexplained = unexplainedMinutes(context);
    const ServerAhead* shown = outvoted(clocks);
    if (!shown && unexplained)
        shown = confirmed(clocks, *unexplained);
    const auto& clients = context.ntpClients;
    const NtpSource* source = nullptr;
    const NtpClient* node = nullptr;
    if (shown) {
        yes(outcome, shown->seconds);
        addProof(outcome, context.cite(*shown->event), {});
    } else if (const auto error = errorByNtp(clients, source, node)) {
        yes(outcome, *error);
        citeSource(context, outcome, *node, *source);
    } else if (unexplained && zoneIsRight(context) && !isWholeQuarters(*unexplained)) {
        yes(outcome, *unexplained * 60);
    } else if (clocks.size() >= 2 && std::ranges::all_of(clocks, [](const auto& c) {
                   return std::abs(c.seconds) < sameClock;
               })) {
        outcome.needs.clear();
        outcome.result = CheckResult::No;
        addProof(outcome, context.cite(*clocks.front().event), {});
    }
    if (outcome.result == CheckResult::Yes) {
        for (const SeenTime& one : seenTimes(context))
            addProof(outcome, context.cite(*one.event), one.phone);
    }
    return outcome;
}

/// Yes: the server differs from one capture by more than analysers usually do. Which of the two is right is
/// open.
CheckOutcome checkServerClockDiffers(const CheckContext& context)
{
    const auto clocks = serverAhead(context);
    CheckOutcome outcome =
        notObservable("server-clock-differs", {clocks.empty() ? "cucm_side" : "phone_side"});
    if (checkServerClockWrong(context).result == CheckResult::Yes)
        return outcome;
    for (const ServerAhead& one : clocks) {
        if (std::abs(one.seconds) < analyserError)
            continue;
        yes(outcome, one.seconds);
        addProof(outcome, context.cite(*one.event), {});
    }
    return outcome;
}

/// Is the time of the servers right? By NTP and by what other clocks show.
CheckOutcome checkServerTimeCorrect(const CheckContext& context)
{
    CheckOutcome outcome = checkServerClockWrong(context);
    outcome.id = "server-time-correct";
    outcome.needs = {"ntp-status"};
    if (outcome.result != CheckResult::NotObservable) {
        outcome.needs.clear();
        outcome.result = outcome.result == CheckResult::Yes ? CheckResult::No : CheckResult::Yes;
        return outcome;
    }
    bool all = false;
    for (const NtpClient& client : context.ntpClients) {
        if (!client.followsShown)
            continue;
        const bool right = isInSync(client);
        all = right && (all || outcome.evidence.empty());
        addProof(outcome, context.cite(*context.events.single(*client.followsShown)), {});
    }
    outcome.result = all ? CheckResult::Yes : CheckResult::NotObservable;
    if (all)
        outcome.needs.clear();
    else
        outcome.evidence.clear();
    return outcome;
}

/// Yes: a SIP phone writes another time into its registration than the server into the answer.
CheckOutcome checkSipPhoneClock(const CheckContext& context)
{
    CheckOutcome outcome = notObservable("sip-phone-clock-differs", {"cucm_side", "cucm-trace"});
    std::int64_t furthest = 0;
    for (const SipClock& clock : sipClocks(context)) {
        if (outcome.result == CheckResult::NotObservable)
            outcome.result = CheckResult::No;
        if (std::abs(clock.phoneAhead) <= static_cast<std::int64_t>(leastDifference))
            continue;
        outcome.result = CheckResult::Yes;
        furthest = std::abs(clock.phoneAhead) > std::abs(furthest) ? clock.phoneAhead : furthest;
        addProof(outcome, context.cite(*clock.request), clock.phone);
    }
    if (outcome.result != CheckResult::NotObservable)
        outcome.needs.clear();
    outcome.parameters = {{"seconds", std::to_string(furthest)}, {"phones", phonesIn(outcome)}};
    return outcome;
}

} // namespace whittle
