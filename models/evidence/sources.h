// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "models/base/sha256.h"
#include "models/evidence/blockreader.h"

namespace whittle
{

class UnpackMeter;

// Byte sources around others. Each owns the one it reads from.

/// Shows the first bytes before they are read.
class PeekedSource : public ByteSource
{
public:
    /// Reads up to `count` bytes ahead; fewer at the end, or where reading them failed: who reads on meets
    /// the error. Errors: those of reading, when not even one byte could be read.
    static Result<std::unique_ptr<PeekedSource>> make(std::unique_ptr<ByteSource> source, std::size_t count);
    Bytes head() const { return m_head; }

    Result<std::size_t> read(std::span<std::byte> buffer) override;
    Result<std::uint64_t> skip(std::uint64_t count) override;
    std::uint64_t size() const override { return m_source->size(); }
    bool canSeek() const override { return m_source->canSeek(); }
    Result<void> seek(std::uint64_t offset) override;

private:
    std::unique_ptr<ByteSource> m_source;
    std::vector<std::byte> m_head;
    std::size_t m_given = 0;
    std::optional<Error> m_failure{};
};

/// SHA-256 of all that passes through, on the thread that reads.
class HashingSource : public ByteSource
{
public:
    explicit HashingSource(std::unique_ptr<ByteSource> source)
        : m_source(std::move(source))
    {
    }
    Result<std::size_t> read(std::span<std::byte> buffer) override;
    Result<std::uint64_t> skip(std::uint64_t count) override;
    std::uint64_t size() const override { return m_source->size(); }

    std::uint64_t position() const { return m_position; }
    /// Reads what nobody wanted, then gives the digest: of what can be read, where reading fails. Call once,
    /// last. Errors: Cancelled.
    Result<std::string> finish();

private:
    std::unique_ptr<ByteSource> m_source;
    Sha256 m_digest;
    std::uint64_t m_position = 0;
};

/// One source for two users: who reads it, and who asks it afterwards.
class SharedSource : public ByteSource
{
public:
    explicit SharedSource(std::shared_ptr<ByteSource> source)
        : m_source(std::move(source))
    {
    }
    Result<std::size_t> read(std::span<std::byte> buffer) override { return m_source->read(buffer); }
    Result<std::uint64_t> skip(std::uint64_t count) override { return m_source->skip(count); }
    std::uint64_t size() const override { return m_source->size(); }
    bool canSeek() const override { return m_source->canSeek(); }
    Result<void> seek(std::uint64_t offset) override { return m_source->seek(offset); }

private:
    std::shared_ptr<ByteSource> m_source;
};

/// Tells the meter what is read of the file itself.
std::unique_ptr<ByteSource> meteredSource(std::unique_ptr<ByteSource> file,
                                          std::shared_ptr<UnpackMeter> meter);

/// For sources that cannot do better: reads and forgets. Stops at the end.
Result<std::uint64_t> skipByReading(ByteSource& source, std::uint64_t count);

} // namespace whittle
