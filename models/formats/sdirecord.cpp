// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/sdirecord.h"

#include <charconv>
#include <cstring>

#include "models/formats/text.h"

namespace whittle
{

namespace
{

/// The value of a tag when it is the one with this key ("NID::").
bool takeTag(std::string_view tag, std::string_view key, std::string_view& value)
{
    if (!tag.starts_with(key))
        return false;
    value = tag.substr(key.size());
    return true;
}

/// Dotted decimal, read by hand: this is done for every record of interest.
bool readDotted(std::string_view text, IpAddress& address)
{
    const char* at = text.data();
    const char* const end = at + text.size();
    for (std::size_t i = 0; i < 4; ++i) {
        const auto [next, error] = std::from_chars(at, end, address.bytes[i]);
        if (error != std::errc{} || (i < 3 && (next == end || *next != '.')))
            return false;
        at = next + (i < 3 ? 1 : 0);
    }
    address.family = IpAddress::Family::V4;
    return at == end;
}

/// As rfind(), which looks at one character after the other.
std::size_t lastBar(std::string_view text)
{
    const void* const bar = ::memrchr(text.data(), '|', text.size());
    return bar ? static_cast<std::size_t>(static_cast<const char*>(bar) - text.data())
               : std::string_view::npos;
}

} // namespace

/// <CLID::StandAloneCluster><NID::10.130.8.21><CT::AlarmSEP000F9048529A><DEV::SEP000F9048529A>
SdiTags readTags(std::string_view text)
{
    SdiTags tags;
    while (text.starts_with('<')) {
        const auto end = text.find('>');
        if (end == std::string_view::npos)
            break;
        const std::string_view tag = text.substr(1, end - 1);
        takeTag(tag, "NID::", tags.node) || takeTag(tag, "IP::", tags.address)
            || takeTag(tag, "DEV::", tags.device);
        text.remove_prefix(end + 1);
    }
    return tags;
}

SdiRecord splitTags(std::string_view body)
{
    while (!body.empty() && (text::isBlank(body.back()) || body.back() == '\r'))
        body.remove_suffix(1);
    if (!endsInTags(body))
        return {body, {}};
    const auto bar = lastBar(body);
    if (bar == std::string_view::npos || body[bar + 1] != '<')
        return {body, {}};
    return {body.substr(0, bar), readTags(body.substr(bar + 1))};
}

IpAddress sdiAddress(std::string_view text)
{
    IpAddress address;
    if (text.empty() || readDotted(text, address))
        return address;
    return IpAddress::fromText(text).value_or(IpAddress{});
}

} // namespace whittle
