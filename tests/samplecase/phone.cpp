// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/samplecase/phone.h"

#include "tests/samplecase/site.h"

#include <algorithm>

namespace samplecase
{

namespace
{

constexpr int callManagerRestart = 15; // reason code of the alarm

}

Phone::Phone(const PhonePlan& plan, DhcpServer& server, CallManager& callManager, Wire& wire, Record& record)
    : m_plan(plan)
    , m_clock({}, plan.driftPpm, site::begin)
    , m_callManager(callManager)
    , m_record(record)
    , m_prng(0xf0e + unsigned(plan.number))
    , m_console(record, deviceName(plan.mac) + ".log" == site::consoleFile)
    , m_dhcp(m_plan, server, wire, m_console)
    , m_tftp(m_plan, wire, m_console)
    , m_link(&callManager.established(m_plan))
    , m_renewAt(plan.firstRenewal)
    , m_keepAliveAt(site::begin + m_prng.between(2s, site::keepAliveInterval))
    , m_busyUntil(site::begin)
    , m_restartAt(plan.restartAt)
    , m_nextGreeting(site::begin)
{
    server.reserves(plan.mac, plan.address);
    if (!plan.refused)
        server.knows(plan.mac);
}

Moment Phone::next() const
{
    return std::min({m_renewAt, m_keepAliveAt, m_restartAt.value_or(Moment::max())});
}

void Phone::act()
{
    if (m_restartAt == next())
        restart();
    else if (m_renewAt == next())
        renew();
    else
        keepAlive();
}

bool Phone::quietUntil(Moment from, Moment until) const
{
    return m_busyUntil < from && next() > until;
}

void Phone::leaseFrom(Moment bound)
{
    m_renewAt = bound + m_clock.trueLength(site::renewAfter) + m_prng.between(1ms, 40ms);
}

void Phone::renew()
{
    const auto answer = m_dhcp.renew(m_renewAt);
    if (answer.type == DhcpType::Nak)
        refused(answer.at);
    else
        leaseFrom(m_dhcp.bound());
}

/// The connection cannot be closed: it belongs to an address the phone no longer has.
void Phone::refused(Moment at)
{
    m_record.incidents.push_back({at, deviceName(m_plan.mac), "reset", "nak"});
    m_callManager.abandoned(*m_link, m_plan);
    const Moment addressed = m_dhcp.obtain(m_dhcp.release(at));
    leaseFrom(m_dhcp.bound());
    const Moment configured = m_tftp.fetchConfiguration(m_dhcp.address(), addressed);
    connect({21, "Phone-Re-IP"}, configured + m_prng.between(1700ms, 2300ms));
}

void Phone::restart()
{
    const Moment at = *m_restartAt;
    m_restartAt.reset();
    m_record.incidents.push_back({at, deviceName(m_plan.mac), "restart", "admin.reset", true});
    const Moment told =
        m_link->order(at, skinnyRestart(), "Reset resetType=2(RESTART) DeviceName=" + m_link->device());
    const Moment asked = m_link->up(told + 40ms, skinnyPlain(0x27, "sccp_unregister"),
                                    "Unregister. DeviceName=" + m_link->device());
    const Moment freed = m_link->down(asked + 4ms, skinnyUnregisterAck(), "UnregisterAck status=0(OK).");
    m_link->traceUnregistered(freed + 1ms, callManagerRestart, std::to_string(m_plan.deviceType));
    const Moment closed = m_link->close(freed + 6ms);
    const Moment configured =
        m_tftp.fetchConfiguration(m_dhcp.address(), closed + m_prng.between(900ms, 1400ms));
    connect({23, "Reset-Restart"}, configured + m_prng.between(1700ms, 2300ms));
}

void Phone::connect(const Registration::Cause& cause, Moment at)
{
    m_link = &m_callManager.accept(m_dhcp.address());
    m_console.note(at, "SCCP", "Connecting to " + dotted(site::subscriber) + ", port 2000");
    const Moment open = m_link->connect(at + 2ms) + 8ms;
    m_console.note(open, "SCCP", "Register sent to " + dotted(site::subscriber));
    const auto times = Registration(m_plan, *m_link, m_prng).run(cause, open + 300us);
    m_console.note(times.registered, "SCCP",
                   "RegisterAck received, keepalive = " + std::to_string(site::keepAliveInterval / 1s));
    m_busyUntil = times.done;
    m_keepAliveAt = times.registered + m_clock.trueLength(site::keepAliveInterval);
}

void Phone::keepAlive()
{
    const Moment at = m_keepAliveAt;
    const Moment arrived = m_link->up(at, skinnyPlain(0x00, "sccp_keepalive"), "KeepAlive.");
    const Moment sent = arrived + m_prng.between(500us, 2500us);
    const Moment answered = m_link->down(sent, skinnyPlain(0x100, "sccp_keepaliveack"), "KeepAliveAck.");
    if (at >= m_nextGreeting) {
        m_console.inform(answered + 700us, "SCCP", "KeepAliveAck received from " + dotted(site::subscriber));
        m_nextGreeting = at + 59min;
    }
    m_keepAliveAt = at + m_clock.trueLength(site::keepAliveInterval) + m_prng.between(0us, 90ms);
}

} // namespace samplecase
