// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "models/checks/check.h"

namespace whittle
{

// NTP: its sources, what becomes of the clock of a node, publisher and subscribers, Windows.
CheckOutcome checkNtpSilent(const CheckContext& context);
CheckOutcome checkNtpUnsynchronisedSource(const CheckContext& context);
CheckOutcome checkNtpKiss(const CheckContext& context);
CheckOutcome checkNtpHighStratum(const CheckContext& context);
CheckOutcome checkNtpFalseticker(const CheckContext& context);
CheckOutcome checkNtpNoAnswer(const CheckContext& context);
CheckOutcome checkNtpUselessAnswer(const CheckContext& context);
CheckOutcome checkNtpIgnoredSource(const CheckContext& context);
CheckOutcome checkNtpFollowsOwnClock(const CheckContext& context);
CheckOutcome checkNtpLargeOffset(const CheckContext& context);
CheckOutcome checkNtpDaemonStopped(const CheckContext& context);
CheckOutcome checkNtpSettling(const CheckContext& context);
CheckOutcome checkNtpOwnClockOnly(const CheckContext& context);
CheckOutcome checkNtpPublisherFirst(const CheckContext& context);
CheckOutcome checkNtpPublisherNotReady(const CheckContext& context);
CheckOutcome checkPublisherInSync(const CheckContext& context);
CheckOutcome checkSubscriberAsksOthers(const CheckContext& context);
CheckOutcome checkPublisherAsksNode(const CheckContext& context);
CheckOutcome checkWindowsTimeSettings(const CheckContext& context);
CheckOutcome checkWindowsTimeSettingsAlone(const CheckContext& context);
CheckOutcome checkWindowsSource(const CheckContext& context);
CheckOutcome checkNodesWithoutTime(const CheckContext& context);
CheckOutcome checkNtpStratumNearLimit(const CheckContext& context);
CheckOutcome checkNtpDistanceNearLimit(const CheckContext& context);

// The time that phones show.
CheckOutcome checkPhoneZone(const CheckContext& context);
CheckOutcome checkPhoneZoneOfServer(const CheckContext& context);
CheckOutcome checkWholeQuarterHours(const CheckContext& context);
CheckOutcome checkPhonesShowWrongTime(const CheckContext& context);
CheckOutcome checkOnlyLocalTimePhones(const CheckContext& context);
CheckOutcome checkOnlyUtcPhones(const CheckContext& context);
CheckOutcome checkSipPhoneClock(const CheckContext& context);
CheckOutcome checkServerClockWrong(const CheckContext& context);
CheckOutcome checkServerClockDiffers(const CheckContext& context);
CheckOutcome checkServerTimeCorrect(const CheckContext& context);

/// All of these.
const std::vector<Check>& timeChecks();

} // namespace whittle
