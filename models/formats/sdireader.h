// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/evidence/format.h"
#include "models/formats/tracerecords.h"

namespace whittle
{

/// Whether the lines are records of an SDI trace of that service.
Sniff sniffSdi(TraceService service, Bytes head);

/// Reads an SDI trace: "07/21/2006 13:15:39.763 CCM|StationInit: (0000188) TimeDateReq.|<CLID::…>…". Records
/// of other services in it are counted.
Result<SourceFacts> readSdi(TraceService service, BlockReader& reader, EventSink& sink, Progress& progress,
                            std::stop_token stop);

/// The service as it stands in front of the bar: "CCM".
std::string_view sdiName(TraceService service);

} // namespace whittle
