// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/samplecase/moment.h"

#include <cstdint>

namespace samplecase
{

/// SplitMix64: the same numbers on every machine, which std:: distributions do not promise.
class Prng
{
public:
    explicit Prng(std::uint64_t seed)
        : m_state(seed)
    {
    }

    std::uint64_t next()
    {
        std::uint64_t z = (m_state += 0x9e3779b97f4a7c15u);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
        return z ^ (z >> 31);
    }
    std::uint32_t word() { return std::uint32_t(next() >> 32); }
    /// Both ends included.
    std::int64_t between(std::int64_t low, std::int64_t high)
    {
        return low + std::int64_t(next() % std::uint64_t(high - low + 1));
    }
    Duration between(Duration low, Duration high) { return Duration{between(low.count(), high.count())}; }

private:
    std::uint64_t m_state;
};

} // namespace samplecase
