// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/evidence/codec.h"

#include <algorithm>
#include <bit>

#include <bzlib.h>
#include <lzma.h>
#include <zlib.h>
#include <zstd.h>
#include <zstd_errors.h>

#include "models/evidence/unpackmeter.h"

namespace whittle
{

namespace
{

Error noMemory()
{
    return {ErrorCode::Io, "no memory to unpack it"};
}

Error damaged(Layer::Kind kind)
{
    return {ErrorCode::Malformed, "the " + std::string(nameOf(kind)) + " data are damaged"};
}

Error takesTooMuch(std::uint64_t memory)
{
    return UnpackMeter({.memory = memory}).memory(memory + 1).error();
}

/// RFC 1952, by zlib.
class GzipCodec : public Codec
{
public:
    GzipCodec()
    {
        constexpr int gzipOnly = 16;
        m_ready = ::inflateInit2(&m_stream, MAX_WBITS + gzipOnly) == Z_OK;
    }
    ~GzipCodec() override { ::inflateEnd(&m_stream); }
    GzipCodec(const GzipCodec&) = delete;
    GzipCodec& operator=(const GzipCodec&) = delete;

    Result<void> begin() override
    {
        return m_ready && ::inflateReset(&m_stream) == Z_OK ? Result<void>() : noMemory();
    }
    Step step(Bytes packed, std::span<std::byte> out) override
    {
        m_stream.next_in = reinterpret_cast<Bytef*>(const_cast<std::byte*>(packed.data()));
        m_stream.avail_in = static_cast<uInt>(packed.size());
        m_stream.next_out = reinterpret_cast<Bytef*>(out.data());
        m_stream.avail_out = static_cast<uInt>(out.size());
        const int status = ::inflate(&m_stream, Z_NO_FLUSH);
        Step step{packed.size() - m_stream.avail_in, out.size() - m_stream.avail_out, status == Z_STREAM_END};
        if (status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR) {
            step.error = status == Z_MEM_ERROR ? noMemory() : damaged(Layer::Kind::Gzip);
            if (status == Z_DATA_ERROR && m_stream.msg)
                step.error->reason += std::string(" (") + m_stream.msg + ")";
        }
        return step;
    }

private:
    z_stream m_stream{};
    bool m_ready = false;
};

/// By libbz2, which gives a block (up to 900 kB) once all of it is there.
class Bzip2Codec : public Codec
{
public:
    Bzip2Codec() = default;
    ~Bzip2Codec() override { ::BZ2_bzDecompressEnd(&m_stream); }
    Bzip2Codec(const Bzip2Codec&) = delete;
    Bzip2Codec& operator=(const Bzip2Codec&) = delete;

    Result<void> begin() override
    {
        constexpr int quiet = 0;
        constexpr int fast = 0;
        ::BZ2_bzDecompressEnd(&m_stream);
        m_stream = {};
        return ::BZ2_bzDecompressInit(&m_stream, quiet, fast) == BZ_OK ? Result<void>() : noMemory();
    }
    Step step(Bytes packed, std::span<std::byte> out) override
    {
        m_stream.next_in = reinterpret_cast<char*>(const_cast<std::byte*>(packed.data()));
        m_stream.avail_in = static_cast<unsigned>(packed.size());
        m_stream.next_out = reinterpret_cast<char*>(out.data());
        m_stream.avail_out = static_cast<unsigned>(out.size());
        const int status = ::BZ2_bzDecompress(&m_stream);
        Step step{packed.size() - m_stream.avail_in, out.size() - m_stream.avail_out,
                  status == BZ_STREAM_END};
        if (status != BZ_OK && status != BZ_STREAM_END)
            step.error = status == BZ_MEM_ERROR ? noMemory() : damaged(Layer::Kind::Bzip2);
        return step;
    }

private:
    bz_stream m_stream{};
};

/// The .xz file format 1.1.0, by liblzma.
class XzCodec : public Codec
{
public:
    explicit XzCodec(std::uint64_t memory)
        : m_memory(memory)
    {
    }
    ~XzCodec() override { ::lzma_end(&m_stream); }
    XzCodec(const XzCodec&) = delete;
    XzCodec& operator=(const XzCodec&) = delete;

    Result<void> begin() override
    {
        constexpr std::uint64_t besideDictionary = std::uint64_t{1} << 20;
        return ::lzma_stream_decoder(&m_stream, m_memory + besideDictionary, 0) == LZMA_OK ? Result<void>()
                                                                                           : noMemory();
    }
    Step step(Bytes packed, std::span<std::byte> out) override
    {
        m_stream.next_in = reinterpret_cast<const std::uint8_t*>(packed.data());
        m_stream.avail_in = packed.size();
        m_stream.next_out = reinterpret_cast<std::uint8_t*>(out.data());
        m_stream.avail_out = out.size();
        const lzma_ret status = ::lzma_code(&m_stream, LZMA_RUN);
        Step step{packed.size() - m_stream.avail_in, out.size() - m_stream.avail_out,
                  status == LZMA_STREAM_END};
        if (status != LZMA_OK && status != LZMA_STREAM_END && status != LZMA_BUF_ERROR)
            step.error = errorOf(status);
        return step;
    }

private:
    Error errorOf(lzma_ret status) const
    {
        if (status == LZMA_MEMLIMIT_ERROR)
            return takesTooMuch(m_memory);
        if (status == LZMA_OPTIONS_ERROR)
            return {ErrorCode::Unsupported, "this kind of xz is not known"};
        return status == LZMA_MEM_ERROR ? noMemory() : damaged(Layer::Kind::Xz);
    }

    std::uint64_t m_memory;
    lzma_stream m_stream = LZMA_STREAM_INIT;
};

/// RFC 8878, by libzstd. A skippable frame is a stream in which there is nothing.
class ZstdCodec : public Codec
{
public:
    explicit ZstdCodec(std::uint64_t memory)
        : m_memory(memory)
        , m_context(::ZSTD_createDCtx())
    {
    }
    ~ZstdCodec() override { ::ZSTD_freeDCtx(m_context); }
    ZstdCodec(const ZstdCodec&) = delete;
    ZstdCodec& operator=(const ZstdCodec&) = delete;

    Result<void> begin() override
    {
        const auto bounds = ::ZSTD_dParam_getBounds(ZSTD_d_windowLogMax);
        const int windowLog =
            std::clamp(static_cast<int>(std::bit_width(m_memory)) - 1, bounds.lowerBound, bounds.upperBound);
        const bool isReady = m_context
            && !::ZSTD_isError(::ZSTD_DCtx_reset(m_context, ZSTD_reset_session_only))
            && !::ZSTD_isError(::ZSTD_DCtx_setParameter(m_context, ZSTD_d_windowLogMax, windowLog));
        return isReady ? Result<void>() : noMemory();
    }
    Step step(Bytes packed, std::span<std::byte> out) override
    {
        ZSTD_inBuffer from{packed.data(), packed.size(), 0};
        ZSTD_outBuffer to{out.data(), out.size(), 0};
        const std::size_t status = ::ZSTD_decompressStream(m_context, &to, &from);
        Step step{from.pos, to.pos, status == 0};
        if (::ZSTD_isError(status))
            step.error = errorOf(::ZSTD_getErrorCode(status));
        return step;
    }

private:
    Error errorOf(ZSTD_ErrorCode code) const
    {
        if (code == ZSTD_error_frameParameter_windowTooLarge)
            return takesTooMuch(m_memory);
        if (code == ZSTD_error_dictionary_wrong)
            return {ErrorCode::Unsupported, "it is packed with a dictionary that is not in it"};
        return code == ZSTD_error_memory_allocation ? noMemory() : damaged(Layer::Kind::Zstd);
    }

    std::uint64_t m_memory;
    ZSTD_DCtx* m_context;
};

} // namespace

std::unique_ptr<Codec> makeCodec(Layer::Kind kind, std::uint64_t memory)
{
    if (kind == Layer::Kind::Bzip2)
        return std::make_unique<Bzip2Codec>();
    if (kind == Layer::Kind::Xz)
        return std::make_unique<XzCodec>(memory);
    if (kind == Layer::Kind::Zstd)
        return std::make_unique<ZstdCodec>(memory);
    return std::make_unique<GzipCodec>();
}

} // namespace whittle
