// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include <archive.h>
#include <zlib.h>

#include "models/evidence/archivereader.h"
#include "models/evidence/libarchive.h"
#include "models/evidence/sources.h"

namespace whittle
{

namespace
{

constexpr std::size_t inputBytes = std::size_t{64} << 10;
// At most this much at once: a hundredth of a second.
constexpr std::size_t outputBytes = std::size_t{1} << 20;

/// gzip (RFC 1952) by zlib: libarchive throws away up to 64 KiB at the end of a stream that breaks off, which
/// of a trace may be all. One stream behind the other is one; what follows that is none is left alone.
class GzipSource : public ByteSource
{
public:
    GzipSource(std::unique_ptr<ByteSource> source, std::shared_ptr<UnpackMeter> meter)
        : m_source(std::move(source))
        , m_meter(std::move(meter))
        , m_counted(*m_meter)
    {
        constexpr int gzipOnly = 16;
        m_ready = ::inflateInit2(&m_stream, MAX_WBITS + gzipOnly) == Z_OK;
    }
    ~GzipSource() override { ::inflateEnd(&m_stream); }
    GzipSource(const GzipSource&) = delete;
    GzipSource& operator=(const GzipSource&) = delete;

    Result<std::size_t> read(std::span<std::byte> buffer) override
    {
        buffer = buffer.first(std::min(buffer.size(), outputBytes));
        while (!m_atEnd && !m_failure) {
            const std::size_t made = inflateInto(buffer);
            if (made == 0)
                continue;
            const auto counted = m_counted.unpacked(made);
            return counted ? Result<std::size_t>(made) : counted.error();
        }
        return m_failure ? Result<std::size_t>(*m_failure) : Result<std::size_t>(std::size_t{0});
    }
    Result<std::uint64_t> skip(std::uint64_t count) override { return skipByReading(*this, count); }
    std::uint64_t size() const override { return 0; }

private:
    std::size_t inflateInto(std::span<std::byte> buffer)
    {
        if (m_stream.avail_in == 0 && !refill())
            return 0;
        m_stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
        m_stream.avail_out = static_cast<uInt>(buffer.size());
        const int status = ::inflate(&m_stream, Z_NO_FLUSH);
        const std::size_t made = buffer.size() - m_stream.avail_out;
        if (status == Z_STREAM_END)
            endOfStream();
        else if (status != Z_OK && status != Z_BUF_ERROR)
            fail(m_stream.msg ? m_stream.msg : "the gzip data are damaged");
        return made;
    }

    bool refill()
    {
        const auto got = m_ready ? m_source->read(m_input) : Error{ErrorCode::Io, "no memory to unpack it"};
        if (!got) {
            m_failure = got.error();
        } else if (*got == 0 && m_betweenStreams) {
            m_atEnd = true;
        } else if (*got == 0) {
            fail("the gzip data break off");
        } else {
            m_position += *got;
            m_stream.next_in = reinterpret_cast<Bytef*>(m_input.data());
            m_stream.avail_in = static_cast<uInt>(*got);
            m_betweenStreams = false;
            return true;
        }
        return false;
    }

    /// Another stream may follow, and begins with a magic number.
    void endOfStream()
    {
        constexpr Bytef magic = 0x1F;
        m_betweenStreams = m_stream.avail_in == 0;
        m_atEnd = m_stream.avail_in > 0 && *m_stream.next_in != magic;
        ::inflateReset(&m_stream);
    }

    void fail(std::string reason)
    {
        m_failure = Error{ErrorCode::Malformed,
                          std::move(reason),
                          {},
                          "offset " + std::to_string(m_position - m_stream.avail_in)};
    }

    std::unique_ptr<ByteSource> m_source;
    std::shared_ptr<UnpackMeter> m_meter;
    UnpackMeter::Stream m_counted;
    z_stream m_stream{};
    std::array<std::byte, inputBytes> m_input{};
    std::uint64_t m_position = 0; ///< bytes read from the source
    bool m_ready = false;
    bool m_betweenStreams = true;
    bool m_atEnd = false;
    std::optional<Error> m_failure{};
};

/// The other compressions, by libarchive.
class FilteredSource : public ByteSource
{
public:
    FilteredSource(std::unique_ptr<ByteSource> source, Layer::Kind kind, std::shared_ptr<UnpackMeter> meter)
        : m_archive(std::move(source), meter)
        , m_meter(std::move(meter))
        , m_counted(*m_meter)
    {
        archive* handle = m_archive.handle();
        ::archive_read_support_format_raw(handle);
        ::archive_read_support_format_empty(handle);
        if (kind == Layer::Kind::Bzip2)
            ::archive_read_support_filter_bzip2(handle);
        else if (kind == Layer::Kind::Xz)
            ::archive_read_support_filter_xz(handle);
        else
            ::archive_read_support_filter_zstd(handle);
    }

    Result<std::size_t> read(std::span<std::byte> buffer) override
    {
        if (!m_begun)
            begin();
        if (m_failure || m_isEmpty)
            return m_failure ? Result<std::size_t>(*m_failure) : Result<std::size_t>(std::size_t{0});
        const auto got = m_archive.read(buffer);
        if (!got)
            m_failure = got.error();
        const auto counted = got ? m_counted.unpacked(*got) : Result<void>();
        return counted ? got : counted.error();
    }
    Result<std::uint64_t> skip(std::uint64_t count) override { return skipByReading(*this, count); }
    std::uint64_t size() const override { return 0; }

private:
    void begin()
    {
        m_begun = true;
        archive_entry* entry = nullptr;
        const auto opened = m_archive.open();
        const int status = opened ? ::archive_read_next_header(m_archive.handle(), &entry) : ARCHIVE_FATAL;
        // What could not be unpacked is called empty as well.
        m_isEmpty = status == ARCHIVE_EOF && ::archive_errno(m_archive.handle()) == 0;
        if (status < ARCHIVE_WARN || (status == ARCHIVE_EOF && !m_isEmpty))
            m_failure = opened ? m_archive.failure() : opened.error();
    }

    LibArchive m_archive;
    std::shared_ptr<UnpackMeter> m_meter;
    UnpackMeter::Stream m_counted;
    bool m_begun = false;
    bool m_isEmpty = false;
    std::optional<Error> m_failure{};
};

} // namespace

std::unique_ptr<ByteSource> decompressed(std::unique_ptr<ByteSource> source, Layer::Kind kind,
                                         std::shared_ptr<UnpackMeter> meter)
{
    if (kind == Layer::Kind::Gzip)
        return std::make_unique<GzipSource>(std::move(source), std::move(meter));
    return std::make_unique<FilteredSource>(std::move(source), kind, std::move(meter));
}

} // namespace whittle
