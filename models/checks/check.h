// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <stop_token>
#include <string>
#include <vector>

#include "models/base/sourceclock.h"
#include "models/checks/ntpclients.h"
#include "models/checks/outcome.h"
#include "models/events/caseevents.h"
#include "models/events/coverage.h"
#include "models/events/deviceevents.h"
#include "models/events/ntpassociation.h"
#include "models/events/spans.h"

namespace whittle
{

class Identity;

/// A registration that ended while its phone should have stayed registered.
struct Loss {
    const DeviceHistory* device = nullptr;
    const Registration* registration = nullptr;
    const Registration* next = nullptr; ///< the one after it; null: the phone did not come back
    CaseTime at{};
};

/// A refusal of a registration, in one source.
struct RegistrationRefusal {
    CaseTime at{};
    const EventRow* event = nullptr;
    std::string why{}; ///< "403 Forbidden", "NoEntryInDatabase"
    bool ofCertificate = false;
};

using RefusalsByDevice = std::map<const DeviceHistory*, std::vector<RegistrationRefusal>>;

/// What the checks judge. Borrowed from the analysis under way.
struct CheckContext {
    const CaseEvents& events;
    const Identity& identity;
    const ClockSet& clocks;
    const std::vector<DeviceHistory>& devices;
    const std::vector<NtpAssociation>& ntp;
    const EventsByDevice& byDevice; ///< groupByDevice()
    const Coverage& coverage; ///< what a "no" rests on
    std::vector<Loss> losses{}; ///< those that nobody ordered: what needs explaining
    std::vector<Loss> commanded{}; ///< those that follow a Reset, Restart or Apply Config from CUCM
    /// Phones that registered, or looked for an address, while somebody watched, and nobody saw from where
    /// they came: they lost a registration before, or were switched on.
    std::vector<const DeviceHistory*> arrivals{};
    RefusalsByDevice refusals{}; ///< of the phones that were refused (findRefusals())
    std::vector<NtpClient> ntpClients{}; ///< the nodes and their sources of time
    std::stop_token stop{}; ///< what a check says after a stop counts for nothing

    CaseTime at(const EventRow& event) const
    {
        return clocks.at(event.ref.source, event.time, event.ref.place.number);
    }
    CitedEvent cite(const EventRow& event) const { return {event.ref, at(event)}; }
};

/// Sorts the ends of registrations into losses and commanded ones, and finds the arrivals.
void findLosses(CheckContext& context);

/// One question that evidence can answer by itself.
using Check = CheckOutcome (*)(const CheckContext& context);

// One file each; registered in allChecks(). Those about time: timechecks.h.
CheckOutcome checkRenewalRefused(const CheckContext& context);
CheckOutcome checkRefusedAfterRelease(const CheckContext& context);
CheckOutcome checkRenewalsAcknowledged(const CheckContext& context);
CheckOutcome checkRequestsUnanswered(const CheckContext& context);
CheckOutcome checkOtherServer(const CheckContext& context);
CheckOutcome checkRefusedAgain(const CheckContext& context);
CheckOutcome checkNoFreeAddress(const CheckContext& context);
CheckOutcome checkOnlyNewUnanswered(const CheckContext& context);
CheckOutcome checkSearchesUnanswered(const CheckContext& context);
CheckOutcome checkSearchesLost(const CheckContext& context);
CheckOutcome checkServerDoesNotServe(const CheckContext& context);
CheckOutcome checkAddressInUse(const CheckContext& context);
CheckOutcome checkRenewedByBroadcast(const CheckContext& context);
CheckOutcome checkLeaseTimers(const CheckContext& context);
CheckOutcome checkLeaseExtreme(const CheckContext& context);
CheckOutcome checkNoTftpOption(const CheckContext& context);
CheckOutcome checkPhonesFailToRegister(const CheckContext& context);
CheckOutcome checkConfigurationRefused(const CheckContext& context);
CheckOutcome checkConfigurationUnanswered(const CheckContext& context);
CheckOutcome checkConfigurationNotFound(const CheckContext& context);
CheckOutcome checkNoConfiguration(const CheckContext& context);
CheckOutcome checkAnswersLost(const CheckContext& context);
CheckOutcome checkTftpBusy(const CheckContext& context);
CheckOutcome checkRegistrationRefused(const CheckContext& context);
CheckOutcome checkCertificateRefused(const CheckContext& context);
CheckOutcome checkAddressElsewhere(const CheckContext& context);
CheckOutcome checkOtherVlan(const CheckContext& context);
CheckOutcome checkResetsAtHalfLife(const CheckContext& context);
CheckOutcome checkPeriodOfResets(const CheckContext& context);
CheckOutcome checkLeaseLength(const CheckContext& context);
CheckOutcome checkAddressGivenUp(const CheckContext& context);
CheckOutcome checkResetCommanded(const CheckContext& context);
CheckOutcome checkDropTogether(const CheckContext& context);
CheckOutcome checkKeepalivesUnanswered(const CheckContext& context);
CheckOutcome checkConnectionReset(const CheckContext& context);
CheckOutcome checkPowerLost(const CheckContext& context);
CheckOutcome checkPoweredUp(const CheckContext& context);
CheckOutcome checkPathLoss(const CheckContext& context);
CheckOutcome checkNodeSilent(const CheckContext& context);
CheckOutcome checkServiceRestarted(const CheckContext& context);
CheckOutcome checkResetByStranger(const CheckContext& context);
CheckOutcome checkNetworkChanged(const CheckContext& context);
CheckOutcome checkCohort(const CheckContext& context);
CheckOutcome checkAllPhonesSuffer(const CheckContext& context);
CheckOutcome checkNtpSynchronised(const CheckContext& context);
CheckOutcome checkNtpNotSynchronised(const CheckContext& context);

const std::vector<Check>& allChecks();

/// Runs all of them, in a fixed order. What no source can show is NotObservable. After a stop some are
/// missing.
std::vector<CheckOutcome> runChecks(CheckContext& context);

} // namespace whittle
