// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "models/store/casereader.h"
#include "models/store/sourcenames.h"
#include "models/store/train.h"

namespace whittle
{

/// Walks the events of one source: the single ones, the trains, or both merged with the trains expanded, in
/// the order of the source.
class EventMerge
{
public:
    EventMerge(const Database& database, const SourceNames& names, SourceId source,
               const EventFilter& filter);

    Result<void> singles(const CaseReader::EventVisitor& visit, bool& goOn);
    Result<void> trains(const CaseReader::TrainVisitor& visit, bool& goOn);
    Result<void> all(const CaseReader::EventVisitor& visit, bool& goOn);

private:
    struct OpenTrain {
        EventRow row;
        TrainUnpacker members;
    };
    Result<Statement> prepareTrains();
    Result<std::optional<TrainRow>> nextTrain(Statement& statement, std::vector<std::byte>* members);
    Result<void> openTrain(Statement& statement);
    Result<void> openTrainsUpTo(const EventRef& ref, Statement& statement);
    bool visitTrain(const CaseReader::EventVisitor& visit);

    const Database& m_database;
    const SourceNames& m_names;
    SourceId m_source;
    const EventFilter& m_filter;
    /// A train under way, and where its next member stands.
    struct Next {
        std::uint64_t place;
        std::uint32_t ordinal;
        std::unique_ptr<OpenTrain> train;
        bool operator<(const Next& other) const
        {
            return place != other.place ? place < other.place : ordinal < other.ordinal;
        }
    };
    void sink();

    std::vector<Next> m_open; ///< a heap: the earliest comes first
    std::unique_ptr<OpenTrain> m_waiting; ///< the next train, not yet reached
};

} // namespace whittle
