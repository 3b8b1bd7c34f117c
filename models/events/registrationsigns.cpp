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
// A phone's log tells of a refused REGISTER without saying which: of the last one that is so recent.
constexpr Nanoseconds timeToRefuse = std::chrono::minutes{2};

void addSource(RegistrationAttempt& attempt, SourceId source)
{
    if (std::ranges::find(attempt.seenBy, source) == attempt.seenBy.end())
        attempt.seenBy.push_back(source);
}

bool isAlarm(const EventRow& event)
{
    return event.kind.starts_with("alarm.");
}

/// What the one does not tell, the other may.
void complete(RegistrationAttempt& known, const RegistrationAttempt& like)
{
    const auto fill = [](auto& member, const auto& other, bool empty) {
        if (empty)
            member = other;
    };
    if (known.event && isAlarm(*known.event) && like.event && !isAlarm(*like.event))
        known.event = like.event;
    fill(known.protocol, like.protocol, known.protocol == RegistrationProtocol::Unknown);
    fill(known.phone, like.phone, known.phone.port == 0 && like.phone.address.isSet());
    fill(known.node, like.node, known.node.port == 0 && like.node.address.isSet());
    fill(known.nodeName, like.nodeName, known.nodeName.empty());
    fill(known.id, like.id, known.id.empty());
    fill(known.grantedSeconds, like.grantedSeconds, !known.grantedSeconds);
    fill(known.alarm, like.alarm, !known.alarm);
    fill(known.last, like.last, known.last.empty());
    known.accepted = known.accepted || like.accepted;
}

/// The Call-ID, or the phone's end of the connection where a capture cut the message before that; empty for
/// the line of a log that shows neither.
std::string callKey(const SipRegister& message, const Endpoint& phone)
{
    return !message.callId.empty() || phone.port == 0 ? message.callId : "from " + toText(phone);
}

/// Of a fresh request with credentials (RFC 3261 §22), or with another interval: no refusal.
bool asksAgain(int status)
{
    return status < 400 || status == 401 || status == 407 || status == 423;
}

} // namespace

bool sameNode(const IpAddress& a, const IpAddress& b)
{
    return !a.isSet() || !b.isSet() || a == b;
}

RegistrationSigns::RegistrationSigns(const DeviceEvents& events)
{
    for (const TimedEvent& timed : events.events)
        add(timed);
    for (const TimedEvent& timed : events.events) {
        if (timed.event->kind == "sip.response")
            addAnswer(timed);
    }
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
    const bool another = !known.seen && !like.id.empty() && like.id != known.id;
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
    const auto gone = m_gone.find(alarm.ref.source);
    const bool left = (gone != m_gone.end() && gone->second > known.at) || (m_proven && *m_proven > known.at);
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
        complete(known, like);
    }
    addSource(m_attempts.back(), timed.event->ref.source);
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

void RegistrationSigns::addSip(const TimedEvent& timed)
{
    const EventRow& event = *timed.event;
    const SipRegister request = sipRequestOf(event);
    RegistrationAttempt like{.accepted = event.kind == "phone.registered",
                             .protocol = RegistrationProtocol::Sip,
                             .phone = event.source,
                             .node = event.destination,
                             .id = request.callId,
                             .alarm = request.alarm,
                             .last = request.last};
    const std::string key = callKey(request, event.source);
    if (like.accepted || (key.empty() && request.isRegistration())) {
        begin(timed, std::move(like));
        return;
    }
    Call& call = m_calls[key];
    if (request.unregisters())
        call.unregisters = request.sequence;
    if (!request.isRegistration())
        return;
    if (!call.attempt) {
        addNewCall(timed, request, std::move(like));
    } else if (request.alarm && request.sequence != call.sequence && timed.at - call.last > oneBeginning) {
        call.attempt = begin(timed, std::move(like));
        call.sequence = request.sequence;
    } else {
        addRefresh(timed, request, call);
    }
    call.last = timed.at;
}

/// Where the message is cut: the first one of a connection.
bool RegistrationSigns::isInitial(const TimedEvent& timed, const SipRegister& request) const
{
    if (!request.callId.empty() || request.alarm)
        return request.isInitial();
    const auto opened = m_opened.find(timed.event->source);
    return opened != m_opened.end() && timed.at - opened->second <= oneBeginning;
}

void RegistrationSigns::addNewCall(const TimedEvent& timed, const SipRegister& request,
                                   RegistrationAttempt like)
{
    Call& call = m_calls[callKey(request, timed.event->source)];
    call.sequence = request.sequence;
    call.reached[timed.event->ref.source] = request.sequence;
    like.seen = isInitial(timed, request);
    call.attempt = like.seen ? std::nullopt : underWay(timed);
    if (call.attempt) {
        complete(m_attempts[*call.attempt], like);
        addLife(timed, false, call.attempt);
        return;
    }
    like.accepted = !like.seen; // a refresh
    call.attempt = begin(timed, std::move(like));
    if (!m_attempts[*call.attempt].seen)
        addLife(timed, false, call.attempt);
}

/// The registration that a refresh is of whose Call-ID was not seen before: another line of the same phone,
/// or one that was only heard of.
std::optional<std::size_t> RegistrationSigns::underWay(const TimedEvent& timed) const
{
    if (m_attempts.empty())
        return {};
    const RegistrationAttempt& last = m_attempts.back();
    const bool over = m_proven && *m_proven > last.at;
    const bool same = last.id.empty() || last.phone == timed.event->source;
    if (over || !same || !sameNode(last.node.address, timed.event->destination.address))
        return {};
    return m_attempts.size() - 1;
}

/// Or the same request once more: repeated, with credentials, or as another source shows it.
void RegistrationSigns::addRefresh(const TimedEvent& timed, const SipRegister& request, Call& call)
{
    RegistrationAttempt& attempt = m_attempts[*call.attempt];
    std::uint32_t& reached = call.reached[timed.event->ref.source];
    const bool first =
        (request.sequence == call.sequence && request.sequence != 0) || timed.at - attempt.at <= oneBeginning;
    if (!first)
        addLife(timed, false, call.attempt).isKeepalive =
            request.sequence == 0 || request.sequence != reached;
    else if (attempt.seen)
        addSource(attempt, timed.event->ref.source);
    reached = request.sequence;
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
    m_gone[timed.event->ref.source] = timed.at;
}

void RegistrationSigns::addEnd(const TimedEvent& timed)
{
    const EventRow& event = *timed.event;
    const auto how = endOf(event);
    if (!how)
        return;
    EndSign end{timed.at, *how, timed.event, {}, {}};
    if (isAlarm(event))
        end.nodeName = FieldView(event.fields).value("node").value_or("");
    if (event.kind.starts_with("sip.")) {
        const FieldView fields(event.fields);
        for (const std::string_view name : {"register-call-id", "call-id"}) {
            const auto call = m_calls.find(fields.value(name).value_or(""));
            if (call != m_calls.end() && !end.attempt)
                end.attempt = call->second.attempt;
        }
    }
    if (provesRegistration(event))
        m_proven = timed.at;
    m_ends.push_back(std::move(end));
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

/// Of the last attempt, which is not named.
void RegistrationSigns::addRefusal(const TimedEvent& timed, Nanoseconds within)
{
    const auto after =
        std::ranges::upper_bound(m_attempts, timed.at + sameMoment, {}, &RegistrationAttempt::at);
    if (after != m_attempts.begin() && timed.at - std::prev(after)->at <= within)
        m_failures.push_back({timed.at, timed.event,
                              static_cast<std::size_t>(std::prev(after) - m_attempts.begin()), nullptr});
}

/// Of a REGISTER, by its Call-ID; the log of a phone tells only that one was refused.
void RegistrationSigns::addAnswer(const TimedEvent& timed)
{
    const SipRegister answer = sipRequestOf(*timed.event);
    const std::string key = callKey(answer, timed.event->destination);
    if (key.empty() && !asksAgain(answer.status)) {
        addRefusal(timed, timeToRefuse);
        return;
    }
    const auto found = m_calls.find(key);
    const bool toRegister = answer.toRegister || answer.sequence == 0;
    if (!toRegister || found == m_calls.end() || !found->second.attempt)
        return;
    Call& call = found->second;
    RegistrationAttempt& attempt = m_attempts[*call.attempt];
    const bool unregistered = answer.sequence != 0 && answer.sequence == call.unregisters;
    if (answer.status >= 200 && answer.status < 300 && answer.expires != 0 && !unregistered) {
        attempt.accepted = true;
        attempt.grantedSeconds = answer.expires ? answer.expires : attempt.grantedSeconds;
        call.successes.push_back(timed.at);
        if (!attempt.seen || timed.at - attempt.at > oneBeginning)
            addLife(timed, true, call.attempt);
    } else if (!asksAgain(answer.status)) {
        m_failures.push_back({timed.at, timed.event, *call.attempt, &call});
    }
}

void RegistrationSigns::addFailures()
{
    for (const Failure& failure : m_failures) {
        const bool mended = failure.call && std::ranges::any_of(failure.call->successes, [&](CaseTime at) {
                                return at > failure.at - sameMoment && at <= failure.at + oneBeginning;
                            });
        if (mended)
            continue;
        RegistrationAttempt& attempt = m_attempts[failure.attempt];
        attempt.refused = attempt.refused || !attempt.accepted;
        m_ends.push_back({failure.at, RegistrationEnd::Rejected, failure.event, {}, failure.attempt});
    }
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
