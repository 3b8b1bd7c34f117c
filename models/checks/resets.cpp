// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/checks/evidence.h"

#include <map>
#include <set>

#include "models/base/fields.h"
#include "models/events/identity.h"

namespace whittle
{

namespace
{

/// A phone that comes back: what happened to it between two moments tells how it had gone.
struct Comeback {
    const DeviceHistory* device = nullptr;
    CaseTime gone{};
    CaseTime back{};
    bool registered = false; ///< and not only awaited
    bool lostConnection = false; ///< which was closed under it: it had not lost its address
};

bool lostItsConnection(const Registration& registration)
{
    return (registration.ended == RegistrationEnd::TcpReset
            || registration.ended == RegistrationEnd::TcpClosed)
        && registration.closedBy != RegistrationCloser::Phone;
}

std::vector<Comeback> comebacks(const CheckContext& context)
{
    constexpr Nanoseconds soon = std::chrono::minutes{10};
    std::vector<Comeback> all;
    for (const Loss& loss : context.losses)
        all.push_back({loss.device, loss.at, loss.next ? loss.next->from : loss.at + soon,
                       loss.next != nullptr, lostItsConnection(*loss.registration)});
    for (const DeviceHistory* device : context.arrivals) {
        if (!device->registrations.empty())
            all.push_back({device, device->registrations.front().from - soon,
                           device->registrations.front().from, true, false});
    }
    return all;
}

/// The phone asked for an address, or gave it up, between the end of one registration and the next.
const DeviceMark* addressChange(const Comeback& comeback)
{
    for (const DeviceMark& mark : marksBetween(*comeback.device, comeback.gone - sameMoment, comeback.back)) {
        const bool address = mark.kind == "dhcp.discover" || mark.kind == "dhcp.nak"
            || mark.kind == "dhcp.release" || mark.kind == "phone.address-cleared"
            || mark.kind == "phone.lease-expired";
        if (address)
            return &mark;
    }
    return nullptr;
}

/// It was refused, or nobody renewed its lease: then it starts anew, too.
bool lostItsAddress(const Comeback& comeback)
{
    return std::ranges::any_of(comeback.device->leases, [&](const Lease& lease) {
        const bool lost = lease.ended == LeaseEnd::Refused || lease.ended == LeaseEnd::Expired
            || lease.ended == LeaseEnd::Declined;
        return lost && lease.to >= comeback.gone - std::chrono::minutes{1} && lease.to <= comeback.back;
    });
}

/// Losses of which somebody would have seen the order.
std::size_t watchedLosses(const CheckContext& context)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(context.losses, [&](const Loss& loss) { return endWatched(context, loss); }));
}

/// What the phone says about its last end, as it registers.
std::vector<DeviceMark> alarmsAt(const CheckContext& context, const DeviceHistory& device, CaseTime registers)
{
    std::vector<DeviceMark> alarms;
    std::ranges::copy_if(marksBetween(device, registers - oneBeginning, registers + sameMoment),
                         std::back_inserter(alarms), [&](const DeviceMark& mark) {
                             const EventRow* event =
                                 mark.kind == "sip.register" ? eventAt(context, mark.ref) : nullptr;
                             return mark.kind == "sccp.alarm"
                                 || (event && event->fields.find("alarm-code=") != std::string::npos);
                         });
    return alarms;
}

/// At each loss somebody watched a group of phones and lost nothing.
bool groupWatched(const CheckContext& context, Nanoseconds around)
{
    const std::set<SourceId> nodes = nodeSources(context);
    return std::ranges::all_of(context.losses, [&](const Loss& loss) {
        return std::ranges::any_of(nodes, [&](SourceId source) {
            return context.coverage.complete(source, loss.at - around, loss.at + around);
        });
    });
}

/// The registration that began then was the first after a start.
bool booted(const DeviceHistory& device, CaseTime registers)
{
    return std::ranges::any_of(device.registrations, [&](const Registration& registration) {
        return registration.from == registers && registration.began == RegistrationBegin::PowerOn;
    });
}

} // namespace

/// No: DHCP of each phone that came back was watched from its end to its return, and most kept their address.
CheckOutcome checkAddressGivenUp(const CheckContext& context)
{
    CheckOutcome outcome = notObservable("address-given-up-before-reset", {"phone_side", "phone-console"});
    std::size_t changed = 0;
    std::size_t judged = 0;
    std::size_t others = 0; // unjudged, and yet another story
    const auto all = comebacks(context);
    for (const Comeback& comeback : all) {
        if (context.stop.stop_requested())
            return outcome;
        const DeviceMark* mark = addressChange(comeback);
        const bool seen = mark || dhcpWatched(context, *comeback.device, comeback.gone, comeback.back);
        judged += seen;
        changed += mark != nullptr;
        others += !seen && comeback.lostConnection;
        if (mark)
            addProof(outcome, {mark->ref, mark->at}, comeback.device->name);
    }
    const bool yes = isMost(changed, judged + others);
    if (judged == 0 || (!yes && judged < all.size()))
        return outcome;
    outcome.needs.clear();
    outcome.result = yes ? CheckResult::Yes : CheckResult::No;
    return outcome;
}

/// No: the end of each loss was watched where the phone's messages pass, and most had no order.
CheckOutcome checkResetCommanded(const CheckContext& context)
{
    CheckOutcome outcome = notObservable("reset-commanded", {"cucm-trace", "cucm_side"});
    // One order to one of many phones explains that phone and no complaint.
    const std::size_t commanded = context.commanded.size();
    const bool several = commanded > 1 || phonesRegistered(context) == 1;
    const bool yes = commanded > 0 && several
        && isMost(context.commanded.size(), context.commanded.size() + context.losses.size());
    const std::size_t watched = watchedLosses(context);
    const bool no = watched > 1 && watched == context.losses.size()
        && isMost(watched, watched + context.commanded.size());
    if (!yes && !no)
        return outcome;
    outcome.needs.clear();
    outcome.result = yes ? CheckResult::Yes : CheckResult::No;
    if (!yes)
        return outcome;
    for (const Loss& loss : context.commanded)
        citeEnd(context, outcome, loss);
    outcome.parameters = {{"count", std::to_string(context.commanded.size())},
                          {"phones", phonesIn(outcome)},
                          {"type", std::string(toText(context.commanded.front().registration->ended))}};
    return outcome;
}

namespace
{

// Drops this near to each other are one.
constexpr Nanoseconds together = std::chrono::seconds{5};

/// Some event shows when the registration ended.
bool isTimed(const Loss& loss)
{
    return loss.registration->endedAt.has_value();
}

/// The most phones that were lost within a few seconds: the first loss of each.
std::vector<const Loss*> largestDrop(const CheckContext& context)
{
    const std::vector<Loss>& losses = context.losses; // by time
    std::map<const DeviceHistory*, std::size_t> within; // losses of each phone between begin and end
    std::size_t most = 0;
    std::size_t at = 0;
    for (std::size_t begin = 0, end = 0; begin < losses.size(); ++begin) {
        for (; end < losses.size() && losses[end].at - losses[begin].at <= together; ++end) {
            if (isTimed(losses[end]))
                ++within[losses[end].device];
        }
        if (within.size() > most) {
            most = within.size();
            at = begin;
        }
        if (isTimed(losses[begin]) && --within[losses[begin].device] == 0)
            within.erase(losses[begin].device);
    }
    std::vector<const Loss*> group;
    std::set<const DeviceHistory*> devices;
    for (std::size_t i = at; i < losses.size() && devices.size() < most; ++i) {
        if (isTimed(losses[i]) && devices.insert(losses[i].device).second)
            group.push_back(&losses[i]);
    }
    return group;
}

} // namespace

/// No: the moment of each loss is known, and somebody watched a group of phones then.
CheckOutcome checkDropTogether(const CheckContext& context)
{
    CheckOutcome outcome = notObservable("registrations-drop-together", {"cucm-trace", "syslog"});
    const std::size_t of = phonesRegistered(context);
    if (of < fewestPhones || context.losses.empty())
        return outcome;
    const std::vector<const Loss*> largest = largestDrop(context);
    const bool yes = largest.size() >= fewestPhones && isMost(largest.size(), of);
    // When some of them happened nobody knows, or who else dropped then.
    if (!yes && (!std::ranges::all_of(context.losses, isTimed) || !groupWatched(context, together)))
        return outcome;
    outcome.needs.clear();
    outcome.result = yes ? CheckResult::Yes : CheckResult::No;
    outcome.parameters = {
        {"phones", std::to_string(largest.size())},
        {"of", std::to_string(of)},
        {"node", largest.empty() ? "" : toText(largest.front()->registration->node.address)}};
    for (const Loss* loss : largest) {
        if (yes)
            citeEnd(context, outcome, *loss);
    }
    return outcome;
}

/// No: each loss has another end that a capture of its connection shows.
CheckOutcome checkConnectionReset(const CheckContext& context)
{
    CheckOutcome outcome = notObservable("connection-reset", {"phone_side", "cucm_side"});
    if (context.losses.empty())
        return outcome;
    std::size_t resets = 0;
    bool allExplained = true;
    std::string sender;
    for (const Loss& loss : context.losses) {
        // A reset sent to one side only is not seen at the other: there the phone just comes back.
        const RegistrationEnd ended = loss.registration->ended;
        allExplained = allExplained && ended != RegistrationEnd::Unknown
            && ended != RegistrationEnd::KeepaliveLost && ended != RegistrationEnd::Expired
            && connectionWatched(context, loss);
        if (ended != RegistrationEnd::TcpReset)
            continue;
        ++resets;
        citeEnd(context, outcome, loss);
        const auto& at = loss.registration->endedAt; // not set where only the phone says so
        if (const EventRow* rst = at ? eventAt(context, *at) : nullptr; rst && rst->kind == "tcp.rst")
            sender = toText(rst->source.address);
    }
    const bool yes = isMost(resets, context.losses.size());
    if (!yes && !allExplained)
        return outcome;
    outcome.needs.clear();
    outcome.result = yes ? CheckResult::Yes : CheckResult::No;
    outcome.parameters = {{"count", std::to_string(resets)}, {"sender", sender}};
    return outcome;
}

/// No: each phone is back and said why (the alarm before its registration), and most did not start.
CheckOutcome checkPoweredUp(const CheckContext& context)
{
    CheckOutcome outcome = notObservable("phones-powered-up", {"cucm-trace", "phone-console"});
    std::size_t powered = 0;
    std::size_t judged = 0;
    const auto all = comebacks(context);
    for (const Comeback& comeback : all) {
        if (context.stop.stop_requested())
            return outcome;
        const auto alarms = comeback.registered ? alarmsAt(context, *comeback.device, comeback.back)
                                                : std::vector<DeviceMark>();
        judged += !alarms.empty();
        if (alarms.empty() || !booted(*comeback.device, comeback.back) || lostItsAddress(comeback))
            continue;
        ++powered;
        for (const DeviceMark& mark : alarms)
            addProof(outcome, {mark.ref, mark.at}, comeback.device->name);
    }
    const bool yes = isMost(powered, judged);
    if (judged == 0 || (!yes && judged < all.size()))
        return outcome;
    outcome.needs.clear();
    outcome.result = yes ? CheckResult::Yes : CheckResult::No;
    outcome.parameters = {{"phones", phonesIn(outcome)}};
    return outcome;
}

namespace
{

/// A capture may show what all hear, and of one phone alone what is sent to it: a refusal goes to the phone.
bool showsUnicast(const CheckContext& context, const Comeback& comeback, SourceId source)
{
    const auto isShown = [&](const EventRow& event) {
        return event.ref.source == source && event.ref.place.unit == PlaceUnit::Frame
            && event.source.address.isSet() && !event.source.address.isUnspecified()
            && !event.kind.starts_with("dhcp.") && !event.kind.starts_with("arp.");
    };
    const DeviceEvents& events = context.byDevice.at(comeback.device->name);
    return std::ranges::any_of(
               events.events,
               [&](const TimedEvent& timed) { return timed.at < comeback.gone && isShown(*timed.event); })
        || std::ranges::any_of(events.trains, [&](const TimedTrain& timed) {
               return timed.from < comeback.gone && isShown(timed.train->first);
           });
}

/// It looked for an address without having lost its own, and its DHCP was watched all the time.
const DeviceMark* startedForNoReason(const CheckContext& context, const Comeback& comeback)
{
    if (!booted(*comeback.device, comeback.back) || lostItsAddress(comeback)
        || !dhcpWatched(context, *comeback.device, comeback.gone, comeback.back))
        return nullptr;
    const auto marks = marksBetween(*comeback.device, comeback.gone, comeback.back);
    const auto is = [](std::string_view kind) {
        return [kind](const DeviceMark& mark) { return mark.kind == kind; };
    };
    if (std::ranges::any_of(marks, is("dhcp.nak")) || std::ranges::any_of(marks, is("dhcp.release"))
        || std::ranges::any_of(marks, is("dhcp.decline")))
        return nullptr;
    const auto asked = std::ranges::find_if(marks, [](const DeviceMark& mark) {
        return mark.kind == "dhcp.discover" || mark.kind == "dhcp.request";
    });
    return asked != marks.end() && showsUnicast(context, comeback, asked->ref.source) ? &*asked : nullptr;
}

} // namespace

/// Yes: most phones that came back, and not one phone once, started for no reason that DHCP shows. Never no:
/// a phone that nobody watched may have lost its power.
CheckOutcome checkPowerLost(const CheckContext& context)
{
    CheckOutcome outcome = notObservable("power-lost", {"phone_side", "phone-console"});
    std::size_t started = 0;
    std::size_t watched = 0;
    for (const Comeback& comeback : comebacks(context)) {
        if (context.stop.stop_requested())
            return outcome;
        const DeviceMark* mark = startedForNoReason(context, comeback);
        started += mark != nullptr;
        watched += comeback.registered;
        if (mark)
            addProof(outcome, {mark->ref, mark->at}, comeback.device->name);
    }
    if (started < 2 || !isMost(started, watched))
        return notObservable(outcome.id, outcome.needs);
    outcome.needs.clear();
    outcome.result = CheckResult::Yes;
    outcome.parameters = {{"count", std::to_string(started)}, {"phones", phonesIn(outcome)}};
    return outcome;
}

} // namespace whittle
