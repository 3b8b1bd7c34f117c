// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/capture/textscan.h"

#include <algorithm>
#include <charconv>

#include "models/base/charset.h"

namespace whittle
{

std::string_view trimmed(std::string_view text)
{
    static constexpr CharSet blanks(" \t\r\n");
    return stripped(text, blanks);
}

std::string_view takeLine(std::string_view& rest)
{
    const auto end = rest.find('\n');
    std::string_view line = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    return line;
}

std::string_view between(std::string_view text, std::string_view open, std::string_view close)
{
    const auto from = text.find(open);
    if (from == std::string_view::npos)
        return {};
    text.remove_prefix(from + open.size());
    const auto to = text.find(close);
    return to == std::string_view::npos ? std::string_view{} : text.substr(0, to);
}

std::optional<std::uint64_t> decimal(std::string_view text, std::uint64_t max)
{
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size() || number > max)
        return {};
    return number;
}

bool isPrintable(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; });
}

std::string_view withoutNulEnd(Bytes value)
{
    const std::string_view text = asText(value);
    return text.substr(0, text.find_last_not_of('\0') + 1);
}

std::string textOrHex(Bytes value)
{
    const std::string_view text = withoutNulEnd(value);
    if (isPrintable(text))
        return std::string(text);
    std::string digits;
    for (const std::byte byte : value) {
        digits += "0123456789abcdef"[std::to_integer<unsigned>(byte) >> 4];
        digits += "0123456789abcdef"[std::to_integer<unsigned>(byte) & 15];
    }
    return digits;
}

} // namespace whittle
