// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/wholefile.h"

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "models/base/systemerror.h"

namespace whittle
{

namespace
{

namespace fs = std::filesystem;

/// With what to do about it. To be called at once after the failure.
Error failure(const std::string& path)
{
    Error error = systemError(path);
    if (error.code == ErrorCode::NotFound)
        error.remedy = "make the folder first";
    else if (error.code == ErrorCode::NoPermission)
        error.remedy = "choose a folder that you may write to";
    else if (error.code == ErrorCode::DiskFull)
        error.remedy = "make room or choose another disk";
    return error;
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

bool writeAll(int descriptor, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t got = ::write(descriptor, bytes.data(), bytes.size());
        if (got < 0 && errno != EINTR)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    }
    return true;
}

Result<void> writeToDevice(const WholeFile& file)
{
    const int descriptor = ::open(file.path.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor < 0)
        return failure(file.path);
    const bool written = writeAll(descriptor, file.bytes);
    const Result<void> result = written || errno == EPIPE ? Result<void>() : Result<void>(failure(file.path));
    ::close(descriptor);
    return result;
}

/// A file that is written without a name, or where the system cannot do that beside its place, and then gets
/// its name; gone when that does not come to pass.
class StagedFile
{
public:
    explicit StagedFile(const WholeFile& file)
        : m_file(file)
        , m_target(targetOf(file.path))
        , m_temporary(folderOf(m_target) + "/.whittle-XXXXXX")
    {
    }
    ~StagedFile()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
        if (m_named)
            ::unlink(m_temporary.c_str());
    }
    StagedFile(StagedFile&& other) noexcept
        : m_file(other.m_file)
        , m_target(std::move(other.m_target))
        , m_temporary(std::move(other.m_temporary))
        , m_descriptor(std::exchange(other.m_descriptor, -1))
        , m_named(std::exchange(other.m_named, false))
    {
    }
    StagedFile& operator=(StagedFile&&) = delete;

    Result<void> write();
    Result<void> publish();

private:
    bool open();
    bool nameIt();

    const WholeFile& m_file;
    std::string m_target;
    std::string m_temporary;
    int m_descriptor = -1;
    bool m_named = false; ///< m_temporary is there
};

bool StagedFile::open()
{
    if (::access("/proc/self/fd", X_OK) == 0) // by which it gets its name
        m_descriptor = ::open(folderOf(m_target).c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600);
    if (m_descriptor >= 0)
        return true;
    m_descriptor = ::mkostemp(m_temporary.data(), O_CLOEXEC);
    m_named = m_descriptor >= 0;
    return m_named;
}

Result<void> StagedFile::write()
{
    const bool written = open() && writeAll(m_descriptor, m_file.bytes)
        && ::fchmod(m_descriptor, modeFor(m_target)) == 0 && ::fsync(m_descriptor) == 0;
    return written ? Result<void>() : Result<void>(failure(m_file.path));
}

/// A name of its own first, since only a rename replaces a file.
bool StagedFile::nameIt()
{
    const std::string number = std::to_string(m_descriptor);
    m_temporary = folderOf(m_target) + "/.whittle-" + std::to_string(::getpid()) + "-" + number;
    const std::string unnamed = "/proc/self/fd/" + number;
    m_named = ::linkat(AT_FDCWD, unnamed.c_str(), AT_FDCWD, m_temporary.c_str(), AT_SYMLINK_FOLLOW) == 0;
    return m_named;
}

void flushFolder(const std::string& folder)
{
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return; // the file is there; whether its name survives a power cut is not ours to say
    ::fsync(descriptor);
    ::close(descriptor);
}

Result<void> StagedFile::publish()
{
    if ((!m_named && !nameIt()) || ::rename(m_temporary.c_str(), m_target.c_str()) != 0)
        return failure(m_file.path);
    m_named = false;
    flushFolder(folderOf(m_target));
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
        return ::access(path.c_str(), W_OK) == 0 ? Result<void>() : Result<void>(failure(path));
    if (::access(folderOf(targetOf(path)).c_str(), W_OK | X_OK) != 0)
        return failure(path);
    return {};
}

Result<void> writeWholeFiles(std::span<const WholeFile> files)
{
    std::vector<StagedFile> staged;
    for (const WholeFile& file : files) {
        if (std::error_code ignored; fs::is_directory(file.path, ignored))
            return Error{ErrorCode::Io, "is a folder", file.path};
        if (isDevice(file.path))
            continue;
        const auto written = staged.emplace_back(file).write();
        if (!written)
            return written;
    }
    Result<void> done;
    for (const WholeFile& file : files) {
        if (done && isDevice(file.path))
            done = writeToDevice(file);
    }
    for (StagedFile& file : staged) {
        if (done)
            done = file.publish();
    }
    return done;
}

Result<void> writeWholeFile(const std::string& path, std::string_view bytes)
{
    const WholeFile file{path, std::string(bytes)};
    return writeWholeFiles({&file, 1});
}

} // namespace whittle
