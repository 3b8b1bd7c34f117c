// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/evidence/utf16source.h"

#include <algorithm>
#include <array>

#include "models/base/utf8.h"
#include "models/evidence/sources.h"

namespace whittle
{

namespace
{

constexpr std::size_t blockBytes = std::size_t{64} << 10;
constexpr char32_t replacement = 0xFFFD;
constexpr char16_t byteOrderMark = 0xFEFF;

bool isHigh(char16_t unit)
{
    return unit >= 0xD800 && unit < 0xDC00;
}

bool isLow(char16_t unit)
{
    return unit >= 0xDC00 && unit < 0xE000;
}

} // namespace

Result<std::size_t> Utf16Source::read(std::span<std::byte> buffer)
{
    while (m_given == m_text.size() && !m_ended) {
        m_text.clear();
        m_given = 0;
        std::array<std::byte, blockBytes> block;
        const auto got = m_source->read(block);
        if (!got)
            return got.error();
        if (*got == 0)
            atEnd();
        else
            convert(Bytes(block).first(*got));
    }
    const std::size_t count = std::min(buffer.size(), m_text.size() - m_given);
    std::ranges::copy(asBytes(m_text).subspan(m_given, count), buffer.begin());
    m_given += count;
    return count;
}

Result<std::uint64_t> Utf16Source::skip(std::uint64_t count)
{
    return skipByReading(*this, count);
}

void Utf16Source::convert(Bytes bytes)
{
    for (const std::byte byte : bytes) {
        const int value = std::to_integer<int>(byte);
        if (m_firstByte < 0) {
            m_firstByte = value;
            continue;
        }
        unit(static_cast<char16_t>(m_isBig ? m_firstByte << 8 | value : value << 8 | m_firstByte));
        m_firstByte = -1;
    }
}

void Utf16Source::unit(char16_t unit)
{
    if (m_high != 0 && isLow(unit)) {
        appendUtf8(m_text, 0x10000 + ((m_high - 0xD800U) << 10) + (unit - 0xDC00U));
        m_high = 0;
        return;
    }
    if (m_high != 0 || isLow(unit)) {
        appendUtf8(m_text, replacement);
        ++m_damaged;
        m_high = 0;
        if (isLow(unit))
            return;
    }
    if (isHigh(unit))
        m_high = unit;
    else if (!m_isFirst || unit != byteOrderMark)
        appendUtf8(m_text, unit);
    m_isFirst = false;
}

void Utf16Source::atEnd()
{
    m_ended = true;
    if (m_high != 0 || m_firstByte >= 0) {
        appendUtf8(m_text, replacement);
        ++m_damaged;
    }
}

} // namespace whittle
