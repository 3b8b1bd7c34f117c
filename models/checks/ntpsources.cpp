// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "models/base/fields.h"
#include "models/base/median.h"
#include "models/checks/evidence.h"
#include "models/checks/timechecks.h"
#include "models/checks/windowstime.h"

namespace whittle
{

// What is wrong with the sources of time themselves.

namespace
{

using Found = NtpClientSource;

/// What each source does was seen long enough to say that it does nothing else.
bool allShown(const std::vector<Found>& sources)
{
    return !sources.empty() && std::ranges::all_of(sources, [](const Found& one) {
        const NtpService service = one.source->service;
        return service != NtpService::Unknown && service != NtpService::Answers && one.source->isLasting;
    });
}

/// Yes: `found`. No: none, and each source was seen for long enough.
CheckOutcome outcomeOf(const CheckContext& context, std::string id, const std::vector<Found>& found,
                       const std::vector<Found>& sources)
{
    CheckOutcome outcome = notObservable(std::move(id), {"ntp-status", "ntp_side"});
    if (found.empty() && !allShown(sources))
        return outcome;
    outcome.needs.clear();
    outcome.result = found.empty() ? CheckResult::No : CheckResult::Yes;
    for (const Found& one : found.empty() ? sources : found)
        citeSource(context, outcome, *one.client, *one.source);
    if (found.empty())
        return outcome;
    const NtpSource& first = *found.front().source;
    outcome.parameters = {{"server", serversIn(found)},
                          {"node", nameOf(*found.front().client)},
                          {"count", std::to_string(found.size())},
                          {"of", std::to_string(sources.size())},
                          {"stratum", std::to_string(first.stratum)},
                          {"refid", first.refid.empty() ? "?" : first.refid}};
    return outcome;
}

template <typename Condition>
std::vector<Found> those(const std::vector<Found>& sources, NtpService service, Condition condition)
{
    std::vector<Found> found;
    for (const Found& one : sources) {
        if (one.source->service == service && one.source->isLasting && condition(*one.source))
            found.push_back(one);
    }
    return found;
}

bool anySource(const NtpSource&)
{
    return true;
}

/// What the other good sources of the client say, in s.
std::vector<double> othersOf(const NtpClient& client, const NtpSource& source)
{
    std::vector<double> others;
    for (const NtpSource& other : client.sources) {
        if (other.service == NtpService::Good && other.offset && &other != &source)
            others.push_back(*other.offset);
    }
    return others;
}

/// Further from the others than they are from each other by more than `doubt`. While a clock is corrected,
/// sources that are asked one after the other look apart by a part of the offset.
bool isApart(const NtpSource& source, const std::vector<double>& others, double doubt)
{
    const double middle = medianOf(others);
    double spread = 0;
    for (const double offset : others)
        spread = std::max(spread, std::abs(offset - middle));
    return std::abs(*source.offset - middle) > 2 * spread + doubt + std::abs(middle) / 10;
}

/// ntpd says so itself; or packets show it where there are enough sources to tell who is right.
bool isFalse(const NtpClient& client, const NtpSource& source)
{
    const auto others = othersOf(client, source);
    if (source.service == NtpService::Falseticker)
        return others.empty() || !source.offset || isApart(source, others, 0);
    return source.service == NtpService::Good && !client.hasTable && source.offset && others.size() >= 2
        && isApart(source, others, source.distance.value_or(0) + smallOffset / 2);
}

/// The last thing of this kind that a log says; null: none.
const EventRow* loggedKiss(const CheckContext& context)
{
    const EventRow* last = nullptr;
    forEachSingle(context, [&](const EventRow& event) {
        if (event.kind == "ntp.log" && FieldView(event.fields).value("what") == "kiss")
            last = &event;
    });
    return last;
}

} // namespace

/// Yes: polls go out, and nothing returns, for so long that it is no chance. A server that may be a Windows
/// server with wrong settings is told by those.
CheckOutcome checkNtpSilent(const CheckContext& context)
{
    const auto& clients = context.ntpClients;
    const WindowsTime windows = windowsTime(context);
    const auto sources = externalSources(clients);
    const auto silent = those(sources, NtpService::Silent, anySource);
    std::vector<Found> found;
    std::ranges::copy_if(silent, std::back_inserter(found),
                         [&](const Found& one) { return !maySufferFromSettings(windows, *one.source); });
    if (found.empty() && !silent.empty())
        return notObservable("ntp-source-silent", {"windows-registry"});
    return outcomeOf(context, "ntp-source-silent", found, sources);
}

/// Yes: the server answers and says that its own clock is not synchronised, and it is no Windows server,
/// or one with the right settings.
CheckOutcome checkNtpUnsynchronisedSource(const CheckContext& context)
{
    const auto& clients = context.ntpClients;
    const auto sources = externalSources(clients);
    const WindowsTime windows = windowsTime(context);
    const auto all = those(sources, NtpService::Unsynchronised, anySource);
    const auto found = those(sources, NtpService::Unsynchronised, [&](const NtpSource& source) {
        return source.isWindows == false || windows.isRight;
    });
    if (found.empty() && !all.empty())
        return notObservable("ntp-source-unsynchronised", {"ntp_side", "site", "windows-registry"});
    return outcomeOf(context, "ntp-source-unsynchronised", found, sources);
}

/// Yes: the server tells the node to ask no more.
CheckOutcome checkNtpKiss(const CheckContext& context)
{
    const auto& clients = context.ntpClients;
    const auto sources = externalSources(clients);
    CheckOutcome outcome =
        outcomeOf(context, "ntp-kiss-of-death", those(sources, NtpService::Kiss, anySource), sources);
    const EventRow* logged = std::ranges::any_of(clients, isInSync) ? nullptr : loggedKiss(context);
    if (outcome.result == CheckResult::Yes || !logged)
        return outcome;
    outcome.needs.clear();
    outcome.result = CheckResult::Yes;
    const std::string server = FieldView(logged->fields).value("server").value_or("?");
    outcome.parameters = {{"server", server}, {"node", "a node"}, {"refid", "kiss"}};
    addProof(outcome, context.cite(*logged), {});
    return outcome;
}

/// Yes: a source of stratum 10 or more, which no node takes.
CheckOutcome checkNtpHighStratum(const CheckContext& context)
{
    const auto& clients = context.ntpClients;
    const auto sources = externalSources(clients);
    const auto found =
        those(sources, NtpService::HighStratum, [](const NtpSource& source) { return !source.isFollowed; });
    return outcomeOf(context, "ntp-stratum-too-high", found, sources);
}

/// Yes: one source says another time than the others. No: what time each of them says is seen, too.
CheckOutcome checkNtpFalseticker(const CheckContext& context)
{
    const auto& clients = context.ntpClients;
    const auto sources = externalSources(clients);
    std::vector<Found> found;
    std::ranges::copy_if(sources, std::back_inserter(found),
                         [](const Found& one) { return isFalse(*one.client, *one.source); });
    const auto isCompared = [](const Found& one) { return one.client->hasTable || one.source->offset; };
    if (found.empty() && !std::ranges::all_of(sources, isCompared))
        return notObservable("ntp-falseticker", {"ntp-status", "ntp_side"});
    CheckOutcome outcome = outcomeOf(context, "ntp-falseticker", found, sources);
    if (outcome.result == CheckResult::Yes) {
        const double offset = found.front().source->offset.value_or(0);
        outcome.parameters["offset-ms"] = millisText(offset * 1e3);
    }
    return outcome;
}

} // namespace whittle
