// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/samplecase/record.h"

#include <string>

namespace samplecase
{

/// The console as logged: time of day by the phone's clock.
std::string consoleText(const Record& record);
/// The CallManager trace by the subscriber's clock, in local time.
std::string traceText(const Record& record);
/// The label of the case: cause, incidents, and each source's clock and counts.
std::string truthText(const Record& record);

} // namespace samplecase
