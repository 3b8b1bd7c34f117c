// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/report/report.h"

#include <cerrno>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace whittle
{
namespace
{

ErrorCode codeOf(int systemError, QFileDevice::FileError error)
{
    if (error == QFileDevice::ResourceError || systemError == ENOSPC || systemError == EDQUOT)
        return ErrorCode::DiskFull;
    if (error == QFileDevice::PermissionsError || systemError == EACCES || systemError == EPERM
        || systemError == EROFS)
        return ErrorCode::NoPermission;
    return ErrorCode::Io;
}

std::string remedyFor(ErrorCode code)
{
    if (code == ErrorCode::DiskFull)
        return "make room or choose another disk";
    return code == ErrorCode::NoPermission ? "choose a folder that you may write to" : std::string();
}

/// To be called at once after the failure, while errno is still that of it.
Error failure(const QFileDevice& file)
{
    const int systemError = errno;
    const ErrorCode code = codeOf(systemError, file.error());
    return {code, file.errorString().toStdString(), file.fileName().toStdString(), {}, remedyFor(code)};
}

template <typename File>
Result<void> writeAll(File& file, const QByteArray& bytes, QIODevice::OpenMode mode)
{
    errno = 0;
    if (!file.open(mode))
        return failure(file);
    if (file.write(bytes) != bytes.size())
        return failure(file);
    return {};
}

/// A device or a pipe would be replaced by a file otherwise.
Result<void> writeDirectly(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return writeAll(file, bytes, QIODevice::WriteOnly | QIODevice::Unbuffered);
}

} // namespace

Result<void> writeWholeFile(const QString& path, const QByteArray& bytes)
{
    const QFileInfo target(path);
    if (target.isDir())
        return Error{ErrorCode::Io, "is a folder", path.toStdString()};
    if (!target.dir().exists())
        return Error{
            ErrorCode::NotFound, "the folder does not exist", path.toStdString(), {}, "make it first"};
    if (target.exists() && !target.isFile())
        return writeDirectly(path, bytes);
    QSaveFile file(path);
    if (auto written = writeAll(file, bytes, QIODevice::WriteOnly); !written)
        return written;
    if (!file.commit())
        return failure(file);
    return {};
}

} // namespace whittle
