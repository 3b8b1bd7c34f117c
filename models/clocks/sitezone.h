// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/events/caseevents.h"

namespace whittle
{

/// A multiple of `step`, the nearest.
std::int64_t roundTo(std::int64_t value, std::int64_t step);
/// Zones differ from UTC by multiples of it.
inline constexpr std::int64_t quarterHour = 900 * nsPerSecond;

/// In an order that does not depend on which file was added first.
std::vector<const SourceRow*> inOrder(const CaseEvents& events);

/// Where the site is, if a source says so ("Current time in America/Chicago is …").
struct SiteZone {
    std::string name;
    std::optional<std::int64_t> offsetNs;
};

SiteZone siteZone(const CaseEvents& events);

/// A trace that tells phones the time writes down the seconds of UTC beside its own: the first tells its
/// zone.
std::optional<std::int64_t> offsetByItsUtc(const CaseEvents& events, SourceId source);

} // namespace whittle
