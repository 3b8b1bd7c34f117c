// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include <zlib.h>

#include "tests/support/packing.h"

/// Archives that libarchive reads and does not write, stored without compression. Header-only.
namespace whittle::test
{

namespace detail
{

inline std::string little(std::uint64_t value, unsigned bytes)
{
    std::string text;
    for (unsigned i = 0; i < bytes; ++i)
        text += static_cast<char>(value >> (8 * i));
    return text;
}

inline std::uint64_t crc32Of(const std::string& bytes)
{
    return ::crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size()));
}

/// Of RAR 5: seven bits at a time, the least significant first.
inline std::string vint(std::uint64_t value)
{
    std::string text;
    for (; value >= 0x80; value >>= 7)
        text += static_cast<char>(value | 0x80);
    return text + static_cast<char>(value);
}

inline std::string rar5Block(const std::string& content)
{
    const std::string sized = vint(content.size()) + content;
    return little(crc32Of(sized), 4) + sized;
}

inline std::string rar4Block(char type, std::uint64_t flags, const std::string& content)
{
    const std::string block = type + little(flags, 2) + little(content.size() + 7, 2) + content;
    return little(crc32Of(block), 2) + block;
}

} // namespace detail

/// "RAR 5.0 archive format", rarlab.com/technote.htm.
inline std::string rar5(const Members& members)
{
    using namespace detail;
    std::string bytes("Rar!\x1A\x07\x01\0", 8);
    bytes += rar5Block(vint(1) + vint(0) + vint(0));
    for (const auto& [name, content] : members) {
        constexpr std::uint64_t hasData = 2;
        constexpr std::uint64_t hasCrc = 4;
        bytes += rar5Block(vint(2) + vint(hasData) + vint(content.size()) + vint(hasCrc)
                           + vint(content.size()) + vint(0100644) + little(crc32Of(content), 4) + vint(0)
                           + vint(1) + vint(name.size()) + name);
        bytes += content;
    }
    return bytes + rar5Block(vint(5) + vint(0) + vint(0));
}

/// RAR 2.9 to 4.2, as technote.txt of those versions describes it.
inline std::string rar4(const Members& members)
{
    using namespace detail;
    std::string bytes("Rar!\x1A\x07\0", 7);
    bytes += rar4Block(0x73, 0, std::string(6, '\0'));
    for (const auto& [name, content] : members) {
        bytes += rar4Block(0x74, 0x8000,
                           little(content.size(), 4) + little(content.size(), 4) + '\3' // made on Unix
                               + little(crc32Of(content), 4) + little(0x3A5B6C7D, 4) + '\x14' + '\x30'
                               + little(name.size(), 2) + little(0100644, 4) + name);
        bytes += content;
    }
    return bytes + rar4Block(0x7B, 0x4000, {});
}

/// [MS-CAB] §2: one folder, a block for each 32 KiB, without checksums.
inline std::string cab(const Members& members)
{
    using namespace detail;
    std::string all;
    std::string files;
    for (const auto& [name, content] : members) {
        files += little(content.size(), 4) + little(all.size(), 4) + little(0, 2) + little(0x3A5B, 2)
            + little(0x6C7D, 2) + little(0x20, 2) + name + '\0';
        all += content;
    }
    std::string blocks;
    std::uint64_t count = 0;
    for (std::size_t at = 0; at < all.size(); at += 0x8000, ++count) {
        const std::string block = all.substr(at, 0x8000);
        blocks += little(0, 4) + little(block.size(), 2) + little(block.size(), 2) + block;
    }
    constexpr std::uint64_t headerBytes = 36;
    constexpr std::uint64_t folderBytes = 8;
    const std::uint64_t filesAt = headerBytes + folderBytes;
    const std::string folder = little(filesAt + files.size(), 4) + little(count, 2) + little(0, 2);
    return "MSCF" + little(0, 4) + little(filesAt + files.size() + blocks.size(), 4) + little(0, 4)
        + little(filesAt, 4) + little(0, 4) + '\3' + '\1' + little(1, 2) + little(members.size(), 2)
        + little(0, 2) + little(0, 2) + little(0, 2) + folder + files + blocks;
}

} // namespace whittle::test
