// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>
#include <vector>

#include "models/base/sourceclock.h"
#include "models/events/caseevents.h"
#include "models/events/spans.h"

namespace whittle
{

/// Pairs each NTP answer in a capture with its request (RFC 5905 §8: its originate timestamp is the request's
/// transmit timestamp) and computes offset and delay. The moment of arrival, which only the client knows, is
/// its own transmit time plus what the capture saw pass between the two packets. By time. Incomplete after a
/// stop.
std::vector<NtpSample> ntpSamples(const CaseEvents& events, const ClockSet& clocks,
                                  const std::stop_token& stop = {});

} // namespace whittle
