// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace whittle
{

/// Texts of protocols and logs as ASCII; no locale has a say.

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
constexpr bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}
constexpr bool isUpperCase(char c)
{
    return c >= 'A' && c <= 'Z';
}
constexpr bool isLetter(char c)
{
    return isUpperCase(c) || (c >= 'a' && c <= 'z');
}
constexpr char lowerCase(char c)
{
    return isUpperCase(c) ? static_cast<char>(c - 'A' + 'a') : c;
}
std::string lowerCase(std::string_view text);

bool equalIgnoringCase(std::string_view a, std::string_view b);
bool startsWithIgnoringCase(std::string_view text, std::string_view prefix);
/// Where `wanted` begins, in any case of its letters; npos when it is not there.
std::size_t findIgnoringCase(std::string_view text, std::string_view wanted);

} // namespace whittle
