// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "models/base/eventsink.h"
#include "models/store/caserows.h"
#include "models/store/database.h"

namespace whittle
{

class SourceNames;
struct ConclusionTable;

/// Which events are wanted. Empty means all.
struct EventFilter {
    std::optional<SourceId> source{};
    std::vector<std::string> kinds{}; ///< glob patterns: "dhcp.*"
    std::optional<std::string> device{}; ///< exact name as the record shows it
    std::optional<SourceTime> from{}; ///< inclusive, in the source's own clock
    std::optional<SourceTime> to{}; ///< inclusive
};

/// Counts of events in equal steps of time, for one source.
struct DensityBin {
    SourceTime from{};
    std::int64_t widthNs = 0;
    std::uint64_t count = 0;
};

/// Reads a case. One thread, one reader; sees only sources whose import is complete. Row ids never leave it.
class CaseReader
{
public:
    explicit CaseReader(Database database)
        : m_database(std::move(database))
    {
    }

    /// While it lives, all that is read is of one moment. Not for long: where there is no WAL (on a network
    /// share) nobody can write meanwhile.
    Result<ReadSnapshot> snapshot() const { return ReadSnapshot::begin(m_database); }

    Result<std::vector<SourceRow>> sources() const;
    /// Without coverage, limits and problems: one query however many sources there are.
    Result<std::vector<SourceRow>> sourceHeads() const;
    /// Kind → number of events, the members of trains counted.
    Result<std::map<std::string, std::uint64_t>> eventCounts() const;
    /// The same for each source that has events.
    Result<std::map<SourceId, std::map<std::string, std::uint64_t>>> eventCountsBySource() const;

    using EventVisitor = std::function<bool(const EventRow&)>; ///< false: enough
    using TrainVisitor = std::function<bool(const TrainRow&)>;
    /// Single events by source, place and ordinal, without those kept in trains.
    Result<void> forEachSingle(const EventFilter& filter, const EventVisitor& visit) const;
    /// The same of one source, all at once, at the end of `to`. Errors: Database, Malformed, Cancelled.
    Result<void> appendSingles(SourceId source, std::vector<EventRow>& to, const std::stop_token& stop) const;
    Result<void> forEachTrain(const EventFilter& filter, const TrainVisitor& visit) const;
    /// About so many single events there are in all: for who makes room for them.
    std::size_t singlesAbout() const;
    /// All events, trains expanded, by source, place and ordinal.
    Result<void> forEachEvent(const EventFilter& filter, const EventVisitor& visit) const;
    /// When each member of the train was, in order.
    Result<std::vector<SourceTime>> memberTimes(const TrainRow& train) const;
    /// The event at that address, whether it stands alone or in a train. Empty: there is none.
    Result<std::optional<EventRow>> event(const EventRef& ref) const;

    /// All events of a source between two times, in bins no wider than `widthNs` if the case has such fine
    /// ones.
    Result<std::vector<DensityBin>> density(SourceId source, SourceTime from, SourceTime to,
                                            std::int64_t widthNs) const;

    /// The last landmark at or before that record.
    Result<std::optional<Landmark>> landmark(SourceId source, std::uint64_t number) const;
    /// The verbatim copy of a cited place, if the case has one.
    Result<std::optional<CitationRow>> citation(SourceId source, std::uint64_t number) const;

    Result<std::vector<AnswerRow>> answers() const;
    /// Settings of the case (CaseWriter::setSetting). Empty when not set.
    Result<std::string> setting(std::string_view key) const;
    /// Those whose keys match (GLOB), by key.
    Result<std::vector<std::pair<std::string, std::string>>> settings(std::string_view keys) const;
    /// What the analyst marked, by source, place and ordinal.
    Result<std::vector<MarkRow>> marks() const;
    /// What CaseWriter::undoLast() would take back; empty: nothing.
    Result<std::optional<ActionRow>> lastAction() const;

    /// Structures that are broken (PRAGMA integrity_check) and rows that are not as they were written
    /// (digest.h): one line a fault, empty when sound.
    Result<std::vector<std::string>> integrityFaults() const;

private:
    friend Result<std::string> evidenceKey(const CaseReader& reader);
    friend Result<bool> conclusionsAreSound(const CaseReader& reader);
    friend Result<Statement> conclusionRows(const CaseReader& reader, const ConclusionTable& table);
    Result<std::vector<SourceId>> wantedSources(const EventFilter& filter) const;
    Result<std::optional<EventRow>> memberOfTrain(const SourceNames& names, const EventRef& ref) const;

    Database m_database;
};

} // namespace whittle
