// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/events/registrationtracker.h"

#include <algorithm>

#include "models/base/fields.h"
#include "models/events/lastcauses.h"
#include "models/events/registrationends.h"
#include "models/events/registrationpulse.h"

namespace whittle
{

namespace
{

// Without keepalives in the evidence, what happened this shortly before a Register can have led to it.
constexpr Nanoseconds leadUp = std::chrono::minutes{30};
constexpr CaseTime never{INT64_MAX};
// A node that a phone has left for another one gives it up by then.
constexpr Nanoseconds latest = std::chrono::minutes{5};

RegistrationProtocol protocolOf(const EventRow& event)
{
    if (event.kind.starts_with("sip.") || FieldView(event.fields).value("protocol") == "SIP")
        return RegistrationProtocol::Sip;
    return RegistrationProtocol::Sccp;
}

/// Nothing says why; or it is the phone that left or closed its connection, and it knows why.
bool isOpenToReasons(const Registration& registration, const LastCause& cause)
{
    if (registration.ended == RegistrationEnd::Unregister)
        return cause.ended == RegistrationEnd::Moved;
    return registration.ended == RegistrationEnd::Unknown
        || registration.closedBy == RegistrationCloser::Phone;
}

} // namespace

RegistrationTracker::RegistrationTracker(std::string device, const DeviceEvents& events,
                                         const Coverage& coverage, std::stop_token stop)
    : m_device(std::move(device))
    , m_events(events)
    , m_coverage(coverage)
    , m_stop(std::move(stop))
    , m_signs(events)
    , m_ends(m_signs.ends())
{
}

/// Tries that came to nothing tell that the registration before them was lost.
void RegistrationTracker::sortAttempts()
{
    for (std::size_t i = 0; i < m_signs.attempts().size(); ++i) {
        const Attempt& attempt = m_signs.attempts()[i];
        if (attempt.contradicted)
            continue;
        if (isConfirmed(i))
            m_begins.push_back(&attempt);
        else if (!attempt.event->kind.starts_with("alarm."))
            m_ends.push_back({attempt.at, RegistrationEnd::Unknown, attempt.event, {}, {}});
    }
    std::ranges::stable_sort(m_ends, {}, &EndSign::at);
}

/// A node answered, or the phone is seen to be registered afterwards. Whoever would not have shown an answer
/// says nothing.
bool RegistrationTracker::isConfirmed(std::size_t index) const
{
    const auto& attempts = m_signs.attempts();
    const Attempt& attempt = attempts[index];
    if (attempt.accepted || attempt.refused)
        return true;
    const CaseTime next = index + 1 < attempts.size() ? attempts[index + 1].at : never;
    const bool lives = std::ranges::any_of(m_signs.lives(), [&](const LifeSign& life) {
        return life.at < next && life.to > attempt.at + sameMoment && isOf(life, &attempt);
    });
    if (lives)
        return true;
    return std::ranges::none_of(attempt.seenBy, [&](SourceId source) {
        const bool showsAnswers =
            attempt.event->ref.place.unit == PlaceUnit::Frame
            || std::ranges::any_of(m_signs.lives(),
                                   [&](const LifeSign& life) { return life.answer && life.source == source; })
            || std::ranges::any_of(attempts, [&](const Attempt& other) {
                   return other.accepted && std::ranges::find(other.seenBy, source) != other.seenBy.end();
               });
        return showsAnswers
            && m_coverage.complete(source, attempt.at, attempt.at + oneBeginning, attempt.phone.address);
    });
}

/// Of SIP by its Call-ID; of SCCP whatever goes to that node. Null: a registration that began unseen.
bool RegistrationTracker::isOf(const LifeSign& life, const Attempt* attempt) const
{
    if (life.attempt)
        return attempt == &m_signs.attempts()[*life.attempt];
    return !attempt || sameNode(life.node, attempt->node.address);
}

std::map<SourceId, CaseTime> RegistrationTracker::lastSigns(const Attempt* attempt, CaseTime from,
                                                            CaseTime to, bool answers) const
{
    std::map<SourceId, CaseTime> last;
    const auto consider = [&](SourceId source, CaseTime at) {
        if (at >= from && at < to)
            last[source] = std::max(last.try_emplace(source, at).first->second, at);
    };
    for (const LifeSign& life : m_signs.lives()) {
        if (life.at >= to)
            break;
        if ((answers && !life.answer) || !isOf(life, attempt))
            continue;
        consider(life.source, life.at);
        // Where a source does not show ports, a train runs on over a new registration: of its members before
        // that only this is sure.
        if (life.train)
            consider(life.source, life.to < to ? life.to : to - Nanoseconds{life.train->longestStepNs});
    }
    return last;
}

CaseTime RegistrationTracker::findLastSign(Registration& registration, const Attempt* attempt, CaseTime from,
                                           CaseTime to) const
{
    const auto signs = lastSigns(attempt, from, to, false);
    for (const auto& [source, at] : signs)
        registration.alive = std::max(registration.alive.value_or(at), at);
    const Nanoseconds atOnce = registration.protocol == RegistrationProtocol::Sip
        ? Nanoseconds{std::chrono::seconds{sipUsualExpires}}
        : std::max(Nanoseconds{keepaliveInterval()}, sameMoment);
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
Nanoseconds RegistrationTracker::patienceOf(const Registration& registration) const
{
    if (registration.protocol == RegistrationProtocol::Sip)
        return std::chrono::seconds{registration.grantedSeconds.value_or(sipUsualExpires) + sipGraceSeconds};
    return Nanoseconds{keepalivesUntilLost * keepaliveInterval()};
}

/// Nothing more is seen of the phone, though somebody who saw its last keepalive would have seen three more.
bool RegistrationTracker::fellSilent(const Registration& registration) const
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

/// Somebody who saw its last keepalive was recording then: it was silent, and not unseen.
bool RegistrationTracker::goesOn(const Registration& registration, CaseTime at) const
{
    return std::ranges::any_of(registration.aliveIn,
                               [&](SourceId source) { return m_coverage.watched(source, at); });
}

/// CUCM learns late that a phone has left its connection (three keepalives), when the phone has long been
/// registered over another one, or with another node.
bool RegistrationTracker::isOfOlderConnection(const EndSign& end, const Attempt* attempt,
                                              CaseTime begin) const
{
    if (end.event->kind.starts_with("tcp.")) {
        const auto own = connectionAt(end.event->ref.source, begin + sameMoment);
        return own && end.event->source != *own && end.event->destination != *own;
    }
    if (attempt && !end.nodeName.empty() && !attempt->nodeName.empty() && end.nodeName != attempt->nodeName)
        return true;
    if (!attempt || !attempt->seen)
        return false;
    const bool noticed = end.event->kind.starts_with("alarm.") || end.event->kind == "trace.disconnect";
    const bool late = end.how == RegistrationEnd::KeepaliveLost || end.how == RegistrationEnd::Expired;
    const std::int64_t interval = keepaliveInterval();
    const Nanoseconds soonest = end.how == RegistrationEnd::Expired
        ? Nanoseconds{std::chrono::seconds{sipUsualExpires + sipGraceSeconds}} + sameMoment
        : interval > 0 ? Nanoseconds{keepalivesUntilLost * interval} + sameMoment
                       : leadUp;
    return noticed && late && end.at - begin < soonest;
}

/// The phone's end of the connection over which it had registered by then, as that source shows it.
std::optional<Endpoint> RegistrationTracker::connectionAt(SourceId source, CaseTime at) const
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

std::int64_t RegistrationTracker::keepaliveInterval() const
{
    std::int64_t interval = 0;
    for (const LifeSign& life : m_signs.lives())
        interval = std::max(interval, life.train ? life.train->intervalNs : 0);
    return interval;
}

/// CallManager reports the end of the older registration together with the beginning of the newer; another
/// node may take its time.
bool RegistrationTracker::isBefore(const EndSign& end, const Attempt* next)
{
    if (!next || end.at < next->at)
        return true;
    const bool anotherNode =
        !end.nodeName.empty() && !next->nodeName.empty() && end.nodeName != next->nodeName;
    return isUnregistration(end.event->kind) && end.at <= next->at + (anotherNode ? latest : sameMoment);
}

/// `held`: until when it certainly lasted; not set: nothing shows that.
const EndSign* RegistrationTracker::endBetween(const Attempt* attempt, CaseTime from, const Attempt* next,
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
void RegistrationTracker::explainByNext(Registration& registration, CaseTime end, bool timed) const
{
    const auto next = std::ranges::find_if(m_signs.attempts(), [&](const Attempt& attempt) {
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

void RegistrationTracker::setEnd(Registration& registration, const Attempt* attempt, CaseTime from,
                                 const Attempt* next) const
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
    registration.ended = end->how;
    registration.endedAt = end->event->ref;
    if (end->event->kind.starts_with("tcp.") && end->event->source.address == registration.address)
        registration.closedBy = RegistrationCloser::Phone;
    explainByNext(registration, registration.to, true);
}

/// No event shows an end.
void RegistrationTracker::setEndBySilence(Registration& registration, const Attempt* next) const
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
    const bool explained = next && registration.ended != RegistrationEnd::Unknown;
    if (silent && !explained) {
        registration.to = *alive;
        registration.ended = registration.protocol == RegistrationProtocol::Sip
            ? RegistrationEnd::Expired
            : RegistrationEnd::KeepaliveLost;
    }
    const Nanoseconds twoKeepalives =
        registration.protocol == RegistrationProtocol::Sip ? patience : Nanoseconds{2 * keepaliveInterval()};
    for (const SourceId source : registration.aliveIn) {
        const auto until = m_coverage.end(source);
        if (registration.ended == RegistrationEnd::Open && until && *until - *alive < twoKeepalives)
            registration.to = std::max(registration.to, *until);
    }
}

RegistrationBegin RegistrationTracker::howItBegan(const Attempt& attempt, const Registration* last) const
{
    if (const LastCause* cause = lastCauseOf(attempt.alarm, attempt.last))
        return cause->began;
    const CaseTime since = last ? last->to : attempt.at - leadUp;
    bool boots = false;
    bool looksForAddress = false;
    bool loadsTrust = false;
    for (const auto& [at, event] : m_events.events) {
        if (at < since || at > attempt.at)
            continue;
        boots = boots || event->kind == "phone.boot";
        looksForAddress = looksForAddress || event->kind == "dhcp.discover";
        loadsTrust = loadsTrust
            || (event->kind == "tftp.read-request" && event->fields.find("file=CTL") != std::string::npos);
    }
    const RegistrationEnd ended = last ? last->ended : RegistrationEnd::Open;
    if (ended == RegistrationEnd::Reset)
        return RegistrationBegin::Reset;
    if (ended == RegistrationEnd::Restart || ended == RegistrationEnd::ApplyConfig)
        return RegistrationBegin::Restart;
    if (boots || (looksForAddress && loadsTrust && ended != RegistrationEnd::AddressLost))
        return RegistrationBegin::PowerOn;
    const bool lostLink = ended == RegistrationEnd::TcpReset || ended == RegistrationEnd::TcpClosed
        || ended == RegistrationEnd::KeepaliveLost || ended == RegistrationEnd::Expired;
    return lostLink && !looksForAddress ? RegistrationBegin::ReRegister : RegistrationBegin::Register;
}

Registration RegistrationTracker::registration(const Attempt& attempt, const Attempt* next) const
{
    Registration registration;
    registration.device = m_device;
    registration.protocol = attempt.protocol;
    registration.from = attempt.at;
    if (attempt.seen)
        registration.beganAt = attempt.event->ref;
    registration.seenBy = attempt.seen ? attempt.seenBy : std::vector<SourceId>();
    registration.address = attempt.phone.address;
    registration.node = attempt.node;
    registration.id = attempt.id;
    registration.grantedSeconds = attempt.grantedSeconds;
    setEnd(registration, &attempt, attempt.seen ? attempt.at + sameMoment : attempt.at, next);
    return registration;
}

/// The first sign of a registration that began before any was seen to. Whoever tells of an end would have
/// told of a beginning while it watched.
std::optional<CaseTime> RegistrationTracker::unseenSince() const
{
    const CaseTime begin = m_begins.empty() ? never : m_begins.front()->at;
    std::optional<CaseTime> first;
    const auto consider = [&](CaseTime at) { first = std::min(first.value_or(at), at); };
    for (const LifeSign& life : m_signs.lives()) {
        if (!life.attempt && (begin == never || life.at + oneBeginning < begin))
            consider(life.at);
    }
    for (const EndSign& end : m_ends) {
        const Attempt* next = m_begins.empty() ? nullptr : m_begins.front();
        if (!end.attempt && isBefore(end, next) && provesRegistration(*end.event)
            && end.how != RegistrationEnd::Rejected)
            consider(m_coverage.watchedSince(end.event->ref.source, end.at).value_or(end.at));
    }
    return first;
}

Registration RegistrationTracker::before(CaseTime from, const Attempt* next) const
{
    Registration before;
    before.device = m_device;
    before.from = from;
    for (const LifeSign& life : m_signs.lives()) {
        if (life.attempt || !life.train || life.answer || before.node.address.isSet())
            continue;
        before.address = life.train->first.source.address;
        before.node = life.train->first.destination;
        before.protocol = RegistrationProtocol::Sccp;
    }
    const auto proof = std::ranges::find_if(
        m_ends, [](const EndSign& end) { return !end.attempt && provesRegistration(*end.event); });
    if (before.protocol == RegistrationProtocol::Unknown && proof != m_ends.end() && isBefore(*proof, next))
        before.protocol = protocolOf(*proof->event);
    setEnd(before, nullptr, from - Nanoseconds{1}, next);
    return before;
}

std::vector<Registration> RegistrationTracker::run()
{
    sortAttempts();
    std::vector<Registration> registrations;
    if (const auto from = unseenSince())
        registrations.push_back(before(*from, m_begins.empty() ? nullptr : m_begins.front()));
    for (std::size_t i = 0; i < m_begins.size() && !m_stop.stop_requested(); ++i) {
        Registration made = registration(*m_begins[i], i + 1 < m_begins.size() ? m_begins[i + 1] : nullptr);
        if (m_begins[i]->seen)
            made.began = howItBegan(*m_begins[i], registrations.empty() ? nullptr : &registrations.back());
        registrations.push_back(std::move(made));
    }
    const RegistrationPulse pulse(m_events, m_signs, m_coverage);
    for (std::size_t i = 0; i < registrations.size(); ++i)
        pulse.complete(registrations[i], i + 1 < registrations.size() ? registrations[i + 1].from : never);
    return registrations;
}

} // namespace whittle
