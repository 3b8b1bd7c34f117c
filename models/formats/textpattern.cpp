// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/textpattern.h"

#include <algorithm>

#include "models/formats/text.h"

namespace whittle
{

namespace
{

/// One pass over pattern and text.
class Matcher
{
public:
    Matcher(std::string_view pattern, std::string_view rest, TextPattern::Match& match)
        : m_pattern(pattern)
        , m_rest(rest)
        , m_match(match)
    {
    }

    bool run()
    {
        bool optional = false;
        while (!m_pattern.empty()) {
            const char c = m_pattern.front();
            if (c == '[' || c == ']') {
                optional = true;
                m_pattern.remove_prefix(1);
            } else if (!(c == '{' ? capture() : literal(c))) {
                return optional;
            }
        }
        return true;
    }

private:
    bool literal(char c)
    {
        m_pattern.remove_prefix(1);
        if (c == ' ') {
            skipBlanks();
            return true;
        }
        if (m_rest.empty() || text::lower(m_rest.front()) != text::lower(c))
            return false;
        m_rest.remove_prefix(1);
        return true;
    }

    bool capture()
    {
        const std::string_view name = text::until(m_pattern.substr(1), "}");
        m_pattern.remove_prefix(name.size() + 2);
        const std::string_view stop = stopText();
        skipBlanks();
        const auto end = stop.empty() ? m_rest.size() : text::findNoCase(m_rest, stop);
        if (end == std::string_view::npos && m_pattern.front() != '[' && stop != " ")
            return false;
        add({name, text::trimmed(m_rest.substr(0, end))});
        m_rest.remove_prefix(std::min(end, m_rest.size()));
        return true;
    }

    /// What ends a capture: the text up to the next capture, bracket or second blank.
    std::string_view stopText() const
    {
        std::string_view stop = m_pattern.starts_with('[') ? m_pattern.substr(1) : m_pattern;
        stop = text::until(stop, "{[]");
        const auto blank = stop.find(' ', 1);
        stop = stop.substr(0, blank);
        return stop.size() > 1 && stop.front() == ' ' ? stop.substr(0, 1) : stop;
    }

    void skipBlanks()
    {
        while (!m_rest.empty() && text::isBlank(m_rest.front()))
            m_rest.remove_prefix(1);
    }

    void add(TextPattern::Capture capture)
    {
        if (m_match.count < TextPattern::maxCaptures)
            m_match.captures[m_match.count++] = capture;
    }

    std::string_view m_pattern;
    std::string_view m_rest;
    TextPattern::Match& m_match;
};

} // namespace

bool TextPattern::match(std::string_view text, Match& match) const
{
    match.count = 0;
    return Matcher(m_pattern, text, match).run();
}

} // namespace whittle
