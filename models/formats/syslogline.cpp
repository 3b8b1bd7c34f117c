// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/syslogline.h"

#include <algorithm>
#include <array>

#include "models/base/time.h"
#include "models/formats/clocktext.h"
#include "models/formats/text.h"

namespace whittle
{

namespace
{

int monthOf(std::string_view name)
{
    constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto found = std::ranges::find(months, name);
    return found == months.end() ? 0 : static_cast<int>(found - months.begin()) + 1;
}

/// Abbreviations of the tz database that stand for one offset alone; CST, IST and BST do not.
struct Abbreviation {
    std::string_view name;
    int hours;
};
constexpr std::array abbreviations{
    Abbreviation{"EST", -5},  Abbreviation{"EDT", -4},  Abbreviation{"CDT", -5},  Abbreviation{"MST", -7},
    Abbreviation{"MDT", -6},  Abbreviation{"PST", -8},  Abbreviation{"PDT", -7},  Abbreviation{"AKST", -9},
    Abbreviation{"AKDT", -8}, Abbreviation{"HST", -10}, Abbreviation{"WET", 0},   Abbreviation{"WEST", 1},
    Abbreviation{"CET", 1},   Abbreviation{"CEST", 2},  Abbreviation{"EET", 2},   Abbreviation{"EEST", 3},
    Abbreviation{"MSK", 3},   Abbreviation{"HKT", 8},   Abbreviation{"JST", 9},   Abbreviation{"KST", 9},
    Abbreviation{"AEST", 10}, Abbreviation{"AEDT", 11}, Abbreviation{"NZST", 12}, Abbreviation{"NZDT", 13},
};

/// What stands before the colon of a message: "CCM_CALLMANAGER-CALLMANAGER-4-DeviceTransientConnection" and
/// longer, but not the rest of a line that has no colon.
constexpr std::size_t maxFrontBytes = 256;

bool isUpperWordChar(char c)
{
    return (c >= 'A' && c <= 'Z') || text::isDigit(c) || c == '_';
}

bool isNameChar(char c)
{
    return text::isDigit(c) || (text::lower(c) >= 'a' && text::lower(c) <= 'z') || c == '_';
}

template <typename Predicate>
std::string_view takeWhile(std::string_view& text, Predicate belongs)
{
    const auto end = std::ranges::find_if_not(text, belongs);
    const std::string_view taken = text.substr(0, static_cast<std::size_t>(end - text.begin()));
    text.remove_prefix(taken.size());
    return taken;
}

/// "06:22:31", "14:52:13.303"
std::int64_t clockOf(std::string_view word)
{
    if (word.size() > 8 && word[8] != '.')
        return -1;
    if (const ClockText clock = ClockText::read(word, 1); clock.length > 0)
        return clock.length == word.size() ? clock.ns : -1;
    const std::int64_t seconds = isClockShaped(word) && word.size() == 8 ? secondsOfDay(word) : -1;
    return seconds < 0 ? -1 : seconds * nsPerSecond;
}

std::optional<int> smallNumber(std::string_view word, int most)
{
    const auto value = text::number(word);
    return value && *value <= most ? std::optional(static_cast<int>(*value)) : std::nullopt;
}

/// The last word of the text, which loses it.
std::string_view takeLastWord(std::string_view& text)
{
    text = text::trimmed(text);
    const auto blank = text.find_last_of(" \t");
    const std::string_view word = blank == std::string_view::npos ? text : text.substr(blank + 1);
    text.remove_suffix(word.size());
    return word;
}

/// "2018-09-02T15:26:17.844Z", "2018-09-02T10:26:17-05:00": taken as UTC.
std::optional<SyslogTime> isoTime(std::string_view word)
{
    if (word.size() < 19 || word[4] != '-' || (word[10] != 'T' && word[10] != ' '))
        return {};
    const auto ns = fromRfc3339(word);
    if (!ns || *ns < 0)
        return {};
    const CivilDate date = civilFromDays(*ns / nsPerDay);
    const bool saysZone = word.ends_with('Z') || word.find_first_of("+-", 19) != std::string_view::npos;
    return SyslogTime{date.year, date.month, date.day, *ns % nsPerDay, saysZone ? "UTC" : "", word};
}

/// "189>", and in RFC 5424 "1 ": priority and version.
void takePriority(std::string_view& line)
{
    std::string_view rest = line;
    if (!text::take(rest, "<") || takeWhile(rest, text::isDigit).empty() || !text::take(rest, ">"))
        return;
    text::take(rest, "1 ");
    line = rest;
}

} // namespace

bool SyslogTime::isValid() const
{
    const CivilDate date{year.value_or(2000), month, day}; // 2000 has a 29 February
    return nsOfDay >= 0 && whittle::isValid(date) && (!year || (*year >= 1990 && *year <= 2200));
}

std::optional<int> SyslogTime::utcOffsetSeconds() const
{
    std::string_view text = zone;
    if (const auto known = std::ranges::find(abbreviations, zone, &Abbreviation::name);
        known != abbreviations.end())
        return known->hours * 3600;
    if (text == "UTC" || text == "GMT" || text == "Z")
        return 0;
    if (!text::take(text, "UTC"))
        text::take(text, "GMT");
    if (text.size() < 5 || (text[0] != '+' && text[0] != '-'))
        return {};
    const std::size_t minutesAt = text[3] == ':' ? 4 : 3;
    if (text.size() != minutesAt + 2)
        return {};
    const int hours = text::twoDigits(text, 1);
    const int minutes = text::twoDigits(text, minutesAt);
    if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59)
        return {};
    return (hours * 3600 + minutes * 60) * (text[0] == '-' ? -1 : 1);
}

std::optional<SyslogTime> timeAtFront(std::string_view line)
{
    takePriority(line);
    std::string_view rest = line;
    const std::string_view first = text::takeWord(rest);
    if (auto iso = isoTime(first))
        return iso;
    SyslogTime time;
    time.month = monthOf(first);
    const auto day = smallNumber(text::takeWord(rest), 99);
    std::string_view clock = text::takeWord(rest);
    if (const auto year = smallNumber(clock, 9999); year && clock.size() == 4) {
        time.year = year;
        clock = text::takeWord(rest);
    }
    if (clock.ends_with(':'))
        clock.remove_suffix(1);
    if (time.month == 0 || !day || !isClockShaped(clock))
        return {};
    time.day = *day;
    time.nsOfDay = clockOf(clock);
    time.written = line.substr(0, static_cast<std::size_t>(rest.data() - line.data()));
    return time;
}

std::optional<SyslogTime> timeAtEnd(std::string_view text)
{
    while (!text.empty() && (text::isBlank(text.back()) || text.back() == ':'))
        text.remove_suffix(1);
    const std::string_view all = text;
    SyslogTime time;
    std::string_view word = takeLastWord(text);
    if (auto iso = isoTime(word))
        return iso;
    if (!isClockShaped(word)) {
        time.zone = word;
        word = takeLastWord(text);
    }
    if (auto iso = isoTime(word))
        return iso;
    if (!isClockShaped(word))
        return {};
    time.nsOfDay = clockOf(word);
    word = takeLastWord(text);
    if (word.size() == 4) {
        time.year = smallNumber(word, 9999);
        word = takeLastWord(text);
    }
    const auto day = smallNumber(word, 99);
    word = takeLastWord(text);
    while (!word.empty() && (word.front() == '*' || word.front() == '.'))
        word.remove_prefix(1); // the clock of a router that is not synchronised
    time.month = monthOf(word);
    if (time.month == 0 || !day)
        return {};
    time.day = *day;
    time.written = all.substr(static_cast<std::size_t>(word.data() - all.data()));
    return time;
}

std::optional<SyslogMessage> SyslogMessage::find(std::string_view line)
{
    for (auto at = line.find('%'); at != std::string_view::npos; at = line.find('%', at + 1)) {
        SyslogMessage message;
        message.before = line.substr(0, at);
        const std::string_view whole = line.substr(at + 1);
        const auto colon = whole.substr(0, maxFrontBytes).find(':');
        if (colon == std::string_view::npos)
            continue;
        const std::string_view front = whole.substr(0, colon);
        const auto dash = front.rfind('-');
        if (dash == std::string_view::npos || dash < 3 || front[dash - 2] != '-' || front[dash - 1] < '0'
            || front[dash - 1] > '7')
            continue;
        message.facility = front.substr(0, dash - 2);
        message.severity = front[dash - 1];
        std::string_view name = front.substr(dash + 1);
        message.name = takeWhile(name, isNameChar);
        const bool isFacility =
            std::ranges::all_of(message.facility, [](char c) { return isUpperWordChar(c) || c == '-'; });
        if (message.name.empty() || !isFacility || !text::trimmed(name).empty())
            continue;
        message.text = text::trimmed(whole.substr(front.size() + 1));
        return message;
    }
    return {};
}

bool SyslogMessage::isAlarm() const
{
    return std::ranges::any_of(name, [](char c) { return c >= 'a' && c <= 'z'; });
}

} // namespace whittle
