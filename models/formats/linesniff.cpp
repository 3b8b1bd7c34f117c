// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/linesniff.h"

#include <algorithm>

#include "models/formats/linesplitter.h"
#include "models/formats/text.h"
#include "models/formats/wrappedlines.h"

namespace whittle
{

LineSniff::LineSniff(Bytes head)
    : m_rest(asText(head))
    , m_lineEnd(lineEndOf(m_rest))
    , m_isSession(TerminalText::isIn(m_rest))
    , m_wrapWidth(wrapWidth(m_rest))
{
    text::take(m_rest, "\xEF\xBB\xBF");
}

bool LineSniff::next(std::string_view& line)
{
    while (!m_rest.empty() && m_lines < maxLines) {
        const auto end = m_rest.find(m_lineEnd);
        if (end == std::string_view::npos && m_lines > 0)
            return false;
        line = m_rest.substr(0, end);
        m_rest.remove_prefix(end == std::string_view::npos ? m_rest.size() : end + 1);
        ++m_number;
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        if (m_isSession)
            line = m_terminal.shown(line);
        m_mayBeRest = m_fillsWidth;
        m_fillsWidth = m_wrapWidth != 0 && line.size() == m_wrapWidth;
        if (text::trimmed(line).empty())
            continue;
        ++m_lines;
        return true;
    }
    return false;
}

void LineSniff::judge(Line line)
{
    if (line == Line::Proof)
        ++m_proofs;
    if (line != Line::Foreign)
        ++m_fitting;
    else if (m_mayBeRest)
        --m_lines;
    else if (m_firstForeignNumber == 0)
        m_firstForeignNumber = m_number;
    m_fillsWidth = m_fillsWidth && (line != Line::Foreign || m_mayBeRest);
}

Sniff LineSniff::answer() const
{
    if (m_lines == 0)
        return {0, "no lines"};
    const std::string lines = std::to_string(m_lines);
    if (m_proofs == 0)
        return {0, "none of the first " + lines + " lines matches"};
    if (m_fitting == m_lines)
        return {100, m_lines == 1 ? "the first line matches" : "all of the first " + lines + " lines match"};
    return {std::max(1, m_fitting * 100 / m_lines),
            std::to_string(m_fitting) + " of the first " + lines + " lines match; line "
                + std::to_string(m_firstForeignNumber) + " does not"};
}

} // namespace whittle
