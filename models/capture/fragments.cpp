// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/capture/fragments.h"

#include <algorithm>

namespace whittle
{

namespace
{

constexpr std::uint32_t maxPacketBytes = 65'535;
/// More than this are an attack: the smallest MTU that is met gives 120.
constexpr std::size_t maxRanges = 512;

/// Times of a capture may be anything.
bool isLongAfter(SourceTime begun, SourceTime now)
{
    return now.ns > begun.ns
        && static_cast<std::uint64_t>(now.ns) - static_cast<std::uint64_t>(begun.ns) > Fragments::maxAgeNs;
}

} // namespace

/// RFC 791 §3.2 tells packets apart by addresses, protocol and identification; RFC 8200 §4.5 without the
/// protocol, because headers behind the fragment header stand in the first fragment only.
Fragments::Key Fragments::keyOf(const IpPacket& fragment)
{
    Key key;
    std::copy(fragment.source.begin(), fragment.source.end(), key.addresses.begin());
    std::copy(fragment.destination.begin(), fragment.destination.end(), key.addresses.begin() + 16);
    key.identification = fragment.identification;
    key.protocol = fragment.source.size() == 4 ? fragment.protocol : 0;
    return key;
}

std::optional<IpPacket> Fragments::add(const IpPacket& fragment, bool isWanted, SourceTime now)
{
    while (!m_packets.empty() && isLongAfter(m_packets.front().begun, now))
        forgetFirst();
    Packet& packet = packetOf(keyOf(fragment), now);
    const bool isFirst = fragment.fragmentOffset == 0;
    m_laterOnes += !isFirst;
    m_wantedFirstOnes += isFirst && isWanted;
    if (isFirst && !packet.isDropped) {
        packet.isWanted = isWanted;
        packet.protocol = fragment.protocol;
    }
    if (isFirst && !isWanted)
        drop(packet);
    if (!packet.isDropped)
        take(packet, fragment);
    if (packet.total == 0 || packet.present != packet.total || packet.isDropped)
        return {};
    return complete(packet, fragment);
}

Fragments::Packet& Fragments::packetOf(const Key& key, SourceTime now)
{
    const auto found = std::find_if(m_packets.rbegin(), m_packets.rend(),
                                    [&](const Packet& packet) { return packet.key == key; });
    if (found != m_packets.rend())
        return *found;
    while (m_packets.size() >= maxPackets || m_memory > maxMemory)
        forgetFirst();
    m_packets.push_back({key, now});
    return m_packets.back();
}

void Fragments::take(Packet& packet, const IpPacket& fragment)
{
    const std::uint32_t from = fragment.fragmentOffset;
    const auto to = static_cast<std::uint32_t>(from + fragment.payload.size());
    const auto begin = packet.bytes.begin();
    const auto same = [&](const Range& range) {
        return range == Range{from, to}
        && std::equal(fragment.payload.begin(), fragment.payload.end(), begin + std::ptrdiff_t{from});
    };
    if (std::ranges::any_of(packet.ranges, same))
        return;
    const bool contradicts = std::ranges::any_of(
        packet.ranges, [&](const Range& range) { return from < range.second && range.first < to; });
    const bool beyond = packet.total > 0 && (to > packet.total || !fragment.moreFragments);
    const bool odd = fragment.moreFragments && fragment.payload.size() % 8 != 0;
    if (contradicts || beyond || odd || from == to || to > maxPacketBytes || fragment.missing > 0
        || packet.ranges.size() == maxRanges)
        return drop(packet);
    if (packet.bytes.size() < to) {
        m_memory += to - packet.bytes.size();
        packet.bytes.resize(to);
    }
    std::copy(fragment.payload.begin(), fragment.payload.end(), packet.bytes.begin() + std::ptrdiff_t{from});
    packet.ranges.emplace_back(from, to);
    packet.present += to - from;
    if (!fragment.moreFragments)
        packet.total = to;
    if (packet.total > 0 && packet.bytes.size() > packet.total)
        drop(packet);
}

/// It stays in the list, so that the rest of it is known.
void Fragments::drop(Packet& packet)
{
    m_memory -= packet.bytes.size();
    m_incomplete += packet.isWanted && !packet.isDropped;
    packet.isDropped = true;
    std::vector<std::byte>().swap(packet.bytes);
    packet.ranges.clear();
}

void Fragments::forgetFirst()
{
    if (!m_packets.front().isDropped)
        drop(m_packets.front());
    m_packets.pop_front();
}

IpPacket Fragments::complete(Packet& packet, const IpPacket& fragment)
{
    m_memory -= packet.bytes.size();
    m_complete = std::move(packet.bytes);
    IpPacket whole = fragment;
    whole.protocol = packet.protocol;
    whole.payload = m_complete;
    whole.fragmentOffset = 0;
    whole.moreFragments = false;
    m_packets.erase(std::ranges::find(m_packets, packet.key, &Packet::key));
    return whole;
}

void Fragments::finish()
{
    while (!m_packets.empty())
        forgetFirst();
}

} // namespace whittle
