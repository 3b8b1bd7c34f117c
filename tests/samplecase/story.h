// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/samplecase/calldesk.h"
#include "tests/samplecase/ntpassociation.h"
#include "tests/samplecase/ntpstatus.h"

#include <memory>
#include <vector>

namespace samplecase
{

/// The phones of the warehouse, first the one with the console.
std::vector<PhonePlan> phonePlans();

/// Plays the five days once, in true time.
class Story
{
public:
    Story();

    void play();
    const Record& record() const { return m_record; }
    std::string ntpStatus() const { return m_ntpStatus; }

private:
    void addPhones();
    void addTimeService();
    Agent& nextAgent() const;
    void playUntil(Moment end);

    Record m_record;
    Wire m_wire{m_record};
    TraceLog m_trace{m_record};
    DhcpServer m_dhcpServer;
    CallManager m_callManager{m_wire, m_trace};
    std::vector<std::unique_ptr<Phone>> m_phones;
    CallDesk m_callDesk{m_phones};
    NtpNode m_firstSource, m_secondSource, m_publisher, m_subscriber;
    std::vector<std::unique_ptr<NtpAssociation>> m_polls;
    std::vector<Agent*> m_agents;
    std::string m_ntpStatus;
};

} // namespace samplecase
