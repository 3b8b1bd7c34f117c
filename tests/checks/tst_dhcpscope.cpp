// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/support/casebuilder.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

constexpr double end = 1800;

std::string given(int number, const std::string& server, const std::string& more = "")
{
    return "xid=0x77;your-ip=10.2.20." + std::to_string(number) + ";lease-s=7200;server-id=" + server
        + ";subnet-mask=255.255.255.0;router=10.2.20.1" + more;
}

/// A phone that looks for a server and finds none, as its own network shows it.
void searches(CaseBuilder& made, SourceId source, int number, double from)
{
    for (const double after : {0, 4, 12, 28, 60, 92})
        made.event(source, from + after,
                   {"dhcp.discover", phoneOf(number), "0.0.0.0:68", "255.255.255.255:67",
                    macFieldOf(number) + ";xid=0x10" + std::to_string(number)});
}

/// The same behind the relay, at the server.
void isPassedOn(CaseBuilder& made, SourceId source, int number, double from)
{
    for (const double after : {0, 4, 12, 28, 60, 92})
        made.event(source, from + after,
                   {"dhcp.discover", "", "10.2.20.1:67", CaseBuilder::server,
                    macFieldOf(number) + ";xid=0x10" + std::to_string(number)
                        + ";relay-ip=10.2.20.1;requested-options=1,3,66,150"});
}

void renews(CaseBuilder& made, SourceId source, int number, double at, const std::string& server,
            bool answered = true)
{
    const std::string phone = "10.2.20." + std::to_string(number) + ":68";
    made.event(source, at,
               {"dhcp.request", phoneOf(number), phone, server + ":67",
                macFieldOf(number) + ";xid=0x77;state=renewing;client-ip=10.2.20." + std::to_string(number)});
    if (answered)
        made.event(source, at + 0.01,
                   {"dhcp.ack", phoneOf(number), server + ":67", phone,
                    macFieldOf(number) + ";" + given(number, server)});
}

} // namespace

class TestDhcpScope : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void serversLogSaysFull();
    void onceFullIsNotForGood();
    void laptopsDoNotCount();
    void serverOfTheSubnetServesOthers();
    void serverGetsTheSearches();
    void searchesMayNotGetThere();
    void nobodyIsServed();
    void renewalsAreSilentToo();
    void offeredLate();
    void serverTellsItWithTheSearch_data();
    void serverTellsItWithTheSearch();
    void searchesAreLost();
    void searchesAreLostOrNotSeen();
    void serverDoesNotServe();
};

void TestDhcpScope::serversLogSaysFull()
{
    CaseBuilder made;
    const SourceId log = made.serverLog("DhcpSrvLog-Fri.log", 0, end);
    for (const double at : {100.0, 104.0, 112.0, 128.0})
        made.event(log, at, {"dhcp.log", phoneOf(7), "", "", macFieldOf(7) + ";what=no-free-leases"});
    const Judged judged(made);
    QCOMPARE(judged.result("dhcp-no-free-address"), std::string("yes"));
    QCOMPARE(judged.outcome("dhcp-no-free-address").devices, std::vector{phoneOf(7)});
    QCOMPARE(judged.outcome("dhcp-no-free-address").parameters.at("count"), std::string("4"));
}

void TestDhcpScope::onceFullIsNotForGood()
{
    CaseBuilder made;
    const SourceId log = made.serverLog("DhcpSrvLog-Fri.log", 0, end);
    made.event(log, 100, {"dhcp.log", phoneOf(7), "", "", macFieldOf(7) + ";what=no-free-leases"});
    made.event(log, 104, {"dhcp.ack", phoneOf(7), "", "", macFieldOf(7) + ";your-ip=10.2.20.7"});
    made.event(log, 900, {"dhcp.log", phoneOf(7), "", "", macFieldOf(7) + ";what=no-free-leases"});
    QCOMPARE(Judged(made).result("dhcp-no-free-address"), std::string("-"));
}

void TestDhcpScope::laptopsDoNotCount()
{
    CaseBuilder made;
    const SourceId log = made.serverLog("DhcpSrvLog-Fri.log", 0, end);
    for (const double at : {100.0, 104.0, 112.0, 128.0})
        made.event(log, at, {"dhcp.log", "", "", "", "client-mac=00:1f:3b:7c:4b:b8;what=no-free-leases"});
    QCOMPARE(Judged(made).result("dhcp-no-free-address"), std::string("-"));
}

void TestDhcpScope::serverOfTheSubnetServesOthers()
{
    CaseBuilder made;
    const SourceId capture = made.capture("phone_side.pcap", 0, end);
    searches(made, capture, 7, 100);
    renews(made, capture, 8, 150, "10.2.20.1");
    const Judged judged(made);
    QCOMPARE(judged.result("dhcp-no-free-address"), std::string("yes"));
    QCOMPARE(judged.result("dhcp-searches-unanswered"), std::string("yes"));
    QCOMPARE(judged.outcome("dhcp-no-free-address").parameters.at("server"), std::string("10.2.20.1"));
    QCOMPARE(judged.outcome("dhcp-no-free-address").devices, std::vector{phoneOf(7)});
}

void TestDhcpScope::serverGetsTheSearches()
{
    CaseBuilder made;
    const SourceId capture = made.capture("dhcp_server.pcap", 0, end);
    isPassedOn(made, capture, 7, 100);
    renews(made, capture, 8, 150, "10.2.1.5");
    QCOMPARE(Judged(made).result("dhcp-no-free-address"), std::string("yes"));
}

/// A relay may be missing: renewals go to the server by themselves.
void TestDhcpScope::searchesMayNotGetThere()
{
    CaseBuilder made;
    const SourceId capture = made.capture("phone_side.pcap", 0, end);
    searches(made, capture, 7, 100);
    renews(made, capture, 8, 150, "10.2.1.5");
    const Judged judged(made);
    QCOMPARE(judged.result("dhcp-no-free-address"), std::string("-"));
    QCOMPARE(judged.result("dhcp-only-new-unanswered"), std::string("yes"));
}

void TestDhcpScope::nobodyIsServed()
{
    CaseBuilder made;
    const SourceId capture = made.capture("dhcp_server.pcap", 0, end);
    isPassedOn(made, capture, 7, 100);
    renews(made, capture, 8, 1200, "10.2.1.5"); // long after
    const Judged judged(made);
    QCOMPARE(judged.result("dhcp-no-free-address"), std::string("-"));
    QCOMPARE(judged.result("dhcp-only-new-unanswered"), std::string("-"));
}

void TestDhcpScope::renewalsAreSilentToo()
{
    CaseBuilder made;
    const SourceId capture = made.capture("phone_side.pcap", 0, end);
    searches(made, capture, 7, 100);
    renews(made, capture, 8, 60, "10.2.20.1");
    renews(made, capture, 9, 20, "10.2.20.1");
    renews(made, capture, 9, 150, "10.2.20.1", false);
    QCOMPARE(Judged(made).result("dhcp-no-free-address"), std::string("-"));
}

void TestDhcpScope::offeredLate()
{
    CaseBuilder made;
    const SourceId capture = made.capture("phone_side.pcap", 0, end);
    searches(made, capture, 7, 100);
    made.dhcp(capture, 200, 7, "offer", given(7, "10.2.20.1"));
    renews(made, capture, 8, 150, "10.2.20.1");
    QCOMPARE(Judged(made).result("dhcp-no-free-address"), std::string("-"));
}

void TestDhcpScope::serverTellsItWithTheSearch_data()
{
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QByteArray>("result");
    QTest::newRow("ISC") << "network 10.2.20.0/24: no free leases" << QByteArray("yes");
    QTest::newRow("ISC failover") << "peer holds all free leases" << QByteArray("yes");
    QTest::newRow("dnsmasq") << "no address available" << QByteArray("yes");
    QTest::newRow("other") << "unknown client" << QByteArray("-");
}

void TestDhcpScope::serverTellsItWithTheSearch()
{
    QFETCH(QString, reason);
    QFETCH(QByteArray, result);
    CaseBuilder made;
    const SourceId log = made.serverLog("syslog", 0, end);
    for (const double at : {100.0, 104.0, 112.0})
        made.event(log, at,
                   {"dhcp.discover", phoneOf(7), "", "", macFieldOf(7) + ";reason=" + reason.toStdString()});
    QCOMPARE(QByteArray::fromStdString(Judged(made).result("dhcp-no-free-address")), result);
}

/// The server's side hears of others, and nothing of this phone.
void TestDhcpScope::searchesAreLost()
{
    CaseBuilder made;
    searches(made, made.capture("phone_side.pcap", 0, end), 7, 100);
    const SourceId server = made.capture("dhcp_server.pcap", 0, end);
    isPassedOn(made, server, 8, 400);
    made.dhcp(server, 401, 8, "offer", given(8, "10.2.1.5"));
    QCOMPARE(Judged(made).result("dhcp-searches-lost"), std::string("yes"));
    isPassedOn(made, server, 7, 100);
    QCOMPARE(Judged(made).result("dhcp-searches-lost"), std::string("-"));
}

void TestDhcpScope::searchesAreLostOrNotSeen()
{
    CaseBuilder made;
    searches(made, made.capture("phone_side.pcap", 0, end), 7, 100);
    const SourceId other = made.capture("cucm_side.pcap", 0, end); // which sees no DHCP at all
    made.registers(other, 400, 8, 40'008);
    QCOMPARE(Judged(made).result("dhcp-searches-lost"), std::string("-"));
    const SourceId later = made.capture("dhcp_server.pcap", 900, end);
    isPassedOn(made, later, 8, 1000);
    QCOMPARE(Judged(made).result("dhcp-searches-lost"), std::string("-"));
}

void TestDhcpScope::serverDoesNotServe()
{
    CaseBuilder made;
    const SourceId log = made.serverLog("DhcpSrvLog-Fri.log", 0, end);
    made.event(log, 100, {"dhcp.log", "", "", "", "what=not-authorised;id=54"});
    QCOMPARE(Judged(made).result("dhcp-server-not-serving"), std::string("yes"));
    made.event(log, 200, {"dhcp.ack", phoneOf(7), "", "", macFieldOf(7) + ";your-ip=10.2.20.7"});
    QCOMPARE(Judged(made).result("dhcp-server-not-serving"), std::string("-"));
}

QTEST_APPLESS_MAIN(TestDhcpScope)
#include "tst_dhcpscope.moc"
