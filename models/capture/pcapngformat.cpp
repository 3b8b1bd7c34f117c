// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/capture/formats.h"
#include "models/capture/framewalk.h"
#include "models/capture/pcapngblock.h"
#include "models/capture/pcapngcutter.h"
#include "models/evidence/blockreader.h"

namespace whittle
{

namespace
{

/// Block type, length and byte-order magic: without these a section header tells nothing.
constexpr std::size_t sniffBytes = 12;
/// The shortest section header there is.
constexpr std::size_t sectionHeaderBytes = 28;

bool startsWithSection(Bytes head)
{
    return head.size() >= 4 && readBigEndian<std::uint32_t>(head) == pcapngblock::sectionHeaderType;
}

/// The type alone is three line ends and may begin a text; the magic behind it may not.
bool hasByteOrderMagic(Bytes head)
{
    constexpr std::uint32_t magic = 0x1A2B3C4D;
    return readBigEndian<std::uint32_t>(head, 8) == magic
        || readLittleEndian<std::uint32_t>(head, 8) == magic;
}

Sniff sniffPcapng(Bytes head)
{
    if (!startsWithSection(head) || head.size() < sniffBytes || !hasByteOrderMagic(head))
        return {};
    const bool bigEndian = readBigEndian<std::uint8_t>(head, 8) == 0x1A;
    return {100,
            std::string("section header of a pcapng capture, ") + (bigEndian ? "most" : "least")
                + " significant byte first"};
}

Result<SourceFacts> readPcapng(BlockReader& reader, EventSink& sink, Progress& progress, std::stop_token stop)
{
    const auto head = reader.window(sectionHeaderBytes);
    if (!head)
        return head.error();
    if (!startsWithSection(*head))
        return Error{ErrorCode::Malformed, "does not begin with the section header of a pcapng capture"};
    if (head->size() < sectionHeaderBytes)
        return emptyCapture(sink, true, head->size());
    PcapngCutter cutter;
    return readFrames(reader, cutter, sink, progress, std::move(stop));
}

/// The block at a landmark holds a packet and so shows its byte order; its interface does not matter for the
/// bytes.
Result<std::vector<std::byte>> fetchPcapng(BlockReader& reader, Landmark landmark, std::uint64_t number)
{
    if (const auto skipped = reader.skip(landmark.offset); !skipped)
        return skipped.error();
    const auto head = reader.window(sniffBytes);
    if (!head)
        return head.error();
    PcapngCutter cutter;
    cutter.guessByteOrder(*head);
    return fetchFrame(reader, cutter, landmark.number, number);
}

constexpr Format format{"pcapng", PlaceUnit::Frame, sniffPcapng, readPcapng, fetchPcapng};

} // namespace

const Format& pcapngFormat()
{
    return format;
}

} // namespace whittle
