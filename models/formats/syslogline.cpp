// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/syslogline.h"

#include <algorithm>

#include "models/formats/text.h"

namespace whittle
{

namespace
{

/// What stands before the colon of a message: "CCM_CALLMANAGER-CALLMANAGER-4-DeviceTransientConnection" and
/// longer, but not the rest of a line that has no colon.
constexpr std::size_t maxFrontBytes = 256;

constexpr int mostWordsOfStamp = 6;

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

/// The last word of the text, which loses it.
std::string_view takeLastWord(std::string_view& text)
{
    text = text::trimmed(text);
    const auto blank = text.find_last_of(" \t");
    const std::string_view word = blank == std::string_view::npos ? text : text.substr(blank + 1);
    text.remove_suffix(word.size());
    return word;
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

/// What stands behind the clock: nothing, or one word that is its zone, in capitals or by its number.
bool takeZone(std::string_view rest, Stamp& stamp)
{
    constexpr std::size_t mostLetters = 5;
    if (stamp.zone.empty())
        stamp.zone = text::takeWord(rest);
    const bool isLetters = stamp.zone.size() <= mostLetters
        && std::ranges::all_of(stamp.zone, [](char c) { return c >= 'A' && c <= 'Z'; });
    return text::trimmed(rest).empty() && (isLetters || stamp.utcOffsetSeconds());
}

} // namespace

std::optional<Stamp> timeAtFront(std::string_view line)
{
    takePriority(line);
    return stampAtFront(line);
}

std::optional<Stamp> timeAtEnd(std::string_view text)
{
    while (!text.empty() && (text::isBlank(text.back()) || text.back() == ':'))
        text.remove_suffix(1);
    std::string_view rest = text;
    // From the last word on, then from the one before it: a date, a clock and a zone are at most five.
    for (int words = 1; words <= mostWordsOfStamp && !rest.empty(); ++words) {
        const std::string_view word = takeLastWord(rest);
        std::string_view from = text.substr(static_cast<std::size_t>(word.data() - text.data()));
        while (!from.empty() && (from.front() == '*' || from.front() == '.'))
            from.remove_prefix(1); // the clock of a router that is not synchronised
        auto stamp = from.empty() || text::isDigit(from.front()) ? isoStamp(from) : stampAtFront(from);
        if (stamp && takeZone(from.substr(stamp->written.size()), *stamp)) {
            stamp->written = from;
            return stamp;
        }
    }
    return {};
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
