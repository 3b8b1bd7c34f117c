// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bitset>
#include <cstdint>
#include <memory>
#include <vector>

#include "models/capture/flowkeys.h"
#include "models/capture/protocol.h"
#include "models/capture/tcpstream.h"

namespace whittle
{

/// The protocol of a connection that is watched and whose bytes cannot be read.
extern const StreamProtocol unreadStream;

/// The TCP connections of interest of one capture: their beginnings and ends, what was sent again and what is
/// missing become `tcp.*` events, their bytes messages. Bounded: the connections that were quiet for longest
/// are forgotten when there are too many, or when they hold too much.
class TcpFlows
{
public:
    static constexpr std::size_t maxFlows = 16'384;
    static constexpr std::size_t maxMemory = 16 << 20; ///< bytes held back in all streams together

    explicit TcpFlows(EventWriter& writer)
        : m_writer(writer)
    {
    }

    /// Whether a connection between these ports was once recognised on ports that are no protocol's.
    bool mayFollow(Ports ports) const
    {
        return m_recognisedPorts[ports.source] && m_recognisedPorts[ports.destination];
    }
    /// Follows the connection from now on, although its ports are no protocol's.
    void recognise(Ports ports)
    {
        m_recognisedPorts.set(ports.source);
        m_recognisedPorts.set(ports.destination);
    }
    /// A segment with its packet; `protocol` is that of a connection which is not followed yet: without one,
    /// it is passed over.
    void segment(const TcpSegment& segment, const IpPacket& packet, const StreamProtocol* protocol);
    /// No more segments come. Tells what was lost.
    void finish();

private:
    struct Flow {
        const StreamProtocol* protocol;
        TcpStream streams[2]{}; ///< from the lower end to the higher one, and back
        std::unique_ptr<TcpStream[]> copies{}; ///< the same, of second copies of frames alone
        std::uint64_t messages = 0;
        std::uint64_t lastFrame = 0;
        SourceTime lastTime{};
        std::size_t memory = 0;
    };

    Flow* flowOf(const FlowKey& key, const StreamProtocol* protocol);
    void takeSegment(Flow& flow, TcpStream& stream, TcpStream& opposite, const TcpSegment& segment,
                     const Conversation& conversation);
    void takeSyn(TcpStream& stream, TcpStream& opposite, const TcpSegment& segment);
    void takePayload(Flow& flow, TcpStream& stream, const TcpSegment& segment,
                     const Conversation& conversation);
    void noteBrokenFraming(const Flow& flow, const MessageTaker& taker);
    void account(Flow& flow, std::size_t before, std::size_t now);
    void evict();
    void close(Flow& flow, const FlowKey& key);
    void noteGaps(const std::vector<StreamGap>& gaps, const Conversation& conversation);
    void writeControl(const char* kind, const TcpSegment& segment, const Conversation& conversation);
    void writeBytes(const char* kind, const TcpSegment& segment, std::uint64_t bytes,
                    const Conversation& conversation);

    EventWriter& m_writer;
    FlowKeys m_keys;
    std::vector<Flow> m_flows; ///< in the order of m_keys
    std::bitset<65'536> m_recognisedPorts;
    std::size_t m_memory = 0;
    std::uint64_t m_evicted = 0;
    std::uint64_t m_gaps = 0;
    std::uint64_t m_gapBytes = 0;
    std::uint64_t m_brokenFramings = 0;
    std::uint64_t m_firstBrokenFrame = 0;
};

} // namespace whittle
