// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/daemonline.h"

#include <algorithm>

#include "models/base/time.h"
#include "models/formats/clocktext.h"
#include "models/formats/monthname.h"
#include "models/formats/text.h"

namespace whittle
{

namespace
{

/// "07:27:46 " or "07:27:46.123 "
bool takeClock(std::string_view& rest, DaemonLine& parts)
{
    const std::string_view word = text::takeWord(rest);
    if (word.size() == 8 && isClockShaped(word)) {
        const std::int64_t seconds = secondsOfDay(word);
        parts.nsOfDay = seconds < 0 ? -1 : seconds * nsPerSecond;
        return true;
    }
    const ClockText time = ClockText::read(word, 1);
    parts.nsOfDay = time.ns;
    return time.length > 0 && time.length == word.size();
}

/// "Mar 22 07:27:46", "6 Sep 20:54:50": the way round of ntpd's own file.
bool takeMonthAndDay(std::string_view& rest, DaemonLine& parts)
{
    std::string_view first = text::takeWord(rest);
    std::string_view second = text::takeWord(rest);
    if (!first.empty() && text::isDigit(first.front()))
        std::swap(first, second);
    parts.month = monthNumber(first);
    const auto day = text::number(second);
    if (parts.month == 0 || !day || *day > 99 || !takeClock(rest, parts))
        return false;
    parts.day = static_cast<int>(*day);
    if (!isMonthDay(parts.month, *day))
        parts.nsOfDay = -1;
    return true;
}

/// "+01:00", "Z"
std::optional<int> zoneOf(std::string_view word)
{
    const auto begin = word.find_last_of("+-Z");
    if (begin == std::string_view::npos || begin < 19)
        return {};
    const std::string_view zone = word.substr(begin);
    if (zone == "Z")
        return 0;
    if (zone.size() != 6 || zone[3] != ':')
        return {};
    const int hours = text::twoDigits(zone, 1);
    const int minutes = text::twoDigits(zone, 4);
    if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59)
        return {};
    return (zone[0] == '-' ? -1 : 1) * (hours * 3600 + minutes * 60);
}

/// "2023-03-22T07:27:46.123456+01:00"
bool takeTimeStamp(std::string_view& rest, DaemonLine& parts)
{
    const std::string_view word = text::takeWord(rest);
    if (word.size() < 20 || word[4] != '-' || word[10] != 'T')
        return false;
    parts.utcOffsetSeconds = zoneOf(word);
    if (!parts.utcOffsetSeconds)
        return false;
    const auto ns = fromRfc3339(word);
    if (!ns)
        return true; // the shape of one
    const std::int64_t local = *ns + *parts.utcOffsetSeconds * nsPerSecond;
    parts.days = local / nsPerDay;
    parts.nsOfDay = local < 0 ? -1 : local % nsPerDay;
    return true;
}

/// "ntpd[28435]: "
bool takeProcess(std::string_view& rest, DaemonLine& parts)
{
    const std::string_view word = text::takeWord(rest);
    if (!word.ends_with(':'))
        return false;
    parts.process = text::until(word.substr(0, word.size() - 1), "[");
    const auto path = parts.process.rfind('/');
    if (path != std::string_view::npos)
        parts.process.remove_prefix(path + 1);
    return !parts.process.empty();
}

} // namespace

bool DaemonLine::read(std::string_view line, DaemonLine& parts)
{
    parts = {};
    std::string_view rest = text::trimmed(line);
    if (rest.starts_with('<')) // the priority of RFC 3164
        rest.remove_prefix(std::min(rest.find('>'), rest.size() - 1) + 1);
    const std::string_view begin = rest;
    const bool isOwn = !rest.empty() && text::isDigit(rest.front()) && rest.substr(0, 3).find(' ') < 3;
    const bool isStamp = !isOwn && !rest.empty() && text::isDigit(rest.front());
    if (!(isStamp ? takeTimeStamp(rest, parts) : takeMonthAndDay(rest, parts)))
        return false;
    parts.clock = begin.substr(0, begin.size() - rest.size());
    if (!isOwn)
        parts.host = text::takeWord(rest);
    if (!takeProcess(rest, parts))
        return false;
    parts.text = text::trimmed(rest);
    return true;
}

SourceTime DaemonLine::at(LineClock& clock, std::uint64_t line) const
{
    if (days)
        return clock.dated(*days * nsPerDay + nsOfDay, line);
    return clock.monthDay(month, day, nsOfDay, line);
}

} // namespace whittle
