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
    /// Takes a source out of the case with everything that came from it.
    Result<void> removeSource(SourceId source);

    /// Answers a question, in the place of an earlier answer to it.
    Result<void> setAnswer(const std::string& question, const std::string& value);
    Result<void> removeAnswer(const std::string& question);
    Result<void> setSetting(const std::string& key, const std::string& value);
    Result<void> addCitations(const std::vector<CitationRow>& rows);

    /// Deletes what an import that did not complete has left behind.
    Result<void> removeUnfinished();

private:
    friend class SourceWriter;
    friend class ConclusionWriter;
    friend class CaseFile;
    std::recursive_mutex m_mutex;
    Database m_database;
};

} // namespace whittle
