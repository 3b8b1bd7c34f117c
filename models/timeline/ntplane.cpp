// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "models/timeline/lanes.h"
#include "models/timeline/scenewords.h"

namespace whittle
{

namespace
{

/// ntpd slews offsets up to here and steps over it (RFC 5905 §11.1, STEPT).
constexpr double stepThresholdSeconds = 0.128;

struct Association {
    IpAddress client;
    IpAddress server;
    std::vector<const NtpSample*> samples;
    double largest = 0;
};

std::vector<Association> associations(const Analysis& analysis)
{
    std::map<std::pair<IpAddress, IpAddress>, Association> byPair;
    for (const NtpSample& sample : analysis.ntp) {
        Association& one = byPair[{sample.client, sample.server}];
        one.client = sample.client;
        one.server = sample.server;
        one.samples.push_back(&sample);
        if (std::isfinite(sample.offsetSeconds))
            one.largest = std::max(one.largest, std::abs(sample.offsetSeconds));
    }
    std::vector<Association> result;
    for (auto& [pair, one] : byPair)
        result.push_back(std::move(one));
    std::stable_sort(result.begin(), result.end(),
                     [](const Association& a, const Association& b) { return a.largest > b.largest; });
    return result;
}

/// The next of 1, 2, 5, 10, 20 … microseconds and up that is not below `seconds`.
double roundBound(double seconds)
{
    double bound = 1e-6;
    for (int i = 0; bound < seconds && i < 60; ++i)
        bound *= i % 3 == 1 ? 2.5 : 2.0;
    return bound;
}

QString durationOf(double seconds)
{
    return TimeText::duration(Nanoseconds{std::llround(std::min(seconds, 9.2e9) * 1e9)});
}

LaneLine boundLine(double largest)
{
    if (largest <= stepThresholdSeconds)
        return {SceneWords::within(durationOf(roundBound(largest))), SceneClass::Good};
    return {SceneWords::upTo(durationOf(largest)), largest < 1 ? SceneClass::Warning : SceneClass::Bad};
}

NtpCurve curveOf(const Association& association)
{
    NtpCurve curve;
    for (const NtpSample* sample : association.samples) {
        if (std::isfinite(sample->offsetSeconds))
            curve.points.push_back({sample->at, sample->offsetSeconds, sample->ref});
    }
    const double bound = roundBound(association.largest);
    curve.low = -bound;
    curve.high = bound;
    curve.lowLabel = QChar(0x2212) + QStringLiteral("\u202f") + durationOf(bound);
    curve.highLabel = QStringLiteral("+\u202f") + durationOf(bound);
    return curve;
}

SceneLane ntpLane(const Analysis& analysis, const Association& association, const TimeRange& whole,
                  const SceneOptions& options)
{
    SceneLane lane;
    lane.kind = SceneLane::Kind::Ntp;
    lane.id = "ntp:" + toText(association.client) + ">" + toText(association.server);
    lane.title = SceneWords::ntpTitle(nameOf(association.client, options));
    lane.lines.push_back(
        {SceneWords::ntpOffsetTo(nameOf(association.server, options), association.samples.back()->stratum),
         SceneClass::Neutral});
    lane.lines.push_back(boundLine(association.largest));
    std::set<SourceId> sources;
    for (const NtpSample* sample : association.samples)
        sources.insert(sample->ref.source);
    lane.unseen = gapsIn(whole, coverageOf(analysis, {sources.begin(), sources.end()}));
    lane.limits = limitsOf(analysis, {sources.begin(), sources.end()});
    lane.ntp = curveOf(association);
    lane.ntp.severity = lane.lines.back().severity;
    finish(lane);
    return lane;
}

SceneLane foldedNtpLane(int count, double largest, bool expanded)
{
    SceneLane lane;
    lane.kind = SceneLane::Kind::Fold;
    lane.id = foldedNtp;
    lane.title = SceneWords::otherNtpClients(count);
    lane.lines.push_back(boundLine(largest));
    lane.expanded = expanded;
    lane.height = 46;
    finish(lane);
    return lane;
}

} // namespace

std::vector<SceneLane> ntpLanes(const Analysis& analysis, const TimeRange& whole, const SceneOptions& options)
{
    const std::vector<Association> all = associations(analysis);
    // A fold of one would take the place of what it hides.
    const std::size_t shown = all.size() > options.ntpShown + 1 ? options.ntpShown : all.size();
    std::vector<SceneLane> lanes;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (i == shown)
            lanes.push_back(
                foldedNtpLane(static_cast<int>(all.size() - shown), all[shown].largest, options.ntpExpanded));
        if (i < shown || options.ntpExpanded)
            lanes.push_back(ntpLane(analysis, all[i], whole, options));
    }
    return lanes;
}

} // namespace whittle
