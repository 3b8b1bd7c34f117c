// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/capture/pcapngblock.h"

namespace whittle::pcapngblock
{

namespace
{

/// Of a block without options.
std::uint32_t leastBytes(std::uint32_t type)
{
    switch (type) {
    case sectionHeaderType:
        return 28;
    case enhancedPacketType:
    case obsoletePacketType:
        return 32;
    case statisticsType:
        return 24;
    case interfaceType:
        return 20;
    default:
        return 16;
    }
}

} // namespace

/// The byte-order magic of a section header stands at byte 8.
bool hasByteOrder(Bytes section)
{
    return readBigEndian<std::uint32_t>(section, 8) == byteOrderMagic
        || readLittleEndian<std::uint32_t>(section, 8) == byteOrderMagic;
}

Cut pcapngBlockIn(Bytes bytes, bool bigEndian)
{
    const std::uint32_t type =
        bigEndian ? readBigEndian<std::uint32_t>(bytes) : readLittleEndian<std::uint32_t>(bytes);
    const bool isSection = type == sectionHeaderType;
    if (!isSection && !isPacket(type) && !isNumbered(type) && type != interfaceType && type != statisticsType)
        return {Cut::Kind::Other};
    if (isSection && !hasByteOrder(bytes))
        return {Cut::Kind::Other};
    if (isSection)
        bigEndian = readBigEndian<std::uint32_t>(bytes, 8) == byteOrderMagic;
    const auto number = [&](std::size_t at) {
        return bigEndian ? readBigEndian<std::uint32_t>(bytes, at)
                         : readLittleEndian<std::uint32_t>(bytes, at);
    };
    const std::uint32_t length = number(4);
    if (length < leastBytes(type) || length % 4 != 0 || length > RecordCutter::maxFrameBytes + maxOptionBytes)
        return {Cut::Kind::Other};
    if (bytes.size() < length)
        return {Cut::Kind::NeedMore, length};
    return {number(length - 4) == length ? Cut::Kind::Frame : Cut::Kind::Other};
}

} // namespace whittle::pcapngblock
