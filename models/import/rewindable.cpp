// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/import/rewindable.h"

#include <algorithm>
#include <limits>

namespace whittle
{

namespace
{

constexpr std::size_t chunkBytes = std::size_t{256} << 10;
// Twice what a BlockReader reads at once: the headers of a capture, and the records around a landmark.
constexpr std::size_t headBytes = 2 * BlockReader::blockBytes;
constexpr std::size_t tailBytes = 4 * BlockReader::blockBytes;

template <typename Chunks>
const auto* holding(const Chunks& chunks, std::uint64_t offset)
{
    const auto found = std::ranges::find_if(chunks, [&](const auto& chunk) {
        return offset >= chunk.offset && offset - chunk.offset < chunk.bytes.size();
    });
    return found == chunks.end() ? nullptr : &*found;
}

} // namespace

class RewindableBytes::View : public ByteSource
{
public:
    explicit View(std::shared_ptr<RewindableBytes> bytes)
        : m_bytes(std::move(bytes))
    {
    }
    Result<std::size_t> read(std::span<std::byte> buffer) override
    {
        const auto got = m_bytes->readAt(m_position, buffer);
        m_position += got ? *got : 0;
        return got;
    }
    Result<std::uint64_t> skip(std::uint64_t count) override
    {
        m_position += count;
        return count;
    }
    std::uint64_t size() const override { return 0; }

private:
    std::shared_ptr<RewindableBytes> m_bytes;
    std::uint64_t m_position = 0;
};

std::unique_ptr<ByteSource> RewindableBytes::source(std::shared_ptr<RewindableBytes> bytes)
{
    return std::make_unique<View>(std::move(bytes));
}

const RewindableBytes::Chunk* RewindableBytes::held(std::uint64_t offset) const
{
    const Chunk* chunk = holding(m_head, offset);
    return chunk ? chunk : holding(m_tail, offset);
}

Result<std::size_t> RewindableBytes::readAt(std::uint64_t offset, std::span<std::byte> buffer)
{
    const Chunk* chunk = held(offset);
    if (!chunk) {
        const auto there = goTo(offset);
        if (!there || !*there)
            return there ? Result<std::size_t>(std::size_t{0}) : there.error();
        chunk = held(offset);
    }
    const Bytes rest = Bytes(chunk->bytes).subspan(static_cast<std::size_t>(offset - chunk->offset));
    const std::size_t count = std::min(buffer.size(), rest.size());
    std::ranges::copy(rest.first(count), buffer.begin());
    return count;
}

/// Until that byte is held; false when the bytes end before it.
Result<bool> RewindableBytes::goTo(std::uint64_t offset)
{
    if (!m_source || offset < m_position) {
        auto opened = m_open();
        if (!opened)
            return opened.error();
        m_source = std::move(*opened);
        m_position = 0;
        m_tail.clear();
    }
    if (offset - m_position > tailBytes && m_position >= headBytes) {
        const auto skipped = m_source->skip(offset - m_position);
        if (!skipped)
            return skipped.error();
        m_position += *skipped;
        m_tail.clear();
    }
    while (m_position <= offset) {
        const auto more = readChunk();
        if (!more || !*more)
            return more;
    }
    return true;
}

Result<bool> RewindableBytes::readChunk()
{
    Chunk chunk{m_position, std::vector<std::byte>(chunkBytes)};
    std::size_t have = 0;
    while (have < chunkBytes) {
        const auto got = m_source->read(std::span(chunk.bytes).subspan(have));
        if (!got && have == 0)
            return got.error();
        if (!got || *got == 0)
            break;
        have += *got;
    }
    if (have == 0)
        return false;
    chunk.bytes.resize(have);
    m_position += have;
    if (chunk.offset < headBytes && !holding(m_head, chunk.offset)) {
        m_head.push_back(std::move(chunk));
        return true;
    }
    m_tail.push_back(std::move(chunk));
    if (m_tail.size() * chunkBytes > tailBytes)
        m_tail.pop_front();
    return true;
}

} // namespace whittle
