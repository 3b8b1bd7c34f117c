// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

#include <archive.h>
#include <archive_entry.h>

/// Archives and compressed bytes made by libarchive, in memory. Header-only.
namespace whittle::test
{

using Members =
    std::vector<std::pair<std::string, std::string>>; ///< name, bytes; a name with '/' at its end: a folder

namespace detail
{

inline la_ssize_t append(archive*, void* out, const void* bytes, std::size_t count)
{
    static_cast<std::string*>(out)->append(static_cast<const char*>(bytes), count);
    return static_cast<la_ssize_t>(count);
}

inline void write(archive* out, const std::string& name, const std::string& bytes)
{
    archive_entry* entry = archive_entry_new();
    const bool isFolder = name.ends_with('/');
    archive_entry_copy_pathname(entry, name.c_str());
    archive_entry_set_filetype(entry, isFolder ? AE_IFDIR : AE_IFREG);
    archive_entry_set_perm(entry, isFolder ? 0755 : 0644);
    archive_entry_set_mtime(entry, 1'235'000'000, 0);
    archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
    archive_write_header(out, entry);
    archive_write_data(out, bytes.data(), bytes.size());
    archive_entry_free(entry);
}

} // namespace detail

/// `format`: "zip", "ustar", "pax". `options` as libarchive spells them: "zip:encryption=traditional".
inline std::string packed(const Members& members, const std::string& format = "zip",
                          const std::string& options = {})
{
    std::string bytes;
    archive* out = archive_write_new();
    archive_write_set_format_by_name(out, format.c_str());
    archive_write_set_bytes_in_last_block(out, 1);
    if (!options.empty()) {
        archive_write_set_options(out, options.c_str());
        archive_write_set_passphrase(out, "secret");
    }
    archive_write_open(out, &bytes, nullptr, detail::append, nullptr);
    for (const auto& [name, content] : members)
        detail::write(out, name, content);
    archive_write_close(out);
    archive_write_free(out);
    return bytes;
}

/// `filter`: "gzip", "bzip2", "xz", "zstd".
inline std::string compressed(const std::string& content, const std::string& filter = "gzip")
{
    std::string bytes;
    archive* out = archive_write_new();
    archive_write_set_format_raw(out);
    archive_write_add_filter_by_name(out, filter.c_str());
    if (filter == "gzip")
        archive_write_set_filter_option(out, "gzip", "timestamp", nullptr); // the same bytes each time
    archive_write_set_bytes_in_last_block(out, 1);
    archive_write_open(out, &bytes, nullptr, detail::append, nullptr);
    detail::write(out, "content", content);
    archive_write_close(out);
    archive_write_free(out);
    return bytes;
}

/// In UTF-16 with a byte order mark; ASCII only.
inline std::string utf16(const std::string& ascii, bool bigEndian = false, bool mark = true)
{
    std::string bytes;
    const auto add = [&](unsigned unit) {
        const char low = static_cast<char>(unit & 0xFF);
        const char high = static_cast<char>(unit >> 8);
        bytes += bigEndian ? high : low;
        bytes += bigEndian ? low : high;
    };
    if (mark)
        add(0xFEFF);
    for (const char c : ascii)
        add(static_cast<unsigned char>(c));
    return bytes;
}

} // namespace whittle::test
