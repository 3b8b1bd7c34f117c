// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "models/base/fields.h"

namespace whittle
{

/// What one line of ntpd says: writes `what` and its fields. False when it says nothing about the state of
/// the clock. `server`: whom the line is about, empty where it names nobody.
bool readNtpLogText(std::string_view text, FieldWriter& fields, std::string_view& server);

} // namespace whittle
