// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "models/store/casewriter.h"
#include "models/store/density.h"
#include "models/store/dictionary.h"
#include "models/store/eventblock.h"
#include "models/store/opentrains.h"
#include "models/store/sourcewriter.h"
#include "models/store/train.h"

namespace whittle
{

// What SourceWriter keeps in memory: sourcewriter.cpp gathers it, sourcerows.cpp writes it. Nobody else
// includes this.

/// One row of table `event`: it came after the block in which it belongs.
struct LateEvent {
    TrainMember at;
    EventNames names;
    std::string fields;
};

/// One row of table `train`.
struct FinishedTrain {
    TrainPacker train;
    EventNames names;
    std::string fields;
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
    EventBlockPacker packer{};
    TrainMember packed{}; ///< the last that was packed
    std::vector<EventBlock> blocks{};
    std::vector<LateEvent> late{};
    Repeats repeats{};
    OpenTrains openTrains{};
    std::vector<FinishedTrain> trains{};
    std::vector<Landmark> landmarks{};
    std::vector<Problem> problems{};

    void add(const Event& event);
    void count(std::int64_t kind, std::uint64_t events, std::string_view fields);
    void addToTrain(const TrainMember& at, const Event& event);
    void finishTrain(OpenTrain& train);
    void finishTrains();
    void finishIdleTrains();
    void addToBlock(const TrainMember& at, const Event& event);
    void finishBlock();
    void flushIfFull();
    void flush();
    Result<void> writeAll();
    Result<void> writeBlocks();
    Result<void> writeLate();
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
