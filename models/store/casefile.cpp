// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/casefile.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <set>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <sqlite3.h>

#include "models/base/bytes.h"
#include "models/base/log.h"
#include "models/store/casereader.h"
#include "models/store/casewriter.h"
#include "models/store/schema.h"

namespace whittle
{

namespace
{

using FileKey = std::pair<std::uint64_t, std::uint64_t>;

/// The cases that this process has open. SQLite's locks are POSIX locks: closing any descriptor of such a
/// file would drop them, so that nobody here may open one a second time.
class OpenCases
{
public:
    static OpenCases& instance()
    {
        static OpenCases cases;
        return cases;
    }
    bool contains(FileKey key)
    {
        const std::lock_guard lock(m_mutex);
        return m_keys.contains(key);
    }
    void insert(FileKey key)
    {
        const std::lock_guard lock(m_mutex);
        m_keys.insert(key);
    }
    void erase(FileKey key)
    {
        const std::lock_guard lock(m_mutex);
        m_keys.erase(key);
    }

private:
    std::mutex m_mutex;
    std::set<FileKey> m_keys;
};

std::optional<FileKey> fileKey(const std::string& path)
{
    struct stat status {
    };
    if (::stat(path.c_str(), &status) != 0)
        return {};
    return FileKey{status.st_dev, status.st_ino};
}

FileKey descriptorKey(int descriptor)
{
    struct stat status {
    };
    ::fstat(descriptor, &status);
    return FileKey{status.st_dev, status.st_ino};
}

Error systemError(const std::string& path)
{
    const int number = errno;
    const ErrorCode code = number == ENOENT || number == ENOTDIR ? ErrorCode::NotFound
        : number == EACCES || number == EPERM || number == EROFS ? ErrorCode::NoPermission
        : number == ENOSPC || number == EDQUOT                   ? ErrorCode::DiskFull
                                                                 : ErrorCode::Io;
    return {code, std::strerror(number), path};
}

// SQLite file format §1.3: the header of 100 bytes, numbers in network order.
constexpr std::size_t headerBytes = 100;
constexpr std::size_t userVersionOffset = 60;
constexpr std::size_t applicationIdOffset = 68;
constexpr std::string_view sqliteMagic{"SQLite format 3\0", 16};

Result<void> checkHeader(Bytes header, const std::string& path)
{
    if (header.size() < headerBytes || asText(slice(header, 0, 16)) != sqliteMagic
        || readBigEndian<std::int32_t>(header, applicationIdOffset) != CaseFile::applicationId)
        return Error{ErrorCode::ForeignFile, "not a Whittle case", path};
    const auto version = readBigEndian<std::int32_t>(header, userVersionOffset);
    if (version > CaseFile::schemaVersion)
        return Error{ErrorCode::NewerCase,
                     "written by a later Whittle (case version " + std::to_string(version)
                         + ", this one reads up to " + std::to_string(CaseFile::schemaVersion) + ")",
                     path};
    if (version < 1)
        return Error{ErrorCode::Malformed, "the case has no version", path};
    return {};
}

Result<void> checkFile(int descriptor, const std::string& path)
{
    std::array<std::byte, headerBytes> header{};
    const ssize_t got = ::pread(descriptor, header.data(), header.size(), 0);
    if (got < 0)
        return systemError(path);
    return checkHeader(Bytes(header).first(static_cast<std::size_t>(got)), path);
}

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

} // namespace

bool isOpenCase(const std::string& path)
{
    const auto key = fileKey(path);
    return key && OpenCases::instance().contains(*key);
}

bool looksLikeCase(const std::string& path)
{
    if (isOpenCase(path))
        return true;
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return false;
    const auto checked = checkFile(descriptor, path);
    ::close(descriptor);
    return checked.hasValue() || checked.error().code == ErrorCode::NewerCase;
}

Result<std::shared_ptr<CaseFile>> CaseFile::create(const std::string& path)
{
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
    return open(path);
}

Result<std::shared_ptr<CaseFile>> CaseFile::createTemporary()
{
    const char* folder = std::getenv("TMPDIR");
    std::string path = std::string(folder && *folder ? folder : "/tmp") + "/whittle-XXXXXX";
    const int descriptor = ::mkstemp(path.data()); // reserves a name that is ours
    if (descriptor < 0)
        return systemError(path);
    ::close(descriptor);
    const std::string casePath = path + ".whittle";
    auto file = create(casePath);
    ::unlink(path.c_str());
    if (file)
        (*file)->m_temporary = true;
    return file;
}

Result<std::shared_ptr<CaseFile>> CaseFile::open(const std::string& path)
{
    if (isOpenCase(path))
        return Error{ErrorCode::CaseInUse, "the case is open already", path};
    int descriptor = ::open(path.c_str(), O_RDWR | O_CLOEXEC | O_NONBLOCK);
    const bool writable = descriptor >= 0;
    if (!writable && (errno == EACCES || errno == EROFS || errno == EPERM))
        descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return systemError(path);
    const auto checked = checkFile(descriptor, path);
    if (!checked) {
        ::close(descriptor);
        return checked.error();
    }
    std::shared_ptr<CaseFile> file(new CaseFile);
    file->m_path = path;
    file->m_lock = descriptor;
    file->m_key = descriptorKey(descriptor);
    OpenCases::instance().insert(file->m_key);
    if (!writable)
        file->m_readOnlyReason = "the file cannot be written to";
    else if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0)
        file->m_readOnlyReason = "another Whittle has it open";
    const auto opened = file->openDatabase();
    if (!opened)
        return opened.error();
    return file;
}

Result<void> CaseFile::openDatabase()
{
    if (m_readOnlyReason.empty()) {
        const auto writer = openWriter();
        if (!writer && writer.error().code != ErrorCode::Io && writer.error().code != ErrorCode::NoPermission)
            return writer;
        if (!writer) // its folder cannot be written to: no room for the journal
            m_readOnlyReason = "its folder cannot be written to";
    }
    const auto reader = Database::open(m_path, Database::Mode::ReadOnly);
    if (!reader)
        return reader.error();
    const auto missing = missingFromSchema(*reader);
    if (missing && !missing->empty())
        return Error{ErrorCode::Malformed, "the case is damaged: " + *missing, m_path};
    return missing ? Result<void>() : Result<void>(missing.error());
}

Result<void> CaseFile::openWriter()
{
    auto database = Database::open(m_path, Database::Mode::ReadWrite);
    if (!database)
        return database.error();
    const auto missing = missingFromSchema(*database);
    if (!missing || !missing->empty())
        return missing ? Error{ErrorCode::Malformed, "the case is damaged: " + *missing, m_path}
                       : missing.error();
    // Where WAL is refused (network shares) the plain journal stays.
    const auto mode = database->text("PRAGMA journal_mode = WAL");
    if (!mode)
        return mode.error();
    m_writer = std::make_unique<CaseWriter>(std::move(*database));
    return m_writer->removeUnfinished();
}

CaseFile::~CaseFile()
{
    if (m_writer) {
        const auto closed = m_writer->m_database.text("PRAGMA journal_mode = DELETE");
        if (!closed)
            log::warning("store", "the case stays in WAL mode: " + toText(closed.error()));
    }
    m_writer.reset();
    if (m_temporary)
        ::unlink(m_path.c_str());
    if (m_lock >= 0)
        ::close(m_lock); // last: this drops SQLite's locks too
    OpenCases::instance().erase(m_key);
}

Result<std::unique_ptr<CaseReader>> CaseFile::newReader() const
{
    auto database = Database::open(m_path, Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    return std::make_unique<CaseReader>(std::move(*database));
}

namespace
{

/// A file may be replaced unless it is a case in use, or one with a journal beside it: SQLite would play that
/// journal into whatever has the name next.
Result<void> checkReplaceable(const std::string& path)
{
    if (isOpenCase(path))
        return Error{ErrorCode::CaseInUse, "this case is open", path};
    for (const char* journal : {"-wal", "-shm", "-journal"}) {
        if (::access((path + journal).c_str(), F_OK) == 0)
            return Error{ErrorCode::CaseInUse,
                         "a case of this name is in use, or was not closed",
                         path,
                         {},
                         "choose another name"};
    }
    return {};
}

/// On disk before it gets its name.
Result<void> flushToDisk(const std::string& path)
{
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const bool flushed = descriptor >= 0 && ::fsync(descriptor) == 0;
    const Error error = systemError(path);
    if (descriptor >= 0)
        ::close(descriptor);
    return flushed ? Result<void>() : Result<void>(error);
}

} // namespace

Result<void> CaseFile::copyTo(const std::string& path) const
{
    const auto replaceable = checkReplaceable(path);
    if (!replaceable)
        return replaceable;
    const std::string temporary = path + ".new-" + std::to_string(::getpid());
    ::unlink(temporary.c_str());
    auto database = Database::open(m_path, Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    auto statement = database->prepare("VACUUM INTO ?1");
    if (!statement)
        return statement.error();
    statement->bind(1, std::string_view(temporary));
    Result<void> copied = statement->run();
    if (copied)
        copied = flushToDisk(temporary);
    if (copied && ::rename(temporary.c_str(), path.c_str()) != 0)
        copied = systemError(path);
    ::unlink(temporary.c_str());
    if (copied)
        return {};
    Error error = copied.error();
    error.subject = path;
    return error;
}

} // namespace whittle
