// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/checks/evidence.h"

#include <algorithm>

#include "models/events/registrationsigns.h"

namespace whittle
{

namespace
{

/// The keepalives of one phone that one source saw before a loss, and their answers.
struct Watched {
    const TrainRow* asked = nullptr; ///< the last train of keepalives before the loss
    const TrainRow* answered = nullptr; ///< the last train of answers
};

/// Of the node that it was registered with: another one, in standby, answers by TCP alone.
bool isOfNode(const TrainRow& train, const Registration& registration)
{
    const bool asked = train.first.kind == "sccp.keepalive";
    return sameNode((asked ? train.first.destination : train.first.source).address,
                    registration.node.address);
}

/// The trains of one phone that began in the lost registration, in the order of the sources.
std::vector<const TrainRow*> trainsBefore(const CheckContext& context, const Loss& loss)
{
    std::vector<const TrainRow*> trains;
    const auto found = context.byDevice.find(loss.device->name);
    if (found == context.byDevice.end())
        return trains;
    const auto& all = found->second.trains; // by time
    for (auto next = std::ranges::lower_bound(all, loss.registration->from, {}, &TimedTrain::from);
         next != all.end() && next->from <= loss.at; ++next) {
        if (isOfNode(*next->train, *loss.registration))
            trains.push_back(next->train);
    }
    std::ranges::sort(trains); // all stand in one list, in that order
    return trains;
}

Watched watchedBefore(const CheckContext& context, const Loss& loss)
{
    Watched watched;
    for (const TrainRow* each : trainsBefore(context, loss)) {
        const TrainRow& train = *each;
        if (watched.asked && train.first.ref.source != watched.asked->first.ref.source)
            continue;
        if (train.first.kind == "sccp.keepalive")
            watched.asked = &train;
        else if (watched.asked)
            watched.answered = &train;
    }
    return watched;
}

/// How many keepalives at the end of the train have no answer.
std::int64_t unansweredAtEnd(const Watched& watched)
{
    if (watched.asked->intervalNs <= 0)
        return 0;
    const std::int64_t silence = (watched.asked->lastTime - watched.answered->lastTime).count();
    return silence <= 0 ? 0 : (silence + watched.asked->intervalNs / 2) / watched.asked->intervalNs;
}

/// Nothing of the phone was lost there from the last keepalive that was answered on, until `to`.
bool isComplete(const CheckContext& context, const Loss& loss, const Watched& watched, CaseTime to)
{
    const SourceId source = watched.asked->first.ref.source;
    const SourceTime last = std::min(watched.asked->lastTime, watched.answered->lastTime);
    return context.coverage.complete(source, context.clocks.at(source, last), to, loss.registration->address);
}

CitedEvent lastOf(const CheckContext& context, const TrainRow& train)
{
    return {train.lastRef(), context.clocks.at(train.first.ref.source, train.lastTime, train.lastPlace)};
}

} // namespace

/// No: of each loss, somebody who sees answers watched until its end was known, and they came to the last.
CheckOutcome checkKeepalivesUnanswered(const CheckContext& context)
{
    CheckOutcome outcome = notObservable("keepalives-unanswered", {"phone_side", "cucm_side", "cucm-trace"});
    std::size_t judged = 0;
    std::int64_t longest = 0;
    for (const Loss& loss : context.losses) {
        if (context.stop.stop_requested())
            return outcome;
        const Watched watched = watchedBefore(context, loss);
        // Some servers never answer with more than a TCP acknowledgement: only where answers came does their
        // absence mean something.
        if (!watched.asked || !watched.answered)
            continue;
        judged += isComplete(context, loss, watched, endKnown(loss));
        const std::int64_t missing = unansweredAtEnd(watched);
        const CaseTime asked = context.clocks.at(watched.asked->first.ref.source, watched.asked->lastTime,
                                                 watched.asked->lastPlace);
        if (missing < keepalivesUntilLost || !isComplete(context, loss, watched, asked))
            continue;
        longest = std::max(longest, missing);
        addProof(outcome, lastOf(context, *watched.answered), loss.device->name);
        addProof(outcome, lastOf(context, *watched.asked), loss.device->name);
    }
    if (longest == 0 && (judged == 0 || judged < context.losses.size()))
        return outcome;
    outcome.needs.clear();
    outcome.result = longest > 0 ? CheckResult::Yes : CheckResult::No;
    outcome.parameters = {{"count", std::to_string(longest)}, {"phones", phonesIn(outcome)}};
    return outcome;
}

} // namespace whittle
