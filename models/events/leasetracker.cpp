// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/events/leasetracker.h"

#include <algorithm>
#include <utility>

#include "models/base/fields.h"
#include "models/events/devicename.h"

namespace whittle
{

namespace
{

/// A server answers at once, or after it has looked whether the address is in use (a second or two).
constexpr Nanoseconds timeToAnswer = std::chrono::seconds{5};
/// A console says "T1 expired" as it sends the renewal.
constexpr Nanoseconds afterTimer = std::chrono::seconds{5};
/// An answer without a number is that to the last question, if that was not long ago: a client repeats after
/// 4 to 64 s (RFC 2131 §4.1).
constexpr Nanoseconds sameQuestion = std::chrono::seconds{64};

std::optional<std::chrono::seconds> secondsField(const DhcpMessage& message, std::string_view key)
{
    const auto number = message.number(key);
    // Options 51, 58 and 59 are 32 bits wide; more is no time of theirs.
    const bool fits = number && *number > 0 && *number <= infiniteLease.count();
    return fits ? std::optional(std::chrono::seconds{*number}) : std::nullopt;
}

/// T1 and T2 as the server sends them, else half and seven eighths of the lease (RFC 2131 §4.4.5). An
/// infinite lease has neither.
void setTimers(Lease& lease, const DhcpMessage& message)
{
    if (!lease.length)
        return;
    const bool infinite = *lease.length == infiniteLease;
    lease.t1 = infinite ? infiniteLease : secondsField(message, "t1-s").value_or(*lease.length / 2);
    lease.t2 = infinite ? infiniteLease : secondsField(message, "t2-s").value_or(*lease.length * 7 / 8);
}

void learnRelay(Lease& lease, const DhcpMessage& message)
{
    const IpAddress relay = message.address("relay-ip");
    if (relay.isSet() && !relay.isUnspecified())
        lease.relay = relay;
}

} // namespace

LeaseTracker::LeaseTracker(std::string device, const DhcpSight& sight, std::set<SourceId> onPath)
    : m_device(std::move(device))
    , m_mac(macOfDevice(m_device))
    , m_sight(sight)
    , m_onPath(std::move(onPath))
{
    if (!m_mac)
        m_mac = Mac::fromText(m_device);
}

void LeaseTracker::add(const DhcpMessage& message)
{
    const std::string_view kind = message.kind;
    if (kind == "phone.address")
        return learnAddress(message);
    if (kind == "phone.lease-expired")
        return close(message.at, LeaseEnd::Expired, message.event().ref);
    if (kind == "phone.dhcp-timeout")
        return timedOut(message);
    if (kind == "phone.dhcp-t1" || kind == "phone.dhcp-t2")
        return noteTimer(message);
    if (kind == "dhcp.request")
        request(message);
    else if (kind == "dhcp.ack" || kind == "phone.lease-renewed")
        acknowledge(message);
    else if (kind == "dhcp.nak")
        refuse(message);
    else if (kind == "dhcp.release")
        release(message);
    else if (kind == "dhcp.decline")
        decline(message);
    else if (kind == "dhcp.log")
        return serverSays(message);
    else if (kind == "dhcp.discover")
        discover(message);
    else if (kind == "dhcp.inform")
        m_informs.insert(message.value("xid").value_or(""));
    m_offered = kind == "dhcp.offer";
    m_informed = kind == "dhcp.inform" || (m_informed && kind != "dhcp.ack" && kind != "dhcp.request");
}

void LeaseTracker::noteTimer(const DhcpMessage& message)
{
    (message.kind == "phone.dhcp-t1" ? m_t1 : m_t2) = message.at;
}

Lease& LeaseTracker::openLease(CaseTime from)
{
    if (!m_open) {
        m_open.emplace();
        m_open->device = m_device;
        m_open->mac = m_mac.value_or(Mac{});
        m_open->from = from;
        m_open->boundAt = from;
    }
    return *m_open;
}

void LeaseTracker::close(CaseTime at, LeaseEnd how, std::optional<EventRef> ref)
{
    if (!m_open)
        return;
    m_open->to = at;
    m_open->ended = how;
    m_open->endedAt = ref;
    m_done.push_back(std::move(*m_open));
    m_open.reset();
}

/// A server's log that names no relay for a client that it knows to be behind one: only RENEWING speaks to
/// the server itself (RFC 2131 §4.3.2). dhcpd names the server identifier, where there is one.
bool LeaseTracker::isUnicast(const DhcpMessage& message) const
{
    return m_open && m_open->relay.isSet() && message.kind == "dhcp.request" && message.value("via")
        && !message.value("relay-ip") && message.address("requested-ip") == m_open->address;
}

/// By the packet's own fields (RFC 2131 §4.3.2), else by what a console or a server says around it.
RequestState LeaseTracker::stateOf(const DhcpMessage& message) const
{
    if (const auto state = message.value("state"))
        return requestState(*state);
    if (m_t2 && message.at - *m_t2 <= afterTimer && m_t1 <= m_t2)
        return RequestState::Rebinding;
    if (m_t1 && message.at - *m_t1 <= afterTimer)
        return RequestState::Renewing;
    if (m_offered || message.value("server-id"))
        return RequestState::Selecting;
    return isUnicast(message) ? RequestState::Renewing : RequestState::Unknown;
}

/// A view of it was taken where its answer would have been seen as well: the phone's console and the server's
/// log tell of both; broadcasts of a client reach everybody in its network, answers to it need not.
bool LeaseTracker::wouldShowAnswer(const DhcpMessage& message) const
{
    return std::ranges::any_of(message.views, [&](const EventRow* view) {
        const SourceId source = view->ref.source;
        const bool sees = m_sight.viewOf(source) != DhcpSight::View::Packet || !isBroadcast(*view)
            || m_onPath.contains(source);
        return sees && m_sight.covers(source, message.at, message.at + timeToAnswer);
    });
}

/// The request has the number of the one before: it is sent again.
bool LeaseTracker::isAgain(const DhcpMessage& message, LeaseRequest& last)
{
    const auto xid = message.value("xid");
    return xid && *xid == m_asked.xid && !last.answer && last.state == stateOf(message);
}

void LeaseTracker::request(const DhcpMessage& message)
{
    const RequestState state = stateOf(message);
    const RequestOutcome open = wouldShowAnswer(message) ? RequestOutcome::Silence : RequestOutcome::Unknown;
    auto& requests = m_open ? m_open->requests : m_pending;
    const bool again = !requests.empty() && isAgain(message, requests.back());
    m_asked = {message.value("xid").value_or(""), message.at,
               message.value("host-name").value_or(m_asked.hostName)};
    if (again) {
        ++requests.back().tries;
        requests.back().outcome = open;
        return;
    }
    if (isHeld(state) && !m_open) // bound before the evidence begins
        openLease(message.at).address = message.address("client-ip");
    if (m_open)
        learnRelay(*m_open, message);
    (m_open ? m_open->requests : m_pending)
        .push_back({.at = message.at, .state = state, .outcome = open, .request = message.event().ref});
}

/// The console says that nothing came.
void LeaseTracker::timedOut(const DhcpMessage& message)
{
    auto& requests = m_open ? m_open->requests : m_pending;
    if (!requests.empty() && !requests.back().answer && message.at - m_asked.at <= sameQuestion)
        requests.back().outcome = RequestOutcome::Silence;
}

/// The question that this answers; null when it was not seen.
LeaseRequest* LeaseTracker::askedFor(Lease& lease, const DhcpMessage& message)
{
    if (lease.requests.empty() || lease.requests.back().answer)
        return nullptr;
    const std::string xid = message.value("xid").value_or("");
    const bool same =
        !xid.empty() && !m_asked.xid.empty() ? xid == m_asked.xid : message.at - m_asked.at <= sameQuestion;
    return same ? &lease.requests.back() : nullptr;
}

void LeaseTracker::answer(Lease& lease, const DhcpMessage& message, RequestOutcome outcome)
{
    LeaseRequest* asked = askedFor(lease, message);
    // A server that logs its answers alone says what they were to: "Renew", "Assign".
    const auto renewal = message.value("renewal");
    const bool logged = renewal || message.value("id");
    if (!asked && (outcome == RequestOutcome::Refused || logged)) {
        LeaseRequest unseen{.at = message.at, .request = message.event().ref};
        if (outcome == RequestOutcome::Acknowledged)
            unseen.state = renewal ? RequestState::Renewing : RequestState::Selecting;
        lease.requests.push_back(unseen);
        asked = &lease.requests.back();
    }
    if (!asked)
        return;
    if (asked->state == RequestState::Unknown && renewal)
        asked->state = RequestState::Renewing;
    asked->outcome = outcome;
    asked->answer = message.event().ref;
    asked->answeredAt = message.at;
    asked->server = message.address("server-id");
}

/// No lease (RFC 2131 §4.3.5).
bool LeaseTracker::isAnswerToInform(const DhcpMessage& message) const
{
    const auto xid = message.value("xid");
    if (!xid)
        return m_informed;
    const IpAddress address = message.address("your-ip");
    return m_informs.contains(*xid) || !address.isSet() || address.isUnspecified();
}

/// Another server acknowledges what is acknowledged already: the first wins.
bool LeaseTracker::isSecondAnswer(const DhcpMessage& message)
{
    const std::string xid = message.value("xid").value_or("");
    const IpAddress server = message.address("server-id");
    const bool second = m_open && !xid.empty() && xid == m_acknowledged && server.isSet()
        && m_open->server.isSet() && server != m_open->server;
    if (second && std::ranges::find(m_open->otherServers, server) == m_open->otherServers.end())
        m_open->otherServers.push_back(server);
    return second;
}

void LeaseTracker::learnOptions(Lease& lease, const DhcpMessage& message)
{
    const FieldView before(lease.options);
    FieldWriter fields;
    const auto keep = [&](std::string_view key, bool asBefore) {
        auto value = message.value(key);
        if (!value && asBefore)
            value = before.value(key);
        if (!value && key == "host-name" && !m_asked.hostName.empty())
            value = m_asked.hostName;
        if (value)
            fields.add(key, *value);
    };
    const bool isPacket = message.value("server-id").has_value();
    for (const std::string_view key : {"tftp-servers", "tftp-name", "router", "dns-servers", "ntp-servers"})
        keep(key, !isPacket); // what a packet does not offer is not there, what a log does not tell may be
    for (const std::string_view key : {"host-name", "relay-circuit-id", "relay-remote-id"})
        keep(key, true);
    lease.options = std::string(fields.text());
}

void LeaseTracker::bind(Lease& lease, const DhcpMessage& message)
{
    const IpAddress server = message.address("server-id");
    lease.boundAt = message.at;
    if (server.isSet())
        lease.server = server;
    if (const auto length = secondsField(message, "lease-s"))
        lease.length = length;
    setTimers(lease, message);
    learnRelay(lease, message);
    learnOptions(lease, message);
}

void LeaseTracker::acknowledge(const DhcpMessage& message)
{
    if (isAnswerToInform(message) || isSecondAnswer(message))
        return;
    const IpAddress address = message.address("your-ip");
    if (m_open && address.isSet() && m_open->address.isSet() && m_open->address != address)
        close(message.at, LeaseEnd::Replaced, message.event().ref);
    const bool isNew = !m_open;
    Lease& lease = openLease(message.at);
    if (isNew)
        lease.requests = std::exchange(m_pending, {});
    // What a server's log calls a renewal was bound before, unless its client is seen to begin.
    const bool boundBefore = message.value("renewal") && lease.requests.empty();
    if (isNew && !boundBefore)
        lease.beganAt = message.event().ref;
    if (address.isSet())
        lease.address = address;
    bind(lease, message);
    answer(lease, message, RequestOutcome::Acknowledged);
    m_acknowledged = message.value("xid").value_or("");
}

void LeaseTracker::refuse(const DhcpMessage& message)
{
    const bool held = m_open.has_value();
    Lease& lease = openLease(message.at);
    if (!held)
        lease.requests = std::exchange(m_pending, {});
    answer(lease, message, RequestOutcome::Refused);
    lease.refusedBy = message.address("server-id");
    learnRelay(lease, message);
    close(message.at, LeaseEnd::Refused, message.event().ref);
}

/// A lease of which nothing but the end was seen.
void LeaseTracker::addEnd(const DhcpMessage& message, LeaseEnd how, std::string_view addressKey)
{
    const IpAddress address = message.address(addressKey);
    if (m_open || !m_done.empty() || !address.isSet() || address.isUnspecified())
        return;
    Lease& lease = openLease(message.at);
    lease.address = address;
    lease.server = message.address("server-id");
    close(message.at, how, message.event().ref);
}

void LeaseTracker::release(const DhcpMessage& message)
{
    addEnd(message, LeaseEnd::Released, "client-ip");
    close(message.at, LeaseEnd::Released, message.event().ref);
}

void LeaseTracker::decline(const DhcpMessage& message)
{
    const IpAddress address = message.address("requested-ip");
    if (m_open && (!address.isSet() || !m_open->address.isSet() || m_open->address == address))
        close(message.at, LeaseEnd::Declined, message.event().ref);
}

/// What a server writes of an address by itself.
void LeaseTracker::serverSays(const DhcpMessage& message)
{
    const std::string what = message.value("what").value_or("");
    const LeaseEnd how = what == "expired"          ? LeaseEnd::Expired
        : what == "conflict" || what == "abandoned" ? LeaseEnd::Declined
                                                    : LeaseEnd::Withdrawn;
    if (how == LeaseEnd::Withdrawn && what != "deleted")
        return;
    if (how != LeaseEnd::Declined)
        addEnd(message, how, "address");
    const IpAddress address = message.address("address");
    if (m_open && address.isSet() && m_open->address == address)
        close(message.at, how, message.event().ref);
}

/// All servers were asked in vain until just before.
bool LeaseTracker::isRebindingInVain(CaseTime at) const
{
    const auto& requests = m_open->requests;
    return !requests.empty() && requests.back().state == RequestState::Rebinding
        && requests.back().outcome == RequestOutcome::Silence && at - m_asked.at <= lastRebinding;
}

/// A client that looks for a server has no address any more: its lease ran out, or it started anew.
void LeaseTracker::discover(const DhcpMessage& message)
{
    if (!m_open)
        return;
    const auto end = expiryOf(*m_open);
    if (end && message.at >= *end - sameMoment)
        close(*end, LeaseEnd::Expired, message.event().ref);
    else if (!end && isRebindingInVain(message.at))
        close(message.at, LeaseEnd::Expired, message.event().ref);
    else
        close(message.at, LeaseEnd::Replaced, message.event().ref);
}

/// The console's summary after an ACK; the capture, where there is one, said all of it already.
void LeaseTracker::learnAddress(const DhcpMessage& message)
{
    if (!m_open)
        return;
    if (!m_open->address.isSet())
        m_open->address = message.address("address");
    if (m_open->options.find("router=") == std::string::npos)
        learnOptions(*m_open, message);
    if (m_open->length)
        return;
    m_open->length = secondsField(message, "lease-s");
    setTimers(*m_open, message);
}

std::vector<Lease> LeaseTracker::finish(CaseTime end)
{
    if (m_open) {
        // Without a sign of what came after, the lease is shown to its end and no further.
        close(std::min(expiryOf(*m_open).value_or(end), end), LeaseEnd::Open, {});
    }
    return std::exchange(m_done, {});
}

std::vector<Lease> leasesOf(const std::string& device, const DeviceEvents& events, const DhcpSight& sight,
                            CaseTime end)
{
    LeaseTracker tracker(device, sight, sourcesOnPath(events, sight));
    for (const DhcpMessage& message : dhcpMessages(events.events, sight))
        tracker.add(message);
    return tracker.finish(end);
}

} // namespace whittle
