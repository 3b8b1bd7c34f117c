// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/evidence/blockreader.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "models/base/vectorstate.h"
#include "models/evidence/hasher.h"

namespace whittle
{

namespace
{

// At most this much in one read(2), so that a slow disk is asked often whether anybody still waits for it.
constexpr std::size_t mostBytesAtOnce = std::size_t{256} << 10;

Error systemError(int number, const std::string& subject)
{
    const ErrorCode code = number == ENOENT || number == ENOTDIR ? ErrorCode::NotFound
        : number == EACCES || number == EPERM                    ? ErrorCode::NoPermission
                                                                 : ErrorCode::Io;
    return {code, number == ELOOP ? "the link leads back to itself" : std::strerror(number), subject};
}

/// A link whose target is missing is there, and still nothing can be read.
Error missing(int number, const std::string& path)
{
    Error error = systemError(number, path);
    struct stat status {
    };
    if (number == ENOENT && ::lstat(path.c_str(), &status) == 0 && S_ISLNK(status.st_mode))
        error.reason = "this is a link to something that is not there";
    return error;
}

/// Empty for a regular file.
std::string_view whatElse(mode_t mode)
{
    switch (mode & S_IFMT) {
    case S_IFREG:
        return {};
    case S_IFDIR:
        return "this is a folder, not a file";
    case S_IFIFO:
        return "this is a pipe, not a file";
    case S_IFSOCK:
        return "this is a socket, not a file";
    default:
        return "this is a device, not a file";
    }
}

/// A file read with read(2). Knows the size it had when it was opened, so that a file which shrinks is
/// noticed.
class FileSource : public ByteSource
{
public:
    FileSource(int descriptor, std::string path, std::uint64_t size)
        : m_descriptor(descriptor)
        , m_path(std::move(path))
        , m_size(size)
    {
    }
    ~FileSource() override { ::close(m_descriptor); }
    FileSource(const FileSource&) = delete;
    FileSource& operator=(const FileSource&) = delete;

    Result<std::size_t> read(std::span<std::byte> buffer) override
    {
        ssize_t got = 0;
        do
            got = ::read(m_descriptor, buffer.data(), std::min(buffer.size(), mostBytesAtOnce));
        while (got < 0 && errno == EINTR);
        if (got < 0)
            return systemError(errno, m_path);
        if (got == 0 && m_done < m_size)
            return Error{ErrorCode::Vanished, "the file became shorter while it was read", m_path,
                         "offset " + std::to_string(m_done)};
        m_done += static_cast<std::uint64_t>(got);
        return static_cast<std::size_t>(got);
    }

    Result<std::uint64_t> skip(std::uint64_t count) override
    {
        count = std::min(count, m_size > m_done ? m_size - m_done : 0);
        if (::lseek(m_descriptor, static_cast<off_t>(count), SEEK_CUR) < 0)
            return systemError(errno, m_path);
        m_done += count;
        return count;
    }

    std::uint64_t size() const override { return m_size; }

    bool canSeek() const override { return true; }
    Result<void> seek(std::uint64_t offset) override
    {
        offset = std::min(offset, m_size);
        if (::lseek(m_descriptor, static_cast<off_t>(offset), SEEK_SET) < 0)
            return systemError(errno, m_path);
        m_done = offset;
        return {};
    }

private:
    int m_descriptor;
    std::string m_path;
    std::uint64_t m_size;
    std::uint64_t m_done = 0;
};

class MemorySource : public ByteSource
{
public:
    explicit MemorySource(std::vector<std::byte> bytes)
        : m_bytes(std::move(bytes))
    {
    }

    Result<std::size_t> read(std::span<std::byte> buffer) override
    {
        const std::size_t count = std::min(buffer.size(), m_bytes.size() - m_done);
        std::copy_n(m_bytes.begin() + static_cast<std::ptrdiff_t>(m_done), count, buffer.begin());
        m_done += count;
        return count;
    }
    Result<std::uint64_t> skip(std::uint64_t count) override
    {
        count = std::min<std::uint64_t>(count, m_bytes.size() - m_done);
        m_done += count;
        return count;
    }
    std::uint64_t size() const override { return m_bytes.size(); }
    bool canSeek() const override { return true; }
    Result<void> seek(std::uint64_t offset) override
    {
        m_done = static_cast<std::size_t>(std::min<std::uint64_t>(offset, m_bytes.size()));
        return {};
    }

private:
    std::vector<std::byte> m_bytes;
    std::size_t m_done = 0;
};

} // namespace

Result<void> ByteSource::seek(std::uint64_t)
{
    return Error{ErrorCode::Unsupported, "these bytes can only be read from their beginning on"};
}

Result<void> checkIsFile(const std::string& path)
{
    struct stat status {
    };
    if (::stat(path.c_str(), &status) != 0)
        return missing(errno, path);
    if (const auto other = whatElse(status.st_mode); !other.empty())
        return Error{ErrorCode::Unsupported, std::string(other), path};
    return {};
}

Result<std::unique_ptr<ByteSource>> openFile(const std::string& path)
{
    if (const auto isFile = checkIsFile(path); !isFile)
        return isFile.error();
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return systemError(errno, path);
    struct stat status {
    };
    if (::fstat(descriptor, &status) != 0) {
        const int number = errno;
        ::close(descriptor);
        return systemError(number, path);
    }
    if (const auto other = whatElse(status.st_mode); !other.empty()) { // it was replaced meanwhile
        ::close(descriptor);
        return Error{ErrorCode::Unsupported, std::string(other), path};
    }
    ::posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL);
    return std::unique_ptr<ByteSource>(
        std::make_unique<FileSource>(descriptor, path, static_cast<std::uint64_t>(status.st_size)));
}

std::unique_ptr<ByteSource> memorySource(std::vector<std::byte> bytes)
{
    return std::make_unique<MemorySource>(std::move(bytes));
}

struct BlockReader::Block : HashBlock {
};

BlockReader::BlockReader(std::unique_ptr<ByteSource> source, Sha256Thread* hasher, std::stop_token stop)
    : m_source(std::move(source))
    , m_hasher(hasher)
    , m_stop(std::move(stop))
{
    for (std::shared_ptr<Block>& block : m_blocks)
        block = std::make_shared<Block>();
}

BlockReader::~BlockReader() = default;

/// Moves what is left to the front of the next block and reads behind it; the hasher may still be reading
/// the old block.
/// What was read before a failure is given first.
Result<bool> BlockReader::readMore(std::size_t needed)
{
    if (m_failure)
        return *m_failure;
    const std::size_t left = m_end - m_begin;
    const std::shared_ptr<Block>& used = m_blocks[m_at];
    m_at = (m_at + 1) % m_blocks.size();
    std::shared_ptr<Block>& next = m_blocks[m_at];
    next->waitUntilHashed();
    if (next->bytes.size() > 4 * blockBytes) // it held something very long
        next = std::make_shared<Block>();
    next->bytes.resize(std::max(left + blockBytes, needed));
    std::copy_n(used->bytes.begin() + static_cast<std::ptrdiff_t>(m_begin), left, next->bytes.begin());
    m_begin = 0;
    m_end = left;
    while (m_end < next->bytes.size() && !m_atEnd) {
        if (m_stop.stop_requested())
            return Error{ErrorCode::Cancelled, "cancelled"};
        const auto got = m_source->read(std::span{next->bytes}.subspan(m_end));
        if (!got && (m_end == left || got.error().code == ErrorCode::Cancelled))
            return got.error();
        if (!got) {
            m_failure = got.error();
            break;
        }
        m_atEnd = *got == 0;
        m_end += *got;
    }
    if (m_hasher && m_end > left)
        m_hasher->add(next, left, m_end - left);
    releaseVectorState();
    return m_end > left;
}

Result<Bytes> BlockReader::window(std::size_t atLeast)
{
    atLeast = std::min(atLeast, maxWindow);
    if (m_end - m_begin < atLeast && !m_atEnd) {
        const auto more = readMore(atLeast);
        if (!more)
            return more.error();
    }
    return Bytes{m_blocks[m_at]->bytes.data() + m_begin, m_end - m_begin};
}

void BlockReader::consume(std::size_t count)
{
    count = std::min(count, m_end - m_begin);
    m_begin += count;
    m_position += count;
}

Result<void> BlockReader::skip(std::uint64_t count)
{
    const std::uint64_t buffered = std::min<std::uint64_t>(count, m_end - m_begin);
    consume(static_cast<std::size_t>(buffered));
    count -= buffered;
    if (count > 0 && !m_hasher) {
        const auto skipped = m_source->skip(count);
        m_position += skipped ? *skipped : 0;
        return skipped ? Result<void>() : skipped.error();
    }
    while (count > 0) {
        const auto bytes = window(1);
        if (!bytes)
            return bytes.error();
        if (bytes->empty())
            return {};
        const std::uint64_t step = std::min<std::uint64_t>(count, bytes->size());
        consume(static_cast<std::size_t>(step));
        count -= step;
    }
    return {};
}

Result<void> BlockReader::drain(Progress* progress)
{
    for (;;) {
        const auto bytes = window(1);
        if (!bytes)
            return bytes.error();
        if (bytes->empty())
            return {};
        consume(bytes->size());
        if (progress)
            progress->setDone(m_position);
    }
}

} // namespace whittle
