// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/capture/pcapheader.h"
#include "models/capture/recordcutter.h"

namespace whittle
{

/// The packet records of a classic capture (draft-ietf-opsawg-pcap §5), behind its file header:
///
///   0  seconds since 1970-01-01 00:00 UTC (unsigned, good until 2106)
///   4  microseconds or nanoseconds
///   8  captured length
///  12  original length
///  16  (only after the "modified" magic: interface index, protocol, packet type, pad)
///
/// A file header in their place begins another capture, as `cat *.pcap` makes it.
class PcapCutter : public RecordCutter
{
public:
    explicit PcapCutter(const PcapHeader& header);

    Cut next(Bytes bytes, Frame& frame) override;
    Nanoseconds resolution() const override { return m_resolution; }
    bool canStartHere() const override { return m_header.cutsLike(m_first); }
    void report(EventSink& sink, std::uint64_t nextFrame, bool garbage) const override;

private:
    void begin(const PcapHeader& header);
    std::uint32_t number(Bytes bytes, std::size_t at) const;
    void noteFraction(std::uint32_t fraction);

    PcapHeader m_first;
    PcapHeader m_header;
    std::size_t m_recordHeaderBytes = 0;
    std::int64_t m_nsPerUnit = 1;
    Nanoseconds m_resolution{Nanoseconds::max()};
    std::uint64_t m_headers = 1;
    std::uint64_t m_secondAt = 0; ///< the first frame behind the second header
    std::uint32_t m_garbageLength = 0;
    std::uint64_t m_oddTimes = 0; ///< records whose fraction is a second or more
};

} // namespace whittle
