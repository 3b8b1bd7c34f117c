// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "models/analysis/analysis.h"
#include "models/report/words.h"
#include "models/timeline/timetext.h"

namespace whittle::sourcetext
{

/// "41.2 s ahead, ± 0.2 s", "reference clock", "not known", "left out by you". `wishes`: what the user said
/// of clocks.
QString clockOffset(const AnalysedSource& source, const ClockWishRows& wishes = {});
/// "41.2 s ahead", "reference", "not known": clockOffset() where there is little room.
QString shortClockOffset(const AnalysedSource& source);
/// "2009-02-27 08:11 – 2009-03-03 09:00"; a dash where nothing has a time.
QString span(const AnalysedSource& source, const TimeText& times);
/// "2009-02-27 08:11, 4 d": when it begins and how long it is.
QString shortSpan(const AnalysedSource& source, const TimeText& times);
/// On what the offset rests, in sentences; of a clock that nothing is known of, that its times cannot be
/// compared with those of the others.
QString clockBasis(const AnalysedSource& source, const ClockWishRows& wishes = {});
/// "America/Chicago, stated"
QString zone(const AnalysedSource& source);
QString basis(Basis basis);
/// Problems that are more than information.
int problemCount(const AnalysedSource& source);
/// There are no bytes that could be read as anything.
bool isEmptyFile(const AnalysedSource& source);
/// The worst of its problems; Info when it has none.
Severity worst(const AnalysedSource& source);
QString severity(Severity severity);
/// Everything that is known about it, as simple HTML in which nothing comes from the evidence unescaped. What
/// the user said of its clock is told with links that take it back: "unpin:2" (of ClockWishRows::pins).
QString details(const Analysis& analysis, const AnalysedSource& source, const Words& words,
                const TimeText& times);

} // namespace whittle::sourcetext
