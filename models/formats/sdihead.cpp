// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/sdihead.h"

#include <cstring>
#include <limits>

#include "models/base/time.h"
#include "models/formats/clocktext.h"

namespace whittle
{

namespace
{

constexpr std::size_t dateLength = 10; // MM/DD/YYYY
constexpr std::size_t clockLength = 12; // HH:MM:SS.mmm
constexpr std::int64_t noDay = std::numeric_limits<std::int64_t>::min();

bool isDateShaped(std::string_view text)
{
    return text.size() > dateLength && text[2] == '/' && text[5] == '/' && text[dateLength] == ' '
        && text::twoDigits(text, 0) >= 0 && text::twoDigits(text, 3) >= 0 && text::twoDigits(text, 6) >= 0
        && text::twoDigits(text, 8) >= 0;
}

/// "13:15:39.763 "
bool isTimeShaped(std::string_view text)
{
    return text.size() > clockLength && isClockShaped(text) && text[8] == '.' && text[clockLength] == ' '
        && text::twoDigits(text, 9) >= 0 && text::isDigit(text[11]);
}

/// "CCM|": the service and what follows the bar.
bool splitService(std::string_view text, SdiHead& head)
{
    if (text.starts_with("CCM|")) {
        head.service = text.substr(0, 3);
        head.body = text.substr(4);
        return true;
    }
    std::size_t length = 0;
    while (length < text.size() && text::lower(text[length]) >= 'a' && text::lower(text[length]) <= 'z')
        ++length;
    if (length == 0 || length == text.size() || text[length] != '|')
        return false;
    head.service = text.substr(0, length);
    head.body = text.substr(length + 1);
    return true;
}

} // namespace

/// ns since 1970-01-01 of the midnight that begins "07/21/2006"; noDay when there is no such day.
std::int64_t SdiHeadReader::dayOf(std::string_view date)
{
    if (std::memcmp(date.data(), m_date.data(), dateLength) == 0)
        return m_day;
    const CivilDate civil{text::twoDigits(date, 6) * 100 + text::twoDigits(date, 8), text::twoDigits(date, 0),
                          text::twoDigits(date, 3)};
    std::memcpy(m_date.data(), date.data(), dateLength);
    // years before the first CallManager are damage, and those after 2261 do not fit in nanoseconds
    m_day =
        isValid(civil) && civil.year >= 1990 && civil.year <= 2200 ? daysFromCivil(civil) * nsPerDay : noDay;
    return m_day;
}

/// 07/21/2006 13:15:39.763 CCM|StationInit: (0000188) TimeDateReq.|<:PENANG-CCM4-CLUSTER><:><:2>
SdiHead SdiHeadReader::read(std::string_view line)
{
    SdiHead head;
    const bool dated = isDateShaped(line);
    const std::string_view clock = dated ? line.substr(dateLength + 1) : line;
    if (!isTimeShaped(clock) || !splitService(clock.substr(clockLength + 1), head))
        return {};
    const std::int64_t seconds = secondsOfDay(clock);
    const std::int64_t day = dated ? dayOf(line) : 0;
    head.clockLength = dated ? dateLength + 1 + clockLength : clockLength;
    if (seconds < 0 || day == noDay) {
        head.kind = SdiHead::Kind::BadTime;
        return head;
    }
    const int milliseconds = text::twoDigits(clock, 9) * 10 + (clock[11] - '0');
    head.kind = dated ? SdiHead::Kind::Dated : SdiHead::Kind::TimeOnly;
    head.ns = day + seconds * nsPerSecond + milliseconds * std::int64_t{1'000'000};
    return head;
}

} // namespace whittle
