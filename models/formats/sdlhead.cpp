// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/sdlhead.h"

#include "models/formats/clocktext.h"
#include "models/formats/text.h"

namespace whittle
{

namespace
{

constexpr std::size_t clockLength = 12; // HH:MM:SS.mmm

bool takeBar(std::string_view& text)
{
    std::size_t blanks = 0;
    while (blanks < text.size() && text::isBlank(text[blanks]))
        ++blanks;
    if (blanks == text.size() || text[blanks] != '|')
        return false;
    text.remove_prefix(blanks + 1);
    return true;
}

bool isTypeCharacter(char c)
{
    return text::isDigit(c) || (text::lower(c) >= 'a' && text::lower(c) <= 'z') || c == '-' || c == '_'
        || c == '*';
}

/// "28147303.000": 5 to 10 digits (normally 8), and three.
bool takeSequence(std::string_view& text, std::uint64_t& sequence)
{
    std::size_t digits = 0;
    while (digits < text.size() && digits <= 10 && text::isDigit(text[digits]))
        sequence = sequence * 10 + static_cast<std::uint64_t>(text[digits++] - '0');
    if (digits < 5 || digits > 10 || text.size() < digits + 4 || text[digits] != '.')
        return false;
    for (std::size_t i = digits + 1; i < digits + 4; ++i) {
        if (!text::isDigit(text[i]))
            return false;
    }
    text.remove_prefix(digits + 4);
    return true;
}

std::string_view takeColumn(std::string_view& rest)
{
    const auto bar = rest.find('|');
    const std::string_view column = text::trimmed(rest.substr(0, bar));
    rest = bar == std::string_view::npos ? std::string_view{} : rest.substr(bar + 1);
    return column;
}

std::string_view unlessStar(std::string_view text)
{
    text = text::trimmed(text);
    return text == "*" ? std::string_view{} : text;
}

/// Rows about one TCP connection carry its number in their tag; those that tell of the connection itself come
/// from it.
std::string_view connectionOf(std::string_view tag, std::string_view sender)
{
    constexpr std::string_view process = "SdlTCPConnection(";
    if (sender.starts_with(process))
        return text::until(sender.substr(process.size()), ")");
    return tag.substr(0, tag.rfind('.'));
}

} // namespace

SdlHead SdlHead::read(std::string_view line)
{
    SdlHead head;
    if (line.empty() || !text::isDigit(line.front()) || !takeSequence(line, head.sequence) || !takeBar(line))
        return {};
    while (!line.empty() && text::isBlank(line.front()))
        line.remove_prefix(1);
    if (line.size() < clockLength || !isClockShaped(line) || line[8] != '.' || text::twoDigits(line, 9) < 0
        || !text::isDigit(line[11]))
        return {};
    head.clock = line.substr(0, clockLength);
    line.remove_prefix(clockLength);
    if (!takeBar(line))
        return {};
    std::size_t type = 0;
    while (type < line.size() && isTypeCharacter(line[type]))
        ++type;
    head.type = line.substr(0, type);
    line.remove_prefix(type);
    if (type == 0 || !takeBar(line))
        return {};
    head.rest = text::trimmed(line);
    const std::int64_t seconds = secondsOfDay(head.clock);
    const int milliseconds = text::twoDigits(head.clock, 9) * 10 + (head.clock[11] - '0');
    head.kind = seconds < 0 ? Kind::BadTime : Kind::Row;
    head.ns = seconds * nsPerSecond + milliseconds * std::int64_t{1'000'000};
    return head;
}

/// StationLocationInfo |restart0 |StationD(1,100,64,5195) |StationInit(1,100,63,1)
/// |1,100,14,5210.26^10.105.132.116^SEP10F311B680E2 |[R:N-H:0,N:0,L:0,V:0,Z:0,D:0] LocationInfo=…
SdlSignalRow SdlSignalRow::read(std::string_view rest)
{
    SdlSignalRow row;
    row.name = takeColumn(rest);
    row.state = takeColumn(rest);
    row.receiver = takeColumn(rest);
    row.sender = takeColumn(rest);
    std::string_view tag = takeColumn(rest);
    row.parameters = text::trimmed(rest);
    const auto first = tag.find('^');
    const std::string_view who = first == std::string_view::npos ? std::string_view{} : tag.substr(first + 1);
    const auto second = who.find('^');
    row.address = unlessStar(who.substr(0, second));
    row.device = second == std::string_view::npos ? std::string_view{} : unlessStar(who.substr(second + 1));
    row.connection = connectionOf(tag.substr(0, first), row.sender);
    return row;
}

std::string_view sdlInstance(std::string_view process)
{
    const auto comma = process.rfind(',');
    if (comma == std::string_view::npos || !process.ends_with(')'))
        return {};
    process = process.substr(comma + 1);
    process.remove_suffix(1);
    return text::number(process) ? process : std::string_view{};
}

} // namespace whittle
