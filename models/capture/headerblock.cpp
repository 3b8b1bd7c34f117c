// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/capture/headerblock.h"

#include <algorithm>

#include "models/base/charset.h"
#include "models/capture/textscan.h"

namespace whittle
{

namespace
{

/// Of an ordinary message, with room to spare.
constexpr std::size_t usualFields = 24;

/// The end of the parameter that begins at the front: the next ';' or ',' that is neither quoted nor in <>.
std::size_t endOfParameter(std::string_view text)
{
    static constexpr CharSet special("\"\\<>;,");
    bool quoted = false;
    int depth = 0;
    for (std::size_t i = findAny(text, special); i < text.size(); ++i) {
        const char c = text[i];
        if (!special.has(c))
            continue;
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

HeaderBlock::HeaderBlock(std::string_view text, LongName longName)
{
    m_fields.reserve(usualFields);
    while (!text.empty()) {
        const auto end = text.find('\n');
        const bool hasEnd = end != std::string_view::npos;
        std::string_view line = text.substr(0, end);
        text = hasEnd ? text.substr(end + 1) : std::string_view{};
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        if (line.empty() && hasEnd) {
            m_body = text;
            m_isComplete = true;
            return;
        }
        addLine(line, longName);
    }
}

void HeaderBlock::addLine(std::string_view line, LongName longName)
{
    if (!line.empty() && isBlank(line.front())) {
        if (m_takesFolds)
            unfold(line);
        return;
    }
    const auto colon = line.find(':');
    m_takesFolds = colon != std::string_view::npos;
    if (!m_takesFolds)
        return;
    const std::string_view name = trimmed(line.substr(0, colon));
    m_fields.push_back({longName ? longName(name) : name, trimmed(line.substr(colon + 1))});
}

void HeaderBlock::unfold(std::string_view line)
{
    Field& field = m_fields.back();
    if (!field.unfolded)
        field.unfolded = &m_unfolded.emplace_front(field.value);
    std::string& text = *field.unfolded;
    text += text.empty() ? "" : " ";
    text += trimmed(line);
    field.value = text;
}

std::optional<std::string_view> HeaderBlock::find(std::string_view name) const
{
    for (const Field& field : m_fields) {
        if (field.name.size() == name.size() && equalIgnoringCase(field.name, name))
            return field.value;
    }
    return {};
}

std::string_view parametersOf(std::string_view headerValue)
{
    return headerValue.substr(endOfParameter(headerValue));
}

bool nextParameter(std::string_view& rest, std::string_view& name, std::string_view& value)
{
    if (!rest.starts_with(';'))
        return false;
    rest.remove_prefix(1);
    const std::string_view parameter = rest.substr(0, endOfParameter(rest));
    rest.remove_prefix(parameter.size());
    const auto equals = parameter.find('=');
    name = trimmed(parameter.substr(0, equals));
    value = equals == std::string_view::npos ? std::string_view{} : unquoted(parameter.substr(equals + 1));
    return true;
}

std::optional<std::string_view> parameterOf(std::string_view headerValue, std::string_view name)
{
    std::string_view rest = parametersOf(headerValue);
    std::string_view found;
    std::string_view value;
    while (nextParameter(rest, found, value)) {
        if (equalIgnoringCase(found, name))
            return value;
    }
    return {};
}

} // namespace whittle
