// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <span>

#include "models/evidence/hasher.h"
#include "models/import/companion.h"
#include "models/import/eventqueue.h"
#include "models/import/importmonitor.h"
#include "models/import/itemimport.h"
#include "models/import/keptfailure.h"
#include "models/store/casefile.h"
#include "models/store/casewriter.h"
#include "models/store/sourcewriter.h"

namespace whittle
{

namespace
{

// Enough for a format to see a few hundred lines.
constexpr std::size_t headBytes = std::size_t{64} << 10;

constexpr std::string_view unknownFormat = "unknown";
constexpr const char* promiseProblem = "import.name-promises-other";

/// Lets the monitor see the events that go into the case.
class WatchedSink : public EventSink
{
public:
    WatchedSink(SourceWriter& writer, ImportMonitor& monitor)
        : m_writer(writer)
        , m_monitor(monitor)
    {
    }
    void event(const Event& event) override
    {
        m_writer.event(event);
        m_monitor.event(event);
    }
    void problem(Problem problem) override { m_writer.problem(std::move(problem)); }
    void landmark(Landmark landmark) override { m_writer.landmark(landmark); }

private:
    SourceWriter& m_writer;
    ImportMonitor& m_monitor;
};

} // namespace

Problem breakProblem(const Error& error)
{
    if (error.code == ErrorCode::Vanished)
        return {Severity::DataLoss, "import.vanished", {}, {error.place}};
    return {Severity::DataLoss, "import.unreadable", {}, {error.place, error.reason}};
}

/// The bytes that a format reads, and who hashes what on the way to them.
struct ItemImport::Stream {
    Layers layers;
    std::shared_ptr<HashingSource> collected; ///< the piece as it was collected; null: `hasher` has it
    std::shared_ptr<HashingSource>
        untranslated; ///< what is in it, before it became UTF-8; null: `hasher` has it
    std::shared_ptr<Utf16Source> utf16;
    std::unique_ptr<Sha256Thread> hasher = std::make_unique<Sha256Thread>(); ///< of what the reader reads
    std::unique_ptr<BlockReader> reader;
    /// What ended the bytes before their end.
    std::shared_ptr<std::optional<Error>> failure = std::make_shared<std::optional<Error>>();
    std::string how;
};

/// UTF-16 becomes UTF-8 on the way.
ItemImport::Stream ItemImport::openStream(Content content)
{
    Stream stream;
    stream.layers = std::move(content.layers);
    stream.collected = std::move(content.collected);
    stream.how = std::move(content.how);
    std::unique_ptr<ByteSource> source;
    if (const auto order = utf16Of(content.bytes->head())) {
        stream.untranslated = std::make_shared<HashingSource>(std::move(content.bytes));
        stream.utf16 =
            std::make_shared<Utf16Source>(std::make_unique<SharedSource>(stream.untranslated), *order);
        stream.layers.push_back({*order});
        stream.how += ", in " + std::string(nameOf(*order));
        source = std::make_unique<SharedSource>(stream.utf16);
    } else {
        source = std::move(content.bytes);
    }
    stream.reader = std::make_unique<BlockReader>(
        std::make_unique<KeptFailure>(std::move(source), stream.failure), stream.hasher.get(), m_stop);
    return stream;
}

Result<void> ItemImport::readContent(Piece& piece, Content content)
{
    auto writer = m_file.writer()->addSource(piece.path, m_item.location);
    if (!writer)
        return writer.error();
    Stream stream = openStream(std::move(content));
    const auto head = stream.reader->window(headBytes);
    if (!head)
        return head.error().code == ErrorCode::Cancelled ? cancelled() : head.error();
    if (head->empty() && *stream.failure)
        return **stream.failure;
    const Detected detected = formatOf(piece, *head);
    piece.outcome.format = detected.format ? std::string(detected.format->id) : std::string(unknownFormat);
    piece.outcome.formatReason = detected.reason + stream.how;
    m_monitor.begin(piece.path, piece.outcome.format, piece.outcome.formatReason);
    const auto facts = decode(detected, stream, **writer);
    if (!facts)
        return facts.error().code == ErrorCode::Cancelled ? cancelled() : facts.error();
    noteOddities(piece, stream, **writer);
    return completeContent(piece, *facts, stream, **writer);
}

Detected ItemImport::formatOf(const Piece& piece, Bytes head) const
{
    const std::string& forced = forcedFormat(piece);
    if (const Format* format = forced.empty() ? nullptr : formatById(forced))
        return {format, "chosen by the user"};
    return detect(head);
}

Result<SourceFacts> ItemImport::decode(const Detected& detected, Stream& stream, SourceWriter& writer)
{
    WatchedSink sink(writer, m_monitor);
    EventQueue queue(sink);
    Progress ofContent; // what the monitor shows is that of the file
    Result<SourceFacts> facts{SourceFacts{}};
    if (detected.format)
        facts = detected.format->read(*stream.reader, queue, ofContent, m_stop);
    if (!facts && facts.error().code == ErrorCode::Cancelled)
        return facts;
    queue.finish();
    // What a format gives up on still belongs to the file, and to its hash.
    const auto drained = stream.reader->drain();
    if (m_stop.stop_requested())
        return Error{ErrorCode::Cancelled, "cancelled"};
    if (!drained)
        return drained.error();
    const std::optional<Error>& failure = *stream.failure;
    // The limit alone may be one that a member before this met.
    if (failure && m_meter->limit() && failure->code == ErrorCode::Unsupported)
        return *failure;
    if (failure)
        writer.problem(breakProblem(*failure));
    if (!facts)
        writer.problem(breakProblem(facts.error()));
    return facts ? facts : factsOfCut(detected, writer);
}

/// A format gave up: what was read stays.
SourceFacts ItemImport::factsOfCut(const Detected& detected, const SourceWriter& writer) const
{
    SourceFacts facts;
    facts.unit = detected.format ? detected.format->unit : PlaceUnit::Offset;
    if (const auto span = writer.eventSpan()) {
        facts.first = span->from;
        facts.last = span->to;
    }
    return facts;
}

/// The name may promise something else than the bytes are. `layers`: from the file to what is in the piece.
void ItemImport::notePromise(const Piece& piece, const Layers& layers, SourceWriter& writer) const
{
    const std::string& format = piece.outcome.format;
    const std::string_view promised = promisedFormat(piece.path);
    const std::string_view compression = promisedCompression(piece.path);
    const auto own = std::span(layers).subspan(piece.layers.size());
    const bool isCompressed = compression.empty()
        || std::ranges::any_of(own, [&](const Layer& one) { return nameOf(one.kind) == compression; });
    if (breaksPromise(promised, format))
        writer.problem({Severity::Notice, promiseProblem, {}, {std::string(promised), format}});
    else if (!isCompressed)
        writer.problem({Severity::Notice, promiseProblem, {}, {std::string(compression), format}});
}

void ItemImport::noteOddities(const Piece& piece, const Stream& stream, SourceWriter& writer) const
{
    const std::string_view companion = companionKind(piece.path);
    const bool isUnknown = piece.outcome.format == unknownFormat;
    const bool isEmpty = stream.reader->position() == 0;
    if (isUnknown && !companion.empty())
        writer.problem({Severity::Info, "import.companion", {}, {std::string(companion)}});
    else if (isEmpty)
        writer.problem({Severity::Error, "import.empty-file", {}, {}});
    else if (isUnknown)
        writer.problem({Severity::Error, "import.unknown-format", {}, {piece.outcome.formatReason}});
    if (!isEmpty && forcedFormat(piece).empty())
        notePromise(piece, stream.layers, writer);
    if (stream.utf16 && stream.utf16->damaged() > 0)
        writer.problem(
            {Severity::DataLoss, "import.utf-16-damaged", {}, {std::to_string(stream.utf16->damaged())}});
}

Result<void> ItemImport::completeContent(Piece& piece, const SourceFacts& facts, Stream& stream,
                                         SourceWriter& writer)
{
    const auto content = stream.untranslated ? stream.untranslated->finish() : stream.hasher->finish(m_stop);
    const auto collected = stream.collected && content ? stream.collected->finish() : content;
    if (!collected)
        return collected.error().code == ErrorCode::Cancelled ? cancelled() : collected.error();
    if (foundInCase(piece, *collected) || foundInCase(piece, *content))
        return {};
    SourceRow row;
    row.layers = toText(stream.layers);
    row.sha256 = *collected;
    row.contentSha256 = *content == *collected ? std::string() : *content;
    row.bytes = stream.collected ? stream.collected->position()
        : stream.untranslated    ? stream.untranslated->position()
                                 : stream.reader->position();
    row.formatChosen = !forcedFormat(piece).empty();
    row.origin = facts.origin;
    row.unit = facts.unit;
    row.records = facts.records;
    row.first = facts.first;
    row.last = facts.last;
    row.resolutionNs = facts.resolution.count();
    row.utcOffsetSeconds = facts.utcOffsetSeconds;
    row.zoneName = facts.zoneName;
    row.hasDate = facts.hasDate;
    row.year = facts.year;
    row.limits = facts.limits;
    row.coverage = facts.spans;
    if (row.coverage.empty() && row.first && row.last)
        row.coverage = {{*row.first, *row.last}};
    return complete(piece, writer, std::move(row));
}

} // namespace whittle
