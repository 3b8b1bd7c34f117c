// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "models/events/coverage.h"
#include "models/events/deviceevents.h"

namespace whittle
{

/// What the sources of a case can show of DHCP; asked for once a case.
class DhcpSight
{
public:
    DhcpSight(const CaseEvents& events, const Coverage& coverage);

    enum class View { Packet, Console, Server };
    View viewOf(SourceId source) const;
    /// The source lost nothing of DHCP from `from` to `to`.
    bool covers(SourceId source, CaseTime from, CaseTime to) const;

private:
    struct Source {
        View view = View::Packet;
        std::vector<CaseSpan> whole{};
    };
    std::map<SourceId, Source> m_sources;
};

/// One message, or one line of a console or a server that speaks of leases, with all views of it: at both
/// sides of a relay, in several captures, in the phone's console and the server's log.
struct DhcpMessage {
    std::string_view kind{};
    CaseTime at{}; ///< of the best view
    std::vector<const EventRow*> views{}; ///< the best first: packets before lines

    const EventRow& event() const { return *views.front(); }
    /// The first value that a view has.
    std::optional<std::string> value(std::string_view key) const;
    std::optional<std::int64_t> number(std::string_view key) const;
    IpAddress address(std::string_view key) const;
};

/// It goes to everybody, or the source does not say to whom.
bool isBroadcast(const EventRow& event);

/// Captures in which something goes to or from the device alone: what it is answered would be seen there,
/// too.
std::set<SourceId> sourcesOnPath(const DeviceEvents& events, const DhcpSight& sight);

/// What one client said and was told, by time. The n-th message with a transaction number in one source is
/// the n-th in all others, however far apart their clocks are; copies in one source within `sameMoment` are
/// one; lines without a number are the message of that kind that another source shows at the same moment.
/// Answers of two servers are two.
std::vector<DhcpMessage> dhcpMessages(std::span<const TimedEvent> events, const DhcpSight& sight);

} // namespace whittle
