// SPDX-License-Identifier: GPL-3.0-or-later
#include <functional>
#include <limits>
#include <optional>
#include <stop_token>
#include <thread>

#include "models/evidence/archivereader.h"
#include "models/evidence/hasher.h"
#include "models/import/importmonitor.h"
#include "models/import/itemimport.h"
#include "models/store/casefile.h"
#include "models/store/casewriter.h"
#include "models/store/sourcewriter.h"

namespace whittle
{

namespace
{

constexpr std::size_t headBytes = std::size_t{64} << 10;

/// SHA-256 of a whole file, on a thread of its own, while others read here and there in it.
class FileHash
{
public:
    FileHash(const std::string& location, const std::stop_token& stop)
        : m_thread([this, location](const std::stop_token& ended) { m_result = hash(location, ended); })
        , m_onStop(stop, [this] { m_thread.request_stop(); })
    {
    }
    Result<std::string> wait()
    {
        m_thread.join();
        return m_result;
    }

private:
    static Result<std::string> hash(const std::string& location, const std::stop_token& stop)
    {
        auto source = openFile(location);
        if (!source)
            return source.error();
        HashingSource hashing(
            meteredSource(std::move(*source), std::make_shared<UnpackMeter>(BundleLimits{}, stop)));
        return hashing.finish();
    }

    Result<std::string> m_result{Error{ErrorCode::Cancelled, "cancelled"}};
    std::jthread m_thread;
    std::stop_callback<std::function<void()>> m_onStop; ///< while there is a thread
};

/// The case cannot be written to: no other member will fare better.
bool isOfTheCase(const Error& error)
{
    return error.code == ErrorCode::Database || error.code == ErrorCode::DiskFull;
}

/// Where the archive was read, and where what packs it ended, if that is why.
Problem brokenArchive(const Error& error, std::uint64_t position)
{
    const std::string place = "offset " + std::to_string(position);
    const bool isSamePlace = error.place.empty() || error.place == place;
    return {Severity::DataLoss,
            "import.archive-broken",
            Place{PlaceUnit::Offset, position},
            {isSamePlace ? error.reason : error.place + ": " + error.reason}};
}

} // namespace

Result<void> ItemImport::readPiece(Piece& piece)
{
    auto content = unpack(piece);
    if (!content)
        return content.error().code == ErrorCode::Cancelled ? cancelled() : content.error();
    if (looksLikeCase(content->bytes->head()))
        return noEvidence();
    const std::string archive = archiveKind(content->bytes->head(), content->bytes->canSeek());
    if (!archive.empty())
        return readArchive(piece, std::move(*content), archive);
    noteForced(piece);
    if (m_onlyForced && forcedFormat(piece).empty())
        return {};
    return readContent(piece, std::move(*content));
}

/// Takes off what it is compressed with, once or several times over.
Result<Content> ItemImport::unpack(Piece& piece)
{
    Content content;
    content.layers = piece.layers;
    auto bytes = PeekedSource::make(std::move(piece.source), headBytes);
    while (bytes) {
        const auto kind = compressionOf((*bytes)->head());
        if (!kind)
            break;
        content.layers.push_back({*kind});
        content.how = (content.how.empty() ? ", in " : content.how + " in ") + std::string(nameOf(*kind));
        if (const auto allowed = m_meter->depth(content.layers.size()); !allowed)
            return allowed.error();
        std::unique_ptr<ByteSource> source = std::move(*bytes);
        if (!content.collected) {
            content.collected = std::make_shared<HashingSource>(std::move(source));
            source = std::make_unique<SharedSource>(content.collected);
        }
        bytes = PeekedSource::make(decompressed(std::move(source), *kind, m_meter), headBytes);
    }
    if (!bytes)
        return bytes.error();
    content.bytes = std::move(*bytes);
    return content;
}

Result<void> ItemImport::readArchive(Piece& piece, Content content, const std::string& kind)
{
    auto writer = m_file.writer()->addSource(piece.path, m_item.location);
    if (!writer)
        return writer.error();
    const bool isCompressed = content.layers.size() > piece.layers.size();
    if (const auto allowed = m_meter->depth(content.layers.size() + 1); !allowed)
        return allowed.error();
    piece.outcome.format = archiveFormat;
    notePromise(piece, content.layers, **writer);
    piece.layers = content.layers;
    piece.outcome.formatReason = kind + content.how;
    std::optional<FileHash> ofFile;
    std::shared_ptr<ByteSource> bytes = std::move(content.bytes);
    if (bytes->canSeek() && !content.collected) { // a zip is read by its directory, here and there
        ofFile.emplace(m_item.location, m_stop);
    } else if (!content.collected) {
        content.collected = std::make_shared<HashingSource>(std::make_unique<SharedSource>(bytes));
        bytes = content.collected;
    }
    const auto archive = ArchiveReader::open(std::make_unique<SharedSource>(bytes), m_meter);
    auto read = archive ? readMembers(piece, *archive, **writer) : Result<bool>(archive.error());
    if (read && *read && isCompressed)
        read = readBehind(*bytes, **writer);
    if (!read)
        return read.error().code == ErrorCode::Cancelled ? cancelled() : read.error();
    const auto hash = ofFile ? ofFile->wait() : content.collected->finish();
    if (!hash)
        return hash.error().code == ErrorCode::Cancelled ? cancelled() : hash.error();
    if (foundInCase(piece, *hash))
        return {};
    SourceRow row;
    row.layers = toText(piece.layers);
    row.sha256 = *hash;
    row.bytes = ofFile ? m_fileBytes : content.collected->position();
    row.records = piece.outcome.members;
    return complete(piece, **writer, std::move(row));
}

/// What is broken, too much or not to be read is a problem of the archive; what came before it is kept. False
/// when it was not read to its end.
Result<bool> ItemImport::readMembers(Piece& piece, const std::shared_ptr<ArchiveReader>& archive,
                                     SourceWriter& writer)
{
    std::uint64_t others = 0;
    bool isWhole = true;
    for (;;) {
        const auto member = archive->next();
        if (!member && member.error().code == ErrorCode::Cancelled)
            return member.error();
        if (!member)
            writer.problem(brokenArchive(member.error(), archive->position()));
        isWhole = isWhole && member.hasValue();
        if (!member || !*member)
            break;
        others += (*member)->kind == ArchiveMember::Kind::Other;
        if ((*member)->kind == ArchiveMember::Kind::Damaged)
            writer.problem({Severity::DataLoss,
                            "import.archive-damaged",
                            Place{PlaceUnit::Offset, archive->memberPosition()},
                            {}});
        if ((*member)->kind != ArchiveMember::Kind::File)
            continue;
        const auto read = readMember(piece, archive, **member, writer);
        if (!read)
            return read.error();
        isWhole = *read;
        if (!isWhole)
            break;
    }
    if (others > 0)
        writer.problem({Severity::Info, "import.archive-links", {}, {std::to_string(others)}});
    if (isWhole && piece.outcome.members == 0)
        writer.problem({Severity::Error, "import.archive-empty", {}, {}});
    return isWhole;
}

/// What an archive is packed in may break off, or go on, behind the archive's end.
Result<bool> ItemImport::readBehind(ByteSource& bytes, SourceWriter& writer)
{
    const auto rest = skipByReading(bytes, std::numeric_limits<std::uint64_t>::max());
    if (!rest && rest.error().code == ErrorCode::Cancelled)
        return rest.error();
    if (!rest && rest.error().code == ErrorCode::Unsupported)
        writer.problem({Severity::DataLoss, "import.archive-too-large", {}, {rest.error().reason}});
    else if (!rest)
        writer.problem(breakProblem(rest.error()));
    return rest.hasValue();
}

/// False when nothing more is to be read of the file.
Result<bool> ItemImport::readMember(Piece& parent, const std::shared_ptr<ArchiveReader>& archive,
                                    const ArchiveMember& member, SourceWriter& writer)
{
    ++parent.outcome.members;
    if (const auto allowed = m_meter->member(); !allowed) {
        writer.problem({Severity::DataLoss, "import.archive-too-large", {}, {allowed.error().reason}});
        return false;
    }
    Piece piece{
        parent.path + "/" + member.name, parent.layers, memberSource(archive, member, m_meter), {}, {}};
    if (member.isEncrypted) {
        noteForced(piece);
        writer.problem({Severity::DataLoss, "import.member-encrypted", {}, {member.name}});
        return true;
    }
    piece.layers.push_back({Layer::Kind::Member, member.index});
    piece.outcome.item = m_item;
    piece.outcome.item.path = piece.path;
    piece.outcome.item.layers = toText(piece.layers);
    const auto read = readPiece(piece);
    if (!read && (read.error().code == ErrorCode::Cancelled || isOfTheCase(read.error())))
        return read.error();
    finish(piece, read);
    if (!read) {
        noteForced(piece);
        const bool isCase = read.error().reason == noEvidence().reason;
        writer.problem({isCase ? Severity::Notice : Severity::DataLoss,
                        "import.member-unreadable",
                        {},
                        {member.name, read.error().reason}});
    } else if (!m_onlyForced || piece.outcome.state == ImportOutcome::State::Imported) {
        m_monitor.over(std::move(piece.outcome));
    }
    return !m_meter->isSpent();
}

} // namespace whittle
