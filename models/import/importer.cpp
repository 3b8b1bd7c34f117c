// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/importer.h"

#include <algorithm>

#include <sys/stat.h>

#include "models/base/log.h"
#include "models/evidence/archivereader.h"
#include "models/evidence/hasher.h"
#include "models/evidence/sources.h"
#include "models/import/importmonitor.h"
#include "models/import/itemimport.h"
#include "models/store/casefile.h"
#include "models/store/casereader.h"
#include "models/store/casewriter.h"
#include "models/store/sourcenames.h"
#include "models/store/sourcewriter.h"

namespace whittle
{

namespace
{

std::int64_t modificationTime(const std::string& path)
{
    struct stat status {
    };
    if (::stat(path.c_str(), &status) != 0)
        return 0;
    return status.st_mtim.tv_sec * nsPerSecond + status.st_mtim.tv_nsec;
}

bool fits(const ForcedFormat& forced, const std::string& path)
{
    return forced.glob == path || matchesGlob(path, forced.glob);
}

} // namespace

void KnownSources::add(SourceRow row)
{
    for (const std::string& hash : {row.sha256, row.contentSha256}) {
        if (!hash.empty())
            m_byContent.emplace(hash, row.id);
    }
    m_rows.emplace(row.id, std::move(row));
}

void KnownSources::remove(SourceId source)
{
    std::erase_if(m_byContent, [&](const auto& one) { return one.second == source; });
    m_rows.erase(source);
}

const SourceRow* KnownSources::byContent(const std::string& hash) const
{
    const auto found = m_byContent.find(hash);
    return found == m_byContent.end() ? nullptr : &m_rows.at(found->second);
}

bool KnownSources::haveSize(std::uint64_t bytes) const
{
    return std::ranges::any_of(m_rows, [&](const auto& one) { return one.second.bytes == bytes; });
}

ItemImport::ItemImport(CaseFile& file, const EvidenceItem& item, ImportMonitor& monitor,
                       const std::stop_token& stop, const ImportOptions& options)
    : m_file(file)
    , m_item(item)
    , m_monitor(monitor)
    , m_stop(stop)
    , m_options(options)
    , m_meter(std::make_shared<UnpackMeter>(options.limits, stop, &monitor.progress))
{
}

ImportOutcome ItemImport::run()
{
    Piece piece{m_item.path, {}, nullptr, {}, {}};
    piece.outcome.item = m_item;
    const auto begun = begin(piece);
    finish(piece, begun && piece.source ? readPiece(piece) : begun);
    if (piece.outcome.error)
        takeBack();
    else
        removeReplaced();
    piece.outcome.fitted = std::move(m_fitted);
    return std::move(piece.outcome);
}

/// Opens the file; without a source where the case has its bytes already.
Result<void> ItemImport::begin(Piece& piece)
{
    if (!m_file.writer())
        return Error{ErrorCode::NoPermission, "the case is read-only: " + m_file.readOnlyReason()};
    if (const auto isFile = checkIsFile(m_item.location); !isFile)
        return isFile;
    if (looksLikeCase(m_item.location))
        return noEvidence();
    const auto layers = layersFromText(m_item.layers);
    if (!layers)
        return Error{ErrorCode::Malformed, "nobody knows the way to it: " + m_item.layers};
    if (const auto loaded = loadKnown(); !loaded)
        return loaded;
    const auto known = layers->empty() ? knownBeforeReading(piece) : Result<bool>(false);
    if (!known)
        return known.error();
    m_onlyForced = *known && piece.outcome.format == archiveFormat && !m_options.forced.empty();
    if (*known && !m_onlyForced) {
        if (piece.outcome.format != archiveFormat)
            noteForced(piece);
        return {};
    }
    return openFileOf(piece, *layers);
}

Result<void> ItemImport::openFileOf(Piece& piece, const Layers& layers)
{
    auto source = openFile(m_item.location);
    if (!source)
        return source.error();
    m_fileBytes = (*source)->size();
    m_modifiedNs = modificationTime(m_item.location); // of what is read, should it change meanwhile
    m_monitor.progress.start(m_fileBytes);
    auto opened = openThrough(meteredSource(std::move(*source), m_meter), layers, m_meter);
    if (!opened)
        return opened.error();
    piece.source = std::move(*opened);
    piece.layers = layers;
    return {};
}

Result<void> ItemImport::loadKnown()
{
    auto reader = m_file.newReader();
    if (!reader)
        return reader.error();
    auto sources = (*reader)->sourceHeads();
    if (!sources)
        return sources.error();
    for (SourceRow& row : *sources)
        m_known.add(std::move(row));
    return {};
}

/// Only where a source of the same size exists is it worth hashing before reading: a pass over the file of
/// its own, with a progress of its own.
Result<bool> ItemImport::knownBeforeReading(Piece& piece)
{
    auto source = openFile(m_item.location);
    if (!source)
        return source.error();
    if (!m_known.haveSize((*source)->size()))
        return false;
    m_monitor.progress.start((*source)->size());
    Sha256Thread hasher;
    {
        BlockReader reader(std::move(*source), &hasher, m_stop);
        const auto drained = reader.drain(&m_monitor.progress);
        if (!drained)
            return drained.error();
    }
    const auto hash = hasher.finish(m_stop);
    if (!hash)
        return hash.error();
    return foundInCase(piece, *hash);
}

const std::string& ItemImport::forcedFormat(const Piece& piece) const
{
    static const std::string none;
    if (!m_item.format.empty() && piece.path == m_item.path)
        return m_item.format;
    const auto forced = std::ranges::find_if(m_options.forced,
                                             [&](const ForcedFormat& one) { return fits(one, piece.path); });
    return forced == m_options.forced.end() ? none : forced->format;
}

/// That a rule names nothing is told by whoever made it.
void ItemImport::noteForced(const Piece& piece)
{
    for (std::size_t i = 0; i < m_options.forced.size(); ++i) {
        if (fits(m_options.forced[i], piece.path))
            m_fitted.insert(i);
    }
}

/// The same bytes are there already, and are not to be read as something else.
bool ItemImport::foundInCase(Piece& piece, const std::string& hash)
{
    const SourceRow* row = m_known.byContent(hash);
    if (!row)
        return false;
    const std::string& forced = forcedFormat(piece);
    if (!forced.empty() && row->format != forced && row->format != archiveFormat) {
        piece.replaced = row->id;
        return false;
    }
    ImportOutcome& outcome = piece.outcome;
    outcome.state = ImportOutcome::State::AlreadyInCase;
    outcome.source = row->id;
    outcome.format = row->format;
    outcome.formatReason = row->formatReason;
    outcome.events = row->events;
    outcome.problems = {{Severity::Info, "import.already-in-case", {}, {row->path}}};
    if (const auto promised = promisedFormat(piece.path); breaksPromise(promised, row->format))
        outcome.problems.push_back(
            {Severity::Notice, "import.name-promises-other", {}, {std::string(promised), row->format}});
    return true;
}

/// Makes the source visible, and known to what is read after it.
Result<void> ItemImport::complete(Piece& piece, SourceWriter& writer, SourceRow row)
{
    row.path = piece.path;
    row.location = m_item.location;
    row.fileBytes = m_fileBytes;
    row.modifiedNs = m_modifiedNs;
    row.format = piece.outcome.format;
    row.formatReason = piece.outcome.formatReason;
    row.events = writer.eventCount();
    if (const auto completed = writer.complete(row); !completed)
        return completed;
    if (piece.replaced) {
        m_replaced.push_back(*piece.replaced);
        m_known.remove(*piece.replaced);
    }
    row.id = writer.id();
    piece.outcome.state = ImportOutcome::State::Imported;
    piece.outcome.source = row.id;
    piece.outcome.events = row.events;
    piece.outcome.problems = writer.problems();
    m_made.push_back(row.id);
    m_known.add(std::move(row));
    return {};
}

void ItemImport::finish(Piece& piece, const Result<void>& read)
{
    if (read)
        return;
    Error error = read.error();
    piece.outcome.state =
        error.code == ErrorCode::Cancelled ? ImportOutcome::State::Cancelled : ImportOutcome::State::Failed;
    error.subject = piece.path;
    log::info("import", "failed: " + toText(error));
    piece.outcome.error = std::move(error);
}

/// Whoever waits for it need not wait until what was written is deleted again.
Error ItemImport::cancelled()
{
    if (!m_cancelTold) {
        m_cancelTold = true;
        ImportOutcome outcome;
        outcome.item = m_item;
        outcome.state = ImportOutcome::State::Cancelled;
        m_monitor.over(std::move(outcome));
    }
    return {ErrorCode::Cancelled, "cancelled"};
}

/// Members of an archive that were read before it was cancelled or failed.
void ItemImport::takeBack()
{
    remove(m_made, "not taken back: ");
}

/// Only now, so that nothing is lost where the item is cancelled.
void ItemImport::removeReplaced()
{
    remove(m_replaced, "still there though replaced: ");
}

void ItemImport::remove(const std::vector<SourceId>& sources, const char* otherwise)
{
    const auto removed = sources.empty() ? Result<void>() : m_file.writer()->removeSources(sources);
    if (!removed)
        log::warning("import", otherwise + toText(removed.error()));
}

Error ItemImport::noEvidence()
{
    return {ErrorCode::Unsupported, "this is a Whittle case, not evidence", {}, {}, "open it instead"};
}

ImportOutcome importOne(CaseFile& file, const EvidenceItem& item, ImportMonitor& monitor,
                        const std::stop_token& stop, const ImportOptions& options)
{
    return ItemImport(file, item, monitor, stop, options).run();
}

} // namespace whittle
