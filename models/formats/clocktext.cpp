// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/clocktext.h"

namespace whittle
{

ClockText ClockText::read(std::string_view text, int minDecimals)
{
    if (!isClockShaped(text) || text.size() < 9 || text[8] != '.')
        return {};
    std::size_t end = 9;
    std::int64_t fraction = 0;
    int decimals = 0;
    for (; end < text.size() && decimals < 9 && text::isDigit(text[end]); ++end, ++decimals)
        fraction = fraction * 10 + (text[end] - '0');
    if (decimals < minDecimals)
        return {};
    for (int i = decimals; i < 9; ++i)
        fraction *= 10;
    const std::int64_t seconds = secondsOfDay(text);
    return {end, decimals, seconds < 0 ? -1 : seconds * nsPerSecond + fraction};
}

} // namespace whittle
