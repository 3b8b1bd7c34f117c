// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>

namespace whittle
{

using Bytes = std::span<const std::byte>;

namespace detail
{
template <typename T>
T byteSwap(T value)
{
    if constexpr (sizeof(T) == 1)
        return value;
    else if constexpr (sizeof(T) == 2)
        return static_cast<T>(__builtin_bswap16(value));
    else if constexpr (sizeof(T) == 4)
        return static_cast<T>(__builtin_bswap32(value));
    else
        return static_cast<T>(__builtin_bswap64(value));
}

template <typename T, std::endian order>
T readAt(Bytes bytes, std::size_t offset)
{
    if (offset > bytes.size() || bytes.size() - offset < sizeof(T))
        return T{};
    T value;
    std::memcpy(&value, bytes.data() + offset, sizeof value);
    return order == std::endian::native ? value : byteSwap(value);
}
} // namespace detail

/// Unsigned integer at `offset`, network order. Zero when the bytes end before it: callers that must tell the
/// difference check the size first.
template <typename T>
T readBigEndian(Bytes bytes, std::size_t offset = 0)
{
    return detail::readAt<T, std::endian::big>(bytes, offset);
}

/// The same, least significant byte first.
template <typename T>
T readLittleEndian(Bytes bytes, std::size_t offset = 0)
{
    return detail::readAt<T, std::endian::little>(bytes, offset);
}

/// `count` bytes from `offset`, fewer when the bytes end before (never out of bounds).
inline Bytes slice(Bytes bytes, std::size_t offset, std::size_t count = std::dynamic_extent)
{
    if (offset >= bytes.size())
        return {};
    return bytes.subspan(offset, std::min(count, bytes.size() - offset));
}

inline std::string_view asText(Bytes bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

inline Bytes asBytes(std::string_view text)
{
    return std::as_bytes(std::span{text.data(), text.size()});
}

} // namespace whittle
