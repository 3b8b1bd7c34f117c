// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/casefile.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "models/base/systemerror.h"
#include "models/store/database.h"

namespace whittle
{

namespace
{

/// A file may be replaced unless it is a case in use, or one with a journal beside it: SQLite would play that
/// journal into whatever has the name next.
Result<void> checkReplaceable(const std::string& path)
{
    if (isOpenCase(path))
        return Error{ErrorCode::CaseInUse, "this case is open", path};
    if (!leftBeside(path))
        return {};
    return Error{ErrorCode::CaseInUse,
                 "a case of this name is in use, or was not closed",
                 path,
                 {},
                 "choose another name"};
}

/// An empty file that SQLite fills: whoever may not read the case may not read its copy either.
Result<void> makeEmpty(const std::string& path, const std::string& like)
{
    struct stat status {
    };
    const mode_t mode = ::stat(like.c_str(), &status) == 0 ? status.st_mode & 0777 : 0600;
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    const bool made = descriptor >= 0 && ::fchmod(descriptor, mode | 0600) == 0;
    const Error error = systemError(path);
    if (descriptor >= 0)
        ::close(descriptor);
    return made ? Result<void>() : Result<void>(error);
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
    auto database = m_read.open();
    if (!database)
        return database.error();
    auto statement = database->prepare("VACUUM INTO ?1");
    if (!statement)
        return statement.error();
    statement->bind(1, std::string_view(temporary));
    Result<void> copied = makeEmpty(temporary, m_path);
    if (copied)
        copied = statement->run();
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
