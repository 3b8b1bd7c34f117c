// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/checks/evidence.h"

#include <cmath>
#include <cstdio>

#include "models/events/deviceevents.h"
#include "models/events/identity.h"

namespace whittle
{

namespace
{

// Answers come within milliseconds (RFC 2131 §4.1 has clients ask again after 4 s).
constexpr Nanoseconds timeToAnswer = std::chrono::seconds{10};

} // namespace

std::string hoursText(double hours)
{
    char text[32];
    const double rounded = std::round(hours * 10) / 10;
    std::snprintf(text, sizeof text, rounded == std::round(rounded) && rounded > 0 ? "%.0f" : "%.2g",
                  rounded >= 1 ? rounded : hours);
    return text;
}

void inOrder(const CheckContext& context, std::vector<const EventRow*>& events)
{
    const auto key = [&](const EventRow* event) {
        const SourceRow* source = context.events.source(event->ref.source);
        return std::tuple(context.at(*event), source ? source->path : std::string(),
                          source ? source->sha256 : std::string(), event->ref.place);
    };
    std::ranges::stable_sort(events, {}, key);
}

std::vector<const EventRow*> viewsOf(const CheckContext& context, const std::string& device,
                                     std::string_view kind, CaseTime at)
{
    std::vector<const EventRow*> views;
    for (const EventRow& event : context.events.singles) {
        const Nanoseconds apart = context.at(event) - at;
        if (event.kind == kind && apart <= sameMoment && apart >= -sameMoment
            && context.identity.deviceOf(event) == device)
            views.push_back(&event);
    }
    inOrder(context, views);
    return views;
}

const EventRow* eventAt(const CheckContext& context, const EventRef& ref)
{
    return context.events.single(ref);
}

CaseTime endKnown(const Loss& loss)
{
    return loss.registration->endedAt || !loss.next ? loss.at : loss.next->from;
}

bool wentOn(const CheckContext& context, SourceId source, CaseTime request)
{
    return context.coverage.watched(source, request + timeToAnswer);
}

bool wouldShowAnswer(const CheckContext& context, SourceId source, CaseTime request)
{
    return context.coverage.complete(source, request, request + timeToAnswer);
}

bool endWatched(const CheckContext& context, const Loss& loss)
{
    const Registration& lost = *loss.registration;
    return std::ranges::any_of(lost.aliveIn, [&](SourceId source) {
        return context.coverage.complete(source, *lost.alive, endKnown(loss), lost.address);
    });
}

bool connectionWatched(const CheckContext& context, const Loss& loss)
{
    const Registration& lost = *loss.registration;
    return std::ranges::any_of(lost.aliveIn, [&](SourceId source) {
        const SourceRow* row = context.events.source(source);
        return row && row->unit == PlaceUnit::Frame
            && context.coverage.complete(source, *lost.alive, endKnown(loss), lost.address);
    });
}

bool dhcpWatched(const CheckContext& context, const DeviceHistory& device, CaseTime from, CaseTime to)
{
    std::set<SourceId> sources;
    for (const DeviceMark& mark : device.marks) {
        if (mark.kind.starts_with("dhcp."))
            sources.insert(mark.ref.source);
    }
    const std::vector<SourceId> all(sources.begin(), sources.end());
    const IpAddress nobodysConnection = IpAddress::v4(0, 0, 0, 0); // DHCP is not in TCP
    return context.coverage.complete(all, from, to, nobodysConnection);
}

bool speaksForSufferers(const CheckContext& context, const std::set<std::string>& phones)
{
    const bool covered = std::ranges::all_of(context.losses, [&](const Loss& loss) {
        const CaseTime from = loss.registration->alive.value_or(loss.at);
        return phones.contains(loss.device->name) && dhcpWatched(context, *loss.device, from, endKnown(loss));
    });
    const bool known = std::ranges::all_of(
        context.arrivals, [&](const DeviceHistory* device) { return phones.contains(device->name); });
    return covered && known && !phones.empty();
}

void citeEnd(const CheckContext& context, CheckOutcome& outcome, const Loss& loss)
{
    const EventRow* event =
        loss.registration->endedAt ? eventAt(context, *loss.registration->endedAt) : nullptr;
    if (event)
        addProof(outcome, context.cite(*event), loss.device->name);
}

} // namespace whittle
