// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "models/events/registrationendfinder.h"
#include "models/events/registrationends.h"

// The part of RegistrationEndFinder that knows with which node a phone was, and whether it went back.

namespace whittle
{

namespace
{

// No phone loads its firmware, gets an address and its configuration and registers in less. CallManager
// reports a registration half a minute late.
constexpr Nanoseconds quickestStart = std::chrono::seconds{45};

} // namespace

/// As alarms call the node of a registration; empty: not known.
std::string RegistrationEndFinder::nodeOf(const Registration& registration) const
{
    const auto began = std::ranges::find(m_signs.attempts(), registration.from, &RegistrationAttempt::at);
    if (began != m_signs.attempts().end() && !began->nodeName.empty())
        return began->nodeName;
    const auto ended = std::ranges::find_if(
        m_ends, [&](const EndSign& end) { return end.event->ref == registration.endedAt; });
    return ended == m_ends.end() ? std::string() : ended->nodeName;
}

bool RegistrationEndFinder::isAtAnotherNode(const RegistrationAttempt& attempt,
                                            const Registration& last) const
{
    return !sameNode(attempt.node.address, last.node.address) || !sameNode(attempt.nodeName, nodeOf(last));
}

/// Nobody saw the phone start then, and it had no time to, or somebody would have seen it.
bool RegistrationEndFinder::didNotStart(CaseTime from, CaseTime to) const
{
    if (to <= from)
        return true;
    for (const TimedEvent& timed : m_events.between(from, to)) {
        if (timed.event->kind == "dhcp.discover" || timed.event->kind == "phone.boot")
            return false;
    }
    return to - from < quickestStart || std::ranges::any_of(m_events.events, [&](const TimedEvent& timed) {
               const std::string_view kind = timed.event->kind;
               return (kind.starts_with("dhcp.") || kind.starts_with("phone."))
                   && m_coverage.showedAllDhcp({&timed.event->ref.source, 1}, from, to);
           });
}

/// It had come from the node to which it goes next: by its name, or because the service of that one stopped.
bool RegistrationEndFinder::cameFrom(const Registration& last, const RegistrationAttempt& attempt,
                                     const RegistrationAttempt& next) const
{
    if (const std::string node = nodeOf(last); !node.empty())
        return node == next.nodeName;
    return wentWithItsService(last, attempt) && std::ranges::none_of(last.aliveIn, [&](SourceId source) {
               return std::ranges::find(attempt.seenBy, source) != attempt.seenBy.end();
           });
}

/// The phone left that node by itself and is back at the one from which it had come, without a start in
/// between. It prefers the one that it lost, or with which it stayed longer, and goes back to that one only.
bool RegistrationEndFinder::goesBack(const Registration& registration, const EndSign& end,
                                     const RegistrationAttempt* attempt, const RegistrationAttempt* next,
                                     const Registration* last) const
{
    const bool leaves = end.how == RegistrationEnd::Unknown && isUnregistration(end.event->kind);
    if (!leaves || !attempt || !next || !last || next->at - end.at > longestMove
        || sameNode(end.nodeName, next->nodeName) || registration.began == RegistrationBegin::Fallback)
        return false;
    const bool lost = last->ended == RegistrationEnd::KeepaliveLost || last->ended == RegistrationEnd::Expired
        || last->ended == RegistrationEnd::TcpReset || last->ended == RegistrationEnd::TcpClosed;
    return (lost || end.at - registration.from < last->to - last->from) && cameFrom(*last, *attempt, *next)
        && didNotStart(end.at, next->at);
}

} // namespace whittle
