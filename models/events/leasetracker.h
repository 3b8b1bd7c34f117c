// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "models/events/deviceevents.h"
#include "models/events/spans.h"

namespace whittle
{

/// Joins the DHCP messages of one client, as seen by any number of sources, into leases (RFC 2131 §4.4).
class LeaseTracker
{
public:
    explicit LeaseTracker(std::string device);

    /// In the order of time.
    void add(const TimedEvent& event);
    /// The leases by time; `end`: when the evidence ends.
    std::vector<Lease> finish(CaseTime end);

private:
    void request(const TimedEvent& event);
    void acknowledge(const TimedEvent& event);
    void refuse(const TimedEvent& event);
    void giveUp(const TimedEvent& event, LeaseEnd how);
    void discover(const TimedEvent& event);
    void learnAddress(const TimedEvent& event);
    bool isSecondView(const TimedEvent& event);
    bool otherSourceShowedIt(const TimedEvent& event, const std::string& xid);
    bool isAgain(const TimedEvent& event);
    Lease& openLease(CaseTime from);
    void close(CaseTime at, LeaseEnd how, std::optional<EventRef> ref);
    void bind(Lease& lease, const TimedEvent& event);

    std::string m_device;
    std::optional<Mac> m_mac;
    std::vector<Lease> m_done;
    std::optional<Lease> m_open;
    std::vector<LeaseRequest> m_pending; ///< requests without a lease yet (selecting)
    std::optional<std::string> m_lastRequestXid;
    bool m_informed = false; ///< the console's last question was an INFORM: the next ACK is its answer
    std::map<std::string, std::map<SourceId, std::size_t>>
        m_shown; ///< how often each source showed a message of an exchange
    std::vector<TimedEvent> m_recent; ///< to tell second views of the same message
};

} // namespace whittle
