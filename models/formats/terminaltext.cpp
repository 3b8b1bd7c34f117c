// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/terminaltext.h"

#include <algorithm>
#include <array>

#include "models/formats/text.h"

namespace whittle
{

namespace
{

constexpr char escape = '\x1B';
constexpr std::array<std::string_view, 4> prompts{
    "--More--", "-- More --", "<MORE>", "Press <enter> for 1 line, <space> for one page, or <q> to quit"};
/// "options: q=quit, n=next, p=prev, b=begin, e=end (lines 1 - 20 of 40) : "
constexpr std::string_view viewerBegin = "options: q=quit, n=next";
constexpr std::string_view viewerEnd = ") :";

/// Length of the escape sequence at the front: "ESC [ parameters letter", "ESC ] title BEL", or two
/// characters.
std::size_t escapeLength(std::string_view text)
{
    if (text.size() < 2)
        return text.size();
    std::size_t end = 2;
    if (text[1] == ']') {
        end = text.find('\a');
        return end == std::string_view::npos ? text.size() : end + 1;
    }
    if (text[1] != '[')
        return end;
    while (end < text.size() && (text[end] < '@' || text[end] > '~'))
        ++end;
    return std::min(end + 1, text.size());
}

/// The prompts of the pagers of CUCM's CLI and of terminal servers; after a key they are overwritten or left
/// standing.
std::string_view withoutPager(std::string_view text)
{
    const std::string_view front = text::trimmed(text);
    for (const std::string_view prompt : prompts) {
        if (front.starts_with(prompt))
            return front.substr(prompt.size());
    }
    const auto end = front.starts_with(viewerBegin) ? front.find(viewerEnd) : front.npos;
    return end == front.npos ? text : text::trimmed(front.substr(end + viewerEnd.size()));
}

} // namespace

bool TerminalText::isIn(std::string_view head)
{
    const auto has = [head](std::string_view mark) { return head.find(mark) != std::string_view::npos; };
    return has("\x1B") || has("\b") || has(viewerBegin) || std::ranges::any_of(prompts, has);
}

/// Rewrites the line into the buffer as a terminal would show it.
void TerminalText::plain(std::string_view line)
{
    m_buffer.clear();
    while (!line.empty()) {
        const char c = line.front();
        const std::size_t length = c == escape ? escapeLength(line) : 1;
        if (c == '\b' && !m_buffer.empty())
            m_buffer.pop_back();
        else if (c == '\r' && line.size() > 1)
            m_buffer.clear(); // what follows is written over what stood there
        else if (static_cast<unsigned char>(c) >= ' ' || c == '\t')
            m_buffer += c;
        line.remove_prefix(length);
    }
}

std::string_view TerminalText::shown(std::string_view line)
{
    constexpr std::string_view controls = "\x1B\b\r\a";
    if (line.find_first_of(controls) == std::string_view::npos && line.find('\0') == std::string_view::npos)
        return withoutPager(line);
    plain(line);
    return withoutPager(m_buffer);
}

} // namespace whittle
