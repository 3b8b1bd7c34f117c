// SPDX-License-Identifier: GPL-3.0-or-later
// What a case keeps packed, when the bytes are not those that were written: a block of events, a train,
// counts of events.
#include "models/store/density.h"
#include "models/store/eventblock.h"
#include "models/store/train.h"
#include "tests/fuzz/checkingsink.h"

using namespace whittle;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    constexpr std::uint32_t most = 5000;
    const Bytes bytes = std::as_bytes(std::span(data, size));
    const std::vector<std::byte> packed(bytes.begin(), bytes.end());
    EventBlockReader block;
    block.open({.first = {1, 0, {0}}, .count = most, .bytes = packed});
    std::uint32_t events = 0;
    while (block.next())
        ++events;
    fuzz::require(events == most || block.isDamaged(), "a block ends when all are there, or is damaged");
    TrainUnpacker train({1, 0, {0}}, most, packed);
    while (train.next()) { }
    std::map<std::int64_t, std::uint64_t> counts;
    (void)unpackDensity({0, 0, packed}, counts);
    return 0;
}
