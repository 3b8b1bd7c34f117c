// SPDX-License-Identifier: GPL-3.0-or-later
// Frames through the decoder: one byte chooses the link layer, then each frame has two bytes of length before
// it, so that the fuzzer reaches streams of several segments without the checks of a capture file.
#include "models/capture/packetdecoder.h"
#include "tests/fuzz/checkingsink.h"

using namespace whittle;

namespace
{

constexpr std::uint32_t linkTypes[] = {1, 0, 101, 113, 228, 229, 276}; // LINKTYPE_ETHERNET, NULL, RAW, …

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    Bytes rest = std::as_bytes(std::span(data, size));
    if (rest.empty())
        return 0;
    fuzz::CheckingSink sink;
    PacketDecoder decoder(sink);
    Frame frame;
    frame.linkType = linkTypes[static_cast<std::size_t>(rest.front()) % std::size(linkTypes)];
    for (rest = rest.subspan(1); rest.size() >= 2;) {
        frame.bytes = slice(rest, 2, readBigEndian<std::uint16_t>(rest));
        frame.originalLength = static_cast<std::uint32_t>(frame.bytes.size());
        frame.time.ns += nsPerSecond;
        ++frame.number;
        decoder.frame(frame);
        rest = rest.subspan(2 + frame.bytes.size());
    }
    decoder.finish();
    return 0;
}
