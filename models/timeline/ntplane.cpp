// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <set>

#include "models/timeline/lanes.h"
#include "models/timeline/scenewords.h"

namespace whittle
{

namespace
{

/// ntpd slews offsets up to here and steps over it (RFC 5905 §11.1, STEPT).
constexpr double stepThresholdSeconds = 0.128;

/// Those that have a curve, the largest offset first.
struct Curve {
    const NtpAssociation* of = nullptr;
    double largest = 0;
};

std::vector<Curve> curvesOf(const Analysis& analysis)
{
    std::vector<Curve> curves;
    for (const NtpAssociation& association : analysis.ntp) {
        Curve curve{&association};
        bool any = false;
        for (const NtpPoll& poll : association.polls) {
            any = any || poll.offset.has_value();
            if (poll.offset && std::isfinite(*poll.offset))
                curve.largest = std::max(curve.largest, std::abs(*poll.offset));
        }
        if (any)
            curves.push_back(curve);
    }
    std::stable_sort(curves.begin(), curves.end(),
                     [](const Curve& a, const Curve& b) { return a.largest > b.largest; });
    return curves;
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

NtpCurve curveOf(const Curve& one)
{
    NtpCurve curve;
    for (const NtpPoll& poll : one.of->polls) {
        if (poll.offset && std::isfinite(*poll.offset))
            curve.points.push_back({poll.at, *poll.offset, poll.ref});
    }
    const double bound = roundBound(one.largest);
    curve.low = -bound;
    curve.high = bound;
    curve.lowLabel = QChar(0x2212) + QStringLiteral("\u202f") + durationOf(bound);
    curve.highLabel = QStringLiteral("+\u202f") + durationOf(bound);
    return curve;
}

QString hostName(const NtpHost& host, const SceneOptions& options)
{
    return host.address.isSet() ? nameOf(host.address, options) : QString::fromStdString(toText(host));
}

SceneLane ntpLane(const Analysis& analysis, const Curve& curve, const TimeRange& whole,
                  const SceneOptions& options)
{
    const NtpAssociation& association = *curve.of;
    const NtpState* state = stateAt(association, true, association.to);
    SceneLane lane;
    lane.kind = SceneLane::Kind::Ntp;
    lane.id = "ntp:" + toText(association.client) + ">" + toText(association.server);
    lane.title = SceneWords::ntpTitle(hostName(association.client, options));
    lane.lines.push_back({SceneWords::ntpOffsetTo(hostName(association.server, options),
                                                  state ? state->stratum.value_or(0) : 0),
                          SceneClass::Neutral});
    lane.lines.push_back(boundLine(curve.largest));
    std::set<SourceId> sources;
    for (const NtpPoll& poll : association.polls)
        sources.insert(poll.ref.source);
    lane.unseen = gapsIn(whole, coverageOf(analysis, {sources.begin(), sources.end()}));
    lane.limits = limitsOf(analysis, {sources.begin(), sources.end()});
    lane.ntp = curveOf(curve);
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
    const std::vector<Curve> all = curvesOf(analysis);
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
