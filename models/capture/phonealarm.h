// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "models/base/fields.h"

namespace whittle
{

/// What a phone says of its last restart. SCCP's Alarm:
///
///     14: Name=SEP001E7A24429A Load=SCCP41.8-4-2S Last=CM-closed-TCP
///
/// and the Reason of a SIP REGISTER:
///
///     cisco-alarm:23 Name=SEPC80084AA8743 ActiveLoad=sip78xx.12-1-1-12.loads InactiveLoad=...
///     Last=reset-restart
///
/// Views into the text, empty where it does not say.
struct PhoneAlarm {
    std::optional<int> code; ///< the number of the cause, 0..999
    std::string_view name;
    std::string_view load;
    std::string_view last;
};

PhoneAlarm parsePhoneAlarm(std::string_view text);

/// Adds the parameters of the alarm document in a body of SCCP's EnhancedAlarm or of a SIP REFER
/// (application/x-cisco-alarm+xml). Read by its names only: phones write values such as `<not open>` that are
/// no XML. Gives its DeviceName.
std::string_view addAlarmDocument(std::string_view xml, FieldWriter& fields);

} // namespace whittle
