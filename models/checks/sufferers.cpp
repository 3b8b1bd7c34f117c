// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/checks/evidence.h"

#include "models/events/identity.h"

namespace whittle
{

namespace
{

// What comes back every day need not come back where somebody watched for less.
constexpr Nanoseconds aDay = std::chrono::hours{24};

/// What must have been watched of a phone to say that it is well: the time when others suffered; where nobody
/// does, long enough for it to have happened.
struct Demand {
    CaseTime from{INT64_MAX};
    CaseTime to{INT64_MIN};
    Nanoseconds atLeast{};
    /// Two keepalives: closer than that nobody knows when a phone that stays registered was seen first or
    /// last.
    Nanoseconds patience{};

    bool isMetBy(CaseTime first, CaseTime last) const
    {
        return first - patience <= from && to <= last + patience && last - first + 2 * patience >= atLeast;
    }
};

CaseTime arrivedAt(const DeviceHistory& device)
{
    if (!device.registrations.empty())
        return device.registrations.front().from;
    return std::ranges::find(device.marks, "dhcp.discover", &DeviceMark::kind)->at;
}

/// Of the keepalives as most of them come; SIP phones refresh less often.
Nanoseconds keepaliveInterval(const CheckContext& context)
{
    const TrainRow* longest = nullptr;
    for (const TrainRow& train : context.events.trains) {
        if (train.first.kind == "sccp.keepalive" && (!longest || train.count > longest->count))
            longest = &train;
    }
    Nanoseconds interval{longest ? longest->intervalNs : 0};
    for (const DeviceHistory& device : context.devices) {
        for (const Registration& registration : device.registrations) {
            if (registration.protocol == RegistrationProtocol::Sip && registration.observedMs)
                interval =
                    std::max(interval, Nanoseconds{std::chrono::milliseconds{*registration.observedMs}});
        }
    }
    return interval;
}

/// From the first loss or arrival to the last. Where there is none: a day, and half of the longest lease,
/// when each phone must have renewed it (RFC 2131 §4.4.5).
Demand demandOn(const CheckContext& context)
{
    Demand demand;
    demand.patience = 2 * keepaliveInterval(context);
    const auto extend = [&](CaseTime from, CaseTime to) {
        demand.from = std::min(demand.from, from);
        demand.to = std::max(demand.to, to);
    };
    for (const auto* list : {&context.losses, &context.commanded}) {
        for (const Loss& loss : *list)
            extend(loss.at, endKnown(loss));
    }
    for (const DeviceHistory* device : context.arrivals)
        extend(arrivedAt(*device), arrivedAt(*device));
    if (demand.from <= demand.to)
        return demand;
    demand.atLeast = aDay;
    for (const DeviceHistory& device : context.devices) {
        for (const Lease& lease : device.leases) {
            if (lease.length != infiniteLease)
                demand.atLeast = std::max(demand.atLeast, Nanoseconds{lease.t1});
        }
    }
    return demand;
}

/// Phones that keep a connection alive and never say their name, since they registered before anybody
/// watched.
struct Strangers {
    std::set<IpAddress> steady; ///< until the source ends, and nothing of it was lost
    std::set<IpAddress> well; ///< those of them that were watched as long as is demanded
    std::set<IpAddress> stopped; ///< perhaps one of those that register anew, with another address
};

/// The keepalives of one address in one source, since they were last silent for longer than two intervals.
struct Run {
    CaseTime from{};
    CaseTime to{};
};

bool isSteady(const CheckContext& context, const TrainRow& train)
{
    const SourceId source = train.first.ref.source;
    const auto end = context.coverage.end(source);
    const CaseTime last = context.clocks.at(source, train.lastTime, train.lastPlace);
    return end && (*end - last).count() <= 2 * train.intervalNs
        && context.coverage.complete(source, context.at(train.first), last, train.first.source.address);
}

/// Trains end when they are full: the next one goes on.
const Run& continued(std::map<std::pair<SourceId, IpAddress>, Run>& runs, const CheckContext& context,
                     const TrainRow& train, Nanoseconds patience)
{
    const SourceId source = train.first.ref.source;
    const CaseTime from = context.at(train.first);
    const CaseTime to = context.clocks.at(source, train.lastTime, train.lastPlace);
    Run& run = runs.try_emplace({source, train.first.source.address}, from, to).first->second;
    run = {from - run.to <= patience ? std::min(run.from, from) : from, std::max(run.to, to)};
    return run;
}

Strangers strangers(const CheckContext& context, const Demand& demand)
{
    Strangers found;
    std::map<std::pair<SourceId, IpAddress>, Run> runs;
    for (const TrainRow& train : context.events.trains) {
        if (context.stop.stop_requested())
            return found;
        if (train.first.kind != "sccp.keepalive" || !context.identity.deviceOf(train.first).empty())
            continue;
        const IpAddress& address = train.first.source.address;
        const Run& run = continued(runs, context, train, demand.patience);
        const bool steady = isSteady(context, train);
        (steady ? found.steady : found.stopped).insert(address);
        if (steady && demand.isMetBy(run.from, run.to)
            && context.coverage.complete(train.first.ref.source, run.from, run.to, address))
            found.well.insert(address);
    }
    std::erase_if(found.stopped, [&](const IpAddress& address) { return found.steady.contains(address); });
    return found;
}

bool isRegistered(const DeviceHistory& device)
{
    return device.isPhone && !device.registrations.empty();
}

/// The sources that show that registration: its beginning, or its last keepalive.
std::set<SourceId> sourcesOf(const Registration& registration)
{
    std::set<SourceId> sources(registration.seenBy.begin(), registration.seenBy.end());
    sources.insert(registration.aliveIn.begin(), registration.aliveIn.end());
    return sources;
}

bool isShownBy(const DeviceHistory& device, const std::set<SourceId>& sources)
{
    return std::ranges::any_of(device.registrations, [&](const Registration& registration) {
        return std::ranges::any_of(sourcesOf(registration),
                                   [&](SourceId source) { return sources.contains(source); });
    });
}

/// Since when those who saw the last keepalive had been recording: of a beginning before that they were told.
CaseTime watchedSince(const CheckContext& context, const Registration& registration)
{
    CaseTime since = *registration.alive;
    for (const SourceId source : registration.aliveIn)
        since = std::min(since, context.coverage.watchedSince(source, *registration.alive).value_or(since));
    return since;
}

/// Its keepalives were watched as long as is demanded, and nothing of them was lost.
bool isWatched(const CheckContext& context, const DeviceHistory& device, const Demand& demand)
{
    return std::ranges::all_of(device.registrations, [&](const Registration& registration) {
        if (!registration.alive)
            return false;
        const CaseTime from = std::max(registration.from, watchedSince(context, registration));
        return demand.isMetBy(from, *registration.alive)
            && context.coverage.complete(registration.aliveIn, from, *registration.alive,
                                         registration.address);
    });
}

/// Who is known to be registered, and does not suffer.
struct Well {
    std::size_t watched = 0; ///< as long as is demanded
    std::size_t unwatched = 0;
};

Well well(const CheckContext& context, const std::set<const DeviceHistory*>& suffering)
{
    const Demand demand = demandOn(context);
    const Strangers nameless = strangers(context, demand);
    Well found{nameless.well.size(), nameless.steady.size() - nameless.well.size()};
    for (const DeviceHistory& device : context.devices) {
        if (isRegistered(device) && !suffering.contains(&device))
            ++(isWatched(context, device, demand) ? found.watched : found.unwatched);
    }
    return found;
}

} // namespace

std::set<const DeviceHistory*> sufferers(const CheckContext& context)
{
    std::set<const DeviceHistory*> found(context.arrivals.begin(), context.arrivals.end());
    for (const auto* list : {&context.losses, &context.commanded}) {
        for (const Loss& loss : *list)
            found.insert(loss.device);
    }
    return found;
}

std::set<SourceId> nodeSources(const CheckContext& context)
{
    std::map<SourceId, std::set<IpAddress>> phones;
    for (const DeviceHistory& device : context.devices) {
        std::set<SourceId> sources;
        for (const Registration& registration : device.registrations)
            sources.merge(sourcesOf(registration));
        for (const SourceId source : sources) {
            if (isRegistered(device))
                phones[source].insert(device.registrations.front().address);
        }
    }
    for (const TrainRow& train : context.events.trains) {
        if (train.first.kind == "sccp.keepalive")
            phones[train.first.ref.source].insert(train.first.source.address);
    }
    std::set<SourceId> nodes;
    for (const SourceRow& source : context.events.sources) {
        if (source.format.starts_with("cucm-") || phones[source.id].size() >= fewestPhones)
            nodes.insert(source.id);
    }
    return nodes;
}

std::size_t phonesRegistered(const CheckContext& context)
{
    return static_cast<std::size_t>(std::ranges::count_if(context.devices, isRegistered))
        + strangers(context, {}).steady.size();
}

/// Yes: of the phones that sources at CallManager's side show, all; what is seen at one phone's port says
/// nothing about the others. No: somebody is well, and was watched from the first loss or arrival of the
/// others to the last; where nobody suffers, all must have been, for a day and the time to renew a lease.
CheckOutcome checkAllPhonesSuffer(const CheckContext& context)
{
    CheckOutcome outcome = notObservable("all-phones-suffer", {"cucm-trace", "syslog"});
    const std::size_t of = phonesRegistered(context);
    const auto suffering = sufferers(context);
    for (const Loss& loss : context.losses)
        citeEnd(context, outcome, loss);
    // A connection that fell silent may belong to anybody: then nobody can say that all is well.
    if (of == 0 || (suffering.empty() && !strangers(context, {}).stopped.empty()))
        return outcome;
    outcome.parameters = {{"suffering", std::to_string(suffering.size())}, {"of", std::to_string(of)}};
    const Well others = well(context, suffering);
    const std::set<SourceId> nodes = nodeSources(context);
    // A phone that only others show tells that those do not show all.
    const bool allShown = std::ranges::all_of(context.devices, [&](const DeviceHistory& device) {
        return !device.isPhone || isShownBy(device, nodes);
    });
    const bool yes = others.watched + others.unwatched == 0 && allShown && of > 1;
    const bool no = others.watched > 0 && (!suffering.empty() || others.unwatched == 0);
    if (!yes && !no)
        return outcome;
    outcome.needs.clear();
    outcome.result = yes ? CheckResult::Yes : CheckResult::No;
    return outcome;
}

} // namespace whittle
