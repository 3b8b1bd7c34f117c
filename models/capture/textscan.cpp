// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/capture/textscan.h"

#include <algorithm>
#include <charconv>

namespace whittle
{

namespace
{

/// The end of the parameter that begins at the front: the next ';' or ',' that is neither quoted nor in <>.
std::size_t endOfParameter(std::string_view text)
{
    bool quoted = false;
    int depth = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '"')
            quoted = !quoted;
        else if (quoted)
            i += c == '\\' ? 1 : 0;
        else if (c == '<')
            ++depth;
        else if (c == '>')
            --depth;
        else if (depth <= 0 && (c == ';' || c == ','))
            return i;
    }
    return text.size();
}

std::string_view unquoted(std::string_view text)
{
    text = trimmed(text);
    if (text.starts_with('"'))
        text.remove_prefix(1);
    if (text.ends_with('"'))
        text.remove_suffix(1);
    return text;
}

} // namespace

std::string_view trimmed(std::string_view text)
{
    return trimmedOf(text, " \t\r\n");
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

HeaderBlock splitHeaders(std::string_view text)
{
    std::string_view rest = text;
    while (!rest.empty()) {
        const auto before = static_cast<std::size_t>(rest.data() - text.data());
        const bool hasEnd = rest.find('\n') != std::string_view::npos;
        if (takeLine(rest).empty() && hasEnd)
            return {text.substr(0, before), rest, true};
    }
    return {text, {}, false};
}

std::optional<std::string> findHeader(std::string_view headers,
                                      const std::function<bool(std::string_view name)>& matches)
{
    while (!headers.empty()) {
        const std::string_view line = takeLine(headers);
        const auto colon = line.find(':');
        if (line.empty() || isBlank(line.front()) || colon == std::string_view::npos
            || !matches(trimmed(line.substr(0, colon))))
            continue;
        std::string value(trimmed(line.substr(colon + 1)));
        while (!headers.empty() && isBlank(headers.front())) {
            value += value.empty() ? "" : " ";
            value += trimmed(takeLine(headers));
        }
        return value;
    }
    return {};
}

std::optional<std::string> findHeader(std::string_view headers, std::string_view name)
{
    return findHeader(headers, [&](std::string_view found) { return equalIgnoringCase(found, name); });
}

std::optional<std::string_view> parameterOf(std::string_view value, std::string_view name)
{
    value.remove_prefix(endOfParameter(value));
    while (!value.empty() && value.front() == ';') {
        value.remove_prefix(1);
        const std::string_view parameter = value.substr(0, endOfParameter(value));
        value.remove_prefix(parameter.size());
        const auto equals = parameter.find('=');
        if (!equalIgnoringCase(trimmed(parameter.substr(0, equals)), name))
            continue;
        return equals == std::string_view::npos ? std::string_view{} : unquoted(parameter.substr(equals + 1));
    }
    return {};
}

} // namespace whittle
