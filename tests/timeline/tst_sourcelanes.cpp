// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/timeline/hittest.h"
#include "models/timeline/scenebuilder.h"
#include "tests/support/sampleanalysis.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

AnalysedSource source(std::int64_t id, const std::string& path, double from, double to)
{
    AnalysedSource made;
    made.row.id = SourceId{id};
    made.row.path = path;
    made.row.coverage = {{{sampleAt(from).nsUtc}, {sampleAt(to).nsUtc}}};
    made.first = sampleAt(from);
    made.last = sampleAt(to);
    return made;
}

/// A log with a silence from 10 to 20, and a capture with a filter that lost packets from 5 to 6.
Analysis twoSources()
{
    Analysis analysis;
    AnalysedSource log = source(1, "logs/a.log", 0, 10);
    log.row.coverage.push_back({{sampleAt(20).nsUtc}, {sampleAt(30).nsUtc}});
    log.row.limits = {{"limit.silence", SourceTime{sampleAt(10).nsUtc}, SourceTime{sampleAt(20).nsUtc}, {}}};
    log.last = sampleAt(30);
    AnalysedSource capture = source(2, "b.pcap", 4, 8);
    capture.row.limits = {
        {"limit.drops", SourceTime{sampleAt(5).nsUtc}, SourceTime{sampleAt(6).nsUtc}, {"3"}}};
    analysis.sources = {log, capture};
    analysis.first = sampleAt(0);
    analysis.last = sampleAt(40);
    return analysis;
}

} // namespace

class TestSourceLanes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void coverageIsShownWithoutPhones();
    void gapsAreWhereNothingWasRecorded();
    void incompleteIsWhatALimitTouches();
    void openLimitLastsAsLongAsTheSource();
    void manySourcesAreFolded();
    void nothingElseToShowIsNotFolded();
    void sourcesWithoutTimesHaveNoLane();
    void withoutEventsTheCoverageIsAll();
    void emptyCaseInvites();
    void pointerFindsBarsAndGaps();
    void stripsStayInView();
    void stripsOfManySourcesAreOne();
    void pointerFindsTheSourceOfAStrip();
};

void TestSourceLanes::coverageIsShownWithoutPhones()
{
    const TimelineScene scene = buildScene(twoSources());
    QCOMPARE(scene.lanes.size(), 3U);
    QCOMPARE(scene.lanes[0].id, std::string(foldedSources));
    QVERIFY(scene.lanes[0].expanded);
    QCOMPARE(scene.lanes[1].kind, SceneLane::Kind::Source);
    QCOMPARE(scene.lanes[1].title, QStringLiteral("b.pcap"));
    QCOMPARE(scene.lanes[2].title, QStringLiteral("a.log"));
    QCOMPARE(scene.lanes[2].lines.front().text, QStringLiteral("logs/a.log"));
}

void TestSourceLanes::gapsAreWhereNothingWasRecorded()
{
    const TimelineScene scene = buildScene(twoSources());
    const SceneLane& log = scene.lanes[2];
    QCOMPARE(log.covered.size(), 2U);
    QCOMPARE(log.unseen.size(), 2U);
    QVERIFY(log.incomplete.empty() && log.limits.empty()); // the gap says it
    QCOMPARE(scene.lanes[0].covered.size(), 2U);
}

void TestSourceLanes::incompleteIsWhatALimitTouches()
{
    const SceneLane capture = buildScene(twoSources()).lanes[1];
    QCOMPARE(capture.incomplete, (std::vector<TimeRange>{{sampleAt(5), sampleAt(6)}}));
    QCOMPARE(capture.limits.size(), 1U);
    QVERIFY(capture.limits.front().text.contains(QStringLiteral("b.pcap")));
}

void TestSourceLanes::openLimitLastsAsLongAsTheSource()
{
    Analysis analysis = twoSources();
    analysis.sources[1].row.limits = {{"limit.filter", {}, {}, {"udp port 67"}}};
    const SceneLane capture = buildScene(analysis).lanes[1];
    QCOMPARE(capture.incomplete, (std::vector<TimeRange>{{sampleAt(4), sampleAt(8)}}));
    QVERIFY(capture.limits.front().text.contains(QStringLiteral("udp port 67")));
}

void TestSourceLanes::manySourcesAreFolded()
{
    Analysis analysis = *sampleAnalysis(0);
    for (int i = 0; i < 10; ++i)
        analysis.sources.push_back(source(100 + i, "trace" + std::to_string(i) + ".txt", i, i + 1));
    SceneOptions options;
    QCOMPARE(buildScene(analysis, options).lanes.back().id, std::string(foldedSources));
    options.sourcesExpanded = true;
    QCOMPARE(buildScene(analysis, options).lanes.back().kind, SceneLane::Kind::Source);
}

void TestSourceLanes::nothingElseToShowIsNotFolded()
{
    Analysis analysis;
    for (int i = 0; i < 20; ++i)
        analysis.sources.push_back(source(i, "trace" + std::to_string(i) + ".txt", i, i + 1));
    QCOMPARE(buildScene(analysis).lanes.size(), 21U);
    SceneOptions options;
    options.sourcesExpanded = false;
    QCOMPARE(buildScene(analysis, options).lanes.size(), 1U);
}

void TestSourceLanes::sourcesWithoutTimesHaveNoLane()
{
    Analysis analysis;
    analysis.sources.emplace_back();
    const TimelineScene scene = buildScene(analysis);
    QVERIFY(scene.isEmpty());
    QVERIFY(scene.emptyText.contains(QStringLiteral("Sources")));
}

void TestSourceLanes::withoutEventsTheCoverageIsAll()
{
    Analysis analysis = twoSources();
    analysis.first = analysis.last = {};
    QCOMPARE(buildScene(analysis).whole, (TimeRange{sampleAt(0), sampleAt(30)}));
}

void TestSourceLanes::emptyCaseInvites()
{
    QVERIFY(buildScene(Analysis{}).emptyText.contains(QStringLiteral("Drop files")));
}

void TestSourceLanes::pointerFindsBarsAndGaps()
{
    const TimelineScene scene = buildScene(twoSources());
    const TimelineLayout layout = layOut(scene, QRectF(0, 0, 1000, 400));
    const auto hit = [&](double hours) {
        return hitTest(scene, layout,
                       {laneAxis(scene, layout).x(sampleAt(hours)), layout.lane(2).top() + 10});
    };
    QVERIFY(hit(5).bar && !hit(5).unseen);
    QCOMPARE(hit(5).bar->to, sampleAt(10));
    QVERIFY(!hit(15).bar && hit(15).unseen);
}

/// Under the axis, above the lanes, and on paper only among those.
void TestSourceLanes::stripsStayInView()
{
    TimelineScene scene = buildScene(*sampleAnalysis(0));
    QVERIFY(layOut(scene, QRectF(0, 0, 1000, 400)).coverage.isEmpty());
    scene.onScreen = true;
    const TimelineLayout layout = layOut(scene, QRectF(0, 0, 1000, 400));
    QVERIFY(layout.coverage.top() >= layout.axis.bottom());
    QVERIFY(layout.coverage.bottom() <= layout.lanes.top());
    for (std::size_t i = 0; i < scene.coverage.size(); ++i)
        QVERIFY(layout.coverage.contains(layout.coverageStrip(i, scene.coverage.size())));
    scene.scroll = 50;
    QCOMPARE(layOut(scene, QRectF(0, 0, 1000, 400)).coverage, layout.coverage);
    QVERIFY(buildScene(twoSources()).coverage.empty()); // its lanes show nothing else
}

void TestSourceLanes::stripsOfManySourcesAreOne()
{
    Analysis analysis = *sampleAnalysis(0);
    QCOMPARE(buildScene(analysis).coverage.size(), analysis.sources.size());
    for (int i = 0; i < 20; ++i)
        analysis.sources.push_back(source(100 + i, "trace" + std::to_string(i) + ".txt", i, i + 1));
    const TimelineScene scene = buildScene(analysis);
    QCOMPARE(scene.coverage.size(), std::size_t{1});
    QCOMPARE(scene.coverage.front().id, std::string(foldedSources));
}

void TestSourceLanes::pointerFindsTheSourceOfAStrip()
{
    TimelineScene scene = buildScene(*sampleAnalysis(0));
    scene.onScreen = true;
    const TimelineLayout layout = layOut(scene, QRectF(0, 0, 1000, 400));
    for (std::size_t i = 0; i < scene.coverage.size(); ++i) {
        const QRectF strip = layout.coverageStrip(i, scene.coverage.size());
        const SceneHit hit = hitTest(scene, layout, strip.center());
        QCOMPARE(hit.part, SceneHit::Part::Coverage);
        QCOMPARE(hit.lane, std::optional(i));
    }
}

QTEST_MAIN(TestSourceLanes)
#include "tst_sourcelanes.moc"
