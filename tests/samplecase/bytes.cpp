// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/samplecase/bytes.h"

namespace samplecase
{

ByteWriter& ByteWriter::u8(std::uint32_t v)
{
    m_bytes.push_back(std::uint8_t(v));
    return *this;
}

ByteWriter& ByteWriter::zeros(std::size_t count)
{
    m_bytes.resize(m_bytes.size() + count);
    return *this;
}

ByteWriter& ByteWriter::append(const void* data, std::size_t size)
{
    const auto* first = static_cast<const std::uint8_t*>(data);
    m_bytes.insert(m_bytes.end(), first, first + size);
    return *this;
}

} // namespace samplecase
