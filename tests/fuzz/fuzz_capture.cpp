// SPDX-License-Identifier: GPL-3.0-or-later
// A whole capture file, pcap or pcapng.
#include "models/capture/formats.h"
#include "tests/fuzz/readwhole.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const whittle::Bytes bytes = std::as_bytes(std::span(data, size));
    whittle::fuzz::readWhole(whittle::pcapFormat(), bytes);
    whittle::fuzz::readWhole(whittle::pcapngFormat(), bytes);
    return 0;
}
