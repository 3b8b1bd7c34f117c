// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/timeline/hittest.h"
#include "models/timeline/scenebuilder.h"
#include "tests/support/sampleanalysis.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

const SceneLane* lane(const TimelineScene& scene, const std::string& id)
{
    for (const SceneLane& one : scene.lanes) {
        if (one.id == id)
            return &one;
    }
    return nullptr;
}

/// What the sources cover: all of them together, then each of the three.
constexpr std::size_t sourceLanes = 4;

/// The lane before those.
const SceneLane& lastBefore(const TimelineScene& scene)
{
    return scene.lanes[scene.lanes.size() - sourceLanes - 1];
}

} // namespace

class TestSceneBuilder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyAnalysisGivesNoLanes();
    void analysisWithOneInstantCanBeLookedAt();
    void sufferersComeFirstAndTheRestIsFolded();
    void foldExpands();
    void fewHealthyPhonesAreNotFolded();
    void unregisteringIsNotSuffering();
    void aGapIsNeverRegistered();
    void gapsAreThoseOfTheSourcesThatSeeTheDevice();
    void phoneThatOnlyRefreshesIsSeen();
    void coverageFollowsTheClock();
    void eachEventIsMarkedOnce();
    void shapesTellWhatHappened();
    void silenceIsMarked();
    void leaseTicksOnlyWhereTheLeaseLivedToSeeThem();
    void renewalsOfAHealthyPhone();
    void foldTellsHowManyWereRegistered();
    void ntpLaneHasBoundsAndStratum();
    void largeNtpOffsetIsBad();
    void ntpLaneTellsWhatFailed();
    void ntpClientThatReachesNobodyComesFirst();
    void ntpStatusAloneMakesALane();
    void manyNtpClientsAreFolded();
    void stopsAreTheCitedEventsByTime();
    void periodFitsHalfOfTheLease();
    void namesAndDetailsAreShown();
    void densityIsCountedWhereNoneIsGiven();
    void hitPrefersTheNotableMark();
    void hitFindsEndsOfBars();
    void hitOutsideTheLanes();
    void nextMarkAndNextStop();
};

void TestSceneBuilder::emptyAnalysisGivesNoLanes()
{
    const TimelineScene scene = buildScene(Analysis{});
    QVERIFY(scene.isEmpty());
    QVERIFY(!scene.emptyText.isEmpty());
    QVERIFY(scene.whole.length().count() > 0);
    QVERIFY(!scene.period);
}

void TestSceneBuilder::analysisWithOneInstantCanBeLookedAt()
{
    Analysis analysis;
    analysis.first = analysis.last = sampleAt(0);
    QCOMPARE(buildScene(analysis).whole.length(), Nanoseconds{2 * nsPerSecond});
}

void TestSceneBuilder::sufferersComeFirstAndTheRestIsFolded()
{
    const TimelineScene scene = buildScene(*sampleAnalysis());
    QCOMPARE(scene.lanes.size(), 5U + sourceLanes);
    QCOMPARE(scene.lanes[0].id, std::string("SEP001E7A24429A"));
    QVERIFY(scene.lanes[2].suffers);
    QCOMPARE(scene.lanes[3].kind, SceneLane::Kind::Fold);
    QCOMPARE(scene.lanes[3].title, QStringLiteral("24 other phones"));
    QCOMPARE(scene.lanes[3].lines.front().text, QStringLiteral("no unexplained reset"));
    QCOMPARE(scene.lanes[4].kind, SceneLane::Kind::Ntp);
    QCOMPARE(scene.visible, scene.whole);
    QCOMPARE(scene.whole, (TimeRange{sampleAt(0), sampleAt(120)}));
}

void TestSceneBuilder::foldExpands()
{
    SceneOptions options;
    options.phonesExpanded = true;
    const TimelineScene scene = buildScene(*sampleAnalysis(), options);
    QCOMPARE(scene.lanes.size(), 5U + 24 + sourceLanes);
    QVERIFY(scene.lanes[3].expanded);
    QCOMPARE(scene.lanes[4].kind, SceneLane::Kind::Device);
}

void TestSceneBuilder::fewHealthyPhonesAreNotFolded()
{
    const TimelineScene scene = buildScene(*sampleAnalysis(4));
    QCOMPARE(scene.lanes.size(), 3U + 4 + 1 + sourceLanes);
    QVERIFY(!lane(scene, foldedPhones));
}

void TestSceneBuilder::unregisteringIsNotSuffering()
{
    DeviceHistory device = sampleHealthy(1);
    QVERIFY(!suffers(device));
    device.registrations.front().ended = RegistrationEnd::Unregister;
    QVERIFY(!suffers(device));
    device.registrations.front().ended = RegistrationEnd::Unknown;
    QVERIFY(suffers(device));
    device = sampleHealthy(1);
    device.leases.front().ended = LeaseEnd::Refused;
    QVERIFY(suffers(device));
}

void TestSceneBuilder::aGapIsNeverRegistered()
{
    const TimelineScene scene = buildScene(*sampleAnalysis());
    const SceneLane& first = scene.lanes.front();
    QCOMPARE(first.unseen, (std::vector<TimeRange>{{sampleAt(86), sampleAt(97)}}));
    for (const SceneLane& one : scene.lanes) {
        for (const SceneBar& bar : one.registrations)
            QVERIFY(bar.to <= sampleAt(86) || bar.from >= sampleAt(97));
    }
    // The registration that lasted over the gap is two pieces whose inner ends are no ends.
    QCOMPARE(first.registrations.size(), 5U);
    QCOMPARE(first.registrations[2].right, BarEdge::Unseen);
    QVERIFY(!first.registrations[2].endedAt);
    QCOMPARE(first.registrations[3].left, BarEdge::Unseen);
    QCOMPARE(first.registrations[3].ending, SceneClass::Bad);
    QCOMPARE(scene.unseen, (std::vector<TimeRange>{{sampleAt(86), sampleAt(97)}}));
}

void TestSceneBuilder::gapsAreThoseOfTheSourcesThatSeeTheDevice()
{
    auto analysis = std::make_shared<Analysis>(*sampleAnalysis(0));
    for (Registration& one : analysis->devices[2].registrations)
        one.seenBy = {sampleTrace};
    analysis->devices[2].leases.clear();
    analysis->devices[2].marks.clear();
    const TimelineScene scene = buildScene(*analysis);
    const SceneLane* reset = lane(scene, "SEP0021A0E08D93");
    QVERIFY(reset);
    QCOMPARE(reset->unseen,
             (std::vector<TimeRange>{{sampleAt(0), sampleAt(2)}, {sampleAt(40), sampleAt(120)}}));
    QCOMPARE(reset->registrations.size(), 1U);
    QCOMPARE(reset->registrations[0].from, sampleAt(2));
}

/// It registered before the evidence begins, and nothing happens but keepalives: who shows those, watches it.
void TestSceneBuilder::phoneThatOnlyRefreshesIsSeen()
{
    auto analysis = std::make_shared<Analysis>(*sampleAnalysis(0));
    DeviceHistory& device = analysis->devices[2];
    device.leases.clear();
    device.marks.clear();
    for (Registration& one : device.registrations) {
        one.seenBy.clear();
        one.aliveIn = {sampleTrace};
    }
    const TimelineScene scene = buildScene(*analysis);
    QCOMPARE(lane(scene, "SEP0021A0E08D93")->registrations.size(), 1U);
}

void TestSceneBuilder::coverageFollowsTheClock()
{
    const auto analysis = sampleAnalysis(0);
    QCOMPARE(coverageOf(*analysis, {sampleConsole}), (std::vector<TimeRange>{{sampleAt(36), sampleAt(37)}}));
    Analysis bare = *analysis;
    bare.sources[0].row.coverage.clear();
    QCOMPARE(coverageOf(bare, {sampleConsole}), (std::vector<TimeRange>{{sampleAt(36), sampleAt(37)}}));
}

void TestSceneBuilder::eachEventIsMarkedOnce()
{
    const TimelineScene scene = buildScene(*sampleAnalysis());
    const SceneLane& first = scene.lanes.front();
    QCOMPARE(first.marks.size(), 3U);
    QCOMPARE(first.marks[0].ref, std::optional(sampleNak(0, 0)));
    QCOMPARE(first.marks[0].kind, std::string("dhcp.nak"));
    QCOMPARE(first.marks[0].text, QStringLiteral("DHCPNAK: renewal refused"));
    QCOMPARE(first.minor.size(), 6U);
    QCOMPARE(first.lines[1].text, QStringLiteral("address lost × 3"));
    QCOMPARE(first.lines[1].severity, SceneClass::Bad);
}

void TestSceneBuilder::shapesTellWhatHappened()
{
    const TimelineScene scene = buildScene(*sampleAnalysis());
    QCOMPARE(scene.lanes[0].marks[0].shape, MarkShape::Triangle);
    QCOMPARE(scene.lanes[2].marks[0].shape, MarkShape::Circle);
    QCOMPARE(scene.lanes[2].marks[0].severity, SceneClass::Warning);
    QCOMPARE(scene.lanes[2].renewals[0].shape, MarkShape::Dot);
}

void TestSceneBuilder::silenceIsMarked()
{
    Analysis analysis = *sampleAnalysis(0);
    analysis.devices[0].leases[0].requests[0].outcome = RequestOutcome::Silence;
    const TimelineScene scene = buildScene(analysis);
    QCOMPARE(scene.lanes[0].marks[0].shape, MarkShape::Square);
    QCOMPARE(scene.lanes[0].marks[0].at, analysis.devices[0].leases[0].requests[0].at);
    const std::size_t marks = scene.lanes[0].marks.size();
    analysis.devices[0].leases[0].requests[0].outcome = RequestOutcome::Unknown;
    QCOMPARE(buildScene(analysis).lanes[0].marks.size(), marks - 1);
}

void TestSceneBuilder::leaseTicksOnlyWhereTheLeaseLivedToSeeThem()
{
    const TimelineScene scene = buildScene(*sampleAnalysis());
    const SceneLane& first = scene.lanes.front();
    QCOMPARE(first.leaseTicks.size(),
             3U); // T1 of each refused one; the last ends with the evidence after 12 h
    QCOMPARE(first.leaseTicks[0].moment, LeaseMoment::T1);
    QCOMPARE(first.leaseTicks[0].at, sampleAt(36));
    QCOMPARE(first.leases[0].label, QStringLiteral("lease 72 h"));
}

void TestSceneBuilder::renewalsOfAHealthyPhone()
{
    const TimelineScene scene = buildScene(*sampleAnalysis(1));
    const SceneLane& healthy = scene.lanes[3];
    QCOMPARE(healthy.renewals.size(), 3U);
    QVERIFY(healthy.marks.empty());
    QVERIFY(healthy.leaseTicks.empty());
}

void TestSceneBuilder::foldTellsHowManyWereRegistered()
{
    Analysis analysis = *sampleAnalysis(10);
    analysis.devices[4].registrations[0].to = sampleAt(60);
    analysis.devices[4].registrations[0].ended = RegistrationEnd::Unregister;
    const TimelineScene scene = buildScene(analysis);
    const SceneLane* fold = lane(scene, foldedPhones);
    QVERIFY(fold);
    QCOMPARE(fold->registrations.size(), 3U);
    QCOMPARE(fold->registrations[0].share, 1.0);
    QCOMPARE(fold->registrations[1].share, 0.9);
    QCOMPARE(fold->registrations[1].from, sampleAt(60));
    QCOMPARE(fold->registrations[1].text, QStringLiteral("9 of 10 registered"));
    QCOMPARE(fold->leases.size(), 1U);
    QCOMPARE(fold->renewals.size(), 30U);
}

void TestSceneBuilder::ntpLaneHasBoundsAndStratum()
{
    const TimelineScene scene = buildScene(*sampleAnalysis());
    const SceneLane& ntp = lastBefore(scene);
    QCOMPARE(ntp.title, QStringLiteral("NTP  10.2.1.10"));
    QCOMPARE(ntp.lines[0].text, QStringLiteral("asks 192.0.2.123, stratum 2"));
    QVERIFY(ntp.lines[1].text.startsWith(QStringLiteral("within ± 5 ms")));
    QCOMPARE(ntp.lines[1].severity, SceneClass::Good);
    QCOMPARE(ntp.ntp.high, 0.005);
    QCOMPARE(ntp.ntp.highLabel, QStringLiteral("+\u202f5 ms"));
}

void TestSceneBuilder::largeNtpOffsetIsBad()
{
    Analysis analysis = *sampleAnalysis(0);
    analysis.ntp[0].polls[7].offset = -250;
    analysis.ntp[0].polls[8].offset = std::nan("");
    const TimelineScene scene = buildScene(analysis);
    QCOMPARE(lastBefore(scene).lines[1].severity, SceneClass::Bad);
    QVERIFY(lastBefore(scene).lines[1].text.startsWith(QStringLiteral("up to ± 4 min 10 s")));
    QCOMPARE(lastBefore(scene).ntp.points.size(), analysis.ntp[0].polls.size() - 1);
}

void TestSceneBuilder::ntpLaneTellsWhatFailed()
{
    Analysis analysis = *sampleAnalysis(0);
    NtpAssociation& association = analysis.ntp[0];
    const std::size_t before = buildScene(analysis).lanes.size();
    const auto miss = [&](std::size_t poll) {
        association.polls[poll].offset.reset();
        association.polls[poll].outcome = PollOutcome::Unanswered;
    };
    miss(2); // once is the way of UDP
    miss(5);
    miss(6);
    NtpState later = association.states.back();
    later.ofServer = true;
    later.from = association.polls[7].at;
    later.to = association.to;
    later.stratum = 10;
    later.refid = "LOCL";
    association.states.push_back(later);
    later.from = association.polls[8].at;
    later.stratum = 16;
    association.states.push_back(later);
    const TimelineScene scene = buildScene(analysis);
    QCOMPARE(scene.lanes.size(), before);
    const SceneLane& ntp = lastBefore(scene);
    QCOMPARE(ntp.minor.size(), std::size_t{1});
    QCOMPARE(ntp.minor[0].at, association.polls[2].at);
    QCOMPARE(ntp.marks.size(), std::size_t{3});
    QCOMPARE(ntp.marks[0].at, association.polls[5].at);
    QVERIFY(ntp.marks[0].text.startsWith(QStringLiteral("2 polls were not answered, reach ")));
    QCOMPARE(ntp.marks[0].severity, SceneClass::Warning);
    QCOMPARE(ntp.marks[1].text, QStringLiteral("stratum of the server 10, was 2, refid LOCL"));
    QVERIFY(ntp.marks[2].text.contains(QStringLiteral("not synchronised (stratum 16)")));
    QCOMPARE(ntp.marks[2].severity, SceneClass::Bad);
    QVERIFY(ntp.lines[1].text.contains(QStringLiteral("reach")));
}

void TestSceneBuilder::ntpClientThatReachesNobodyComesFirst()
{
    Analysis analysis = *sampleAnalysis(0);
    NtpAssociation alone = analysis.ntp[0];
    alone.server.address = IpAddress::v4(10, 3, 0, 1);
    for (NtpPoll& poll : alone.polls) {
        poll.offset.reset();
        poll.outcome = PollOutcome::Unanswered;
    }
    analysis.ntp.push_back(alone);
    for (NtpPoll& poll : alone.polls)
        poll.outcome = PollOutcome::Unknown; // nobody watched who would have shown an answer
    alone.server.address = IpAddress::v4(10, 3, 0, 2);
    analysis.ntp.push_back(alone);
    const TimelineScene scene = buildScene(analysis);
    std::vector<const SceneLane*> lanes;
    for (const SceneLane& one : scene.lanes) {
        if (one.kind == SceneLane::Kind::Ntp)
            lanes.push_back(&one);
    }
    QCOMPARE(lanes.size(), std::size_t{2});
    QCOMPARE(lanes[0]->lines[0].text, QStringLiteral("asks 10.3.0.1"));
    QCOMPARE(lanes[0]->lines[1].severity, SceneClass::Bad);
    QVERIFY(lanes[0]->lines[1].text.startsWith(QStringLiteral("no usable answer")));
    QVERIFY(lanes[0]->ntp.points.empty());
    QCOMPARE(lanes[0]->marks.size(), std::size_t{1});
    QCOMPARE(lanes[0]->marks[0].severity, SceneClass::Bad);
}

void TestSceneBuilder::ntpStatusAloneMakesALane()
{
    Analysis analysis = *sampleAnalysis(0);
    NtpAssociation& association = analysis.ntp[0];
    association.polls.clear();
    association.states.clear();
    NtpReport report;
    report.at = sampleAt(60);
    report.type = "u";
    report.stratum = 3;
    report.reach = 0377;
    report.offset = -4.5;
    association.reports = {report};
    const TimelineScene scene = buildScene(analysis);
    const SceneLane& ntp = lastBefore(scene);
    QCOMPARE(ntp.lines[0].text, QStringLiteral("asks 192.0.2.123, stratum 3"));
    QVERIFY(ntp.lines[1].text.endsWith(QStringLiteral("reach 377")));
    QCOMPARE(ntp.ntp.points.size(), std::size_t{1});
    QCOMPARE(ntp.ntp.points[0].offsetSeconds, -0.0045);
    QCOMPARE(ntp.minor.size(), std::size_t{1});
    association.reports[0].type = "l"; // the own clock
    QVERIFY(lastBefore(buildScene(analysis)).kind != SceneLane::Kind::Ntp);
}

void TestSceneBuilder::manyNtpClientsAreFolded()
{
    Analysis analysis = *sampleAnalysis(0);
    for (std::uint8_t i = 0; i < 20; ++i) {
        NtpAssociation other = analysis.ntp[0];
        other.client.address = IpAddress::v4(10, 3, 0, i);
        other.polls.resize(1);
        other.polls[0].offset = i * 0.1;
        analysis.ntp.push_back(other);
    }
    SceneOptions options;
    QCOMPARE(buildScene(analysis, options).lanes.size(), 3U + options.ntpShown + 1 + sourceLanes);
    QCOMPARE(buildScene(analysis, options).lanes[3].title, QStringLiteral("NTP  10.3.0.19"));
    QCOMPARE(lastBefore(buildScene(analysis, options)).title, QStringLiteral("17 other NTP clients"));
    analysis.ntp[1].polls[0].outcome = PollOutcome::Unanswered;
    analysis.ntp[1].polls[0].offset.reset();
    QVERIFY(lastBefore(buildScene(analysis, options)).lines[0].text.startsWith(QStringLiteral("up to ±")));
    for (std::size_t i = 2; i < 8; ++i) // more than are shown
        analysis.ntp[i].polls = analysis.ntp[1].polls;
    QCOMPARE(lastBefore(buildScene(analysis, options)).lines[0].text, QStringLiteral("no usable answer"));
    options.ntpExpanded = true;
    QCOMPARE(buildScene(analysis, options).lanes.size(), 3U + 21 + 1 + sourceLanes);
}

void TestSceneBuilder::stopsAreTheCitedEventsByTime()
{
    const TimelineScene scene = buildScene(*sampleAnalysis());
    QCOMPARE(scene.stops.size(), 7U);
    QCOMPARE(scene.stops[0].ref, sampleNak(0, 0));
    QCOMPARE(scene.stops[1].ref, sampleNak(1, 0));
    QCOMPARE(scene.stops[2].ref, sampleFrame(40112));
    QCOMPARE(scene.stops[2].severity, SceneClass::Warning);
}

void TestSceneBuilder::periodFitsHalfOfTheLease()
{
    const TimelineScene scene = buildScene(*sampleAnalysis());
    QVERIFY(scene.period);
    QCOMPARE(scene.period->origin, sampleAt(0));
    QVERIFY(std::abs(static_cast<double>(scene.period->step.count()) - 36.02 * 3600e9) < 60e9);
    QCOMPARE(scene.period->caption, QStringLiteral("36 h grid: half of the 72 h lease"));
    Analysis once = *sampleAnalysis();
    once.devices[0].leases.resize(1);
    once.devices[1].leases.resize(1);
    QVERIFY(!buildScene(once).period);
}

void TestSceneBuilder::namesAndDetailsAreShown()
{
    SceneOptions options;
    options.names[sampleNode().address] = QStringLiteral("cucm-sub");
    options.details["SEP001E7A24429A"] = QStringLiteral("7961");
    const TimelineScene scene = buildScene(*sampleAnalysis(), options);
    QCOMPARE(scene.lanes[0].registrations[0].label, QStringLiteral("registered · cucm-sub"));
    QCOMPARE(scene.lanes[0].lines[0].text, QStringLiteral("7961 · 10.2.16.37"));
}

void TestSceneBuilder::densityIsCountedWhereNoneIsGiven()
{
    const TimelineScene counted = buildScene(*sampleAnalysis());
    QVERIFY(!counted.density.counts.empty());
    const OverviewDensity given{sampleAt(0), Nanoseconds{nsPerDay}, {1, 2, 3}};
    QCOMPARE(buildScene(*sampleAnalysis(), {}, given).density.counts, given.counts);
}

void TestSceneBuilder::hitPrefersTheNotableMark()
{
    const TimelineScene scene = buildScene(*sampleAnalysis());
    const TimelineLayout layout = layOut(scene, {0, 0, 1040, 600});
    const QRectF first = layout.lane(0);
    const double x = laneAxis(scene, layout).x(sampleAt(36.02));
    const SceneHit hit = hitTest(scene, layout, {x + 3, first.top() + 15});
    QCOMPARE(hit.part, SceneHit::Part::Lane);
    QVERIFY(hit.mark);
    QVERIFY(hit.selection);
    QCOMPARE(hit.selection->ref, sampleNak(0, 0));
    QVERIFY(!hitTest(scene, layout, {x + 60, first.top() + 15}).mark);
    QVERIFY(hitTest(scene, layout, {x + 60, first.top() + 15}).bar);
}

void TestSceneBuilder::hitFindsEndsOfBars()
{
    TimelineScene scene = buildScene(*sampleAnalysis());
    scene.visible = {sampleAt(36), sampleAt(36.1)};
    scene.lanes[0].minor.clear();
    const TimelineLayout layout = layOut(scene, {0, 0, 1040, 600});
    const double x = laneAxis(scene, layout).x(sampleAt(36.04));
    const SceneHit hit = hitTest(scene, layout, {x + 2, layout.lane(0).top() + 20});
    QVERIFY(hit.selection);
    QCOMPARE(hit.selection->ref, sampleFrame(21450));
    QVERIFY(!hitTest(scene, layout, {x - 40, layout.lane(0).top() + 20}).bar);
}

void TestSceneBuilder::hitOutsideTheLanes()
{
    const TimelineScene scene = buildScene(*sampleAnalysis());
    const TimelineLayout layout = layOut(scene, {0, 0, 1040, 800});
    QCOMPARE(hitTest(scene, layout, layout.overview.center()).part, SceneHit::Part::Overview);
    QCOMPARE(hitTest(scene, layout, {20, layout.lane(1).center().y()}).part, SceneHit::Part::Title);
    QCOMPARE(hitTest(scene, layout, {20, layout.lane(1).center().y()}).lane, std::optional<std::size_t>(1));
    QCOMPARE(hitTest(scene, layout, {20, layout.lanes.top() + layout.contentHeight() + 5}).part,
             SceneHit::Part::None);
    QCOMPARE(hitTest(scene, layout, {-5, -5}).part, SceneHit::Part::None);
    const double unseen = laneAxis(scene, layout).x(sampleAt(90));
    QVERIFY(hitTest(scene, layout, {unseen, layout.lane(0).top() + 20}).unseen);
}

void TestSceneBuilder::nextMarkAndNextStop()
{
    const TimelineScene scene = buildScene(*sampleAnalysis());
    const SceneMark* mark = nextMark(scene.lanes[0], sampleAt(0), true);
    QVERIFY(mark && mark->ref == sampleNak(0, 0));
    QVERIFY(!nextMark(scene.lanes[0], sampleAt(0), false));
    QCOMPARE(nextStop(scene, {}, true)->ref, sampleNak(0, 0));
    QCOMPARE(nextStop(scene, SceneSelection{sampleNak(0, 0), sampleAt(36.02)}, true)->ref, sampleNak(1, 0));
    QCOMPARE(nextStop(scene, SceneSelection{sampleNak(0, 0), sampleAt(36.02)}, false)->ref, sampleNak(1, 2));
    QCOMPARE(nextStop(scene, SceneSelection{sampleFrame(1), sampleAt(50)}, true)->ref, sampleFrame(40112));
    QCOMPARE(laneOf(scene, sampleFrame(40112)), std::optional<std::size_t>(2));
    QVERIFY(!laneOf(scene, sampleFrame(2)));
}

QTEST_GUILESS_MAIN(TestSceneBuilder)
#include "tst_scenebuilder.moc"
