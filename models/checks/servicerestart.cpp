// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/checks/evidence.h"

namespace whittle
{

namespace
{

// The phones are gone when the service stops; until it is there again it reads its configuration.
constexpr Nanoseconds longestStart = std::chrono::minutes{15};
constexpr Nanoseconds afterwards = std::chrono::minutes{1};

bool isStart(const EventRow& event)
{
    return event.kind == "trace.service-start" || event.kind == "alarm.call-manager-online";
}

/// The losses that one start explains.
std::vector<const Loss*> lossesBefore(const CheckContext& context, CaseTime start)
{
    std::vector<const Loss*> losses;
    for (const Loss& loss : context.losses) {
        if (loss.at >= start - longestStart && loss.at <= start + afterwards)
            losses.push_back(&loss);
    }
    return losses;
}

std::size_t phonesOf(const std::vector<const Loss*>& losses)
{
    std::set<const DeviceHistory*> devices;
    for (const Loss* loss : losses)
        devices.insert(loss->device);
    return devices.size();
}

/// A trace of CallManager, which tells when its service starts, went on from before the loss until long
/// after.
bool startWouldShow(const CheckContext& context, const Loss& loss)
{
    return std::ranges::any_of(context.events.sources, [&](const SourceRow& source) {
        return source.format.starts_with("cucm-")
            && std::ranges::count(loss.registration->aliveIn, source.id) > 0
            && context.coverage.complete(source.id, loss.at - sameMoment, loss.at + longestStart);
    });
}

} // namespace

/// Yes: the service came up after most of the phones were lost. No: each loss was watched in a trace that
/// would tell of a start.
CheckOutcome checkServiceRestarted(const CheckContext& context)
{
    CheckOutcome outcome = notObservable("service-restarted", {"cucm-trace", "syslog"});
    const EventRow* started = nullptr;
    std::vector<const Loss*> explained;
    forEachSingle(context, [&](const EventRow& event) {
        if (!isStart(event))
            return;
        auto losses = lossesBefore(context, context.at(event));
        if (losses.size() > explained.size()) {
            explained = std::move(losses);
            started = &event;
        }
    });
    const bool yes = started && phonesOf(explained) >= 2 && isMost(explained.size(), context.losses.size());
    const bool no = !started && !context.losses.empty()
        && std::ranges::all_of(context.losses,
                               [&](const Loss& loss) { return startWouldShow(context, loss); });
    if (!yes && !no)
        return outcome;
    outcome.needs.clear();
    outcome.result = yes ? CheckResult::Yes : CheckResult::No;
    if (!yes)
        return outcome;
    addProof(outcome, context.cite(*started), {});
    for (const Loss* loss : explained)
        citeEnd(context, outcome, *loss);
    outcome.parameters = {{"phones", std::to_string(phonesOf(explained))},
                          {"of", std::to_string(phonesRegistered(context))}};
    return outcome;
}

} // namespace whittle
