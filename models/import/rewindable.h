// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <vector>

#include "models/evidence/blockreader.h"

namespace whittle
{

/// Bytes that can only be unpacked from their beginning on, to be read here and there all the same: keeps the
/// first ones and the last ones, and begins again when others are asked for. Used by one thread.
class RewindableBytes
{
public:
    using Opener = std::function<Result<std::unique_ptr<ByteSource>>()>;
    explicit RewindableBytes(Opener open)
        : m_open(std::move(open))
    {
    }

    /// A source of all these bytes, from the first. Several may be in use at once; each keeps them alive.
    static std::unique_ptr<ByteSource> source(std::shared_ptr<RewindableBytes> bytes);

private:
    class View;
    struct Chunk {
        std::uint64_t offset = 0;
        std::vector<std::byte> bytes;
    };
    Result<std::size_t> readAt(std::uint64_t offset, std::span<std::byte> buffer);
    Result<bool> goTo(std::uint64_t offset);
    Result<bool> readChunk();
    const Chunk* held(std::uint64_t offset) const;

    Opener m_open;
    std::unique_ptr<ByteSource> m_source;
    std::uint64_t m_position = 0; ///< of m_source
    std::vector<Chunk> m_head;
    std::deque<Chunk> m_tail;
};

} // namespace whittle
