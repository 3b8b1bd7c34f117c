// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/capture/flowkeys.h"

#include <utility>

#include "models/base/hash64.h"

namespace whittle
{

namespace
{

constexpr std::uint64_t ipv6Mark = std::uint64_t{1} << 63;

std::uint64_t hashOf(const FlowKey& key)
{
    std::uint64_t hash = mixed(mixed(0, key.words[0]), key.words[1]);
    if (key.words[4] != 0)
        hash = mixed(mixed(mixed(hash, key.words[2]), key.words[3]), key.words[4]);
    return hash;
}

std::uint64_t ipv4End(Bytes address, std::uint16_t port)
{
    return std::uint64_t{readBigEndian<std::uint32_t>(address)} << 16 | port;
}

FlowKey ipv6Key(const IpPacket& packet, Ports ports, bool& reversed)
{
    using Address = std::pair<std::uint64_t, std::uint64_t>;
    const auto address = [](Bytes bytes) {
        return Address{readBigEndian<std::uint64_t>(bytes), readBigEndian<std::uint64_t>(bytes, 8)};
    };
    std::pair<Address, std::uint16_t> low{address(packet.source), ports.source};
    std::pair<Address, std::uint16_t> high{address(packet.destination), ports.destination};
    reversed = high < low;
    if (reversed)
        std::swap(low, high);
    return {{low.first.first, low.first.second, high.first.first, high.first.second,
             ipv6Mark | std::uint64_t{low.second} << 16 | high.second}};
}

Endpoint ipv4Endpoint(std::uint64_t end)
{
    const auto byte = [&](int shift) { return static_cast<std::uint8_t>(end >> shift); };
    return {IpAddress::v4(byte(40), byte(32), byte(24), byte(16)), static_cast<std::uint16_t>(end)};
}

Endpoint ipv6Endpoint(std::uint64_t upper, std::uint64_t lower, std::uint64_t port)
{
    IpAddress address{IpAddress::Family::V6, {}};
    for (std::size_t i = 0; i < 8; ++i) {
        address.bytes[i] = static_cast<std::uint8_t>(upper >> (56 - 8 * i));
        address.bytes[8 + i] = static_cast<std::uint8_t>(lower >> (56 - 8 * i));
    }
    return {address, static_cast<std::uint16_t>(port)};
}

} // namespace

FlowKey flowKey(const IpPacket& packet, Ports ports, bool& reversed)
{
    if (packet.source.size() != 4)
        return ipv6Key(packet, ports, reversed);
    std::uint64_t low = ipv4End(packet.source, ports.source);
    std::uint64_t high = ipv4End(packet.destination, ports.destination);
    reversed = high < low;
    if (reversed)
        std::swap(low, high);
    return {{low, high, 0, 0, 0}};
}

Conversation conversationOf(const FlowKey& key)
{
    const auto& words = key.words;
    if (words[4] == 0)
        return {ipv4Endpoint(words[0]), ipv4Endpoint(words[1])};
    return {ipv6Endpoint(words[0], words[1], words[4] >> 16), ipv6Endpoint(words[2], words[3], words[4])};
}

std::uint32_t FlowKeys::find(const FlowKey& key) const
{
    const std::uint64_t hash = hashOf(key);
    const auto tag = static_cast<std::uint32_t>(hash >> 32);
    for (std::size_t at = hash & (m_slots.size() - 1);; at = (at + 1) & (m_slots.size() - 1)) {
        const Slot& slot = m_slots[at];
        if (slot.number == none || (slot.tag == tag && m_keys[slot.number] == key))
            return slot.number;
    }
}

std::uint32_t FlowKeys::add(const FlowKey& key)
{
    const auto number = static_cast<std::uint32_t>(m_keys.size());
    m_keys.push_back(key);
    if (m_keys.size() * 2 > m_slots.size())
        rehash(m_slots.size() * 2);
    else
        place(number);
    return number;
}

void FlowKeys::place(std::uint32_t number)
{
    const std::uint64_t hash = hashOf(m_keys[number]);
    std::size_t at = hash & (m_slots.size() - 1);
    while (m_slots[at].number != none)
        at = (at + 1) & (m_slots.size() - 1);
    m_slots[at] = {static_cast<std::uint32_t>(hash >> 32), number};
}

void FlowKeys::rehash(std::size_t slots)
{
    m_slots.assign(slots, {});
    for (std::uint32_t number = 0; number < m_keys.size(); ++number)
        place(number);
}

void FlowKeys::assign(std::vector<FlowKey> keys)
{
    m_keys = std::move(keys);
    rehash(m_slots.size());
}

} // namespace whittle
