// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/evidence/blockreader.h"
#include "models/formats/formats.h"
#include "models/formats/lines.h"
#include "models/formats/sdireader.h"
#include "models/formats/sdlreader.h"

namespace whittle
{

namespace
{

template <TraceService service>
Sniff sniffSdiTrace(Bytes head)
{
    return sniffSdi(service, head);
}

template <TraceService service>
Result<SourceFacts> readSdiTrace(BlockReader& reader, EventSink& sink, Progress& progress,
                                 std::stop_token stop)
{
    return readSdi(service, reader, sink, progress, std::move(stop));
}

Sniff sniffSdlOfCallManager(Bytes head)
{
    return sniffSdl(TraceService::CallManager, head);
}

Result<SourceFacts> readSdlOfCallManager(BlockReader& reader, EventSink& sink, Progress& progress,
                                         std::stop_token stop)
{
    return readSdl(TraceService::CallManager, reader, sink, progress, std::move(stop));
}

/// The other services have one format: until 8.x they write SDI, from 9.x on SDL.
template <TraceService service>
Sniff sniffEither(Bytes head)
{
    Sniff sdi = sniffSdi(service, head);
    Sniff sdl = sniffSdl(service, head);
    return sdl.confidence > sdi.confidence ? sdl : sdi;
}

template <TraceService service>
Result<SourceFacts> readEither(BlockReader& reader, EventSink& sink, Progress& progress, std::stop_token stop)
{
    const auto head = reader.window(1);
    if (!head)
        return head.error();
    const bool isSdl = sniffSdl(service, *head).confidence > sniffSdi(service, *head).confidence;
    return isSdl ? readSdl(service, reader, sink, progress, std::move(stop))
                 : readSdi(service, reader, sink, progress, std::move(stop));
}

} // namespace

const Format& cucmSdiFormat()
{
    static constexpr Format format{"cucm-sdi", PlaceUnit::Line, sniffSdiTrace<TraceService::CallManager>,
                                   readSdiTrace<TraceService::CallManager>, fetchLine};
    return format;
}

const Format& cucmSdlFormat()
{
    static constexpr Format format{"cucm-sdl", PlaceUnit::Line, sniffSdlOfCallManager, readSdlOfCallManager,
                                   fetchLine};
    return format;
}

const Format& tftpTraceFormat()
{
    static constexpr Format format{"tftp-trace", PlaceUnit::Line, sniffEither<TraceService::Tftp>,
                                   readEither<TraceService::Tftp>, fetchLine};
    return format;
}

const Format& ctiTraceFormat()
{
    static constexpr Format format{"cti-trace", PlaceUnit::Line, sniffEither<TraceService::Cti>,
                                   readEither<TraceService::Cti>, fetchLine};
    return format;
}

} // namespace whittle
