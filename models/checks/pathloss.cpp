// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/checks/silences.h"

#include <set>

#include "models/checks/evidence.h"

namespace whittle
{

namespace
{

/// Which way the messages were lost, as far as another source than the repeating one shows.
enum class Way { Unknown, FromPhone, ToPhone };

bool isFromPhone(const EventRow& event, const Registration& lost)
{
    return event.source.address == lost.address && !event.kind.starts_with("tcp.");
}

/// The other source watched meanwhile: it has what the phone sent then, or it did not arrive there.
Way wayOf(const CheckContext& context, const Loss& loss, const std::vector<const EventRow*>& repeated)
{
    const SourceId seenBy = repeated.front()->ref.source;
    const CaseTime from = context.at(*repeated.front()) - sameMoment;
    const CaseTime to = context.at(*repeated.back());
    const Registration& lost = *loss.registration;
    const DeviceEvents& events = context.byDevice.at(loss.device->name);
    std::set<SourceId> arrived;
    std::set<SourceId> others;
    for (const TimedEvent& timed : events.events) {
        if (timed.event->ref.source != seenBy && isFromPhone(*timed.event, lost))
            (timed.at >= from && timed.at <= to ? arrived : others).insert(timed.event->ref.source);
    }
    for (const TimedTrain& timed : events.trains) {
        if (timed.train->first.ref.source != seenBy && isFromPhone(timed.train->first, lost))
            (timed.to >= from && timed.from <= to ? arrived : others).insert(timed.train->first.ref.source);
    }
    if (!arrived.empty())
        return Way::ToPhone;
    const bool watched = std::ranges::any_of(
        others, [&](SourceId source) { return context.coverage.complete(source, from, to, lost.address); });
    return watched ? Way::FromPhone : Way::Unknown;
}

std::string textOf(Way way)
{
    switch (way) {
    case Way::FromPhone:
        return "from the phones to CallManager";
    case Way::ToPhone:
        return "from CallManager to the phones";
    case Way::Unknown:
        break;
    }
    return "in a direction that one capture cannot tell";
}

} // namespace

/// No: the connection of each loss was watched to its end, and nothing was repeated in vain.
CheckOutcome checkPathLoss(const CheckContext& context)
{
    CheckOutcome outcome =
        notObservable("keepalives-lost-on-path", {"phone_side", "cucm_side", "cucm-trace"});
    std::size_t lost = 0;
    std::size_t watched = 0;
    Way way = Way::Unknown;
    for (const Loss& loss : context.losses) {
        if (context.stop.stop_requested())
            return outcome;
        const auto repeated = repeatedBefore(context, loss);
        watched += !repeated.empty() || connectionWatched(context, loss);
        if (repeated.empty())
            continue;
        ++lost;
        way = way == Way::Unknown ? wayOf(context, loss, repeated) : way;
        addProof(outcome, context.cite(*repeated.front()), loss.device->name);
        addProof(outcome, context.cite(*repeated.back()), loss.device->name);
    }
    const bool yes = isMost(lost, watched);
    if (!yes && (lost > 0 || watched == 0 || watched < context.losses.size()))
        return notObservable(outcome.id, outcome.needs);
    outcome.needs.clear();
    outcome.result = yes ? CheckResult::Yes : CheckResult::No;
    outcome.parameters = {
        {"count", std::to_string(lost)}, {"phones", phonesIn(outcome)}, {"way", textOf(way)}};
    return outcome;
}

} // namespace whittle
