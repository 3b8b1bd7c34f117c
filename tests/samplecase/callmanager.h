// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/samplecase/agent.h"
#include "tests/samplecase/phoneplan.h"
#include "tests/samplecase/stationlink.h"

#include <memory>
#include <vector>

namespace samplecase
{

/// The subscriber's CallManager: takes connections, and by and by drops those on which it hears nothing more.
class CallManager : public Agent
{
public:
    CallManager(Wire& wire, TraceLog& trace)
        : m_wire(wire)
        , m_trace(trace)
    {
    }

    /// A connection that was open long before the story begins.
    StationLink& established(const PhonePlan& plan);
    /// A new connection from that address; who it is comes with the first message.
    StationLink& accept(Ipv4 phone);
    /// The phone lost its address and says no more on this connection.
    void abandoned(StationLink& link, const PhonePlan& plan);

    Moment next() const override;
    void act() override;

private:
    struct Stale {
        StationLink* link;
        std::uint32_t deviceType;
        Moment deadline;
    };
    StationLink& add(Ipv4 phone, int handle);

    Wire& m_wire;
    TraceLog& m_trace;
    Prng m_prng{0xcc};
    std::vector<std::unique_ptr<StationLink>> m_links;
    std::vector<Stale> m_stale; ///< in the order of their deadlines
    int m_nextHandle = 3107;
};

} // namespace samplecase
