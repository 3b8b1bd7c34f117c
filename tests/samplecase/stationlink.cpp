// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/samplecase/stationlink.h"

#include "tests/samplecase/site.h"
#include "tests/samplecase/text.h"

namespace samplecase
{

namespace
{

constexpr Endpoint callManager{site::subscriber, 2000};
constexpr std::uint8_t cs3 = 0x60; // how Cisco marks signalling

/// A SYN and a FIN take one sequence number each.
std::uint32_t taken(const Frame& frame)
{
    const bool one = frame.tcp.flags & (TcpPart::Syn | TcpPart::Fin);
    return std::uint32_t(frame.payload.size()) + (one ? 1 : 0);
}

/// The trace's name for a kind: sccp_keepalive counts as keepalive.
std::string tracedKind(const std::string& kind)
{
    return kind.substr(kind.find('_') + 1);
}

} // namespace

StationLink::StationLink(const Identity& identity, Wire& wire, TraceLog& trace)
    : m_identity(identity)
    , m_wire(wire)
    , m_trace(trace)
{
}

Frame StationLink::segment(std::uint8_t flags, const Bytes& payload) const
{
    Frame frame;
    frame.transport = Transport::Tcp;
    frame.tos = cs3;
    frame.tcp.flags = std::uint8_t(flags | (payload.empty() ? 0 : TcpPart::Psh));
    frame.payload = payload;
    return frame;
}

Moment StationLink::fromPhone(Moment at, std::uint8_t flags, const Bytes& payload, const std::string& kind)
{
    Frame frame = segment(flags, payload);
    frame.from = m_identity.phone;
    frame.to = callManager;
    frame.tcp.seq = m_identity.phoneSeq;
    frame.tcp.ack = flags & TcpPart::Ack ? m_identity.serverSeq : 0;
    m_identity.phoneSeq += taken(frame);
    m_lastHeard = m_wire.toServer(frame, at, kind);
    return m_lastHeard;
}

Moment StationLink::fromServer(Moment at, std::uint8_t flags, const Bytes& payload, const std::string& kind)
{
    Frame frame = segment(flags, payload);
    frame.from = callManager;
    frame.to = m_identity.phone;
    frame.tcp.seq = m_identity.serverSeq;
    frame.tcp.ack = m_identity.phoneSeq;
    m_identity.serverSeq += taken(frame);
    return m_wire.toPhone(frame, at, kind);
}

Moment StationLink::connect(Moment at)
{
    const Moment arrived = fromPhone(at, TcpPart::Syn, {}, "tcp_syn");
    const Moment open = fromServer(arrived + 60us, TcpPart::Syn | TcpPart::Ack, {}, "tcp_synack");
    traceConnection(open + 3ms, "New connection accepted.", "newconn");
    return open;
}

Moment StationLink::close(Moment at)
{
    const Moment arrived = fromPhone(at, TcpPart::Fin | TcpPart::Ack, {}, "tcp_fin");
    return fromServer(arrived + 300us, TcpPart::Fin | TcpPart::Ack, {}, "tcp_fin");
}

void StationLink::abort(Moment at)
{
    fromServer(at, TcpPart::Rst | TcpPart::Ack, {}, "tcp_rst");
}

Moment StationLink::up(Moment at, const SkinnyMessage& message, const std::string& traced)
{
    const Moment arrived = fromPhone(at, TcpPart::Ack, message.bytes, message.kind);
    m_chain = m_trace.newChain();
    if (!traced.empty())
        traceSignal(arrived + 250us, "StationInit: ", traced, tracedKind(message.kind));
    return arrived;
}

Moment StationLink::down(Moment at, const SkinnyMessage& message, const std::string& traced)
{
    traceSignal(at - 150us, "StationD:    ", traced, tracedKind(message.kind));
    return fromServer(at, TcpPart::Ack, message.bytes, message.kind);
}

Moment StationLink::order(Moment at, const SkinnyMessage& message, const std::string& traced)
{
    m_chain = m_trace.newChain();
    return down(at, message, traced);
}

void StationLink::traceSignal(Moment at, const std::string& direction, const std::string& text,
                              const std::string& kind)
{
    const auto body = direction + '(' + padded(m_identity.handle, 7) + ") " + text;
    m_trace.write({at, body, m_device, phoneAddress(), m_chain}, kind);
}

void StationLink::traceConnection(Moment at, const std::string& text, const std::string& kind)
{
    const auto handle = std::to_string(m_identity.handle);
    const auto controller = m_device.empty() ? "0,0,0" : "2,50," + handle;
    const auto body = "StationInit - " + text + " DeviceName=" + m_device + ", TCPPid = [2.100.9." + handle
        + "], IPAddr=" + dotted(phoneAddress()) + ", Port=" + std::to_string(m_identity.phone.port)
        + ", Device Controller=[" + controller + "]";
    m_trace.write({at, body, m_device, phoneAddress(), m_trace.newChain()}, kind);
}

void StationLink::traceUnregistered(Moment at, int reason, const std::string& deviceType)
{
    const auto body = "DeviceUnregistered - Device unregistered. Device name.:" + m_device
        + " Device IP address.:" + dotted(phoneAddress()) + " Device type. [Optional]:" + deviceType
        + " Device description [Optional].:Warehouse " + m_device.substr(9)
        + " Reason Code [Optional].:" + std::to_string(reason)
        + " App ID:Cisco CallManager Cluster ID:WH-CLUSTER Node ID:" + dotted(site::subscriber);
    m_trace.write({at, body, m_device, {}, 0}, "unregistered_" + std::to_string(reason));
}

void StationLink::traceFree(Moment at, const std::string& text, const std::string& kind)
{
    m_trace.write({at, text, m_device, phoneAddress(), m_chain}, kind);
}

} // namespace samplecase
