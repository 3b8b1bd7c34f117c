// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/capture/capturenotes.h"
#include "models/capture/recordcutter.h"

namespace whittle
{

/// The packet records of Solaris' snoop (RFC 1761), behind its file header ("snoop", three zeros, version 2,
/// link type). All numbers are big-endian:
///
///   0  original length
///   4  included length
///   8  length of the record, with this header and padding
///  12  packets dropped since the capture began
///  16  seconds since 1970-01-01 00:00 UTC
///  20  microseconds
class SnoopCutter : public RecordCutter
{
public:
    static constexpr std::size_t fileHeaderBytes = 16;
    static bool isSnoop(Bytes head);

    /// `fileHeader` is whole.
    explicit SnoopCutter(Bytes fileHeader);

    Cut next(Bytes bytes, Frame& frame) override;
    Nanoseconds resolution() const override { return Nanoseconds{1000}; }
    void report(EventSink& sink, std::uint64_t nextFrame, bool garbage) const override;
    std::vector<CoverageLimit> limits() const override { return m_notes.limits(); }

private:
    std::uint32_t m_datalink;
    bool m_isEthernet;
    std::uint64_t m_frames = 0;
    std::uint32_t m_dropped = 0;
    std::optional<SourceTime> m_last{};
    std::uint32_t m_garbageLength = 0;
    CaptureNotes m_notes;
};

} // namespace whittle
