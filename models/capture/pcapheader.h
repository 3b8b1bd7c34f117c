// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include "models/base/bytes.h"

namespace whittle
{

/// The file header of a classic capture (draft-ietf-opsawg-pcap §4):
///
///      0                   1                   2                   3
///     +---------------------------------------------------------------+
///   0 |                          Magic Number                         |
///   4 |          Major Version        |         Minor Version         |
///   8 |                     Reserved, Reserved                        |
///  16 |                            SnapLen                            |
///  20 | FCS |f|                   LinkType                            |
///     +---------------------------------------------------------------+
///
/// All numbers in the byte order of the machine that wrote it, which the magic number shows.
struct PcapHeader {
    static constexpr std::size_t bytes = 24;

    bool bigEndian = false;
    bool nanoseconds =
        false; ///< magic a1b23c4d: the fraction of a second counts nanoseconds, not microseconds
    bool modified = false; ///< magic a1b2cd34 (Kuznetzov's patch): eight more bytes in each record header
    std::uint16_t majorVersion = 2;
    std::uint16_t minorVersion = 4;
    std::uint32_t linkType = 0;

    /// Whoever cuts records by this header cuts those of the other as well.
    bool cutsLike(const PcapHeader& other) const
    {
        return bigEndian == other.bigEndian && modified == other.modified
            && lengthsMaySwap() == other.lengthsMaySwap();
    }
    /// Before version 2.3 the two lengths of a record stood the other way round, and some 2.3 writers did not
    /// know it (libpcap).
    bool lengthsMaySwap() const { return majorVersion == 2 && minorVersion <= 3; }
};

/// Empty when the magic number is none of ours. Reads a version and a link type only when all 24 bytes are
/// there.
std::optional<PcapHeader> readPcapHeader(Bytes bytes);
/// Where a packet record could stand: these bytes are a file header, or the beginning of one. As a record
/// they would be from one of six seconds (in 1998, 2011, 2055 and 2083) with a length of 0.
bool beginsPcapFile(Bytes bytes);

} // namespace whittle
