// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/readaccess.h"

#include <chrono>
#include <filesystem>
#include <thread>

#include <sys/file.h>

namespace whittle
{

namespace
{

namespace fs = std::filesystem;

bool canBeRead(const ReadAccess& access)
{
    const auto database = access.open();
    if (!database)
        return false;
    const auto tables = database->integer("SELECT count(*) FROM sqlite_schema");
    // What is damaged stays so in a copy.
    return tables || tables.error().code == ErrorCode::Malformed
        || tables.error().code == ErrorCode::ForeignFile;
}

/// What a killed Whittle left in a journal belongs to the case, but only a writer can bring it home: in a
/// copy.
Result<ReadAccess> throughCopy(const std::string& path)
{
    auto folder = PrivateFolder::make();
    if (!folder)
        return folder.error();
    ReadAccess access{folder->file("case.whittle"), Database::Mode::ReadOnly, std::move(*folder), path};
    for (const char* suffix : {"", "-wal", "-journal"}) {
        std::error_code error;
        if (*suffix && !fs::exists(path + suffix, error))
            continue;
        fs::copy_file(path + suffix, access.path + suffix, error);
        if (error)
            return Error{error == std::errc::no_space_on_device ? ErrorCode::DiskFull : ErrorCode::Io,
                         error.message(), path + suffix};
    }
    const auto database = Database::open(access.path, Database::Mode::ReadWrite, path);
    const auto recovered = database ? database->text("PRAGMA journal_mode = DELETE") : database.error();
    return recovered ? Result<ReadAccess>(std::move(access)) : recovered.error();
}

bool hasJournal(const std::string& path, const char* suffix)
{
    std::error_code ignored;
    return fs::exists(path + suffix, ignored);
}

/// Without its WAL, SQLite would make a new one.
bool isWithoutItsWal(const std::string& path, int descriptor)
{
    const auto header = readHeader(descriptor, path);
    return header && header->journalIsWal && !hasJournal(path, "-wal");
}

/// True where nobody has it open, nor can begin to write while the lock is held.
bool canBeImmutable(const std::string& path, int descriptor)
{
    if (!isWithoutItsWal(path, descriptor) || ::flock(descriptor, LOCK_SH | LOCK_NB) != 0)
        return false;
    if (isWithoutItsWal(path, descriptor)) // it may have gone or come until the lock was ours
        return true;
    ::flock(descriptor, LOCK_UN);
    return false;
}

} // namespace

Result<ReadAccess> ReadAccess::withoutWriting(const std::string& path, int descriptor)
{
    // Whoever opens or closes the case at this moment has journals that come and go.
    for (int attempt = 0; attempt < 2; ++attempt) {
        if (attempt > 0)
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        if (canBeImmutable(path, descriptor))
            return ReadAccess{path, Database::Mode::Immutable};
        ReadAccess access{path, Database::Mode::Untouched};
        if (canBeRead(access))
            return access;
    }
    return throughCopy(path);
}

Result<ReadAccess> ReadAccess::forTheWriter(const std::string& path, int descriptor)
{
    if (isWithoutItsWal(path, descriptor))
        return ReadAccess{path, Database::Mode::Immutable};
    ReadAccess access{path, Database::Mode::Untouched};
    if (canBeRead(access))
        return access;
    if (hasJournal(path, "-journal") && canBeRead({path, Database::Mode::ReadWrite}) && canBeRead(access))
        return access;
    return throughCopy(path);
}

} // namespace whittle
