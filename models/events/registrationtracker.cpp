// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/events/registrationtracker.h"

#include <algorithm>
#include <map>

#include "models/base/fields.h"
#include "models/events/identity.h"

namespace whittle
{

namespace
{

// Without keepalives in the evidence, what happened this shortly before a Register can have led to it.
constexpr Nanoseconds leadUp = std::chrono::minutes{30};
bool isRegister(std::string_view kind)
{
    return kind == "sccp.register" || kind == "sccp.register-ack";
}

/// Reason codes of unregistration alarms (CISCO-CCM-MIB CcmDevUnregCauseCode).
RegistrationEnd endByReason(const EventRow& event)
{
    switch (FieldView(event.fields).number("reason").value_or(0)) {
    case 6:
    case 13:
        return RegistrationEnd::KeepaliveLost;
    case 9:
        return RegistrationEnd::Reset;
    case 15:
        return RegistrationEnd::Restart;
    case 17:
        return RegistrationEnd::ApplyConfig;
    case 10:
        return RegistrationEnd::Unregister;
    case 16:
    case 28:
        return RegistrationEnd::Moved;
    default:
        return RegistrationEnd::Unknown;
    }
}

/// What the trace says of a connection that ended; empty for the older connection of a phone that registered
/// anew.
std::optional<RegistrationEnd> endByTrace(const EventRow& event)
{
    const auto how = FieldView(event.fields).value("how");
    if (how == "re-registering")
        return {};
    if (how == "keepalive-timeout")
        return RegistrationEnd::KeepaliveLost;
    if (how == "tcp-closed")
        return RegistrationEnd::TcpClosed;
    return RegistrationEnd::Unknown; // CUCM noticed; why is told by what else is there
}

std::optional<RegistrationEnd> endOf(const EventRow& event)
{
    const std::string& kind = event.kind;
    if (kind == "dhcp.nak" || kind == "phone.lease-expired" || kind == "phone.address-cleared"
        || kind == "dhcp.release")
        return RegistrationEnd::AddressLost;
    if (kind == "sccp.unregister" || kind == "sccp.unregister-ack")
        return RegistrationEnd::Unregister;
    if (endsSignalling(event))
        return kind == "tcp.rst" ? RegistrationEnd::TcpReset : RegistrationEnd::TcpClosed;
    if (kind == "sccp.register-reject")
        return RegistrationEnd::Rejected;
    if (kind == "sccp.reset") {
        const auto type = FieldView(event.fields).number("reset-type").value_or(0);
        return type == 1 ? RegistrationEnd::Reset
            : type == 3  ? RegistrationEnd::ApplyConfig
                         : RegistrationEnd::Restart;
    }
    if (kind == "alarm.device-unregistered" || kind == "alarm.end-point-unregistered")
        return endByReason(event);
    if (kind == "trace.disconnect")
        return endByTrace(event);
    // A phone that boots, or looks for an address, is not registered; what made it is told by what else is
    // there.
    const bool asNew = kind == "dhcp.discover" || kind == "phone.boot"
        || (kind == "dhcp.request" && FieldView(event.fields).value("state") == "init-reboot");
    return asNew ? std::optional(RegistrationEnd::Unknown) : std::nullopt;
}

/// The phone was seen to start anew: that its old connection is then found dead explains nothing.
bool isAfterglow(const EventRow& start, RegistrationEnd how)
{
    const bool connection = how == RegistrationEnd::TcpReset || how == RegistrationEnd::TcpClosed
        || how == RegistrationEnd::KeepaliveLost;
    return connection && (start.kind.starts_with("dhcp.") || start.kind.starts_with("phone."));
}

/// What a phone sends, or is sent, only while it is registered.
bool isSignOfLife(std::string_view kind)
{
    return kind == "sccp.keepalive" || kind == "sccp.keepalive-ack" || kind == "sccp.time-date";
}

} // namespace

RegistrationTracker::RegistrationTracker(std::string device, const DeviceEvents& events,
                                         const Coverage& coverage, std::stop_token stop)
    : m_device(std::move(device))
    , m_events(events)
    , m_coverage(coverage)
    , m_stop(std::move(stop))
{
}

void RegistrationTracker::findBegins()
{
    for (const auto& [at, event] : m_events.events) {
        if (!isRegister(event->kind))
            continue;
        if (m_begins.empty() || at - m_begins.back().at > oneBeginning)
            m_begins.push_back({at, event, {}});
        auto& seenBy = m_begins.back().seenBy;
        if (std::ranges::find(seenBy, event->ref.source) == seenBy.end())
            seenBy.push_back(event->ref.source);
    }
}

void RegistrationTracker::findEnds()
{
    for (const auto& [at, event] : m_events.events) {
        if (const auto how = endOf(*event))
            m_ends.push_back({at, *how, event});
    }
}

std::optional<CaseTime> RegistrationTracker::firstSign() const
{
    std::optional<CaseTime> first;
    const auto consider = [&](CaseTime at) { first = first ? std::min(*first, at) : at; };
    if (!m_events.trains.empty())
        consider(m_events.trains.front().from);
    for (const auto& [at, event] : m_events.events) {
        if (isSignOfLife(event->kind))
            consider(at);
    }
    return first;
}

std::map<SourceId, CaseTime> RegistrationTracker::lastSigns(CaseTime from, CaseTime to) const
{
    std::map<SourceId, CaseTime> last;
    const auto consider = [&](SourceId source, CaseTime at) {
        if (at >= from && at < to)
            last[source] = std::max(last.try_emplace(source, at).first->second, at);
    };
    for (const TimedTrain& train : m_events.trains) {
        if (train.from >= to)
            continue;
        const SourceId source = train.train->first.ref.source;
        consider(source, train.from);
        // Where a source does not show ports, a train runs on over a new registration: of its members before
        // that only this is sure.
        consider(source, train.to < to ? train.to : to - Nanoseconds{train.train->longestStepNs});
    }
    for (const auto& [at, event] : m_events.events) {
        if (isSignOfLife(event->kind))
            consider(event->ref.source, at);
    }
    return last;
}

void RegistrationTracker::findLastSign(Registration& registration, CaseTime from, CaseTime to) const
{
    const auto signs = lastSigns(from, to);
    for (const auto& [source, at] : signs)
        registration.alive = std::max(registration.alive.value_or(at), at);
    const Nanoseconds atOnce = std::max(Nanoseconds{keepaliveInterval()}, sameMoment);
    for (const auto& [source, at] : signs) {
        if (*registration.alive - at <= atOnce)
            registration.aliveIn.push_back(source);
    }
}

/// Nothing more is seen of the phone, though somebody who saw its last keepalive would have seen three more.
bool RegistrationTracker::fellSilent(const Registration& registration) const
{
    const std::int64_t interval = keepaliveInterval();
    if (!registration.alive || interval <= 0)
        return false;
    const CaseTime lost = *registration.alive + Nanoseconds{keepalivesUntilLost * interval};
    const bool speaksOn = std::ranges::any_of(m_events.events, [&](const TimedEvent& event) {
        return event.at > *registration.alive && event.event->kind.starts_with("sccp.");
    });
    return !speaksOn && std::ranges::any_of(registration.aliveIn, [&](SourceId source) {
        const auto until = m_coverage.keepalivesEnd(source);
        return until && *until > lost
            && m_coverage.complete(source, *registration.alive, lost, registration.address);
    });
}

/// Somebody who saw its last keepalive was recording then: it was silent, and not unseen.
bool RegistrationTracker::goesOn(const Registration& registration, CaseTime at) const
{
    return std::ranges::any_of(registration.aliveIn,
                               [&](SourceId source) { return m_coverage.watched(source, at); });
}

/// CUCM learns late that a phone has left its connection (three keepalives), when the phone has long been
/// registered over another one.
bool RegistrationTracker::isOfOlderConnection(const End& end, CaseTime begin) const
{
    if (end.event->kind.starts_with("tcp.")) {
        const auto own = connectionAt(end.event->ref.source, begin + sameMoment);
        return own && end.event->source != *own && end.event->destination != *own;
    }
    const bool noticed = end.event->kind.starts_with("alarm.") || end.event->kind == "trace.disconnect";
    const std::int64_t interval = keepaliveInterval();
    const Nanoseconds soonest =
        interval > 0 ? Nanoseconds{keepalivesUntilLost * interval} + sameMoment : leadUp;
    return noticed && end.how == RegistrationEnd::KeepaliveLost && end.at - begin < soonest;
}

/// The phone's end of the connection over which it had registered by then, as that source shows it.
std::optional<Endpoint> RegistrationTracker::connectionAt(SourceId source, CaseTime at) const
{
    std::optional<Endpoint> phone;
    for (const auto& [time, event] : m_events.events) {
        if (time > at)
            break;
        const bool shows =
            event->kind == "sccp.register" && event->ref.source == source && event->source.port != 0;
        phone = shows ? std::optional(event->source) : phone;
    }
    return phone;
}

std::int64_t RegistrationTracker::keepaliveInterval() const
{
    std::int64_t interval = 0;
    for (const TimedTrain& train : m_events.trains)
        interval = std::max(interval, train.train->intervalNs);
    return interval;
}

std::optional<RegistrationTracker::End> RegistrationTracker::endBetween(CaseTime from, CaseTime to,
                                                                        std::optional<CaseTime> alive) const
{
    const CaseTime earliest = std::max(from, alive.value_or(to - leadUp)) - sameMoment;
    std::optional<End> vague;
    for (const End& end : m_ends) {
        const bool tooEarly = end.at < earliest || (end.at <= from && end.how != RegistrationEnd::Rejected);
        if (tooEarly || end.at >= to || isOfOlderConnection(end, from))
            continue;
        if (vague && isAfterglow(*vague->event, end.how))
            continue;
        if (end.how != RegistrationEnd::Unknown)
            return end;
        if (!vague)
            vague = end;
    }
    return vague;
}

void RegistrationTracker::countKeepalives(Registration& registration) const
{
    for (const TimedTrain& train : m_events.trains) {
        if (train.to < registration.from || train.from > registration.to)
            continue;
        const bool answer = train.train->first.kind == "sccp.keepalive-ack";
        // The same keepalives seen by two sources are counted once: the source that saw the most stands for
        // all.
        auto& count = answer ? registration.keepaliveAnswers : registration.keepalives;
        count = std::max<std::uint64_t>(count, train.train->count);
    }
}

RegistrationBegin RegistrationTracker::howItBegan(const Begin& begin) const
{
    for (const auto& [at, event] : m_events.events) {
        const bool near = at <= begin.at + sameMoment && at >= begin.at - oneBeginning;
        if (!near || event->kind != "sccp.alarm")
            continue;
        // Last= codes of the phone's alarm (domain: 25 Initialized, 22/23 told to by CUCM, 18 Failback)
        switch (FieldView(event->fields).number("code").value_or(-1)) {
        case 25:
            return RegistrationBegin::PowerOn;
        case 22:
        case 23:
            return RegistrationBegin::Restart;
        case 18:
            return RegistrationBegin::Fallback;
        default:
            break;
        }
    }
    return RegistrationBegin::Register;
}

void RegistrationTracker::setEnd(Registration& registration, CaseTime from,
                                 std::optional<CaseTime> next) const
{
    const CaseTime limit = next.value_or(CaseTime{INT64_MAX});
    findLastSign(registration, from, limit);
    const auto alive = registration.alive;
    const auto end = endBetween(from, limit, next ? alive : std::optional(alive.value_or(from)));
    if (end) {
        registration.to = end->at;
        registration.ended = end->how;
        registration.endedAt = end->event->ref;
        return;
    }
    registration.to = next.value_or(alive.value_or(registration.from));
    registration.ended = next ? RegistrationEnd::Unknown : RegistrationEnd::Open;
    const std::int64_t interval = keepaliveInterval();
    const Nanoseconds silence{keepalivesUntilLost * interval};
    if (next && alive && interval > 0 && *next - *alive > silence && goesOn(registration, *alive + silence)) {
        registration.ended = RegistrationEnd::KeepaliveLost;
        registration.to = *alive;
    }
    if (!next && fellSilent(registration))
        registration.ended = RegistrationEnd::KeepaliveLost;
    const Nanoseconds patience{2 * interval};
    for (const SourceId source : registration.aliveIn) {
        const auto until = m_coverage.end(source);
        if (registration.ended == RegistrationEnd::Open && until && *until - *alive < patience)
            registration.to = std::max(registration.to, *until);
    }
}

Registration RegistrationTracker::registration(const Begin& begin, std::optional<CaseTime> next) const
{
    Registration registration;
    registration.device = m_device;
    registration.from = begin.at;
    registration.beganAt = begin.event->ref;
    registration.began = howItBegan(begin);
    registration.seenBy = begin.seenBy;
    const bool fromPhone = begin.event->kind == "sccp.register";
    registration.address = fromPhone ? begin.event->source.address : begin.event->destination.address;
    registration.node = fromPhone ? begin.event->destination : begin.event->source;
    setEnd(registration, begin.at + sameMoment, next);
    countKeepalives(registration);
    return registration;
}

std::vector<Registration> RegistrationTracker::run()
{
    findBegins();
    findEnds();
    std::vector<Registration> registrations;
    const auto first = firstSign();
    const std::optional<CaseTime> firstBegin =
        m_begins.empty() ? std::nullopt : std::optional(m_begins.front().at);
    if (first && (!firstBegin || *first + oneBeginning < *firstBegin)) {
        Registration before;
        before.device = m_device;
        before.from = *first;
        for (const TimedTrain& train : m_events.trains) {
            if (train.train->first.kind == "sccp.keepalive" && !before.node.address.isSet()) {
                before.address = train.train->first.source.address;
                before.node = train.train->first.destination;
            }
        }
        setEnd(before, *first, firstBegin);
        countKeepalives(before);
        registrations.push_back(std::move(before));
    }
    for (std::size_t i = 0; i < m_begins.size() && !m_stop.stop_requested(); ++i) {
        const auto next = i + 1 < m_begins.size() ? std::optional(m_begins[i + 1].at) : std::nullopt;
        registrations.push_back(registration(m_begins[i], next));
    }
    return registrations;
}

} // namespace whittle
