// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sourcewriter.h"

#include "models/store/digest.h"
#include "models/store/sourcebatch.h"

namespace whittle
{

namespace
{

// Rows kept in memory before they are written in one transaction: large enough that a commit costs little,
// small enough that an answer given meanwhile waits for a few hundredths of a second only.
constexpr std::size_t batchRows = 8192;
// Bounds the memory for keepalives under way (about 2 KiB each).
constexpr std::size_t maxOpenTrains = 8192;

} // namespace

SourceWriter::SourceWriter(CaseWriter& writer, SourceId id)
    : m_impl(new Impl{.writer = writer, .id = id, .database = writer.m_database, .mutex = writer.m_mutex})
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
        m_impl->problems.push_back(
            {Severity::Notice, "import.more-problems", problem.place, {std::to_string(enough)}});
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
    span = span ? SourceSpan{std::min(span->from, event.time), std::max(span->to, event.time)}
                : SourceSpan{event.time, event.time};
    density.add(event.time);
    const TrainKeyView key{kinds.id(event.kind), devices.id(event.device),
                           flows.id({event.source, event.destination}), event.fields};
    kindCounts.resize(std::max(kindCounts.size(), static_cast<std::size_t>(key.kind) + 1));
    kindCounts[static_cast<std::size_t>(key.kind)] += isDuplicate(event.fields) ? 0 : 1;
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
    openTrains.emplace(TrainKey{key.kind, key.device, key.flow, std::string(key.fields)}, TrainPacker(at));
}

void SourceWriter::Impl::finishTrain(TrainMap::iterator train)
{
    auto node = openTrains.extract(train);
    if (node.mapped().count() == 1)
        addPending(node.mapped().first(),
                   {node.key().kind, node.key().device, node.key().flow, node.key().fields});
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
        written = storeDigest(database, partOfSource(id));
    if (written)
        written = transaction->commit();
    completed = written.hasValue();
    return written;
}

} // namespace whittle
