// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/wire.h"

#include <algorithm>
#include <cstring>

namespace whittle::benchmark
{

namespace
{

constexpr std::size_t ipAt = 18; // Ethernet with an 802.1Q tag
constexpr std::size_t transportAt = ipAt + 20;
constexpr std::size_t smallestFrame = 60;
constexpr std::uint8_t udpProtocol = 17;
constexpr std::uint8_t tcpProtocol = 6;

void put16(std::uint8_t* at, std::uint32_t value)
{
    at[0] = static_cast<std::uint8_t>(value >> 8);
    at[1] = static_cast<std::uint8_t>(value);
}

void put32(std::uint8_t* at, std::uint32_t value)
{
    put16(at, value >> 16);
    put16(at + 2, value);
}

/// The sum of RFC 1071, not folded yet.
std::uint32_t sum(const std::uint8_t* bytes, std::size_t size)
{
    std::uint32_t total = 0;
    for (std::size_t i = 0; i + 1 < size; i += 2)
        total += static_cast<std::uint32_t>(bytes[i] << 8 | bytes[i + 1]);
    return size % 2 ? total + static_cast<std::uint32_t>(bytes[size - 1] << 8) : total;
}

std::uint32_t folded(std::uint32_t total)
{
    while (total >> 16)
        total = (total & 0xFFFF) + (total >> 16);
    return ~total & 0xFFFF;
}

template <typename T>
void append(std::string& out, T value)
{
    out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

} // namespace

std::string big16(std::uint32_t value)
{
    return {static_cast<char>(value >> 8), static_cast<char>(value)};
}

std::string big32(std::uint32_t value)
{
    return big16(value >> 16) + big16(value);
}

std::string little32(std::uint32_t value)
{
    std::string text = big32(value);
    std::ranges::reverse(text);
    return text;
}

std::string padded(std::string_view text, std::size_t size)
{
    std::string whole(text.substr(0, size));
    whole.resize(size);
    return whole;
}

std::string Wire::fileHeader()
{
    std::string header;
    for (const std::uint32_t word : {0xA1B2C3D4U, 0x00040002U, 0U, 0U, 65'535U, 1U})
        append(header, word);
    return header;
}

void Wire::record(std::string& out, std::uint64_t now, const Side& from, const Side& to,
                  std::uint8_t protocol, std::size_t transportHeader, std::string_view payload)
{
    const auto transport = static_cast<std::uint32_t>(transportHeader + payload.size());
    std::uint8_t* const head = m_head.data();
    std::memcpy(head, to.mac.data(), to.mac.size());
    std::memcpy(head + 6, from.mac.data(), from.mac.size());
    put32(head + 12, 0x81000000U | m_vlan);
    put16(head + 16, 0x0800);
    std::uint8_t* const ip = head + ipAt;
    put16(ip, 0x4560);
    put16(ip + 2, 20 + transport);
    put16(ip + 4, ++m_identification);
    put16(ip + 6, 0x4000);
    put16(ip + 8, 64U << 8 | protocol);
    put16(ip + 10, 0);
    put32(ip + 12, from.address);
    put32(ip + 16, to.address);
    put16(ip + 10, folded(sum(ip, 20)));
    std::uint8_t* const checksum = head + transportAt + (protocol == tcpProtocol ? 16 : 6);
    put16(checksum, 0);
    put16(checksum,
          folded(sum(ip + 12, 8) + protocol + transport + sum(head + transportAt, transportHeader)
                 + sum(reinterpret_cast<const std::uint8_t*>(payload.data()), payload.size())));
    const std::size_t size = transportAt + transport;
    const auto length = static_cast<std::uint32_t>(std::max(size, smallestFrame));
    append(out, static_cast<std::uint32_t>(now / 1'000'000));
    append(out, static_cast<std::uint32_t>(now % 1'000'000));
    append(out, length);
    append(out, length);
    out.append(reinterpret_cast<const char*>(head), transportAt + transportHeader);
    out += payload;
    out.append(length - size, '\0');
}

void Wire::udp(std::string& out, std::uint64_t now, const Side& from, const Side& to,
               std::string_view payload)
{
    std::uint8_t* const head = m_head.data() + transportAt;
    put16(head, from.port);
    put16(head + 2, to.port);
    put16(head + 4, static_cast<std::uint32_t>(8 + payload.size()));
    record(out, now, from, to, udpProtocol, 8, payload);
}

void Wire::tcp(std::string& out, std::uint64_t now, const Side& from, const Side& to, const Segment& segment,
               std::string_view payload)
{
    std::uint8_t* const head = m_head.data() + transportAt;
    put16(head, from.port);
    put16(head + 2, to.port);
    put32(head + 4, segment.sequence);
    put32(head + 8, segment.acknowledged);
    put16(head + 12, 0x5000U | segment.flags);
    put16(head + 14, 8192);
    put16(head + 18, 0);
    record(out, now, from, to, tcpProtocol, 20, payload);
}

} // namespace whittle::benchmark
