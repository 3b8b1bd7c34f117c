// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <concepts>
#include <tuple>
#include <type_traits>

#include "models/analysis/rows.h"
#include "models/checks/outcome.h"
#include "models/events/joins.h"
#include "models/events/spans.h"

namespace whittle
{

template <>
constexpr Basis lastOf<Basis> = Basis::Assumed;
template <>
constexpr JoinKind lastOf<JoinKind> = JoinKind::AddressAnywhere;
template <>
constexpr RegistrationBegin lastOf<RegistrationBegin> = RegistrationBegin::Register;
template <>
constexpr RegistrationEnd lastOf<RegistrationEnd> = RegistrationEnd::Unknown;
template <>
constexpr LeaseEnd lastOf<LeaseEnd> = LeaseEnd::Replaced;
template <>
constexpr RequestState lastOf<RequestState> = RequestState::Rebinding;
template <>
constexpr RequestOutcome lastOf<RequestOutcome> = RequestOutcome::Refused;
template <>
constexpr CheckResult lastOf<CheckResult> = CheckResult::NotObservable;

/// A value of that type, to be written, or to be read into.
template <typename T, typename Value>
concept Some = std::same_as<std::remove_const_t<T>, Value>;

// The members that are stored, in the order of the columns; what stands before them (the number of the phone,
// of the lease …) is added where they are walked.

auto columnsOf(Some<SourceClock> auto& clock)
{
    return std::tie(clock.source, clock.dateShiftNs, clock.dateBasis, clock.utcOffsetNs, clock.zone,
                    clock.zoneBasis, clock.correction);
}

auto columnsOf(Some<Join> auto& join)
{
    return std::tie(join.device, join.kind, join.mac, join.end, join.source, join.places.from, join.places.to,
                    join.span.from, join.span.to, join.reason, join.proof);
}

auto columnsOf(Some<DeviceHistory> auto& device)
{
    return std::tie(device.name, device.isPhone, device.mac, device.addresses);
}

auto columnsOf(Some<Registration> auto& one)
{
    return std::tie(one.address, one.node, one.from, one.to, one.began, one.ended, one.beganAt, one.endedAt,
                    one.seenBy, one.keepalives, one.keepaliveAnswers);
}

auto columnsOf(Some<Lease> auto& lease)
{
    return std::tie(lease.mac, lease.address, lease.server, lease.from, lease.to, lease.ended, lease.beganAt,
                    lease.endedAt, lease.boundAt, lease.length, lease.t1, lease.t2);
}

auto columnsOf(Some<LeaseRequest> auto& one)
{
    return std::tie(one.at, one.state, one.outcome, one.request, one.answer, one.answeredAt);
}

auto columnsOf(Some<DeviceMark> auto& mark)
{
    return std::tie(mark.at, mark.kind, mark.ref);
}

auto columnsOf(Some<NtpSample> auto& sample)
{
    return std::tie(sample.client, sample.server, sample.at, sample.offsetSeconds, sample.delaySeconds,
                    sample.stratum, sample.ref);
}

auto columnsOf(Some<CheckOutcome> auto& outcome)
{
    return std::tie(outcome.id, outcome.result, outcome.devices, outcome.from, outcome.to, outcome.needs,
                    outcome.parameters);
}

} // namespace whittle
