// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/events/leasetracker.h"

#include <algorithm>

#include "models/base/fields.h"
#include "models/events/devicename.h"

namespace whittle
{

namespace
{

RequestState stateOf(const EventRow& event)
{
    return requestState(FieldView(event.fields).value("state").value_or(""));
}

IpAddress addressField(const EventRow& event, std::string_view key)
{
    const auto text = FieldView(event.fields).value(key);
    return text ? IpAddress::fromText(*text).value_or(IpAddress{}) : IpAddress{};
}

std::optional<std::chrono::seconds> secondsField(const EventRow& event, std::string_view key)
{
    const auto number = FieldView(event.fields).number(key);
    // Options 51, 58 and 59 are 32 bits wide; more is no time of theirs.
    const bool fits = number && *number > 0 && *number <= infiniteLease.count();
    return fits ? std::optional(std::chrono::seconds{*number}) : std::nullopt;
}

/// T1 and T2 as the server sends them, else half and seven eighths of the lease (RFC 2131 §4.4.5). An
/// infinite lease has neither.
void setTimers(Lease& lease, const EventRow& event)
{
    if (!lease.length)
        return;
    const bool infinite = *lease.length == infiniteLease;
    lease.t1 = infinite ? infiniteLease : secondsField(event, "t1-s").value_or(*lease.length / 2);
    lease.t2 = infinite ? infiniteLease : secondsField(event, "t2-s").value_or(*lease.length * 7 / 8);
}

/// When the lease runs out; empty where its length is not known or it never does.
std::optional<CaseTime> expiry(const Lease& lease)
{
    if (!lease.length || *lease.length == infiniteLease)
        return {};
    return lease.boundAt + Nanoseconds(*lease.length);
}

} // namespace

LeaseTracker::LeaseTracker(std::string device)
    : m_device(std::move(device))
    , m_mac(macOfDevice(m_device))
{
    if (!m_mac)
        m_mac = Mac::fromText(m_device);
}

/// The n-th time that a source shows this message of this exchange, where another source has shown it as
/// often before: however far apart the two clocks are, transaction numbers do not repeat by chance.
bool LeaseTracker::otherSourceShowedIt(const TimedEvent& event, const std::string& xid)
{
    auto& counts = m_shown[event.event->kind + xid];
    const std::size_t here = ++counts[event.event->ref.source];
    return std::ranges::any_of(counts, [&](const auto& count) {
        return count.first != event.event->ref.source && count.second >= here;
    });
}

/// The same message in another capture, at the other side of a relay, or in the phone's console.
bool LeaseTracker::isSecondView(const TimedEvent& event)
{
    std::erase_if(m_recent, [&](const TimedEvent& seen) { return event.at - seen.at > sameMoment; });
    const auto xid = FieldView(event.event->fields).value("xid");
    const bool known = std::ranges::any_of(m_recent, [&](const TimedEvent& seen) {
        const bool otherSource = seen.event->ref.source != event.event->ref.source;
        const auto seenXid = FieldView(seen.event->fields).value("xid");
        const bool sameExchange = !xid || !seenXid || *xid == *seenXid;
        return seen.event->kind == event.event->kind && sameExchange && (otherSource || (xid && seenXid));
    });
    m_recent.push_back(event);
    return (xid && otherSourceShowedIt(event, *xid)) || known;
}

void LeaseTracker::add(const TimedEvent& event)
{
    const std::string& kind = event.event->kind;
    if (kind == "phone.address")
        return learnAddress(event);
    if (kind == "phone.lease-expired")
        return giveUp(event, LeaseEnd::Expired);
    if (!kind.starts_with("dhcp.") || isSecondView(event))
        return;
    if (kind == "dhcp.request")
        request(event);
    else if (kind == "dhcp.ack")
        acknowledge(event);
    else if (kind == "dhcp.nak")
        refuse(event);
    else if (kind == "dhcp.release")
        giveUp(event, LeaseEnd::Released);
    else if (kind == "dhcp.discover")
        discover(event);
    m_informed = kind == "dhcp.inform" || (m_informed && kind != "dhcp.ack" && kind != "dhcp.request");
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

/// The request has the number of the one before: it is sent again.
bool LeaseTracker::isAgain(const TimedEvent& event)
{
    auto xid = FieldView(event.event->fields).value("xid");
    const bool same = xid && xid == m_lastRequestXid;
    m_lastRequestXid = std::move(xid);
    return same;
}

void LeaseTracker::request(const TimedEvent& event)
{
    const LeaseRequest request{.at = event.at, .state = stateOf(*event.event), .request = event.event->ref};
    auto& requests = m_open ? m_open->requests : m_pending;
    const bool again = isAgain(event);
    if (again && !requests.empty() && !requests.back().answer && requests.back().state == request.state)
        return;
    if (isHeld(request.state) && !m_open) // bound before the evidence begins
        openLease(event.at).address = addressField(*event.event, "client-ip");
    if (m_open)
        m_open->requests.push_back(request);
    else
        m_pending.push_back(request);
}

void LeaseTracker::bind(Lease& lease, const TimedEvent& event)
{
    const EventRow& ack = *event.event;
    const IpAddress server = addressField(ack, "server-id");
    lease.boundAt = event.at;
    if (server.isSet())
        lease.server = server;
    if (const auto length = secondsField(ack, "lease-s"))
        lease.length = length;
    setTimers(lease, ack);
}

void LeaseTracker::acknowledge(const TimedEvent& event)
{
    const EventRow& ack = *event.event;
    const IpAddress address = addressField(ack, "your-ip");
    const bool fromConsole = !FieldView(ack.fields).value("xid");
    if (fromConsole ? m_informed : !address.isSet() || address.isUnspecified())
        return; // the answer to an INFORM: no lease (RFC 2131 §4.3.5)
    if (m_open && address.isSet() && m_open->address.isSet() && m_open->address != address)
        close(event.at, LeaseEnd::Replaced, ack.ref);
    const bool isNew = !m_open;
    Lease& lease = openLease(event.at);
    if (isNew) {
        lease.beganAt = ack.ref;
        lease.requests = std::exchange(m_pending, {});
    }
    if (address.isSet())
        lease.address = address;
    bind(lease, event);
    if (!lease.requests.empty() && !lease.requests.back().answer) {
        lease.requests.back().outcome = RequestOutcome::Acknowledged;
        lease.requests.back().answer = ack.ref;
        lease.requests.back().answeredAt = event.at;
    }
}

void LeaseTracker::refuse(const TimedEvent& event)
{
    const bool held = m_open.has_value();
    Lease& lease = openLease(event.at);
    if (!held)
        lease.requests = std::exchange(m_pending, {});
    if (lease.requests.empty())
        lease.requests.push_back({.at = event.at, .request = event.event->ref});
    lease.requests.back().outcome = RequestOutcome::Refused;
    lease.requests.back().answer = event.event->ref;
    lease.requests.back().answeredAt = event.at;
    const IpAddress server = addressField(*event.event, "server-id");
    if (server.isSet())
        lease.server = server;
    close(event.at, LeaseEnd::Refused, event.event->ref);
}

void LeaseTracker::giveUp(const TimedEvent& event, LeaseEnd how)
{
    close(event.at, how, event.event->ref);
}

/// A client that looks for a server has no address any more: its lease ran out, or it started anew.
void LeaseTracker::discover(const TimedEvent& event)
{
    if (!m_open)
        return;
    const auto end = expiry(*m_open);
    if (end && event.at >= *end - sameMoment)
        close(*end, LeaseEnd::Expired, event.event->ref);
    else
        close(event.at, LeaseEnd::Replaced, event.event->ref);
}

/// The console's summary after an ACK; the capture, where there is one, said all of it already.
void LeaseTracker::learnAddress(const TimedEvent& event)
{
    if (!m_open)
        return;
    if (!m_open->address.isSet())
        m_open->address = addressField(*event.event, "address");
    if (m_open->length)
        return;
    m_open->length = secondsField(*event.event, "lease-s");
    setTimers(*m_open, *event.event);
}

std::vector<Lease> LeaseTracker::finish(CaseTime end)
{
    if (m_open) {
        // Without a sign of what came after, the lease is shown to its end and no further.
        close(std::min(expiry(*m_open).value_or(end), end), LeaseEnd::Open, {});
    }
    return std::exchange(m_done, {});
}

} // namespace whittle
