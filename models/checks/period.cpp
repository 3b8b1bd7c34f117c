// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/checks/evidence.h"
#include "models/checks/periodtest.h"

#include <array>
#include <cmath>
#include <numbers>

#include "models/base/fields.h"
#include "models/base/median.h"
#include "models/events/identity.h"

namespace whittle
{

namespace
{

// Ends of registrations closer than this are one incident (boot storms, retries).
constexpr double sameIncidentSeconds = 1800;
// Fewer intervals than this show no period.
constexpr std::size_t fewestIntervals = fewestPeriodIntervals;
constexpr double mostHits = 0.6;
// Something that fits this badly is no sign of a period at all.
constexpr double noSign = 0.05;
constexpr double day = 86'400;

/// The incidents of one phone, and the seconds between them.
struct Chain {
    const DeviceHistory* device = nullptr;
    std::vector<const Loss*> incidents{};
    std::vector<double> intervals{};
};

std::vector<Chain> chains(const CheckContext& context)
{
    std::map<const DeviceHistory*, Chain> ofDevice;
    for (const Loss& loss : context.losses) {
        Chain& chain = ofDevice[loss.device];
        chain.device = loss.device;
        const double gap = chain.incidents.empty()
            ? 0
            : static_cast<double>((loss.at - chain.incidents.back()->at).count()) * 1e-9;
        if (!chain.incidents.empty() && gap < sameIncidentSeconds)
            continue;
        if (!chain.incidents.empty())
            chain.intervals.push_back(gap);
        chain.incidents.push_back(&loss);
    }
    std::vector<Chain> all; // in the order of the devices, which stand in one list
    for (auto& [device, chain] : ofDevice) {
        if (!chain.intervals.empty())
            all.push_back(std::move(chain));
    }
    return all;
}

/// Who shows this phone's registrations watched from the first incident to the last: none is missing between.
bool isWatched(const CheckContext& context, const Chain& chain)
{
    std::vector<SourceId> sources;
    for (const Registration& registration : chain.device->registrations) {
        sources.insert(sources.end(), registration.seenBy.begin(), registration.seenBy.end());
        sources.insert(sources.end(), registration.aliveIn.begin(), registration.aliveIn.end());
    }
    std::ranges::sort(sources);
    const auto twice = std::ranges::unique(sources);
    sources.erase(twice.begin(), twice.end());
    return context.coverage.complete(sources, chain.incidents.front()->at, chain.incidents.back()->at);
}

bool allWatched(const CheckContext& context, const std::vector<Chain>& all)
{
    return std::ranges::all_of(all, [&](const Chain& chain) { return isWatched(context, chain); });
}

/// The lease length that most leases have, in seconds.
std::optional<double> commonLease(const CheckContext& context)
{
    std::map<std::int64_t, std::size_t> counts;
    for (const DeviceHistory& device : context.devices) {
        for (const Lease& lease : device.leases) {
            if (lease.length && *lease.length != infiniteLease)
                ++counts[lease.length->count()];
        }
    }
    if (counts.empty()) { // what the site is said to grant
        forEachOf(context, "site", [&](const EventRow& event) {
            const auto length = event.kind == "site.dhcp-scope" ? FieldView(event.fields).number("lease")
                                                                : std::optional<std::int64_t>();
            if (length && *length > 0 && *length < infiniteLease.count())
                ++counts[*length];
        });
    }
    if (counts.empty())
        return {};
    return static_cast<double>(
        std::ranges::max_element(counts, {}, &std::pair<const std::int64_t, std::size_t>::second)->first);
}

/// A phone was refused; a laptop's NAK is its own affair.
bool refusalSeen(const CheckContext& context)
{
    return std::ranges::any_of(context.events.singles, [&](const EventRow& event) {
        return event.kind == "dhcp.nak" && !context.stop.stop_requested()
            && context.identity.phones().contains(context.identity.deviceOf(event));
    });
}

void cite(const CheckContext& context, CheckOutcome& outcome, const Chain& chain)
{
    for (const Loss* loss : chain.incidents) {
        const auto ref = loss->registration->endedAt ? loss->registration->endedAt
            : loss->next                             ? loss->next->beganAt
                                                     : std::nullopt;
        const EventRow* event = ref ? eventAt(context, *ref) : nullptr;
        if (event)
            addProof(outcome, context.cite(*event), chain.device->name);
    }
}

std::string probabilityText(double p)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.0e", p);
    return text;
}

/// How far the incidents of a phone moved against a clock that strikes once in a period, per interval; a
/// phone that is refused counts anew from when it was bound again, some seconds later each time.
double driftOf(const Chain& chain, double period)
{
    double drift = 0;
    std::size_t fitting = 0;
    for (const double interval : chain.intervals) {
        const double cycles = std::round(interval / period);
        if (cycles < 1 || std::abs(interval - cycles * period) > periodTolerance(period))
            continue;
        drift += interval - cycles * period;
        ++fitting;
    }
    return fitting == 0 ? 0 : drift / static_cast<double>(fitting);
}

/// Whether what happens every so often could as well be what happens at fixed times (a backup, a switch that
/// reloads): a day is a multiple of the period, all phones have their incidents at the same moment of it, and
/// they keep to it. Phones that were bound at different times renew at different times.
bool followsTheClock(const std::vector<Chain>& fitting, double period)
{
    const double share = std::max(period, day) / std::min(period, day);
    if (std::abs(share - std::round(share)) * std::min(period, day) > periodTolerance(period))
        return false;
    double sine = 0;
    double cosine = 0;
    bool keeps = true;
    for (const Chain& chain : fitting) {
        constexpr double leastDrift = 1; // seconds in each period
        const double phase = std::fmod(static_cast<double>(chain.incidents.front()->at.nsUtc) * 1e-9, period)
            / period * 2 * std::numbers::pi;
        sine += std::sin(phase);
        cosine += std::cos(phase);
        keeps = keeps && std::abs(driftOf(chain, period)) < leastDrift;
    }
    constexpr double together = 0.9; // length of the mean vector
    return keeps && std::hypot(sine, cosine) >= together * static_cast<double>(fitting.size());
}

} // namespace

/// No: the intervals are as chance makes them, and no incident can be missing between them.
CheckOutcome checkResetsAtHalfLife(const CheckContext& context)
{
    CheckOutcome outcome = notObservable("resets-at-half-life", {"syslog", "cucm-trace", "dhcp-server-log"});
    const auto lease = commonLease(context);
    const auto all = chains(context);
    // Where the server is seen to refuse, that is the cause; the rhythm only confirms it.
    if (!lease || refusalSeen(context))
        return outcome;
    PeriodFit best;
    std::vector<Chain> fitting;
    double likeliest = 1;
    std::size_t tested = 0;
    for (const Chain& chain : all)
        tested += chain.intervals.size() >= fewestIntervals;
    for (const Chain& chain : all) {
        if (chain.intervals.size() < fewestIntervals)
            continue;
        const PeriodFit fit = periodFit(chain.intervals, *lease / 2);
        likeliest = std::min(likeliest, fit.p);
        const bool strong = fit.isStrong(tested);
        if (strong) {
            cite(context, outcome, chain);
            fitting.push_back(chain);
        }
        if (strong && fit.p < best.p)
            best = fit;
    }
    const bool yes = best.hits > 0 && !followsTheClock(fitting, *lease / 2);
    if (tested == 0 || (!yes && (likeliest < noSign || !allWatched(context, all))))
        return notObservable(outcome.id, outcome.needs);
    outcome.needs.clear();
    outcome.result = yes ? CheckResult::Yes : CheckResult::No;
    outcome.parameters = {{"hours", hoursText(*lease / 7200)},
                          {"lease-hours", hoursText(*lease / 3600)},
                          {"hits", std::to_string(best.hits)},
                          {"intervals", std::to_string(best.intervals)},
                          {"p", probabilityText(best.p)}};
    return outcome;
}

/// No: most intervals differ, and no incident can be missing between them.
CheckOutcome checkPeriodOfResets(const CheckContext& context)
{
    CheckOutcome outcome = notObservable("period-of-resets", {"syslog", "cucm-trace"});
    const auto all = chains(context);
    std::vector<double> intervals;
    for (const Chain& chain : all)
        intervals.insert(intervals.end(), chain.intervals.begin(), chain.intervals.end());
    if (intervals.size() < fewestIntervals)
        return outcome;
    const double period = medianOf(intervals);
    const auto hits = static_cast<std::size_t>(
        std::ranges::count_if(intervals, [&](double d) { return fitsPeriod(d, period); }));
    const bool periodic = static_cast<double>(hits) >= mostHits * static_cast<double>(intervals.size())
        && hits >= fewestIntervals;
    if (!periodic && !allWatched(context, all))
        return outcome;
    outcome.needs.clear();
    outcome.result = periodic ? CheckResult::Yes : CheckResult::No;
    outcome.parameters = {{"hours", hoursText(period / 3600)}, {"hits", std::to_string(hits)}};
    for (const Chain& chain : all) {
        if (periodic)
            cite(context, outcome, chain);
    }
    return outcome;
}

CheckOutcome checkLeaseLength(const CheckContext& context)
{
    CheckOutcome outcome = notObservable("lease-length", {"phone_side", "dhcp-server-log"});
    const auto lease = commonLease(context);
    if (!lease)
        return outcome;
    outcome.needs.clear();
    outcome.result = CheckResult::Yes;
    outcome.parameters = {{"hours", hoursText(*lease / 3600)}};
    for (const DeviceHistory& device : context.devices) {
        for (const Lease& known : device.leases) {
            const EventRow* ack = known.beganAt ? eventAt(context, *known.beganAt) : nullptr;
            if (ack && known.length && static_cast<double>(known.length->count()) == *lease)
                addProof(outcome, context.cite(*ack), device.name);
        }
    }
    if (outcome.evidence.empty()) {
        forEachOf(context, "site", [&](const EventRow& event) {
            if (event.kind == "site.dhcp-scope"
                && static_cast<double>(FieldView(event.fields).number("lease").value_or(0)) == *lease)
                addProof(outcome, context.cite(event), {});
        });
    }
    return outcome;
}

} // namespace whittle
