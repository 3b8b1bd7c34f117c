// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/checks/evidence.h"

#include <map>

#include "models/events/registrationsigns.h"

namespace whittle
{

namespace
{

/// What CallManager's alarm says of a registration that it did not end itself (CISCO-CCM-MIB
/// CcmDevUnregCauseCode): its connection broke, or the phone came anew.
constexpr int connectivityError = 6;
constexpr int deviceInitiatedReset = 8;

/// The RST from the node with which the registration ended, as a capture shows it. One behind the phone's
/// next SYN clears away what is left of the old connection.
const EventRow* resetFromNode(const CheckContext& context, const Loss& loss)
{
    const auto found = context.byDevice.find(loss.device->name);
    if (found == context.byDevice.end())
        return nullptr;
    const Registration& lost = *loss.registration;
    std::set<SourceId> returned;
    for (const TimedEvent& timed : found->second.between(loss.at - sameMoment, loss.at + sameMoment)) {
        const EventRow& event = *timed.event;
        if (event.kind == "tcp.syn" && event.source.address == lost.address)
            returned.insert(event.ref.source);
        if (returned.contains(event.ref.source))
            continue;
        if (event.kind == "tcp.rst" && event.destination.address == lost.address
            && sameNode(event.source.address, lost.node.address))
            return &event;
    }
    return nullptr;
}

bool isOfConnection(const EventRow& event, const EventRow& reset)
{
    return (event.source == reset.source && event.destination == reset.destination)
        || (event.source == reset.destination && event.destination == reset.source);
}

/// A capture that shows the connection and watched, and has fewer RSTs of the node than the one that shows
/// this: CallManager answers with one of its own when the phone goes on over the connection.
bool isMissingElsewhere(const CheckContext& context, const Loss& loss, const EventRow& reset)
{
    constexpr Nanoseconds afterwards = std::chrono::seconds{30};
    const CaseTime from = context.at(reset) - sameMoment;
    const CaseTime to = context.at(reset) + afterwards;
    std::map<SourceId, std::size_t> resets; // of those that show the connection
    const DeviceEvents& events = context.byDevice.at(loss.device->name);
    for (const TimedEvent& timed : events.events) {
        const EventRow& event = *timed.event;
        if (!isOfConnection(event, reset) || event.ref.place.unit != PlaceUnit::Frame)
            continue;
        const bool closes = event.kind == "tcp.rst" || event.kind == "tcp.fin";
        resets[event.ref.source] +=
            closes && event.source == reset.source && timed.at >= from && timed.at <= to ? 1 : 0;
    }
    for (const TimedTrain& timed : events.trains) {
        if (isOfConnection(timed.train->first, reset))
            resets[timed.train->first.ref.source] += 0;
    }
    const std::size_t here = resets[reset.ref.source];
    return std::ranges::any_of(resets, [&](const auto& there) {
        return there.second < here && context.coverage.watched(there.first, from)
            && context.coverage.watched(there.first, to);
    });
}

/// The phone says that CallManager reset its connection ("CM-reset-TCP"), and a capture that shows the phone
/// from before to its return has no RST or FIN of the node: the phone was sent one that did not pass there.
/// The first event of its return, which says so.
const EventRow* resetThatOnlyThePhoneSaw(const CheckContext& context, const Loss& loss)
{
    constexpr int resetByCallManager = 12;
    const Registration& lost = *loss.registration;
    if (lost.lastCode != resetByCallManager || !loss.next || !loss.next->beganAt || !lost.alive)
        return nullptr;
    const EventRow* back = eventAt(context, *loss.next->beganAt);
    if (!back || back->ref.place.unit != PlaceUnit::Frame
        || !std::ranges::count(lost.aliveIn, back->ref.source)
        || !context.coverage.watched(back->ref.source, *lost.alive))
        return nullptr;
    const DeviceEvents& events = context.byDevice.at(loss.device->name);
    for (const TimedEvent& timed : events.between(*lost.alive, context.at(*back))) {
        const EventRow& event = *timed.event;
        if (event.ref.source != back->ref.source)
            continue;
        if (event.kind == "tcp.syn" && event.source.address == lost.address)
            return back;
        if ((event.kind == "tcp.rst" || event.kind == "tcp.fin" || event.kind == "tcp.retransmission")
            && sameNode(event.source.address, lost.node.address))
            return nullptr;
    }
    return nullptr; // how it came back is not in it
}

/// CallManager says of the same end that it was not its own.
bool isDenied(const Registration& lost)
{
    return lost.reason == connectivityError || lost.reason == deviceInitiatedReset;
}

} // namespace

/// Yes: the phone was sent a RST in the name of CallManager that a second capture does not show, or of which
/// CallManager's alarms know nothing, more than once. Never no: where one was sent is not always to be seen.
CheckOutcome checkResetByStranger(const CheckContext& context)
{
    CheckOutcome outcome = notObservable("reset-by-stranger", {"phone_side", "cucm_side"});
    std::size_t resets = 0;
    std::size_t missing = 0; // where somebody watched
    std::size_t denied = 0; // by CallManager
    for (const Loss& loss : context.losses) {
        if (context.stop.stop_requested())
            return outcome;
        const EventRow* reset = resetFromNode(context, loss);
        const EventRow* unseen = reset ? nullptr : resetThatOnlyThePhoneSaw(context, loss);
        resets += reset || unseen;
        const bool isMissing = unseen || (reset && isMissingElsewhere(context, loss, *reset));
        const bool isNotItsOwn = reset && isDenied(*loss.registration);
        missing += isMissing;
        denied += isNotItsOwn;
        if (isMissing || isNotItsOwn)
            addProof(outcome, context.cite(reset ? *reset : *unseen), loss.device->name);
    }
    if (std::max(missing, denied) < 2 || !isMost(std::max(missing, denied), resets))
        return notObservable(outcome.id, outcome.needs);
    outcome.needs.clear();
    outcome.result = CheckResult::Yes;
    outcome.parameters = {{"count", std::to_string(std::max(missing, denied))},
                          {"phones", phonesIn(outcome)}};
    return outcome;
}

} // namespace whittle
