// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/capture/tcpflows.h"

#include <algorithm>
#include <string>

#include "models/capture/captureproblem.h"

namespace whittle
{

namespace
{

/// Gaps beyond these are only counted: a lossy capture shall not fill the import log.
constexpr std::uint64_t maxGapProblems = 100;

/// Forgotten at a time, so that forgetting costs next to nothing for each.
constexpr std::size_t evictedAtOnce = TcpFlows::maxFlows / 8;

Framing frontOfUnread(Bytes bytes)
{
    return {Framing::Kind::Message, bytes.size()};
}

bool unreadStartsHere(Bytes)
{
    return true;
}

void decodeUnread(Bytes, const Conversation&, EventWriter&) { }

/// Nothing was heard of a connection for twice the longest life of a segment (RFC 9293 §3.4.2). Times of a
/// capture may be anything.
bool isOver(SourceTime last, SourceTime now)
{
    constexpr std::uint64_t twiceMslNs = 240 * std::uint64_t{nsPerSecond};
    return now > last
        && static_cast<std::uint64_t>(now.ns) - static_cast<std::uint64_t>(last.ns) > twiceMslNs;
}

/// One byte that has been acknowledged before, to see whether the other end is still there (RFC 9293
/// §3.8.4).
bool isKeepaliveProbe(const TcpSegment& segment, const TcpStream& stream)
{
    return segment.payload.size() == 1 && stream.endsAt(segment.sequence + 1);
}

} // namespace

const StreamProtocol unreadStream{
    "TCP", frontOfUnread, unreadStartsHere, decodeUnread, 0, 0,
};

/// Empty for a connection that is not followed and shall not be.
TcpFlows::Flow* TcpFlows::flowOf(const FlowKey& key, const StreamProtocol* protocol)
{
    std::uint32_t number = m_keys.find(key);
    if (number == FlowKeys::none) {
        if (!protocol)
            return nullptr;
        if (m_flows.size() == maxFlows)
            evict();
        number = m_keys.add(key);
        m_flows.push_back({protocol});
    }
    Flow& flow = m_flows[number];
    flow.lastFrame = m_writer.frameNumber();
    return &flow;
}

/// What a second copy of a frame brings goes to streams of its own, so that it is listed and changes nothing.
void TcpFlows::segment(const TcpSegment& segment, const IpPacket& packet, const StreamProtocol* protocol)
{
    bool reversed = false;
    Flow* flow = flowOf(flowKey(packet, portsOf(packet.payload), reversed), protocol);
    if (!flow)
        return;
    if (m_writer.isDuplicate() && !flow->copies)
        flow->copies = std::make_unique<TcpStream[]>(2);
    TcpStream* streams = m_writer.isDuplicate() ? flow->copies.get() : flow->streams;
    if (segment.syn && isOver(flow->lastTime, m_writer.time())) {
        streams[0].end();
        streams[1].end();
    }
    flow->lastTime = m_writer.time();
    TcpStream& stream = streams[reversed ? 1 : 0];
    const std::size_t memory = stream.memory();
    takeSegment(*flow, stream, streams[reversed ? 0 : 1], segment, conversationOf(packet));
    account(*flow, memory, stream.memory()); // last: the flows that stay change places
}

/// Beginnings of connections are not always chosen at random: the same number may begin another one.
void TcpFlows::takeSyn(TcpStream& stream, TcpStream& opposite, const TcpSegment& segment)
{
    if (stream.beganAt(segment.sequence + 1))
        return;
    stream.begin(segment.sequence + 1, m_writer.frameNumber());
    if (!segment.ack)
        opposite.end();
}

void TcpFlows::takeSegment(Flow& flow, TcpStream& stream, TcpStream& opposite, const TcpSegment& segment,
                           const Conversation& conversation)
{
    if (segment.syn) {
        writeControl(segment.ack ? "tcp.syn-ack" : "tcp.syn", segment, conversation);
        takeSyn(stream, opposite, segment);
    }
    if (!segment.rst && !segment.payload.empty())
        takePayload(flow, stream, segment, conversation);
    if (segment.fin || segment.rst)
        stream.end();
    if (segment.rst)
        opposite.end();
    if (segment.fin)
        writeControl("tcp.fin", segment, conversation);
    if (segment.rst)
        writeControl("tcp.rst", segment, conversation);
}

void TcpFlows::takePayload(Flow& flow, TcpStream& stream, const TcpSegment& segment,
                           const Conversation& conversation)
{
    // On a connection without one message the port number may be a coincidence.
    const auto isTold = [&] {
        return !m_writer.isDuplicate() && (flow.messages > 0 || stream.isSynchronised());
    };
    const std::uint32_t firstByte = segment.sequence + (segment.syn ? 1 : 0);
    const bool isProbe = isKeepaliveProbe(segment, stream);
    const std::uint64_t gap = stream.gapBefore(firstByte);
    if (gap > 0 && isTold())
        writeBytes("tcp.gap", segment, gap, conversation);
    MessageTaker taker{*flow.protocol, conversation, m_writer};
    const StreamNews news = stream.add(firstByte, segment.payload, segment.missing, taker);
    if (news.repeated > 0 && !isProbe && isTold())
        writeBytes("tcp.retransmission", segment, news.repeated, conversation);
    if (news.late > 0 && isTold())
        writeBytes("tcp.out-of-order", segment, news.late, conversation);
    noteBrokenFraming(flow, taker);
    flow.messages += taker.messages;
}

void TcpFlows::noteBrokenFraming(const Flow& flow, const MessageTaker& taker)
{
    if (taker.brokenFramings == 0 || flow.messages + taker.messages == 0)
        return;
    if (m_brokenFramings == 0)
        m_firstBrokenFrame = m_writer.frameNumber();
    m_brokenFramings += taker.brokenFramings;
}

/// One of its streams held `before` bytes and now holds `now`.
void TcpFlows::account(Flow& flow, std::size_t before, std::size_t now)
{
    flow.memory += now - before;
    m_memory += now - before;
    while (m_memory > maxMemory && m_flows.size() > 1)
        evict();
}

/// Those that were quiet for longest; never the one that spoke last.
void TcpFlows::evict()
{
    std::vector<std::uint64_t> frames;
    for (const Flow& flow : m_flows)
        frames.push_back(flow.lastFrame);
    const std::size_t count = std::min(evictedAtOnce, m_flows.size() - 1);
    const auto last = frames.begin() + static_cast<std::ptrdiff_t>(count) - 1;
    std::nth_element(frames.begin(), last, frames.end());
    std::vector<FlowKey> keptKeys;
    std::vector<Flow> kept;
    for (std::uint32_t i = 0; i < m_flows.size(); ++i) {
        if (m_flows[i].lastFrame <= *last) {
            close(m_flows[i], m_keys[i]);
            m_memory -= m_flows[i].memory;
            ++m_evicted;
        } else {
            keptKeys.push_back(m_keys[i]);
            kept.push_back(std::move(m_flows[i]));
        }
    }
    m_flows = std::move(kept);
    m_keys.assign(std::move(keptKeys));
}

void TcpFlows::close(Flow& flow, const FlowKey& key)
{
    const auto along = flow.streams[0].close();
    const auto against = flow.streams[1].close();
    if (flow.messages == 0)
        return;
    const Conversation conversation = conversationOf(key);
    noteGaps(along, conversation);
    noteGaps(against, conversation.reversed());
}

void TcpFlows::noteGaps(const std::vector<StreamGap>& gaps, const Conversation& conversation)
{
    for (const StreamGap& gap : gaps) {
        m_gapBytes += gap.bytes;
        if (++m_gaps > maxGapProblems)
            continue;
        m_writer.problem(problemAtFrame(
            Severity::DataLoss, "capture.stream-gap", gap.frame,
            {std::to_string(gap.bytes), toText(conversation.source), toText(conversation.destination)}));
    }
}

void TcpFlows::writeControl(const char* kind, const TcpSegment& segment, const Conversation& conversation)
{
    m_writer.fields().addNumber("seq", segment.sequence);
    m_writer.write(kind, conversation);
}

void TcpFlows::writeBytes(const char* kind, const TcpSegment& segment, std::uint64_t bytes,
                          const Conversation& conversation)
{
    m_writer.fields().addNumber("seq", segment.sequence);
    m_writer.fields().addNumber("bytes", static_cast<std::int64_t>(bytes));
    m_writer.write(kind, conversation);
}

void TcpFlows::finish()
{
    for (std::uint32_t i = 0; i < m_flows.size(); ++i)
        close(m_flows[i], m_keys[i]);
    if (m_gaps > maxGapProblems)
        m_writer.problem(problemOfCapture(Severity::DataLoss, "capture.stream-gaps",
                                          {std::to_string(m_gaps), std::to_string(m_gapBytes)}));
    if (m_brokenFramings > 0)
        m_writer.problem(problemAtFrame(Severity::DataLoss, "capture.framing-lost", m_firstBrokenFrame,
                                        {std::to_string(m_brokenFramings)}));
    if (m_evicted > 0)
        m_writer.problem(
            problemOfCapture(Severity::Notice, "capture.flows-evicted", {std::to_string(m_evicted)}));
    m_keys.assign({});
    m_flows.clear();
}

} // namespace whittle
