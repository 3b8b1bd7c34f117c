// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/events/registrationsigns.h"

#include <algorithm>
#include <set>

#include "models/base/fields.h"
#include "models/events/joins.h"
#include "models/events/registrationends.h"
#include "models/events/standbylinks.h"

namespace whittle
{

namespace
{

// CallManager reports one end at most once; what a node reports later than this is the end of another
// registration.
constexpr Nanoseconds oneEnd = std::chrono::minutes{5};

bool isAlarm(const EventRow& event)
{
    return event.kind.starts_with("alarm.");
}

} // namespace

void RegistrationAttempt::addSource(SourceId source)
{
    if (std::ranges::find(seenBy, source) == seenBy.end())
        seenBy.push_back(source);
}

void RegistrationAttempt::complete(const RegistrationAttempt& like)
{
    const auto fill = [](auto& member, const auto& other, bool empty) {
        if (empty)
            member = other;
    };
    if (event && isAlarm(*event) && like.event && !isAlarm(*like.event))
        event = like.event;
    fill(protocol, like.protocol, protocol == RegistrationProtocol::Unknown);
    fill(phone, like.phone, phone.port == 0 && like.phone.address.isSet());
    fill(node, like.node, node.port == 0 && like.node.address.isSet());
    fill(nodeName, like.nodeName, nodeName.empty());
    fill(id, like.id, id.empty());
    fill(grantedSeconds, like.grantedSeconds, !grantedSeconds);
    fill(alarm, like.alarm, !alarm);
    fill(last, like.last, last.empty());
    accepted = accepted || like.accepted;
}

bool sameNode(const IpAddress& a, const IpAddress& b)
{
    return !a.isSet() || !b.isSet() || a == b;
}

bool sameNode(const std::string& a, const std::string& b)
{
    return a.empty() || b.empty() || a == b;
}

bool isElsewhere(const RegistrationAttempt& known, const RegistrationAttempt& like)
{
    const bool bothConnected = known.phone.port != 0 && like.phone.port != 0
        && known.phone.address == like.phone.address && known.phone.port != like.phone.port;
    return bothConnected && !known.id.empty() && !like.id.empty() && known.id != like.id
        && like.protocol == RegistrationProtocol::Sip;
}

RegistrationSigns::RegistrationSigns(const DeviceEvents& events, const std::vector<Lease>& leases)
    : m_leases(leases)
{
    for (const TimedEvent& timed : events.events)
        add(timed);
    for (const TimedEvent& timed : events.events) {
        if (timed.event->kind == "sip.response")
            addAnswer(timed);
    }
    addOwners();
    addFailures();
    addCauses(events.events);
    addTrains(events.trains);
    std::ranges::stable_sort(m_lives, {}, &LifeSign::at);
    std::ranges::stable_sort(m_ends, {}, &EndSign::at);
    addContradictions();
}

void RegistrationSigns::add(const TimedEvent& timed)
{
    const std::string_view kind = timed.event->kind;
    if (kind == "sip.register" || kind == "phone.registered")
        addSip(timed);
    else if (kind.starts_with("sccp."))
        addSccp(timed);
    else if (kind.starts_with("alarm."))
        addAlarm(timed);
    else if (kind == "phone.connect-failed")
        m_over = timed.at;
    else if (kind == "tcp.syn")
        m_opened[timed.event->source] = timed.at;
    addEnd(timed);
}

/// One try, as one source after the other shows it. Phones send several messages as they register; each of
/// their lines may do so.
bool RegistrationSigns::continues(const RegistrationAttempt& known, const RegistrationAttempt& like,
                                  const TimedEvent& timed) const
{
    const bool sameProtocol = known.protocol == RegistrationProtocol::Unknown
        || like.protocol == RegistrationProtocol::Unknown || known.protocol == like.protocol;
    const bool another = (!known.seen && !like.id.empty() && like.id != known.id) || isElsewhere(known, like);
    const bool near = timed.at - known.at <= oneBeginning || isHearsay(known, timed);
    return near && sameProtocol && !another && sameNode(known.node.address, like.node.address);
}

/// One of them only says that the phone registered, on a clock that may be minutes wrong, and does not say
/// that it left in between: nor is it seen to have.
bool RegistrationSigns::isHearsay(const RegistrationAttempt& known, const TimedEvent& timed) const
{
    if (!known.event || timed.at - known.at > oneEnd || isAlarm(*known.event) == isAlarm(*timed.event))
        return false;
    const EventRow& alarm = isAlarm(*known.event) ? *known.event : *timed.event;
    const std::string node = FieldView(alarm.fields).value("node").value_or("");
    const bool left = (m_over && *m_over > known.at)
        || std::ranges::any_of(m_unregistered, [&](const auto& gone) { // another node tells the older's end
                          const bool same = gone.first.second == node;
                          return gone.second > known.at + (same ? Nanoseconds{0} : sameMoment);
                      });
    const bool lived = isAlarm(*known.event) && !m_lives.empty() && m_lives.back().at > known.at;
    return !left && !lived && !isRefusal(alarm);
}

/// The attempt that this event shows to begin.
std::size_t RegistrationSigns::begin(const TimedEvent& timed, RegistrationAttempt like)
{
    like.event = timed.event;
    if (m_attempts.empty() || !continues(m_attempts.back(), like, timed)) {
        like.at = timed.at;
        m_attempts.push_back(std::move(like));
    } else {
        RegistrationAttempt& known = m_attempts.back();
        if (known.event && isAlarm(*known.event) && !isAlarm(*timed.event))
            known.at = timed.at;
        known.complete(like);
    }
    m_attempts.back().addSource(timed.event->ref.source);
    return m_attempts.size() - 1;
}

void RegistrationSigns::addSccp(const TimedEvent& timed)
{
    const EventRow& event = *timed.event;
    const bool asks = event.kind == "sccp.register";
    if (asks || event.kind == "sccp.register-ack") {
        begin(timed,
              {.accepted = !asks,
               .protocol = RegistrationProtocol::Sccp,
               .phone = asks ? event.source : event.destination,
               .node = asks ? event.destination : event.source,
               .id = handleKey(event),
               .grantedSeconds = FieldView(event.fields).number("keepalive-s")});
    } else if (event.kind == "sccp.register-reject") {
        addRefusal(timed, oneBeginning);
    } else if (event.kind == "sccp.keepalive" || event.kind == "sccp.time-date") {
        addLife(timed, false);
    } else if (event.kind == "sccp.keepalive-ack") {
        addLife(timed, true);
    }
}

void RegistrationSigns::addAlarm(const TimedEvent& timed)
{
    const EventRow& event = *timed.event;
    const bool registered =
        event.kind == "alarm.device-registered" || event.kind == "alarm.end-point-registered";
    const bool refused = isRefusal(event);
    if (isUnregistration(event.kind))
        addUnregistration(timed);
    if (!registered && !refused)
        return;
    const FieldView fields(event.fields);
    const auto protocol = fields.value("protocol");
    RegistrationAttempt like{.accepted = registered,
                             .protocol = protocol == "SIP" ? RegistrationProtocol::Sip
                                 : protocol == "SCCP"      ? RegistrationProtocol::Sccp
                                                           : RegistrationProtocol::Unknown,
                             .nodeName = fields.value("node").value_or("")};
    like.phone.address = IpAddress::fromText(fields.value("address").value_or("")).value_or(IpAddress{});
    const std::size_t attempt = begin(timed, std::move(like));
    if (refused)
        m_failures.push_back({timed.at, timed.event, attempt, nullptr});
}

/// What a node reports to have left twice had come back in between, unseen.
void RegistrationSigns::addUnregistration(const TimedEvent& timed)
{
    const FieldView fields(timed.event->fields);
    const std::string node = fields.value("node").value_or("");
    CaseTime& last =
        m_unregistered.try_emplace({timed.event->ref.source, node}, CaseTime{INT64_MIN}).first->second;
    const bool again = last.nsUtc != INT64_MIN && timed.at - last > oneEnd
        && (m_attempts.empty() || m_attempts.back().at < last - sameMoment);
    if (again)
        m_attempts.push_back(
            {.at = last + Nanoseconds{1},
             .seen = false,
             .accepted = true,
             .protocol = m_attempts.empty() ? RegistrationProtocol::Unknown : m_attempts.back().protocol,
             .nodeName = node});
    last = timed.at;
}

LifeSign& RegistrationSigns::addLife(const TimedEvent& timed, bool answer, std::optional<std::size_t> attempt)
{
    const EventRow& event = *timed.event;
    return m_lives.emplace_back(LifeSign{.at = timed.at,
                                         .to = timed.at,
                                         .source = event.ref.source,
                                         .phone = answer ? event.destination : event.source,
                                         .node = (answer ? event.source : event.destination).address,
                                         .answer = answer,
                                         .attempt = attempt,
                                         .isKeepalive = event.kind != "sccp.time-date"});
}

/// The alarm that a phone sends before its Register, over the same connection.
void RegistrationSigns::addCauses(const std::vector<TimedEvent>& events)
{
    for (const auto& [at, event] : events) {
        if (event->kind != "sccp.alarm")
            continue;
        const auto next = std::ranges::lower_bound(m_attempts, at - sameMoment, {}, &RegistrationAttempt::at);
        if (next == m_attempts.end() || next->at - at > oneBeginning || next->alarm || !next->last.empty())
            continue;
        const FieldView fields(event->fields);
        if (const auto code = fields.number("code"))
            next->alarm = static_cast<int>(*code);
        next->last = fields.value("last").value_or("");
    }
}

void RegistrationSigns::addTrains(const std::vector<TimedTrain>& trains)
{
    const StandbyLinks standby(trains);
    for (const TimedTrain& train : trains) {
        const EventRow& first = train.train->first;
        const bool answer = first.kind == "sccp.keepalive-ack";
        if (!standby.contains(train))
            m_lives.push_back({.at = train.from,
                               .to = train.to,
                               .source = first.ref.source,
                               .phone = answer ? first.destination : first.source,
                               .node = (answer ? first.source : first.destination).address,
                               .answer = answer,
                               .train = train.train});
    }
}

/// The same refreshes, or keepalives over the same connection, go on before and after that moment.
bool RegistrationSigns::lastsOver(CaseTime moment) const
{
    std::set<std::pair<SourceId, Endpoint>> before;
    std::set<std::size_t> calls;
    for (const LifeSign& life : m_lives) {
        const std::pair connection(life.source, life.phone);
        if (life.at < moment - oneBeginning && life.phone.port != 0)
            before.insert(connection);
        if (life.at < moment - oneBeginning && life.attempt)
            calls.insert(*life.attempt);
        if (life.to > moment + oneBeginning
            && (life.attempt ? calls.contains(*life.attempt) : before.contains(connection)))
            return true;
    }
    return false;
}

/// An alarm says that the phone registered, while it is seen to have been registered all the time: the clock
/// of the alarm is wrong.
void RegistrationSigns::addContradictions()
{
    for (RegistrationAttempt& attempt : m_attempts)
        attempt.contradicted =
            attempt.event && isAlarm(*attempt.event) && !attempt.refused && lastsOver(attempt.at);
}

} // namespace whittle
