// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/checks/evidence.h"

#include <cmath>
#include <cstdio>

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

std::set<std::string> itemsOf(std::string_view list, std::string_view separators)
{
    std::set<std::string> items;
    for (std::size_t from = 0; from < list.size();) {
        const std::size_t end = std::min(list.find_first_of(separators, from), list.size());
        if (end > from)
            items.emplace(list.substr(from, end - from));
        from = end + 1;
    }
    return items;
}

bool isMost(std::size_t some, std::size_t all)
{
    return all > 0 && 2 * some > all;
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
    const auto found = context.byDevice.find(device);
    if (found == context.byDevice.end())
        return views;
    const auto& events = found->second.events; // by time
    for (auto next = std::ranges::lower_bound(events, at - sameMoment, {}, &TimedEvent::at);
         next != events.end() && next->at <= at + sameMoment; ++next) {
        if (next->event->kind == kind)
            views.push_back(next->event);
    }
    inOrder(context, views);
    return views;
}

std::span<const DeviceMark> marksBetween(const DeviceHistory& device, CaseTime from, CaseTime to)
{
    const auto begin = std::ranges::lower_bound(device.marks, from, {}, &DeviceMark::at);
    const auto end = std::ranges::upper_bound(begin, device.marks.end(), to, {}, &DeviceMark::at);
    return {begin, end};
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
    return context.coverage.showedAllDhcp(std::span(&source, 1), request, request + timeToAnswer);
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
    return context.coverage.showedAllDhcp(all, from, to);
}

bool speaksForSufferers(const CheckContext& context, const std::set<std::string>& phones)
{
    if (context.losses.empty() || !context.arrivals.empty())
        return false;
    return std::ranges::all_of(context.losses, [&](const Loss& loss) {
        const CaseTime from = loss.registration->alive.value_or(loss.at);
        return phones.contains(loss.device->name) && dhcpWatched(context, *loss.device, from, endKnown(loss));
    });
}

void citeEnd(const CheckContext& context, CheckOutcome& outcome, const Loss& loss)
{
    const EventRow* event =
        loss.registration->endedAt ? eventAt(context, *loss.registration->endedAt) : nullptr;
    if (event)
        addProof(outcome, context.cite(*event), loss.device->name);
}

} // namespace whittle
