// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/samplecase/skinnymessage.h"
#include "tests/samplecase/tracelog.h"
#include "tests/samplecase/wire.h"

#include <string>

namespace samplecase
{

/// One TCP connection between a phone and CallManager, with what CallManager traces of it.
class StationLink
{
public:
    struct Identity {
        Endpoint phone;
        int handle; ///< the number in the trace's brackets
        std::uint32_t phoneSeq, serverSeq;
    };
    StationLink(const Identity& identity, Wire& wire, TraceLog& trace);

    /// SYN and SYN-ACK. The ACK, like all segments without data, is not kept by the analyser's filter.
    Moment connect(Moment at);
    /// A message of the phone; the trace has it when it arrives, unless there is nothing to say of it.
    Moment up(Moment at, const SkinnyMessage& message, const std::string& traced = {});
    /// CallManager's answer to the phone's last message.
    Moment down(Moment at, const SkinnyMessage& message, const std::string& traced);
    /// A message CallManager sends of its own accord.
    Moment order(Moment at, const SkinnyMessage& message, const std::string& traced);
    /// FIN from both ends.
    Moment close(Moment at);
    /// RST from CallManager.
    void abort(Moment at);

    /// A row about the connection itself, "StationInit - text DeviceName=..., TCPPid = [...]".
    void traceConnection(Moment at, const std::string& text, const std::string& kind);
    void traceUnregistered(Moment at, int reason, const std::string& deviceType);
    void traceFree(Moment at, const std::string& text, const std::string& kind);

    void nameDevice(const std::string& device) { m_device = device; }
    const std::string& device() const { return m_device; }
    Ipv4 phoneAddress() const { return m_identity.phone.address; }
    /// When CallManager last heard the phone on it.
    Moment lastHeard() const { return m_lastHeard; }

private:
    Moment fromPhone(Moment at, std::uint8_t flags, const Bytes& payload, const std::string& kind);
    Moment fromServer(Moment at, std::uint8_t flags, const Bytes& payload, const std::string& kind);
    Frame segment(std::uint8_t flags, const Bytes& payload) const;
    void traceSignal(Moment at, const std::string& direction, const std::string& text,
                     const std::string& kind);

    Identity m_identity;
    Wire& m_wire;
    TraceLog& m_trace;
    std::string m_device;
    std::uint64_t m_chain = 0;
    Moment m_lastHeard{};
};

} // namespace samplecase
