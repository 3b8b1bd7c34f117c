// SPDX-License-Identifier: GPL-3.0-or-later
// A whole 7z, of which only the headers are looked at.
#include "models/evidence/sevenzip.h"
#include "tests/fuzz/checkingsink.h"

using namespace whittle;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const Bytes bytes = std::as_bytes(std::span(data, size));
    const auto source = memorySource({bytes.begin(), bytes.end()});
    UnpackMeter meter({.members = 1000, .memory = std::uint64_t{1} << 20});
    const auto checked = checkSevenZip(*source, meter);
    fuzz::require(checked || checked.error().code == ErrorCode::Malformed
                      || checked.error().code == ErrorCode::Unsupported,
                  "a 7z is fine, damaged, or beyond a limit");
    std::byte first{};
    const auto read = source->read(std::span(&first, 1));
    fuzz::require(read && (*read == 1 ? first == bytes[0] : size == 0), "the source is at its beginning");
    return 0;
}
