// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/ocshead.h"

#include "models/formats/clocktext.h"
#include "models/formats/text.h"
#include "models/formats/usdate.h"

namespace whittle
{

namespace
{

constexpr std::string_view beginMark = "$$begin_record";

/// "[0]06E4.0EB4::" or "[sfvedge\sfvedge]0584.0A44::"
bool takeThread(std::string_view& text)
{
    if (!text::take(text, "["))
        return false;
    const auto bracket = text.find(']');
    const auto end = text.find("::");
    if (bracket == text.npos || end == text.npos || end < bracket)
        return false;
    text.remove_prefix(end + 2);
    return true;
}

/// "01/18/2012-05:00:43.101.00005386": the last part counts records.
bool takeClock(std::string_view& text, OcsHead& head)
{
    if (!isUsDateShaped(text) || text.size() <= usDateLength || text[usDateLength] != '-')
        return false;
    const ClockText clock = ClockText::read(text.substr(usDateLength + 1), 3);
    if (clock.length == 0)
        return false;
    head.clock = text.substr(0, usDateLength + 1 + clock.length);
    const auto day = usDate(text);
    if (day && clock.ns >= 0)
        head.ns = *day + clock.ns;
    text.remove_prefix(head.clock.size());
    return true;
}

/// "(SIPStack,SIPAdminLog::TraceProtocolRecord:SIPAdminLog.cpp(125))"
bool takeComponent(std::string_view& text, OcsHead& head)
{
    const auto begin = text.find('(');
    if (begin == text.npos)
        return false;
    text.remove_prefix(begin + 1);
    head.component = text::until(text, ",)");
    const auto end = text.find("))");
    if (end == text.npos)
        return false;
    text.remove_prefix(end + 2);
    return true;
}

bool isNameLetter(char c)
{
    return text::isDigit(c) || (text::lower(c) >= 'a' && text::lower(c) <= 'z') || c == '-' || c == '_';
}

} // namespace

OcsHead OcsHead::read(std::string_view line)
{
    OcsHead head;
    if (!text::take(line, "TL_"))
        return {};
    const std::string_view level = text::until(line, "(");
    line.remove_prefix(level.size());
    if (level.empty() || !text::take(line, "(TF_"))
        return {};
    head.flag = text::until(line, ")");
    line.remove_prefix(head.flag.size());
    if (!text::take(line, ")"))
        return {};
    line = text::trimmed(line);
    if (!takeThread(line) || !takeClock(line, head) || !takeComponent(line, head))
        return {};
    head.text = text::trimmed(line);
    head.begins = head.text.ends_with(beginMark);
    head.text = text::trimmed(head.text.substr(0, head.text.find("$$"))); // a file may end within the mark
    if (head.text.ends_with('$'))
        head.text.remove_suffix(1);
    head.level = level;
    return head;
}

OcsRow OcsRow::read(std::string_view line)
{
    const auto colon = line.find(':');
    if (colon == 0 || colon == line.npos)
        return {};
    const std::string_view name = line.substr(0, colon);
    for (const char c : name) {
        if (!isNameLetter(c))
            return {};
    }
    return {name, text::trimmed(line.substr(colon + 1))};
}

bool OcsRow::is(std::string_view wanted) const
{
    return name.size() == wanted.size() && text::startsWithNoCase(name, wanted);
}

OcsResult OcsResult::read(std::string_view text)
{
    const auto begin = text::findNoCase(text, "0x");
    if (begin == text.npos)
        return {};
    text.remove_prefix(begin);
    OcsResult result;
    result.code = text::until(text, " \t(),;");
    text.remove_prefix(result.code.size());
    text = text::trimmed(text);
    text::take(text, "(");
    std::size_t length = 0;
    while (length < text.size() && isNameLetter(text[length]))
        ++length;
    result.name = text.substr(0, length);
    return result;
}

} // namespace whittle
