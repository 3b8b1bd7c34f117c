// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "models/events/spans.h"

namespace whittle
{

/// What is known about a registration beyond its beginning and its end, in the form of an event's fields:
/// protocol, address, node, call-id or handle, granted-s, observed-s, missing, keepalives, answers,
/// closed-by, reason, reason-name, last-code, last, gaps-s. What is not known is left out.
std::string fieldsOf(const Registration& registration);

} // namespace whittle
