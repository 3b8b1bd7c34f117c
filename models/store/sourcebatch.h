// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "models/store/casewriter.h"
#include "models/store/density.h"
#include "models/store/dictionary.h"
#include "models/store/sourcewriter.h"
#include "models/store/train.h"

namespace whittle
{

// What SourceWriter keeps in memory: sourcewriter.cpp gathers it, sourcerows.cpp writes it. Nobody else
// includes this.

/// One row of table `event`, its fields in a common arena.
struct PendingEvent {
    TrainMember at;
    std::int64_t kind;
    std::int64_t device;
    std::int64_t flow;
    std::size_t fieldsBegin;
    std::size_t fieldsSize;
};

/// What the members of a train have in common.
struct TrainKey {
    std::int64_t kind;
    std::int64_t device;
    std::int64_t flow;
    std::string fields;
};
struct TrainKeyView {
    std::int64_t kind;
    std::int64_t device;
    std::int64_t flow;
    std::string_view fields;
};
struct TrainKeyHash {
    using is_transparent = void;
    template <typename Key>
    std::size_t operator()(const Key& key) const
    {
        const auto ids = static_cast<std::uint64_t>(key.kind * 1'000'003 + key.device * 10'007 + key.flow);
        return std::hash<std::string_view>{}(key.fields) ^ (ids * 0x9E3779B97F4A7C15ULL);
    }
};
struct TrainKeyEqual {
    using is_transparent = void;
    template <typename A, typename B>
    bool operator()(const A& a, const B& b) const
    {
        return a.kind == b.kind && a.device == b.device && a.flow == b.flow && a.fields == b.fields;
    }
};
using TrainMap = std::unordered_map<TrainKey, TrainPacker, TrainKeyHash, TrainKeyEqual>;

struct FinishedTrain {
    TrainKey key;
    TrainPacker train;
};

struct SourceWriter::Impl {
    CaseWriter& writer;
    SourceId id;
    Database& database;
    std::recursive_mutex& mutex;
    bool completed = false;
    bool finishing = false;
    std::optional<Error> failure{};

    std::uint64_t events = 0;
    TrainMember last{};
    std::optional<SourceSpan> span{};
    Dictionary kinds{};
    Dictionary devices{};
    FlowDictionary flows{};
    std::vector<std::uint64_t> kindCounts{};
    DensityCounter density{};
    std::int64_t densityPart = 0;
    std::vector<PendingEvent> pending{};
    std::string fields{};
    TrainMap openTrains{};
    std::vector<FinishedTrain> trains{};
    std::vector<Landmark> landmarks{};
    std::vector<Problem> problems{};

    void add(const Event& event);
    void addToTrain(const TrainMember& at, const TrainKeyView& key);
    void finishTrain(TrainMap::iterator train);
    void addPending(const TrainMember& at, const TrainKeyView& key);
    void flushIfFull();
    void flush();
    Result<void> writeAll();
    Result<void> writeEvents();
    Result<void> writeTrains();
    Result<void> writeDictionaries();
    Result<void> writeLandmarks();
    Result<void> writeDensity();
    Result<void> writeKindCounts();
    Result<void> writeProblems();
    Result<void> writeCoverage(const std::vector<SourceSpan>& coverage);
    Result<void> writeLimits(const std::vector<CoverageLimit>& limits);
    Result<void> writeYear(const std::optional<YearHints>& year);
    Result<void> writeSource(const SourceRow& row);
    Result<void> writeProvenance(const SourceRow& row);
    Result<void> complete(const SourceRow& row);
};

} // namespace whittle
