// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/stamp.h"

#include <algorithm>
#include <array>
#include <utility>

#include "models/base/time.h"
#include "models/formats/clocktext.h"
#include "models/formats/monthname.h"
#include "models/formats/text.h"

namespace whittle
{

namespace
{

constexpr int quarter = 900;
constexpr int hour = 4 * quarter;

/// Abbreviations of the tz database that stand for one offset alone.
struct Abbreviation {
    std::string_view letters;
    int utcOffsetSeconds;
};
constexpr std::array abbreviations{
    Abbreviation{"UTC", 0},
    Abbreviation{"GMT", 0},
    Abbreviation{"Z", 0},
    Abbreviation{"EST", -5 * hour},
    Abbreviation{"EDT", -4 * hour},
    Abbreviation{"CDT", -5 * hour},
    Abbreviation{"MST", -7 * hour},
    Abbreviation{"MDT", -6 * hour},
    Abbreviation{"PST", -8 * hour},
    Abbreviation{"PDT", -7 * hour},
    Abbreviation{"AKST", -9 * hour},
    Abbreviation{"AKDT", -8 * hour},
    Abbreviation{"HST", -10 * hour},
    Abbreviation{"NST", -14 * quarter},
    Abbreviation{"NDT", -10 * quarter},
    Abbreviation{"WET", 0},
    Abbreviation{"WEST", 1 * hour},
    Abbreviation{"CET", 1 * hour},
    Abbreviation{"CEST", 2 * hour},
    Abbreviation{"MEZ", 1 * hour},
    Abbreviation{"MESZ", 2 * hour},
    Abbreviation{"EET", 2 * hour},
    Abbreviation{"EEST", 3 * hour},
    Abbreviation{"SAST", 2 * hour},
    Abbreviation{"IDT", 3 * hour},
    Abbreviation{"MSK", 3 * hour},
    Abbreviation{"PKT", 5 * hour},
    Abbreviation{"HKT", 8 * hour},
    Abbreviation{"SGT", 8 * hour},
    Abbreviation{"AWST", 8 * hour},
    Abbreviation{"JST", 9 * hour},
    Abbreviation{"KST", 9 * hour},
    Abbreviation{"ACST", 38 * quarter},
    Abbreviation{"ACDT", 42 * quarter},
    Abbreviation{"AEST", 10 * hour},
    Abbreviation{"AEDT", 11 * hour},
    Abbreviation{"NZST", 12 * hour},
    Abbreviation{"NZDT", 13 * hour},
};

/// Chicago, Shanghai, Havana; London, Dhaka; Kolkata, Dublin, Jerusalem.
constexpr std::array severalZones{
    ZoneByLetters{"BST", 1 * hour, "GMT"},  ZoneByLetters{"BST", 6 * hour, ""},
    ZoneByLetters{"CST", -6 * hour, "CDT"}, ZoneByLetters{"CST", 8 * hour, ""},
    ZoneByLetters{"CST", -5 * hour, ""},    ZoneByLetters{"IST", 22 * quarter, ""},
    ZoneByLetters{"IST", 1 * hour, "GMT"},  ZoneByLetters{"IST", 2 * hour, "IDT"},
};

bool isWordChar(char c)
{
    return isDigit(c) || isLetter(c);
}

/// "+02", "+0200", "+02:00" at the front: how many characters; 0 when it is none.
std::size_t offsetLength(std::string_view text)
{
    if (text.size() < 3 || (text[0] != '+' && text[0] != '-') || text::twoDigits(text, 1) < 0)
        return 0;
    for (const std::size_t minutesAt : {std::size_t{3}, std::size_t{4}}) {
        const bool parted = minutesAt == 3 || (text.size() > 3 && text[3] == ':');
        if (parted && text.size() >= minutesAt + 2 && text::twoDigits(text, minutesAt) >= 0)
            return minutesAt + 2;
    }
    return 3;
}

std::size_t withWordEnd(std::string_view text, std::size_t length)
{
    return text.size() > length && isWordChar(text[length]) ? 0 : length;
}

/// The zone right behind a clock, or a blank behind it: there a number needs its minutes, and letters must be
/// those of a zone.
std::string_view zoneBehind(std::string_view text)
{
    if (text.starts_with('Z') || text.starts_with('z'))
        return text.substr(0, withWordEnd(text, 1));
    if (const std::size_t length = offsetLength(text); length > 0)
        return text.substr(0, withWordEnd(text, length));
    if (!text::take(text, " "))
        return {};
    if (const std::size_t length = offsetLength(text); length > 3)
        return text.substr(0, withWordEnd(text, length));
    const auto end = std::ranges::find_if(text, [](char c) { return c < 'A' || c > 'Z'; });
    const std::string_view letters = text.substr(0, static_cast<std::size_t>(end - text.begin()));
    const bool isZone =
        std::ranges::find(abbreviations, letters, &Abbreviation::letters) != abbreviations.end()
        || !zonesOf(letters).empty();
    const std::size_t number = offsetLength(text.substr(letters.size())); // "GMT+02:00"
    return isZone ? text.substr(0, withWordEnd(text, letters.size() + number)) : std::string_view{};
}

/// "10:26:17", "10:26:17.844", "10:26:17,844": how many characters; 0 when it has not the shape.
std::size_t readClock(std::string_view text, Stamp& stamp)
{
    constexpr std::size_t whole = 8;
    if (!isClockShaped(text))
        return 0;
    const std::int64_t seconds = secondsOfDay(text);
    stamp.nsOfDay = seconds < 0 ? -1 : seconds * nsPerSecond;
    std::size_t end = whole;
    const bool hasFraction = text.size() > whole + 1 && (text[whole] == '.' || text[whole] == ',')
        && text::isDigit(text[whole + 1]);
    if (!hasFraction)
        return end;
    std::int64_t unit = seconds < 0 ? 0 : nsPerSecond / 10;
    for (++end; end < text.size() && text::isDigit(text[end]); ++end, unit /= 10)
        stamp.nsOfDay += (text[end] - '0') * unit;
    stamp.decimals = static_cast<int>(std::min<std::size_t>(end - whole - 1, 9));
    return end;
}

/// " PM" behind a clock of twelve hours: how many characters it takes; 0 when none stands there.
std::size_t readHalfOfDay(std::string_view text, Stamp& stamp)
{
    constexpr std::int64_t half = nsPerDay / 2;
    if ((!text.starts_with(" AM") && !text.starts_with(" PM")) || withWordEnd(text, 3) == 0)
        return 0;
    if (stamp.nsOfDay >= half + nsPerDay / 24)
        stamp.nsOfDay = -1; // 13 o'clock
    else if (stamp.nsOfDay >= 0)
        stamp.nsOfDay = stamp.nsOfDay % half + (text[1] == 'P' ? half : 0);
    return 3;
}

bool isWeekday(std::string_view word)
{
    constexpr std::array<std::string_view, 7> days{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    if (word.size() != 3 && word.size() != 4)
        return false;
    return std::ranges::find(days, text::until(word, ",")) != days.end();
}

std::optional<int> smallNumber(std::string_view word, int most)
{
    const auto value = text::number(word);
    return value && *value <= most ? std::optional(static_cast<int>(*value)) : std::nullopt;
}

/// Of a log.
bool isYear(int number)
{
    return number >= 1970 && number <= 2200;
}

void dropBlanks(std::string_view& text)
{
    text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
}

/// "2023", which `rest` loses.
void takeYear(std::string_view& rest, Stamp& stamp)
{
    std::string_view behind = rest;
    const std::string_view word = text::takeWord(behind);
    if (stamp.year || word.size() != 4 || !isDigit(word.front()) || !smallNumber(word, 9999))
        return;
    stamp.year = smallNumber(word, 9999);
    rest = behind;
}

/// Behind a clock; there may also stand a host that is called by its model ("2811").
void takeYearBehind(std::string_view& rest, Stamp& stamp)
{
    std::string_view behind = rest;
    Stamp withYear = stamp;
    takeYear(behind, withYear);
    if (!withYear.year || !isYear(*withYear.year))
        return;
    stamp.year = withYear.year;
    rest = behind;
}

/// Clock, zone, and a year where none stood before them.
bool takeClock(std::string_view& rest, Stamp& stamp)
{
    dropBlanks(rest);
    std::size_t length = readClock(rest, stamp);
    if (length == 0)
        return false;
    length += readHalfOfDay(rest.substr(length), stamp);
    stamp.zone = zoneBehind(rest.substr(length));
    if (stamp.zone.empty() && withWordEnd(rest, length) == 0)
        return false;
    const auto end =
        stamp.zone.empty() ? rest.begin() + static_cast<std::ptrdiff_t>(length) : stamp.zone.end();
    rest = {end, rest.end()};
    takeYearBehind(rest, stamp);
    return true;
}

std::optional<Stamp> monthDayStamp(std::string_view text)
{
    Stamp stamp;
    std::string_view rest = text;
    takeYear(rest, stamp);
    std::string_view first = text::takeWord(rest);
    std::string_view second = text::takeWord(rest);
    if (!first.empty() && text::isDigit(first.front()))
        std::swap(first, second); // the way round of ntpd's own file
    stamp.month = monthNumber(first);
    const auto day = smallNumber(second, 99);
    if (stamp.month == 0 || !day)
        return {};
    stamp.day = *day;
    takeYear(rest, stamp);
    if (!takeClock(rest, stamp))
        return {};
    stamp.written = text.substr(0, text.size() - rest.size());
    return stamp;
}

/// "22.11.2026 10:00:00"
std::optional<Stamp> dottedStamp(std::string_view text)
{
    Stamp stamp;
    std::string_view rest = text.size() > 11 ? text.substr(6) : std::string_view{};
    takeYear(rest, stamp);
    stamp.day = rest.empty() ? -1 : text::twoDigits(text, 0);
    stamp.month = rest.empty() ? -1 : text::twoDigits(text, 3);
    if (!stamp.year || stamp.day < 0 || stamp.month < 0 || !takeClock(rest, stamp))
        return {};
    stamp.written = text.substr(0, text.size() - rest.size());
    return stamp;
}

} // namespace

bool Stamp::isValid() const
{
    const CivilDate date{year.value_or(2000), month, day}; // 2000 has a 29 February
    return nsOfDay >= 0 && whittle::isValid(date) && (!year || isYear(*year));
}

std::int64_t Stamp::ns() const
{
    return daysFromCivil({year.value_or(1970), month, day}) * nsPerDay + nsOfDay;
}

std::optional<int> Stamp::utcOffsetSeconds() const
{
    std::string_view text = zone;
    if (const auto known = std::ranges::find(abbreviations, zone, &Abbreviation::letters);
        known != abbreviations.end())
        return known->utcOffsetSeconds;
    if (text == "z")
        return 0;
    if (!text::take(text, "UTC"))
        text::take(text, "GMT");
    const std::size_t length = offsetLength(text);
    if (length == 0 || length != text.size())
        return {};
    const int hours = text::twoDigits(text, 1);
    const int minutes = length > 3 ? text::twoDigits(text, length - 2) : 0;
    if (hours > 14 || minutes > 59)
        return {};
    return (hours * 3600 + minutes * 60) * (text[0] == '-' ? -1 : 1);
}

std::optional<Stamp> isoStamp(std::string_view text)
{
    constexpr std::size_t clockAt = 11;
    if (text.size() < clockAt + 8 || text[4] != '-' || text[7] != '-'
        || (text[10] != 'T' && text[10] != 't' && text[10] != ' '))
        return {};
    Stamp stamp;
    const int century = text::twoDigits(text, 0);
    const int yearOfIt = text::twoDigits(text, 2);
    stamp.month = text::twoDigits(text, 5);
    stamp.day = text::twoDigits(text, 8);
    if (century < 0 || yearOfIt < 0 || stamp.month < 0 || stamp.day < 0)
        return {};
    stamp.year = century * 100 + yearOfIt;
    std::string_view rest = text.substr(clockAt);
    if (!takeClock(rest, stamp))
        return {};
    stamp.written = text.substr(0, text.size() - rest.size());
    return stamp;
}

std::optional<Stamp> stampAtFront(std::string_view text)
{
    dropBlanks(text);
    std::string_view behind = text;
    if (isWeekday(text::takeWord(behind))) {
        text = behind;
        dropBlanks(text);
    }
    if (text.size() > 4 && text[4] == '-')
        return isoStamp(text);
    if (text.size() > 5 && text[2] == '.' && text[5] == '.')
        return dottedStamp(text);
    return monthDayStamp(text);
}

std::span<const ZoneByLetters> zonesOf(std::string_view letters)
{
    // std::ranges::equal_range is beyond clang 14, which builds the fuzzers.
    const auto first = std::ranges::find(severalZones, letters, &ZoneByLetters::letters);
    const auto last = std::find_if(first, severalZones.end(),
                                   [&](const ZoneByLetters& zone) { return zone.letters != letters; });
    return {first, last};
}

} // namespace whittle
