// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "models/base/bytes.h"

/// Captures made by hand, byte by byte, so that a test knows every field.
namespace whittle::test
{

using Buffer = std::vector<std::byte>;

inline Buffer hex(std::initializer_list<unsigned> bytes)
{
    Buffer buffer;
    for (const unsigned byte : bytes)
        buffer.push_back(static_cast<std::byte>(byte));
    return buffer;
}

inline Buffer text(std::string_view characters)
{
    const Bytes bytes = asBytes(characters);
    return {bytes.begin(), bytes.end()};
}

/// `characters`, filled up with NUL.
inline Buffer padded(std::string_view characters, std::size_t bytes)
{
    Buffer buffer = text(characters);
    buffer.resize(bytes);
    return buffer;
}

/// The first `count` bytes, which must be there.
inline Buffer front(const Buffer& buffer, std::size_t count)
{
    return {buffer.begin(), buffer.begin() + static_cast<std::ptrdiff_t>(count)};
}

inline Buffer zeros(std::size_t bytes)
{
    return Buffer(bytes);
}

inline Buffer number(std::uint64_t value, int bytes, bool bigEndian)
{
    Buffer buffer;
    for (int i = 0; i < bytes; ++i)
        buffer.push_back(static_cast<std::byte>(value >> 8 * (bigEndian ? bytes - 1 - i : i)));
    return buffer;
}

inline Buffer be16(std::uint64_t value)
{
    return number(value, 2, true);
}
inline Buffer be32(std::uint64_t value)
{
    return number(value, 4, true);
}
inline Buffer be64(std::uint64_t value)
{
    return number(value, 8, true);
}
inline Buffer le32(std::uint64_t value)
{
    return number(value, 4, false);
}

inline Buffer operator+(Buffer a, const Buffer& b)
{
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

inline Buffer& operator+=(Buffer& a, const Buffer& b)
{
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

// Link layers

inline Buffer ethernet(const Buffer& payload, unsigned etherType = 0x0800)
{
    return hex({2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 2}) + be16(etherType) + payload;
}

inline Buffer vlanTag(unsigned id, const Buffer& payload, unsigned etherType = 0x0800)
{
    return be16(id) + be16(etherType) + payload;
}

// Network: 10.0.0.<last byte>, 2001:db8::<last byte>

inline Buffer ipv4(unsigned protocol, unsigned from, unsigned to, const Buffer& payload,
                   unsigned fragment = 0)
{
    return hex({0x45, 0}) + be16(20 + payload.size()) + be16(1) + be16(fragment) + hex({64, protocol})
        + be16(0) + hex({10, 0, 0, from, 10, 0, 0, to}) + payload;
}

inline Buffer ipv6(unsigned nextHeader, unsigned from, unsigned to, const Buffer& payload)
{
    const Buffer prefix = hex({0x20, 0x01, 0x0d, 0xb8}) + zeros(11);
    return hex({0x60, 0, 0, 0}) + be16(payload.size()) + hex({nextHeader, 64}) + prefix + hex({from}) + prefix
        + hex({to}) + payload;
}

// Transport

inline Buffer udp(unsigned fromPort, unsigned toPort, const Buffer& payload)
{
    return be16(fromPort) + be16(toPort) + be16(8 + payload.size()) + be16(0) + payload;
}

namespace flag
{
constexpr unsigned fin = 0x01;
constexpr unsigned syn = 0x02;
constexpr unsigned rst = 0x04;
constexpr unsigned ack = 0x10;
} // namespace flag

inline Buffer tcp(unsigned fromPort, unsigned toPort, std::uint32_t sequence, unsigned flags,
                  const Buffer& payload)
{
    return be16(fromPort) + be16(toPort) + be32(sequence) + be32(0) + hex({0x50, flags}) + be16(8192)
        + be32(0) + payload;
}

// Messages

inline Buffer sccp(std::uint32_t id, const Buffer& body = {}, std::uint32_t version = 0)
{
    return le32(4 + body.size()) + le32(version) + le32(id) + body;
}

// Containers

/// One frame of a capture.
struct FrameSpec {
    Buffer bytes;
    std::uint32_t seconds = 1'000;
    std::uint32_t fraction = 0; ///< micro- or nanoseconds
    std::uint32_t original = 0; ///< 0: as long as the bytes
};

inline Buffer pcapHeader(bool bigEndian = false, std::uint32_t magic = 0xa1b2c3d4, std::uint32_t linkType = 1,
                         unsigned minorVersion = 4)
{
    const auto n = [&](std::uint64_t value, int bytes) { return number(value, bytes, bigEndian); };
    return n(magic, 4) + n(2, 2) + n(minorVersion, 2) + n(0, 4) + n(0, 4) + n(65'535, 4) + n(linkType, 4);
}

inline Buffer pcapRecord(const FrameSpec& frame, bool bigEndian = false)
{
    const auto n = [&](std::uint64_t value) { return number(value, 4, bigEndian); };
    return n(frame.seconds) + n(frame.fraction) + n(frame.bytes.size())
        + n(frame.original ? frame.original : frame.bytes.size()) + frame.bytes;
}

/// A capture of these frames, one second apart.
inline Buffer pcap(const std::vector<Buffer>& frames, std::uint32_t linkType = 1)
{
    Buffer file = pcapHeader(false, 0xa1b2c3d4, linkType);
    std::uint32_t seconds = 1'000;
    for (const Buffer& frame : frames)
        file += pcapRecord({frame, seconds++});
    return file;
}

/// The blocks of pcapng in one byte order.
class PcapngBuilder
{
public:
    explicit PcapngBuilder(bool bigEndian = false)
        : m_bigEndian(bigEndian)
    {
    }

    Buffer n16(std::uint64_t value) const { return number(value, 2, m_bigEndian); }
    Buffer n32(std::uint64_t value) const { return number(value, 4, m_bigEndian); }
    Buffer n64(std::uint64_t value) const { return number(value, 8, m_bigEndian); }

    Buffer block(std::uint32_t type, const Buffer& body) const
    {
        const Buffer filled = fill(body);
        return n32(type) + n32(filled.size() + 12) + filled + n32(filled.size() + 12);
    }
    Buffer section(unsigned majorVersion = 1, const Buffer& options = {}) const
    {
        return block(0x0A0D0D0A,
                     n32(0x1A2B3C4D) + n16(majorVersion) + n16(0) + n64(~std::uint64_t{0}) + options);
    }
    Buffer interface(unsigned linkType, const Buffer& options = {}, std::uint32_t snapLength = 0) const
    {
        return block(1, n16(linkType) + n16(0) + n32(snapLength) + options);
    }
    Buffer option(unsigned code, const Buffer& value) const
    {
        return n16(code) + n16(value.size()) + fill(value);
    }
    Buffer enhanced(std::uint32_t interfaceId, std::uint64_t time, const Buffer& frame,
                    const Buffer& options = {}) const
    {
        return block(6,
                     n32(interfaceId) + n32(time >> 32) + n32(time) + n32(frame.size()) + n32(frame.size())
                         + fill(frame) + options);
    }
    Buffer statistics(std::uint32_t interfaceId, std::uint64_t time, const Buffer& options) const
    {
        return block(5, n32(interfaceId) + n32(time >> 32) + n32(time) + options);
    }
    Buffer obsolete(std::uint32_t interfaceId, std::uint64_t time, const Buffer& frame,
                    unsigned drops = 0xFFFF) const
    {
        return block(2,
                     n16(interfaceId) + n16(drops) + n32(time >> 32) + n32(time) + n32(frame.size())
                         + n32(frame.size()) + fill(frame));
    }
    Buffer simple(const Buffer& frame) const { return block(3, n32(frame.size()) + fill(frame)); }

private:
    /// To a multiple of four.
    static Buffer fill(Buffer bytes)
    {
        bytes.resize((bytes.size() + 3) / 4 * 4);
        return bytes;
    }

    bool m_bigEndian;
};

// A packet that gives exactly one event, ntp.client, wherever it is put.

inline Buffer ntpClientPacket()
{
    return hex({0x23, 0, 6, 0xEC}) + zeros(36) + be64(0xCD50B3A0'80000000);
}

inline Buffer ntpFrame(unsigned lastByte = 1)
{
    return ethernet(ipv4(17, lastByte, 9, udp(123, 123, ntpClientPacket())));
}

} // namespace whittle::test
