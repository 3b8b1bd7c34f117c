// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/support/casebuilder.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

/// What the decoder finds in option 12 or 60.
void saysItsName(CaseBuilder& made, SourceId source, double at)
{
    made.event(source, at,
               {"dhcp.inform", phoneOf(7), "10.2.20.7:68", CaseBuilder::server, macFieldOf(7) + ";xid=0x99"});
}

/// What a capture says in which phone 7 is given an address with these options.
QByteArray judged(const std::string& check, const std::string& options, const std::string& tftp = "")
{
    CaseBuilder made;
    const SourceId capture = made.capture("phone_side.pcap", 0, 1800);
    saysItsName(made, capture, 1);
    made.dhcp(capture, 100, 7, "discover", "xid=0x1");
    made.dhcp(capture, 100.1, 7, "offer",
              "xid=0x1;your-ip=10.2.20.7;server-id=10.2.1.5;router=10.2.20.1" + tftp);
    made.dhcp(capture, 100.2, 7, "request", "xid=0x1;state=selecting;server-id=10.2.1.5");
    made.dhcp(capture, 100.3, 7, "ack",
              "xid=0x1;your-ip=10.2.20.7;server-id=10.2.1.5;router=10.2.20.1" + tftp + ";" + options);
    return QByteArray::fromStdString(Judged(made).result(check));
}

} // namespace

class TestDhcpLease : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timers_data();
    void timers();
    void length_data();
    void length();
    void noTftpServer();
    void phoneSaysThatThereIsNone();
    void broadcastHelps();
};

void TestDhcpLease::timers_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QByteArray>("result");
    QTest::newRow("default") << "lease-s=86400" << QByteArray("-");
    QTest::newRow("in order") << "lease-s=86400;t1-s=43200;t2-s=75600" << QByteArray("-");
    QTest::newRow("T1 behind T2") << "lease-s=86400;t1-s=80000;t2-s=75600" << QByteArray("yes");
    QTest::newRow("T1 is T2") << "lease-s=86400;t1-s=75600;t2-s=75600" << QByteArray("yes");
    QTest::newRow("T2 behind the end") << "lease-s=3600;t1-s=1800;t2-s=7200" << QByteArray("yes");
    QTest::newRow("never ends") << "lease-s=4294967295" << QByteArray("-");
}

void TestDhcpLease::timers()
{
    QFETCH(QString, options);
    QFETCH(QByteArray, result);
    QCOMPARE(judged("dhcp-timers-out-of-order", options.toStdString()), result);
}

void TestDhcpLease::length_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QByteArray>("result");
    QTest::newRow("half an hour") << "lease-s=1800" << QByteArray("yes");
    QTest::newRow("an hour") << "lease-s=3600" << QByteArray("-");
    QTest::newRow("eight days") << "lease-s=691200" << QByteArray("-");
    QTest::newRow("thirty days") << "lease-s=2592000" << QByteArray("yes");
    QTest::newRow("not told") << "id=1" << QByteArray("-");
}

void TestDhcpLease::length()
{
    QFETCH(QString, options);
    QFETCH(QByteArray, result);
    QCOMPARE(judged("dhcp-lease-extreme", options.toStdString()), result);
}

void TestDhcpLease::noTftpServer()
{
    QCOMPARE(judged("dhcp-no-tftp-option", "lease-s=86400"), QByteArray("yes"));
    QCOMPARE(judged("dhcp-no-tftp-option", "lease-s=86400", ";tftp-servers=10.2.1.10"), QByteArray("-"));
    QCOMPARE(judged("dhcp-no-tftp-option", "lease-s=86400", ";tftp-name=10.2.1.10"), QByteArray("-"));
    QCOMPARE(judged("dhcp-no-tftp-option", "lease-s=86400", ";next-server=10.2.1.10"), QByteArray("-"));
    QCOMPARE(judged("dhcp-no-tftp-option", "lease-s=86400", ";next-server=0.0.0.0"), QByteArray("yes"));
}

void TestDhcpLease::phoneSaysThatThereIsNone()
{
    CaseBuilder made;
    const SourceId console = made.console(phoneOf(7) + ".log", 0, 1800);
    made.event(console, 100, {"phone.no-tftp-server", phoneOf(7), "", "", ""});
    QCOMPARE(Judged(made).result("dhcp-no-tftp-option"), std::string("yes"));
}

void TestDhcpLease::broadcastHelps()
{
    for (const bool answeredAtOnce : {false, true}) {
        CaseBuilder made;
        const SourceId capture = made.capture("phone_side.pcap", 0, 9000);
        const std::string given = "your-ip=10.2.20.7;server-id=10.2.1.5;lease-s=7200";
        saysItsName(made, capture, 1);
        made.dhcp(capture, 100, 7, "ack", "xid=0x1;" + given);
        made.event(capture, 3700,
                   {"dhcp.request", phoneOf(7), "10.2.20.7:68", CaseBuilder::server,
                    macFieldOf(7) + ";xid=0x2;state=renewing;client-ip=10.2.20.7"});
        if (answeredAtOnce)
            made.dhcp(capture, 3700.1, 7, "ack", "xid=0x2;" + given);
        const double later = answeredAtOnce ? 3600 : 0;
        made.event(capture, 6400 + later / 3,
                   {"dhcp.request", phoneOf(7), "10.2.20.7:68", "255.255.255.255:67",
                    macFieldOf(7) + ";xid=0x3;state=rebinding;client-ip=10.2.20.7"});
        made.dhcp(capture, 6400.1 + later / 3, 7, "ack", "xid=0x3;" + given);
        QCOMPARE(Judged(made).result("dhcp-renewed-by-broadcast"), std::string(answeredAtOnce ? "-" : "yes"));
    }
}

QTEST_APPLESS_MAIN(TestDhcpLease)
#include "tst_dhcplease.moc"
