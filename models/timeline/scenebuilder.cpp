// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/scenebuilder.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>

#include "models/timeline/lanes.h"
#include "models/timeline/openingview.h"
#include "models/timeline/scenewords.h"

namespace whittle
{

namespace
{

template <typename Item>
void sortByTime(std::vector<Item>& items)
{
    std::stable_sort(items.begin(), items.end(), [](const Item& a, const Item& b) { return a.at < b.at; });
}

template <typename Item>
void sortByBeginning(std::vector<Item>& items)
{
    std::stable_sort(items.begin(), items.end(),
                     [](const Item& a, const Item& b) { return a.from < b.from; });
}

void widen(TimeRange& range, bool& any, CaseTime from, CaseTime to)
{
    range.from = any ? std::min(range.from, from) : from;
    range.to = any ? std::max(range.to, to) : to;
    any = true;
}

/// From the first to the last event; where the analysis does not say, from what the devices and NTP show, and
/// without those from what the sources cover.
TimeRange wholeOf(const Analysis& analysis)
{
    TimeRange whole;
    bool any = false;
    if (analysis.first && analysis.last)
        widen(whole, any, *analysis.first, *analysis.last);
    for (const DeviceHistory& device : analysis.devices) {
        for (const Registration& registration : device.registrations)
            widen(whole, any, registration.from, registration.to);
        for (const Lease& lease : device.leases) {
            if (!analysis.first)
                widen(whole, any, lease.from, lease.to);
        }
        for (const DeviceMark& mark : device.marks)
            widen(whole, any, mark.at, mark.at);
    }
    for (const NtpAssociation& association : analysis.ntp)
        widen(whole, any, association.from, association.to);
    for (const TimeRange& seen : any ? std::vector<TimeRange>{} : coverageOf(analysis, {}))
        widen(whole, any, seen.from, seen.to);
    if (whole.length() < shortestView)
        whole = {moved(whole.from, Nanoseconds{-nsPerSecond}), moved(whole.to, Nanoseconds{nsPerSecond})};
    return whole;
}

SceneClass classOf(const std::string& severity)
{
    return severity == "error"  ? SceneClass::Bad
        : severity == "warning" ? SceneClass::Warning
                                : SceneClass::Neutral;
}

std::vector<FindingStop> stopsOf(const Analysis& analysis)
{
    std::vector<FindingStop> stops;
    const bool anyBad =
        std::any_of(analysis.findings.begin(), analysis.findings.end(),
                    [](const Finding& finding) { return classOf(finding.severity) != SceneClass::Neutral; });
    for (const Finding& finding : analysis.findings) {
        const SceneClass severity = classOf(finding.severity);
        if (anyBad && severity == SceneClass::Neutral)
            continue;
        for (const Citation& citation : finding.evidence)
            stops.push_back({citation.time, citation.ref, severity});
    }
    sortByTime(stops);
    stops.erase(std::unique(stops.begin(), stops.end(),
                            [](const FindingStop& a, const FindingStop& b) { return a.ref == b.ref; }),
                stops.end());
    return stops;
}

/// Refused when half of the lease was over (within two hundredths).
bool refusedAtT1(const Lease& lease)
{
    if (lease.ended != LeaseEnd::Refused || !lease.length || lease.t1.count() <= 0)
        return false;
    const double waited = static_cast<double>(difference(lease.to, lease.boundAt).count());
    const double t1 = static_cast<double>(Nanoseconds(lease.t1).count());
    return std::abs(waited - t1) <= 0.02 * t1;
}

/// The grid of the first device that was refused at T1 at least twice: where its refusals come back, and why.
std::optional<PeriodGrid> periodOf(const Analysis& analysis)
{
    for (const DeviceHistory& device : analysis.devices) {
        std::vector<const Lease*> refused;
        for (const Lease& lease : device.leases) {
            if (refusedAtT1(lease) && (refused.empty() || refused.front()->t1 == lease.t1))
                refused.push_back(&lease);
        }
        if (refused.size() < 2)
            continue;
        const Lease& first = *refused.front();
        const Nanoseconds t1{first.t1};
        // Each lease begins a little after the one before was refused; the mean step follows that.
        const Nanoseconds mean =
            difference(refused.back()->to, first.boundAt) / static_cast<std::int64_t>(refused.size());
        const bool fits =
            std::abs(static_cast<double>((mean - t1).count())) <= 0.03 * static_cast<double>(t1.count());
        return PeriodGrid{first.boundAt, fits ? mean : t1,
                          SceneWords::grid(TimeText::duration(t1), TimeText::duration(*first.length))};
    }
    return {};
}

OverviewDensity densityOf(const TimelineScene& scene)
{
    constexpr std::int64_t bins = 240;
    const std::int64_t width = std::max<std::int64_t>(1, scene.whole.length().count() / bins + 1);
    OverviewDensity density{scene.whole.from, Nanoseconds{width}, std::vector<std::uint32_t>(bins)};
    const auto count = [&](CaseTime at) {
        const std::int64_t bin = difference(at, density.from).count() / width;
        if (bin >= 0 && bin < bins)
            ++density.counts[static_cast<std::size_t>(bin)];
    };
    for (const SceneLane& lane : scene.lanes) {
        for (const auto* marks : {&lane.renewals, &lane.marks, &lane.minor}) {
            for (const SceneMark& mark : *marks)
                count(mark.at);
        }
        for (const NtpPoint& point : lane.ntp.points)
            count(point.at);
    }
    return density;
}

std::set<std::string> namedByFindings(const Analysis& analysis)
{
    std::set<std::string> named;
    for (const Finding& finding : analysis.findings) {
        if (finding.severity != "info")
            named.insert(finding.devices.begin(), finding.devices.end());
    }
    return named;
}

void addPhones(const Analysis& analysis, const SceneOptions& options, TimelineScene& scene)
{
    const std::set<std::string> named = namedByFindings(analysis);
    std::vector<const DeviceHistory*> healthy;
    for (const DeviceHistory& device : analysis.devices) {
        if (suffers(device) || named.contains(device.name))
            scene.lanes.push_back(deviceLane(analysis, device, scene.whole, options));
        else
            healthy.push_back(&device);
    }
    // A fold of one would take the place of what it hides.
    const bool folds =
        healthy.size() > options.healthyShown + 1 || (options.healthyShown == 0 && healthy.size() > 1);
    if (folds)
        scene.lanes.push_back(foldedLane(analysis, healthy, scene.whole, options));
    if (folds && !options.phonesExpanded)
        return;
    for (const DeviceHistory* device : healthy)
        scene.lanes.push_back(deviceLane(analysis, *device, scene.whole, options));
}

/// Below everything else as a whole, with a lane for each source; and in strips that are always in view.
void addCoverage(const Analysis& analysis, const SceneOptions& options, TimelineScene& scene)
{
    auto lanes = coverageLanes(analysis, scene.whole);
    if (!lanes)
        return;
    const bool alone = scene.lanes.empty();
    const std::size_t count = lanes->sources.size();
    if (!alone)
        scene.coverage = count <= options.stripsShown ? lanes->sources : std::vector{lanes->all};
    lanes->all.expanded = options.sourcesExpanded.value_or(alone || count <= options.sourcesShown);
    scene.lanes.push_back(lanes->all);
    if (lanes->all.expanded)
        std::ranges::move(lanes->sources, std::back_inserter(scene.lanes));
}

} // namespace

bool suffers(const DeviceHistory& device)
{
    const bool lost =
        std::any_of(device.registrations.begin(), device.registrations.end(), [](const Registration& one) {
            return one.ended != RegistrationEnd::Open && one.ended != RegistrationEnd::Unregister;
        });
    return lost || std::any_of(device.leases.begin(), device.leases.end(), [](const Lease& lease) {
               return lease.ended == LeaseEnd::Refused
                   || std::any_of(lease.requests.begin(), lease.requests.end(),
                                  [](const LeaseRequest& request) {
                                      return request.outcome == RequestOutcome::Refused;
                                  });
           });
}

std::vector<TimeRange> coverageOf(const Analysis& analysis, const std::vector<SourceId>& sources)
{
    std::vector<TimeRange> seen;
    for (const AnalysedSource& source : analysis.sources) {
        if (!sources.empty() && std::find(sources.begin(), sources.end(), source.row.id) == sources.end())
            continue;
        std::ranges::copy(coverageOf(source), std::back_inserter(seen));
    }
    return united(std::move(seen));
}

std::vector<TimeRange> coverageOf(const AnalysedSource& source)
{
    std::vector<TimeRange> seen;
    for (const SourceSpan& span : source.row.coverage)
        seen.push_back({source.clock.corrected(span.from), source.clock.corrected(span.to)});
    if (seen.empty() && source.first && source.last)
        seen.push_back({*source.first, *source.last});
    return united(std::move(seen));
}

QString nameOf(const IpAddress& address, const SceneOptions& options)
{
    const auto name = options.names.find(address);
    return name != options.names.end() ? name->second : QString::fromStdString(toText(address));
}

void finish(SceneLane& lane)
{
    sortByBeginning(lane.registrations);
    sortByBeginning(lane.leases);
    sortByTime(lane.leaseTicks);
    sortByTime(lane.renewals);
    sortByTime(lane.marks);
    sortByTime(lane.minor);
    sortByTime(lane.ntp.points);
    lane.registrationIndex = RangeIndex(lane.registrations);
    lane.leaseIndex = RangeIndex(lane.leases);
    lane.unseenIndex = RangeIndex(lane.unseen);
    lane.coveredIndex = RangeIndex(lane.covered);
}

std::pair<std::size_t, std::size_t> marksIn(const std::vector<SceneMark>& marks, const TimeRange& range)
{
    const auto first = std::partition_point(marks.begin(), marks.end(),
                                            [&](const SceneMark& mark) { return mark.at < range.from; });
    const auto last =
        std::partition_point(first, marks.end(), [&](const SceneMark& mark) { return mark.at <= range.to; });
    return {static_cast<std::size_t>(first - marks.begin()), static_cast<std::size_t>(last - marks.begin())};
}

TimelineScene buildScene(const Analysis& analysis, const SceneOptions& options,
                         const OverviewDensity& density)
{
    TimelineScene scene;
    scene.times = options.times;
    scene.whole = wholeOf(analysis);
    scene.emptyText = analysis.sources.empty() ? SceneWords::noEvidence() : SceneWords::nothingToShow();
    addPhones(analysis, options, scene);
    for (SceneLane& lane : ntpLanes(analysis, scene.whole, options))
        scene.lanes.push_back(std::move(lane));
    addCoverage(analysis, options, scene);
    const std::vector<TimeRange> seen = coverageOf(analysis, {});
    if (!seen.empty())
        scene.unseen = gapsIn(scene.whole, seen);
    scene.limits = limitsOf(analysis, {});
    scene.stops = stopsOf(analysis);
    scene.opening = openingView(scene.whole, seen, scene.stops);
    scene.visible = scene.opening;
    scene.period = periodOf(analysis);
    scene.density = density.counts.empty() ? densityOf(scene) : density;
    return scene;
}

} // namespace whittle
