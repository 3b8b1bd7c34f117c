// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "models/base/eventsink.h"
#include "models/store/caserows.h"
#include "models/store/database.h"

namespace whittle
{

class SourceWriter;
struct Saying;

/// The one writer of a case. Every call is a transaction of its own and thread-safe; what it returns success
/// for is on disk.
class CaseWriter
{
public:
    explicit CaseWriter(Database database)
        : m_database(std::move(database))
    {
    }

    /// Starts the import of one source: invisible to readers until SourceWriter::complete(), gone if that is
    /// never reached.
    Result<std::unique_ptr<SourceWriter>> addSource(const std::string& path, const std::string& location);
    /// Takes sources out of the case with everything that came from them, the analyst's marks included; an
    /// archive goes with its members, a member alone. Of the bytes nothing is left in the file. This cannot
    /// be undone.
    Result<void> removeSources(const std::vector<SourceId>& sources);
    Result<void> removeSource(SourceId source) { return removeSources({source}); }

    // What the analyst says. Each change is remembered and can be taken back, also after the case was closed.
    // One that changes nothing is none.

    /// Answers a question, in the place of an earlier answer to it.
    Result<void> setAnswer(const std::string& question, const std::string& value);
    Result<void> removeAnswer(const std::string& question);
    /// "title", "symptom", "note" (free text about the case), "report-author", "report-customer" …; and
    /// "zone", which says how times are shown and is not taken back.
    Result<void> setSetting(const std::string& key, const std::string& value);
    /// Marks an event, in the place of an earlier mark; the text may be empty. Errors: NotFound (no such
    /// source).
    Result<void> setMark(const EventRef& ref, const std::string& text);
    Result<void> removeMark(const EventRef& ref);
    /// Says that two events of different sources are the same moment. Errors: Usage (of one source), NotFound
    /// (no such source). This and the next two are read with clockWishRows().
    Result<void> pinMoments(const EventRef& a, const EventRef& b);
    Result<void> unpinMoments(const EventRef& a, const EventRef& b);
    /// Says how far the wall clock of a source is ahead (ClockWishRows::offsets); empty: that it shall be
    /// found out. Errors: NotFound.
    Result<void> setClockOffset(SourceId source, std::optional<std::int64_t> aheadNs);
    /// Says that a source is not to be compared with others, or is again. Errors: NotFound.
    Result<void> excludeClock(SourceId source, bool isExcluded);
    /// Takes the last of these changes back; gives what it was, empty when there is none left.
    Result<std::optional<ActionRow>> undoLast();

    Result<void> addCitations(const std::vector<CitationRow>& rows);

    /// Deletes what an import that did not complete has left behind.
    Result<void> removeUnfinished();

private:
    friend class SourceWriter;
    friend class ConclusionWriter;
    friend class CaseFile;
    Result<void> change(const Saying& saying, const std::optional<std::string>& text);
    Result<void> hasSource(SourceId source);

    std::recursive_mutex m_mutex;
    Database m_database;
};

} // namespace whittle
