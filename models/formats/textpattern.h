// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

namespace whittle
{

/// The shape of a text, as data:
///
///     clear info[ - IP = {address}, state = {state}]
///
/// Letters match in either case, a blank matches any number of blanks (none, too: logs lose them), {name}
/// takes everything up to the text that follows it in the pattern (of a blank: up to the first blank; at the
/// end: all), and what stands behind '[' may be missing. The text may go on after the pattern.
class TextPattern
{
public:
    struct Capture {
        std::string_view name;
        std::string_view value; ///< without blanks at its ends
    };
    /// More than any pattern has; further captures are dropped.
    static constexpr std::size_t maxCaptures = 6;

    struct Match {
        std::array<Capture, maxCaptures> captures{};
        std::size_t count = 0;
    };

    explicit constexpr TextPattern(std::string_view pattern)
        : m_pattern(pattern)
    {
    }

    /// Whether `text` has this shape. The captures are views into it and into the pattern.
    bool match(std::string_view text, Match& match) const;

private:
    std::string_view m_pattern;
};

} // namespace whittle
