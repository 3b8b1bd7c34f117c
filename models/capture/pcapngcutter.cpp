// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/capture/pcapngcutter.h"

#include <algorithm>

#include "models/capture/captureproblem.h"
#include "models/capture/pcapngblock.h"

namespace whittle
{

using namespace pcapngblock;

namespace
{

constexpr std::uint16_t optionEnd = 0;
constexpr std::uint16_t optionComment = 1;
constexpr std::uint16_t optionTimeResolution = 9; // if_tsresol
constexpr std::uint16_t optionFilter = 11; // if_filter
constexpr std::uint16_t optionTimeOffset = 14; // if_tsoffset
constexpr std::uint16_t optionDropCount = 4; // epb_dropcount
constexpr std::uint16_t optionReceived = 4; // isb_ifrecv
constexpr std::uint16_t optionInterfaceDrops = 5; // isb_ifdrop
constexpr std::uint16_t optionAccepted = 6; // isb_filteraccept
constexpr std::uint16_t optionSystemDrops = 7; // isb_osdrop

/// Blocks that we look into are never longer: a packet and its options.
constexpr std::uint32_t maxReadBlock = 16 << 20;
/// What stands before the packet in its block; the first bytes of it show whether it can be one.
constexpr std::uint32_t packetHeaderBytes = 28;
/// So far behind a block that contradicts itself the next one is looked for.
constexpr std::uint64_t maxSearchedBytes = 16 << 20;
/// Of one packet.
constexpr std::size_t maxComments = 100;
/// No capture has so many; a file of descriptions alone shall not fill the memory.
constexpr std::size_t maxInterfaces = 65'536;

/// 8 of its header, 20 interface, time and lengths: what claims more than its block holds is no packet.
bool mayBePacket(std::uint32_t captured, std::uint32_t length)
{
    return captured <= RecordCutter::maxFrameBytes && length - captured <= 32 + maxOptionBytes;
}

} // namespace

std::uint16_t PcapngCutter::number16(Bytes bytes, std::size_t at) const
{
    return m_bigEndian ? readBigEndian<std::uint16_t>(bytes, at) : readLittleEndian<std::uint16_t>(bytes, at);
}

std::uint32_t PcapngCutter::number32(Bytes bytes, std::size_t at) const
{
    return m_bigEndian ? readBigEndian<std::uint32_t>(bytes, at) : readLittleEndian<std::uint32_t>(bytes, at);
}

std::uint64_t PcapngCutter::number64(Bytes bytes, std::size_t at) const
{
    return m_bigEndian ? readBigEndian<std::uint64_t>(bytes, at) : readLittleEndian<std::uint64_t>(bytes, at);
}

/// Nothing depends on such a block but what it may have described.
Cut PcapngCutter::contradiction(std::uint32_t type, const char* id, std::uint64_t value)
{
    m_garbageId = id;
    m_garbageValue = value;
    if (type == sectionHeaderType)
        m_interfaces.clear();
    if (type == interfaceType && m_interfaces.size() < maxInterfaces)
        m_interfaces.push_back({Frame::unknownLink, 0, {}});
    m_isSearching = true;
    m_searched = 4;
    return {Cut::Kind::Other, m_searched};
}

void PcapngCutter::noteSkipped(std::uint64_t bytes)
{
    if (m_skippedBlocks++ == 0)
        m_firstSkipped = m_nextFrame;
    m_skippedBytes += bytes;
}

/// A block that is not whole at the end of the file is none.
Cut PcapngCutter::blockIn(Bytes bytes) const
{
    const Cut cut = pcapngBlockIn(bytes, m_bigEndian);
    return cut.kind == Cut::Kind::NeedMore && m_isAtEnd ? Cut{Cut::Kind::Other} : cut;
}

/// Up to the next block, or through all of `bytes`.
Cut PcapngCutter::search(Bytes bytes)
{
    if (bytes.size() < blockFrameBytes)
        return {Cut::Kind::NeedMore, blockFrameBytes};
    std::size_t at = 0;
    Cut found{Cut::Kind::Other};
    for (; at + blockFrameBytes <= bytes.size() && found.kind == Cut::Kind::Other; ++at)
        found = blockIn(bytes.subspan(at));
    at -= found.kind == Cut::Kind::Other ? 0 : 1;
    if (at == 0 && found.kind == Cut::Kind::NeedMore)
        return found;
    m_searched += at;
    if (m_searched > maxSearchedBytes)
        return {Cut::Kind::Garbage};
    m_isSearching = found.kind != Cut::Kind::Frame;
    if (!m_isSearching)
        noteSkipped(m_searched);
    return {Cut::Kind::Other, at};
}

/// False when the byte-order magic is neither way round.
bool PcapngCutter::takeByteOrder(Bytes bytes)
{
    m_bigEndian = readBigEndian<std::uint32_t>(bytes, 8) == byteOrderMagic;
    return hasByteOrder(bytes);
}

void PcapngCutter::guessByteOrder(Bytes bytes)
{
    m_bigEndian =
        isPacket(readBigEndian<std::uint32_t>(bytes)) || isNumbered(readBigEndian<std::uint32_t>(bytes));
}

Cut PcapngCutter::next(Bytes bytes, Frame& frame)
{
    if (m_isSearching)
        return search(bytes);
    if (bytes.size() < blockFrameBytes)
        return {Cut::Kind::NeedMore, blockFrameBytes};
    m_nextFrame = frame.number + 1;
    const std::uint32_t type = number32(bytes, 0);
    if (type == sectionHeaderType && !takeByteOrder(bytes))
        return contradiction(type, "capture.section-garbage", readBigEndian<std::uint32_t>(bytes, 8));
    const std::uint32_t length = number32(bytes, 4);
    // Some writers leave the padding out of the length: what is meant is the next multiple of four.
    const std::uint64_t padded = (std::uint64_t{length} + 3) / 4 * 4;
    if (length < blockFrameBytes)
        return contradiction(type, "capture.block-garbage", length);
    const bool isRead =
        isPacket(type) || isNumbered(type) || type == interfaceType || type == sectionHeaderType;
    if (length > maxReadBlock)
        return isRead ? contradiction(type, "capture.block-garbage", length) : Cut{Cut::Kind::Other, padded};
    if ((type == enhancedPacketType || type == obsoletePacketType) && length >= packetHeaderBytes + 4) {
        if (bytes.size() < packetHeaderBytes)
            return {Cut::Kind::NeedMore, packetHeaderBytes};
        // A length that is wrong shall not be taken for a file that was cut.
        if (const std::uint32_t captured = number32(bytes, 20);
            captured <= length && !mayBePacket(captured, length))
            return contradiction(type, "capture.block-garbage", length);
    }
    if (bytes.size() < padded)
        return {Cut::Kind::NeedMore, padded};
    if (number32(bytes, padded - 4) != length)
        return contradiction(type, "capture.block-garbage", length);
    return block(bytes.first(padded), type, length, frame);
}

Cut PcapngCutter::block(Bytes bytes, std::uint32_t type, std::uint32_t length, Frame& frame)
{
    m_comments.clear();
    frame.comments = {};
    const Bytes body = slice(bytes, 8, length - blockFrameBytes);
    if (type == sectionHeaderType && !section(body))
        return {Cut::Kind::Garbage};
    if (type == interfaceType)
        interface(body);
    // Nothing depends on statistics.
    if (type == statisticsType)
        statistics(body);
    if (isNumbered(type)) {
        custom(body, frame);
        return {Cut::Kind::Frame, bytes.size()};
    }
    if (!isPacket(type))
        return {Cut::Kind::Other, bytes.size()};
    if (packet(type, body, frame))
        return {Cut::Kind::Frame, bytes.size()};
    noteSkipped(bytes.size());
    return {Cut::Kind::Other, bytes.size()};
}

/// 0 byte-order magic, 4 major version, 6 minor version, 8 section length (not believed, not needed).
/// False when it is of a version that nobody knows.
bool PcapngCutter::section(Bytes body)
{
    m_interfaces.clear();
    if (body.size() < 16) {
        noteSkipped(body.size() + blockFrameBytes);
        return true;
    }
    if (number16(body, 4) != 1) {
        m_garbageId = "capture.section-version";
        m_garbageValue = number16(body, 4);
        return false;
    }
    forEachOption(slice(body, 16), [&](std::uint16_t code, Bytes value) {
        if (code == optionComment)
            m_notes.addComment(asText(value));
    });
    return true;
}

/// Code, length, value padded to four bytes; the code 0 ends them.
template <typename Take>
void PcapngCutter::forEachOption(Bytes options, Take take)
{
    while (options.size() >= 4) {
        const std::uint16_t code = number16(options, 0);
        const std::uint16_t length = number16(options, 2);
        if (code == optionEnd)
            return;
        if (length > options.size() - 4 && m_oddOptions++ == 0)
            m_firstOddOptions = m_nextFrame;
        take(code, slice(options, 4, length));
        options = slice(options, 4 + (std::size_t{length} + 3) / 4 * 4);
    }
}

/// 0 link type, 2 reserved, 4 snap length, 8 options.
void PcapngCutter::interface(Bytes body)
{
    if (m_interfaces.size() == maxInterfaces) {
        ++m_tooManyInterfaces;
        return;
    }
    m_interfaces.push_back({number16(body, 0), number32(body, 4), {}});
    forEachOption(slice(body, 8), [&](std::uint16_t code, Bytes value) { interfaceOption(code, value); });
    const auto resolution = static_cast<std::uint64_t>(m_interfaces.back().scale.resolution().count());
    m_resolutionNs = m_resolutionNs == 0 ? resolution : std::min(m_resolutionNs, resolution);
}

void PcapngCutter::interfaceOption(std::uint16_t code, Bytes value)
{
    TimeScale& scale = m_interfaces.back().scale;
    if (code == optionTimeResolution && !value.empty())
        scale.setResolution(readBigEndian<std::uint8_t>(value));
    if (code == optionTimeOffset && value.size() >= 8)
        scale.setOffset(static_cast<std::int64_t>(number64(value, 0)));
    if (code == optionComment)
        m_notes.addComment(asText(value));
    // The first byte says what follows: 0 a filter as people write it, else its machine code.
    if (code == optionFilter && readBigEndian<std::uint8_t>(value) == 0)
        m_notes.addFilter(asText(slice(value, 1)));
}

/// 0 interface id, 4 time (upper, lower half), 12 options; the numbers count from the beginning of the
/// capture.
void PcapngCutter::statistics(Bytes body)
{
    const std::uint32_t interfaceId = number32(body, 0);
    if (body.size() < 12 || interfaceId >= m_interfaces.size())
        return;
    Interface& interface = m_interfaces[interfaceId];
    const SourceTime time = interface.scale.time(std::uint64_t{number32(body, 4)} << 32 | number32(body, 8));
    std::uint64_t dropped = 0;
    std::uint64_t received = 0;
    std::optional<std::uint64_t> accepted;
    forEachOption(slice(body, 12), [&](std::uint16_t code, Bytes value) {
        if (code == optionInterfaceDrops || code == optionSystemDrops)
            dropped += number64(value, 0);
        if (code == optionReceived)
            received = number64(value, 0);
        if (code == optionAccepted)
            accepted = number64(value, 0);
    });
    if (dropped > interface.dropped && !interface.hasDropCounts)
        m_notes.addDrops(dropped - interface.dropped, interface.lastStatistics, time);
    interface.dropped = std::max(interface.dropped, dropped);
    interface.lastStatistics = time;
    countFiltered(interface, received, accepted.value_or(received));
}

/// Statistics may be written several times while a capture lasts.
void PcapngCutter::countFiltered(Interface& interface, std::uint64_t received, std::uint64_t accepted)
{
    if (received < interface.received || accepted < interface.accepted)
        return;
    m_notes.addFilterShare(received - interface.received, accepted - interface.accepted);
    interface.received = received;
    interface.accepted = accepted;
}

void PcapngCutter::custom(Bytes body, Frame& frame)
{
    frame.bytes = body;
    frame.originalLength = static_cast<std::uint32_t>(body.size());
    frame.linkType = Frame::noPacket;
    frame.hasTime = false;
}

/// False when the block is too short for what it claims to hold.
bool PcapngCutter::packet(std::uint32_t type, Bytes body, Frame& frame)
{
    if (type == simplePacketType)
        return simplePacket(body, frame);
    // The obsolete block has a 16-bit interface id and a 16-bit count of drops where the new one has a 32-bit
    // id.
    const bool isObsolete = type == obsoletePacketType;
    return enhancedPacket(isObsolete ? number16(body, 0) : number32(body, 0), isObsolete, body, frame);
}

/// 0 interface id, 4 time (upper, lower half), 12 captured length, 16 original length, 20 packet, options.
bool PcapngCutter::enhancedPacket(std::uint32_t interfaceId, bool isObsolete, Bytes body, Frame& frame)
{
    const std::uint32_t captured = number32(body, 12);
    if (body.size() < 20 || captured > body.size() - 20 || captured > maxFrameBytes)
        return false;
    frame.bytes = body.subspan(20, captured);
    frame.originalLength = number32(body, 16);
    if (interfaceId >= m_interfaces.size() || m_interfaces[interfaceId].linkType == Frame::unknownLink) {
        noteUnknownInterface(frame);
        return true;
    }
    Interface& interface = m_interfaces[interfaceId];
    frame.linkType = interface.linkType;
    frame.hasTime = true;
    frame.time = interface.scale.time(std::uint64_t{number32(body, 4)} << 32 | number32(body, 8));
    constexpr std::uint16_t unknownDrops = 0xFFFF;
    if (isObsolete && number16(body, 2) != unknownDrops)
        countDrops(interface, number16(body, 2), frame.time);
    const Bytes options = slice(body, 20 + (std::size_t{captured} + 3) / 4 * 4);
    if (!options.empty()) {
        forEachOption(options, [&](std::uint16_t code, Bytes value) {
            if (code == optionComment && m_comments.size() < maxComments)
                m_comments.push_back(asText(value));
            if (code == optionDropCount && !isObsolete && value.size() >= 8)
                countDrops(interface, number64(value, 0), frame.time);
        });
        frame.comments = m_comments;
    }
    interface.lastPacket = frame.time;
    return true;
}

/// Packets lost between this packet and the one of the same interface before it.
void PcapngCutter::countDrops(Interface& interface, std::uint64_t count, SourceTime time)
{
    interface.hasDropCounts = true;
    m_notes.addDrops(count, interface.lastPacket, time);
}

/// 0 original length, 4 packet: of the first interface, cut at its snap length, without a time.
bool PcapngCutter::simplePacket(Bytes body, Frame& frame)
{
    if (body.size() < 4)
        return false;
    frame.originalLength = number32(body, 0);
    if (m_interfaces.empty() || m_interfaces.front().linkType == Frame::unknownLink) {
        frame.bytes = slice(body, 4, std::min(frame.originalLength, maxFrameBytes));
        noteUnknownInterface(frame);
        return true;
    }
    const Interface& first = m_interfaces.front();
    const std::uint32_t limit = first.snapLength == 0 ? frame.originalLength : first.snapLength;
    frame.bytes = slice(body, 4, std::min({frame.originalLength, limit, maxFrameBytes}));
    frame.linkType = first.linkType;
    frame.hasTime = false;
    return true;
}

/// Kept as a frame, so that the numbers behind it stay right; nobody can say what its bytes mean.
void PcapngCutter::noteUnknownInterface(Frame& frame)
{
    ++m_unknownInterface;
    frame.linkType = Frame::unknownLink;
    frame.hasTime = false;
}

Nanoseconds PcapngCutter::resolution() const
{
    return Nanoseconds{m_resolutionNs == 0 ? 1 : static_cast<std::int64_t>(m_resolutionNs)};
}

std::vector<CoverageLimit> PcapngCutter::limits() const
{
    return m_notes.limits();
}

void PcapngCutter::report(EventSink& sink, std::uint64_t nextFrame, bool garbage) const
{
    m_notes.report(sink);
    if (m_skippedBlocks > 0)
        sink.problem(problemAtFrame(Severity::DataLoss, "capture.blocks-skipped", m_firstSkipped,
                                    {std::to_string(m_skippedBlocks), std::to_string(m_skippedBytes)}));
    if (m_oddOptions > 0)
        sink.problem(problemAtFrame(Severity::Notice, "capture.options-cut", m_firstOddOptions,
                                    {std::to_string(m_oddOptions)}));
    if (garbage || m_isSearching)
        sink.problem(
            problemAtFrame(Severity::DataLoss, m_garbageId, nextFrame, {std::to_string(m_garbageValue)}));
    if (m_unknownInterface > 0)
        sink.problem(problemOfCapture(Severity::DataLoss, "capture.interface-unknown",
                                      {std::to_string(m_unknownInterface)}));
    if (m_tooManyInterfaces > 0)
        sink.problem(problemOfCapture(Severity::DataLoss, "capture.interfaces-too-many",
                                      {std::to_string(maxInterfaces), std::to_string(m_tooManyInterfaces)}));
}

} // namespace whittle
