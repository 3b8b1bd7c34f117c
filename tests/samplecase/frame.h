// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/samplecase/bytes.h"
#include "tests/samplecase/ipv4.h"
#include "tests/samplecase/moment.h"

#include <string>

namespace samplecase
{

enum class Transport : std::uint8_t { Tcp = 6, Udp = 17 };

struct Endpoint {
    Ipv4 address;
    std::uint16_t port = 0;
};

/// What only TCP has.
struct TcpPart {
    enum Flag : std::uint8_t { Fin = 1, Syn = 2, Rst = 4, Psh = 8, Ack = 16 };
    std::uint32_t seq = 0;
    std::uint32_t ack = 0;
    std::uint8_t flags = 0;
};

/// One packet at the capture point; headers that follow from the hosts are written by the capture file.
struct Frame {
    Moment at; ///< true time at the capture point
    Transport transport = Transport::Udp;
    Endpoint from, to;
    std::uint8_t tos = 0;
    TcpPart tcp;
    Bytes payload;
};

} // namespace samplecase
