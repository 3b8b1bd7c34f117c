// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/importer.h"

#include <algorithm>
#include <array>
#include <cctype>

#include <sys/stat.h>

#include "models/base/log.h"
#include "models/evidence/blockreader.h"
#include "models/evidence/format.h"
#include "models/evidence/hasher.h"
#include "models/store/casefile.h"
#include "models/store/casereader.h"
#include "models/store/casewriter.h"
#include "models/store/sourcewriter.h"

namespace whittle
{

namespace
{

// Enough for a format to see a few hundred lines.
constexpr std::size_t headBytes = std::size_t{64} << 10;
// A text in which fewer than half of the lines fit is rather something else.
constexpr int leastConfidence = 50;

struct Detected {
    const Format* format = nullptr;
    std::string reason{};
};

Detected detect(Bytes head)
{
    Detected best;
    int confidence = 0;
    Sniff nearest;
    for (const Format* format : allFormats()) {
        const Sniff sniff = format->sniff(head);
        if (sniff.confidence > confidence && sniff.confidence >= leastConfidence) {
            confidence = sniff.confidence;
            best = {format, sniff.reason};
        } else if (sniff.confidence > nearest.confidence) {
            nearest = {sniff.confidence, std::string(format->id) + ": " + sniff.reason};
        }
    }
    if (!best.format)
        best.reason = nearest.confidence > 0 ? "nearest to " + nearest.reason : "its beginning fits none of the formats";
    return best;
}

/// What the end of a file name promises; empty when it promises nothing.
std::string_view promisedFormat(const std::string& name)
{
    std::string path = name; // Windows does not mind the case
    std::ranges::transform(path, path.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    constexpr std::array<std::pair<std::string_view, std::string_view>, 3> promises{
        {{".pcap", "pcap"}, {".pcapng", "pcapng"}, {".cap", "pcap"}}};
    for (const auto& [ending, format] : promises) {
        if (path.ends_with(ending))
            return format;
    }
    return {};
}

bool breaksPromise(std::string_view promised, std::string_view format)
{
    const bool bothCaptures = promised.starts_with("pcap") && format.starts_with("pcap");
    return !promised.empty() && !bothCaptures;
}

std::int64_t modificationTime(const std::string& path)
{
    struct stat status {
    };
    if (::stat(path.c_str(), &status) != 0)
        return 0;
    return status.st_mtim.tv_sec * nsPerSecond + status.st_mtim.tv_nsec;
}

/// The sources already in the case that could be this file.
struct KnownSources {
    std::vector<SourceRow> rows;

    const SourceRow* bySize(std::uint64_t bytes) const { return find(&SourceRow::bytes, bytes); }
    const SourceRow* byHash(const std::string& hash) const { return find(&SourceRow::sha256, hash); }

private:
    template <typename Member, typename Value>
    const SourceRow* find(Member member, const Value& value) const
    {
        const auto found = std::ranges::find(rows, value, member);
        return found == rows.end() ? nullptr : &*found;
    }
};

/// One file on its way into the case.
class OneImport
{
public:
    OneImport(CaseFile& file, const EvidenceItem& item, Progress& progress, const std::stop_token& stop)
        : m_file(file)
        , m_progress(progress)
        , m_stop(stop)
    {
        m_outcome.item = item;
    }

    ImportOutcome run()
    {
        const Result<void> done = runSteps();
        if (done)
            return std::move(m_outcome);
        Error error = done.error();
        m_outcome.state = error.code == ErrorCode::Cancelled ? ImportOutcome::State::Cancelled
                                                             : ImportOutcome::State::Failed;
        error.subject = m_outcome.item.path;
        log::info("import", "failed: " + toText(error));
        m_outcome.error = std::move(error);
        return std::move(m_outcome);
    }

private:
    Result<void> runSteps();
    Result<void> loadKnownSources();
    Result<bool> knownBeforeReading();
    Result<void> read();
    Result<SourceFacts> decode(BlockReader& reader, SourceWriter& writer);
    SourceFacts factsOfCutFile(const Error& error, const SourceWriter& writer);
    void noteOddities(SourceWriter& writer, std::uint64_t bytes);
    Result<void> complete(SourceWriter& writer, const SourceFacts& facts, const BlockReader& reader,
                          std::string hash);
    void foundInCase(const SourceRow& row);

    CaseFile& m_file;
    Progress& m_progress;
    std::stop_token m_stop;
    ImportOutcome m_outcome;
    KnownSources m_known;
    std::int64_t m_modifiedNs = 0;
    Detected m_detected;
};

Result<void> OneImport::runSteps()
{
    if (!m_file.writer())
        return Error{ErrorCode::NoPermission, "the case is read-only: " + m_file.readOnlyReason()};
    if (const auto isFile = checkIsFile(m_outcome.item.location); !isFile)
        return isFile;
    if (looksLikeCase(m_outcome.item.location))
        return Error{
            ErrorCode::Unsupported, "this is a Whittle case, not evidence", {}, {}, "open it instead"};
    const auto loaded = loadKnownSources();
    if (!loaded)
        return loaded;
    const auto known = knownBeforeReading();
    if (!known)
        return known.error();
    return *known ? Result<void>() : read();
}

Result<void> OneImport::loadKnownSources()
{
    auto reader = m_file.newReader();
    if (!reader)
        return reader.error();
    auto sources = (*reader)->sources();
    if (!sources)
        return sources.error();
    m_known.rows = std::move(*sources);
    return {};
}

void OneImport::foundInCase(const SourceRow& row)
{
    m_outcome.state = ImportOutcome::State::AlreadyInCase;
    m_outcome.source = row.id;
    m_outcome.format = row.format;
    m_outcome.formatReason = row.formatReason;
    m_outcome.events = row.events;
    m_outcome.problems = {{Severity::Info, "import.already-in-case", {}, {row.path}}};
}

/// Only where a source of the same size exists is it worth hashing before reading: a pass over the file of
/// its own, with a progress of its own.
Result<bool> OneImport::knownBeforeReading()
{
    auto source = openFile(m_outcome.item.location);
    if (!source)
        return source.error();
    if (!m_known.bySize((*source)->size()))
        return false;
    m_progress.start((*source)->size());
    Sha256Thread hasher;
    {
        BlockReader reader(std::move(*source), &hasher, m_stop);
        const auto drained = reader.drain(&m_progress);
        if (!drained)
            return drained.error();
    }
    const auto hash = hasher.finish(m_stop);
    if (!hash)
        return hash.error();
    const SourceRow* row = m_known.byHash(*hash);
    if (row)
        foundInCase(*row);
    return row != nullptr;
}

Result<void> OneImport::read()
{
    auto source = openFile(m_outcome.item.location);
    if (!source)
        return source.error();
    auto writer = m_file.writer()->addSource(m_outcome.item.path, m_outcome.item.location);
    if (!writer)
        return writer.error();
    Sha256Thread hasher;
    BlockReader reader(std::move(*source), &hasher, m_stop);
    m_modifiedNs = modificationTime(m_outcome.item.location); // of what is read, should it change meanwhile
    m_progress.start(reader.size());
    const auto facts = decode(reader, **writer);
    if (!facts)
        return facts.error();
    auto hash = hasher.finish(m_stop);
    if (!hash)
        return hash.error();
    if (const SourceRow* row = m_known.byHash(*hash)) {
        foundInCase(*row);
        return {};
    }
    noteOddities(**writer, reader.position());
    return complete(**writer, *facts, reader, std::move(*hash));
}

Result<SourceFacts> OneImport::decode(BlockReader& reader, SourceWriter& writer)
{
    const auto head = reader.window(headBytes);
    if (!head)
        return head.error();
    m_detected = detect(*head);
    m_outcome.format = m_detected.format ? std::string(m_detected.format->id) : "unknown";
    m_outcome.formatReason = m_detected.reason;
    Result<SourceFacts> facts{SourceFacts{}};
    if (m_detected.format)
        facts = m_detected.format->read(reader, writer, m_progress, m_stop);
    if (!facts && facts.error().code == ErrorCode::Cancelled)
        return facts;
    // What a format gives up on still belongs to the file, and to its hash.
    const auto drained = reader.drain(&m_progress);
    if (m_stop.stop_requested())
        return Error{ErrorCode::Cancelled, "cancelled"};
    if (!facts || !drained)
        return factsOfCutFile(facts ? drained.error() : facts.error(), writer);
    return facts;
}

/// The file shrank or its disk failed while it was read: what was read stays, and it is said where it ends.
SourceFacts OneImport::factsOfCutFile(const Error& error, const SourceWriter& writer)
{
    if (error.code == ErrorCode::Vanished)
        m_outcome.problems.push_back({Severity::DataLoss, "import.vanished", {}, {error.place}});
    else
        m_outcome.problems.push_back(
            {Severity::DataLoss, "import.unreadable", {}, {error.place, error.reason}});
    SourceFacts facts;
    facts.unit = m_detected.format ? m_detected.format->unit : PlaceUnit::Offset;
    if (const auto span = writer.eventSpan()) {
        facts.first = span->from;
        facts.last = span->to;
    }
    return facts;
}

void OneImport::noteOddities(SourceWriter& writer, std::uint64_t bytes)
{
    for (Problem& problem : m_outcome.problems)
        writer.problem(std::move(problem));
    const std::string_view promised = promisedFormat(m_outcome.item.path);
    if (bytes == 0)
        writer.problem({Severity::Error, "import.empty-file", {}, {}});
    else if (!m_detected.format)
        writer.problem({Severity::Error, "import.unknown-format", {}, {m_detected.reason}});
    if (bytes > 0 && breaksPromise(promised, m_outcome.format))
        writer.problem(
            {Severity::Notice, "import.name-promises-other", {}, {std::string(promised), m_outcome.format}});
}

Result<void> OneImport::complete(SourceWriter& writer, const SourceFacts& facts, const BlockReader& reader,
                                 std::string hash)
{
    SourceRow row;
    row.sha256 = std::move(hash);
    row.bytes = reader.position();
    row.modifiedNs = m_modifiedNs;
    row.format = m_outcome.format;
    row.formatReason = m_outcome.formatReason;
    row.unit = facts.unit;
    row.records = facts.records;
    row.first = facts.first;
    row.last = facts.last;
    row.resolutionNs = facts.resolution.count();
    row.utcOffsetSeconds = facts.utcOffsetSeconds;
    row.zoneName = facts.zoneName;
    row.hasDate = facts.hasDate;
    row.year = facts.year;
    row.origin = facts.origin;
    row.coverage = facts.spans;
    row.limits = facts.limits;
    if (row.coverage.empty() && row.first && row.last)
        row.coverage = {{*row.first, *row.last}};
    const auto completed = writer.complete(row);
    if (!completed)
        return completed;
    m_outcome.state = ImportOutcome::State::Imported;
    m_outcome.source = writer.id();
    m_outcome.events = writer.eventCount();
    m_outcome.problems = writer.problems();
    return {};
}

} // namespace

ImportOutcome importOne(CaseFile& file, const EvidenceItem& item, Progress& progress,
                        const std::stop_token& stop)
{
    return OneImport(file, item, progress, stop).run();
}

} // namespace whittle
