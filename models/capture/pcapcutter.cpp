// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/capture/pcapcutter.h"

#include <algorithm>
#include <string>
#include <utility>

#include "models/capture/captureproblem.h"

namespace whittle
{

PcapCutter::PcapCutter(const PcapHeader& header)
    : m_first(header)
{
    begin(header);
}

void PcapCutter::begin(const PcapHeader& header)
{
    m_header = header;
    m_recordHeaderBytes = header.modified ? 24 : 16;
    m_nsPerUnit = header.nanoseconds ? 1 : 1000;
    m_resolution = std::min(m_resolution, Nanoseconds{m_nsPerUnit});
}

std::uint32_t PcapCutter::number(Bytes bytes, std::size_t at) const
{
    return m_header.bigEndian ? readBigEndian<std::uint32_t>(bytes, at)
                              : readLittleEndian<std::uint32_t>(bytes, at);
}

/// Such times are kept as they are meant: the fraction is added to the seconds, however large it is.
void PcapCutter::noteFraction(std::uint32_t fraction)
{
    if (fraction * m_nsPerUnit >= nsPerSecond)
        ++m_oddTimes;
}

Cut PcapCutter::next(Bytes bytes, Frame& frame)
{
    if (bytes.size() < m_recordHeaderBytes)
        return {Cut::Kind::NeedMore, m_recordHeaderBytes};
    if (beginsPcapFile(bytes)) {
        if (bytes.size() < PcapHeader::bytes)
            return {Cut::Kind::NeedMore, PcapHeader::bytes};
        begin(*readPcapHeader(bytes));
        if (m_headers++ == 1)
            m_secondAt = frame.number + 1;
        return {Cut::Kind::Header, PcapHeader::bytes};
    }
    std::uint32_t captured = number(bytes, 8);
    std::uint32_t original = number(bytes, 12);
    if (m_header.lengthsMaySwap() && captured > original)
        std::swap(captured, original);
    if (captured > maxFrameBytes) {
        m_garbageLength = captured;
        return {Cut::Kind::Garbage};
    }
    const std::size_t length = m_recordHeaderBytes + captured;
    if (bytes.size() < length)
        return {Cut::Kind::NeedMore, length};
    const std::uint32_t fraction = number(bytes, 4);
    noteFraction(fraction);
    frame.time = {number(bytes, 0) * nsPerSecond + fraction * m_nsPerUnit};
    frame.hasTime = true;
    frame.linkType = m_header.linkType;
    frame.originalLength = original;
    frame.bytes = bytes.subspan(m_recordHeaderBytes, captured);
    return {Cut::Kind::Frame, length};
}

void PcapCutter::report(EventSink& sink, std::uint64_t nextFrame, bool garbage) const
{
    if (garbage)
        sink.problem(problemAtFrame(Severity::DataLoss, "capture.record-garbage", nextFrame,
                                    {std::to_string(m_garbageLength)}));
    if (m_headers > 1)
        sink.problem(problemAtFrame(Severity::Notice, "capture.joined", m_secondAt,
                                    {std::to_string(m_headers), std::to_string(m_secondAt)}));
    if (m_oddTimes > 0)
        sink.problem(
            problemOfCapture(Severity::Notice, "capture.time-invalid", {std::to_string(m_oddTimes)}));
}

} // namespace whittle
