// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/capture/pcapheader.h"

namespace whittle
{

namespace
{

constexpr std::uint32_t microsecondMagic = 0xa1b2c3d4;
constexpr std::uint32_t nanosecondMagic = 0xa1b23c4d;
constexpr std::uint32_t modifiedMagic = 0xa1b2cd34;

bool isMagic(std::uint32_t magic)
{
    return magic == microsecondMagic || magic == nanosecondMagic || magic == modifiedMagic;
}

} // namespace

std::optional<PcapHeader> readPcapHeader(Bytes bytes)
{
    PcapHeader header;
    header.bigEndian = isMagic(readBigEndian<std::uint32_t>(bytes));
    const auto magic =
        header.bigEndian ? readBigEndian<std::uint32_t>(bytes) : readLittleEndian<std::uint32_t>(bytes);
    if (!isMagic(magic))
        return {};
    header.nanoseconds = magic == nanosecondMagic;
    header.modified = magic == modifiedMagic;
    if (bytes.size() < PcapHeader::bytes)
        return header;
    const auto number16 = [&](std::size_t at) {
        return header.bigEndian ? readBigEndian<std::uint16_t>(bytes, at)
                                : readLittleEndian<std::uint16_t>(bytes, at);
    };
    header.majorVersion = number16(4);
    header.minorVersion = number16(6);
    // The upper half of the last word describes the frame check sequence.
    header.linkType = number16(header.bigEndian ? 22 : 20);
    return header;
}

bool beginsPcapFile(Bytes bytes)
{
    const auto first = readBigEndian<std::uint32_t>(bytes);
    if (!isMagic(first) && !isMagic(__builtin_bswap32(first)))
        return false;
    const auto header = readPcapHeader(slice(bytes, 0, PcapHeader::bytes));
    const bool isVersion2 = header && header->majorVersion == 2 && header->minorVersion <= 4;
    constexpr std::size_t significantFiguresAt = 12; // "all tools set this field to 0"
    return bytes.size() < PcapHeader::bytes
        || (isVersion2 && readBigEndian<std::uint32_t>(bytes, significantFiguresAt) == 0);
}

} // namespace whittle
