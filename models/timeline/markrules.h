// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "models/events/spans.h"
#include "models/timeline/timelinescene.h"

namespace whittle
{

struct MarkRule {
    MarkShape shape = MarkShape::Tick;
    SceneClass severity = SceneClass::Neutral;
};

/// How an event of that kind is marked; a new kind that is worth more than a tick gets a line in
/// markrules.cpp.
MarkRule markRule(std::string_view kind);
/// How the end of a registration is marked.
MarkRule markRule(RegistrationEnd end);

} // namespace whittle
