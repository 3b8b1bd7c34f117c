// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/wrappedlines.h"

#include <algorithm>
#include <array>

#include "models/formats/text.h"

namespace whittle
{

namespace
{

constexpr std::array<std::size_t, 2> widths{80, 132}; ///< of terminals since the VT100
/// A line of more parts is none of a trace.
constexpr std::size_t maxParts = 64;

struct Widest {
    std::size_t length = 0;
    int lines = 0;
};

Widest widestOf(std::string_view head)
{
    Widest widest;
    for (auto end = head.find('\n'); end != head.npos; end = head.find('\n')) {
        std::string_view line = head.substr(0, end);
        head.remove_prefix(end + 1);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        if (line.size() > widest.length)
            widest = {line.size(), 0};
        if (line.size() == widest.length)
            ++widest.lines;
        if (widest.length > widths.back())
            break;
    }
    return widest;
}

} // namespace

std::size_t wrapWidth(std::string_view head)
{
    const Widest widest = widestOf(head);
    const bool isWidth = std::ranges::find(widths, widest.length) != widths.end();
    return isWidth && widest.lines >= 2 ? widest.length : 0;
}

bool WrappedLines::next(Line& line)
{
    if (m_started && m_width == 0)
        return m_lines.next(line);
    if (m_started)
        return nextJoined(line);
    m_started = true;
    if (!m_lines.next(line))
        return false;
    m_width = wrapWidth(m_lines.window());
    if (m_width == 0)
        return true;
    m_ahead = line.text;
    m_aheadNumber = line.number;
    m_hasAhead = true;
    return nextJoined(line);
}

bool WrappedLines::readAhead()
{
    Line line;
    m_hasAhead = m_lines.next(line);
    if (m_hasAhead) {
        m_ahead = line.text;
        m_aheadNumber = line.number;
    }
    return m_hasAhead;
}

bool WrappedLines::isRest(std::string_view text) const
{
    return !text::trimmed(text).empty() && !text.starts_with("  ") && !text.starts_with('\t')
        && !m_isRecord(text);
}

bool WrappedLines::nextJoined(Line& line)
{
    if (!m_hasAhead) {
        m_count.report(m_sink, Severity::Notice, "formats.lines-joined");
        m_count = {};
        return false;
    }
    std::swap(m_joined, m_ahead);
    line.number = m_aheadNumber;
    std::size_t partLength = m_joined.size();
    const bool isRecord = partLength == m_width && m_isRecord(m_joined);
    bool joined = false;
    while (readAhead() && isRecord && partLength == m_width && m_joined.size() < maxParts * m_width
           && isRest(m_ahead)) {
        partLength = m_ahead.size();
        m_joined += m_ahead;
        joined = true;
    }
    if (joined)
        m_count.add(line.number);
    line.text = m_joined;
    return true;
}

} // namespace whittle
