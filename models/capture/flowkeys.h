// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "models/capture/transport.h"

namespace whittle
{

/// The two ends of a connection, as they stand in its packets: the same for both directions.
struct FlowKey {
    /// IPv4: address and port of the lower end, of the higher end, 0, 0, 0. IPv6: address of the lower end
    /// (two), of the higher end (two), and the ports with the top bit set.
    std::array<std::uint64_t, 5> words{};

    bool operator==(const FlowKey& other) const
    {
        return ((words[0] ^ other.words[0]) | (words[1] ^ other.words[1]) | (words[2] ^ other.words[2])
                | (words[3] ^ other.words[3]) | (words[4] ^ other.words[4]))
            == 0;
    }
};

/// `reversed`: the packet goes from the higher end to the lower one.
FlowKey flowKey(const IpPacket& packet, Ports ports, bool& reversed);
/// From the lower end to the higher one.
Conversation conversationOf(const FlowKey& key);

/// Numbers flows by their keys: an open hash table over keys that lie in a row, so that a look-up costs one
/// probe and one comparison, and nothing is allocated but for growing. Flows are forgotten many at a time.
class FlowKeys
{
public:
    static constexpr std::uint32_t none = 0xFFFFFFFF;

    FlowKeys() { rehash(minSlots); }

    std::uint32_t find(const FlowKey& key) const;
    /// The number of a key that is not there yet: the count of those before it.
    std::uint32_t add(const FlowKey& key);
    const FlowKey& operator[](std::uint32_t number) const { return m_keys[number]; }
    std::size_t size() const { return m_keys.size(); }
    /// Begins anew with these, numbered in their order.
    void assign(std::vector<FlowKey> keys);

private:
    struct Slot {
        std::uint32_t tag = 0; ///< upper half of the hash
        std::uint32_t number = none;
    };
    static constexpr std::size_t minSlots = 1024;

    void rehash(std::size_t slots);
    void place(std::uint32_t number);

    std::vector<FlowKey> m_keys;
    std::vector<Slot> m_slots; ///< a power of two, at most half full
};

} // namespace whittle
