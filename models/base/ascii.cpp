// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/ascii.h"

#include <algorithm>

namespace whittle
{

std::string lowerCase(std::string_view text)
{
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), [](char c) { return lowerCase(c); });
    return lower;
}

bool equalIgnoringCase(std::string_view a, std::string_view b)
{
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) {
               return x == y || lowerCase(x) == lowerCase(y);
           });
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

} // namespace whittle
