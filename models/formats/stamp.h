// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace whittle
{

/// A date and a time of day as a log writes them, and what they say of year and zone. Views into the line.
struct Stamp {
    std::optional<int> year{};
    int month = 0; ///< 1..12, or whatever else stands there
    int day = 0; ///< 1..31, or whatever else stands there
    std::int64_t nsOfDay = -1; ///< since midnight; -1 when the time cannot be one
    int decimals = 0; ///< of its seconds
    std::string_view zone{}; ///< "UTC", "CDT", "+0200"; empty where the line does not say
    std::string_view written{}; ///< all of it

    /// The date exists, in some year where the line has none, and the time too.
    bool isValid() const;
    /// ns since 1970-01-01 00:00 as written; it must be valid and say its year.
    std::int64_t ns() const;
    /// Seconds east of UTC, where the zone says it without doubt: numbers, and letters of one zone alone.
    std::optional<int> utcOffsetSeconds() const;
};

/// ISO 8601 at the front of `text`, with what products make of it. Empty when it has not that shape; what has
/// it and is no time is not isValid().
///
///     2018-09-02T10:26:17.844-05:00   2018-09-02 10:26:17,844 +0200   2018-09-02T15:26:17Z 20180902T152617Z
///     is none
std::optional<Stamp> isoStamp(std::string_view text);

/// ISO 8601, or month, day and clock with or without a year, at the front of `text`, behind blanks and a day
/// of the week:
///
///     Mar 22 07:27:46   Mar 22 2023 07:27:46.123   6 Sep 20:54:50   2023 Mar 22 07:27:46 UTC
///     Wed Mar 22 07:27:46 CET 2023   Wed 22 Mar 2023 07:27:46 AM CET   Wed 2023-03-22 07:27:46 CET   22.03.2023 07:27:46
std::optional<Stamp> stampAtFront(std::string_view text);

/// One of the zones that the letters may mean.
struct ZoneByLetters {
    std::string_view letters;
    int utcOffsetSeconds;
    std::string_view beside; ///< other letters of the same place; a log that has them means this zone
};

/// The zones of letters that stand for several ("CST"); empty for all others.
std::span<const ZoneByLetters> zonesOf(std::string_view letters);

} // namespace whittle
