// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/samplecase/callmanager.h"
#include "tests/samplecase/dhcpclient.h"
#include "tests/samplecase/registration.h"
#include "tests/samplecase/sourceclock.h"
#include "tests/samplecase/tftpclient.h"

namespace samplecase
{

/// One phone: keeps its registration alive, renews its lease, and begins anew when the lease is refused.
class Phone : public Agent
{
public:
    Phone(const PhonePlan& plan, DhcpServer& server, CallManager& callManager, Wire& wire, Record& record);

    Moment next() const override;
    void act() override;

    /// Nothing but calls happens on its connection until then.
    bool quietUntil(Moment from, Moment until) const;
    StationLink& link() { return *m_link; }
    int number() const { return m_plan.number; }

private:
    void renew();
    void refused(Moment at);
    void restart();
    void keepAlive();
    void connect(const Registration::Cause& cause, Moment at);
    void leaseFrom(Moment bound);

    const PhonePlan m_plan;
    const SourceClock m_clock; ///< of its timers
    CallManager& m_callManager;
    Record& m_record;
    Prng m_prng;
    Console m_console;
    DhcpClient m_dhcp;
    TftpClient m_tftp;
    StationLink* m_link;
    Moment m_renewAt, m_keepAliveAt, m_busyUntil;
    std::optional<Moment> m_restartAt;
    Moment m_nextGreeting; ///< of the line that tells once an hour that all is well
};

} // namespace samplecase
