// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/checks/evidence.h"

#include <cmath>
#include <cstdio>

namespace whittle
{

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

bool wasWatching(const CheckContext& context, SourceId source, CaseTime at)
{
    const SourceRow* row = context.events.source(source);
    return row && row->first && row->last && context.clocks.at(source, *row->first) <= at
        && at <= context.clocks.at(source, *row->last);
}

bool speaksForSufferers(const CheckContext& context, const std::set<std::string>& phones)
{
    const bool covered = std::ranges::all_of(
        context.losses, [&](const Loss& loss) { return phones.contains(loss.device->name); });
    return covered && !phones.empty();
}

bool anyEvent(const CheckContext& context, std::string_view prefix)
{
    const auto& singles = context.events.singles;
    const auto& trains = context.events.trains;
    return std::ranges::any_of(singles, [&](const EventRow& event) { return event.kind.starts_with(prefix); })
        || std::ranges::any_of(trains,
                               [&](const TrainRow& train) { return train.first.kind.starts_with(prefix); });
}

} // namespace whittle
