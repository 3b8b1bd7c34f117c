// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <unordered_map>

#include "models/evidence/format.h"
#include "models/evidence/layers.h"
#include "models/evidence/sources.h"
#include "models/evidence/unpackmeter.h"
#include "models/evidence/utf16source.h"
#include "models/import/detect.h"
#include "models/import/importer.h"
#include "models/store/caserows.h"

namespace whittle
{

class ArchiveReader;
class SourceWriter;
struct ArchiveMember;

// How one item gets into a case. importer.cpp has what is done once for each item, unpacking.cpp the way to
// the bytes that a format reads, onesource.cpp the reading itself. Nobody else includes this.

/// The id of an archive's own source.
inline constexpr std::string_view archiveFormat = "archive";

/// The file shrank, its disk failed, or what packed it is broken: it is said where it ends.
Problem breakProblem(const Error& error);

/// The sources already in the case that could be what is being read.
class KnownSources
{
public:
    void add(SourceRow row);
    void remove(SourceId source);
    bool haveSize(std::uint64_t bytes) const;
    /// By the hash of a file, or of what is packed in it.
    const SourceRow* byContent(const std::string& hash) const;

private:
    std::map<SourceId, SourceRow> m_rows;
    std::unordered_map<std::string, SourceId> m_byContent; ///< of an archive's 100 000 members each asks
};

/// A file, or a member of an archive, on its way into the case.
struct Piece {
    std::string path;
    Layers layers; ///< from the file to its bytes as they were collected
    std::unique_ptr<ByteSource> source;
    ImportOutcome outcome;
    std::optional<SourceId> replaced{}; ///< by it, once it is complete
};

/// What is in a piece.
struct Content {
    std::unique_ptr<PeekedSource> bytes;
    Layers layers; ///< from the file to these bytes
    std::string how{}; ///< ", in gzip"; empty: they are the piece itself
    /// Hashes the piece as it was collected; null where these bytes are it.
    std::shared_ptr<HashingSource> collected{};
};

class ItemImport
{
public:
    ItemImport(CaseFile& file, const EvidenceItem& item, ImportMonitor& monitor, const std::stop_token& stop,
               const ImportOptions& options);
    ImportOutcome run();

private:
    Result<void> begin(Piece& piece);
    Result<void> openFileOf(Piece& piece, const Layers& layers);
    Result<void> loadKnown();
    Result<bool> knownBeforeReading(Piece& piece);
    const std::string& forcedFormat(const Piece& piece) const;
    void noteForced(const Piece& piece);
    bool foundInCase(Piece& piece, const std::string& hash);
    Result<void> complete(Piece& piece, SourceWriter& writer, SourceRow row);
    void finish(Piece& piece, const Result<void>& read);
    Error cancelled();
    void takeBack();
    void removeReplaced();
    void remove(const std::vector<SourceId>& sources, const char* otherwise);
    static Error noEvidence();

    Result<void> readPiece(Piece& piece);
    Result<Content> unpack(Piece& piece);
    Result<void> readArchive(Piece& piece, Content content, const std::string& kind);
    Result<bool> readMembers(Piece& piece, const std::shared_ptr<ArchiveReader>& archive,
                             SourceWriter& writer);
    static Result<bool> readBehind(ByteSource& bytes, SourceWriter& writer);
    Result<bool> readMember(Piece& parent, const std::shared_ptr<ArchiveReader>& archive,
                            const ArchiveMember& member, SourceWriter& writer);

    struct Stream;
    Result<void> readContent(Piece& piece, Content content);
    Stream openStream(Content content);
    Detected formatOf(const Piece& piece, Bytes head) const;
    Result<SourceFacts> decode(const Detected& detected, Stream& stream, SourceWriter& writer);
    SourceFacts factsOfCut(const Detected& detected, const SourceWriter& writer) const;
    void notePromise(const Piece& piece, const Layers& layers, SourceWriter& writer) const;
    void noteOddities(const Piece& piece, const Stream& stream, SourceWriter& writer) const;
    Result<void> completeContent(Piece& piece, const SourceFacts& facts, Stream& stream,
                                 SourceWriter& writer);

    CaseFile& m_file;
    const EvidenceItem& m_item;
    ImportMonitor& m_monitor;
    std::stop_token m_stop;
    const ImportOptions& m_options;
    std::shared_ptr<UnpackMeter> m_meter;
    KnownSources m_known;
    std::uint64_t m_fileBytes = 0;
    std::int64_t m_modifiedNs = 0;
    std::vector<SourceId> m_made;
    std::vector<SourceId> m_replaced;
    std::set<std::size_t> m_fitted; ///< of the options' forced formats
    /// The case has the archive: of its members only those are read for which the user chose a format.
    bool m_onlyForced = false;
    bool m_cancelTold = false;
};

} // namespace whittle
