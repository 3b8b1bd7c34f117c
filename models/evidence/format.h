// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "models/base/bytes.h"
#include "models/base/eventsink.h"
#include "models/base/progress.h"
#include "models/base/result.h"
#include "models/base/sourceorigin.h"
#include "models/base/time.h"

namespace whittle
{

class BlockReader;

/// The answer of a format to "is this yours?", from the first bytes of a file alone (never from its name).
struct Sniff {
    /// 0: no. 100: a magic number or every line fits. Between: the share of lines that fit.
    int confidence = 0;
    /// What a person is told: "magic number a1b2c3d4", "11 of the first 12 lines match; line 3 does not".
    std::string reason{};
};

/// Something that kept a source from showing what happened. The words are in
/// resources/knowledge/messages.json under `id`, as those of a Problem.
struct CoverageLimit {
    std::string
        id{}; ///< "limit.drops", "limit.snap-length", "limit.filter", "limit.trace-level", "limit.silence", …
    std::optional<SourceTime> from{}; ///< empty: from the source's beginning
    std::optional<SourceTime> to{}; ///< empty: to its end
    std::vector<std::string> arguments{};
};

/// What a reader learnt about a source as a whole.
struct SourceFacts {
    PlaceUnit unit = PlaceUnit::Offset;
    std::uint64_t records = 0; ///< frames, or lines
    std::optional<SourceTime> first{}; ///< of all records, not only of those that gave events
    std::optional<SourceTime> last{};
    Nanoseconds resolution{1}; ///< the finest step its times can show
    /// What the source says about its zone, in seconds east of UTC; 0 for captures. Empty where its lines do
    /// not say.
    std::optional<int> utcOffsetSeconds{};
    std::string zoneName{}; ///< "America/Chicago" where the source names it; else empty
    bool hasDate = true; ///< false: times count from day 0 (see SourceTime)
    SourceOrigin origin{};
    std::vector<CoverageLimit> limits{};
};

/// One kind of evidence file that we can read. A constant of static storage; the list of all is in
/// models/import.
struct Format {
    std::string_view id{}; ///< "pcap", "cucm-sdi", …
    PlaceUnit unit{};
    Sniff (*sniff)(Bytes head);
    /// Reads the whole source into `sink`. A bad record becomes a problem there and reading goes on; an Error
    /// means that nothing more could be read (Cancelled: the stop token asked for it).
    Result<SourceFacts> (*read)(BlockReader& reader, EventSink& sink, Progress& progress,
                                std::stop_token stop);
    /// The bytes of record `number` as they stand in the file (a frame without its record header, a line
    /// without its end), found from a landmark at or before it.
    Result<std::vector<std::byte>> (*fetch)(BlockReader& reader, Landmark landmark, std::uint64_t number);
};

} // namespace whittle
