// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/clocks/steering.h"

#include <algorithm>

#include "models/base/fields.h"

namespace whittle
{

namespace
{

constexpr std::int64_t nsPerMillisecond = 1'000'000;
constexpr std::int64_t secondsPerSlewed = 2000; // 500 ppm

/// How long NTP was watched at the longest.
std::int64_t watchedNs(const CaseEvents& events, const std::map<SourceId, bool>& showsNtp)
{
    std::int64_t longest = 0;
    for (const auto& [id, shows] : showsNtp) {
        const SourceRow* source = events.source(id);
        if (shows && source && source->first && source->last)
            longest = std::max(longest, (*source->last - *source->first).count());
    }
    return longest;
}

} // namespace

std::map<SourceId, std::int64_t> steeringOf(const CaseEvents& events,
                                            const std::vector<ClockRelation>& relations)
{
    std::map<SourceId, bool> showsNtp;
    std::map<SourceId, std::int64_t> steering;
    for (const EventRow& event : events.singles) {
        if (!event.kind.starts_with("ntp."))
            continue;
        showsNtp[event.ref.source] = true;
        const auto within =
            event.kind == "ntp.system-status" ? FieldView(event.fields).number("within-ms") : std::nullopt;
        if (within)
            steering[event.ref.source] = std::max(steering[event.ref.source], *within * nsPerMillisecond);
    }
    const std::int64_t slewed = watchedNs(events, showsNtp) / secondsPerSlewed;
    for (auto& [source, ns] : steering)
        ns = slewed > 0 ? std::min(ns, slewed) : ns;
    const auto states = steering;
    for (const ClockRelation& relation : relations) {
        if (relation.a.isHost() || relation.b.isHost()
            || (relation.basis != "same-host" && relation.basis != "ntp-status"))
            continue;
        for (const auto& [from, to] :
             {std::pair(relation.a, relation.b), std::pair(relation.b, relation.a)}) {
            const auto known = states.find(from.source);
            if (known != states.end() && !states.contains(to.source))
                steering[to.source] = std::max(steering[to.source], known->second);
        }
    }
    return steering;
}

} // namespace whittle
