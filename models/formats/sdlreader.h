// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/evidence/format.h"
#include "models/formats/tracerecords.h"

namespace whittle
{

/// Whether the lines are rows of an SDL trace of that service: as its FileHead says, else its process numbers
/// and texts.
Sniff sniffSdl(TraceService service, Bytes head);

/// Reads an SDL trace: "03796977.001 |20:21:08.055 |AppInfo  |StationInit: (0000109) KeepAlive."
Result<SourceFacts> readSdl(TraceService service, BlockReader& reader, EventSink& sink, Progress& progress,
                            std::stop_token stop);

} // namespace whittle
