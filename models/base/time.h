// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace whittle
{

using Nanoseconds = std::chrono::nanoseconds;

/// A moment as the source's own clock wrote it: nanoseconds since 1970-01-01 00:00, read as if the source's
/// wall clock were UTC. A line that has a time of day and no date counts from 1970-01-01 (day 0) and on over
/// each midnight. Stored thus and never rewritten; zone, date and clock correction are applied when it is
/// read (SourceClock).
struct SourceTime {
    std::int64_t ns = 0;
    auto operator<=>(const SourceTime&) const = default;
};

/// A moment on the one clock of the case: nanoseconds since 1970-01-01 00:00 UTC after zone, date and
/// correction.
struct CaseTime {
    std::int64_t nsUtc = 0;
    auto operator<=>(const CaseTime&) const = default;
};

inline Nanoseconds operator-(CaseTime a, CaseTime b)
{
    return Nanoseconds{a.nsUtc - b.nsUtc};
}
inline CaseTime operator+(CaseTime a, Nanoseconds d)
{
    return {a.nsUtc + d.count()};
}
inline CaseTime operator-(CaseTime a, Nanoseconds d)
{
    return {a.nsUtc - d.count()};
}
inline Nanoseconds operator-(SourceTime a, SourceTime b)
{
    return Nanoseconds{a.ns - b.ns};
}
inline SourceTime operator+(SourceTime a, Nanoseconds d)
{
    return {a.ns + d.count()};
}

constexpr std::int64_t nsPerSecond = 1'000'000'000;
constexpr std::int64_t nsPerDay = 86'400 * nsPerSecond;

/// A date of the proleptic Gregorian calendar. `month` 1..12, `day` 1..31.
struct CivilDate {
    int year = 1970;
    int month = 1;
    int day = 1;
    auto operator<=>(const CivilDate&) const = default;
};

/// Days since 1970-01-01; negative before it. The date must exist (see isValid).
std::int64_t daysFromCivil(CivilDate date);
CivilDate civilFromDays(std::int64_t days);
bool isValid(CivilDate date);

/// Nanoseconds since 1970-01-01 00:00 of a date and a time of day. Seconds may be 60 (leap second). Before
/// 1677 and after 2262 they do not fit; the nearest that does is given.
std::int64_t nsFromCivil(CivilDate date, int hour, int minute, int second, std::int64_t ns = 0);

/// RFC 3339 in UTC with nine decimals: "2009-02-27T14:11:10.854000000Z". Years outside 0000..9999 are printed
/// with a sign (as ISO 8601 does), so that nothing a hostile file holds is lost.
std::string toRfc3339(std::int64_t nsUtc);

/// Reads RFC 3339 ("2009-02-27T14:11:10.854Z", offset and fraction optional, a blank instead of the T
/// allowed; without an offset UTC is meant). Empty when it is not one, and before 1677-09-21 and after
/// 2262-04-11.
std::optional<std::int64_t> fromRfc3339(std::string_view text);

} // namespace whittle
