// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "models/events/spans.h"

namespace whittle
{

/// What a phone means by the cause that it gives as it registers ("Last=" in its SCCP alarm, cisco-alarm in
/// its REGISTER): how it comes to register, and how its last registration ended.
struct LastCause {
    int code;
    std::string_view name;
    RegistrationBegin began;
    RegistrationEnd ended; ///< Unknown: it says nothing about that
};

/// By name, in any case and with UCM- for CM-, else by number; null for causes without a rule.
const LastCause* lastCauseOf(std::optional<int> code, std::string_view name);

} // namespace whittle
