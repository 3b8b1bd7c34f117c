// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/windowsalarm.h"

#include <utility>

#include "models/base/time.h"
#include "models/formats/alarm.h"
#include "models/formats/clocktext.h"
#include "models/formats/text.h"

namespace whittle
{

namespace
{

/// More than any alarm has.
constexpr std::size_t maxText = 4096;

std::optional<std::string_view> valueOf(std::string_view line, std::string_view key)
{
    line = text::trimmed(line);
    if (!text::take(line, key))
        return {};
    return text::trimmed(line);
}

/// "Error: DeviceTransientConnection - …" without the severity.
std::string_view titleIn(std::string_view line)
{
    line = text::trimmed(line);
    for (const std::string_view severity : {"Error: ", "Warning: ", "Information: ", "Informational: "})
        text::take(line, severity);
    return mayBeAlarm(line) && line.find(" - ") != std::string_view::npos && line.find(' ') > 6
        ? line
        : std::string_view{};
}

/// "9/23/2005", in German "23.09.2005"
std::optional<CivilDate> dayOf(std::string_view text)
{
    std::int64_t month = text::takeNumber(text).value_or(0);
    const bool isDayFirst = text.starts_with('.');
    const std::string_view between = isDayFirst ? "." : "/";
    std::int64_t day = text::take(text, between) ? text::takeNumber(text).value_or(0) : 0;
    const std::int64_t year = text::take(text, between) ? text::takeNumber(text).value_or(0) : 0;
    if (isDayFirst)
        std::swap(month, day);
    if (month > 12 || day > 31 || year < 1990 || year > 2200)
        return {};
    const CivilDate date{static_cast<int>(year), static_cast<int>(month), static_cast<int>(day)};
    return isValid(date) ? std::optional(date) : std::nullopt;
}

/// "10:02:11 AM", "9:05:00 PM", "21:05:00"
std::optional<std::int64_t> clockOf(std::string_view text)
{
    auto hour = text::takeNumber(text);
    if (!hour || text.size() < 6 || text[0] != ':' || text[3] != ':')
        return {};
    const int minute = text::twoDigits(text, 1);
    const int second = text::twoDigits(text, 4);
    const std::string_view half = text::trimmed(text.substr(6));
    if (half == "PM" && *hour < 12)
        *hour += 12;
    else if (half == "AM" && *hour == 12)
        *hour = 0;
    if (*hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59)
        return {};
    return (*hour * 3600 + minute * 60 + second) * nsPerSecond;
}

} // namespace

WindowsAlarm::Kind WindowsAlarm::kindOf(std::string_view line)
{
    line = text::trimmed(line);
    for (const std::string_view key : {"Event Type:", "Event Source:", "Event Category:", "Event ID:",
                                       "Date:", "Time:", "User:", "Computer:", "Description:"}) {
        if (line.starts_with(key))
            return Kind::Header;
    }
    if (!titleIn(line).empty())
        return Kind::Title;
    return line.find(':') == std::string_view::npos ? Kind::Other : Kind::Parameter;
}

/// Nothing of an alarm stands behind the next alarm's header.
bool WindowsAlarm::isEnd(std::string_view line) const
{
    const Kind kind = kindOf(line);
    return isOpen() && (kind == Kind::Header || kind == Kind::Title);
}

bool WindowsAlarm::add(std::string_view line, std::uint64_t number)
{
    switch (kindOf(line)) {
    case Kind::Header:
        if (const auto date = valueOf(line, "Date:"))
            m_day = dayOf(*date);
        else if (const auto clock = valueOf(line, "Time:"))
            m_nsOfDay = clockOf(*clock);
        return true;
    case Kind::Title:
        m_line = number;
        m_text.assign(titleIn(line));
        return true;
    case Kind::Parameter:
    case Kind::Other:
        m_isExplained = m_isExplained || text::trimmed(line).starts_with("Explanation:");
        if (isOpen() && !m_isExplained && m_text.size() + line.size() < maxText) {
            m_text += ' ';
            m_text += text::trimmed(line);
        }
        return isOpen();
    }
    return false;
}

std::optional<Stamp> WindowsAlarm::time() const
{
    if (!m_day || !m_nsOfDay)
        return {};
    return Stamp{m_day->year, m_day->month, m_day->day, *m_nsOfDay};
}

void WindowsAlarm::clear()
{
    m_day.reset();
    m_nsOfDay.reset();
    m_line = 0;
    m_isExplained = false;
    m_text.clear();
}

} // namespace whittle
