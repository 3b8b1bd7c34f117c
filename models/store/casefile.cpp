// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/casefile.h"

#include <cerrno>
#include <filesystem>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "models/base/log.h"
#include "models/base/systemerror.h"
#include "models/store/casereader.h"
#include "models/store/casewriter.h"
#include "models/store/schema.h"

namespace whittle
{

namespace
{

Result<void> buildNewFile(const std::string& path)
{
    auto database = Database::open(path, Database::Mode::Create);
    if (!database)
        return database.error();
    return createSchema(*database);
}

/// Gives `temporary` its final name unless that exists.
Result<void> publish(const std::string& temporary, const std::string& path)
{
    if (::link(temporary.c_str(), path.c_str()) == 0)
        return {};
    if (errno == EEXIST)
        return Error{ErrorCode::Usage, "there is a file of this name already", path};
    struct stat status {
    }; // a file system without hard links
    if (::stat(path.c_str(), &status) == 0)
        return Error{ErrorCode::Usage, "there is a file of this name already", path};
    if (::rename(temporary.c_str(), path.c_str()) != 0)
        return systemError(path);
    return {};
}

bool hasJournal(const std::string& path)
{
    return ::access((path + "-wal").c_str(), F_OK) == 0 || ::access((path + "-shm").c_str(), F_OK) == 0;
}

/// Of what quick_check says, the line that is no heading.
std::string lastLine(const std::string& text)
{
    return text.substr(text.rfind('\n') + 1);
}

} // namespace

bool looksLikeCase(const std::string& path)
{
    if (isOpenCase(path))
        return true;
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return false;
    const auto header = readHeader(descriptor, path);
    ::close(descriptor);
    return header.hasValue() || header.error().code == ErrorCode::NewerCase;
}

bool looksLikeCase(Bytes head)
{
    const auto header = readHeader(head);
    return header.hasValue() || header.error().code == ErrorCode::NewerCase;
}

std::optional<std::string> leftBeside(const std::string& path)
{
    for (const std::string_view suffix : besideCase) {
        std::string left = path + std::string(suffix);
        if (::access(left.c_str(), F_OK) == 0)
            return left;
    }
    return {};
}

namespace
{

/// SQLite would play what is left of another case of this name into the new one.
Result<void> checkNothingBeside(const std::string& path)
{
    const auto left = leftBeside(path);
    if (!left)
        return {};
    return Error{ErrorCode::CaseInUse,
                 "what is left of another case of this name is beside it",
                 *left,
                 {},
                 "choose another name, or remove that file"};
}

} // namespace

Result<std::shared_ptr<CaseFile>> CaseFile::create(const std::string& path)
{
    const auto alone = checkNothingBeside(path);
    if (!alone)
        return alone.error();
    const std::string temporary = path + ".new-" + std::to_string(::getpid());
    ::unlink(temporary.c_str());
    Result<void> made = buildNewFile(temporary);
    if (made)
        made = publish(temporary, path);
    ::unlink(temporary.c_str());
    if (!made) {
        Error error = made.error();
        error.subject = path;
        return error;
    }
    auto file = open(path);
    if (!file || !(*file)->isReadOnly() || !(*file)->m_isLocked)
        return file;
    (*file)->discard(); // a case that is made to be filled, and cannot be: as if it had not been made
    return Error{ErrorCode::Io, "the case cannot be written to: " + (*file)->readOnlyReason(), path};
}

Result<std::shared_ptr<CaseFile>> CaseFile::createTemporary()
{
    auto folder = PrivateFolder::make();
    if (!folder)
        return folder.error();
    auto file = create(folder->file("case.whittle"));
    if (file)
        (*file)->m_ownFolder = std::move(*folder);
    return file;
}

Result<std::shared_ptr<CaseFile>> CaseFile::open(const std::string& path, Access access)
{
    if (isOpenCase(path))
        return Error{ErrorCode::CaseInUse, "the case is open already", path};
    std::shared_ptr<CaseFile> file(new CaseFile);
    file->m_path = path;
    Result<void> done = file->openDescriptor(access);
    if (done)
        done = file->openToRead();
    if (done && file->m_readOnlyReason.empty())
        done = file->openToWrite();
    if (!done)
        return done.error();
    return file;
}

Result<void> CaseFile::openDescriptor(Access access)
{
    const int mode = access == Access::Write ? O_RDWR : O_RDONLY;
    m_lock = ::open(m_path.c_str(), mode | O_CLOEXEC | O_NONBLOCK);
    if (access == Access::ReadOnly)
        m_readOnlyReason = "it was opened to be read only";
    if (m_lock < 0 && mode == O_RDWR && (errno == EACCES || errno == EROFS || errno == EPERM)) {
        m_readOnlyReason = "the file cannot be written to";
        m_lock = ::open(m_path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    }
    if (m_lock < 0)
        return systemError(m_path);
    const auto header = readHeader(m_lock, m_path);
    if (!header)
        return header.error();
    m_header = *header;
    m_key = fileKey(m_lock);
    OpenCases::instance().insert(*m_key);
    m_isLocked = m_readOnlyReason.empty() && ::flock(m_lock, LOCK_EX | LOCK_NB) == 0;
    if (m_readOnlyReason.empty() && !m_isLocked)
        m_readOnlyReason = "another Whittle has it open";
    return {};
}

Result<void> CaseFile::chooseReadAccess()
{
    auto access =
        m_isLocked ? ReadAccess::forTheWriter(m_path, m_lock) : ReadAccess::withoutWriting(m_path, m_lock);
    if (!access)
        return access.error();
    m_read = std::move(*access);
    return {};
}

/// Whether it is sound is asked before a byte of it is changed.
Result<void> CaseFile::openToRead()
{
    const auto chosen = chooseReadAccess();
    if (!chosen)
        return chosen;
    const auto database = m_read.open();
    if (!database)
        return database.error();
    const auto version = database->integer("PRAGMA user_version");
    const auto readable = version ? checkVersion(*version, m_path) : version.error();
    if (!readable)
        return readable;
    m_header.version = *version;
    const auto faults = faultsOfSchema(*database, m_header.version);
    if (!faults)
        return faults.error();
    if (!faults->empty())
        return Error{ErrorCode::Malformed, "the case is damaged: " + *faults, m_path};
    if (!m_readOnlyReason.empty())
        return {};
    const auto checked = database->text("PRAGMA quick_check(1)");
    if (!checked || *checked != "ok")
        m_readOnlyReason = "it is damaged: " + (checked ? lastLine(*checked) : checked.error().reason);
    return {};
}

/// Where there is no room for the journal, or for the copy of an older case, the case is read-only.
Result<void> CaseFile::openToWrite()
{
    if (m_header.version < schemaVersion) {
        const auto kept = copyTo(m_path + ".v" + std::to_string(m_header.version) + "-backup");
        if (!kept) {
            m_readOnlyReason =
                "it is of an older version, and no copy could be made of it before it is changed: "
                + kept.error().reason;
            return {};
        }
    }
    const bool hadJournal = hasJournal(m_path);
    const auto opened = openWriter();
    if (opened) {
        m_read = ReadAccess{m_path, Database::Mode::ReadOnly};
        return {};
    }
    dropWriter(hadJournal);
    const ErrorCode code = opened.error().code;
    if (code != ErrorCode::Io && code != ErrorCode::NoPermission && code != ErrorCode::DiskFull)
        return opened;
    m_readOnlyReason =
        code == ErrorCode::DiskFull ? "there is no room on its disk" : "its folder cannot be written to";
    return chooseReadAccess();
}

/// Of a writer that could not begin, nothing is left behind.
void CaseFile::dropWriter(bool hadJournal)
{
    if (m_writer && !m_header.journalIsWal)
        (void)m_writer->m_database.text("PRAGMA journal_mode = DELETE");
    m_writer.reset();
    std::error_code none;
    const auto bytes = std::filesystem::file_size(m_path + "-wal", none);
    if (hadJournal || (!none && bytes > 0))
        return;
    ::unlink((m_path + "-wal").c_str());
    ::unlink((m_path + "-shm").c_str());
}

Result<void> CaseFile::openWriter()
{
    auto database = Database::open(m_path, Database::Mode::ReadWrite);
    if (!database)
        return database.error();
    m_writer = std::make_unique<CaseWriter>(std::move(*database));
    // Where WAL is refused (network shares) the plain journal stays.
    const auto mode = m_writer->m_database.text("PRAGMA journal_mode = WAL");
    if (!mode)
        return mode.error();
    // What is taken out of a case leaves no bytes behind.
    const auto deletes = m_writer->m_database.text("PRAGMA secure_delete = ON");
    if (!deletes)
        return deletes.error();
    const auto current = bringUpToDate();
    return current ? m_writer->removeUnfinished() : current;
}

Result<void> CaseFile::bringUpToDate()
{
    if (m_header.version == schemaVersion)
        return {};
    auto transaction = Transaction::begin(m_writer->m_database);
    if (!transaction)
        return transaction.error();
    const auto migrated = migrate(m_writer->m_database, m_header.version);
    const auto done = migrated ? transaction->commit() : migrated;
    if (done)
        m_header.version = schemaVersion;
    return done;
}

CaseFile::~CaseFile()
{
    if (m_writer) {
        const auto closed = m_writer->m_database.text("PRAGMA journal_mode = DELETE");
        if (!closed)
            log::warning("store", "the case stays in WAL mode: " + toText(closed.error()));
    }
    m_writer.reset();
    if (m_discarded) {
        ::unlink(m_path.c_str());
        for (const std::string_view suffix : besideCase)
            ::unlink((m_path + std::string(suffix)).c_str());
    }
    if (m_lock >= 0)
        ::close(m_lock); // last: this drops SQLite's locks too
    if (m_key)
        OpenCases::instance().erase(*m_key);
}

Result<Database> CaseFile::openReadConnection() const
{
    auto database = m_read.open();
    if (!database || m_header.version == schemaVersion)
        return database;
    const auto added = addLaterTables(*database, m_header.version);
    return added ? std::move(database) : added.error();
}

Result<std::unique_ptr<CaseReader>> CaseFile::newReader() const
{
    auto database = openReadConnection();
    if (!database)
        return database.error();
    return std::make_unique<CaseReader>(std::move(*database));
}

} // namespace whittle
