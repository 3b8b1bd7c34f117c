// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace samplecase
{

using Bytes = std::vector<std::uint8_t>;
using Mac = std::array<std::uint8_t, 6>;

/// Appends fields to a byte string, in either byte order. What grows the string is not inline: GCC 12 sees
/// overflows in it that are none.
class ByteWriter
{
public:
    ByteWriter& u8(std::uint32_t v);
    ByteWriter& be16(std::uint32_t v) { return u8(v >> 8).u8(v); }
    ByteWriter& be32(std::uint32_t v) { return be16(v >> 16).be16(v); }
    ByteWriter& le16(std::uint32_t v) { return u8(v).u8(v >> 8); }
    ByteWriter& le32(std::uint32_t v) { return le16(v).le16(v >> 16); }
    ByteWriter& zeros(std::size_t count);
    /// Bytes or characters, one after another in memory.
    template <class Range>
    ByteWriter& raw(const Range& range)
    {
        return append(std::data(range), std::size(range));
    }
    /// Text in a field of fixed size, filled with NUL.
    ByteWriter& field(std::string_view text, std::size_t size)
    {
        return raw(text.substr(0, size)).zeros(size - text.size());
    }
    ByteWriter& padTo(std::size_t size)
    {
        return m_bytes.size() < size ? zeros(size - m_bytes.size()) : *this;
    }

    std::size_t size() const { return m_bytes.size(); }
    const Bytes& bytes() const { return m_bytes; }

private:
    ByteWriter& append(const void* data, std::size_t size);

    Bytes m_bytes;
};

} // namespace samplecase
