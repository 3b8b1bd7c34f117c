// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/capture/tcpflows.h"

#include <string>

#include "models/capture/captureproblem.h"

namespace whittle
{

namespace
{

/// Gaps beyond these are only counted: a lossy capture shall not fill the import log.
constexpr std::uint64_t maxGapProblems = 100;

/// The same for both directions.
Conversation canonical(const Conversation& conversation)
{
    return conversation.destination < conversation.source ? conversation.reversed() : conversation;
}

} // namespace

std::size_t TcpFlows::ConversationHash::operator()(const Conversation& conversation) const noexcept
{
    const std::hash<Endpoint> hash;
    return hash(conversation.source) * 31 + hash(conversation.destination);
}

TcpFlows::Flow& TcpFlows::flowOf(const Conversation& conversation, const StreamProtocol& protocol,
                                 bool& reversed)
{
    const Conversation key = canonical(conversation);
    const auto found = m_byConversation.find(key);
    if (found != m_byConversation.end()) {
        m_flows.splice(m_flows.begin(), m_flows, found->second);
        reversed = !(m_flows.front().conversation == conversation);
        return m_flows.front();
    }
    if (m_flows.size() == maxFlows)
        evict();
    m_flows.push_front({conversation, &protocol});
    m_byConversation.emplace(key, m_flows.begin());
    reversed = false;
    return m_flows.front();
}

void TcpFlows::segment(const TcpSegment& segment, const Conversation& conversation,
                       const StreamProtocol& protocol)
{
    bool reversed = false;
    Flow& flow = flowOf(conversation, protocol, reversed);
    TcpStream& stream = flow.streams[reversed ? 1 : 0];
    if (segment.syn) {
        writeControl(segment.ack ? "tcp.syn-ack" : "tcp.syn", segment, conversation);
        if (!stream.beganAt(segment.sequence + 1))
            stream.begin(segment.sequence + 1, m_writer.frameNumber());
    } else if (!segment.rst && !segment.payload.empty()) {
        takePayload(flow, reversed, segment, conversation);
    }
    if (segment.fin)
        writeControl("tcp.fin", segment, conversation);
    if (segment.rst)
        writeControl("tcp.rst", segment, conversation);
}

void TcpFlows::takePayload(Flow& flow, bool reversed, const TcpSegment& segment,
                           const Conversation& conversation)
{
    TcpStream& stream = flow.streams[reversed ? 1 : 0];
    MessageTaker taker{*flow.protocol, conversation, m_writer};
    stream.add(segment.sequence, segment.payload, segment.missing, taker);
    // On a connection without one message the port number was a coincidence.
    if (taker.brokenFramings > 0 && flow.messages + taker.messages > 0) {
        if (m_brokenFramings == 0)
            m_firstBrokenFrame = m_writer.frameNumber();
        m_brokenFramings += taker.brokenFramings;
    }
    flow.messages += taker.messages;
    account(flow);
}

void TcpFlows::account(Flow& flow)
{
    const std::size_t memory = flow.streams[0].memory() + flow.streams[1].memory();
    m_memory += memory;
    m_memory -= flow.memory;
    flow.memory = memory;
    while (m_memory > maxMemory && m_flows.size() > 1)
        evict();
}

void TcpFlows::evict()
{
    Flow& oldest = m_flows.back();
    ++m_evicted;
    close(oldest);
    m_memory -= oldest.memory;
    m_byConversation.erase(canonical(oldest.conversation));
    m_flows.pop_back();
}

void TcpFlows::close(Flow& flow)
{
    const auto along = flow.streams[0].close();
    const auto against = flow.streams[1].close();
    if (flow.messages == 0)
        return;
    noteGaps(along, flow.conversation);
    noteGaps(against, flow.conversation.reversed());
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

void TcpFlows::finish()
{
    for (Flow& flow : m_flows)
        close(flow);
    if (m_gaps > maxGapProblems)
        m_writer.problem(problemOfCapture(Severity::DataLoss, "capture.stream-gaps",
                                          {std::to_string(m_gaps), std::to_string(m_gapBytes)}));
    if (m_brokenFramings > 0)
        m_writer.problem(problemAtFrame(Severity::DataLoss, "capture.framing-lost", m_firstBrokenFrame,
                                        {std::to_string(m_brokenFramings)}));
    if (m_evicted > 0)
        m_writer.problem(
            problemOfCapture(Severity::Notice, "capture.flows-evicted", {std::to_string(m_evicted)}));
    m_byConversation.clear();
    m_flows.clear();
}

} // namespace whittle
