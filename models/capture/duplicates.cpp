// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/capture/duplicates.h"

#include <algorithm>

#include "models/base/hash64.h"

namespace whittle
{

namespace
{

/// Of a payload directly behind the link layer.
constexpr std::size_t comparedBytes = 40;

std::uint64_t word(Bytes bytes, std::size_t at)
{
    return readLittleEndian<std::uint64_t>(bytes, at);
}

std::uint64_t addresses(const IpPacket& packet)
{
    if (packet.source.size() == 4)
        return std::uint64_t{readBigEndian<std::uint32_t>(packet.source)} << 32
            | readBigEndian<std::uint32_t>(packet.destination);
    return mixedBytes(mixedBytes(0, packet.source), packet.destination);
}

/// Transport header, the beginning of what it carries, and its end: two halves that do not wait for each
/// other.
std::uint64_t payloadHash(Bytes payload, std::uint64_t start, std::uint64_t otherStart)
{
    const std::uint64_t half = mixed(mixed(start, word(payload, 0)), word(payload, 8));
    std::uint64_t other = mixed(mixed(otherStart, word(payload, 16)), word(payload, 24));
    if (payload.size() >= 8)
        other ^= word(payload, payload.size() - 8);
    return mixed(half, other);
}

} // namespace

bool Duplicates::Seen::isCopiedBy(const Seen& other, std::uint64_t window) const
{
    const auto since = static_cast<std::uint64_t>(other.ns) - static_cast<std::uint64_t>(ns);
    return hash == other.hash && (since <= window || std::uint64_t{0} - since <= window);
}

bool Duplicates::isCopy(std::uint64_t hash, const Frame& frame, std::uint64_t window)
{
    if (!frame.hasTime)
        return false;
    const Seen now{hash, frame.time.ns};
    m_isOfEarlierPart = !m_earlier.empty() && m_earlier[hash % earlierSlots].isCopiedBy(now, window);
    Seen& recent = m_recent[hash % recentSlots];
    if (m_isOfEarlierPart || recent.isCopiedBy(now, window))
        return true;
    // The window begins with the first copy: a chain of them never grows into what was sent again.
    recent = now;
    remember(now);
    return false;
}

void Duplicates::remember(const Seen& seen)
{
    if (m_part.size() < mostOfPart) {
        m_part.push_back(seen);
        return;
    }
    m_part[m_oldest] = seen;
    m_oldest = (m_oldest + 1) % mostOfPart;
}

void Duplicates::beginPart()
{
    m_earlier.resize(earlierSlots);
    for (std::size_t i = 0; i < m_part.size(); ++i) {
        const Seen& seen = m_part[(m_oldest + i) % m_part.size()];
        m_earlier[seen.hash % earlierSlots] = seen;
    }
    m_part.clear();
    m_oldest = 0;
    std::ranges::fill(m_recent, Seen{});
}

bool Duplicates::isCopy(const IpPacket& packet, const Frame& frame)
{
    const std::uint64_t what = std::uint64_t{packet.identification} << 32
        ^ std::uint64_t{packet.fragmentOffset} << 24 ^ std::uint64_t{packet.protocol} << 20
        ^ (packet.payload.size() + packet.missing);
    const bool hasId = packet.identification != 0;
    const std::uint64_t start = addresses(packet);
    // Checksums of datagrams are often not filled in where they are captured: then only all bytes tell.
    const std::uint64_t hash = hasId || packet.protocol != ipprotocol::udp
        ? payloadHash(packet.payload, what, start)
        : mixedBytes(mixed(start, what), packet.payload);
    return isCopy(hash, frame, hasId ? windowNs : windowWithoutIdNs);
}

bool Duplicates::isCopy(const LinkPayload& payload, const Frame& frame)
{
    const std::uint64_t hash = mixed(payload.organisation, payload.etherType);
    return isCopy(mixedBytes(hash, slice(payload.bytes, 0, comparedBytes)), frame, windowWithoutIdNs);
}

} // namespace whittle
