// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "models/capture/protocol.h"

namespace whittle
{

/// What takes the messages found in a stream.
struct MessageTaker {
    const StreamProtocol& protocol;
    const Conversation& conversation; ///< in the direction of the stream
    EventWriter& writer;
    std::uint64_t messages = 0; ///< taken so far
    std::uint64_t brokenFramings = 0; ///< times that what should have been a message was none
};

/// A contiguous stretch of one direction of a TCP connection, read as messages while it grows at its end.
///
///     [ head ][ messages, already handed on ][ tail ]
///
/// `head` is what came before the first message whose beginning is known; it is kept, because the bytes
/// before it may yet come and tell where its messages begin. `tail` is the beginning of a message that is not
/// complete. Neither is copied nor kept while whole messages come in whole segments.
class Island
{
public:
    /// An island before which nothing is known.
    static Island unknown(std::uint32_t begin, std::uint64_t frame);
    /// An island that starts where a message starts: the beginning of a connection.
    static Island atStart(std::uint32_t begin, std::uint64_t frame);

    std::uint32_t begin() const { return m_begin; } ///< sequence number of the first byte
    std::uint32_t end() const { return m_end; } ///< and of the one behind the last
    std::uint64_t firstFrame() const { return m_firstFrame; }
    bool isSynchronised() const { return m_synchronised; }
    /// Bytes of memory it holds on to.
    std::size_t memory() const { return m_head.capacity() + m_tail.capacity(); }

    /// The bytes of a segment, or the rest of one, that follow end().
    void append(Bytes bytes, MessageTaker& taker);
    /// Bytes that follow end() and that the capture cut off.
    void appendMissing(std::size_t count, MessageTaker& taker);
    /// Takes over the island that begins at end().
    void join(Island&& next, MessageTaker& taker);
    /// Forgets where it began, so that it may grow beyond half of the sequence numbers.
    void forgetBefore(std::uint32_t sequence) { m_begin = sequence; }

private:
    Island(std::uint32_t begin, std::uint64_t frame, bool synchronised)
        : m_begin(begin)
        , m_end(begin)
        , m_firstFrame(frame)
        , m_synchronised(synchronised)
        , m_headClosed(synchronised)
    {
    }

    void takeSynchronised(Bytes bytes, MessageTaker& taker);
    void takeWithTail(Bytes bytes, MessageTaker& taker);
    std::size_t takeMessages(Bytes bytes, MessageTaker& taker);
    void appendUnsynchronised(Bytes bytes, MessageTaker& taker);
    void keepHead(Bytes bytes);
    std::size_t keepFiller(Bytes bytes, const MessageTaker& taker);

    std::uint32_t m_begin;
    std::uint32_t m_end;
    std::uint64_t m_firstFrame;
    bool m_synchronised; ///< it is known where messages begin
    bool m_headClosed; ///< what came behind the head has been read: nothing may be added to it
    std::vector<std::byte> m_head;
    std::vector<std::byte> m_tail;
};

} // namespace whittle
