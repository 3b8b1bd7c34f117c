// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/clocks/sitezone.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "models/base/fields.h"

namespace whittle
{

namespace
{

/// "America/Chicago"; an abbreviation such as CST is of many places.
bool hasRules(const std::string& zone)
{
    return zone.find('/') != std::string::npos;
}

} // namespace

std::int64_t roundTo(std::int64_t value, std::int64_t step)
{
    return std::llround(static_cast<double>(value) / static_cast<double>(step)) * step;
}

std::vector<const SourceRow*> inOrder(const CaseEvents& events)
{
    std::vector<const SourceRow*> sources;
    for (const SourceRow& source : events.sources)
        sources.push_back(&source);
    std::ranges::sort(sources, {},
                      [](const SourceRow* source) { return std::tie(source->path, source->sha256); });
    return sources;
}

SiteZone siteZone(const CaseEvents& events)
{
    SiteZone zone;
    SourceId by{}; // several may say so; the first in order counts
    for (const SourceRow* source : inOrder(events)) {
        if (hasRules(source->zoneName) && zone.name.empty()) {
            zone.name = source->zoneName;
            by = source->id;
        }
    }
    for (const EventRow& event : events.singles) {
        if (event.kind != "ntp.system-status" || event.ref.source != by)
            continue;
        if (const auto seconds = FieldView(event.fields).number("local-offset-s"))
            zone.offsetNs = *seconds * nsPerSecond;
    }
    return zone;
}

std::optional<std::int64_t> offsetByItsUtc(const CaseEvents& events, SourceId source)
{
    constexpr std::int64_t farthest = 14 * 3600 * nsPerSecond;
    for (const EventRow& event : events.singles) {
        if (event.ref.source != source || event.kind != "sccp.time-date-res")
            continue;
        const auto utc = FieldView(event.fields).number("system-time");
        if (!utc || *utc < 0 || *utc > INT64_MAX / nsPerSecond)
            continue;
        const std::int64_t offset = roundTo(event.time.ns - *utc * nsPerSecond, quarterHour);
        if (std::abs(offset) <= farthest)
            return offset;
    }
    return {};
}

} // namespace whittle
