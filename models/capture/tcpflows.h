// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <list>
#include <unordered_map>

#include "models/capture/protocol.h"
#include "models/capture/tcpstream.h"

namespace whittle
{

/// The TCP connections of one capture to or from a port of interest: their beginnings and ends become `tcp.*`
/// events, their bytes messages. Bounded: the connection that was quiet for longest is forgotten when there
/// are too many, or when they hold too much.
class TcpFlows
{
public:
    static constexpr std::size_t maxFlows = 32'768;
    static constexpr std::size_t maxMemory = 16 << 20; ///< bytes held back in all streams together

    explicit TcpFlows(EventWriter& writer)
        : m_writer(writer)
    {
    }

    void segment(const TcpSegment& segment, const Conversation& conversation, const StreamProtocol& protocol);
    /// No more segments come. Tells what was lost.
    void finish();

private:
    struct Flow {
        Conversation conversation; ///< in the direction of its first segment
        const StreamProtocol* protocol;
        TcpStream streams[2]{}; ///< along the conversation, and against it
        std::uint64_t messages = 0;
        std::size_t memory = 0;
    };
    struct ConversationHash {
        std::size_t operator()(const Conversation& conversation) const noexcept;
    };
    using Flows = std::list<Flow>;

    Flow& flowOf(const Conversation& conversation, const StreamProtocol& protocol, bool& reversed);
    void takePayload(Flow& flow, bool reversed, const TcpSegment& segment, const Conversation& conversation);
    void account(Flow& flow);
    void evict();
    void close(Flow& flow);
    void noteGaps(const std::vector<StreamGap>& gaps, const Conversation& conversation);
    void writeControl(const char* kind, const TcpSegment& segment, const Conversation& conversation);

    EventWriter& m_writer;
    Flows m_flows; ///< most recent first
    std::unordered_map<Conversation, Flows::iterator, ConversationHash> m_byConversation;
    std::size_t m_memory = 0;
    std::uint64_t m_evicted = 0;
    std::uint64_t m_gaps = 0;
    std::uint64_t m_gapBytes = 0;
    std::uint64_t m_brokenFramings = 0;
    std::uint64_t m_firstBrokenFrame = 0;
};

} // namespace whittle
