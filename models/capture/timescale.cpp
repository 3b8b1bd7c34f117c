// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/capture/timescale.h"

#include <algorithm>
#include <limits>

namespace whittle
{

namespace
{

/// 10^19 is the largest power of ten in 64 bits.
constexpr int maxDecimalExponent = 19;
/// Fractions finer than 2^-34 s are cut to it: finer than a nanosecond, and times 10^9 still within 64 bits.
constexpr int maxBinaryDigits = 34;

std::uint64_t powerOfTen(int exponent)
{
    std::uint64_t power = 1;
    for (int i = 0; i < exponent; ++i)
        power *= 10;
    return power;
}

} // namespace

std::uint64_t TimeScale::seconds(std::uint64_t units) const
{
    if (m_binary)
        return m_exponent < 64 ? units >> m_exponent : 0;
    return m_exponent <= maxDecimalExponent ? units / powerOfTen(m_exponent) : 0;
}

/// Nanoseconds within the second.
std::int64_t TimeScale::fraction(std::uint64_t units) const
{
    if (!m_binary) {
        if (m_exponent > maxDecimalExponent)
            return 0;
        const std::uint64_t rest = units % powerOfTen(m_exponent);
        return static_cast<std::int64_t>(m_exponent <= 9 ? rest * powerOfTen(9 - m_exponent)
                                                         : rest / powerOfTen(m_exponent - 9));
    }
    if (m_exponent == 0 || m_exponent >= 64)
        return 0;
    const std::uint64_t rest = units & ((std::uint64_t{1} << m_exponent) - 1);
    const int digits = std::min(m_exponent, maxBinaryDigits);
    return static_cast<std::int64_t>((rest >> (m_exponent - digits)) * std::uint64_t{nsPerSecond} >> digits);
}

SourceTime TimeScale::time(std::uint64_t units) const
{
    constexpr auto latest = std::numeric_limits<std::int64_t>::max();
    constexpr auto earliest = std::numeric_limits<std::int64_t>::min();
    const std::uint64_t whole = seconds(units);
    std::int64_t total = 0;
    if (whole > static_cast<std::uint64_t>(latest)
        || __builtin_add_overflow(static_cast<std::int64_t>(whole), m_offsetSeconds, &total))
        return {latest};
    std::int64_t ns = 0;
    if (__builtin_mul_overflow(total, nsPerSecond, &ns) || __builtin_add_overflow(ns, fraction(units), &ns))
        return {total < 0 ? earliest : latest};
    return {ns};
}

Nanoseconds TimeScale::resolution() const
{
    if (m_binary)
        return Nanoseconds{std::max<std::int64_t>(1, m_exponent < 30 ? nsPerSecond >> m_exponent : 1)};
    return Nanoseconds{m_exponent < 9 ? static_cast<std::int64_t>(powerOfTen(9 - m_exponent)) : 1};
}

} // namespace whittle
