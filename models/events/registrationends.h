// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "models/events/spans.h"
#include "models/store/caserows.h"

namespace whittle
{

/// How a registration of the device that the event is about ended by it; Unknown where it ended and something
/// else says how, empty where it did not. Answers to a
/// request to register are not judged here: they need that.
std::optional<RegistrationEnd> endOf(const EventRow& event);

/// There was a registration, and it ended: a phone that merely looks for an address, or a connection that
/// closes, may not have been registered.
bool provesRegistration(const EventRow& event);

/// An alarm that a device left.
bool isUnregistration(std::string_view kind);

/// An alarm that a registration was refused, and not that its connection broke (CISCO-CCM-MIB
/// CcmDevRegFailCauseCode).
bool isRefusal(const EventRow& event);

/// The phone was seen to start anew: that its old connection is then found dead explains nothing.
bool isAfterglow(const EventRow& start, RegistrationEnd how);

} // namespace whittle
