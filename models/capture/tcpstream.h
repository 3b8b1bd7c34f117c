// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "models/capture/island.h"

namespace whittle
{

/// Bytes of a stream that the capture does not hold, although it holds bytes before and after them.
struct StreamGap {
    std::uint64_t bytes = 0;
    std::uint64_t frame = 0; ///< the first frame behind the gap
};

/// What was odd about one segment.
struct StreamNews {
    std::uint64_t repeated = 0; ///< bytes that had been there before
    std::uint64_t late = 0; ///< bytes that fill a gap
};

/// One direction of a TCP connection, put together from segments that come late, twice, overlapping or not at
/// all (RFC 9293 §3.4; sequence numbers wrap).
///
/// Bytes are read as soon as they come, also behind a gap: messages do not depend on each other, and the
/// frame in which a message is complete is then the one in which its last byte came, whether or not the gap
/// is filled later.
class TcpStream
{
public:
    /// The connection begins: the first byte will have this number. What was there before belongs to another
    /// one.
    void begin(std::uint32_t firstByte, std::uint64_t frame);
    /// True when begin() with this number has been called before (a SYN sent again), and end() not since.
    bool beganAt(std::uint32_t firstByte) const { return m_hasStart && !m_isOver && m_start == firstByte; }
    /// The next SYN begins another connection, whatever its number.
    void end() { m_isOver = true; }
    /// The payload of a segment, of which `missing` more bytes were cut off by the capture.
    StreamNews add(std::uint32_t sequence, Bytes payload, std::size_t missing, MessageTaker& taker);
    /// Bytes between all that is there and a segment that begins here; 0 when it does not lie behind them.
    std::uint64_t gapBefore(std::uint32_t sequence) const;
    /// The last byte that is there stands right before this one.
    bool endsAt(std::uint32_t sequence) const;
    /// It is known where the next message begins.
    bool isSynchronised() const { return !m_islands.empty() && m_islands.back().isSynchronised(); }

    /// The gaps that are final; those that are still open are left.
    std::vector<StreamGap> takeGaps();
    /// No more segments come: all gaps are final.
    std::vector<StreamGap> close();
    std::size_t memory() const;

private:
    using Index = std::size_t;

    void addPiece(Index island, std::uint32_t sequence, Bytes piece, MessageTaker& taker);
    Index islandFor(std::uint32_t sequence) const;
    Index insert(Index at, std::uint32_t sequence, std::uint64_t frame);
    void joinAt(Index island, MessageTaker& taker);
    void limit();
    void startOverIfFar(std::uint32_t sequence);
    void cutAfter(std::uint32_t sequence, std::size_t missing, MessageTaker& taker);
    void dropFirst();

    std::vector<Island> m_islands; ///< ascending, none touching the next
    std::vector<StreamGap> m_gaps;
    std::uint32_t m_start = 0;
    bool m_hasStart = false;
    bool m_isOver = false;
    bool m_closedBefore = false; ///< bytes before the first island are known to be old
};

} // namespace whittle
