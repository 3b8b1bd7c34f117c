// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "models/events/registrationsigns.h"

// The part of RegistrationSigns that reads REGISTER and what answers it.

namespace whittle
{

namespace
{

// A phone's log tells of a refused REGISTER without saying which: of the last one that is so recent.
constexpr Nanoseconds timeToRefuse = std::chrono::minutes{2};

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
        m_attempts[*call.attempt].complete(like);
        addLife(timed, false, call.attempt);
        return;
    }
    if (!like.seen && isBelated(timed, like))
        return;
    like.accepted = !like.seen; // a refresh
    call.attempt = begin(timed, std::move(like));
    if (!m_attempts[*call.attempt].seen)
        addLife(timed, false, call.attempt);
}

/// A refresh of the registration before the one that was seen to begin: it comes over the older connection,
/// with the delay of a network that loses packets.
bool RegistrationSigns::isBelated(const TimedEvent& timed, const RegistrationAttempt& like) const
{
    if (m_attempts.empty())
        return false;
    const RegistrationAttempt& last = m_attempts.back();
    const bool watched =
        std::ranges::find(last.seenBy, timed.event->ref.source) != last.seenBy.end() && last.seen;
    return watched && isElsewhere(last, like) && sameNode(last.node.address, like.node.address)
        && timed.at - last.at <= std::chrono::seconds{sipUsualExpires + sipGraceSeconds};
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
        attempt.addSource(timed.event->ref.source);
    reached = request.sequence;
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

/// Of the last attempt, which is not named.
void RegistrationSigns::addRefusal(const TimedEvent& timed, Nanoseconds within)
{
    const auto after =
        std::ranges::upper_bound(m_attempts, timed.at + sameMoment, {}, &RegistrationAttempt::at);
    if (after != m_attempts.begin() && timed.at - std::prev(after)->at <= within)
        m_failures.push_back({timed.at, timed.event,
                              static_cast<std::size_t>(std::prev(after) - m_attempts.begin()), nullptr});
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

} // namespace whittle
