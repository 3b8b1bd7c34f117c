// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/support/casebuilder.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

/// "began..ended why, how" in seconds for each registration of phone 7; "?" for one that began unseen.
QString describe(const CaseBuilder& builder)
{
    const Judged judged(builder);
    QStringList all;
    for (const Registration& one : judged.device(phoneOf(7)).registrations) {
        const auto seconds = [](CaseTime time) {
            return QString::number(std::llround(static_cast<double>(time.nsUtc - caseStartNs) * 1e-9));
        };
        all += (one.beganAt ? seconds(one.from) : QStringLiteral("?")) + QStringLiteral("..")
            + seconds(one.to) + QLatin1Char(' ') + QString::fromStdString(std::string(toText(one.began)))
            + QLatin1Char(' ') + QString::fromStdString(std::string(toText(one.ended)));
    }
    return all.join(QStringLiteral("; "));
}

void rebinds(CaseBuilder& made, SourceId source, double at)
{
    made.dhcp(source, at, 7, "request", "xid=0x1;state=rebinding;client-ip=10.2.20.7");
}

void alarm(CaseBuilder& made, SourceId syslog, double at, const std::string& what, const std::string& node,
           const std::string& more = "")
{
    made.event(syslog, at,
               {"alarm.end-point-" + what, phoneOf(7), "", "", "protocol=SIP;node=" + node + more});
}

} // namespace

class TestRegistrationEnds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leaseThatNobodyRenews_data();
    void leaseThatNobodyRenews();
    void leaseWhoseRenewalNobodyWouldSee();
    void refreshMissedByWhoLostItsAddress();
    void movesToAnotherNode();
    void goesBackToItsNode();
    void isFirstSeenAwayFromItsNode();
    void goesBackAndMayHaveStarted_data();
    void goesBackAndMayHaveStarted();
    void registersTwiceWithOneNode_data();
    void registersTwiceWithOneNode();
    void registersTwiceWithTwoNodes();
    void staysWithItsNode();
    void alarmsOfTwoNodesTellOfOneMove();
    void alarmsOfTwoNodesTellOfTwo();
    void newCallOverANewConnection();
    void linesOverOneConnection();
    void belatedRefresh();
    void refreshThatIsNotBelated();
    void logTellsOfAFailedConnection();
    void serviceStarts();
    void serviceStartsLater();
    void serviceStartsWhenThePhoneIsBack();
};

void TestRegistrationEnds::leaseThatNobodyRenews_data()
{
    QTest::addColumn<double>("asked");
    QTest::addColumn<QByteArray>("between");
    QTest::addColumn<QString>("ended");
    QTest::newRow("in vain") << 560.0 << QByteArray() << QStringLiteral("address-lost");
    QTest::newRow("granted") << 560.0 << QByteArray("ack") << QStringLiteral("unknown");
    QTest::newRow("started") << 560.0 << QByteArray("boot") << QStringLiteral("unknown");
    QTest::newRow("long ago") << 400.0 << QByteArray() << QStringLiteral("unknown");
}

void TestRegistrationEnds::leaseThatNobodyRenews()
{
    QFETCH(double, asked);
    QFETCH(QByteArray, between);
    QFETCH(QString, ended);
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 2000);
    made.registers(capture, 10, 7, 50'000);
    made.keepalives(capture, 40, 600, 7, 50'000);
    rebinds(made, capture, asked - 60);
    rebinds(made, capture, asked);
    if (between == "ack")
        made.dhcp(capture, asked + 1, 7, "ack", "xid=0x1;your-ip=10.2.20.7");
    if (between == "boot")
        made.event(made.console("SEP001E7A244007.log", 0, 2000), 612, {.kind = "phone.boot"});
    made.dhcp(capture, 620, 7, "discover", "xid=0x2");
    made.registers(capture, 700, 7, 50'001);
    QCOMPARE(describe(made).section(QStringLiteral("; "), 0, 0).section(QLatin1Char(' '), 2), ended);
}

/// At a port of the same network: only broadcasts of the phone come along, and no answer to them.
void TestRegistrationEnds::leaseWhoseRenewalNobodyWouldSee()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 2000);
    made.registers(capture, 10, 7, 50'000);
    made.keepalives(capture, 40, 600, 7, 50'000);
    const SourceId beside = made.capture("b.pcap", 0, 2000);
    const auto broadcasts = [&](double at, const std::string& kind, const std::string& from,
                                const std::string& more) {
        made.event(beside, at, {kind, "", from, "255.255.255.255:67", macFieldOf(7) + more});
    };
    broadcasts(560, "dhcp.request", "10.2.20.7:68", ";xid=0x1;state=rebinding;client-ip=10.2.20.7");
    broadcasts(620, "dhcp.discover", "0.0.0.0:68", ";xid=0x2");
    made.registers(capture, 700, 7, 50'001);
    QVERIFY(describe(made).startsWith(QStringLiteral("10..620 reset unknown; ")));
}

/// The alarm is all that tells of the registration, and comes when the phone has long lost its address.
void TestRegistrationEnds::refreshMissedByWhoLostItsAddress()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 2000);
    rebinds(made, capture, 840);
    rebinds(made, capture, 900);
    made.dhcp(capture, 930, 7, "discover", "xid=0x2");
    alarm(made, made.trace("syslog.txt", 1000, 2000), 1000, "unregistered", "sub", ";reason=13");
    QCOMPARE(describe(made), QStringLiteral("?..930 unknown address-lost"));
}

/// Nothing tells that it prefers the node to which it goes.
void TestRegistrationEnds::movesToAnotherNode()
{
    CaseBuilder made;
    const SourceId syslog = made.trace("syslog.txt", 0, 2000);
    alarm(made, syslog, 100, "registered", "pub");
    alarm(made, syslog, 700, "unregistered", "pub", ";reason=8");
    alarm(made, syslog, 735, "registered", "sub");
    QCOMPARE(describe(made), QStringLiteral("100..700 register unknown; 735..735 register evidence-ended"));
    QCOMPARE(Judged(made).context.losses.size(), std::size_t{1});
}

/// Each hour it loses its own node for two minutes: that is a loss, and the way back is none.
void TestRegistrationEnds::goesBackToItsNode()
{
    CaseBuilder made;
    const SourceId syslog = made.trace("syslog.txt", 0, 12'000);
    alarm(made, syslog, 100, "registered", "sub");
    for (const double hour : {3600.0, 7200.0}) {
        alarm(made, syslog, hour, "unregistered", "sub", ";reason=8");
        alarm(made, syslog, hour + 10, "registered", "pub");
        alarm(made, syslog, hour + 120, "unregistered", "pub", ";reason=8");
        alarm(made, syslog, hour + 155, "registered", "sub");
    }
    QCOMPARE(describe(made),
             QStringLiteral("100..3600 register unknown; 3610..3720 register moved; "
                            "3755..7200 fallback unknown; 7210..7320 register moved; "
                            "7355..7355 fallback evidence-ended"));
    QCOMPARE(Judged(made).context.losses.size(), std::size_t{2});
}

/// The evidence begins while it is with the other node.
void TestRegistrationEnds::isFirstSeenAwayFromItsNode()
{
    CaseBuilder made;
    const SourceId syslog = made.trace("syslog.txt", 0, 8000);
    alarm(made, syslog, 100, "registered", "pub");
    alarm(made, syslog, 220, "unregistered", "pub", ";reason=8");
    alarm(made, syslog, 255, "registered", "sub");
    alarm(made, syslog, 3600, "unregistered", "sub", ";reason=8");
    alarm(made, syslog, 3610, "registered", "pub");
    QCOMPARE(describe(made),
             QStringLiteral("100..220 register unknown; 255..3600 register unknown; "
                            "3610..3610 register evidence-ended"));
}

void TestRegistrationEnds::goesBackAndMayHaveStarted_data()
{
    QTest::addColumn<double>("back");
    QTest::addColumn<QByteArray>("shown");
    QTest::addColumn<QString>("ended");
    QTest::newRow("too soon for a start") << 735.0 << QByteArray() << QStringLiteral("moved");
    QTest::newRow("nobody would see a start") << 800.0 << QByteArray() << QStringLiteral("unknown");
    QTest::newRow("no start is seen") << 800.0 << QByteArray("ack") << QStringLiteral("moved");
    QTest::newRow("a start is seen") << 735.0 << QByteArray("discover") << QStringLiteral("unknown");
}

void TestRegistrationEnds::goesBackAndMayHaveStarted()
{
    QFETCH(double, back);
    QFETCH(QByteArray, shown);
    QFETCH(QString, ended);
    CaseBuilder made;
    const SourceId syslog = made.trace("syslog.txt", 0, 2000);
    alarm(made, syslog, 100, "registered", "sub");
    alarm(made, syslog, 500, "unregistered", "sub", ";reason=6");
    alarm(made, syslog, 510, "registered", "pub");
    alarm(made, syslog, 700, "unregistered", "pub", ";reason=8");
    alarm(made, syslog, back, "registered", "sub");
    if (!shown.isEmpty())
        made.dhcp(made.capture("a.pcap", 0, 2000), shown == "ack" ? 300 : 710, 7, shown.toStdString(),
                  "xid=0x1;your-ip=10.2.20.7");
    QCOMPARE(describe(made).section(QStringLiteral("; "), 1, 1).section(QLatin1Char(' '), 2), ended);
}

/// Reason 16, again and again: it is back with the same node.
void TestRegistrationEnds::registersTwiceWithOneNode_data()
{
    QTest::addColumn<bool>("starts");
    QTest::newRow("nothing else is seen") << false;
    QTest::newRow("power cycles") << true;
}

void TestRegistrationEnds::registersTwiceWithOneNode()
{
    QFETCH(bool, starts);
    CaseBuilder made;
    const SourceId syslog = made.trace("syslog.txt", 0, 4000);
    const SourceId capture = made.capture("a.pcap", 0, 4000);
    alarm(made, syslog, 100, "registered", "sub");
    for (const double at : {1000.0, 2000.0, 3000.0}) {
        if (starts) {
            made.dhcp(capture, at + 0.5, 7, "discover", "xid=0x1");
            made.event(capture, at + 1, {"tftp.read-request", phoneOf(7), "", "", "file=CTLSEP.tlv"});
        }
        alarm(made, syslog, at, "unregistered", "sub", ";reason=16");
        alarm(made, syslog, at + 2, "registered", "sub");
    }
    QVERIFY(!describe(made).contains(QStringLiteral("fallback")));
    QCOMPARE(describe(made).count(QStringLiteral("power-on")), starts ? 3 : 0);
    QCOMPARE(Judged(made).context.losses.size(), std::size_t{3});
}

void TestRegistrationEnds::registersTwiceWithTwoNodes()
{
    CaseBuilder made;
    const SourceId syslog = made.trace("syslog.txt", 0, 2000);
    alarm(made, syslog, 100, "registered", "pub");
    alarm(made, syslog, 1000, "unregistered", "pub", ";reason=16");
    alarm(made, syslog, 1002, "registered", "sub");
    QCOMPARE(describe(made), QStringLiteral("100..1000 register moved; 1002..1002 fallback evidence-ended"));
    const SourceId capture = made.capture("a.pcap", 0, 2000);
    made.dhcp(capture, 1000.5, 7, "discover", "xid=0x1");
    made.event(capture, 1001, {"tftp.read-request", phoneOf(7), "", "", "file=CTLSEP.tlv"});
    QVERIFY(describe(made).endsWith(QStringLiteral(" power-on evidence-ended")));
}

void TestRegistrationEnds::staysWithItsNode()
{
    CaseBuilder made;
    const SourceId syslog = made.trace("syslog.txt", 0, 2000);
    alarm(made, syslog, 100, "registered", "sub");
    alarm(made, syslog, 700, "unregistered", "sub", ";reason=8");
    alarm(made, syslog, 735, "registered", "sub");
    alarm(made, syslog, 900, "unregistered", "sub", ";reason=8");
    alarm(made, syslog, 1900, "registered", "pub"); // long afterwards
    QCOMPARE(describe(made),
             QStringLiteral("100..700 register unknown; 735..900 register unknown; "
                            "1900..1900 register evidence-ended"));
}

/// The node that it leaves says so at once, the one to which it comes half a minute later.
void TestRegistrationEnds::alarmsOfTwoNodesTellOfOneMove()
{
    CaseBuilder made;
    const SourceId syslog = made.trace("syslog.txt", 0, 800);
    made.sipRegisters(made.capture("a.pcap", 0, 605), 600, 7, 50'001, "b", 101,
                      "alarm-code=18;last=failback");
    alarm(made, syslog, 600.5, "unregistered", "pub", ";reason=8");
    alarm(made, syslog, 635, "registered", "sub");
    QCOMPARE(describe(made), QStringLiteral("?..600 unknown moved; 600..600 fallback evidence-ended"));
}

void TestRegistrationEnds::alarmsOfTwoNodesTellOfTwo()
{
    CaseBuilder made;
    const SourceId syslog = made.trace("syslog.txt", 0, 2000);
    made.sipRegisters(made.capture("a.pcap", 0, 650), 600, 7, 50'001, "b");
    alarm(made, syslog, 720, "unregistered", "sub", ";reason=8");
    alarm(made, syslog, 800, "registered", "pub");
    QCOMPARE(describe(made).count(QStringLiteral("; ")), 1);
    QVERIFY(describe(made).startsWith(QStringLiteral("600..720 power-on ")));
}

void TestRegistrationEnds::newCallOverANewConnection()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 400);
    made.sipRegisters(capture, 100, 7, 50'000, "a");
    made.sipRegisters(capture, 106, 7, 50'001, "b", 101, "alarm-code=12;last=cm-reset-tcp");
    made.sipRefreshes(capture, 106, 400, 7, 50'001, "b");
    QCOMPARE(describe(made),
             QStringLiteral("100..106 power-on tcp-reset; 106..400 re-register evidence-ended"));
}

void TestRegistrationEnds::linesOverOneConnection()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 400);
    for (const char* line : {"a", "b"}) {
        made.sipRegisters(capture, *line == 'a' ? 100 : 106, 7, 50'000, line);
        made.sipRefreshes(capture, 106, 400, 7, 50'000, line);
    }
    QCOMPARE(describe(made), QStringLiteral("100..400 power-on evidence-ended"));
}

/// The network held back what the phone had sent over the connection that it has given up.
void TestRegistrationEnds::belatedRefresh()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 600);
    made.sipRegisters(capture, 100, 7, 50'001, "b", 101, "alarm-code=14;last=cm-closed-tcp");
    made.sipRegisters(capture, 190, 7, 50'000, "a", 4711, "");
    made.sipRefreshes(capture, 100, 600, 7, 50'001, "b");
    QCOMPARE(describe(made), QStringLiteral("100..600 re-register evidence-ended"));
}

/// What began in between was in a trace that is missing.
void TestRegistrationEnds::refreshThatIsNotBelated()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 1300);
    made.sipRegisters(capture, 100, 7, 50'000, "a");
    made.sipRefreshes(capture, 600, 1300, 7, 50'001, "b", 105);
    QCOMPARE(describe(made).count(QStringLiteral("; ")), 1);
}

void TestRegistrationEnds::logTellsOfAFailedConnection()
{
    CaseBuilder made;
    const SourceId console = made.console("SEP001E7A244007.log", 0, 700);
    const auto line = [&](double at, const std::string& kind, const std::string& node) {
        made.event(console, at, {kind, phoneOf(7), "", node, ""});
    };
    line(100, "sip.register", "10.2.1.10");
    line(115, "phone.connect-failed", "10.2.1.10");
    alarm(made, made.trace("syslog.txt", 0, 700), 129.9, "registered", "sub");
    line(130, "sip.register", "10.2.1.11");
    line(130.1, "phone.registered", "10.2.1.11");
    QCOMPARE(describe(made), QStringLiteral("130..130 register evidence-ended"));
}

/// What was seen last in the trace of a service that starts was closed when that stopped.
void TestRegistrationEnds::serviceStarts()
{
    CaseBuilder made;
    const SourceId trace = made.trace("ccm.txt", 0, 2000);
    made.train(trace, 10, 30, 20,
               {"sccp.keepalive", phoneOf(7), made.phoneEnd(7, 50'000), CaseBuilder::node, ""});
    made.event(trace, 700, {"trace.service-start", "", "", "", ""});
    alarm(made, made.trace("syslog.txt", 0, 2000), 605, "registered", "pub");
    QCOMPARE(describe(made),
             QStringLiteral("?..605 unknown tcp-closed; 605..605 re-register evidence-ended"));
}

void TestRegistrationEnds::serviceStartsLater()
{
    CaseBuilder made;
    const SourceId trace = made.trace("ccm.txt", 0, 2000);
    made.train(trace, 10, 30, 20,
               {"sccp.keepalive", phoneOf(7), made.phoneEnd(7, 50'000), CaseBuilder::node, ""});
    made.event(trace, 1500, {"trace.service-start", "", "", "", ""});
    alarm(made, made.trace("syslog.txt", 0, 2000), 605, "registered", "pub");
    QCOMPARE(describe(made), QStringLiteral("?..605 unknown unknown; 605..605 register evidence-ended"));
}

void TestRegistrationEnds::serviceStartsWhenThePhoneIsBack()
{
    CaseBuilder made;
    const SourceId trace = made.trace("ccm.txt", 0, 2000);
    made.keepalives(trace, 10, 580, 7, 50'000);
    made.registers(trace, 639, 7, 50'001, "");
    made.event(trace, 819, {"trace.service-start", "", "", "", ""});
    QVERIFY(!describe(made).contains(QStringLiteral("tcp-closed")));
}

QTEST_APPLESS_MAIN(TestRegistrationEnds)
#include "tst_registrationends.moc"
