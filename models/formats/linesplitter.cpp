// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/linesplitter.h"

#include "models/evidence/blockreader.h"

namespace whittle
{

namespace
{

constexpr std::string_view utf8Mark = "\xEF\xBB\xBF";

} // namespace

char lineEndOf(std::string_view head)
{
    return head.find('\n') == std::string_view::npos && head.find('\r') != std::string_view::npos ? '\r'
                                                                                                  : '\n';
}

/// Gives the used part of the window back and asks for more than what is left of it; false when there is no
/// more.
bool LineSplitter::refill()
{
    const auto left = static_cast<std::size_t>(m_end - m_at);
    m_reader.consume(static_cast<std::size_t>(m_at - m_begin));
    auto window = m_reader.window(left + 1);
    if (!window) {
        m_failure = window.error();
        m_begin = m_at = m_end = nullptr;
        return false;
    }
    m_begin = m_at = reinterpret_cast<const char*>(window->data());
    m_end = m_begin + window->size();
    m_windowOffset = m_reader.position();
    ++m_windows;
    return window->size() > left;
}

/// Looks at the byte order mark, if there is one. At another place than the start of the file there is none.
bool LineSplitter::start()
{
    m_started = true;
    const bool atFileStart = m_reader.position() == 0;
    if (!refill())
        return false;
    m_lineEnd = lineEndOf(window());
    if (atFileStart && window().starts_with(utf8Mark))
        m_at += utf8Mark.size();
    return true;
}

/// Passes over what was left of a line that was cut; false when the file ends in it.
bool LineSplitter::passRest()
{
    for (;;) {
        const auto left = static_cast<std::size_t>(m_end - m_at);
        const void* const lineEnd = left > 0 ? std::memchr(m_at, m_lineEnd, left) : nullptr;
        m_at = lineEnd ? static_cast<const char*>(lineEnd) + 1 : m_end;
        if (lineEnd)
            break;
        if (!refill())
            return false;
    }
    m_inRest = false;
    return true;
}

void LineSplitter::lastLine(std::string_view& line)
{
    m_lineBegin = m_at;
    auto length = static_cast<std::size_t>(m_end - m_at);
    m_at = m_end;
    if (m_end[-1] == '\r')
        --length;
    line = {m_lineBegin, length};
}

/// The line does not end inside the window.
bool LineSplitter::nextFar(std::string_view& line)
{
    if (m_failure || (!m_started && !start()) || (m_inRest && !passRest()))
        return false;
    for (;;) {
        const auto left = static_cast<std::size_t>(m_end - m_at);
        if (const void* lineEnd = left > 0 ? std::memchr(m_at, m_lineEnd, left) : nullptr) {
            finish(line, static_cast<const char*>(lineEnd));
            return true;
        }
        m_cut = m_inRest = left > maxLineBytes;
        if (m_cut) {
            m_lineBegin = m_at;
            m_at += maxLineBytes;
            line = {m_lineBegin, maxLineBytes};
            return true;
        }
        if (refill())
            continue;
        if (m_failure || m_at == m_end)
            return false;
        lastLine(line);
        return true;
    }
}

} // namespace whittle
