// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <concepts>
#include <tuple>
#include <type_traits>

#include "models/analysis/rows.h"
#include "models/checks/outcome.h"
#include "models/events/conversations.h"
#include "models/events/joins.h"
#include "models/events/ntpassociation.h"
#include "models/events/spans.h"

namespace whittle
{

template <>
constexpr Basis lastOf<Basis> = Basis::Assumed;
template <>
constexpr JoinKind lastOf<JoinKind> = JoinKind::User;
template <>
constexpr RegistrationBegin lastOf<RegistrationBegin> = RegistrationBegin::ReRegister;
template <>
constexpr RegistrationEnd lastOf<RegistrationEnd> = RegistrationEnd::Unknown;
template <>
constexpr RegistrationProtocol lastOf<RegistrationProtocol> = RegistrationProtocol::Sip;
template <>
constexpr RegistrationCloser lastOf<RegistrationCloser> = RegistrationCloser::Cucm;
template <>
constexpr LeaseEnd lastOf<LeaseEnd> = LeaseEnd::Withdrawn;
template <>
constexpr RequestState lastOf<RequestState> = RequestState::Rebinding;
template <>
constexpr RequestOutcome lastOf<RequestOutcome> = RequestOutcome::Unknown;
template <>
constexpr NtpMode lastOf<NtpMode> = NtpMode::Broadcast;
template <>
constexpr PollOutcome lastOf<PollOutcome> = PollOutcome::Answered;
template <>
constexpr ConversationKind lastOf<ConversationKind> = ConversationKind::Sccp;
template <>
constexpr ConversationEnd lastOf<ConversationEnd> = ConversationEnd::TcpReset;
template <>
constexpr CheckResult lastOf<CheckResult> = CheckResult::NotObservable;

/// A value of that type, to be written, or to be read into.
template <typename T, typename Value>
concept Some = std::same_as<std::remove_const_t<T>, Value>;

// The members that are stored, in the order of the columns. Each names all members of its struct, so that one
// more is an error of the compiler and nothing is forgotten; those that follow from where it stands (the
// phone, what belongs to a lease …) are left out of the row.

auto columnsOf(Some<SourceClock> auto& clock)
{
    auto& [source, dateShift, dateBasis, utcOffset, zone, zoneBasis, correction, turns, steps, beforeSteps,
           contradicted] = clock;
    return std::tie(source, dateShift, dateBasis, utcOffset, zone, zoneBasis, correction, beforeSteps,
                    contradicted);
}

auto columnsOf(Some<SourceClock::Turn> auto& turn)
{
    auto& [at, offset, place] = turn;
    return std::tie(at, offset, place);
}

auto columnsOf(Some<SourceClock::Step> auto& step)
{
    auto& [at, from, to, by, low, high, place] = step;
    return std::tie(at, from, to, by, low, high, place);
}

auto columnsOf(Some<Join> auto& join)
{
    auto& [device, kind, mac, end, text, source, places, span, reason, proof] = join;
    return std::tie(device, kind, mac, end, text, source, places.from, places.to, span.from, span.to, reason,
                    proof);
}

auto columnsOf(Some<DeviceHistory> auto& history)
{
    auto& [name, isPhone, mac, addresses, registrations, leases, marks, inputs] = history;
    return std::tie(name, isPhone, mac, addresses, inputs);
}

auto columnsOf(Some<Registration> auto& registration)
{
    auto& [device, protocol, address, node, id, from, to, began, ended, beganAt, endedAt, closedBy, reason,
           reasonName, lastCode, last, seenBy, alive, aliveIn, keepalives, answers, missing, granted,
           observed, gaps] = registration;
    return std::tie(protocol, address, node, id, from, to, began, ended, beganAt, endedAt, closedBy, reason,
                    reasonName, lastCode, last, seenBy, alive, aliveIn, keepalives, answers, missing, granted,
                    observed, gaps);
}

auto columnsOf(Some<Lease> auto& lease)
{
    auto& [device, mac, address, server, from, to, ended, beganAt, endedAt, boundAt, length, t1, t2, relay,
           refusedBy, otherServers, options, requests] = lease;
    return std::tie(mac, address, server, from, to, ended, beganAt, endedAt, boundAt, length, t1, t2, relay,
                    refusedBy, otherServers, options);
}

auto columnsOf(Some<LeaseRequest> auto& one)
{
    auto& [at, state, outcome, request, answer, answeredAt, server, tries] = one;
    return std::tie(at, state, outcome, request, answer, answeredAt, server, tries);
}

auto columnsOf(Some<DeviceMark> auto& mark)
{
    auto& [at, kind, ref] = mark;
    return std::tie(at, kind, ref);
}

auto columnsOf(Some<NtpAssociation> auto& association)
{
    auto& [client, server, mode, from, to, polls, states, reports] = association;
    return std::tie(client.address, client.name, client.output, server.address, server.name, server.output,
                    mode, from, to);
}

auto columnsOf(Some<NtpPoll> auto& one)
{
    auto& [at, outcome, afterGap, roundTrip, offset, delay, rootDelay, rootDispersion, ref] = one;
    return std::tie(at, outcome, afterGap, roundTrip, offset, delay, rootDelay, rootDispersion, ref);
}

auto columnsOf(Some<NtpState> auto& state)
{
    auto& [ofServer, from, to, version, stratum, leap, poll, refid, kiss, ref] = state;
    return std::tie(ofServer, from, to, version, stratum, leap, poll, refid, kiss, ref);
}

auto columnsOf(Some<NtpReport> auto& report)
{
    auto& [at, tally, type, stratum, refid, when, poll, reach, delay, offset, jitter, ref] = report;
    return std::tie(at, tally, type, stratum, refid, when, poll, reach, delay, offset, jitter, ref);
}

auto columnsOf(Some<Conversation> auto& one)
{
    auto& [kind, id, device, method, caller, callee, from, to, ended, status, endedAt, legs, inputs] = one;
    return std::tie(kind, id, device, method, caller, callee, from, to, ended, status, endedAt, inputs);
}

auto columnsOf(Some<ConversationLeg> auto& leg)
{
    auto& [caller, callee, seenBy, messages, first] = leg;
    return std::tie(caller, callee, seenBy, messages, first);
}

auto columnsOf(Some<CheckOutcome> auto& outcome)
{
    auto& [id, result, devices, from, to, evidence, needs, parameters] = outcome;
    return std::tie(id, result, devices, from, to, needs, parameters);
}

} // namespace whittle
