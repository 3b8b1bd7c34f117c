// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/events/coverage.h"
#include "models/events/recorded.h"
#include "tests/support/casebuilder.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

Coverage coverageOf(const CaseBuilder& builder)
{
    const CaseEvents events = builder.build();
    return {events, Judged::agreeing(events)};
}

Problem lossAt(const std::string& id, std::uint64_t frame, std::vector<std::string> arguments = {})
{
    return {Severity::DataLoss, id, Place{PlaceUnit::Frame, frame}, std::move(arguments)};
}

IpAddress address(const char* text)
{
    return IpAddress::fromText(text).value();
}

/// Frames 1 to 9 at 100, 200 … 900 seconds.
SourceId ninePackets(CaseBuilder& made)
{
    const SourceId capture = made.capture("a.pcap", 0, 1000);
    for (int i = 1; i < 10; ++i)
        made.event(capture, i * 100, {.kind = "ntp.client"});
    return capture;
}

} // namespace

class TestCoverage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unknownSource();
    void firstToLast();
    void severalSpans();
    void oneAfterTheOther();
    void pauses_data();
    void pauses();
    void pausedConnection();
    void trainThatBridgesAPause();
    void bytesOfOneConnection();
    void bytesOfSeveral_data();
    void bytesOfSeveral();
    void bytesOfEverybody();
    void theFirstOfSeveral();
    void withoutAPlace();
    void noticesAreNoLoss();
    void onTheClockOfTheCase();
    void untilWhenKeepalivesShow();
    void limits_data();
    void limits();
    void pauseThatReachesOutOfASpan();
    void wholeSpans_data();
    void wholeSpans();
};

void TestCoverage::unknownSource()
{
    const Coverage coverage = coverageOf(CaseBuilder());
    QVERIFY(!coverage.watched(SourceId{7}, caseAt(0)));
    QVERIFY(!coverage.complete(SourceId{7}, caseAt(0), caseAt(0)));
    QVERIFY(!coverage.end(SourceId{7}));
    QVERIFY(!coverage.keepalivesEnd(SourceId{7}));
}

void TestCoverage::firstToLast()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 100, 200);
    const Coverage coverage = coverageOf(made);
    QVERIFY(!coverage.watched(capture, caseAt(99)));
    QVERIFY(coverage.watched(capture, caseAt(100)));
    QVERIFY(coverage.watched(capture, caseAt(200)));
    QVERIFY(!coverage.watched(capture, caseAt(201)));
    QVERIFY(coverage.complete(capture, caseAt(100), caseAt(200)));
    QVERIFY(!coverage.complete(capture, caseAt(90), caseAt(200)));
    QVERIFY(!coverage.complete(capture, caseAt(100), caseAt(210)));
    QVERIFY(*coverage.end(capture) == caseAt(200));
}

void TestCoverage::severalSpans()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 1000);
    const auto at = [](double seconds) { return SourceTime{caseStartNs + nsOf(seconds)}; };
    made.sourceRow(capture).coverage = {{at(0), at(300)}, {at(301), at(500)}, {at(600), at(1000)}};
    const Coverage coverage = coverageOf(made);
    QVERIFY(coverage.complete(capture, caseAt(0), caseAt(500))); // a second in which nothing was written
    QVERIFY(!coverage.watched(capture, caseAt(550)));
    QVERIFY(!coverage.complete(capture, caseAt(400), caseAt(700)));
}

void TestCoverage::pauses_data()
{
    QTest::addColumn<double>("resumed");
    QTest::addColumn<double>("ended");
    QTest::addColumn<bool>("othersShow");
    QTest::addColumn<bool>("paused");
    QTest::newRow("nothing for an hour") << 4001.0 << 8000.0 << false << true;
    QTest::newRow("others are shown") << 4001.0 << 8000.0 << true << false;
    QTest::newRow("a few keepalives") << 511.0 << 8000.0 << false << false;
    QTest::newRow("keepalives end") << 0.0 << 8000.0 << false << false;
}

/// Keepalives until 391; what is not shown before they go on was not recorded.
void TestCoverage::pauses()
{
    QFETCH(double, resumed);
    QFETCH(double, ended);
    QFETCH(bool, othersShow);
    QFETCH(bool, paused);
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, ended);
    made.keepalives(capture, 1, 391, 7, 50'000);
    if (resumed > 0)
        made.keepalives(capture, resumed, ended, 7, 50'000);
    if (othersShow)
        made.keepalives(capture, 100, 5000, 8, 50'000);
    made.event(capture, ended, {.kind = "ntp.client"});
    const Coverage coverage = coverageOf(made);
    QCOMPARE(recordedSpans(made.build()).at(capture).size(), std::size_t{paused ? 2U : 1U});
    QCOMPARE(coverage.watched(capture, caseAt(450)), !paused);
    QCOMPARE(coverage.complete(capture, caseAt(300), caseAt(4500), address("0.0.0.0")), !paused);
    QVERIFY(coverage.complete(capture, caseAt(0), caseAt(391)));
    QVERIFY(coverage.complete(capture, caseAt(4001), caseAt(8000)));
}

/// Without keepalives nobody knows how often a source would have shown something.
void TestCoverage::pausedConnection()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 80'000);
    for (const double at : {100.0, 70'000.0})
        made.event(capture, at, {.kind = "ntp.client"});
    QVERIFY(coverageOf(made).complete(capture, caseAt(0), caseAt(80'000)));
}

/// The first steps of a train may be of any length: where it has a long one it covers nothing but its ends.
void TestCoverage::trainThatBridgesAPause()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 8000);
    made.keepalives(capture, 1, 391, 8, 50'000);
    made.keepalives(capture, 4001, 8000, 8, 50'000);
    made.train(capture, 361, 1820, 3,
               {"sccp.keepalive", "", made.phoneEnd(7, 50'000), CaseBuilder::node, "message-id=0x0000"});
    QVERIFY(!coverageOf(made).complete(capture, caseAt(300), caseAt(4500), address("0.0.0.0")));
}

void TestCoverage::oneAfterTheOther()
{
    CaseBuilder made;
    const SourceId files[] = {made.trace("2.txt", 500, 1000), made.trace("1.txt", 0, 500),
                              made.trace("4.txt", 1100, 2000)};
    const Coverage coverage = coverageOf(made);
    QVERIFY(coverage.complete(files, caseAt(100), caseAt(900)));
    QVERIFY(!coverage.complete(files, caseAt(100), caseAt(1200)));
    QVERIFY(!coverage.complete(files[1], caseAt(100), caseAt(900)));
}

void TestCoverage::bytesOfOneConnection()
{
    CaseBuilder made;
    const SourceId capture = ninePackets(made);
    made.sourceRow(capture).problems = {
        lossAt("capture.stream-gap", 5, {"120", CaseBuilder::node, "10.2.20.7:50000"})};
    const Coverage coverage = coverageOf(made);
    QVERIFY(coverage.watched(capture, caseAt(450)));
    QVERIFY(!coverage.complete(capture, caseAt(410), caseAt(490), address("10.2.20.7")));
    QVERIFY(!coverage.complete(capture, caseAt(300), caseAt(900), address("10.2.20.7")));
    QVERIFY(!coverage.complete(capture, caseAt(410), caseAt(490)));
    QVERIFY(coverage.complete(capture, caseAt(410), caseAt(490), address("10.2.20.8")));
    QVERIFY(coverage.complete(capture, caseAt(510), caseAt(900), address("10.2.20.7")));
    QVERIFY(coverage.complete(capture, caseAt(100), caseAt(390), address("10.2.20.7")));
}

void TestCoverage::bytesOfSeveral_data()
{
    QTest::addColumn<int>("frame");
    QTest::addColumn<QString>("of");
    QTest::addColumn<bool>("concernsAll");
    QTest::newRow("another at the same time") << 5 << "10.2.20.8:50000" << true;
    QTest::newRow("another at another time") << 8 << "10.2.20.8:50000" << false;
    QTest::newRow("the same, the other way") << 5 << "10.2.20.7:50000" << false;
}

/// What two phones lack at one time, nobody has.
void TestCoverage::bytesOfSeveral()
{
    QFETCH(int, frame);
    QFETCH(QString, of);
    QFETCH(bool, concernsAll);
    CaseBuilder made;
    const SourceId capture = ninePackets(made);
    made.sourceRow(capture).problems = {
        lossAt("capture.stream-gap", 5, {"120", CaseBuilder::node, "10.2.20.7:50000"}),
        lossAt("capture.stream-gap", static_cast<std::uint64_t>(frame),
               {"120", of.toStdString(), CaseBuilder::node})};
    const Coverage coverage = coverageOf(made);
    QCOMPARE(coverage.complete(capture, caseAt(410), caseAt(490), address("0.0.0.0")), !concernsAll);
    QVERIFY(coverage.complete(capture, caseAt(510), caseAt(900), address("0.0.0.0")));
}

void TestCoverage::bytesOfEverybody()
{
    CaseBuilder made;
    const SourceId capture = ninePackets(made);
    made.sourceRow(capture).problems = {lossAt("capture.record-garbage", 5)};
    const Coverage coverage = coverageOf(made);
    QVERIFY(!coverage.complete(capture, caseAt(410), caseAt(490), address("10.2.20.8")));
    QVERIFY(coverage.complete(capture, caseAt(510), caseAt(900)));
}

void TestCoverage::theFirstOfSeveral()
{
    CaseBuilder made;
    const SourceId capture = ninePackets(made);
    made.sourceRow(capture).problems = {lossAt("capture.framing-lost", 5, {"3"})};
    const Coverage coverage = coverageOf(made);
    QVERIFY(coverage.complete(capture, caseAt(100), caseAt(390)));
    QVERIFY(!coverage.complete(capture, caseAt(510), caseAt(900)));
}

void TestCoverage::withoutAPlace()
{
    CaseBuilder made;
    const SourceId capture = ninePackets(made);
    made.sourceRow(capture).problems = {{Severity::DataLoss, "capture.stream-gaps", {}, {"5000", "9"}}};
    QVERIFY(!coverageOf(made).complete(capture, caseAt(100), caseAt(200)));
}

void TestCoverage::noticesAreNoLoss()
{
    CaseBuilder made;
    const SourceId capture = ninePackets(made);
    made.sourceRow(capture).problems = {{Severity::Notice, "capture.frames-cut", {}, {"5"}}};
    QVERIFY(coverageOf(made).complete(capture, caseAt(100), caseAt(200)));
}

void TestCoverage::onTheClockOfTheCase()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 100);
    const CaseEvents events = made.build();
    ClockSet clocks;
    SourceClock ahead;
    ahead.source = capture;
    ahead.correction = SourceClock::Correction{.offsetNs = nsOf(50)};
    clocks.add(ahead);
    const Coverage coverage(events, clocks);
    QVERIFY(coverage.watched(capture, caseAt(-50)));
    QVERIFY(!coverage.watched(capture, caseAt(51)));
}

void TestCoverage::untilWhenKeepalivesShow()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 1000);
    const SourceId trace = made.trace("ccm.txt", 0, 1000);
    made.keepalives(capture, 10, 400, 7, 50'000);
    made.keepalives(trace, 10, 400, 7, 50'000);
    const Coverage coverage = coverageOf(made);
    QVERIFY(*coverage.keepalivesEnd(capture) == caseAt(1000));
    QVERIFY(*coverage.keepalivesEnd(trace) == caseAt(400.01)); // the answer
}

void TestCoverage::limits_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("argument");
    QTest::addColumn<bool>("hasTime"); // 200 to 300 s
    QTest::addColumn<QString>("complete"); // d: DHCP, r: registrations; before and after 250 s
    const auto row = [](const char* id, const char* argument, bool hasTime, const char* complete) {
        QTest::addRow("%s %s %d", id, argument, hasTime)
            << QString::fromUtf8(id) << QString::fromUtf8(argument) << hasTime << QString::fromUtf8(complete);
    };
    row("limit.drops", "17", true, "-- dr");
    row("limit.drops", "17", false, "-- --");
    row("limit.trace-level", "", true, "-- dr");
    row("limit.filter", "udp port 67", false, "d- d-");
    row("limit.filter", "tcp port 2000", false, "-r -r");
    row("limit.filter", "port 67 or port 2000", false, "dr dr");
    row("limit.filter", "ether host 00:11:22:33:44:55", false, "-- --");
    row("limit.snap-length", "96", false, "-- --");
    row("limit.snap-length", "65535", false, "dr dr");
    row("limit.snap-length-chosen", "96", false, "-- --");
    row("limit.silence", "100", true, "dr dr");
    row("limit.missing-files", "3", true, "dr dr");
    row("limit.of-another-day", "", false, "-- --");
}

void TestCoverage::limits()
{
    QFETCH(QString, id);
    QFETCH(QString, argument);
    QFETCH(bool, hasTime);
    CaseBuilder made;
    const SourceId capture = ninePackets(made);
    CoverageLimit limit{id.toStdString(), {}, {}, {argument.toStdString()}};
    if (hasTime) {
        limit.from = SourceTime{caseStartNs + nsOf(200)};
        limit.to = SourceTime{caseStartNs + nsOf(300)};
    }
    made.sourceRow(capture).limits = {limit};
    const Coverage coverage = coverageOf(made);
    const auto shown = [&](double from, double to) {
        const bool dhcp = coverage.showedAllDhcp(std::span(&capture, 1), caseAt(from), caseAt(to));
        const bool registrations = coverage.complete(capture, caseAt(from), caseAt(to));
        return QString::fromUtf8(dhcp ? "d" : "-") + QString::fromUtf8(registrations ? "r" : "-");
    };
    QTEST(shown(150, 250) + QStringLiteral(" ") + shown(310, 400), "complete");
}

/// Keepalives end before the silence begins, and come back when it is over.
void TestCoverage::pauseThatReachesOutOfASpan()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 10'000);
    const SourceTime begin{caseStartNs};
    made.sourceRow(capture).coverage = {{begin, begin + Nanoseconds(nsOf(4000))},
                                        {begin + Nanoseconds(nsOf(6000)), begin + Nanoseconds(nsOf(10'000))}};
    made.keepalives(capture, 0, 3000, 1, 50'000);
    made.keepalives(capture, 6000, 10'000, 1, 50'000);
    const Coverage coverage = coverageOf(made);
    QVERIFY(coverage.watched(capture, caseAt(2990)));
    QVERIFY(!coverage.watched(capture, caseAt(3500)));
    QVERIFY(!coverage.watched(capture, caseAt(5000)));
    QVERIFY(coverage.watched(capture, caseAt(6500)));
}

void TestCoverage::wholeSpans_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QByteArray>("argument");
    QTest::addColumn<QByteArray>("dhcp");
    QTest::addColumn<QByteArray>("ntp");
    const auto row = [](const char* id, const char* argument, const char* dhcp, const char* ntp) {
        QTest::newRow(*argument ? argument : id)
            << QByteArray(id) << QByteArray(argument) << QByteArray(dhcp) << QByteArray(ntp);
    };
    row("limit.silence", "", "0..1000", "0..1000"); // stands in the spans
    row("limit.dropped", "", "0..200 400..1000", "0..200 400..1000");
    row("limit.filter", "port 123", "0..200 400..1000", "0..1000");
    row("limit.filter", "port 67", "0..1000", "0..200 400..1000");
    row("limit.snap-length", "96", "0..200 400..1000", "0..1000"); // 48 bytes are there
}

/// From 200 to 400 s something is hidden.
void TestCoverage::wholeSpans()
{
    QFETCH(QByteArray, id);
    QFETCH(QByteArray, argument);
    QFETCH(QByteArray, dhcp);
    QFETCH(QByteArray, ntp);
    CaseBuilder made;
    const SourceId capture = ninePackets(made);
    made.sourceRow(capture).limits.push_back({id.toStdString(),
                                              SourceTime{caseAt(200).nsUtc},
                                              SourceTime{caseAt(400).nsUtc},
                                              {argument.toStdString()}});
    const Coverage coverage = coverageOf(made);
    const auto spans = [&](Traffic traffic) {
        QByteArrayList all;
        for (const CaseSpan& span : coverage.wholeSpans(capture, traffic))
            all += QByteArray::number((span.from.nsUtc - caseStartNs) / nsPerSecond) + ".."
                + QByteArray::number((span.to.nsUtc - caseStartNs) / nsPerSecond);
        return all.join(' ');
    };
    QCOMPARE(spans(Traffic::Dhcp), dhcp);
    QCOMPARE(spans(Traffic::Ntp), ntp);
    QVERIFY(coverage.wholeSpans(SourceId{77}, Traffic::Ntp).empty());
}

QTEST_APPLESS_MAIN(TestCoverage)
#include "tst_coverage.moc"
