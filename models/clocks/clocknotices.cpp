// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/clocks/clocknotices.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace whittle
{

namespace
{

/// "3.000"
std::string secondsText(std::int64_t ns)
{
    char text[48];
    std::snprintf(text, sizeof text, "%.3f", std::abs(static_cast<double>(ns)) * 1e-9);
    return text;
}

Problem noticeOf(const SourceClock::Step& step, const SourceRow& source, const SourceClock& clock)
{
    const std::int64_t half = std::max(step.byNs - step.lowNs, step.highNs - step.byNs);
    Problem problem{Severity::Notice, step.byNs > 0 ? "clocks.set-forward" : "clocks.set-back", {}, {}};
    if (step.place != 0)
        problem.place = Place{source.unit, step.place};
    problem.arguments = {secondsText(step.byNs), secondsText(half),
                         toRfc3339(clock.correctedSteady(step.from).nsUtc),
                         toRfc3339(clock.correctedSteady(step.to).nsUtc)};
    return problem;
}

} // namespace

std::vector<Problem> noticesOfClock(const SourceRow& source, const SourceClock& clock)
{
    std::vector<Problem> notices;
    for (const SourceClock::Step& step : clock.steps)
        notices.push_back(noticeOf(step, source, clock));
    for (const std::string& other : clock.contradicted)
        notices.push_back({Severity::Notice, "clocks.contradicted", {}, {other}});
    return notices;
}

} // namespace whittle
