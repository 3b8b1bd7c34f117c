// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/evidence/layers.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace whittle
{

namespace
{

struct Spelling {
    Layer::Kind kind;
    std::string_view id;
    std::string_view name;
};
constexpr std::array<Spelling, 7> spellings{{
    {Layer::Kind::Gzip, "gzip", "gzip"},
    {Layer::Kind::Bzip2, "bzip2", "bzip2"},
    {Layer::Kind::Xz, "xz", "xz"},
    {Layer::Kind::Zstd, "zstd", "zstd"},
    {Layer::Kind::Member, "member", "member of an archive"},
    {Layer::Kind::Utf16Little, "utf-16le", "UTF-16, little-endian"},
    {Layer::Kind::Utf16Big, "utf-16be", "UTF-16, big-endian"},
}};

std::optional<Layer> layerFromText(std::string_view text)
{
    Layer layer;
    const auto colon = text.find(':');
    const auto spelling = std::ranges::find(spellings, text.substr(0, colon), &Spelling::id);
    if (spelling == spellings.end())
        return {};
    layer.kind = spelling->kind;
    if ((layer.kind == Layer::Kind::Member) != (colon != std::string_view::npos))
        return {};
    if (layer.kind != Layer::Kind::Member)
        return layer;
    const char* const end = text.data() + text.size();
    const auto parsed = std::from_chars(text.data() + colon + 1, end, layer.member);
    return parsed.ec == std::errc{} && parsed.ptr == end ? std::optional(layer) : std::nullopt;
}

/// RFC 8878 §3.1.2: magic numbers 184D2A50 to 184D2A5F, and how many bytes follow.
bool isSkippableFrame(Bytes head)
{
    return head.size() >= 8 && (readLittleEndian<std::uint32_t>(head) & 0xFFFFFFF0U) == 0x184D2A50U;
}

/// RFC 8878 §3.1.1, also behind skippable frames, with which pzstd begins. lz4 has these too.
bool isZstd(Bytes head)
{
    while (isSkippableFrame(head))
        head = slice(head, 8 + std::size_t{readLittleEndian<std::uint32_t>(head, 4)});
    return asText(head).starts_with("\x28\xB5\x2F\xFD");
}

/// The header of a member: 512 bytes whose checksum (an octal number at byte 148, of all bytes with itself
/// taken for spaces) fits. POSIX.1-2017, pax, "ustar Interchange Format"; older tars have no other mark.
bool isTarHeader(Bytes head)
{
    constexpr std::size_t headerBytes = 512;
    constexpr std::size_t checksumAt = 148;
    constexpr std::size_t checksumBytes = 8;
    if (head.size() < headerBytes || head[0] == std::byte{0})
        return false;
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < headerBytes; ++i)
        sum += i >= checksumAt && i < checksumAt + checksumBytes ? ' ' : std::to_integer<unsigned>(head[i]);
    std::string_view digits = asText(head.subspan(checksumAt, checksumBytes));
    digits.remove_prefix(std::min(digits.find_first_not_of(' '), digits.size()));
    std::uint64_t stated = 0;
    const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), stated, 8);
    return parsed.ec == std::errc{} && stated == sum;
}

/// Of Microsoft (ISO/IEC 29500-2) or by ISO/IEC 26300-3, by the name of the first member.
bool isOfficeDocument(std::string_view zip)
{
    constexpr std::size_t nameAt = 30; // APPNOTE 4.3.7
    const std::string_view name = zip.substr(std::min(nameAt, zip.size()));
    return zip.starts_with("PK\3\4")
        && (name.starts_with("[Content_Types].xml") || name.starts_with("mimetypeapplication/vnd.oasis"));
}

} // namespace

std::string toText(const Layers& layers)
{
    std::string text;
    for (const Layer& layer : layers) {
        text += text.empty() ? "" : " ";
        text += std::ranges::find(spellings, layer.kind, &Spelling::kind)->id;
        if (layer.kind == Layer::Kind::Member)
            text += ":" + std::to_string(layer.member);
    }
    return text;
}

std::optional<Layers> layersFromText(std::string_view text)
{
    Layers layers;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        const auto layer = layerFromText(text.substr(0, end));
        if (!layer)
            return {};
        layers.push_back(*layer);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return layers;
}

std::string_view nameOf(Layer::Kind kind)
{
    return std::ranges::find(spellings, kind, &Spelling::kind)->name;
}

std::optional<Layer::Kind> compressionOf(Bytes head)
{
    const std::string_view text = asText(head);
    if (text.starts_with("\x1F\x8B\x08")) // RFC 1952 §2.3.1, CM 8
        return Layer::Kind::Gzip;
    if (text.starts_with("BZh") && text.size() >= 10
        && (text.substr(4, 6) == "\x31\x41\x59\x26\x53\x59"
            || text.substr(4, 6) == "\x17\x72\x45\x38\x50\x90"))
        return Layer::Kind::Bzip2; // a block, or the end of an empty stream
    if (text.starts_with(std::string_view("\xFD"
                                          "7zXZ\0",
                                          6))) // the .xz file format, §2.1.1.1
        return Layer::Kind::Xz;
    return isZstd(head) ? std::optional(Layer::Kind::Zstd) : std::nullopt;
}

bool beginsStream(Bytes head, Layer::Kind kind)
{
    return compressionOf(head) == kind || (kind == Layer::Kind::Zstd && isSkippableFrame(head));
}

std::string archiveKind(Bytes head, bool canSeek)
{
    struct Signature {
        std::string_view bytes;
        const char* reason;
        bool needsSeek = false;
    };
    constexpr std::array<Signature, 5> signatures{{
        {"PK\3\4", "zip: signature 504b0304"}, // APPNOTE 4.3.7
        {"PK\5\6", "zip: signature 504b0506"}, // 4.3.16: without members
        {"7z\xBC\xAF\x27\x1C", "7z: signature 377abcaf271c", true},
        {"Rar!\x1A\x07", "rar: signature 526172211a07"},
        {"MSCF", "cab: signature 4d534346"},
    }};
    const std::string_view text = asText(head);
    if (isOfficeDocument(text))
        return {};
    for (const Signature& signature : signatures) {
        if (text.starts_with(signature.bytes))
            return canSeek || !signature.needsSeek ? signature.reason : std::string();
    }
    return isTarHeader(head) ? "tar: the checksum of its first header fits" : std::string();
}

std::optional<Layer::Kind> utf16Of(Bytes head)
{
    const std::string_view text = asText(head);
    if (text.starts_with("\xFE\xFF"))
        return Layer::Kind::Utf16Big;
    if (text.starts_with("\xFF\xFE") && !text.starts_with(std::string_view("\xFF\xFE\0\0", 4))) // not UTF-32
        return Layer::Kind::Utf16Little;
    constexpr std::size_t leastBytes = 32;
    constexpr std::size_t enough = 4096;
    const std::size_t pairs = std::min(head.size(), enough) / 2;
    if (pairs * 2 < leastBytes)
        return {};
    std::size_t zeros[2] = {0, 0};
    std::size_t text7[2] = {0, 0};
    for (std::size_t i = 0; i < pairs * 2; ++i) {
        const auto byte = std::to_integer<unsigned>(head[i]);
        zeros[i % 2] += byte == 0;
        text7[i % 2] += (byte >= 0x20 && byte < 0x7F) || byte == '\r' || byte == '\n' || byte == '\t';
    }
    // Of western text nearly every high byte is zero, and nearly every low byte a letter.
    const auto isText = [&](int low) {
        return zeros[1 - low] * 10 >= pairs * 9 && text7[low] * 10 >= pairs * 9;
    };
    if (isText(0))
        return Layer::Kind::Utf16Little;
    return isText(1) ? std::optional(Layer::Kind::Utf16Big) : std::nullopt;
}

} // namespace whittle
