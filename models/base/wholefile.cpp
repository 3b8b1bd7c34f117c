// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandoutput.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace whittle
{

namespace
{

namespace fs = std::filesystem;

Error systemError(const std::string& path)
{
    const int number = errno;
    if (number == ENOENT || number == ENOTDIR)
        return {ErrorCode::NotFound, std::strerror(number), path, {}, "make the folder first"};
    if (number == EACCES || number == EPERM || number == EROFS)
        return {ErrorCode::NoPermission,
                std::strerror(number),
                path,
                {},
                "choose a folder that you may write to"};
    if (number == ENOSPC || number == EDQUOT)
        return {ErrorCode::DiskFull, std::strerror(number), path, {}, "make room or choose another disk"};
    return {ErrorCode::Io, std::strerror(number), path};
}

bool isDevice(const std::string& path)
{
    struct stat status {
    };
    return ::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode);
}

/// Where the bytes go: what a link leads to, so that the link stays one.
std::string targetOf(const std::string& path)
{
    std::error_code error;
    const fs::path resolved = fs::canonical(path, error);
    return error ? path : resolved.string();
}

std::string folderOf(const std::string& path)
{
    const std::string folder = fs::path(path).parent_path().string();
    return folder.empty() ? "." : folder;
}

/// What a new file may be for others; one that is replaced stays what it was.
mode_t modeFor(const std::string& path)
{
    struct stat status {
    };
    if (::stat(path.c_str(), &status) == 0)
        return status.st_mode & 07777;
    const mode_t mask = ::umask(0);
    ::umask(mask);
    return 0666 & ~mask;
}

bool writeAll(int descriptor, const QByteArray& bytes)
{
    for (qsizetype done = 0; done < bytes.size();) {
        const ssize_t got =
            ::write(descriptor, bytes.data() + done, static_cast<std::size_t>(bytes.size() - done));
        if (got < 0 && errno != EINTR)
            return false;
        done += std::max<ssize_t>(got, 0);
    }
    return true;
}

Result<void> writeToDevice(const OutputFile& file)
{
    const int descriptor = ::open(file.path.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor < 0)
        return systemError(file.path);
    const bool written = writeAll(descriptor, file.bytes);
    const Result<void> result =
        written || errno == EPIPE ? Result<void>() : Result<void>(systemError(file.path));
    ::close(descriptor);
    return result;
}

/// A file that is written beside its place and then moved there; removed when that does not come to pass.
class StagedFile
{
public:
    explicit StagedFile(const OutputFile& file)
        : m_file(file)
        , m_target(targetOf(file.path))
        , m_temporary(folderOf(m_target) + "/.whittle-XXXXXX")
    {
    }
    ~StagedFile()
    {
        if (m_made)
            ::unlink(m_temporary.c_str());
    }
    StagedFile(StagedFile&& other) noexcept
        : m_file(other.m_file)
        , m_target(std::move(other.m_target))
        , m_temporary(std::move(other.m_temporary))
        , m_made(std::exchange(other.m_made, false))
    {
    }
    StagedFile& operator=(StagedFile&&) = delete;

    Result<void> write();
    Result<void> publish();

private:
    const OutputFile& m_file;
    std::string m_target;
    std::string m_temporary;
    bool m_made = false;
};

Result<void> StagedFile::write()
{
    const int descriptor = ::mkostemp(m_temporary.data(), O_CLOEXEC);
    if (descriptor < 0)
        return systemError(m_file.path);
    m_made = true;
    const bool written = writeAll(descriptor, m_file.bytes) && ::fchmod(descriptor, modeFor(m_target)) == 0
        && ::fsync(descriptor) == 0;
    const Result<void> result = written ? Result<void>() : Result<void>(systemError(m_file.path));
    ::close(descriptor);
    return result;
}

Result<void> StagedFile::publish()
{
    if (::rename(m_temporary.c_str(), m_target.c_str()) != 0)
        return systemError(m_file.path);
    m_made = false;
    return {};
}

} // namespace

Result<void> checkOutput(const std::string& path)
{
    struct stat status {
    };
    const bool exists = ::stat(path.c_str(), &status) == 0;
    if (exists && S_ISDIR(status.st_mode))
        return Error{ErrorCode::Io, "is a folder", path};
    if (exists && !S_ISREG(status.st_mode))
        return ::access(path.c_str(), W_OK) == 0 ? Result<void>() : Result<void>(systemError(path));
    if (::access(folderOf(targetOf(path)).c_str(), W_OK | X_OK) != 0)
        return systemError(path);
    return {};
}

Result<void> writeOutputs(const std::vector<OutputFile>& files)
{
    std::vector<StagedFile> staged;
    for (const OutputFile& file : files) {
        if (isDevice(file.path))
            continue;
        const auto written = staged.emplace_back(file).write();
        if (!written)
            return written;
    }
    Result<void> done;
    for (const OutputFile& file : files) {
        if (done && isDevice(file.path))
            done = writeToDevice(file);
    }
    for (StagedFile& file : staged) {
        if (done)
            done = file.publish();
    }
    return done;
}

} // namespace whittle
