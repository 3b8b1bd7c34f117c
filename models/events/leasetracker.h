// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "models/events/dhcpmessages.h"
#include "models/events/spans.h"

namespace whittle
{

/// Joins what one client said to servers and was told, as seen by any number of sources, into leases (RFC
/// 2131 §4.4).
class LeaseTracker
{
public:
    /// `onPath`: sourcesOnPath().
    LeaseTracker(std::string device, const DhcpSight& sight, std::set<SourceId> onPath);

    /// In the order of time.
    void add(const DhcpMessage& message);
    /// The leases by time; `end`: when the evidence ends.
    std::vector<Lease> finish(CaseTime end);

private:
    void request(const DhcpMessage& message);
    void acknowledge(const DhcpMessage& message);
    void refuse(const DhcpMessage& message);
    void release(const DhcpMessage& message);
    void decline(const DhcpMessage& message);
    void serverSays(const DhcpMessage& message);
    void discover(const DhcpMessage& message);
    bool isRebindingInVain(CaseTime at) const;
    bool isUnicast(const DhcpMessage& message) const;
    void learnAddress(const DhcpMessage& message);
    void timedOut(const DhcpMessage& message);
    void noteTimer(const DhcpMessage& message);
    RequestState stateOf(const DhcpMessage& message) const;
    bool isAnswerToInform(const DhcpMessage& message) const;
    bool isSecondAnswer(const DhcpMessage& message);
    bool wouldShowAnswer(const DhcpMessage& message) const;
    bool isAgain(const DhcpMessage& message, LeaseRequest& last);
    void answer(Lease& lease, const DhcpMessage& message, RequestOutcome outcome);
    LeaseRequest* askedFor(Lease& lease, const DhcpMessage& message);
    Lease& openLease(CaseTime from);
    void close(CaseTime at, LeaseEnd how, std::optional<EventRef> ref);
    void addEnd(const DhcpMessage& message, LeaseEnd how, std::string_view addressKey);
    void bind(Lease& lease, const DhcpMessage& message);
    void learnOptions(Lease& lease, const DhcpMessage& message);

    /// A request whose answer is awaited, which the lease does not keep.
    struct Asked {
        std::string xid{};
        CaseTime at{};
        std::string hostName{};
    };

    std::string m_device;
    std::optional<Mac> m_mac;
    const DhcpSight& m_sight;
    std::set<SourceId> m_onPath;
    std::vector<Lease> m_done;
    std::optional<Lease> m_open;
    std::vector<LeaseRequest> m_pending; ///< requests without a lease yet (selecting)
    Asked m_asked; ///< the last request
    std::string m_acknowledged; ///< the number of the last acknowledgement
    std::set<std::string> m_informs; ///< their numbers
    bool m_informed = false; ///< the last question without a number was an INFORM: the next ACK is its answer
    bool m_offered = false; ///< the last message was an offer
    std::optional<CaseTime> m_t1; ///< when a console last said so
    std::optional<CaseTime> m_t2;
};

/// The leases of one device.
std::vector<Lease> leasesOf(const std::string& device, const DeviceEvents& events, const DhcpSight& sight,
                            CaseTime end);

} // namespace whittle
