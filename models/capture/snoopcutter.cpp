// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/capture/snoopcutter.h"

#include "models/capture/captureproblem.h"
#include "models/capture/linklayer.h"

namespace whittle
{

namespace
{

constexpr std::size_t recordHeaderBytes = 24;

// RFC 1761's datalink types.
constexpr std::uint32_t ieee8023 = 0;
constexpr std::uint32_t ethernet = 4;

} // namespace

bool SnoopCutter::isSnoop(Bytes head)
{
    return asText(head).starts_with(std::string_view("snoop\0\0\0\0\0\0\2", 12));
}

SnoopCutter::SnoopCutter(Bytes fileHeader)
    : m_datalink(readBigEndian<std::uint32_t>(fileHeader, 12))
    , m_isEthernet(m_datalink == ieee8023 || m_datalink == ethernet)
{
}

Cut SnoopCutter::next(Bytes bytes, Frame& frame)
{
    if (bytes.size() < recordHeaderBytes)
        return {Cut::Kind::NeedMore, recordHeaderBytes};
    const auto included = readBigEndian<std::uint32_t>(bytes, 4);
    const auto length = readBigEndian<std::uint32_t>(bytes, 8);
    // A frame that is believed needs no more padding than to the next 8 bytes; ten times that is not meant.
    constexpr std::uint32_t mostPadding = 80;
    if (included > maxFrameBytes || length < recordHeaderBytes + included
        || length > recordHeaderBytes + included + mostPadding) {
        m_garbageLength = included > maxFrameBytes ? included : length;
        return {Cut::Kind::Garbage};
    }
    if (bytes.size() < length)
        return {Cut::Kind::NeedMore, length};
    frame.time = {readBigEndian<std::uint32_t>(bytes, 16) * nsPerSecond
                  + readBigEndian<std::uint32_t>(bytes, 20) * std::int64_t{1000}};
    frame.hasTime = true;
    frame.linkType = m_isEthernet ? linktype::ethernet : Frame::unknownLink;
    ++m_frames;
    frame.originalLength = readBigEndian<std::uint32_t>(bytes, 0);
    frame.bytes = bytes.subspan(recordHeaderBytes, included);
    const auto dropped = readBigEndian<std::uint32_t>(bytes, 12);
    if (dropped > m_dropped)
        m_notes.addDrops(dropped - m_dropped, m_last, frame.time);
    m_dropped = std::max(m_dropped, dropped);
    m_last = frame.time;
    return {Cut::Kind::Frame, length};
}

void SnoopCutter::report(EventSink& sink, std::uint64_t nextFrame, bool garbage) const
{
    m_notes.report(sink);
    if (!m_isEthernet && m_frames > 0)
        sink.problem(
            problemOfCapture(Severity::Notice, "capture.link-unsupported",
                             {std::to_string(m_frames), "snoop (" + std::to_string(m_datalink) + ")"}));
    if (garbage)
        sink.problem(problemAtFrame(Severity::DataLoss, "capture.record-garbage", nextFrame,
                                    {std::to_string(m_garbageLength)}));
}

} // namespace whittle
