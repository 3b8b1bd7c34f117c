// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "models/base/bytes.h"

namespace whittle
{

/// Mixes a word into a hash: a multiplication to 128 bits whose halves are folded, so that each bit of the
/// input reaches each bit of the output. Good for tables, not against somebody who looks for collisions.
inline std::uint64_t mixed(std::uint64_t hash, std::uint64_t word)
{
    __extension__ using Wide = unsigned __int128;
    const Wide product = static_cast<Wide>(hash ^ word ^ 0x9E3779B97F4A7C15ULL) * 0xD6E8FEB86659FD93ULL;
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

/// All bytes, eight at a time; what is left of them is filled up with zeros.
inline std::uint64_t mixedBytes(std::uint64_t hash, Bytes bytes)
{
    while (bytes.size() >= 8) {
        hash = mixed(hash, readLittleEndian<std::uint64_t>(bytes));
        bytes = bytes.subspan(8);
    }
    if (!bytes.empty()) {
        std::uint64_t last = bytes.size();
        for (const std::byte byte : bytes)
            last = last << 8 | std::to_integer<std::uint64_t>(byte);
        hash = mixed(hash, last);
    }
    return hash;
}

} // namespace whittle
