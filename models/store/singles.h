// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "models/store/casereader.h"
#include "models/store/eventblock.h"
#include "models/store/sourcenames.h"

namespace whittle
{

/// From columns place, ordinal, time, count, events (in this order, from column 0).
EventBlock eventBlockOf(const Statement& row);
Error damagedEvents();

/// The events of one source that are in no train, in the order of the source: those packed in blocks, merged
/// with those that have rows of their own (what came late; in a case of version 2 or older, all of them).
class Singles
{
public:
    Singles(const SourceNames& names, const EventFilter& filter);

    Result<void> open(const Database& database, SourceId source);
    /// False at the end. Errors: Database, Malformed.
    Result<bool> next();
    /// Valid until the next call.
    const EventRow& row() const { return *m_current; }

    /// The one with that address.
    static Result<std::optional<EventRow>> find(const Database& database, const SourceNames& names,
                                                const EventRef& ref);

private:
    Result<void> nextRow();
    Result<void> nextPacked();
    Result<bool> nextBlock();
    bool takePacked();
    bool isWanted(std::size_t names, SourceTime time);
    void learnNames();

    const SourceNames& m_names;
    const EventFilter& m_filter;
    std::optional<std::vector<std::int64_t>> m_kinds; ///< wanted; empty: all
    std::optional<std::vector<std::int64_t>> m_devices;
    Statement m_rows;
    Statement m_blocks;
    EventBlockReader m_block;
    std::vector<bool> m_wanted; ///< by EventBlockReader::namesNumber()
    EventRow m_row;
    EventRow m_packed;
    bool m_hasRow = false;
    bool m_hasPacked = false;
    const EventRow* m_current = nullptr;
};

} // namespace whittle
