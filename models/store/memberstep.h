// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/train.h"
#include "models/store/varint.h"

namespace whittle
{

// How trains and blocks pack the way from one event to the next.

/// The sum as if 64 bits were a circle: what a damaged case holds must not be undefined behaviour.
inline std::int64_t wrappingAdd(std::int64_t a, std::int64_t b)
{
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) + static_cast<std::uint64_t>(b));
}

/// Below this, in ns either way, a difference of times can be packed: 73 years.
constexpr std::int64_t longestDifference = std::int64_t{1} << 61;

/// Times of most sources are whole microseconds: then the last bit says so and the number is a thousand times
/// smaller. Never 1.
inline std::uint64_t packTime(std::int64_t difference)
{
    return difference % 1000 == 0 ? zigzag(difference / 1000) << 1 : zigzag(difference) << 1 | 1;
}
inline std::int64_t unpackTime(std::uint64_t packed)
{
    const std::int64_t value = unzigzag(packed >> 1);
    return packed & 1 ? value : static_cast<std::int64_t>(static_cast<std::uint64_t>(value) * 1000);
}

/// The place of an event after another one, and its ordinal where that is not 0.
inline void appendPlace(std::vector<std::byte>& bytes, const TrainMember& before, const TrainMember& at)
{
    appendVarint(bytes, (at.place - before.place) << 1 | (at.ordinal != 0));
    if (at.ordinal != 0)
        appendVarint(bytes, at.ordinal);
}
/// Moves `at` on to the next place.
inline bool takePlace(Bytes& bytes, TrainMember& at)
{
    std::uint64_t place = 0;
    std::uint64_t ordinal = 0;
    if (!takeVarint(bytes, place) || (place & 1 && !takeVarint(bytes, ordinal)))
        return false;
    at.place += place >> 1;
    at.ordinal = static_cast<std::uint32_t>(ordinal);
    return true;
}

} // namespace whittle
