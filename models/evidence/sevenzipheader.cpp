// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/evidence/sevenzipheader.h"

namespace whittle::sevenzip
{

namespace
{

enum Property : unsigned {
    End = 0x00,
    ArchiveProperties = 0x02,
    MainStreamsInfo = 0x04,
    FilesInfo = 0x05,
    PackInfo = 0x06,
    UnpackInfo = 0x07,
    SubStreamsInfo = 0x08,
    Size = 0x09,
    Crc = 0x0A,
    FolderInfo = 0x0B,
    CodersUnpackSize = 0x0C,
    NumUnpackStream = 0x0D,
};

std::uint64_t dictionaryOf(const Coder& coder)
{
    const Bytes properties = coder.properties;
    if (coder.method == lzmaMethod || coder.method == ppmdMethod)
        return readLittleEndian<std::uint32_t>(properties, 1);
    if (coder.method != lzma2Method || properties.empty())
        return 0;
    const unsigned bits = std::to_integer<unsigned>(properties[0]) & 0x3F;
    return std::uint64_t{2U | (bits & 1U)} << (bits / 2 + 11);
}

/// What libarchive needs to unpack it. BCJ2 keeps what its coders give whole.
std::uint64_t memoryOf(const Folder& folder)
{
    std::uint64_t memory = 0;
    const auto add = [&](std::uint64_t more) { memory += std::min(more, ~memory); };
    for (const Coder& coder : folder.coders)
        add(dictionaryOf(coder));
    if (folder.uses(bcj2Method))
        std::ranges::for_each(folder.unpackSizes, add);
    return memory;
}

} // namespace

std::vector<std::uint64_t> HeaderReader::numbers(std::size_t count)
{
    std::vector<std::uint64_t> numbers;
    for (std::size_t i = 0; i < count && !m_error; ++i)
        numbers.push_back(number());
    return numbers;
}

/// Which of them have one.
std::vector<bool> HeaderReader::digests(std::size_t count)
{
    constexpr std::size_t crcBytes = 4;
    std::vector<bool> defined(count, true);
    if (byte() == 0) {
        const Bytes bits = bytes((count + 7) / 8);
        for (std::size_t i = 0; i < count && !bits.empty(); ++i)
            defined[i] = (std::to_integer<unsigned>(bits[i / 8]) >> (7 - i % 8) & 1U) != 0;
    }
    bytes(crcBytes * static_cast<std::size_t>(std::ranges::count(defined, true)));
    return defined;
}

void HeaderReader::packInfo(Streams& streams)
{
    streams.packPosition = number();
    const std::size_t packs = count();
    unsigned type = byte();
    if (type == Size) {
        streams.packSizes = numbers(packs);
        type = byte();
    }
    if (type == Crc) {
        digests(packs);
        type = byte();
    }
    expect(type == End);
}

Folder HeaderReader::folder()
{
    Folder folder;
    std::uint64_t inStreams = 0;
    const std::size_t coders = count();
    for (std::size_t i = 0; i < coders && !m_error; ++i) {
        constexpr unsigned isComplex = 0x10;
        constexpr unsigned hasProperties = 0x20;
        const unsigned flags = byte();
        Coder coder;
        for (const std::byte one : bytes(flags & 0x0FU))
            coder.method = coder.method << 8 | std::to_integer<unsigned>(one);
        inStreams += flags & isComplex ? count() : 1;
        folder.outStreams += flags & isComplex ? count() : 1;
        if (flags & hasProperties)
            coder.properties = bytes(number());
        folder.coders.push_back(coder);
        keep(m_meter.members(inStreams + folder.outStreams));
    }
    expect(folder.outStreams > 0 && inStreams + 1 >= folder.outStreams);
    if (m_error)
        return folder;
    const auto bound = static_cast<std::size_t>(folder.outStreams - 1);
    numbers(bound * 2);
    const auto packed = static_cast<std::size_t>(inStreams) - bound;
    if (packed > 1)
        numbers(packed);
    return folder;
}

void HeaderReader::unpackInfo(Streams& streams)
{
    expect(byte() == FolderInfo);
    const std::size_t folders = count();
    expect(byte() == 0); // not in another stream
    for (std::size_t i = 0; i < folders && !m_error; ++i)
        streams.folders.push_back(folder());
    expect(byte() == CodersUnpackSize);
    for (Folder& folder : streams.folders) {
        folder.unpackSizes = numbers(static_cast<std::size_t>(folder.outStreams));
        keep(m_meter.memory(memoryOf(folder)));
    }
    unsigned type = byte();
    if (type == Crc) {
        const std::vector<bool> defined = digests(folders);
        for (std::size_t i = 0; i < streams.folders.size(); ++i)
            streams.folders[i].hasCrc = defined[i];
        type = byte();
    }
    expect(type == End);
}

void HeaderReader::subStreams(Streams& streams)
{
    unsigned type = byte();
    if (type == NumUnpackStream) {
        for (Folder& folder : streams.folders)
            folder.members = count();
        type = byte();
    }
    std::size_t members = 0;
    std::size_t withoutCrc = 0;
    for (const Folder& folder : streams.folders) {
        members += folder.members;
        withoutCrc += folder.members == 1 && folder.hasCrc ? 0 : folder.members;
        if (type == Size && folder.members > 1)
            numbers(folder.members - 1);
    }
    keep(m_meter.members(members));
    if (type == Size)
        type = byte();
    if (type == Crc && !m_error) {
        digests(withoutCrc);
        type = byte();
    }
    expect(type == End);
}

Streams HeaderReader::streams()
{
    Streams streams;
    unsigned type = byte();
    if (type == PackInfo) {
        packInfo(streams);
        type = byte();
    }
    if (type == UnpackInfo) {
        unpackInfo(streams);
        type = byte();
    }
    if (type == SubStreamsInfo) {
        subStreams(streams);
        type = byte();
    }
    expect(type == End);
    return streams;
}

/// Behind its id, up to the number of members.
void HeaderReader::header()
{
    unsigned type = byte();
    if (type == ArchiveProperties) {
        while (byte() != End && !m_error)
            bytes(number());
        type = byte();
    }
    if (type == MainStreamsInfo) {
        streams();
        type = byte();
    }
    if (type == FilesInfo)
        count();
    else
        expect(type == End);
}

} // namespace whittle::sevenzip
