// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/checks/silences.h"

#include <map>
#include <set>

#include "models/base/fields.h"
#include "models/checks/evidence.h"
#include "models/events/sipregister.h"

namespace whittle
{

namespace
{

/// A trace of CallManager shows what arrives there. A capture shows, wherever it was taken, that TCP took it:
/// else the phone would have repeated it.
bool reachedCallManager(const CheckContext& context, const Silence& silence)
{
    const SourceRow* row = context.events.source(silence.source);
    if (!row)
        return false;
    if (row->format.starts_with("cucm-"))
        return true;
    const auto& events = context.byDevice.at(silence.loss->device->name);
    const auto around =
        events.between(silence.loss->registration->from, endKnown(*silence.loss) + sameMoment);
    return row->unit == PlaceUnit::Frame && std::ranges::any_of(around, [&](const TimedEvent& timed) {
               return timed.event->ref.source == silence.source && timed.event->kind.starts_with("tcp.");
           });
}

bool isAnswer(const EventRow& event)
{
    return event.kind == "sccp.keepalive-ack" || event.kind == "sccp.register-ack"
        || (event.kind == "sip.response" && sipRequestOf(event).status >= 200);
}

/// When the node last answered anybody before that moment.
std::optional<CaseTime> lastAnswer(const CheckContext& context, const IpAddress& node, CaseTime before)
{
    std::optional<CaseTime> last;
    const auto take = [&](const EventRow& event, CaseTime from, CaseTime to) {
        if (isAnswer(event) && event.source.address == node && from < before)
            last = std::max(last.value_or(from), std::min(to, before));
    };
    forEachSingle(context, [&](const EventRow& event) { take(event, context.at(event), context.at(event)); });
    for (const TrainRow& train : context.events.trains)
        take(train.first, context.at(train.first),
             context.clocks.at(train.first.ref.source, train.lastTime, train.lastPlace));
    return last;
}

/// Bytes that a capture lost may have held one answer, and not three.
bool isSure(const Silence& silence)
{
    return silence.isWhole || silence.asked >= keepalivesUntilLost;
}

using ByNode = std::map<IpAddress, std::vector<Silence>>;

ByNode silencesByNode(const CheckContext& context)
{
    ByNode silences;
    for (const Loss& loss : context.losses) {
        if (context.stop.stop_requested())
            return silences;
        const auto silence = silenceBefore(context, loss);
        if (silence && isSure(*silence) && loss.registration->node.address.isSet()
            && repeatedBefore(context, loss).empty() && reachedCallManager(context, *silence))
            silences[loss.registration->node.address].push_back(*silence);
    }
    return silences;
}

/// Those that are about one time: the first, and all that overlap with it.
std::vector<Silence> ofOneTime(const std::vector<Silence>& silences)
{
    std::vector<Silence> group;
    CaseTime to{};
    for (const Silence& silence : silences) { // by the ends of the registrations
        constexpr Nanoseconds apart = std::chrono::minutes{3};
        if (!group.empty() && silence.from > to + apart)
            break;
        group.push_back(silence);
        to = std::max(to, silence.to);
    }
    return group;
}

std::size_t phonesOf(const std::vector<Silence>& silences)
{
    std::set<const DeviceHistory*> devices;
    for (const Silence& silence : silences)
        devices.insert(silence.loss->device);
    return devices.size();
}

/// Those of which the node answered nobody any more until the last question.
std::vector<Silence> whileSilent(const CheckContext& context, const IpAddress& node,
                                 std::vector<Silence> group)
{
    const CaseTime to = std::ranges::max(group, {}, &Silence::to).to;
    const auto answered = lastAnswer(context, node, to);
    std::erase_if(group, [&](const Silence& silence) { return answered && silence.from <= *answered; });
    return group;
}

} // namespace

/// Yes: what at least two phones ask arrives, and for that time the node answers nobody. Never no: that it
/// answers some says nothing about the others.
CheckOutcome checkNodeSilent(const CheckContext& context)
{
    CheckOutcome outcome = notObservable("node-silent", {"cucm_side", "cucm-trace"});
    for (const auto& [node, silences] : silencesByNode(context)) {
        const std::vector<Silence> group = whileSilent(context, node, ofOneTime(silences));
        if (phonesOf(group) < 2)
            continue;
        std::size_t asked = 0;
        for (const Silence& silence : group) {
            asked += silence.asked;
            addProof(outcome, silence.proof, silence.loss->device->name);
        }
        outcome.needs.clear();
        outcome.result = CheckResult::Yes;
        outcome.parameters = {
            {"node", toText(node)}, {"count", std::to_string(asked)}, {"phones", phonesIn(outcome)}};
        return outcome;
    }
    return outcome;
}

} // namespace whittle
