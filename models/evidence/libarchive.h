// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "models/evidence/blockreader.h"
#include "models/evidence/unpackmeter.h"

struct archive;

namespace whittle
{

/// A handle of libarchive that reads from a ByteSource. What it warns of (ARCHIVE_WARN) is usable.
class LibArchive
{
public:
    LibArchive(std::unique_ptr<ByteSource> source, std::shared_ptr<UnpackMeter> meter);
    ~LibArchive();
    LibArchive(const LibArchive&) = delete;
    LibArchive& operator=(const LibArchive&) = delete;

    archive* handle() { return m_archive; }
    /// To be called once formats and filters are chosen.
    Result<void> open();
    /// To be called for each header that was read.
    void beginMember();
    /// Bytes of the member at hand; 0 at its end.
    Result<std::size_t> read(std::span<std::byte> buffer);
    /// To be called before the next header is read. libarchive skips in some archives by unpacking, and asks
    /// nobody meanwhile whether that is still wanted. Errors: Cancelled, Unsupported (a limit).
    Result<void> leaveMember();
    /// What went wrong last: the source's own error, or what libarchive says about the bytes.
    Error failure() const;
    std::uint64_t position() const { return m_position; }

private:
    struct Callbacks;

    archive* m_archive;
    std::unique_ptr<ByteSource> m_source;
    std::shared_ptr<UnpackMeter> m_meter;
    std::vector<std::byte> m_buffer;
    std::uint64_t m_position = 0;
    std::optional<Error> m_sourceError{};
    Bytes m_block{}; ///< of the member at hand, what was not given yet; libarchive's memory
    std::uint64_t m_blockOffset = 0; ///< where in the member it stands
    std::uint64_t m_memberPosition = 0;
    bool m_isInMember = false;
};

} // namespace whittle
