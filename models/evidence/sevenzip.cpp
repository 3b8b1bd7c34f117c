// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/evidence/sevenzip.h"

#include <algorithm>
#include <cstdlib>

#include <lzma.h>

#include "models/evidence/sevenzipheader.h"

namespace whittle
{

namespace
{

using namespace sevenzip;
using Buffer = std::vector<std::byte>;

constexpr std::uint64_t signatureHeaderBytes = 32;

Result<Buffer> readAt(ByteSource& source, std::uint64_t offset, std::uint64_t count)
{
    if (const auto found = source.seek(offset); !found)
        return found.error();
    Buffer bytes(static_cast<std::size_t>(std::min(count, source.size())));
    std::size_t have = 0;
    while (have < bytes.size()) {
        const auto got = source.read(std::span(bytes).subspan(have));
        if (!got)
            return got.error();
        if (*got == 0)
            return Error{ErrorCode::Malformed,
                         "the 7z breaks off: its header, which is at the end, is missing"};
        have += *got;
    }
    return bytes;
}

Result<Buffer> unpackLzma(const Coder& coder, Bytes packed, std::size_t size)
{
    lzma_filter filters[2] = {{coder.method == lzmaMethod ? LZMA_FILTER_LZMA1 : LZMA_FILTER_LZMA2, nullptr},
                              {LZMA_VLI_UNKNOWN, nullptr}};
    const auto* properties = reinterpret_cast<const std::uint8_t*>(coder.properties.data());
    lzma_stream stream = LZMA_STREAM_INIT;
    Buffer bytes(size);
    lzma_ret status = ::lzma_properties_decode(&filters[0], nullptr, properties, coder.properties.size());
    if (status == LZMA_OK)
        status = ::lzma_raw_decoder(&stream, filters);
    stream.next_in = reinterpret_cast<const std::uint8_t*>(packed.data());
    stream.avail_in = packed.size();
    stream.next_out = reinterpret_cast<std::uint8_t*>(bytes.data());
    stream.avail_out = size;
    while (status == LZMA_OK && stream.avail_out > 0)
        status = ::lzma_code(&stream, LZMA_RUN);
    ::lzma_end(&stream);
    std::free(filters[0].options); // by the default allocator of liblzma
    if (stream.avail_out > 0)
        return Error{ErrorCode::Malformed, "the header of the 7z is damaged"};
    return bytes;
}

/// The header that is packed as these streams say; nothing where it is encrypted, as libarchive will say.
Result<std::optional<Buffer>> unpackHeader(ByteSource& source, const Streams& streams, UnpackMeter& meter)
{
    if (std::ranges::any_of(streams.folders, [](const Folder& one) { return one.uses(aesMethod); }))
        return std::optional<Buffer>();
    if (streams.folders.size() != 1 || streams.packSizes.empty() || streams.folders[0].coders.size() != 1)
        return Error{ErrorCode::Unsupported, "the header of the 7z is packed in a way that is not known"};
    const Coder& coder = streams.folders[0].coders[0];
    const std::uint64_t size = streams.folders[0].unpackSizes[0];
    if (const auto allowed = meter.memory(std::max(size, streams.packSizes[0])); !allowed)
        return allowed.error();
    auto packed = readAt(source, signatureHeaderBytes + streams.packPosition, streams.packSizes[0]);
    if (!packed || coder.method == copyMethod)
        return packed ? Result<std::optional<Buffer>>(std::move(*packed)) : packed.error();
    if (coder.method != lzmaMethod && coder.method != lzma2Method)
        return Error{ErrorCode::Unsupported, "the header of the 7z is packed in a way that is not known"};
    auto bytes = unpackLzma(coder, *packed, static_cast<std::size_t>(size));
    return bytes ? Result<std::optional<Buffer>>(std::move(*bytes)) : bytes.error();
}

Result<void> checkHeader(HeaderReader& reader, unsigned id)
{
    reader.expect(id == headerId);
    reader.header();
    return reader.error() ? Result<void>(*reader.error()) : Result<void>();
}

Result<void> checkHeaders(ByteSource& source, UnpackMeter& meter)
{
    const auto signature = readAt(source, 0, signatureHeaderBytes);
    if (!signature)
        return signature.error();
    if (!asText(*signature).starts_with("7z\xBC\xAF\x27\x1C"))
        return {};
    const auto offset = readLittleEndian<std::uint64_t>(*signature, 12);
    const auto size = readLittleEndian<std::uint64_t>(*signature, 20);
    if (size == 0)
        return {};
    if (const auto allowed = meter.memory(size); !allowed)
        return allowed.error();
    const auto header = readAt(source, signatureHeaderBytes + offset, size);
    if (!header)
        return header.error();
    HeaderReader reader(*header, meter);
    const unsigned id = reader.byte();
    if (id != encodedHeaderId)
        return checkHeader(reader, id);
    const Streams streams = reader.streams();
    if (reader.error())
        return *reader.error();
    const auto unpacked = unpackHeader(source, streams, meter);
    if (!unpacked || !*unpacked)
        return unpacked ? Result<void>() : unpacked.error();
    HeaderReader inner(**unpacked, meter);
    return checkHeader(inner, inner.byte());
}

} // namespace

Result<void> checkSevenZip(ByteSource& source, UnpackMeter& meter)
{
    const auto checked = checkHeaders(source, meter);
    const auto back = source.seek(0);
    return checked ? back : checked;
}

} // namespace whittle
