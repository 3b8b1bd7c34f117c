// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

#include "models/base/time.h"
#include "models/formats/text.h"

namespace whittle
{

/// "HH:MM:SS.mmm" at the front, with any number of decimals from `minDecimals` to 9.
struct ClockText {
    std::size_t length = 0; ///< characters it takes; 0 when no clock time has this shape
    int decimals = 0;
    std::int64_t ns = -1; ///< since midnight; -1 when it has the shape and is none (25:00:00.000)

    static ClockText read(std::string_view text, int minDecimals);
};

/// The step that so many decimals of a second can show, 0 to 9.
constexpr Nanoseconds resolutionOf(int decimals)
{
    std::int64_t step = nsPerSecond;
    for (int i = 0; i < decimals; ++i)
        step /= 10;
    return Nanoseconds{step};
}

/// "08:11:10" at `text`, which must have eight characters, in seconds since midnight; -1 when it cannot be
/// one.
constexpr std::int64_t secondsOfDay(std::string_view text)
{
    const int hour = text::twoDigits(text, 0);
    const int minute = text::twoDigits(text, 3);
    const int second = text::twoDigits(text, 6);
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60)
        return -1;
    return hour * 3600 + minute * 60 + second;
}

/// Whether the first eight characters have the shape of a time of day: "dd:dd:dd".
constexpr bool isClockShaped(std::string_view text)
{
    return text.size() >= 8 && text[2] == ':' && text[5] == ':' && text::twoDigits(text, 0) >= 0
        && text::twoDigits(text, 3) >= 0 && text::twoDigits(text, 6) >= 0;
}

} // namespace whittle
