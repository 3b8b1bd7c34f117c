// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <stop_token>
#include <vector>

#include "models/base/eventsink.h"
#include "models/base/progress.h"
#include "models/base/result.h"
#include "models/capture/recordcutter.h"
#include "models/evidence/format.h"

namespace whittle
{

class BlockReader;

/// Walks all records from the reader's position to its end, decodes each frame into `sink` and drops
/// landmarks. Errors: Cancelled, and what the reader answers.
Result<SourceFacts> readFrames(BlockReader& reader, RecordCutter& cutter, EventSink& sink, Progress& progress,
                               std::stop_token stop);

/// The bytes of frame `number`; the reader stands at the record of frame `firstNumber`. Errors: NotFound, and
/// what the reader answers.
Result<std::vector<std::byte>> fetchFrame(BlockReader& reader, RecordCutter& cutter,
                                          std::uint64_t firstNumber, std::uint64_t number);

/// What a capture without any complete header gives: a problem, and facts without records.
SourceFacts emptyCapture(EventSink& sink, bool headerCut, std::size_t present);

} // namespace whittle
