// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/support/casebuilder.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

/// "began..ended how" in seconds for each registration of phone 7; "?" for one that began before the
/// evidence.
std::string describe(const CaseBuilder& builder)
{
    const Judged judged(builder);
    std::string text;
    for (const Registration& registration : judged.device(phoneOf(7)).registrations) {
        const auto seconds = [](CaseTime time) {
            return std::to_string(std::llround(static_cast<double>(time.nsUtc - caseStartNs) * 1e-9));
        };
        text += (text.empty() ? "" : "; ") + (registration.beganAt ? seconds(registration.from) : "?") + ".."
            + seconds(registration.to) + " " + std::string(toText(registration.ended));
    }
    return text;
}

} // namespace

class TestRegistrationTracker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ends_data();
    void ends();
    void keepaliveLost();
    void heartbeatsOfOthersAreNoKeepalives();
    void rejected();
    void startedBeforeTheEvidence();
    void openAtTheEnd();
    void silentForGood();
    void silentOnlySinceItsSourceEnded();
    void silentInALogOfALowerLevel();
    void silentWhereBytesWereLost_data();
    void silentWhereBytesWereLost();
    void silentButForCalls();
    void silentToWhoLostSightOfIt();
    void lateAlarmIsOfTheOlderConnection_data();
    void lateAlarmIsOfTheOlderConnection();
    void lateResetOfTheOlderConnection();
    void olderConnectionFoundDeadAfterAStart();
    void twoSourcesOneRegistration();
    void traceWithoutPortsRunsOn();
    void strangeClockIsLeftOut();
    void whatNothingTouchedIsTakenOver();
    void howItBegan_data();
    void howItBegan();
    void keepalivesAreCountedOnce();
};

void TestRegistrationTracker::ends_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QByteArray>("ended");
    const auto row = [](const char* kind, const char* fields, const char* ended) {
        QTest::addRow("%s %s", kind, fields) << QByteArray(kind) << QByteArray(fields) << QByteArray(ended);
    };
    row("sccp.off-hook", "message-id=0x0006", "unknown"); // nothing that ends anything
    row("dhcp.nak", "", "address-lost");
    row("dhcp.release", "", "address-lost");
    row("phone.lease-expired", "", "address-lost");
    row("phone.address-cleared", "", "address-lost");
    row("sccp.reset", "message-id=0x009f;reset-type=1", "reset");
    row("sccp.reset", "message-id=0x009f;reset-type=2", "restart");
    row("sccp.reset", "message-id=0x009f;reset-type=3", "apply-config");
    row("sccp.unregister", "message-id=0x0027", "unregister");
    row("tcp.rst", "", "tcp-reset");
    row("tcp.fin", "", "tcp-closed");
    row("trace.disconnect", "how=keepalive-timeout", "keepalive-lost");
    row("trace.disconnect", "how=tcp-closed", "tcp-closed");
    row("trace.disconnect", "how=closed-by-cucm", "unknown");
    row("alarm.device-unregistered", "reason=6", "keepalive-lost");
    row("alarm.end-point-unregistered", "reason=13", "keepalive-lost");
    row("alarm.device-unregistered", "reason=9", "reset");
    row("alarm.device-unregistered", "reason=15", "restart");
    row("alarm.device-unregistered", "reason=17", "apply-config");
    row("alarm.device-unregistered", "reason=10", "unregister");
    row("alarm.device-unregistered", "reason=28", "moved");
    row("alarm.device-unregistered", "reason=8", "unknown");
    row("alarm.device-unregistered", "reason=999", "unknown");
    row("dhcp.discover", "", "unknown");
}

void TestRegistrationTracker::ends()
{
    QFETCH(QByteArray, kind);
    QFETCH(QByteArray, fields);
    QFETCH(QByteArray, ended);
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 2000);
    made.registers(capture, 10, 7, 50'000);
    made.keepalives(capture, 40, 600, 7, 50'000);
    made.event(
        capture, 615,
        {kind.toStdString(), phoneOf(7), CaseBuilder::node, made.phoneEnd(7, 50'000), fields.toStdString()});
    made.registers(capture, 640, 7, 50'001);
    made.keepalives(capture, 670, 2000, 7, 50'001);
    const bool seen =
        ended != "unknown" || kind == "dhcp.discover" || kind.startsWith("alarm") || kind.startsWith("trace");
    QCOMPARE(describe(made),
             std::string("10..") + (seen ? "615 " : "640 ") + ended.toStdString()
                 + "; 640..2000 evidence-ended");
}

void TestRegistrationTracker::keepaliveLost()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 2000);
    made.registers(capture, 10, 7, 50'000);
    made.keepalives(capture, 40, 610, 7, 50'000);
    made.registers(capture, 800, 7, 50'001);
    QCOMPARE(QString::fromStdString(describe(made)),
             QString::fromStdString("10..610 keepalive-lost; 800..800 evidence-ended"));
}

/// The phone is as lost as without them.
void TestRegistrationTracker::heartbeatsOfOthersAreNoKeepalives()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 2000);
    made.registers(capture, 10, 7, 50'000);
    made.keepalives(capture, 40, 610, 7, 50'000);
    made.registers(capture, 800, 7, 50'001);
    made.train(capture, 5, 10, 190, {"cti.heartbeat", phoneOf(7)});
    QCOMPARE(QString::fromStdString(describe(made)),
             QString::fromStdString("10..610 keepalive-lost; 800..800 evidence-ended"));
}

void TestRegistrationTracker::rejected()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 2000);
    made.event(
        capture, 10,
        {"sccp.register", phoneOf(7), made.phoneEnd(7, 50'000), CaseBuilder::node, "message-id=0x0001"});
    made.event(capture, 10.2,
               {"sccp.register-reject", phoneOf(7), CaseBuilder::node, made.phoneEnd(7, 50'000),
                "message-id=0x009d"});
    made.registers(capture, 70, 7, 50'001);
    made.keepalives(capture, 100, 2000, 7, 50'001);
    QCOMPARE(QString::fromStdString(describe(made)),
             QString::fromStdString("10..10 rejected; 70..2000 evidence-ended"));
}

void TestRegistrationTracker::startedBeforeTheEvidence()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 2000);
    made.keepalives(capture, 5, 600, 7, 50'000);
    made.dhcp(capture, 610, 7, "nak", "xid=0x1");
    made.registers(capture, 620, 7, 50'001);
    made.keepalives(capture, 650, 2000, 7, 50'001);
    QCOMPARE(QString::fromStdString(describe(made)),
             QString::fromStdString("?..610 address-lost; 620..2000 evidence-ended"));
}

void TestRegistrationTracker::openAtTheEnd()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 2000);
    made.registers(capture, 10, 7, 50'000);
    made.keepalives(capture, 40, 1980, 7, 50'000);
    QCOMPARE(QString::fromStdString(describe(made)), QString::fromStdString("10..2000 evidence-ended"));
}

void TestRegistrationTracker::silentForGood()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 2000);
    made.registers(capture, 10, 7, 50'000);
    made.keepalives(capture, 40, 610, 7, 50'000);
    QCOMPARE(QString::fromStdString(describe(made)), QString::fromStdString("10..610 keepalive-lost"));
    QCOMPARE(Judged(made).context.losses.size(), std::size_t{1});
}

/// Three keepalives that the phone can have sent unseen are no silence; nor does it matter how long others
/// watch who never saw it.
void TestRegistrationTracker::silentOnlySinceItsSourceEnded()
{
    for (const double end : {640.0, 700.0}) {
        CaseBuilder made;
        const SourceId capture = made.capture("a.pcap", 0, end);
        made.registers(capture, 10, 7, 50'000);
        made.keepalives(capture, 40, 610, 7, 50'000);
        made.keepalives(made.capture("b.pcap", 0, 2000), 40, 2000, 8, 50'000);
        QCOMPARE(QString::fromStdString(describe(made)),
                 end == 640 ? QString::fromStdString("10..640 evidence-ended")
                            : QString::fromStdString("10..610 evidence-ended"));
        QVERIFY(Judged(made).context.losses.empty());
    }
}

/// Whoever lowers the level of a trace makes all phones silent in it.
void TestRegistrationTracker::silentInALogOfALowerLevel()
{
    CaseBuilder made;
    const SourceId trace = made.trace("ccm.txt", 0, 2000);
    made.registers(trace, 10, 7, 50'000);
    made.keepalives(trace, 40, 610, 7, 50'000);
    made.event(trace, 1900, {"sccp.off-hook", phoneOf(8), made.phoneEnd(8, 50'000), CaseBuilder::node, ""});
    QCOMPARE(QString::fromStdString(describe(made)), QString::fromStdString("10..610 evidence-ended"));
    made.keepalives(trace, 40, 1990, 8, 50'000);
    QCOMPARE(QString::fromStdString(describe(made)), QString::fromStdString("10..610 keepalive-lost"));
}

void TestRegistrationTracker::silentWhereBytesWereLost_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QByteArray>("of");
    QTest::addColumn<bool>("lost");
    QTest::newRow("of its connection")
        << QByteArray("capture.stream-gap") << QByteArray("10.2.20.7:50000") << false;
    QTest::newRow("of another") << QByteArray("capture.stream-gap") << QByteArray("10.2.20.8:50000") << true;
    QTest::newRow("of everybody") << QByteArray("capture.record-garbage") << QByteArray() << false;
}

void TestRegistrationTracker::silentWhereBytesWereLost()
{
    QFETCH(QByteArray, id);
    QFETCH(QByteArray, of);
    QFETCH(bool, lost);
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 2000);
    made.registers(capture, 10, 7, 50'000);
    made.keepalives(capture, 40, 610, 7, 50'000);
    Problem problem{Severity::DataLoss, id.toStdString(), Place{PlaceUnit::Frame, 2'000'000}, {}};
    if (!of.isEmpty())
        problem.arguments = {"120", CaseBuilder::node, of.toStdString()};
    made.sourceRow(capture).problems.push_back(problem);
    QCOMPARE(QString::fromStdString(describe(made)),
             QString::fromStdString(lost ? "10..610 keepalive-lost" : "10..610 evidence-ended"));
}

void TestRegistrationTracker::silentButForCalls()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 2000);
    made.registers(capture, 10, 7, 50'000);
    made.keepalives(capture, 40, 610, 7, 50'000);
    made.event(capture, 1500,
               {"sccp.off-hook", "", made.phoneEnd(7, 50'000), CaseBuilder::node, "message-id=0x0006"});
    QVERIFY(describe(made).ends_with("evidence-ended"));
}

/// The phone was carried to another port: who watches the first one sees nothing more of it.
void TestRegistrationTracker::silentToWhoLostSightOfIt()
{
    CaseBuilder made;
    const SourceId phoneSide = made.capture("phone.pcap", 0, 2000);
    const SourceId serverSide = made.capture("server.pcap", 0, 640);
    made.registers(phoneSide, 10, 7, 50'000);
    made.keepalives(phoneSide, 40, 310, 7, 50'000);
    made.keepalives(serverSide, 40, 610, 7, 50'000);
    QCOMPARE(QString::fromStdString(describe(made)), QString::fromStdString("10..640 evidence-ended"));
}

void TestRegistrationTracker::lateAlarmIsOfTheOlderConnection_data()
{
    QTest::addColumn<bool>("keepalivesSeen");
    QTest::newRow("keepalives seen") << true;
    QTest::newRow("keepalives not seen") << false;
}

/// The sample case: the phone is back within seconds, and CallManager gives its old connection up half an
/// hour later (reason 13).
void TestRegistrationTracker::lateAlarmIsOfTheOlderConnection()
{
    QFETCH(bool, keepalivesSeen);
    CaseBuilder made;
    const SourceId trace = made.trace("ccm.txt", 0, 9000);
    const auto keepalive = [&](double from, std::uint32_t count) {
        if (keepalivesSeen)
            made.train(trace, from, 600, count,
                       {"sccp.keepalive", phoneOf(7), made.phoneEnd(7, 0), "10.2.1.11", "message-id=0x0000"});
    };
    made.registers(trace, 10, 7, 50'000);
    keepalive(600, 4);
    made.dhcp(trace, 3000, 7, "nak");
    made.registers(trace, 3010, 7, 50'001);
    made.event(trace, 4700, {"alarm.device-unregistered", phoneOf(7), "", "", "reason=13"});
    made.event(
        trace, 4700.1,
        {"trace.disconnect", phoneOf(7), made.phoneEnd(7, 50'000), "10.2.1.11", "how=keepalive-timeout"});
    keepalive(3610, 2);
    QCOMPARE(describe(made).substr(0, 26), std::string("10..3000 address-lost; 301"));
    QVERIFY(describe(made).ends_with("evidence-ended"));
}

void TestRegistrationTracker::lateResetOfTheOlderConnection()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 2000);
    made.registers(capture, 10, 7, 50'000);
    made.event(capture, 100, {"tcp.rst", "", CaseBuilder::node, made.phoneEnd(7, 49'000), ""});
    QCOMPARE(QString::fromStdString(describe(made)), QString::fromStdString("10..10 evidence-ended"));
    made.event(capture, 200, {"tcp.rst", "", CaseBuilder::node, made.phoneEnd(7, 50'000), ""});
    QCOMPARE(QString::fromStdString(describe(made)), QString::fromStdString("10..200 tcp-reset"));
}

/// A phone that lost its power answers what still comes for its old connection with a reset.
void TestRegistrationTracker::olderConnectionFoundDeadAfterAStart()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 2000);
    made.keepalives(capture, 5, 600, 7, 50'000);
    made.dhcp(capture, 640, 7, "discover", "xid=0x1");
    made.event(capture, 650, {"tcp.rst", "", made.phoneEnd(7, 50'000), CaseBuilder::node, ""});
    made.registers(capture, 660, 7, 50'001, "code=25");
    QCOMPARE(QString::fromStdString(describe(made)),
             QString::fromStdString("?..640 unknown; 660..660 evidence-ended"));
}

void TestRegistrationTracker::twoSourcesOneRegistration()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 2000);
    const SourceId trace = made.trace("ccm.txt", 0, 2000);
    made.registers(capture, 10, 7, 50'000);
    made.registers(trace, 10.4, 7, 50'000);
    made.keepalives(capture, 40, 1990, 7, 50'000);
    QCOMPARE(QString::fromStdString(describe(made)), QString::fromStdString("10..2000 evidence-ended"));
    const Judged judged(made);
    QCOMPARE(judged.device(phoneOf(7)).registrations[0].seenBy, (std::vector<SourceId>{capture, trace}));
}

/// Old traces show no ports: one train of keepalives runs over both registrations.
void TestRegistrationTracker::traceWithoutPortsRunsOn()
{
    CaseBuilder made;
    const SourceId trace = made.trace("ccm.txt", 0, 9000);
    made.registers(trace, 10, 7, 50'000);
    made.train(trace, 600, 600, 14,
               {"sccp.keepalive", phoneOf(7), made.phoneEnd(7, 0), "10.2.1.11", "message-id=0x0000"});
    made.dhcp(trace, 3100, 7, "nak");
    made.registers(trace, 3110, 7, 50'001);
    QCOMPARE(QString::fromStdString(describe(made)),
             QString::fromStdString("10..3100 address-lost; 3110..9000 evidence-ended"));
}

/// A console without date and zone that nothing could be compared with must not make registrations of its
/// own.
void TestRegistrationTracker::strangeClockIsLeftOut()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 2000);
    const SourceId console = made.console("SEP001E7A244007.log", 0, 2000);
    made.registers(capture, 10, 7, 50'000);
    made.keepalives(capture, 40, 1990, 7, 50'000);
    made.event(console, 500, {"sccp.register", phoneOf(7), "", "10.2.1.11", "message-id=0x0001"});
    const CaseEvents events = made.build();
    const Identity identity(findJoins(events));
    ClockSet clocks = Judged::agreeing(events);
    SourceClock strange;
    strange.source = console;
    strange.dateBasis = Basis::Assumed;
    clocks.add(strange);
    QCOMPARE(deviceHistories(events, groupByDevice(events, identity, clocks), identity, clocks,
                             Coverage(events, clocks))[0]
                 .registrations.size(),
             std::size_t{1});
    strange.correction = SourceClock::Correction{};
    clocks.add(strange);
    QCOMPARE(deviceHistories(events, groupByDevice(events, identity, clocks), identity, clocks,
                             Coverage(events, clocks))[0]
                 .registrations.size(),
             std::size_t{2});
}

/// An added source touches the phones that it shows and no other; one that was watching less than was thought
/// touches those in it.
void TestRegistrationTracker::whatNothingTouchedIsTakenOver()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 2000);
    for (const int phone : {7, 8})
        made.registers(capture, 10, phone, static_cast<std::uint16_t>(50'000 + phone));
    std::vector<DeviceHistory> before = Judged(made).devices;
    QCOMPARE(before.size(), std::size_t{2});
    for (DeviceHistory& history : before)
        history.registrations.clear();
    const auto registrations = [&] {
        const Judged judged(made);
        std::vector<std::size_t> counts;
        for (const DeviceHistory& history : deviceHistories(judged.events, judged.byDevice, judged.identity,
                                                            judged.clocks, judged.coverage, {}, before))
            counts.push_back(history.registrations.size());
        return counts;
    };
    using Counts = std::vector<std::size_t>;
    QCOMPARE(registrations(), (Counts{0, 0}));
    const SourceId trace = made.trace("ccm.txt", 0, 2000);
    QCOMPARE(registrations(), (Counts{0, 0}));
    made.event(trace, 500, {"sccp.unregister", phoneOf(8), "", "", "message-id=0x0027"});
    QCOMPARE(registrations(), (Counts{0, 1}));
    made.sourceRow(capture).limits.push_back({"limit.packets-dropped", SourceTime{}, SourceTime{1}, {}});
    QCOMPARE(registrations(), (Counts{1, 1}));
}

void TestRegistrationTracker::howItBegan_data()
{
    QTest::addColumn<QByteArray>("alarm");
    QTest::addColumn<QByteArray>("began");
    QTest::newRow("no code") << QByteArray("text=hello") << QByteArray("register");
    QTest::newRow("Phone-Re-IP") << QByteArray("code=21") << QByteArray("register");
    QTest::newRow("Initialized") << QByteArray("code=25") << QByteArray("power-on");
    QTest::newRow("Reset-Reset") << QByteArray("code=22") << QByteArray("reset");
    QTest::newRow("Phone-Keypad") << QByteArray("code=20") << QByteArray("reset");
    QTest::newRow("KeepaliveTO") << QByteArray("code=17") << QByteArray("re-register");
    QTest::newRow("a name alone") << QByteArray("last=ucm-closed-tcp") << QByteArray("re-register");
    QTest::newRow("a video endpoint")
        << QByteArray("code=25;last=Device-Initiated-Reset") << QByteArray("reset");
    QTest::newRow("Reset-Restart") << QByteArray("code=23") << QByteArray("restart");
    QTest::newRow("Failback") << QByteArray("code=18") << QByteArray("fallback");
}

void TestRegistrationTracker::howItBegan()
{
    QFETCH(QByteArray, alarm);
    QFETCH(QByteArray, began);
    CaseBuilder made;
    made.registers(made.capture("a.pcap", 0, 2000), 10, 7, 50'000, alarm.toStdString());
    const Judged judged(made);
    QCOMPARE(std::string(toText(judged.device(phoneOf(7)).registrations.at(0).began)), began.toStdString());
}

void TestRegistrationTracker::keepalivesAreCountedOnce()
{
    CaseBuilder made;
    const SourceId first = made.capture("a.pcap", 0, 2000);
    const SourceId second = made.capture("b.pcap", 0, 2000);
    made.registers(first, 10, 7, 50'000);
    made.registers(second, 10, 7, 50'000);
    made.keepalives(first, 40, 610, 7, 50'000);
    made.keepalives(second, 40, 310, 7, 50'000);
    const Judged judged(made);
    QCOMPARE(judged.device(phoneOf(7)).registrations.at(0).keepalives, std::uint64_t{20});
    QCOMPARE(judged.device(phoneOf(7)).registrations.at(0).keepaliveAnswers, std::uint64_t{20});
}

QTEST_APPLESS_MAIN(TestRegistrationTracker)
#include "tst_registrationtracker.moc"
