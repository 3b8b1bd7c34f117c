// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/caseheader.h"

#include <array>

#include <sys/stat.h>
#include <unistd.h>

#include "models/base/bytes.h"
#include "models/base/systemerror.h"
#include "models/store/casefile.h"

namespace whittle
{

namespace
{

// SQLite file format §1.3: the header of 100 bytes, numbers in network order.
constexpr std::size_t headerBytes = 100;
constexpr std::size_t readVersionOffset = 19; ///< 1: rollback journal, 2: WAL
constexpr std::size_t userVersionOffset = 60;
constexpr std::size_t applicationIdOffset = 68;
constexpr std::string_view sqliteMagic{"SQLite format 3\0", 16};

Result<CaseHeader> parseHeader(Bytes header, const std::string& path)
{
    if (header.size() < headerBytes || asText(slice(header, 0, 16)) != sqliteMagic
        || readBigEndian<std::int32_t>(header, applicationIdOffset) != CaseFile::applicationId)
        return Error{ErrorCode::ForeignFile, "not a Whittle case", path};
    const auto version = readBigEndian<std::int32_t>(header, userVersionOffset);
    const auto readable = checkVersion(version, path);
    if (!readable)
        return readable.error();
    return CaseHeader{version, header[readVersionOffset] == std::byte{2}};
}

} // namespace

Result<void> checkVersion(std::int64_t version, const std::string& path)
{
    if (version > CaseFile::schemaVersion)
        return Error{ErrorCode::NewerCase,
                     "written by a later Whittle (case version " + std::to_string(version)
                         + ", this one reads up to " + std::to_string(CaseFile::schemaVersion) + ")",
                     path};
    if (version < 1)
        return Error{ErrorCode::Malformed, "the case has no version", path};
    return {};
}

Result<CaseHeader> readHeader(Bytes head)
{
    return parseHeader(head, {});
}

Result<CaseHeader> readHeader(int descriptor, const std::string& path)
{
    struct stat status {
    };
    if (::fstat(descriptor, &status) != 0)
        return systemError(path);
    if (!S_ISREG(status.st_mode))
        return Error{ErrorCode::ForeignFile, "not a regular file", path};
    std::array<std::byte, headerBytes> header{};
    const ssize_t got = ::pread(descriptor, header.data(), header.size(), 0);
    if (got < 0)
        return systemError(path);
    return parseHeader(Bytes(header).first(static_cast<std::size_t>(got)), path);
}

} // namespace whittle
