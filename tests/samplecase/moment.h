// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace samplecase
{

using namespace std::chrono_literals;
using Duration = std::chrono::nanoseconds;
/// A point of true time, or of what some clock shows; always UTC, nanoseconds since 1970.
using Moment = std::chrono::sys_time<Duration>;

/// The site keeps Central Standard Time throughout: daylight saving began on 8 March 2009, after the story.
constexpr Duration siteOffset = -6h;

Moment moment(int year, unsigned month, unsigned day, Duration sinceMidnight);

/// The calendar fields of a moment, as a phone or a server splits it.
struct Civil {
    int year;
    unsigned month, day, weekday, hour, minute, second; ///< weekday: 0 is Sunday
    std::int64_t nanosecond;
};
Civil civil(Moment m);

/// HH:MM:SS and, after a point, as many decimals as asked for (cut off, not rounded, as clocks do).
std::string timeOfDay(Moment m, int decimals);
/// MM/DD/YYYY
std::string usDate(Moment m);
/// Sun Feb  8 14:38:36 UTC 2009, as date(1) writes it
std::string unixDate(Moment m, const std::string& zone);
/// 2009-02-08T14:38:36.123Z
std::string isoUtc(Moment m);

} // namespace samplecase
