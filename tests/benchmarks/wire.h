// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace whittle::benchmark
{

using MacBytes = std::array<std::uint8_t, 6>;

/// One end of a frame: IPv4 address in host order, port, hardware address.
struct Side {
    MacBytes mac{};
    std::uint32_t address = 0;
    std::uint16_t port = 0;
};

/// Text of numbers in the order of the network, or least significant byte first.
std::string big16(std::uint32_t value);
std::string big32(std::uint32_t value);
std::string little32(std::uint32_t value);
/// `text`, with zeros behind it up to `size`.
std::string padded(std::string_view text, std::size_t size);

/// Frames as records of a pcap file: Ethernet, 802.1Q, IPv4, TCP or UDP, all checksums right.
class Wire
{
public:
    static std::string fileHeader();
    explicit Wire(std::uint16_t vlan)
        : m_vlan(vlan)
    {
    }

    /// `now`: µs since 1970.
    void udp(std::string& out, std::uint64_t now, const Side& from, const Side& to, std::string_view payload);
    struct Segment {
        std::uint32_t sequence = 0;
        std::uint32_t acknowledged = 0;
        std::uint8_t flags = 0;
    };
    void tcp(std::string& out, std::uint64_t now, const Side& from, const Side& to, const Segment& segment,
             std::string_view payload);

private:
    void record(std::string& out, std::uint64_t now, const Side& from, const Side& to, std::uint8_t protocol,
                std::size_t transportHeader, std::string_view payload);

    std::uint16_t m_vlan;
    std::uint16_t m_identification = 0;
    std::array<std::uint8_t, 80> m_head{}; ///< of the frame under way: Ethernet, IP, UDP or TCP
};

} // namespace whittle::benchmark
