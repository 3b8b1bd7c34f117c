// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "models/base/bytes.h"

namespace whittle
{

/// An IPv4 or IPv6 address; `None` where a source does not say.
struct IpAddress {
    enum class Family : std::uint8_t { None = 0, V4 = 4, V6 = 6 };

    Family family = Family::None;
    std::array<std::uint8_t, 16> bytes{}; ///< network order; IPv4 in the first four, the rest zero

    static IpAddress v4(std::uint8_t a, std::uint8_t b, std::uint8_t c, std::uint8_t d);
    /// Four or sixteen bytes in network order; any other count gives None.
    static IpAddress fromBytes(std::span<const std::byte> network);
    /// Dotted quad or IPv6 text (RFC 4291 §2.2), without a zone or brackets.
    static std::optional<IpAddress> fromText(std::string_view text);

    bool isSet() const { return family != Family::None; }
    /// 0.0.0.0 or ::
    bool isUnspecified() const;
    /// By family, then number: two words, since millions are compared.
    std::strong_ordering operator<=>(const IpAddress& other) const
    {
        if (family != other.family)
            return family <=> other.family;
        const auto upper = half(0) <=> other.half(0);
        return upper != 0 ? upper : half(8) <=> other.half(8);
    }
    bool operator==(const IpAddress& other) const
    {
        return family == other.family && half(0) == other.half(0) && half(8) == other.half(8);
    }

private:
    std::uint64_t half(std::size_t at) const
    {
        return readBigEndian<std::uint64_t>(std::as_bytes(std::span(bytes)), at);
    }
};

/// Empty for None; IPv6 as RFC 5952 writes it.
std::string toText(const IpAddress& address);

/// An address and a port; port 0 where there is none.
struct Endpoint {
    IpAddress address;
    std::uint16_t port = 0;
    auto operator<=>(const Endpoint&) const = default;
};

/// "10.2.1.5:67", "[2001:db8::1]:67"; the address alone where the port is 0; empty for None.
std::string toText(const Endpoint& endpoint);
std::optional<Endpoint> endpointFromText(std::string_view text);

/// A 48-bit hardware address.
struct Mac {
    std::array<std::uint8_t, 6> bytes{};

    static std::optional<Mac> fromBytes(std::span<const std::byte> network);
    /// Twelve hexadecimal digits, with or without ':', '-' or '.' between them.
    static std::optional<Mac> fromText(std::string_view text);
    auto operator<=>(const Mac&) const = default;
};

/// "00:1e:7a:24:42:9a"
std::string toText(const Mac& mac);

/// "SEP001E7A24429A": how CUCM names a phone after its MAC.
std::string phoneName(const Mac& mac);

/// The MAC in "SEP" followed by exactly twelve hexadecimal digits (either case); empty for any other name.
std::optional<Mac> macOfPhoneName(std::string_view name);

} // namespace whittle

template <>
struct std::hash<whittle::Endpoint> {
    std::size_t operator()(const whittle::Endpoint& endpoint) const noexcept;
};
template <>
struct std::hash<whittle::IpAddress> {
    std::size_t operator()(const whittle::IpAddress& address) const noexcept;
};
