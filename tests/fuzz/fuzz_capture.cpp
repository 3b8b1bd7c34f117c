// SPDX-License-Identifier: GPL-3.0-or-later
// A whole capture file: pcap, pcapng, snoop.
#include "models/capture/formats.h"
#include "tests/fuzz/readwhole.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const whittle::Bytes bytes = std::as_bytes(std::span(data, size));
    for (const whittle::Format* format : {&whittle::pcapFormat(), &whittle::pcapngFormat()}) {
        if (format->sniff(bytes).confidence > 0) // else no import lets it read them
            whittle::fuzz::readWhole(*format, bytes);
    }
    return 0;
}
