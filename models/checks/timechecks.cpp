// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/checks/timechecks.h"

namespace whittle
{

const std::vector<Check>& timeChecks()
{
    static const std::vector<Check> checks{
        checkNtpSilent,           checkNtpUnsynchronisedSource,  checkNtpKiss,
        checkNtpHighStratum,      checkNtpFalseticker,           checkNtpNoAnswer,
        checkNtpUselessAnswer,    checkNtpIgnoredSource,         checkNtpFollowsOwnClock,
        checkNtpLargeOffset,      checkNtpDaemonStopped,         checkNtpSettling,
        checkNtpOwnClockOnly,     checkNtpPublisherFirst,        checkNtpPublisherNotReady,
        checkPublisherInSync,     checkSubscriberAsksOthers,     checkPublisherAsksNode,
        checkWindowsTimeSettings, checkWindowsTimeSettingsAlone, checkWindowsSource,
        checkNodesWithoutTime,    checkNtpStratumNearLimit,      checkNtpDistanceNearLimit,
        checkPhoneZone,           checkPhoneZoneOfServer,        checkWholeQuarterHours,
        checkPhonesShowWrongTime, checkOnlyLocalTimePhones,      checkOnlyUtcPhones,
        checkSipPhoneClock,       checkServerClockWrong,         checkServerClockDiffers,
        checkServerTimeCorrect,
    };
    return checks;
}

} // namespace whittle
