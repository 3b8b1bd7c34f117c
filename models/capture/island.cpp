// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/capture/island.h"

#include <utility>

namespace whittle
{

namespace
{

/// More than this before a first message is no beginning that was missed, but not our protocol.
constexpr std::size_t maxHeadBytes = 16'384;

void release(std::vector<std::byte>& bytes)
{
    std::vector<std::byte>().swap(bytes);
}

void appendTo(std::vector<std::byte>& to, Bytes bytes)
{
    to.insert(to.end(), bytes.begin(), bytes.end());
}

} // namespace

Island Island::unknown(std::uint32_t begin, std::uint64_t frame)
{
    return {begin, frame, false};
}

Island Island::atStart(std::uint32_t begin, std::uint64_t frame)
{
    return {begin, frame, true};
}

void Island::append(Bytes bytes, MessageTaker& taker)
{
    m_end += static_cast<std::uint32_t>(bytes.size());
    if (!m_synchronised && taker.protocol.startsHere(bytes)) {
        if (!m_headClosed)
            bytes = bytes.subspan(keepFiller(bytes, taker));
        m_synchronised = true;
        m_headClosed = true;
    }
    if (m_synchronised)
        takeSynchronised(bytes, taker);
    else if (!m_headClosed)
        appendUnsynchronised(bytes, taker);
}

/// What stands before the message and is none itself, as line ends do in SIP, may be the end of one that is
/// not there yet. Gives its bytes.
std::size_t Island::keepFiller(Bytes bytes, const MessageTaker& taker)
{
    const Framing first = taker.protocol.front(bytes);
    if (first.kind != Framing::Kind::Message || first.bytes >= taker.protocol.minMessageBytes)
        return 0;
    keepHead(bytes.first(first.bytes));
    return first.bytes;
}

/// The header of the very first message may be split over segments.
void Island::appendUnsynchronised(Bytes bytes, MessageTaker& taker)
{
    const bool wasTooShort = m_head.size() < taker.protocol.minMessageBytes;
    keepHead(bytes);
    if (!wasTooShort || !taker.protocol.startsHere(m_head))
        return;
    const std::vector<std::byte> head = std::move(m_head);
    release(m_head);
    m_synchronised = true;
    m_headClosed = true;
    takeSynchronised(head, taker);
}

/// What does not fit is forgotten, as if it had never come.
void Island::keepHead(Bytes bytes)
{
    if (m_head.size() + bytes.size() <= maxHeadBytes) {
        appendTo(m_head, bytes);
        return;
    }
    release(m_head);
    m_begin = m_end;
}

void Island::takeSynchronised(Bytes bytes, MessageTaker& taker)
{
    if (!m_tail.empty()) {
        takeWithTail(bytes, taker);
        return;
    }
    const std::size_t used = takeMessages(bytes, taker);
    if (m_synchronised)
        appendTo(m_tail, slice(bytes, used));
}

void Island::takeWithTail(Bytes bytes, MessageTaker& taker)
{
    std::vector<std::byte> joined = std::move(m_tail);
    release(m_tail);
    appendTo(joined, bytes);
    const std::size_t used = takeMessages(joined, taker);
    if (m_synchronised && used == 0)
        m_tail = std::move(joined);
    else if (m_synchronised)
        appendTo(m_tail, slice(joined, used));
}

/// Hands on all whole messages at the front; the number of bytes they take.
std::size_t Island::takeMessages(Bytes bytes, MessageTaker& taker)
{
    std::size_t used = 0;
    while (used < bytes.size()) {
        const Bytes rest = bytes.subspan(used);
        const Framing framing = taker.protocol.front(rest);
        if (framing.kind == Framing::Kind::NoMessage) {
            m_synchronised = false;
            ++taker.brokenFramings;
            return used;
        }
        if (framing.kind == Framing::Kind::TooShort || framing.bytes > rest.size())
            return used;
        taker.protocol.decode(rest.first(framing.bytes), taker.conversation, taker.writer);
        ++taker.messages;
        used += framing.bytes;
    }
    return used;
}

/// A message that the capture cut short is handed on as far as it goes. Where the next one begins is known
/// only when this one ends with its segment.
void Island::appendMissing(std::size_t count, MessageTaker& taker)
{
    m_end += static_cast<std::uint32_t>(count);
    m_headClosed = true;
    const std::vector<std::byte> tail = std::move(m_tail);
    release(m_tail);
    if (!m_synchronised)
        return;
    const Framing framing = taker.protocol.front(tail);
    const bool isMessage =
        framing.kind != Framing::Kind::NoMessage && tail.size() >= taker.protocol.minMessageBytes;
    if (isMessage) {
        taker.protocol.decode(tail, taker.conversation, taker.writer);
        ++taker.messages;
    }
    m_synchronised = isMessage && tail.size() + count == framing.bytes;
}

/// Where messages begin is known better from what came before: `next` may have been wrong about its own. What
/// it has handed on by then cannot be taken back.
void Island::join(Island&& next, MessageTaker& taker)
{
    const bool handedOn = next.m_head.size() + next.m_tail.size() < std::size_t{next.m_end - next.m_begin};
    m_end = next.m_end;
    if (m_synchronised)
        takeSynchronised(next.m_head, taker);
    else if (!m_headClosed)
        appendTo(m_head, next.m_head);
    if (!next.m_headClosed)
        return;
    m_headClosed = true;
    if (m_synchronised && !handedOn) {
        takeSynchronised(next.m_tail, taker);
        return;
    }
    if (m_synchronised && !m_tail.empty())
        ++taker.brokenFramings;
    m_synchronised = next.m_synchronised;
    m_tail = std::move(next.m_tail);
}

} // namespace whittle
