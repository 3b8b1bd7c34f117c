// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "models/clocks/ntpreadings.h"

namespace whittle
{

/// By packets printed as text, often with names for addresses and times of day alone: the status of the node
/// on which they were printed is on the same clock; that of another whose answers they show is so to a few
/// seconds.
std::vector<ClockRelation> ntpTextRelations(const HostEvidence& evidence,
                                            const std::vector<NtpStatus>& statuses);

} // namespace whittle
