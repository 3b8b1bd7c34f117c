// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/capture/formats.h"
#include "models/capture/framewalk.h"
#include "models/capture/pcapcutter.h"
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
    const auto header = readPcapHeader(head);
    if (!header)
        return {};
    std::string reason = "magic number of a libpcap capture, ";
    reason += header->bigEndian ? "most" : "least";
    reason += " significant byte first, times in ";
    reason += header->nanoseconds ? "nanoseconds" : "microseconds";
    return {100, std::move(reason)};
}

Result<SourceFacts> readPcap(BlockReader& reader, EventSink& sink, Progress& progress, std::stop_token stop)
{
    const auto head = reader.window(PcapHeader::bytes);
    if (!head)
        return head.error();
    const auto header = readPcapHeader(*head);
    if (!header)
        return notPcap();
    if (head->size() < PcapHeader::bytes)
        return emptyCapture(sink, true, head->size());
    reader.consume(PcapHeader::bytes);
    PcapCutter cutter(*header);
    return readFrames(reader, cutter, sink, progress, std::move(stop));
}

Result<std::vector<std::byte>> fetchPcap(BlockReader& reader, Landmark landmark, std::uint64_t number)
{
    const auto head = reader.window(PcapHeader::bytes);
    if (!head)
        return head.error();
    const auto header = readPcapHeader(*head);
    if (!header)
        return notPcap();
    if (const auto skipped = reader.skip(landmark.offset); !skipped)
        return skipped.error();
    PcapCutter cutter(*header);
    return fetchFrame(reader, cutter, landmark.number, number);
}

constexpr Format format{"pcap", PlaceUnit::Frame, sniffPcap, readPcap, fetchPcap};

} // namespace

const Format& pcapFormat()
{
    return format;
}

} // namespace whittle
