// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/ascii.h"

#include <algorithm>

namespace whittle
{

bool equalIgnoringCase(std::string_view a, std::string_view b)
{
    return std::ranges::equal(a, b, {}, lowerCase, lowerCase);
}

bool startsWithIgnoringCase(std::string_view text, std::string_view prefix)
{
    return equalIgnoringCase(text.substr(0, prefix.size()), prefix);
}

std::size_t findIgnoringCase(std::string_view text, std::string_view wanted)
{
    // std::ranges::search is beyond clang 14, which builds the fuzzers.
    const auto found = std::search(text.begin(), text.end(), wanted.begin(), wanted.end(),
                                   [](char a, char b) { return lowerCase(a) == lowerCase(b); });
    if (found == text.end() && !wanted.empty())
        return std::string_view::npos;
    return static_cast<std::size_t>(found - text.begin());
}

std::string_view trimmedOf(std::string_view text, std::string_view blanks)
{
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(blanks) + 1 - first);
}

} // namespace whittle
