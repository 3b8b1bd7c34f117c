// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/buildid.h"

#include <span>

#include <link.h>

namespace whittle
{

namespace
{

std::string hexadecimal(Bytes bytes)
{
    constexpr char digits[] = "0123456789abcdef";
    std::string text;
    for (const std::byte byte : bytes) {
        text += digits[std::to_integer<unsigned>(byte) >> 4];
        text += digits[std::to_integer<unsigned>(byte) & 15];
    }
    return text;
}

std::size_t padded(std::uint32_t size)
{
    return (std::size_t{size} + 3) / 4 * 4;
}

std::span<const ElfW(Phdr)> segmentsOf(const dl_phdr_info& object)
{
    return {object.dlpi_phdr, object.dlpi_phnum};
}

/// The program, or the library that holds the code of this room.
bool holdsThisCode(const dl_phdr_info& object)
{
    const auto here = reinterpret_cast<ElfW(Addr)>(&buildIdIn);
    for (const auto& segment : segmentsOf(object)) {
        const ElfW(Addr) begin = object.dlpi_addr + segment.p_vaddr;
        if (segment.p_type == PT_LOAD && here >= begin && here - begin < segment.p_memsz)
            return true;
    }
    return false;
}

int findBuildId(dl_phdr_info* object, std::size_t, void* found)
{
    if (!holdsThisCode(*object))
        return 0;
    for (const auto& segment : segmentsOf(*object)) {
        if (segment.p_type != PT_NOTE)
            continue;
        const auto* notes = reinterpret_cast<const std::byte*>(object->dlpi_addr + segment.p_vaddr);
        std::string id = buildIdIn(Bytes(notes, segment.p_memsz));
        if (!id.empty())
            *static_cast<std::string*>(found) = std::move(id);
    }
    return 1;
}

} // namespace

std::string buildIdIn(Bytes notes)
{
    constexpr std::size_t header = 12;
    while (notes.size() >= header) {
        const auto nameSize = detail::readAt<std::uint32_t, std::endian::native>(notes, 0);
        const auto size = detail::readAt<std::uint32_t, std::endian::native>(notes, 4);
        const auto type = detail::readAt<std::uint32_t, std::endian::native>(notes, 8);
        const Bytes name = slice(notes, header, nameSize);
        const Bytes descriptor = slice(notes, header + padded(nameSize), size);
        if (type == NT_GNU_BUILD_ID && asText(name) == std::string_view("GNU\0", 4))
            return hexadecimal(descriptor);
        notes = slice(notes, header + padded(nameSize) + padded(size));
    }
    return {};
}

std::string buildId()
{
    static const std::string id = [] {
        std::string found;
        dl_iterate_phdr(findBuildId, &found);
        return found;
    }();
    return id;
}

} // namespace whittle
