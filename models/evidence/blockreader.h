// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "models/base/bytes.h"
#include "models/base/progress.h"
#include "models/base/result.h"

namespace whittle
{

class Sha256Thread;

/// Where bytes come from: a file, what is packed in it, a member of an archive.
class ByteSource
{
public:
    virtual ~ByteSource() = default;
    /// Fills the front of `buffer`; 0 at the end. Errors: Io, Vanished; of what is packed also Malformed,
    /// Unsupported, Cancelled.
    virtual Result<std::size_t> read(std::span<std::byte> buffer) = 0;
    /// Passes over `count` bytes; stops at the end. Gives how many it passed over.
    virtual Result<std::uint64_t> skip(std::uint64_t count) = 0;
    /// 0 when it is not known.
    virtual std::uint64_t size() const = 0;
    /// Whether seek() works: a file.
    virtual bool canSeek() const { return false; }
    /// Goes to that byte, or to the end when there are fewer. Errors: Io, Unsupported.
    virtual Result<void> seek(std::uint64_t offset);
};

/// Whether a path leads to a file that can be read to its end, by its type alone: nothing is opened, so that
/// a pipe does not block and a device does not act. Errors: NotFound, NoPermission, Io, Unsupported (a
/// folder, a pipe, a device, a socket), in plain words.
Result<void> checkIsFile(const std::string& path);
/// Opens a file for reading with read(2). Errors: those of checkIsFile().
Result<std::unique_ptr<ByteSource>> openFile(const std::string& path);
/// Bytes in memory, for tests.
std::unique_ptr<ByteSource> memorySource(std::vector<std::byte> bytes);

/// A window that slides over a ByteSource: contiguous bytes at the current position, in blocks of half a MiB.
/// The spans it gives are valid until the next call of window(). Used by one thread.
class BlockReader
{
public:
    static constexpr std::size_t blockBytes = std::size_t{512} << 10;

    /// `hasher`, when given, is fed every byte that is read, on its own thread; it must outlive the reader.
    /// Once `stop` is requested, all that reads more bytes fails with Cancelled.
    explicit BlockReader(std::unique_ptr<ByteSource> source, Sha256Thread* hasher = nullptr,
                         std::stop_token stop = {});
    ~BlockReader();
    BlockReader(const BlockReader&) = delete;
    BlockReader& operator=(const BlockReader&) = delete;

    /// At least `atLeast` bytes at the current position; fewer only at the end of the source, or before the
    /// byte at which reading it fails. All that is
    /// buffered is given, so that a caller can walk many records before it asks again. `atLeast` is bounded
    /// by `maxWindow`.
    Result<Bytes> window(std::size_t atLeast);
    /// Moves the position on by `count` bytes, which the last window must have held.
    void consume(std::size_t count);
    /// Moves the position on by any number of bytes, reading over them. Errors: Io, Vanished; at the end it
    /// stops there.
    Result<void> skip(std::uint64_t count);
    /// Reads what is left without giving it to anybody (so that the hash covers the whole file).
    Result<void> drain(Progress* progress = nullptr);

    std::uint64_t position() const { return m_position; }
    std::uint64_t size() const { return m_source->size(); }

    /// Lines of the file that stand before the first byte: more than 0 where the bytes are a part of a text.
    std::uint64_t linesBefore() const { return m_linesBefore; }
    void setLinesBefore(std::uint64_t lines) { m_linesBefore = lines; }

    /// A record that claims to be longer than this is not believed.
    static constexpr std::size_t maxWindow = std::size_t{64} << 20;

private:
    struct Block;
    Result<bool> readMore(std::size_t needed);

    std::unique_ptr<ByteSource> m_source;
    Sha256Thread* m_hasher;
    std::stop_token m_stop;
    /// Read in turns: the hasher may be behind by all but one.
    std::array<std::shared_ptr<Block>, 4> m_blocks;
    std::size_t m_at = 0; ///< in m_blocks, of the window
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
    std::uint64_t m_position = 0;
    std::uint64_t m_linesBefore = 0;
    bool m_atEnd = false;
    std::optional<Error> m_failure{}; ///< of the source, behind what is buffered
};

} // namespace whittle
