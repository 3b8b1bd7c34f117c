// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "models/capture/frame.h"
#include "models/capture/ippacket.h"

namespace whittle
{

/// Tells the second copy that a SPAN port makes of a frame (once where it enters the switch, once where it
/// leaves, or in two VLANs) from one that was sent again. A copy is the same IP packet but for what routers
/// and switches change: MAC addresses, VLAN tag, TTL or hop limit, DSCP, header checksum.
///
/// What is sent again by TCP comes after 200 ms at the earliest, by rule (RFC 6298 §2.4 asks for a second,
/// systems take 200 ms), and mostly in a packet with a new identification: 100 ms tell them apart. Where the
/// identification says nothing (0, or IPv6) the fast ways of sending again count, which need a round trip or
/// wait 10 ms: 5 ms.
class Duplicates
{
public:
    static constexpr std::uint64_t windowNs = 100'000'000;
    static constexpr std::uint64_t windowWithoutIdNs = 5'000'000;

    Duplicates()
        : m_recent(recentSlots)
    {
    }

    /// Whether this packet was in a frame just before `frame`. Frames without a time are never copies.
    bool isCopy(const IpPacket& packet, const Frame& frame);
    /// The same for a payload directly behind the link layer.
    bool isCopy(const LinkPayload& payload, const Frame& frame);
    /// Another capture begins here in the same file, or its clock went back.
    void beginPart();
    /// The frame that was last copied stands in an earlier part: no SPAN port made this copy, but whoever put
    /// captures of the same time behind each other.
    bool isOfEarlierPart() const { return m_isOfEarlierPart; }

private:
    struct Seen {
        std::uint64_t hash = 0;
        std::int64_t ns = 0;

        bool isCopiedBy(const Seen& other, std::uint64_t window) const;
    };
    static constexpr std::size_t recentSlots = 1024;
    static constexpr std::size_t mostOfPart = std::size_t{1} << 15; ///< its last ones, known again later
    static constexpr std::size_t earlierSlots = 2 * mostOfPart;

    bool isCopy(std::uint64_t hash, const Frame& frame, std::uint64_t window);
    void remember(const Seen& seen);

    bool m_isOfEarlierPart = false;
    std::vector<Seen> m_recent; ///< where its hash says; the newer takes the place of the older
    std::vector<Seen> m_part; ///< of the part that is read, in a ring: nothing is looked up in it
    std::size_t m_oldest = 0; ///< in m_part, once that is full
    std::vector<Seen> m_earlier; ///< of the parts before, as m_recent; empty in the first one
};

} // namespace whittle
