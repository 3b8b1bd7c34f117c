// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/text.h"

#include <algorithm>

#include "models/base/address.h"
#include "models/base/charset.h"

namespace whittle::text
{

std::string_view trimmed(std::string_view text)
{
    static constexpr CharSet blanks(" \t\r");
    return stripped(text, blanks);
}

std::optional<std::string_view> after(std::string_view text, std::string_view key)
{
    const auto found = text.find(key);
    if (found == std::string_view::npos)
        return {};
    return text.substr(found + key.size());
}

std::string_view until(std::string_view text, std::string_view ends)
{
    return text.substr(0, findAny(text, CharSet(ends)));
}

std::string_view takeWord(std::string_view& text)
{
    const auto begin = std::find_if_not(text.begin(), text.end(), isBlank);
    const auto end = std::find_if(begin, text.end(), isBlank);
    text = {end, text.end()};
    return {begin, end};
}

std::optional<std::int64_t> takeNumber(std::string_view& text)
{
    constexpr std::size_t maxDigits = 18;
    std::int64_t value = 0;
    std::size_t count = 0;
    while (count < text.size() && count < maxDigits && isDigit(text[count]))
        value = value * 10 + (text[count++] - '0');
    if (count == 0)
        return {};
    text.remove_prefix(count);
    return value;
}

std::optional<std::int64_t> number(std::string_view text)
{
    const auto value = takeNumber(text);
    return text.empty() ? value : std::nullopt;
}

std::string_view phoneNameIn(std::string_view text)
{
    constexpr std::size_t nameLength = 15; // SEP and twelve hexadecimal digits
    for (auto at = text.find("SEP"); at != std::string_view::npos; at = text.find("SEP", at + 1)) {
        const std::string_view name = text.substr(at, nameLength);
        if (macOfPhoneName(name))
            return name;
    }
    return {};
}

} // namespace whittle::text
