// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/events/registrationtracker.h"

#include <algorithm>

#include "models/base/fields.h"
#include "models/events/lastcauses.h"
#include "models/events/registrationendfinder.h"
#include "models/events/registrationends.h"
#include "models/events/registrationpulse.h"

namespace whittle
{

namespace
{

// Without keepalives in the evidence, what happened this shortly before a Register can have led to it.
constexpr Nanoseconds leadUp = std::chrono::minutes{30};
constexpr CaseTime never{INT64_MAX};

RegistrationProtocol protocolOf(const EventRow& event)
{
    if (event.kind.starts_with("sip.") || FieldView(event.fields).value("protocol") == "SIP")
        return RegistrationProtocol::Sip;
    return RegistrationProtocol::Sccp;
}

} // namespace

RegistrationTracker::RegistrationTracker(std::string device, const DeviceEvents& events,
                                         const std::vector<Lease>& leases, const Coverage& coverage,
                                         std::stop_token stop, const ServiceStarts* starts)
    : m_device(std::move(device))
    , m_events(events)
    , m_coverage(coverage)
    , m_stop(std::move(stop))
    , m_starts(starts)
    , m_signs(events, leases)
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
        return life.at < next && life.to > attempt.at + sameMoment && m_signs.isOf(life, &attempt);
    });
    if (lives || failedToConnect(attempt, next))
        return lives;
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

/// The phone's own log says so.
bool RegistrationTracker::failedToConnect(const Attempt& attempt, CaseTime next) const
{
    return std::ranges::any_of(m_events.between(attempt.at, next), [&](const TimedEvent& timed) {
        return timed.event->kind == "phone.connect-failed" && timed.at < next
            && sameNode(timed.event->destination.address, attempt.node.address);
    });
}

RegistrationBegin RegistrationTracker::howItBegan(const Attempt& attempt, const Registration* last,
                                                  const RegistrationEndFinder& ends) const
{
    if (const LastCause* cause = lastCauseOf(attempt.alarm, attempt.last))
        return cause->began;
    const CaseTime since = last ? last->to : attempt.at - leadUp;
    bool boots = false;
    bool looksForAddress = false;
    bool loadsTrust = false;
    for (const auto& [at, event] : m_events.between(since, attempt.at)) {
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
    if (ended == RegistrationEnd::Moved && ends.isAtAnotherNode(attempt, *last))
        return RegistrationBegin::Fallback;
    const bool lostLink = ended == RegistrationEnd::TcpReset || ended == RegistrationEnd::TcpClosed
        || ended == RegistrationEnd::KeepaliveLost || ended == RegistrationEnd::Expired;
    return lostLink && !looksForAddress ? RegistrationBegin::ReRegister : RegistrationBegin::Register;
}

Registration RegistrationTracker::registration(const Attempt& attempt) const
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
        if (!end.attempt && RegistrationEndFinder::isBefore(end, beginning(0))
            && provesRegistration(*end.event) && end.how != RegistrationEnd::Rejected) {
            consider(m_coverage.watchedSince(end.event->ref.source, end.at).value_or(end.at));
            if (const auto lost = addressLostBefore(end))
                consider(*lost);
        }
    }
    return first;
}

/// CallManager misses the keepalives, or the refresh, of a phone that lost its address while it was
/// registered.
std::optional<CaseTime> RegistrationTracker::addressLostBefore(const EndSign& missed) const
{
    const bool expired = missed.how == RegistrationEnd::Expired;
    if (!expired && missed.how != RegistrationEnd::KeepaliveLost)
        return {};
    const Nanoseconds patience = expired
        ? Nanoseconds{std::chrono::seconds{sipUsualExpires + sipGraceSeconds}}
        : keepalivesUntilLost * Nanoseconds{sccpUsualKeepalive};
    const auto found = std::ranges::find_if(m_ends, [&](const EndSign& end) {
        return end.how == RegistrationEnd::AddressLost && end.at < missed.at
            && missed.at - end.at <= patience + sameMoment;
    });
    return found == m_ends.end() ? std::nullopt : std::optional(found->at);
}

Registration RegistrationTracker::before(CaseTime from) const
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
    if (before.protocol == RegistrationProtocol::Unknown && proof != m_ends.end()
        && RegistrationEndFinder::isBefore(*proof, beginning(0)))
        before.protocol = protocolOf(*proof->event);
    return before;
}

std::vector<Registration> RegistrationTracker::run()
{
    sortAttempts();
    const RegistrationEndFinder ends(m_events, m_signs, m_coverage, m_ends, m_starts);
    std::vector<Registration> registrations;
    if (const auto from = unseenSince()) {
        registrations.push_back(before(*from));
        ends.setEnd(registrations.back(), nullptr, *from - Nanoseconds{1}, beginning(0), nullptr);
    }
    for (std::size_t i = 0; i < m_begins.size() && !m_stop.stop_requested(); ++i) {
        const Attempt& attempt = *m_begins[i];
        const Registration* last = registrations.empty() ? nullptr : &registrations.back();
        Registration made = registration(attempt);
        if (attempt.seen)
            made.began = howItBegan(attempt, last, ends);
        ends.setEnd(made, &attempt, attempt.seen ? attempt.at + sameMoment : attempt.at, beginning(i + 1),
                    last);
        registrations.push_back(std::move(made));
    }
    const RegistrationPulse pulse(m_events, m_signs, m_coverage);
    for (std::size_t i = 0; i < registrations.size(); ++i)
        pulse.complete(registrations[i], i + 1 < registrations.size() ? registrations[i + 1].from : never);
    return registrations;
}

} // namespace whittle
