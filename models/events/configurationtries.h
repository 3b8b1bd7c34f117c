// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "models/events/deviceevents.h"

namespace whittle
{

/// A phone that asks for its configuration: for its own file, and, where there is none, for that of all.
struct ConfigurationTry {
    CaseTime from{};
    /// With what it came to nothing: an error, a timeout that its log tells, or the third request for one
    /// file to which nothing came. Empty: it got a file, or nobody knows: what was asked for was not refused
    /// in a source that shows no success (a trace of CUCM's TFTP service), or the source ends first.
    std::optional<TimedEvent> failed{};
};

/// `events`: what one source shows of one phone's transfers (TFTP, or the lines of its log), by time. `end`:
/// of the source.
std::vector<ConfigurationTry> configurationTries(const std::vector<TimedEvent>& events, CaseTime end);

} // namespace whittle
