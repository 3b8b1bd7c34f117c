// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <set>
#include <span>

#include "models/timeline/lanes.h"
#include "models/timeline/ntpmarks.h"
#include "models/timeline/scenewords.h"

namespace whittle
{

namespace
{

/// ntpd slews offsets up to here and steps over it (RFC 5905 §11.1, STEPT).
constexpr double stepThresholdSeconds = 0.128;

constexpr unsigned allPolls = 0377; ///< each of eight is known

struct Curve {
    const NtpAssociation* of = nullptr;
    std::vector<NtpPoint> points{};
    double largest = 0; ///< offset, in seconds
    bool isReached = false; ///< some answer was usable
    NtpReach reach{}; ///< at the end
};

/// The offsets that packets show, and, where they show none, those of a status.
std::vector<NtpPoint> offsetsOf(const NtpAssociation& association)
{
    std::vector<NtpPoint> points;
    for (const NtpPoll& poll : association.polls) {
        if (poll.offset && std::isfinite(*poll.offset))
            points.push_back({poll.at, *poll.offset, poll.ref});
    }
    for (const NtpReport& report : association.reports) {
        if (association.polls.empty() && report.reach != 0 && std::isfinite(report.offset))
            points.push_back({report.at, report.offset / 1000, report.ref});
    }
    return points;
}

/// Some poll is known to have failed: what nobody watched says nothing.
bool fails(const NtpAssociation& association)
{
    const auto failed = [](const NtpPoll& poll) {
        return poll.outcome == PollOutcome::Unanswered || poll.outcome == PollOutcome::Unusable;
    };
    return std::ranges::any_of(association.polls, failed)
        || std::ranges::any_of(association.reports,
                               [](const NtpReport& report) { return report.reach == 0; });
}

NtpReach lastReach(const NtpAssociation& association)
{
    if (!association.polls.empty())
        return reachAt(association, association.to);
    if (association.reports.empty())
        return {};
    return {static_cast<unsigned>(association.reports.back().reach), allPolls};
}

bool isAnswered(const NtpAssociation& association)
{
    if (association.polls.empty())
        return std::ranges::any_of(association.reports,
                                   [](const NtpReport& report) { return report.reach != 0; });
    return std::ranges::any_of(association.polls, [](const NtpPoll& poll) {
        return poll.outcome == PollOutcome::Answered || (poll.offset && poll.outcome == PollOutcome::Unknown);
    });
}

/// A row of a status for the host's own clock is no association with anybody.
bool isOfItself(const NtpAssociation& association)
{
    return association.polls.empty() && std::ranges::all_of(association.reports, [](const NtpReport& report) {
               return report.type == "l";
           });
}

/// Those that reach nobody first, then the largest offset.
std::vector<Curve> curvesOf(const Analysis& analysis)
{
    std::vector<Curve> curves;
    for (const NtpAssociation& association : analysis.ntp) {
        if (isOfItself(association))
            continue;
        Curve curve{&association, offsetsOf(association)};
        for (const NtpPoint& point : curve.points)
            curve.largest = std::max(curve.largest, std::abs(point.offsetSeconds));
        curve.isReached = isAnswered(association);
        curve.reach = lastReach(association);
        if (!curve.points.empty() || fails(association))
            curves.push_back(std::move(curve));
    }
    std::ranges::stable_sort(curves, {},
                             [](const Curve& curve) { return std::pair(curve.isReached, -curve.largest); });
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

LaneLine reachLine(const Curve& curve)
{
    LaneLine line = boundLine(curve.largest);
    if (!curve.isReached)
        line = {SceneWords::ntpNothingUsable(), SceneClass::Bad};
    if (curve.reach.known == 0)
        return line;
    line.text = SceneWords::ntpReach(line.text, QString::fromStdString(toText(curve.reach)));
    if (curve.reach.bits == 0 && curve.reach.known == allPolls)
        line.severity = SceneClass::Bad;
    return line;
}

NtpCurve curveOf(const Curve& one)
{
    NtpCurve curve;
    curve.points = one.points;
    if (curve.points.empty())
        return curve;
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
    const QString server = hostName(association.server, options);
    const int reported = association.reports.empty() ? 0 : association.reports.back().stratum;
    const int stratum = state ? state->stratum.value_or(0) : reported;
    lane.lines.push_back({stratum > 0 && !curve.points.empty() ? SceneWords::ntpAsksStratum(server, stratum)
                                                               : SceneWords::ntpAsks(server),
                          SceneClass::Neutral});
    lane.lines.push_back(reachLine(curve));
    NtpMarks marks = ntpMarks(association);
    lane.marks = std::move(marks.marks);
    lane.minor = std::move(marks.minor);
    std::set<SourceId> sources;
    for (const NtpPoll& poll : association.polls)
        sources.insert(poll.ref.source);
    for (const NtpReport& report : association.reports)
        sources.insert(report.ref.source);
    lane.unseen = gapsIn(whole, coverageOf(analysis, {sources.begin(), sources.end()}));
    lane.limits = limitsOf(analysis, {sources.begin(), sources.end()});
    lane.ntp = curveOf(curve);
    lane.ntp.severity = boundLine(curve.largest).severity;
    finish(lane);
    return lane;
}

SceneLane foldedNtpLane(std::span<const Curve> folded, bool expanded)
{
    const bool allReached = std::ranges::all_of(folded, &Curve::isReached);
    const double largest = std::ranges::max(folded, {}, &Curve::largest).largest;
    SceneLane lane;
    lane.kind = SceneLane::Kind::Fold;
    lane.id = foldedNtp;
    lane.title = SceneWords::otherNtpClients(static_cast<int>(folded.size()));
    lane.lines.push_back(allReached ? boundLine(largest)
                                    : LaneLine{SceneWords::ntpNothingUsable(), SceneClass::Bad});
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
            lanes.push_back(foldedNtpLane(std::span(all).subspan(shown), options.ntpExpanded));
        if (i < shown || options.ntpExpanded)
            lanes.push_back(ntpLane(analysis, all[i], whole, options));
    }
    return lanes;
}

} // namespace whittle
