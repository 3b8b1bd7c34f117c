// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace samplecase
{

struct Ipv4 {
    std::uint32_t value = 0; ///< 10.2.1.5 is 0x0a020105
    auto operator<=>(const Ipv4&) const = default;
};

constexpr Ipv4 ip(unsigned a, unsigned b, unsigned c, unsigned d)
{
    return {a << 24 | b << 16 | c << 8 | d};
}

inline std::string dotted(Ipv4 address)
{
    const auto part = [&](int shift) { return std::to_string(address.value >> shift & 0xff); };
    return part(24) + '.' + part(16) + '.' + part(8) + '.' + part(0);
}

} // namespace samplecase
