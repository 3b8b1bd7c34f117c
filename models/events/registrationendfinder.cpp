// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/events/registrationendfinder.h"

#include <algorithm>

#include "models/events/lastcauses.h"
#include "models/events/registrationends.h"

namespace whittle
{

namespace
{

// Without keepalives in the evidence, what happened this shortly before a Register can have led to it.
constexpr Nanoseconds leadUp = std::chrono::minutes{30};
constexpr CaseTime never{INT64_MAX};

/// Nothing says why; or it is the phone that left or closed its connection, and it knows why.
bool isOpenToReasons(const Registration& registration, const LastCause& cause)
{
    if (registration.ended == RegistrationEnd::Unregister)
        return cause.ended == RegistrationEnd::Moved;
    return registration.ended == RegistrationEnd::Unknown
        || registration.closedBy == RegistrationCloser::Phone;
}

} // namespace

RegistrationEndFinder::RegistrationEndFinder(const DeviceEvents& events, const RegistrationSigns& signs,
                                             const Coverage& coverage, std::vector<EndSign> ends,
                                             const ServiceStarts* starts)
    : m_events(events)
    , m_signs(signs)
    , m_coverage(coverage)
    , m_ends(std::move(ends))
    , m_starts(starts)
{
    for (const LifeSign& life : signs.lives())
        m_interval = std::max(m_interval, life.train ? life.train->intervalNs : 0);
}

std::map<SourceId, CaseTime> RegistrationEndFinder::lastSigns(const RegistrationAttempt* attempt,
                                                              CaseTime from, CaseTime to, bool answers) const
{
    std::map<SourceId, CaseTime> last;
    const auto consider = [&](SourceId source, CaseTime at) {
        if (at >= from && at < to)
            last[source] = std::max(last.try_emplace(source, at).first->second, at);
    };
    for (const LifeSign& life : m_signs.lives()) {
        if (life.at >= to)
            break;
        if ((answers && !life.answer) || !m_signs.isOf(life, attempt))
            continue;
        consider(life.source, life.at);
        // Where a source does not show ports, a train runs on over a new registration: of its members before
        // that only this is sure.
        if (life.train)
            consider(life.source, life.to < to ? life.to : to - Nanoseconds{life.train->longestStepNs});
    }
    return last;
}

CaseTime RegistrationEndFinder::findLastSign(Registration& registration, const RegistrationAttempt* attempt,
                                             CaseTime from, CaseTime to) const
{
    const auto signs = lastSigns(attempt, from, to, false);
    for (const auto& [source, at] : signs)
        registration.alive = std::max(registration.alive.value_or(at), at);
    const Nanoseconds atOnce = registration.protocol == RegistrationProtocol::Sip
        ? Nanoseconds{std::chrono::seconds{sipUsualExpires}}
        : std::max(Nanoseconds{m_interval}, sameMoment);
    CaseTime held{INT64_MIN};
    for (const auto& [source, at] : signs) {
        if (*registration.alive - at <= atOnce)
            registration.aliveIn.push_back(source);
    }
    for (const auto& [source, at] : lastSigns(attempt, from, to, true))
        held = std::max(held, at);
    return held;
}

/// How long a node, or the phone, waits for a sign of the other before it gives the registration up.
Nanoseconds RegistrationEndFinder::patienceOf(const Registration& registration) const
{
    if (registration.protocol == RegistrationProtocol::Sip)
        return std::chrono::seconds{registration.grantedSeconds.value_or(sipUsualExpires) + sipGraceSeconds};
    return Nanoseconds{keepalivesUntilLost * m_interval};
}

/// Nothing more is seen of the phone, though somebody who saw its last keepalive would have seen three more.
bool RegistrationEndFinder::fellSilent(const Registration& registration) const
{
    const Nanoseconds patience = patienceOf(registration);
    if (!registration.alive || patience.count() <= 0)
        return false;
    const CaseTime lost = *registration.alive + patience;
    const bool speaksOn = std::ranges::any_of(m_events.events, [&](const TimedEvent& event) {
        const std::string_view kind = event.event->kind;
        const bool sip = kind == "sip.invite" || kind == "sip.ack" || kind == "sip.bye"
            || kind == "sip.subscribe" || kind == "sip.refer" || kind == "sip.publish";
        return event.at > *registration.alive && (sip || kind.starts_with("sccp."));
    });
    return !speaksOn && std::ranges::any_of(registration.aliveIn, [&](SourceId source) {
        const auto until = m_coverage.keepalivesEnd(source);
        return until && *until > lost
            && m_coverage.complete(source, *registration.alive, lost, registration.address);
    });
}

/// The service in whose trace it was seen last started soon afterwards: with it went the connection. A phone
/// that came back to that service before had lost it by something else.
bool RegistrationEndFinder::wentWithItsService(const Registration& registration,
                                               const RegistrationAttempt& next) const
{
    return m_starts && std::ranges::any_of(registration.aliveIn, [&](SourceId source) {
               const auto starts = m_starts->find(source);
               const bool cameBack = std::ranges::find(next.seenBy, source) != next.seenBy.end();
               return starts != m_starts->end() && std::ranges::any_of(starts->second, [&](CaseTime start) {
                          return start > *registration.alive && start - *registration.alive <= longestMove
                              && !(cameBack && next.at < start);
                      });
           });
}

/// Somebody who saw its last keepalive was recording then: it was silent, and not unseen.
bool RegistrationEndFinder::goesOn(const Registration& registration, CaseTime at) const
{
    return std::ranges::any_of(registration.aliveIn,
                               [&](SourceId source) { return m_coverage.watched(source, at); });
}

/// CUCM learns late that a phone has left its connection (three keepalives), when the phone has long been
/// registered over another one, or with another node.
bool RegistrationEndFinder::isOfOlderConnection(const EndSign& end, const RegistrationAttempt* attempt,
                                                CaseTime begin) const
{
    if (end.event->kind.starts_with("tcp.")) {
        const auto own = connectionAt(end.event->ref.source, begin + sameMoment);
        return own && end.event->source != *own && end.event->destination != *own;
    }
    if (attempt && !sameNode(end.nodeName, attempt->nodeName))
        return true;
    if (!attempt || !attempt->seen)
        return false;
    const bool noticed = end.event->kind.starts_with("alarm.") || end.event->kind == "trace.disconnect";
    const bool late = end.how == RegistrationEnd::KeepaliveLost || end.how == RegistrationEnd::Expired;
    const Nanoseconds soonest = end.how == RegistrationEnd::Expired
        ? Nanoseconds{std::chrono::seconds{sipUsualExpires + sipGraceSeconds}} + sameMoment
        : m_interval > 0 ? Nanoseconds{keepalivesUntilLost * m_interval} + sameMoment
                         : leadUp;
    return noticed && late && end.at - begin < soonest;
}

/// The phone's end of the connection over which it had registered by then, as that source shows it.
std::optional<Endpoint> RegistrationEndFinder::connectionAt(SourceId source, CaseTime at) const
{
    std::optional<Endpoint> phone;
    for (const auto& [time, event] : m_events.events) {
        if (time > at)
            break;
        const bool registers = event->kind == "sccp.register"
            || (event->kind == "sip.register" && sipRequestOf(*event).isRegistration());
        if (registers && event->ref.source == source && event->source.port != 0)
            phone = event->source;
    }
    return phone;
}

/// CallManager reports the end of the older registration together with the beginning of the newer; another
/// node may take its time.
bool RegistrationEndFinder::isBefore(const EndSign& end, const RegistrationAttempt* next)
{
    if (!next || end.at < next->at)
        return true;
    const Nanoseconds late = sameNode(end.nodeName, next->nodeName) ? sameMoment : longestMove;
    return isUnregistration(end.event->kind) && end.at <= next->at + late;
}

/// `held`: until when it certainly lasted; not set: nothing shows that.
const EndSign* RegistrationEndFinder::endBetween(const RegistrationAttempt* attempt, CaseTime from,
                                                 const RegistrationAttempt* next,
                                                 std::optional<CaseTime> held) const
{
    const CaseTime sure = std::max(from, held.value_or(from)) - sameMoment;
    const CaseTime likely = std::max(from, held.value_or(next ? next->at - leadUp : from)) - sameMoment;
    const EndSign* vague = nullptr;
    for (const EndSign& end : m_ends) {
        const bool tooEarly = end.at < (provesRegistration(*end.event) ? sure : likely)
            || (end.at <= from && end.how != RegistrationEnd::Rejected);
        const bool another = end.attempt && attempt != &m_signs.attempts()[*end.attempt];
        if (tooEarly || another || !isBefore(end, next) || isOfOlderConnection(end, attempt, from))
            continue;
        if (vague && isAfterglow(*vague->event, end.how))
            continue;
        if (end.how != RegistrationEnd::Unknown)
            return &end;
        if (!vague)
            vague = &end;
    }
    return vague;
}

/// What the phone says of it as it tries to register next. The moment that is told by something else counts.
void RegistrationEndFinder::explainByNext(Registration& registration, CaseTime end, bool timed) const
{
    const auto next = std::ranges::find_if(m_signs.attempts(), [&](const RegistrationAttempt& attempt) {
        return attempt.at > registration.from && attempt.at >= end - (timed ? sameMoment : Nanoseconds{0});
    });
    if (next == m_signs.attempts().end())
        return;
    registration.lastCode = next->alarm;
    registration.last = next->last;
    const LastCause* cause = lastCauseOf(next->alarm, next->last);
    if (cause && cause->ended != RegistrationEnd::Unknown && isOpenToReasons(registration, *cause))
        registration.ended = cause->ended;
    else if (cause && cause->began == RegistrationBegin::PowerOn
             && registration.ended == RegistrationEnd::Moved)
        registration.ended = RegistrationEnd::Unknown; // it started anew, and CallManager takes it for two
}

void RegistrationEndFinder::setEnd(Registration& registration, const RegistrationAttempt* attempt,
                                   CaseTime from, const RegistrationAttempt* next,
                                   const Registration* last) const
{
    const CaseTime limit = next ? next->at : never;
    const CaseTime answered = findLastSign(registration, attempt, from, limit);
    auto held = registration.alive;
    if (held)
        held = std::max(answered, *held - patienceOf(registration));
    const EndSign* end = endBetween(attempt, from, next, held);
    if (!end) {
        setEndBySilence(registration, next);
        return;
    }
    registration.to = std::min(end->at, limit);
    registration.ended =
        goesBack(registration, *end, attempt, next, last) ? RegistrationEnd::Moved : end->how;
    registration.endedAt = end->event->ref;
    if (end->event->kind.starts_with("tcp.") && end->event->source.address == registration.address)
        registration.closedBy = RegistrationCloser::Phone;
    explainByNext(registration, registration.to, true);
}

/// No event shows an end.
void RegistrationEndFinder::setEndBySilence(Registration& registration, const RegistrationAttempt* next) const
{
    const Nanoseconds patience = patienceOf(registration);
    const auto alive = registration.alive;
    const bool silent = next ? alive && patience.count() > 0 && next->at - *alive > patience
            && goesOn(registration, *alive + patience)
                             : fellSilent(registration);
    registration.to = next ? next->at : alive.value_or(registration.from);
    registration.ended = next ? RegistrationEnd::Unknown : RegistrationEnd::Open;
    if (next)
        explainByNext(registration, registration.to, false);
    if (next && registration.ended == RegistrationEnd::Unknown && wentWithItsService(registration, *next))
        registration.ended = RegistrationEnd::TcpClosed;
    const bool explained = next && registration.ended != RegistrationEnd::Unknown;
    if (silent && !explained) {
        registration.to = *alive;
        registration.ended = registration.protocol == RegistrationProtocol::Sip
            ? RegistrationEnd::Expired
            : RegistrationEnd::KeepaliveLost;
    }
    const Nanoseconds twoKeepalives =
        registration.protocol == RegistrationProtocol::Sip ? patience : Nanoseconds{2 * m_interval};
    for (const SourceId source : registration.aliveIn) {
        const auto until = m_coverage.end(source);
        if (registration.ended == RegistrationEnd::Open && until && *until - *alive < twoKeepalives)
            registration.to = std::max(registration.to, *until);
    }
}

} // namespace whittle
