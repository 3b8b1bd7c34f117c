// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "models/base/ascii.h"

namespace whittle::text
{

using whittle::isBlank;
using whittle::isDigit;

constexpr char lower(char c)
{
    return lowerCase(c);
}

/// Without blanks, tabs and carriage returns at both ends.
std::string_view trimmed(std::string_view text);

/// `prefix` at the front of `text`, ASCII letters of either case.
inline bool startsWithNoCase(std::string_view text, std::string_view prefix)
{
    return startsWithIgnoringCase(text, prefix);
}

/// Where `what` begins in `text`, ASCII letters of either case; npos when it does not occur.
inline std::size_t findNoCase(std::string_view text, std::string_view what)
{
    return findIgnoringCase(text, what);
}

/// What follows the first `key` in `text`; empty when the key does not occur.
std::optional<std::string_view> after(std::string_view text, std::string_view key);

/// The front of `text` up to the first of `ends`; all of it when none occurs.
std::string_view until(std::string_view text, std::string_view ends);

/// Takes the next word (up to a blank) off the front, and the blanks before it; empty when none is left.
std::string_view takeWord(std::string_view& text);

/// Takes `prefix` off the front; false, and nothing taken, when it is not there.
inline bool take(std::string_view& text, std::string_view prefix)
{
    if (!text.starts_with(prefix))
        return false;
    text.remove_prefix(prefix.size());
    return true;
}

/// Takes the decimal digits at the front (at most 18, so that the number fits); empty when there are none.
std::optional<std::int64_t> takeNumber(std::string_view& text);

/// All of `text` as a decimal number without a sign.
std::optional<std::int64_t> number(std::string_view text);

/// Two decimal digits at `offset`, which must lie inside the text; -1 when they are none: for the hot path,
/// where an optional costs too much.
constexpr int twoDigits(std::string_view text, std::size_t offset)
{
    const char tens = text[offset];
    const char ones = text[offset + 1];
    return isDigit(tens) && isDigit(ones) ? (tens - '0') * 10 + (ones - '0') : -1;
}

/// The name of a phone ("SEP001E7A24429A") anywhere in `text`, as it stands there; empty when there is none.
std::string_view phoneNameIn(std::string_view text);

} // namespace whittle::text
