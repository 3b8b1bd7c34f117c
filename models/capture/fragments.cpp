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

/// Bytes in these ranges, each counted once.
std::uint32_t covered(std::vector<Fragments::Range> ranges)
{
    std::ranges::sort(ranges);
    std::uint32_t count = 0;
    std::uint32_t end = 0;
    for (const auto& [first, behind] : ranges) {
        count += std::max(end, behind) - std::max(end, first);
        end = std::max(end, behind);
    }
    return count;
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
    const bool isCopy = std::ranges::count(packet.ranges, Range{from, to}) > 0;
    const bool mayOverlap = isCopy || fragment.source.size() == 4; // RFC 5722 §3 forbids it to IPv6
    const auto contradicts = [&](const Range& range) {
        const std::uint32_t begin = std::max(from, range.first);
        const std::uint32_t end = std::min(to, range.second);
        return begin < end
            && (!mayOverlap
                || !std::ranges::equal(slice(fragment.payload, begin - from, end - begin),
                                       slice(packet.bytes, begin, end - begin)));
    };
    const bool beyond =
        packet.total > 0 && (to > packet.total || (!fragment.moreFragments && to != packet.total));
    const bool odd = fragment.moreFragments && fragment.payload.size() % 8 != 0;
    if (std::ranges::any_of(packet.ranges, contradicts) || beyond || odd || from == to || to > maxPacketBytes
        || fragment.missing > 0 || packet.ranges.size() == maxRanges)
        return drop(packet);
    if (isCopy)
        return;
    if (packet.bytes.size() < to) {
        m_memory += to - packet.bytes.size();
        packet.bytes.resize(to);
    }
    std::copy(fragment.payload.begin(), fragment.payload.end(), packet.bytes.begin() + std::ptrdiff_t{from});
    packet.ranges.emplace_back(from, to);
    packet.present = covered(packet.ranges);
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
