// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/support/casebuilder.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

constexpr double end = 1800;

const std::string rightOnes = ";subnet-mask=255.255.255.0;router=10.2.20.1;tftp-servers=10.2.1.10";

std::string offered(const std::string& xid, const std::string& address, const std::string& server,
                    const std::string& options)
{
    return "xid=" + xid + ";your-ip=" + address + ";lease-s=86400;server-id=" + server + options;
}

/// What the decoder finds in option 12 or 60.
void saysItsName(CaseBuilder& made, SourceId source, double at)
{
    made.event(source, at,
               {"dhcp.inform", phoneOf(7), "10.2.20.7:68", CaseBuilder::server, macFieldOf(7) + ";xid=0x99"});
}

/// The phone asks, and both answer.
void twoAnswer(CaseBuilder& made, SourceId source, double at, const std::string& strange)
{
    saysItsName(made, source, 1);
    made.dhcp(source, at, 7, "discover", "xid=0x1");
    made.dhcp(source, at + 0.01, 7, "offer", offered("0x1", "10.2.20.7", "10.2.1.5", rightOnes));
    made.dhcp(source, at + 0.02, 7, "offer", strange);
}

QByteArray judged(const std::string& strange)
{
    CaseBuilder made;
    twoAnswer(made, made.capture("phone_side.pcap", 0, end), 100, strange);
    const Judged all(made);
    return QByteArray::fromStdString(all.result("dhcp-other-server"));
}

} // namespace

class TestDhcpServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anotherRouter();
    void anotherTftpServer();
    void noTftpServer();
    void partnerWithTheSame();
    void partnerInAnotherOrder();
    void namesWhoIsUsual_data();
    void namesWhoIsUsual();
    void refusalOfAStranger();
    void refusedAgain();
    void refusedAgainByAStranger();
    void refusedOnceAndMoved();
    void logOfServerTellsNoOptions();
    void logOfServerTellsOfAHeldAddress_data();
    void logOfServerTellsOfAHeldAddress();
    void releaseBehindTheRefusal();
};

void TestDhcpServer::anotherRouter()
{
    QCOMPARE(judged(offered("0x1", "192.168.1.20", "192.168.1.1", ";router=192.168.1.1")), QByteArray("yes"));
}

void TestDhcpServer::anotherTftpServer()
{
    QCOMPARE(judged(offered("0x1", "10.2.20.99", "10.2.20.250", ";router=10.2.20.1;tftp-servers=172.16.0.9")),
             QByteArray("yes"));
}

void TestDhcpServer::noTftpServer()
{
    QCOMPARE(judged(offered("0x1", "10.2.20.99", "10.2.20.250", ";router=10.2.20.1")), QByteArray("yes"));
}

void TestDhcpServer::partnerWithTheSame()
{
    QCOMPARE(judged(offered("0x1", "10.2.20.99", "10.2.1.6", rightOnes)), QByteArray("-"));
}

void TestDhcpServer::partnerInAnotherOrder()
{
    QCOMPARE(judged(offered("0x1", "10.2.20.99", "10.2.1.6",
                            ";router=10.2.20.1;tftp-servers=10.2.1.11,10.2.1.10")),
             QByteArray("-"));
}

void TestDhcpServer::namesWhoIsUsual_data()
{
    QTest::addColumn<QString>("what");
    for (const char* what : {"tftp", "registered", "site"})
        QTest::newRow(what) << QString::fromLatin1(what);
}

/// The stranger answers twice as often: that does not make it usual.
void TestDhcpServer::namesWhoIsUsual()
{
    QFETCH(QString, what);
    const bool lab = what != QStringLiteral("tftp"); // which has option 150 of its own
    CaseBuilder made;
    const SourceId capture = made.capture("phone_side.pcap", 0, end);
    const std::string strange = offered("0x1", "192.168.1.20", "192.168.1.1",
                                        std::string(";subnet-mask=255.255.255.0;router=192.168.1.1")
                                            + (lab ? ";tftp-servers=192.168.1.9" : ""));
    twoAnswer(made, capture, 100, strange);
    made.dhcp(capture, 300, 8, "discover", "xid=0x1");
    made.dhcp(capture, 300.1, 8, "offer", strange);
    if (what == QStringLiteral("registered"))
        made.keepalives(made.trace("ccm.txt", 0, end), 1, end, 9, 40'009);
    if (what == QStringLiteral("site"))
        made.event(made.site("deployment.json"), 0,
                   {"site.dhcp-scope", "", "", "", "server=10.2.1.5;scope=10.2.20.0/24"});
    const Judged all(made);
    QCOMPARE(all.result("dhcp-other-server"), std::string("yes"));
    QCOMPARE(all.outcome("dhcp-other-server").parameters.at("usual"), std::string("10.2.1.5"));
    QCOMPARE(all.outcome("dhcp-other-server").parameters.at("server"), std::string("192.168.1.1"));
}

/// It follows from the stranger, and says nothing about the server that gave the lease.
void TestDhcpServer::refusalOfAStranger()
{
    for (const bool stranger : {true, false}) {
        CaseBuilder made;
        const SourceId capture = made.capture("phone_side.pcap", 0, end);
        made.dhcp(capture, 50, 7, "request", "xid=0x9;state=renewing;client-ip=10.2.20.7");
        made.dhcp(capture, 50.01, 7, "nak",
                  std::string("xid=0x9;server-id=") + (stranger ? "192.168.1.1" : "10.2.1.5"));
        twoAnswer(made, capture, 100, offered("0x1", "192.168.1.20", "192.168.1.1", ";router=192.168.1.1"));
        const Judged all(made);
        QCOMPARE(all.result("dhcp-other-server"), std::string("yes"));
        QCOMPARE(all.result("dhcp-renewal-refused"), std::string(stranger ? "-" : "yes"));
    }
}

void TestDhcpServer::refusedAgain()
{
    CaseBuilder made;
    const SourceId capture = made.capture("phone_side.pcap", 0, end);
    saysItsName(made, capture, 1);
    for (const double at : {100.0, 130.0, 160.0}) {
        const std::string xid = "xid=0x" + std::to_string(static_cast<int>(at));
        made.dhcp(capture, at, 7, "discover", xid);
        made.dhcp(capture, at + 0.1, 7, "offer", offered(xid.substr(4), "10.2.20.7", "10.2.1.5", rightOnes));
        made.dhcp(capture, at + 0.2, 7, "request", xid + ";state=selecting;server-id=10.2.1.5");
        made.dhcp(capture, at + 0.3, 7, "nak", xid + ";server-id=10.2.1.5");
    }
    const Judged all(made);
    QCOMPARE(all.result("dhcp-refused-again"), std::string("yes"));
    QCOMPARE(all.outcome("dhcp-refused-again").parameters.at("server"), std::string("10.2.1.5"));
    made.registers(capture, 300, 7, 41'000);
    QCOMPARE(Judged(made).result("dhcp-refused-again"), std::string("-"));
}

void TestDhcpServer::refusedAgainByAStranger()
{
    CaseBuilder made;
    const SourceId capture = made.capture("phone_side.pcap", 0, end);
    twoAnswer(made, capture, 100, offered("0x1", "192.168.1.20", "192.168.1.1", ";router=192.168.1.1"));
    for (const double at : {101.0, 130.0, 160.0})
        made.dhcp(capture, at, 7, "nak", "xid=0x1;server-id=192.168.1.1");
    QCOMPARE(Judged(made).result("dhcp-refused-again"), std::string("-"));
}

/// It remembered an address of the network where it stood before.
void TestDhcpServer::refusedOnceAndMoved()
{
    CaseBuilder made;
    const SourceId capture = made.capture("phone_side.pcap", 0, end);
    saysItsName(made, capture, 1);
    made.dhcp(capture, 100, 7, "request", "xid=0x1;state=init-reboot;requested-ip=10.9.9.7");
    made.dhcp(capture, 100.1, 7, "nak", "xid=0x1;server-id=10.2.1.5");
    made.dhcp(capture, 101, 7, "discover", "xid=0x2");
    made.dhcp(capture, 101.1, 7, "ack", offered("0x2", "10.2.20.7", "10.2.1.5", rightOnes));
    made.dhcp(capture, 200, 7, "nak", "xid=0x3;server-id=10.2.1.5");
    QCOMPARE(Judged(made).result("dhcp-refused-again"), std::string("-"));
}

void TestDhcpServer::logOfServerTellsNoOptions()
{
    CaseBuilder made;
    const SourceId capture = made.capture("phone_side.pcap", 0, end);
    made.dhcp(capture, 100, 7, "offer", offered("0x1", "10.2.20.7", "10.2.1.5", rightOnes));
    const SourceId log = made.serverLog("syslog", 0, end);
    made.dhcp(log, 100, 7, "offer", "xid=0x1;your-ip=10.2.20.7;server-id=10.2.1.6");
    QCOMPARE(Judged(made).result("dhcp-other-server"), std::string("-"));
}

void TestDhcpServer::logOfServerTellsOfAHeldAddress_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("next");
    QTest::addColumn<QByteArray>("result");
    QTest::newRow("held, and given again") << "10.2.20.7"
                                           << "10.2.20.7" << QByteArray("yes");
    QTest::newRow("held, and given another") << "10.2.20.7"
                                             << "10.2.20.40" << QByteArray("yes");
    QTest::newRow("moved") << "10.2.20.7"
                           << "10.3.30.7" << QByteArray("-");
    QTest::newRow("not held") << "10.2.20.9"
                              << "10.2.20.9" << QByteArray("-");
}

void TestDhcpServer::logOfServerTellsOfAHeldAddress()
{
    QFETCH(QString, before);
    QFETCH(QString, next);
    QFETCH(QByteArray, result);
    CaseBuilder made;
    const SourceId log = made.serverLog("DhcpSrvLog-Wed.log", 0, end);
    made.event(
        log, 100,
        {"dhcp.ack", phoneOf(7), "", "", macFieldOf(7) + ";your-ip=" + before.toStdString() + ";id=10"});
    made.event(log, 700, {"dhcp.nak", phoneOf(7), "", "", macFieldOf(7) + ";requested-ip=10.2.20.7;id=15"});
    made.event(log, 702,
               {"dhcp.ack", phoneOf(7), "", "", macFieldOf(7) + ";your-ip=" + next.toStdString() + ";id=10"});
    QCOMPARE(QByteArray::fromStdString(Judged(made).result("dhcp-renewal-refused")), result);
}

/// At the same second by the log: the phone gives up what it was refused.
void TestDhcpServer::releaseBehindTheRefusal()
{
    for (const bool behind : {true, false}) {
        CaseBuilder made;
        const SourceId log = made.serverLog("DhcpSrvLog-Wed.log", 0, end);
        const auto release = [&] {
            made.event(log, 700,
                       {"dhcp.release", phoneOf(7), "", "", macFieldOf(7) + ";client-ip=10.2.20.7"});
        };
        if (!behind)
            release();
        made.event(log, 700, {"dhcp.nak", phoneOf(7), "", "", macFieldOf(7) + ";requested-ip=10.2.20.7"});
        if (behind)
            release();
        const Judged all(made);
        QCOMPARE(all.result("dhcp-renewal-refused"), std::string(behind ? "yes" : "-"));
        QCOMPARE(all.result("dhcp-refused-after-release"), std::string(behind ? "-" : "yes"));
    }
}

QTEST_APPLESS_MAIN(TestDhcpServer)
#include "tst_dhcpserver.moc"
