// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/address.h"

#include <algorithm>
#include <charconv>
#include <cstring>

#include <arpa/inet.h>

namespace whittle
{

IpAddress IpAddress::v4(std::uint8_t a, std::uint8_t b, std::uint8_t c, std::uint8_t d)
{
    IpAddress address;
    address.family = Family::V4;
    address.bytes[0] = a;
    address.bytes[1] = b;
    address.bytes[2] = c;
    address.bytes[3] = d;
    return address;
}

IpAddress IpAddress::fromBytes(std::span<const std::byte> network)
{
    IpAddress address;
    if (network.size() != 4 && network.size() != 16)
        return address;
    address.family = network.size() == 4 ? Family::V4 : Family::V6;
    std::memcpy(address.bytes.data(), network.data(), network.size());
    return address;
}

std::optional<IpAddress> IpAddress::fromText(std::string_view text)
{
    std::array<char, INET6_ADDRSTRLEN> terminated{};
    if (text.empty() || text.size() >= terminated.size() || text.find('\0') != std::string_view::npos)
        return {};
    std::memcpy(terminated.data(), text.data(), text.size());
    IpAddress address;
    if (inet_pton(AF_INET, terminated.data(), address.bytes.data()) == 1)
        address.family = Family::V4;
    else if (inet_pton(AF_INET6, terminated.data(), address.bytes.data()) == 1)
        address.family = Family::V6;
    else
        return {};
    return address;
}

bool IpAddress::isUnspecified() const
{
    return isSet() && std::ranges::all_of(bytes, [](std::uint8_t byte) { return byte == 0; });
}

namespace
{

/// inet_ntop() takes ten times as long, and captures are full of addresses.
std::string dottedQuad(const IpAddress& address)
{
    std::string text;
    for (std::size_t i = 0; i < 4; ++i) {
        const unsigned byte = address.bytes[i];
        if (i > 0)
            text += '.';
        if (byte >= 100)
            text += static_cast<char>('0' + byte / 100);
        if (byte >= 10)
            text += static_cast<char>('0' + byte / 10 % 10);
        text += static_cast<char>('0' + byte % 10);
    }
    return text;
}

} // namespace

std::string toText(const IpAddress& address)
{
    if (!address.isSet())
        return {};
    if (address.family == IpAddress::Family::V4)
        return dottedQuad(address);
    std::array<char, INET6_ADDRSTRLEN> text{};
    inet_ntop(AF_INET6, address.bytes.data(), text.data(), text.size());
    return text.data();
}

std::string toText(const Endpoint& endpoint)
{
    if (endpoint.port == 0 || !endpoint.address.isSet())
        return toText(endpoint.address);
    const std::string port = std::to_string(endpoint.port);
    if (endpoint.address.family == IpAddress::Family::V6)
        return "[" + toText(endpoint.address) + "]:" + port;
    return toText(endpoint.address) + ":" + port;
}

std::optional<Endpoint> endpointFromText(std::string_view text)
{
    if (const auto bare = IpAddress::fromText(text))
        return Endpoint{*bare, 0};
    const auto colon = text.rfind(':');
    if (colon == std::string_view::npos)
        return {};
    std::string_view host = text.substr(0, colon);
    const std::string_view digits = text.substr(colon + 1);
    if (host.size() > 2 && host.front() == '[' && host.back() == ']')
        host = host.substr(1, host.size() - 2);
    const auto address = IpAddress::fromText(host);
    std::uint16_t port = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
    if (!address || error != std::errc{} || end != digits.data() + digits.size())
        return {};
    return Endpoint{*address, port};
}

namespace
{

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

std::string hexText(const Mac& mac, const char* digits, std::string_view separator)
{
    std::string text;
    text.reserve(mac.bytes.size() * 3);
    for (const std::uint8_t byte : mac.bytes) {
        if (!text.empty())
            text += separator;
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

} // namespace

std::optional<Mac> Mac::fromBytes(std::span<const std::byte> network)
{
    Mac mac;
    if (network.size() != mac.bytes.size())
        return {};
    std::memcpy(mac.bytes.data(), network.data(), network.size());
    return mac;
}

std::optional<Mac> Mac::fromText(std::string_view text)
{
    Mac mac;
    std::size_t digits = 0;
    for (const char c : text) {
        const int value = hexValue(c);
        if (value < 0 && (c == ':' || c == '-' || c == '.'))
            continue;
        if (value < 0 || digits == 12)
            return {};
        mac.bytes[digits / 2] = static_cast<std::uint8_t>(mac.bytes[digits / 2] << 4 | value);
        ++digits;
    }
    if (digits != 12)
        return {};
    return mac;
}

std::string toText(const Mac& mac)
{
    return hexText(mac, "0123456789abcdef", ":");
}

std::string phoneName(const Mac& mac)
{
    return "SEP" + hexText(mac, "0123456789ABCDEF", "");
}

std::optional<Mac> macOfPhoneName(std::string_view name)
{
    if (name.size() != 15 || !name.starts_with("SEP"))
        return {};
    const std::string_view digits = name.substr(3);
    if (std::ranges::any_of(digits, [](char c) { return hexValue(c) < 0; }))
        return {};
    return Mac::fromText(digits);
}

namespace
{

std::size_t mix(std::size_t seed, std::uint64_t value)
{
    value *= 0x9E3779B97F4A7C15ULL;
    value ^= value >> 32;
    return (seed ^ value) * 0xFF51AFD7ED558CCDULL;
}

} // namespace

} // namespace whittle

std::size_t std::hash<whittle::IpAddress>::operator()(const whittle::IpAddress& address) const noexcept
{
    std::uint64_t halves[2];
    std::memcpy(halves, address.bytes.data(), sizeof halves);
    return whittle::mix(whittle::mix(static_cast<std::size_t>(address.family), halves[0]), halves[1]);
}

std::size_t std::hash<whittle::Endpoint>::operator()(const whittle::Endpoint& endpoint) const noexcept
{
    return whittle::mix(std::hash<whittle::IpAddress>{}(endpoint.address), endpoint.port);
}
