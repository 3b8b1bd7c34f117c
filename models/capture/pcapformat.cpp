// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>

#include "models/capture/formats.h"
#include "models/capture/framewalk.h"
#include "models/capture/pcapcutter.h"
#include "models/capture/snoopcutter.h"
#include "models/evidence/blockreader.h"

namespace whittle
{

namespace
{

Error notPcap()
{
    return {ErrorCode::Malformed, "does not begin with the magic number of a libpcap capture"};
}

Sniff sniffPcap(Bytes head)
{
    if (SnoopCutter::isSnoop(head))
        return {100, "identification pattern of a snoop capture (RFC 1761)"};
    const auto header = readPcapHeader(head);
    if (!header)
        return {};
    std::string reason = "magic number of a libpcap capture, ";
    reason += header->bigEndian ? "most" : "least";
    reason += " significant byte first, times in ";
    reason += header->nanoseconds ? "nanoseconds" : "microseconds";
    return {100, std::move(reason)};
}

/// Who cuts the records behind a file header.
struct Opened {
    std::unique_ptr<RecordCutter> cutter; ///< null: the header is not whole
    std::size_t headerBytes = 0;
};

Result<Opened> openCapture(Bytes head)
{
    if (SnoopCutter::isSnoop(head)) {
        const bool isWhole = head.size() >= SnoopCutter::fileHeaderBytes;
        return Opened{isWhole ? std::make_unique<SnoopCutter>(head) : nullptr, SnoopCutter::fileHeaderBytes};
    }
    const auto header = readPcapHeader(head);
    if (!header)
        return notPcap();
    const bool isWhole = head.size() >= PcapHeader::bytes;
    return Opened{isWhole ? std::make_unique<PcapCutter>(*header) : nullptr, PcapHeader::bytes};
}

Result<SourceFacts> readPcap(BlockReader& reader, EventSink& sink, Progress& progress, std::stop_token stop)
{
    const auto head = reader.window(PcapHeader::bytes);
    if (!head)
        return head.error();
    const auto opened = openCapture(*head);
    if (!opened)
        return opened.error();
    if (!opened->cutter)
        return emptyCapture(sink, true, head->size());
    reader.consume(opened->headerBytes);
    return readFrames(reader, *opened->cutter, sink, progress, std::move(stop));
}

Result<std::vector<std::byte>> fetchPcap(BlockReader& reader, Landmark landmark, std::uint64_t number)
{
    const auto head = reader.window(PcapHeader::bytes);
    if (!head)
        return head.error();
    const auto opened = openCapture(*head);
    if (!opened || !opened->cutter)
        return notPcap();
    if (const auto skipped = reader.skip(landmark.offset); !skipped)
        return skipped.error();
    return fetchFrame(reader, *opened->cutter, landmark.number, number);
}

constexpr Format format{"pcap", PlaceUnit::Frame, sniffPcap, readPcap, fetchPcap};

} // namespace

const Format& pcapFormat()
{
    return format;
}

} // namespace whittle
