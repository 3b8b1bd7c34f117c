// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/describe.h"

#include <QCoreApplication>
#include <QLocale>

#include "models/report/visibletext.h"
#include "models/timeline/scenewords.h"

namespace whittle
{

namespace
{

struct ViewWords {
    Q_DECLARE_TR_FUNCTIONS(whittle::TimelineView)
};

const SceneMark* markOf(const SceneLane& lane, const SceneSelection& selection)
{
    for (const auto* marks : {&lane.marks, &lane.renewals, &lane.minor}) {
        const auto [first, last] = marksIn(*marks, {selection.time, selection.time});
        for (std::size_t i = first; i < last; ++i) {
            if ((*marks)[i].ref == selection.ref)
                return &(*marks)[i];
        }
    }
    return nullptr;
}

QString span(const TimelineScene& scene, const SceneBar& bar)
{
    return scene.times.dateTime(bar.from) + QStringLiteral(" – ") + scene.times.dateTime(bar.to)
        + QStringLiteral(" (") + TimeText::duration(difference(bar.to, bar.from)) + QLatin1Char(')');
}

QString offsetText(double seconds)
{
    const Nanoseconds length{static_cast<std::int64_t>(std::min(std::abs(seconds), 9.2e9) * 1e9)};
    return (seconds < 0 ? QString(QChar(0x2212)) : QStringLiteral("+")) + TimeText::duration(length);
}

/// Each on a line of its own, with the end of the line before it.
QString limitsAt(const std::vector<SceneLimit>& limits, CaseTime time)
{
    constexpr qsizetype most = 3; // a tip is no list
    QStringList lines;
    for (const SceneLimit& limit : limits) {
        if (limit.span.from <= time && time <= limit.span.to && lines.size() < most
            && !lines.contains(limit.text))
            lines += visibleText(limit.text);
    }
    return lines.isEmpty() ? QString() : QLatin1Char('\n') + lines.join(QLatin1Char('\n'));
}

/// Why nothing is covered there: the source begins later, ended before, or was silent.
QString describeGap(const TimelineScene& scene, const SceneLane& lane, CaseTime time)
{
    const auto [first, last] = lane.unseenIndex.visible({time, time});
    if (first == last)
        return {};
    if (lane.kind == SceneLane::Kind::Fold)
        return ViewWords::tr("no source covers this time");
    const TimeRange& gap = lane.unseen[first];
    if (lane.covered.empty())
        return ViewWords::tr("not covered: all of this source lies at another time");
    if (gap.to <= lane.covered.front().from)
        return ViewWords::tr("not covered: this source begins at %1")
            .arg(scene.times.dateTime(lane.covered.front().from));
    if (gap.from >= lane.covered.back().to)
        return ViewWords::tr("not covered: this source ends at %1")
            .arg(scene.times.dateTime(lane.covered.back().to));
    return ViewWords::tr("not covered: nothing was recorded for %1, from %2 to %3")
        .arg(TimeText::duration(gap.length()), scene.times.dateTime(gap.from), scene.times.dateTime(gap.to));
}

QString describeOverview(const TimelineScene& scene, CaseTime time)
{
    const OverviewDensity& density = scene.density;
    QString text = scene.times.dateMinute(time);
    if (density.width.count() <= 0 || time < density.from)
        return text;
    const auto bin = static_cast<std::size_t>(difference(time, density.from) / density.width);
    const QString width = TimeText::duration(density.width);
    if (bin < density.counts.size())
        text += QLatin1Char('\n')
            + (density.counts[bin] == 1
                   ? ViewWords::tr("1 event in %1", "length of time").arg(width)
                   : ViewWords::tr("%1 events in %2").arg(QLocale().toString(density.counts[bin]), width));
    return text + limitsAt(scene.limits, time);
}

} // namespace

QString describeHit(const TimelineScene& scene, const SceneHit& hit)
{
    if (hit.part == SceneHit::Part::Overview)
        return describeOverview(scene, hit.time);
    if (!hit.lane)
        return {};
    const auto& lanes = hit.part == SceneHit::Part::Coverage ? scene.coverage : scene.lanes;
    const SceneLane& lane = lanes[*hit.lane];
    if (hit.part == SceneHit::Part::Title) {
        QStringList lines{lane.title};
        for (const LaneLine& line : lane.lines)
            lines += line.text;
        return lines.join(QLatin1Char('\n'));
    }
    const QString zone = QLatin1Char(' ') + scene.times.zoneName();
    if (hit.mark)
        return lane.title + QLatin1Char('\n') + hit.mark->text + QLatin1Char('\n')
            + scene.times.date(hit.mark->at) + QLatin1Char(' ') + scene.times.timeOfDay(hit.mark->at) + zone;
    if (hit.sample)
        return lane.title + QLatin1Char('\n')
            + ViewWords::tr("offset %1").arg(offsetText(hit.sample->offsetSeconds)) + QLatin1Char('\n')
            + scene.times.dateTime(hit.sample->at) + zone;
    if (hit.bar)
        return lane.title + QLatin1Char('\n') + hit.bar->text + QLatin1Char('\n') + span(scene, *hit.bar)
            + zone + (lane.covered.empty() ? QString() : limitsAt(lane.limits, hit.time));
    const QString limits = limitsAt(lane.limits, hit.time);
    if (hit.unseen && (lane.kind == SceneLane::Kind::Source || !lane.covered.empty()))
        return visibleText(lane.title) + QLatin1Char('\n') + describeGap(scene, lane, hit.time) + limits;
    if (hit.unseen)
        return lane.title + QLatin1Char('\n')
            + ViewWords::tr("not seen: no source that shows this device covers this time") + limits;
    return limits.isEmpty() ? QString() : lane.title + limits;
}

QString describeSelection(const TimelineScene& scene)
{
    if (scene.selection) {
        const QString time = scene.times.dateTime(scene.selection->time);
        for (const SceneLane& lane : scene.lanes) {
            if (const SceneMark* mark = markOf(lane, *scene.selection))
                return lane.title + QStringLiteral(", ") + mark->text + QStringLiteral(", ") + time;
        }
        return ViewWords::tr("Event of %1").arg(time);
    }
    if (!scene.selectedLane || *scene.selectedLane >= scene.lanes.size())
        return {};
    const SceneLane& lane = scene.lanes[*scene.selectedLane];
    QStringList parts{lane.title};
    for (const LaneLine& line : lane.lines)
        parts += line.text;
    return parts.join(QStringLiteral(", "));
}

QString describeView(const TimelineScene& scene)
{
    if (scene.isEmpty())
        return scene.emptyText;
    const QString lanes = scene.lanes.size() == 1
        ? ViewWords::tr("1 lane")
        : ViewWords::tr("%n lanes", nullptr, static_cast<int>(scene.lanes.size()));
    return ViewWords::tr("%1, %2 to %3 %4", "lanes, from, to, zone")
        .arg(lanes, scene.times.dateMinute(scene.visible.from), scene.times.dateMinute(scene.visible.to),
             scene.times.zoneName());
}

} // namespace whittle
