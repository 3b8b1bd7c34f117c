// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/readaccess.h"

#include <filesystem>

namespace whittle
{

namespace
{

namespace fs = std::filesystem;

bool canBeRead(const ReadAccess& access)
{
    const auto database = Database::open(access.path, access.mode);
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
    ReadAccess access{folder->file("case.whittle"), Database::Mode::ReadOnly, std::move(*folder)};
    for (const char* suffix : {"", "-wal", "-journal"}) {
        std::error_code error;
        if (*suffix && !fs::exists(path + suffix, error))
            continue;
        fs::copy_file(path + suffix, access.path + suffix, error);
        if (error)
            return Error{error == std::errc::no_space_on_device ? ErrorCode::DiskFull : ErrorCode::Io,
                         error.message(), path + suffix};
    }
    const auto database = Database::open(access.path, Database::Mode::ReadWrite);
    const auto recovered = database ? database->text("PRAGMA journal_mode = DELETE") : database.error();
    return recovered ? Result<ReadAccess>(std::move(access)) : recovered.error();
}

} // namespace

Result<ReadAccess> ReadAccess::withoutWriting(const std::string& path, const CaseHeader& header)
{
    std::error_code ignored;
    // Without its WAL nobody has it open, and SQLite would make a new one.
    if (header.journalIsWal && !fs::exists(path + "-wal", ignored))
        return ReadAccess{path, Database::Mode::Immutable};
    ReadAccess access{path, Database::Mode::Untouched};
    return canBeRead(access) ? Result<ReadAccess>(std::move(access)) : throughCopy(path);
}

} // namespace whittle
