// SPDX-License-Identifier: GPL-3.0-or-later
// One text format; which, says the build (WHITTLE_FUZZ_FORMAT, a function of models/formats/formats.h).
#include "models/formats/formats.h"
#include "tests/fuzz/readwhole.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    whittle::fuzz::readWhole(whittle::WHITTLE_FUZZ_FORMAT(), std::as_bytes(std::span(data, size)));
    return 0;
}
