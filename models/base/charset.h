// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace whittle
{

/// A set of bytes, for searches that are asked of each record: std::string_view::find_first_of() calls a
/// function for each character.
class CharSet
{
public:
    constexpr explicit CharSet(std::string_view characters)
    {
        for (const char c : characters)
            m_has[static_cast<unsigned char>(c)] = true;
    }

    constexpr bool has(char c) const { return m_has[static_cast<unsigned char>(c)]; }

private:
    std::array<bool, 256> m_has{};
};

/// Where the first character of the set stands; the size of the text when there is none.
constexpr std::size_t findAny(std::string_view text, const CharSet& set)
{
    std::size_t at = 0;
    while (at < text.size() && !set.has(text[at]))
        ++at;
    return at;
}

/// Without those characters at both ends.
constexpr std::string_view stripped(std::string_view text, const CharSet& set)
{
    while (!text.empty() && set.has(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && set.has(text.back()))
        text.remove_suffix(1);
    return text;
}

} // namespace whittle
