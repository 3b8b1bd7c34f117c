// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/events/registrationpulse.h"

#include <algorithm>
#include <set>

#include "models/base/fields.h"
#include "models/base/median.h"
#include "models/events/identity.h"
#include "models/events/registrationends.h"

namespace whittle
{

namespace
{

// CallManager, or a phone that finds its connection dead, closes it long after the registration was lost.
constexpr Nanoseconds timeToClose = std::chrono::minutes{5};

bool isLost(RegistrationEnd end)
{
    return end == RegistrationEnd::KeepaliveLost || end == RegistrationEnd::Expired;
}

/// How many did not come in a step that is so many times as long as it should be.
std::uint64_t skipped(std::int64_t step, std::int64_t interval)
{
    return 2 * step <= 3 * interval ? 0 : static_cast<std::uint64_t>((step + interval / 2) / interval - 1);
}

RegistrationCloser closerInTrace(const EventRow& event)
{
    const FieldView fields(event.fields);
    const auto how = fields.value("how");
    if (how == "closed-by-cucm" || how == "keepalive-timeout")
        return RegistrationCloser::Cucm;
    const bool byPeer = how == "tcp-closed" && fields.value("connection"); // "closed by peer"
    return byPeer ? RegistrationCloser::Phone : RegistrationCloser::Unknown;
}

} // namespace

RegistrationPulse::RegistrationPulse(const DeviceEvents& events, const RegistrationSigns& signs,
                                     const Coverage& coverage)
    : m_events(events)
    , m_signs(signs)
    , m_coverage(coverage)
{
    std::set<SourceId> sources;
    for (const RegistrationAttempt& attempt : signs.attempts())
        sources.insert(attempt.seenBy.begin(), attempt.seenBy.end());
    for (const LifeSign& life : signs.lives())
        sources.insert(life.source);
    for (const EndSign& end : signs.ends()) {
        if (provesRegistration(*end.event))
            sources.insert(end.event->ref.source);
    }
    m_sources.assign(sources.begin(), sources.end());
}

RegistrationPulse::Beats RegistrationPulse::beatsOf(const Registration& registration, CaseTime next,
                                                    bool answers) const
{
    Beats beats;
    for (const LifeSign& life : m_signs.lives()) {
        if (life.at >= next)
            break;
        const bool own = life.attempt ? m_signs.attempts()[*life.attempt].id == registration.id
                                      : sameNode(life.node, registration.node.address);
        if (own && life.isKeepalive && life.answer == answers && life.to >= registration.from)
            beats[life.source].push_back({life.at, std::min(life.to, next), life.train});
    }
    return beats;
}

/// The median step of whoever saw the most, in ns; 0 where nobody saw two.
std::int64_t RegistrationPulse::intervalOf(const Beats& beats)
{
    std::uint64_t most = 1;
    std::int64_t interval = 0;
    for (const auto& [source, list] : beats) {
        std::vector<double> steps;
        for (std::size_t i = 0; i < list.size(); ++i) {
            if (list[i].count() > most) {
                most = list[i].count();
                interval = list[i].train->intervalNs;
            }
            if (i > 0 && !list[i].train && !list[i - 1].train && list[i].from > list[i - 1].from)
                steps.push_back(static_cast<double>((list[i].from - list[i - 1].from).count()));
        }
        if (steps.size() >= most) {
            most = steps.size() + 1;
            interval = static_cast<std::int64_t>(medianOf(std::move(steps)));
        }
    }
    return interval;
}

std::uint64_t RegistrationPulse::missing(const Registration& registration, SourceId source,
                                         const std::vector<Beat>& beats, std::int64_t interval) const
{
    const auto watched = [&](CaseTime from, CaseTime to) {
        return m_coverage.complete(source, from, to, registration.address);
    };
    std::uint64_t missing = 0;
    for (std::size_t i = 0; i < beats.size(); ++i) {
        const Beat& beat = beats[i];
        if (beat.train && skipped(beat.train->longestStepNs, interval) > 0 && watched(beat.from, beat.to)) {
            const std::uint64_t due = skipped((beat.to - beat.from).count() + interval, interval);
            missing += due >= beat.count() ? due + 1 - beat.count() : 0;
        }
        if (i > 0 && beat.from > beats[i - 1].to && watched(beats[i - 1].to, beat.from))
            missing += skipped((beat.from - beats[i - 1].to).count(), interval);
    }
    if (!isLost(registration.ended))
        return missing;
    const CaseTime last = beats.back().to;
    const Nanoseconds patience = registration.protocol == RegistrationProtocol::Sip
        ? Nanoseconds{interval + nsPerSecond}
        : Nanoseconds{keepalivesUntilLost * interval};
    const CaseTime until = std::max(registration.to, last + patience);
    return missing
        + (watched(last, until) ? static_cast<std::uint64_t>((until - last).count() / interval) : 0);
}

/// Packets tell it, and where there are none CallManager's trace.
RegistrationCloser RegistrationPulse::closerOf(const Registration& registration, CaseTime next) const
{
    const CaseTime from = registration.alive.value_or(registration.from) - sameMoment;
    const CaseTime to = std::min(registration.to + timeToClose, next);
    RegistrationCloser told = RegistrationCloser::Unknown;
    for (const auto& [at, event] : m_events.between(from, std::max(from, to))) {
        if (event->kind == "trace.disconnect" && told == RegistrationCloser::Unknown)
            told = closerInTrace(*event);
        const bool own = registration.address.isSet()
            && (event->source.address == registration.address
                || event->destination.address == registration.address);
        if (endsSignalling(*event) && own)
            return event->source.address == registration.address ? RegistrationCloser::Phone
                                                                 : RegistrationCloser::Cucm;
    }
    return told;
}

/// The first alarm that it was lost, or refused, from its last sign on; CallManager may be late.
void RegistrationPulse::addReason(Registration& registration, CaseTime next) const
{
    const CaseTime from = registration.alive.value_or(registration.from) - sameMoment;
    const CaseTime to = std::max(registration.to, std::min(registration.to + timeToClose, next)) + sameMoment;
    for (const auto& [at, event] : m_events.between(from, to)) {
        const bool tells = registration.ended == RegistrationEnd::Rejected ? isRefusal(*event)
                                                                           : isUnregistration(event->kind);
        if (!tells)
            continue;
        const FieldView fields(event->fields);
        const auto code = fields.number("reason");
        if (code)
            registration.reason = static_cast<int>(*code);
        registration.reasonName = fields.value("reason-name").value_or("");
        return;
    }
}

void RegistrationPulse::complete(Registration& registration, CaseTime next) const
{
    const Beats asked = beatsOf(registration, next, false);
    const Beats answered = beatsOf(registration, next, true);
    // The same keepalives seen by two sources are counted once: the source that saw the most stands for all.
    const auto most = [](const Beats& beats) {
        std::uint64_t count = 0;
        for (const auto& [source, list] : beats) {
            std::uint64_t sum = 0;
            for (const Beat& beat : list)
                sum += beat.count();
            count = std::max(count, sum);
        }
        return count;
    };
    registration.keepalives = most(asked);
    registration.keepaliveAnswers = most(answered);
    const std::int64_t interval = intervalOf(asked);
    if (interval > 0) {
        registration.observedMs = interval / 1'000'000;
        for (const auto& [source, beats] : asked)
            registration.missing =
                std::max(registration.missing, missing(registration, source, beats, interval));
    }
    if (registration.ended != RegistrationEnd::Open) {
        registration.closedBy = closerOf(registration, next);
        addReason(registration, next);
    }
    registration.gaps = m_coverage.gaps(m_sources, registration.from, registration.to);
}

} // namespace whittle
