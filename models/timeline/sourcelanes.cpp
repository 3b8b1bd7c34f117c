// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "models/timeline/lanes.h"
#include "models/timeline/scenewords.h"

namespace whittle
{

namespace
{

constexpr double headHeight = 46;
constexpr double slimHeight = 22;

bool isGap(const CoverageLimit& limit)
{
    return limit.id == "limit.silence" || limit.id == "limit.missing-files";
}

std::vector<SceneBar> barsOf(const std::vector<TimeRange>& seen, const TimeRange& whole, const QString& text)
{
    std::vector<SceneBar> bars;
    for (const TimeRange& range : seen) {
        if (!range.overlaps(whole))
            continue;
        SceneBar bar;
        bar.from = range.from;
        bar.to = range.to;
        bar.text = text;
        bars.push_back(std::move(bar));
    }
    return bars;
}

QString fileName(const std::string& path)
{
    return QString::fromStdString(path.substr(path.rfind('/') + 1));
}

/// What the source does not show though it covers the time: all of its limits, one that is open at an end
/// from where the source begins or to where it ends.
void addLimits(const AnalysedSource& source, const std::vector<TimeRange>& seen, SceneLane& lane)
{
    std::vector<TimeRange> incomplete;
    for (const CoverageLimit& limit : source.row.limits) {
        const TimeRange span{limit.from ? source.clock.corrected(*limit.from) : seen.front().from,
                             limit.to ? source.clock.corrected(*limit.to) : seen.back().to};
        if (limit.id != "limit.silence") // the gap says that itself
            lane.limits.push_back({span, SceneWords::limit(limit, lane.title)});
        if (!isGap(limit))
            incomplete.push_back(span);
    }
    for (const TimeRange& range : united(std::move(incomplete))) {
        for (const TimeRange& piece : without(range, lane.unseen))
            lane.incomplete.push_back(piece);
    }
}

SceneLane sourceLane(const AnalysedSource& source, const std::vector<TimeRange>& seen, const TimeRange& whole)
{
    SceneLane lane;
    lane.kind = SceneLane::Kind::Source;
    lane.id = "source:" + source.row.path;
    lane.title = fileName(source.row.path);
    lane.lines.push_back({QString::fromStdString(source.row.path), SceneClass::Neutral});
    lane.height = slimHeight;
    lane.covered = barsOf(seen, whole, SceneWords::covered());
    lane.unseen = gapsIn(whole, seen);
    addLimits(source, seen, lane);
    finish(lane);
    return lane;
}

SceneLane headLane(const std::vector<SceneLane>& lanes, const std::vector<TimeRange>& seen,
                   const TimeRange& whole)
{
    SceneLane head;
    head.kind = SceneLane::Kind::Fold;
    head.id = foldedSources;
    head.title = SceneWords::coverage();
    head.lines.push_back({SceneWords::sources(static_cast<int>(lanes.size())), SceneClass::Neutral});
    head.height = headHeight;
    head.covered = barsOf(seen, whole, SceneWords::coveredBySome());
    head.unseen = gapsIn(whole, seen);
    finish(head);
    return head;
}

} // namespace

std::optional<CoverageLanes> coverageLanes(const Analysis& analysis, const TimeRange& whole)
{
    CoverageLanes lanes;
    std::vector<TimeRange> seenByAny;
    for (const AnalysedSource& source : analysis.sources) {
        const std::vector<TimeRange> seen = coverageOf(source);
        if (seen.empty())
            continue;
        lanes.sources.push_back(sourceLane(source, seen, whole));
        seenByAny.insert(seenByAny.end(), seen.begin(), seen.end());
    }
    if (lanes.sources.empty())
        return {};
    std::ranges::stable_sort(lanes.sources, {}, &SceneLane::id);
    lanes.all = headLane(lanes.sources, united(std::move(seenByAny)), whole);
    return lanes;
}

} // namespace whittle
