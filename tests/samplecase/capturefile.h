// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/samplecase/frame.h"
#include "tests/samplecase/sourceclock.h"

#include <map>
#include <vector>

namespace samplecase
{

/// Writes frames as a classic pcap file (microseconds, Ethernet), in the order and with the times of the
/// analyser.
class CaptureFile
{
public:
    explicit CaptureFile(SourceClock clock)
        : m_clock(clock)
    {
    }

    Bytes render(std::vector<Frame> frames);

private:
    Bytes packet(const Frame& frame);
    std::uint16_t nextIdentification(Ipv4 host);

    SourceClock m_clock;
    std::map<Ipv4, std::uint16_t> m_identification; ///< per host, counted on in the order of the capture
};

} // namespace samplecase
