// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/capture/tcpstream.h"

#include <algorithm>
#include <utility>

namespace whittle
{

namespace
{

/// Gaps of one stream that may still be filled.
constexpr std::size_t maxIslands = 8;
/// Farther away than any window a phone or server offers: not the same connection.
constexpr std::int32_t maxDistance = 16 << 20;
/// What an island remembers of where it began, far below half of the sequence numbers.
constexpr std::uint32_t maxIslandSpan = 1 << 30;

/// Bytes from `from` to `to`, negative when it lies before (RFC 9293 §3.4: modulo 2^32).
std::int32_t distance(std::uint32_t from, std::uint32_t to)
{
    return static_cast<std::int32_t>(to - from);
}

constexpr auto none = static_cast<std::size_t>(-1);

} // namespace

void TcpStream::begin(std::uint32_t firstByte, std::uint64_t frame)
{
    while (!m_islands.empty())
        dropFirst();
    m_islands.push_back(Island::atStart(firstByte, frame));
    m_start = firstByte;
    m_hasStart = true;
    m_isOver = false;
    m_closedBefore = true;
}

/// The last island that begins at or before `sequence`.
TcpStream::Index TcpStream::islandFor(std::uint32_t sequence) const
{
    for (Index i = m_islands.size(); i-- > 0;) {
        if (distance(m_islands[i].begin(), sequence) >= 0)
            return i;
    }
    return none;
}

TcpStream::Index TcpStream::insert(Index at, std::uint32_t sequence, std::uint64_t frame)
{
    const auto where = m_islands.begin() + static_cast<std::ptrdiff_t>(at);
    m_islands.insert(where, Island::unknown(sequence, frame));
    return at;
}

void TcpStream::dropFirst()
{
    if (m_islands.size() > 1) {
        const Island& next = m_islands[1];
        m_gaps.push_back({next.begin() - m_islands.front().end(), next.firstFrame()});
    }
    m_islands.erase(m_islands.begin());
    m_closedBefore = true;
}

void TcpStream::startOverIfFar(std::uint32_t sequence)
{
    if (m_islands.empty())
        return;
    const bool far = distance(m_islands.back().end(), sequence) > maxDistance
        || distance(sequence, m_islands.front().begin()) > maxDistance;
    if (!far)
        return;
    while (!m_islands.empty())
        dropFirst();
    m_closedBefore = false;
    m_hasStart = false;
}

/// A segment may fill gaps, repeat what was there, and do both at once: it is taken apart where the islands
/// begin and end.
StreamNews TcpStream::add(std::uint32_t sequence, Bytes payload, std::size_t missing, MessageTaker& taker)
{
    StreamNews news;
    startOverIfFar(sequence);
    while (!payload.empty()) {
        const Index island = islandFor(sequence);
        std::size_t count = payload.size();
        if (island != none && distance(sequence, m_islands[island].end()) > 0) {
            count = std::min<std::size_t>(count, m_islands[island].end() - sequence);
            news.repeated += count;
        } else {
            const Index next = island == none ? 0 : island + 1;
            if (next < m_islands.size()) {
                count = std::min<std::size_t>(count, m_islands[next].begin() - sequence);
                news.late += island == none ? 0 : count;
            }
            if (island != none || !m_closedBefore || m_islands.empty())
                addPiece(island, sequence, payload.first(count), taker);
        }
        payload = payload.subspan(count);
        sequence += static_cast<std::uint32_t>(count);
    }
    if (missing > 0)
        cutAfter(sequence, missing, taker);
    limit();
    return news;
}

std::uint64_t TcpStream::gapBefore(std::uint32_t sequence) const
{
    if (m_islands.empty())
        return 0;
    const std::int32_t gap = distance(m_islands.back().end(), sequence);
    return gap > 0 && gap <= maxDistance ? static_cast<std::uint64_t>(gap) : 0;
}

bool TcpStream::endsAt(std::uint32_t sequence) const
{
    return !m_islands.empty() && m_islands.back().end() == sequence;
}

/// New bytes behind `island`, or before all islands.
void TcpStream::addPiece(Index island, std::uint32_t sequence, Bytes piece, MessageTaker& taker)
{
    if (island == none || m_islands[island].end() != sequence)
        island = insert(island == none ? 0 : island + 1, sequence, taker.writer.frameNumber());
    m_islands[island].append(piece, taker);
    joinAt(island, taker);
}

void TcpStream::joinAt(Index island, MessageTaker& taker)
{
    const Index next = island + 1;
    if (next >= m_islands.size() || m_islands[island].end() != m_islands[next].begin())
        return;
    m_islands[island].join(std::move(m_islands[next]), taker);
    m_islands.erase(m_islands.begin() + static_cast<std::ptrdiff_t>(next));
}

/// Nobody will ever fill what the capture cut off, so it counts as seen, not as a gap.
void TcpStream::cutAfter(std::uint32_t sequence, std::size_t missing, MessageTaker& taker)
{
    const Index island = islandFor(sequence);
    if (island == none || m_islands[island].end() != sequence)
        return;
    const Index next = island + 1;
    if (next < m_islands.size())
        missing = std::min<std::size_t>(missing, m_islands[next].begin() - sequence);
    m_islands[island].appendMissing(missing, taker);
    joinAt(island, taker);
}

void TcpStream::limit()
{
    while (m_islands.size() > maxIslands)
        dropFirst();
    if (m_islands.empty())
        return;
    Island& first = m_islands.front();
    if (first.end() - first.begin() > maxIslandSpan) {
        first.forgetBefore(first.end() - maxIslandSpan / 2);
        m_closedBefore = true;
    }
}

std::vector<StreamGap> TcpStream::takeGaps()
{
    return std::exchange(m_gaps, {});
}

std::vector<StreamGap> TcpStream::close()
{
    while (!m_islands.empty())
        dropFirst();
    return takeGaps();
}

std::size_t TcpStream::memory() const
{
    std::size_t bytes = 0;
    for (const Island& island : m_islands)
        bytes += island.memory();
    return bytes;
}

} // namespace whittle
