// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "models/analysis/analysis.h"
#include "models/base/result.h"
#include "models/store/caserows.h"

namespace whittle
{

class CaseFile;

struct CaseRange {
    CaseTime from;
    CaseTime to; ///< inclusive
    bool operator==(const CaseRange&) const = default;
};

/// One row of the table: an event, or a train of keepalives. What repeats is an index into the lists of
/// EventList.
struct EventEntry {
    EventRef ref;
    CaseTime time; ///< corrected
    SourceTime original;
    std::uint32_t kind = 0;
    std::uint32_t device = 0;
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    std::uint32_t count = 1; ///< members; more than one: a train
    std::uint64_t lastPlace = 0; ///< of a train
    CaseTime lastTime; ///< of a train
    bool deviceInferred = false; ///< the record shows an address only
    std::string fields;

    bool isTrain() const { return count > 1; }
};

/// What is known about the number of rows of a table.
enum class RowCount { Unknown, Partial, Complete };

/// The events of a case on its one clock, over all sources, in the order of time. Made on a worker thread,
/// never changed afterwards.
struct EventList {
    std::vector<EventEntry> entries;
    std::vector<std::string> kinds; ///< index 0 of each list is the empty text
    std::vector<std::string> devices;
    std::vector<std::string> addresses;
    std::uint64_t trains = 0;
    std::uint64_t trainMembers = 0;
    RowCount rowCount = RowCount::Unknown;
};
using EventListPtr = std::shared_ptr<const EventList>;

/// What to load. Copied for the worker.
struct EventListRequest {
    std::shared_ptr<const CaseFile> file;
    AnalysisPtr analysis; ///< whose sources, clocks and identity
    std::optional<CaseRange> range; ///< only these; empty: all
    std::size_t limit = 200'000; ///< rows; the earliest are kept, and the list is Partial
};

/// Blocks; for a worker thread. Sources that the analysis does not know are left out. Errors: Database,
/// Cancelled.
Result<EventListPtr> loadEvents(const EventListRequest& request, const std::stop_token& stop);

/// The row with that event, or the train that holds it, which `member` (the event, read from the case) tells
/// apart from others that run at the same time. Empty: not in the list.
std::optional<std::uint32_t> findEntry(const EventList& list, const EventRef& ref,
                                       const EventRow* member = nullptr);

} // namespace whittle
