// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/evidence/archivereader.h"

#include <algorithm>
#include <clocale>

#include <archive.h>
#include <archive_entry.h>

#include "models/base/utf8.h"
#include "models/evidence/libarchive.h"
#include "models/evidence/sevenzip.h"
#include "models/evidence/sources.h"
#include "models/evidence/utf16source.h"

namespace whittle
{

namespace
{

/// libarchive reads and writes names in the character set of the thread's locale: in "C" it gives none that
/// is not ASCII. While this lives it is UTF-8, which Debian always has.
class Utf8Locale
{
public:
    Utf8Locale()
        : m_before(::uselocale(shared()))
    {
    }
    ~Utf8Locale() { ::uselocale(m_before); }
    Utf8Locale(const Utf8Locale&) = delete;
    Utf8Locale& operator=(const Utf8Locale&) = delete;

private:
    static locale_t shared()
    {
        static const locale_t utf8 = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
        return utf8;
    }
    locale_t m_before;
};

/// A name of any length and with any bytes, made harmless.
std::string harmlessName(const char* bytes, std::uint64_t index)
{
    constexpr std::size_t enough = 1024;
    constexpr char hex[] = "0123456789abcdef";
    const std::string text = bytes ? utf8Of(std::string_view(bytes).substr(0, enough)) : std::string();
    std::string name;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x20 && byte != 0x7F)
            name += c;
        else
            name.append("\\x").append({hex[byte >> 4], hex[byte & 15]});
    }
    name.erase(0, name.find_first_not_of('/'));
    return name.empty() ? "member " + std::to_string(index + 1) : name;
}

ArchiveMember::Kind kindOf(archive_entry* entry)
{
    if (::archive_entry_hardlink(entry))
        return ArchiveMember::Kind::Other;
    switch (::archive_entry_filetype(entry)) {
    case AE_IFREG:
    case 0: // a zip made on a system without types
        return ArchiveMember::Kind::File;
    case AE_IFDIR:
        return ArchiveMember::Kind::Folder;
    default:
        return ArchiveMember::Kind::Other;
    }
}

/// Methods 14 and 95 (APPNOTE 4.4.5), for which libarchive makes dictionaries of up to 4 GiB.
bool isZipWithDictionary(archive* handle)
{
    const std::string_view name = ::archive_format_name(handle); // "ZIP 6.3 (lzma)"
    return name.starts_with("ZIP") && (name.ends_with("(lzma)") || name.ends_with("(xz)"));
}

} // namespace

struct ArchiveReader::Impl : LibArchive {
    using LibArchive::LibArchive;

    /// ARCHIVE_RETRY once for all that is damaged in one place; libarchive says it for each block.
    int nextHeader(archive_entry** entry)
    {
        const bool wasDamaged = isDamaged;
        for (;;) {
            const la_int64_t before = ::archive_read_header_position(handle());
            const int status = ::archive_read_next_header(handle(), entry);
            isDamaged = status == ARCHIVE_RETRY;
            if (!isDamaged || !wasDamaged)
                return status;
            if (::archive_read_header_position(handle()) == before)
                return ARCHIVE_FATAL; // it does not get on
        }
    }

    std::uint64_t members = 0;
    bool isDamaged = false; ///< where next() was last
    std::optional<Error> damage{}; ///< of the whole archive: libarchive is not to see it
};

ArchiveReader::ArchiveReader(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{
}

ArchiveReader::~ArchiveReader() = default;

Result<std::shared_ptr<ArchiveReader>> ArchiveReader::open(std::unique_ptr<ByteSource> source,
                                                           std::shared_ptr<UnpackMeter> meter)
{
    const Utf8Locale locale;
    const auto isChecked = source->canSeek() ? checkSevenZip(*source, *meter) : Result<void>();
    if (!isChecked && isChecked.error().code != ErrorCode::Malformed)
        return isChecked.error();
    auto impl = std::make_unique<Impl>(std::move(source), std::move(meter));
    if (!isChecked)
        impl->damage = isChecked.error();
    for (const auto support : {::archive_read_support_format_zip, ::archive_read_support_format_tar,
                               ::archive_read_support_format_7zip, ::archive_read_support_format_rar,
                               ::archive_read_support_format_rar5, ::archive_read_support_format_cab})
        support(impl->handle());
    ::archive_read_set_format_option(impl->handle(), "tar", "read_concatenated_archives", "1");
    const auto opened = impl->open();
    if (!opened)
        return opened.error();
    return std::shared_ptr<ArchiveReader>(new ArchiveReader(std::move(impl)));
}

Result<std::optional<ArchiveMember>> ArchiveReader::next()
{
    const Utf8Locale locale;
    if (m_impl->damage)
        return *m_impl->damage;
    if (const auto left = m_impl->leaveMember(); !left)
        return left.error();
    archive_entry* entry = nullptr;
    const int status = m_impl->nextHeader(&entry);
    if (status == ARCHIVE_EOF)
        return std::optional<ArchiveMember>();
    ArchiveMember member;
    if (status == ARCHIVE_RETRY) {
        member.kind = ArchiveMember::Kind::Damaged;
        return std::optional(std::move(member));
    }
    if (status < ARCHIVE_WARN)
        return m_impl->failure();
    m_impl->beginMember();
    member.index = m_impl->members++;
    member.name = harmlessName(::archive_entry_pathname(entry), member.index);
    member.kind = kindOf(entry);
    member.isEncrypted = ::archive_entry_is_encrypted(entry) != 0;
    member.hasDictionary = isZipWithDictionary(m_impl->handle());
    if (::archive_entry_size_is_set(entry))
        member.size = static_cast<std::uint64_t>(std::max<la_int64_t>(0, ::archive_entry_size(entry)));
    return std::optional(std::move(member));
}

Result<std::size_t> ArchiveReader::read(std::span<std::byte> buffer)
{
    return m_impl->read(buffer);
}

std::uint64_t ArchiveReader::memberPosition() const
{
    return static_cast<std::uint64_t>(
        std::max<la_int64_t>(0, ::archive_read_header_position(m_impl->handle())));
}

std::uint64_t ArchiveReader::position() const
{
    return m_impl->position();
}

namespace
{

class MemberSource : public ByteSource
{
public:
    MemberSource(std::shared_ptr<ArchiveReader> archive, const ArchiveMember& member,
                 std::shared_ptr<UnpackMeter> meter)
        : m_archive(std::move(archive))
        , m_size(member.size)
        , m_hasDictionary(member.hasDictionary)
        , m_meter(std::move(meter))
        , m_stream(*m_meter)
    {
    }
    Result<std::size_t> read(std::span<std::byte> buffer) override
    {
        const auto got = m_archive->read(buffer);
        auto counted = got ? m_stream.unpacked(*got) : Result<void>();
        m_position += got ? *got : 0;
        if (counted && m_hasDictionary) // which holds no more than what was unpacked
            counted = m_meter->memory(m_position);
        return counted ? got : counted.error();
    }
    Result<std::uint64_t> skip(std::uint64_t count) override { return skipByReading(*this, count); }
    std::uint64_t size() const override { return m_size; }

private:
    std::shared_ptr<ArchiveReader> m_archive;
    std::uint64_t m_size;
    bool m_hasDictionary;
    std::uint64_t m_position = 0;
    std::shared_ptr<UnpackMeter> m_meter;
    UnpackMeter::Stream m_stream;
};

Result<std::unique_ptr<ByteSource>> openMember(std::unique_ptr<ByteSource> source, std::uint64_t index,
                                               const std::shared_ptr<UnpackMeter>& meter)
{
    const auto archive = ArchiveReader::open(std::move(source), meter);
    if (!archive)
        return archive.error();
    for (;;) {
        const auto member = (*archive)->next();
        if (!member)
            return member.error();
        if (!*member)
            return Error{ErrorCode::NotFound, "the archive has no such member"};
        if ((*member)->kind != ArchiveMember::Kind::Damaged && (*member)->index == index)
            return memberSource(*archive, **member, meter);
    }
}

} // namespace

std::unique_ptr<ByteSource> memberSource(std::shared_ptr<ArchiveReader> archive, const ArchiveMember& member,
                                         std::shared_ptr<UnpackMeter> meter)
{
    return std::make_unique<MemberSource>(std::move(archive), member, std::move(meter));
}

Result<std::unique_ptr<ByteSource>> openThrough(std::unique_ptr<ByteSource> file, const Layers& layers,
                                                const std::shared_ptr<UnpackMeter>& meter)
{
    std::unique_ptr<ByteSource> source = std::move(file);
    for (const Layer& layer : layers) {
        switch (layer.kind) {
        case Layer::Kind::Member: {
            auto member = openMember(std::move(source), layer.member, meter);
            if (!member)
                return member.error();
            source = std::move(*member);
            break;
        }
        case Layer::Kind::Utf16Little:
        case Layer::Kind::Utf16Big:
            source = std::make_unique<Utf16Source>(std::move(source), layer.kind);
            break;
        case Layer::Kind::Gzip:
        case Layer::Kind::Bzip2:
        case Layer::Kind::Xz:
        case Layer::Kind::Zstd:
            source = decompressed(std::move(source), layer.kind, meter);
            break;
        }
    }
    return source;
}

} // namespace whittle
