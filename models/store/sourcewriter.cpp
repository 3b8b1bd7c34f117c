// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sourcewriter.h"

#include <string>
#include <unordered_map>
#include <vector>

#include "models/base/fields.h"
#include "models/store/casewriter.h"
#include "models/store/density.h"
#include "models/store/dictionary.h"
#include "models/store/train.h"

namespace whittle {

namespace {

// Rows kept in memory before they are written in one transaction: large enough that a commit costs little, small enough that an answer
// given meanwhile waits for a few hundredths of a second only.
constexpr std::size_t batchRows = 8192;
// Bounds the memory for keepalives under way (about 2 KiB each).
constexpr std::size_t maxOpenTrains = 8192;

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
        return std::hash<std::string_view> {}(key.fields) ^ (ids * 0x9E3779B97F4A7C15ULL);
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

} // namespace

struct SourceWriter::Impl {
    CaseWriter& writer;
    SourceId id;
    Database& database;
    std::recursive_mutex& mutex;
    bool completed = false;
    bool finishing = false;
    std::optional<Error> failure {};

    std::uint64_t events = 0;
    TrainMember last {};
    std::optional<SourceSpan> span {};
    Dictionary kinds {};
    Dictionary devices {};
    FlowDictionary flows {};
    std::vector<std::uint64_t> kindCounts {};
    DensityCounter density {};
    std::int64_t densityPart = 0;
    std::vector<PendingEvent> pending {};
    std::string fields {};
    TrainMap openTrains {};
    std::vector<FinishedTrain> trains {};
    std::vector<Landmark> landmarks {};
    std::vector<Problem> problems {};

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
    Result<void> writeSource(const SourceRow& row);
    Result<void> complete(const SourceRow& row);
};

SourceWriter::SourceWriter(CaseWriter& writer, SourceId id)
    : m_impl(new Impl {.writer = writer, .id = id, .database = writer.m_database, .mutex = writer.m_mutex})
{
}

SourceWriter::~SourceWriter()
{
    if (!m_impl->completed)
        (void)m_impl->writer.removeSource(m_impl->id);
}

void SourceWriter::event(const Event& event)
{
    if (!m_impl->failure)
        m_impl->add(event);
}

void SourceWriter::problem(Problem problem)
{
    // A file that is wrong in every record must not fill the case with complaints.
    constexpr std::size_t enough = 1000;
    if (m_impl->problems.size() < enough)
        m_impl->problems.push_back(std::move(problem));
    else if (m_impl->problems.size() == enough)
        m_impl->problems.push_back({Severity::Notice, "import.more-problems", problem.place, {std::to_string(enough)}});
}

void SourceWriter::landmark(Landmark landmark)
{
    m_impl->landmarks.push_back(landmark);
}

SourceId SourceWriter::id() const
{
    return m_impl->id;
}

std::uint64_t SourceWriter::eventCount() const
{
    return m_impl->events;
}

std::optional<SourceSpan> SourceWriter::eventSpan() const
{
    return m_impl->span;
}

const std::vector<Problem>& SourceWriter::problems() const
{
    return m_impl->problems;
}

bool SourceWriter::ok() const
{
    return !m_impl->failure;
}

Result<void> SourceWriter::complete(const SourceRow& row)
{
    return m_impl->complete(row);
}

void SourceWriter::Impl::add(const Event& event)
{
    const bool samePlace = events > 0 && event.place.number == last.place;
    last = {event.place.number, samePlace ? last.ordinal + 1 : 0, event.time};
    ++events;
    span = span ? SourceSpan {std::min(span->from, event.time), std::max(span->to, event.time)}
                : SourceSpan {event.time, event.time};
    density.add(event.time);
    const TrainKeyView key {kinds.id(event.kind), devices.id(event.device),
                            flows.id({event.source, event.destination}), event.fields};
    kindCounts.resize(std::max(kindCounts.size(), static_cast<std::size_t>(key.kind) + 1));
    ++kindCounts[static_cast<std::size_t>(key.kind)];
    if (event.repeats)
        addToTrain(last, key);
    else
        addPending(last, key);
    flushIfFull();
}

void SourceWriter::Impl::addToTrain(const TrainMember& at, const TrainKeyView& key)
{
    const auto found = openTrains.find(key);
    if (found != openTrains.end() && found->second.add(at))
        return;
    if (found != openTrains.end())
        finishTrain(found);
    if (openTrains.size() >= maxOpenTrains)
        finishTrain(openTrains.begin());
    openTrains.emplace(TrainKey {key.kind, key.device, key.flow, std::string(key.fields)}, TrainPacker(at));
}

void SourceWriter::Impl::finishTrain(TrainMap::iterator train)
{
    auto node = openTrains.extract(train);
    if (node.mapped().count() == 1)
        addPending(node.mapped().first(), {node.key().kind, node.key().device, node.key().flow, node.key().fields});
    else
        trains.push_back({std::move(node.key()), std::move(node.mapped())});
}

void SourceWriter::Impl::addPending(const TrainMember& at, const TrainKeyView& key)
{
    pending.push_back({at, key.kind, key.device, key.flow, fields.size(), key.fields.size()});
    fields.append(key.fields);
}

void SourceWriter::Impl::flushIfFull()
{
    if (pending.size() + trains.size() >= batchRows || density.isFull())
        flush();
}

void SourceWriter::Impl::flush()
{
    const std::lock_guard lock(mutex);
    auto transaction = Transaction::begin(database);
    Result<void> written = transaction ? writeAll() : Result<void>(transaction.error());
    if (written)
        written = transaction->commit();
    if (!written)
        failure = written.error();
    pending.clear();
    fields.clear();
    trains.clear();
    landmarks.clear();
}

Result<void> SourceWriter::Impl::writeAll()
{
    for (const auto write : {&Impl::writeDictionaries, &Impl::writeEvents, &Impl::writeTrains, &Impl::writeLandmarks,
                             &Impl::writeDensity}) {
        const auto written = (this->*write)();
        if (!written)
            return written;
    }
    return {};
}

Result<void> SourceWriter::Impl::writeEvents()
{
    auto statement = database.prepare("INSERT INTO event(source, place, ordinal, time, kind, device, flow, fields) "
                                      "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
    if (!statement)
        return statement.error();
    statement->bind(1, raw(id));
    for (const PendingEvent& event : pending) {
        statement->bind(2, static_cast<std::int64_t>(event.at.place));
        statement->bind(3, std::int64_t {event.at.ordinal});
        statement->bind(4, event.at.time.ns);
        statement->bind(5, event.kind);
        statement->bind(6, event.device);
        statement->bind(7, event.flow);
        statement->bind(8, std::string_view(fields).substr(event.fieldsBegin, event.fieldsSize));
        const auto written = statement->run();
        if (!written)
            return written;
    }
    return {};
}

Result<void> SourceWriter::Impl::writeTrains()
{
    auto statement = database.prepare(
        "INSERT INTO train(source, place, ordinal, time, kind, device, flow, fields, last_place, last_time, count, "
        "interval, longest_step, members) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)");
    if (!statement)
        return statement.error();
    statement->bind(1, raw(id));
    for (const auto& [key, train] : trains) {
        statement->bind(2, static_cast<std::int64_t>(train.first().place));
        statement->bind(3, std::int64_t {train.first().ordinal});
        statement->bind(4, train.first().time.ns);
        statement->bind(5, key.kind);
        statement->bind(6, key.device);
        statement->bind(7, key.flow);
        statement->bind(8, std::string_view(key.fields));
        statement->bind(9, static_cast<std::int64_t>(train.last().place));
        statement->bind(10, train.last().time.ns);
        statement->bind(11, std::int64_t {train.count()});
        statement->bind(12, train.medianStep());
        statement->bind(13, train.longestStep());
        statement->bind(14, std::span<const std::byte>(train.bytes()));
        const auto written = statement->run();
        if (!written)
            return written;
    }
    return {};
}

namespace {

Result<void> writeNames(Database& database, const char* sql, SourceId id, const std::vector<Dictionary::Entry>& names)
{
    auto statement = database.prepare(sql);
    if (!statement)
        return statement.error();
    statement->bind(1, raw(id));
    for (const auto& [number, name] : names) {
        statement->bind(2, number);
        statement->bind(3, std::string_view(name));
        const auto written = statement->run();
        if (!written)
            return written;
    }
    return {};
}

Result<void> writeFlows(Database& database, SourceId id, const std::vector<FlowDictionary::Entry>& flows)
{
    auto statement = database.prepare(
        "INSERT INTO flow(source, id, src, src_port, dst, dst_port) VALUES(?1, ?2, ?3, ?4, ?5, ?6)");
    if (!statement)
        return statement.error();
    statement->bind(1, raw(id));
    for (const auto& [number, flow] : flows) {
        const std::string source = toText(flow.source.address);
        const std::string destination = toText(flow.destination.address);
        statement->bind(2, number);
        statement->bind(3, std::string_view(source));
        statement->bind(4, std::int64_t {flow.source.port});
        statement->bind(5, std::string_view(destination));
        statement->bind(6, std::int64_t {flow.destination.port});
        const auto written = statement->run();
        if (!written)
            return written;
    }
    return {};
}

} // namespace

Result<void> SourceWriter::Impl::writeDictionaries()
{
    auto written = writeNames(database, "INSERT INTO kind(source, id, name, events) VALUES(?1, ?2, ?3, 0)", id,
                              kinds.takeNew());
    if (written)
        written = writeNames(database, "INSERT INTO device(source, id, name) VALUES(?1, ?2, ?3)", id,
                             devices.takeNew());
    if (written)
        written = writeFlows(database, id, flows.takeNew());
    return written;
}

Result<void> SourceWriter::Impl::writeLandmarks()
{
    auto statement = database.prepare("INSERT OR REPLACE INTO landmark(source, number, offset) VALUES(?1, ?2, ?3)");
    if (!statement)
        return statement.error();
    statement->bind(1, raw(id));
    for (const Landmark& landmark : landmarks) {
        statement->bind(2, static_cast<std::int64_t>(landmark.number));
        statement->bind(3, static_cast<std::int64_t>(landmark.offset));
        const auto written = statement->run();
        if (!written)
            return written;
    }
    return {};
}

Result<void> SourceWriter::Impl::writeDensity()
{
    if (!density.isFull() && !finishing)
        return {};
    auto statement
        = database.prepare("INSERT INTO density(source, level, chunk, part, bins) VALUES(?1, ?2, ?3, ?4, ?5)");
    if (!statement)
        return statement.error();
    statement->bind(1, raw(id));
    ++densityPart;
    for (const DensityRow& row : density.takeRows()) {
        statement->bind(2, std::int64_t {row.level});
        statement->bind(3, row.chunk);
        statement->bind(4, densityPart);
        statement->bind(5, std::span<const std::byte>(row.bins));
        const auto written = statement->run();
        if (!written)
            return written;
    }
    return {};
}

Result<void> SourceWriter::Impl::writeKindCounts()
{
    auto statement = database.prepare("UPDATE kind SET events = ?3 WHERE source = ?1 AND id = ?2");
    if (!statement)
        return statement.error();
    statement->bind(1, raw(id));
    for (std::size_t kind = 0; kind < kindCounts.size(); ++kind) {
        statement->bind(2, static_cast<std::int64_t>(kind));
        statement->bind(3, static_cast<std::int64_t>(kindCounts[kind]));
        const auto written = statement->run();
        if (!written)
            return written;
    }
    return {};
}

Result<void> SourceWriter::Impl::writeProblems()
{
    auto statement = database.prepare("INSERT INTO problem(source, ordinal, severity, id, unit, place, arguments) "
                                      "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)");
    if (!statement)
        return statement.error();
    statement->bind(1, raw(id));
    FieldWriter arguments;
    for (std::size_t i = 0; i < problems.size(); ++i) {
        const Problem& problem = problems[i];
        arguments.clear();
        for (const std::string& argument : problem.arguments)
            arguments.add("", argument);
        statement->bind(2, static_cast<std::int64_t>(i));
        statement->bind(3, static_cast<std::int64_t>(problem.severity));
        statement->bind(4, std::string_view(problem.id));
        statement->bindNull(5);
        statement->bindNull(6);
        if (problem.place) {
            statement->bind(5, static_cast<std::int64_t>(problem.place->unit));
            statement->bind(6, static_cast<std::int64_t>(problem.place->number));
        }
        statement->bind(7, arguments.text());
        const auto written = statement->run();
        if (!written)
            return written;
    }
    return {};
}

Result<void> SourceWriter::Impl::writeCoverage(const std::vector<SourceSpan>& coverage)
{
    auto statement = database.prepare("INSERT OR REPLACE INTO coverage(source, first, last) VALUES(?1, ?2, ?3)");
    if (!statement)
        return statement.error();
    statement->bind(1, raw(id));
    for (const SourceSpan& span : coverage) {
        statement->bind(2, span.from.ns);
        statement->bind(3, span.to.ns);
        const auto written = statement->run();
        if (!written)
            return written;
    }
    return {};
}

Result<void> SourceWriter::Impl::writeSource(const SourceRow& row)
{
    auto statement = database.prepare(
        "UPDATE source SET complete = 1, sha256 = ?2, bytes = ?3, format = ?4, format_reason = ?5, unit = ?6, "
        "records = ?7, events = ?8, first = ?9, last = ?10, resolution = ?11, utc_offset = ?12, zone = ?13, "
        "has_date = ?14, modified = ?15 WHERE id = ?1");
    if (!statement)
        return statement.error();
    statement->bind(1, raw(id));
    statement->bind(2, std::string_view(row.sha256));
    statement->bind(3, static_cast<std::int64_t>(row.bytes));
    statement->bind(4, std::string_view(row.format));
    statement->bind(5, std::string_view(row.formatReason));
    statement->bind(6, static_cast<std::int64_t>(row.unit));
    statement->bind(7, static_cast<std::int64_t>(row.records));
    statement->bind(8, static_cast<std::int64_t>(events));
    if (row.first && row.last) {
        statement->bind(9, row.first->ns);
        statement->bind(10, row.last->ns);
    }
    statement->bind(11, row.resolutionNs);
    if (row.utcOffsetSeconds)
        statement->bind(12, std::int64_t {*row.utcOffsetSeconds});
    statement->bind(13, std::string_view(row.zoneName));
    statement->bind(14, std::int64_t {row.hasDate});
    statement->bind(15, row.modifiedNs);
    return statement->run();
}

Result<void> SourceWriter::Impl::complete(const SourceRow& row)
{
    while (!openTrains.empty())
        finishTrain(openTrains.begin());
    if (failure)
        return *failure;
    const std::lock_guard lock(mutex);
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    finishing = true;
    Result<void> written = writeAll();
    if (written)
        written = writeKindCounts();
    if (written)
        written = writeProblems();
    if (written)
        written = writeCoverage(row.coverage);
    if (written)
        written = writeSource(row);
    if (written)
        written = transaction->commit();
    completed = written.hasValue();
    return written;
}

} // namespace whittle
