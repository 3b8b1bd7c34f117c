// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/samplecase/ntpassociation.h"

#include "tests/samplecase/site.h"

namespace samplecase
{

namespace
{

constexpr std::uint8_t lowDelay = 0x10;
constexpr std::uint16_t ntpPort = 123;
/// Between a server in the data centre and the analyser.
constexpr Duration toAnalyser = 40us;

} // namespace

NtpAssociation::NtpAssociation(NtpNode& client, NtpNode& server, const Path& path, Moment first, Wire& wire,
                               Record& record)
    : m_client(client)
    , m_server(server)
    , m_path(path)
    , m_wire(wire)
    , m_record(record)
    , m_prng(client.address.value + 3 * server.address.value)
    , m_next(first)
{
}

void NtpAssociation::send(const NtpNode& from, const NtpNode& to, const Bytes& payload, Moment at,
                          const std::string& kind)
{
    Frame frame;
    frame.from = {from.address, ntpPort};
    frame.to = {to.address, ntpPort};
    frame.tos = lowDelay;
    frame.payload = payload;
    m_wire.passes(frame, at, kind);
}

/// A time source outside the story has had an update of its own in the meantime.
void NtpAssociation::refreshServer(Moment at)
{
    const Moment shown = m_server.clock.shown(at);
    if (m_server.stratum < m_client.stratum && m_server.stratum == 2 && shown - m_server.updated > 1100s)
        m_server.updated = shown - m_prng.between(20s, 700s);
}

void NtpAssociation::act()
{
    const Moment sent = m_next;
    const Moment arrived = sent + m_prng.between(m_path.outShortest, m_path.outLongest);
    const Moment answered = arrived + m_prng.between(25us, 90us);
    const Moment received = answered + m_prng.between(m_path.backShortest, m_path.backLongest);
    refreshServer(arrived);
    const Moment asked = m_client.clock.shown(sent);
    send(m_client, m_server, ntpPacket(NtpMode::Client, m_client, {m_lastTransmit, m_lastReceive, asked}),
         sent + toAnalyser, "ntp_client");
    const NtpTimes times{asked, m_server.clock.shown(arrived), m_server.clock.shown(answered)};
    send(m_server, m_client, ntpPacket(NtpMode::Server, m_server, times), received - toAnalyser,
         "ntp_server");
    learn(times, received);
    m_next += m_prng.between(1021s, 1027s);
}

void NtpAssociation::learn(const NtpTimes& times, Moment received)
{
    const Moment shown = m_client.clock.shown(received);
    const Duration offset = ((times.receive - times.originate) + (times.transmit - shown)) / 2;
    const Duration delay = (shown - times.originate) - (times.transmit - times.receive);
    m_record.ntp.push_back({m_client.address, m_server.address, received, offset, delay});
    m_lastTransmit = times.transmit;
    m_lastReceive = shown;
    if (m_client.follows != m_server.address)
        return;
    m_client.updated = shown;
    m_client.rootDelay = m_server.rootDelay + delay;
    m_client.dispersion = m_server.rootDispersion(times.transmit) + 9ms;
}

} // namespace samplecase
