// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <optional>
#include <utility>
#include <vector>

#include "models/base/time.h"
#include "models/capture/ippacket.h"

namespace whittle
{

/// Puts IP packets together from their fragments (RFC 791 §3.2, RFC 8200 §4.5), in whatever order they come.
/// A packet whose fragments contradict each other where they overlap is dropped (which of them a receiver
/// took nobody knows), of IPv6 each whose fragments overlap at all (RFC 5722 §3); the same fragment again is
/// passed over. Bounded: the packet that was begun first is given up.
class Fragments
{
public:
    static constexpr std::size_t maxMemory = 4 << 20; ///< bytes of fragments held
    static constexpr std::size_t maxPackets = 256;
    static constexpr std::uint64_t maxAgeNs = 60 * nsPerSecond; ///< RFC 8200 §4.5

    /// The whole packet where `fragment` was the last that was missing; its payload is valid until the next
    /// call. `isWanted` is asked of a first fragment alone (the others do not show their ports): the rest of
    /// a packet that nobody wants is not kept.
    std::optional<IpPacket> add(const IpPacket& fragment, bool isWanted, SourceTime now);
    /// No later fragment has ever come, although several first ones did: a capture filter on ports lets only
    /// those pass.
    bool onlyFirstOnesCome() const { return m_laterOnes == 0 && m_wantedFirstOnes > 2; }
    /// No more fragments come.
    void finish();
    /// Wanted packets that were given up.
    std::uint64_t incomplete() const { return m_incomplete; }

    using Range = std::pair<std::uint32_t, std::uint32_t>; ///< first byte, and the one behind the last

private:
    struct Key {
        std::array<std::byte, 32> addresses{};
        std::uint32_t identification = 0;
        std::uint8_t protocol = 0; ///< IPv4 alone
        bool operator==(const Key&) const = default;
    };
    struct Packet {
        Key key{};
        SourceTime begun{};
        std::uint8_t protocol = 0; ///< of the first fragment
        bool isWanted = false; ///< known to be; its first fragment is there
        bool isDropped = false; ///< what else comes of it is passed over
        std::uint32_t total = 0; ///< bytes; 0 until the last fragment is there
        std::uint32_t present = 0;
        std::vector<std::byte> bytes{};
        std::vector<Range> ranges{};
    };

    static Key keyOf(const IpPacket& fragment);
    Packet& packetOf(const Key& key, SourceTime now);
    void take(Packet& packet, const IpPacket& fragment);
    void drop(Packet& packet);
    void forgetFirst();
    IpPacket complete(Packet& packet, const IpPacket& fragment);

    std::deque<Packet> m_packets; ///< in the order in which they were begun
    std::vector<std::byte> m_complete; ///< payload of the packet last given
    std::size_t m_memory = 0;
    std::uint64_t m_incomplete = 0;
    std::uint64_t m_wantedFirstOnes = 0;
    std::uint64_t m_laterOnes = 0;
};

} // namespace whittle
