// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstdint>
#include <map>
#include <string>

namespace whittle::benchmark
{

/// SplitMix64 with distributions of our own: the same numbers on every machine.
class Random
{
public:
    explicit Random(std::uint64_t seed)
        : m_state(seed * 0x9E3779B97F4A7C15ULL + 1)
    {
    }

    std::uint64_t next()
    {
        std::uint64_t z = (m_state += 0x9E3779B97F4A7C15ULL);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }
    std::uint32_t word() { return static_cast<std::uint32_t>(next()); }
    std::uint64_t below(std::uint64_t bound) { return next() % bound; }
    /// Exponentially distributed.
    std::uint64_t around(double mean)
    {
        const double unit = static_cast<double>(next() >> 11) / 9007199254740992.0;
        return static_cast<std::uint64_t>(-mean * std::log(1.0 - unit));
    }

private:
    std::uint64_t m_state;
};

/// Evidence of any size, made as it is read: the same arguments give the same bytes.
class Load
{
public:
    virtual ~Load() = default;
    /// Appends at least one record to `out`; false at the end.
    virtual bool more(std::string& out) = 0;
    /// How often each kind of event is in what was made.
    const std::map<std::string, std::uint64_t>& counts() const { return m_counts; }

protected:
    void count(const char* kind) { ++m_counts[kind]; }

private:
    std::map<std::string, std::uint64_t> m_counts;
};

} // namespace whittle::benchmark
