// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "models/base/time.h"

namespace whittle
{

/// What one unit of a pcapng time stamp is (if_tsresol, if_tsoffset).
class TimeScale
{
public:
    /// `code` as in if_tsresol: bit 7 clear: 10^-n seconds, set: 2^-n seconds, n in the lower seven bits.
    /// Until it is set, a unit is a microsecond.
    void setResolution(std::uint8_t code)
    {
        m_binary = code & 0x80;
        m_exponent = code & 0x7F;
    }
    /// Added to every time.
    void setOffset(std::int64_t seconds) { m_offsetSeconds = seconds; }

    /// Times beyond the range of SourceTime (years 1677..2262) stop at its ends.
    SourceTime time(std::uint64_t units) const;
    /// At least one nanosecond.
    Nanoseconds resolution() const;

private:
    std::uint64_t seconds(std::uint64_t units) const;
    std::int64_t fraction(std::uint64_t units) const;

    bool m_binary = false;
    int m_exponent = 6;
    std::int64_t m_offsetSeconds = 0;
};

} // namespace whittle
