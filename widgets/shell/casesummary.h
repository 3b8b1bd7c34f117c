// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "models/analysis/analysis.h"
#include "models/timeline/timetext.h"

namespace whittle
{

/// The devices that suffer are those of the report.
/// "4 sources · 5 devices suffer · 2009-02-27 – 2009-03-04"
QString caseSummary(const Analysis& analysis, const TimeText& times);

/// All events, the members of trains counted.
std::uint64_t eventTotal(const Analysis& analysis);

} // namespace whittle
