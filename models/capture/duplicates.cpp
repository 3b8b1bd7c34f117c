// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/capture/duplicates.h"

#include "models/capture/hash64.h"

namespace whittle
{

namespace
{

/// Transport header and the beginning of what it carries.
constexpr std::size_t comparedBytes = 40;

std::uint64_t mixedAddresses(std::uint64_t hash, const IpPacket& packet)
{
    if (packet.source.size() != 4)
        return mixedBytes(mixedBytes(hash, packet.source), packet.destination);
    return mixed(hash,
                 std::uint64_t{readBigEndian<std::uint32_t>(packet.source)} << 32
                     | readBigEndian<std::uint32_t>(packet.destination));
}

} // namespace

bool Duplicates::isCopy(std::uint64_t hash, const Frame& frame, std::uint64_t window)
{
    if (!frame.hasTime)
        return false;
    Seen& seen = m_seen[hash % slots];
    const auto since = static_cast<std::uint64_t>(frame.time.ns) - static_cast<std::uint64_t>(seen.ns);
    const bool isCopy = seen.hash == hash && (since <= window || std::uint64_t{0} - since <= window);
    // The window begins with the first copy: a chain of them never grows into what was sent again.
    if (!isCopy)
        seen = {hash, frame.time.ns};
    return isCopy;
}

bool Duplicates::isCopy(const IpPacket& packet, const Frame& frame)
{
    std::uint64_t hash = mixed(packet.identification, packet.payload.size() + packet.missing);
    hash = mixed(hash, std::uint64_t{packet.fragmentOffset} << 8 | packet.protocol);
    hash = mixedAddresses(hash, packet);
    hash = mixedBytes(hash, slice(packet.payload, 0, comparedBytes));
    if (packet.payload.size() >= comparedBytes + 8)
        hash = mixed(hash, readLittleEndian<std::uint64_t>(packet.payload, packet.payload.size() - 8));
    return isCopy(hash, frame, packet.identification == 0 ? windowWithoutIdNs : windowNs);
}

bool Duplicates::isCopy(const LinkPayload& payload, const Frame& frame)
{
    const std::uint64_t hash = mixed(payload.organisation, payload.etherType);
    return isCopy(mixedBytes(hash, slice(payload.bytes, 0, comparedBytes)), frame, windowWithoutIdNs);
}

} // namespace whittle
