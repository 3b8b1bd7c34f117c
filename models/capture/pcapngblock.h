// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "models/capture/recordcutter.h"

namespace whittle::pcapngblock
{

// The types of pcapng blocks (draft-ietf-opsawg-pcapng §11.1), and how a block is told where none was
// expected.

inline constexpr std::uint32_t sectionHeaderType = 0x0A0D0D0A; ///< reads the same in either byte order
inline constexpr std::uint32_t interfaceType = 1;
inline constexpr std::uint32_t obsoletePacketType = 2;
inline constexpr std::uint32_t simplePacketType = 3;
inline constexpr std::uint32_t statisticsType = 5;
inline constexpr std::uint32_t enhancedPacketType = 6;

/// Blocks that hold no packet but that Wireshark shows, and numbers, among the packets.
inline constexpr std::uint32_t customType = 0x00000BAD;
inline constexpr std::uint32_t customNoCopyType = 0x40000BAD;
inline constexpr std::uint32_t journalType = 9;

/// Type, length, and length again.
inline constexpr std::uint32_t blockFrameBytes = 12;
/// Beside the packet, in its block.
inline constexpr std::uint32_t maxOptionBytes = 1 << 20;

constexpr bool isPacket(std::uint32_t type)
{
    return type == enhancedPacketType || type == simplePacketType || type == obsoletePacketType;
}
constexpr bool isNumbered(std::uint32_t type)
{
    return type == customType || type == customNoCopyType || type == journalType;
}

/// The byte-order magic of a section header, in one order or the other.
inline constexpr std::uint32_t byteOrderMagic = 0x1A2B3C4D;
bool hasByteOrder(Bytes section);

/// Whether a block begins here: Kind::Frame where its type is one that we read and it ends with its length,
/// NeedMore where that cannot be seen yet, else Other. At least blockFrameBytes are there.
Cut pcapngBlockIn(Bytes bytes, bool bigEndian);

} // namespace whittle::pcapngblock
