// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/evidence/blockreader.h"
#include "models/evidence/format.h"
#include "tests/fuzz/checkingsink.h"

namespace whittle::fuzz
{

/// Lets a format look at the bytes and read them, as an import does.
inline void readWhole(const Format& format, Bytes bytes)
{
    const Sniff sniff = format.sniff(bytes);
    require(sniff.confidence >= 0 && sniff.confidence <= 100, "a confidence is a percentage");
    BlockReader reader(memorySource({bytes.begin(), bytes.end()}));
    CheckingSink sink;
    Progress progress;
    const auto facts = format.read(reader, sink, progress, {});
    require(!facts || !facts->first || !facts->last || *facts->first <= *facts->last,
            "the first record is not after the last");
}

} // namespace whittle::fuzz
