// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "models/evidence/blockreader.h"
#include "models/evidence/layers.h"

namespace whittle
{

/// UTF-16 (RFC 2781) as UTF-8. A byte order mark at the beginning is left out; half a pair of surrogates, and
/// half a character at the end, become U+FFFD.
class Utf16Source : public ByteSource
{
public:
    Utf16Source(std::unique_ptr<ByteSource> source, Layer::Kind order)
        : m_source(std::move(source))
        , m_isBig(order == Layer::Kind::Utf16Big)
    {
    }
    Result<std::size_t> read(std::span<std::byte> buffer) override;
    Result<std::uint64_t> skip(std::uint64_t count) override;
    std::uint64_t size() const override { return 0; }

    /// How many characters were none until now.
    std::uint64_t damaged() const { return m_damaged; }

private:
    void convert(Bytes bytes);
    void unit(char16_t unit);
    void atEnd();

    std::unique_ptr<ByteSource> m_source;
    bool m_isBig;
    std::string m_text; ///< converted, of which [0, m_given) was given
    std::size_t m_given = 0;
    int m_firstByte = -1; ///< of a unit whose second is in the next block
    char16_t m_high = 0; ///< a high surrogate that waits for its low one
    std::uint64_t m_damaged = 0;
    bool m_isFirst = true;
    bool m_ended = false;
};

} // namespace whittle
