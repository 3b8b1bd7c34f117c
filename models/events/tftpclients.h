// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include "models/events/deviceevents.h"

namespace whittle
{

/// What captures and servers show of TFTP, by client: answers go to the port from which was asked (RFC 1350
/// §4), and of the requests only those for its own files name a phone.
class TftpClients
{
public:
    /// Incomplete after a stop.
    TftpClients(const CaseEvents& events, const Identity& identity, const ClockSet& clocks,
                const std::stop_token& stop = {});

    /// All that is seen of the device's transfers, a list for each of its addresses in each source, by time.
    /// What is seen at an address at which several devices asked is nobody's.
    std::vector<const std::vector<TimedEvent>*> of(const std::string& device) const;
    /// Whether the source tells at which address a client is; a phone's log does not.
    bool areIn(SourceId source) const { return m_sources.contains(source); }
    /// When the source has nothing more to show, on the clock of the case.
    CaseTime endOf(SourceId source) const;

private:
    struct Client {
        std::set<std::string> devices{};
        std::vector<TimedEvent> events{};
    };
    std::map<std::pair<SourceId, IpAddress>, Client> m_clients;
    std::map<std::string, std::vector<const Client*>> m_byDevice;
    std::set<SourceId> m_sources;
    std::map<SourceId, CaseTime> m_ends;
};

} // namespace whittle
