// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/checks/check.h"

#include <algorithm>

#include "models/base/together.h"
#include "models/checks/starts.h"
#include "models/checks/timechecks.h"

namespace whittle
{

namespace
{

constexpr std::size_t checksWorthAThread = 8;

bool wasCommanded(const Registration& registration)
{
    return registration.ended == RegistrationEnd::Reset || registration.ended == RegistrationEnd::Restart
        || registration.ended == RegistrationEnd::ApplyConfig;
}

/// A try that was refused at once: nothing was lost by it.
bool wasNone(const Registration& registration)
{
    return registration.ended == RegistrationEnd::Rejected
        && registration.to - registration.from <= oneBeginning;
}

/// Whoever only hears from CallManager that a phone registered was not watching it.
bool cameFromNowhere(const CheckContext& context, const DeviceHistory& device)
{
    const auto first = std::ranges::find_if_not(device.registrations, wasNone);
    if (first != device.registrations.end()) {
        const auto& began = first->beganAt;
        const EventRow* event = began ? context.events.single(*began) : nullptr;
        return began && !(event && event->kind.starts_with("alarm."));
    }
    return std::ranges::any_of(device.marks,
                               [](const DeviceMark& mark) { return mark.kind == "dhcp.discover"; });
}

std::vector<Check> joined(std::vector<Check> checks, const std::vector<Check>& more)
{
    checks.insert(checks.end(), more.begin(), more.end());
    return checks;
}

} // namespace

void findLosses(CheckContext& context)
{
    for (const DeviceHistory& device : context.devices) {
        if (!device.isPhone)
            continue;
        if (cameFromNowhere(context, device))
            context.arrivals.push_back(&device);
        for (std::size_t i = 0; i < device.registrations.size(); ++i) {
            const Registration& registration = device.registrations[i];
            const Registration* next =
                i + 1 < device.registrations.size() ? &device.registrations[i + 1] : nullptr;
            if (registration.ended == RegistrationEnd::Open || isFailback(registration, next)
                || wasNone(registration))
                continue;
            auto& list = wasCommanded(registration) ? context.commanded : context.losses;
            list.push_back({&device, &registration, next, registration.to});
        }
    }
    std::ranges::stable_sort(context.losses, {}, &Loss::at);
    std::ranges::stable_sort(context.commanded, {}, &Loss::at);
}

const std::vector<Check>& allChecks()
{
    static const std::vector<Check> checks{
        checkAllPhonesSuffer,
        checkRenewalRefused,
        checkRefusedAfterRelease,
        checkRenewalsAcknowledged,
        checkRequestsUnanswered,
        checkOtherServer,
        checkResetsAtHalfLife,
        checkPeriodOfResets,
        checkLeaseLength,
        checkAddressGivenUp,
        checkResetCommanded,
        checkDropTogether,
        checkKeepalivesUnanswered,
        checkConnectionReset,
        checkPoweredUp,
        checkNtpSynchronised,
        checkNtpNotSynchronised,
        checkRefusedAgain,
        checkNoFreeAddress,
        checkOnlyNewUnanswered,
        checkSearchesUnanswered,
        checkSearchesLost,
        checkServerDoesNotServe,
        checkAddressInUse,
        checkRenewedByBroadcast,
        checkLeaseTimers,
        checkLeaseExtreme,
        checkNoTftpOption,
        checkPhonesFailToRegister,
        checkConfigurationRefused,
        checkConfigurationUnanswered,
        checkConfigurationNotFound,
        checkNoConfiguration,
        checkAnswersLost,
        checkTftpBusy,
        checkRegistrationRefused,
        checkCertificateRefused,
        checkAddressElsewhere,
        checkOtherVlan,
        checkPathLoss,
        checkNodeSilent,
        checkServiceRestarted,
        checkResetByStranger,
        checkNetworkChanged,
        checkPowerLost,
        checkCohort,
    };
    static const std::vector<Check> all = joined(checks, timeChecks());
    return all;
}

std::vector<CheckOutcome> runChecks(CheckContext& context)
{
    findLosses(context);
    context.ntpClients = findNtpClients(context);
    context.refusals = findRefusals(context);
    const std::vector<Check>& checks = allChecks();
    std::vector<CheckOutcome> outcomes(checks.size());
    const CheckContext& known = context; // from here on nothing of it changes
    inParts(
        checks.size(),
        [&](std::size_t from, std::size_t to) {
            for (std::size_t i = from; i < to && !known.stop.stop_requested(); ++i)
                outcomes[i] = checks[i](known);
        },
        checksWorthAThread);
    std::erase_if(outcomes, [](const CheckOutcome& outcome) { return outcome.id.empty(); }); // stopped
    return outcomes;
}

} // namespace whittle
