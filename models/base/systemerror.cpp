// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/systemerror.h"

#include <cerrno>
#include <cstring>

namespace whittle
{

Error systemError(int number, const std::string& path)
{
    const ErrorCode code = number == ENOENT || number == ENOTDIR ? ErrorCode::NotFound
        : number == EACCES || number == EPERM || number == EROFS ? ErrorCode::NoPermission
        : number == ENOSPC || number == EDQUOT                   ? ErrorCode::DiskFull
                                                                 : ErrorCode::Io;
    return {code, std::strerror(number), path};
}

Error systemError(const std::string& path)
{
    return systemError(errno, path);
}

} // namespace whittle
