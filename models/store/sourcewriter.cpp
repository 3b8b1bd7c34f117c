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
constexpr std::size_t batchRows = 4096;
constexpr std::size_t batchBlocks = 16;

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
    if (event.repeats)
        addToTrain(last, event);
    else
        addToBlock(last, event);
    flushIfFull();
}

/// A second copy of a frame is listed and counts for nothing.
void SourceWriter::Impl::count(std::int64_t kind, std::uint64_t events, std::string_view fields)
{
    const auto at = static_cast<std::size_t>(kind);
    kindCounts.resize(std::max(kindCounts.size(), at + 1));
    kindCounts[at] += isDuplicate(fields) ? 0 : events;
}

void SourceWriter::Impl::addToTrain(const TrainMember& at, const Event& event)
{
    if (openTrains.isFull() || repeats.isFull())
        finishTrains();
    const Flow flow{event.source, event.destination};
    const std::uint32_t repeat = repeats.number({event.kind, event.device, event.fields});
    OpenTrain* train = openTrains.find(flow, repeat);
    if (!train) {
        openTrains.add(flow, repeat, flows.id(flow), at);
    } else if (!train->members.add(at)) {
        finishTrain(*train);
        train->members = TrainPacker(at);
    }
}

/// Takes its members; a single one is no train.
void SourceWriter::Impl::finishTrain(OpenTrain& train)
{
    const Repeat& repeat = repeats.at(train.repeat);
    const EventNames names{kinds.id(repeat.kind), devices.id(repeat.device), train.flowNumber};
    count(names.kind, train.members.count(), repeat.fields);
    if (train.members.count() == 1)
        late.push_back({train.members.first(), names, repeat.fields});
    else
        trains.push_back({std::move(train.members), names, repeat.fields});
}

void SourceWriter::Impl::finishTrains()
{
    for (OpenTrain& train : openTrains.all())
        finishTrain(train);
    openTrains.clear();
    repeats.clear();
}

void SourceWriter::Impl::addToBlock(const TrainMember& at, const Event& event)
{
    const EventNames names{kinds.id(event.kind), devices.id(event.device),
                           flows.id({event.source, event.destination})};
    count(names.kind, 1, event.fields);
    if (at < packed) { // a reader that does not keep to the order of the source
        late.push_back({at, names, std::string(event.fields)});
        return;
    }
    packer.add(at, names, event.fields);
    packed = at;
    if (packer.isFull())
        finishBlock();
}

void SourceWriter::Impl::finishBlock()
{
    if (!packer.isEmpty())
        blocks.push_back(packer.take());
}

void SourceWriter::Impl::flushIfFull()
{
    if (late.size() + trains.size() + landmarks.size() >= batchRows || blocks.size() >= batchBlocks
        || density.isFull())
        flush();
}

/// Of connections that are long gone.
void SourceWriter::Impl::finishIdleTrains()
{
    constexpr std::uint64_t idle = 2 * std::uint64_t{3600} * nsPerSecond;
    openTrains.eraseIf([&](OpenTrain& train) {
        const bool isIdle = static_cast<std::uint64_t>(last.time.ns)
                - static_cast<std::uint64_t>(train.members.last().time.ns)
            > idle;
        if (isIdle)
            finishTrain(train);
        return isIdle;
    });
}

void SourceWriter::Impl::flush()
{
    finishIdleTrains();
    const std::lock_guard lock(mutex);
    auto transaction = Transaction::begin(database);
    Result<void> written = transaction ? writeAll() : Result<void>(transaction.error());
    if (written)
        written = transaction->commit();
    if (!written)
        failure = written.error();
    blocks.clear();
    late.clear();
    trains.clear();
    landmarks.clear();
}

Result<void> SourceWriter::Impl::complete(const SourceRow& row)
{
    finishTrains();
    finishBlock();
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
        written = writeLimits(row.limits);
    if (written)
        written = writeYear(row.year);
    if (written)
        written = writeSource(row);
    if (written)
        written = writeProvenance(row);
    if (written)
        written = storeDigest(database, partOfSource(id));
    if (written)
        written = transaction->commit();
    completed = written.hasValue();
    return written;
}

} // namespace whittle
