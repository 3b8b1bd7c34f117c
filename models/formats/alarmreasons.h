// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace whittle
{

/// The name of a reason code in the list that belongs to this kind of alarm ("alarm.end-point-unregistered"):
/// the same number means different things when a device leaves and when its registration fails
/// (CISCO-CCM-MIB, CcmDevUnregCauseCode and CcmDevRegFailCauseCode). Empty where the list has no such number,
/// and for alarms without a list.
std::string_view alarmReasonName(std::string_view kind, std::int64_t code);

} // namespace whittle
