// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/evidence/libarchive.h"

#include <algorithm>
#include <cerrno>

#include <archive.h>

namespace whittle
{

namespace
{

constexpr std::size_t bufferBytes = std::size_t{64} << 10;
// At most this much in one read, so that whoever waits for the bytes is asked often whether he still does.
constexpr std::size_t mostBytesAtOnce = std::size_t{256} << 10;

} // namespace

/// C functions that libarchive calls with a LibArchive.
struct LibArchive::Callbacks {
    static int fail(LibArchive& self, Error error)
    {
        ::archive_set_error(self.m_archive, EIO, "%s", error.reason.c_str());
        self.m_sourceError = std::move(error);
        return ARCHIVE_FATAL;
    }

    static la_ssize_t read(archive*, void* data, const void** buffer)
    {
        auto& self = *static_cast<LibArchive*>(data);
        if (const auto wanted = self.m_meter->checkStop(); !wanted)
            return fail(self, wanted.error());
        const auto got = self.m_source->read(self.m_buffer);
        if (!got)
            return fail(self, got.error());
        self.m_position += *got;
        *buffer = self.m_buffer.data();
        return static_cast<la_ssize_t>(*got);
    }

    static la_int64_t seek(archive*, void* data, la_int64_t offset, int whence)
    {
        auto& self = *static_cast<LibArchive*>(data);
        const auto base = static_cast<la_int64_t>(whence == SEEK_END       ? self.m_source->size()
                                                      : whence == SEEK_CUR ? self.m_position
                                                                           : 0);
        const la_int64_t target = std::max<la_int64_t>(0, base + offset);
        const auto moved = self.m_source->seek(static_cast<std::uint64_t>(target));
        if (!moved)
            return fail(self, moved.error());
        self.m_position = std::min(static_cast<std::uint64_t>(target), self.m_source->size());
        return static_cast<la_int64_t>(self.m_position);
    }

    static la_int64_t skip(archive*, void* data, la_int64_t count)
    {
        auto& self = *static_cast<LibArchive*>(data);
        const auto skipped = self.m_source->skip(static_cast<std::uint64_t>(count));
        if (!skipped)
            return fail(self, skipped.error());
        self.m_position += *skipped;
        return static_cast<la_int64_t>(*skipped);
    }
};

LibArchive::LibArchive(std::unique_ptr<ByteSource> source, std::shared_ptr<UnpackMeter> meter)
    : m_archive(::archive_read_new())
    , m_source(std::move(source))
    , m_meter(std::move(meter))
    , m_buffer(bufferBytes)
{
}

LibArchive::~LibArchive()
{
    ::archive_read_free(m_archive);
}

Result<void> LibArchive::open()
{
    ::archive_read_set_read_callback(m_archive, &Callbacks::read);
    if (m_source->canSeek()) {
        ::archive_read_set_seek_callback(m_archive, &Callbacks::seek);
        ::archive_read_set_skip_callback(m_archive, &Callbacks::skip);
    }
    ::archive_read_set_callback_data(m_archive, this);
    return ::archive_read_open1(m_archive) >= ARCHIVE_WARN ? Result<void>() : failure();
}

/// Block by block: archive_read_data() would keep what it has already when the next block is broken.
Result<std::size_t> LibArchive::read(std::span<std::byte> buffer)
{
    while (m_block.empty()) {
        const void* bytes = nullptr;
        std::size_t count = 0;
        la_int64_t offset = 0;
        const int status = ::archive_read_data_block(m_archive, &bytes, &count, &offset);
        if (status == ARCHIVE_EOF)
            return std::size_t{0};
        if (status < ARCHIVE_WARN)
            return failure();
        m_block = Bytes(static_cast<const std::byte*>(bytes), count);
        m_blockOffset = static_cast<std::uint64_t>(std::max<la_int64_t>(0, offset));
    }
    std::size_t count = std::min(buffer.size(), mostBytesAtOnce);
    if (m_memberPosition < m_blockOffset) { // a hole in a sparse file
        count = static_cast<std::size_t>(std::min<std::uint64_t>(count, m_blockOffset - m_memberPosition));
        std::ranges::fill(buffer.first(count), std::byte{0});
    } else {
        count = std::min(count, m_block.size());
        std::ranges::copy(m_block.first(count), buffer.begin());
        m_block = m_block.subspan(count);
        m_blockOffset += count;
    }
    m_memberPosition += count;
    return count;
}

void LibArchive::beginMember()
{
    m_block = {};
    m_memberPosition = 0;
    m_isInMember = true;
}

Result<void> LibArchive::leaveMember()
{
    const int format = ::archive_format(m_archive) & ARCHIVE_FORMAT_BASE_MASK;
    const bool unpacksToSkip = format == ARCHIVE_FORMAT_7ZIP || format == ARCHIVE_FORMAT_RAR
        || format == ARCHIVE_FORMAT_RAR_V5 || format == ARCHIVE_FORMAT_CAB;
    std::vector<std::byte> buffer(unpacksToSkip && m_isInMember ? bufferBytes : 0);
    m_isInMember = false;
    while (!buffer.empty()) {
        const auto got = read(buffer);
        if (!got) // what is damaged here is told with the next header
            return got.error().code == ErrorCode::Cancelled ? Result<void>(got.error()) : Result<void>();
        const auto counted = m_meter->unpacked(*got);
        if (!counted || *got == 0)
            return counted;
    }
    return {};
}

Error LibArchive::failure() const
{
    if (m_sourceError)
        return *m_sourceError;
    const char* reason = ::archive_error_string(m_archive);
    return {ErrorCode::Malformed,
            reason ? reason : "the archive is damaged",
            {},
            "offset " + std::to_string(m_position)};
}

} // namespace whittle
