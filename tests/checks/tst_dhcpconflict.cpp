// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/support/casebuilder.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

constexpr double end = 1800;

std::string macOf(int number)
{
    return toText(*macOfPhoneName(phoneOf(number)));
}

/// What the decoder finds in option 12 or 60.
void saysItsName(CaseBuilder& made, SourceId source, double at)
{
    made.event(source, at,
               {"dhcp.inform", phoneOf(7), "10.2.20.7:68", CaseBuilder::server, macFieldOf(7) + ";xid=0x99"});
}

void probes(CaseBuilder& made, SourceId source, double at, int number, const std::string& address)
{
    made.event(source, at,
               {"arp.request", "", "0.0.0.0", address,
                "sender-mac=" + macOf(number) + ";sender-ip=0.0.0.0;target-ip=" + address + ";probe=yes"});
}

void isAnswered(CaseBuilder& made, SourceId source, double at, const std::string& mac,
                const std::string& address)
{
    made.event(source, at,
               {"arp.reply", "", address, "0.0.0.0", "sender-mac=" + mac + ";sender-ip=" + address});
}

} // namespace

class TestDhcpConflict : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void declines();
    void consoleSaysSo();
    void serversLogSaysSo();
    void serversOwnPingIsNoPhones();
    void otherDecline();
    void probeIsAnswered();
    void probeIsAnsweredByItself();
    void probeOfAnotherAddress();
    void silence();
};

void TestDhcpConflict::declines()
{
    CaseBuilder made;
    const SourceId capture = made.capture("dhcp_server.pcap", 0, end);
    saysItsName(made, capture, 99);
    made.dhcp(capture, 100, 7, "ack", "xid=0x1;your-ip=10.2.20.40;server-id=10.2.1.5");
    made.dhcp(capture, 100.4, 7, "decline", "xid=0x1;requested-ip=10.2.20.40");
    const Judged judged(made);
    QCOMPARE(judged.result("dhcp-address-in-use"), std::string("yes"));
    QCOMPARE(judged.outcome("dhcp-address-in-use").parameters.at("address"), std::string("10.2.20.40"));
    QCOMPARE(judged.outcome("dhcp-address-in-use").devices, std::vector{phoneOf(7)});
}

void TestDhcpConflict::consoleSaysSo()
{
    CaseBuilder made;
    const SourceId console = made.console(phoneOf(7) + ".log", 0, end);
    made.event(console, 100, {"phone.duplicate-address", phoneOf(7), "", "", "address=10.2.20.40"});
    QCOMPARE(Judged(made).result("dhcp-address-in-use"), std::string("yes"));
}

void TestDhcpConflict::serversLogSaysSo()
{
    CaseBuilder made;
    const SourceId log = made.serverLog("DhcpSrvLog-Wed.log", 0, end);
    made.event(log, 100, {"dhcp.ack", phoneOf(7), "", "", macFieldOf(7) + ";your-ip=10.2.20.40;id=10"});
    made.event(log, 101,
               {"dhcp.log", phoneOf(7), "", "", macFieldOf(7) + ";address=10.2.20.40;what=conflict;id=13"});
    QCOMPARE(Judged(made).result("dhcp-address-in-use"), std::string("yes"));
}

/// It looks before it gives, and takes another address.
void TestDhcpConflict::serversOwnPingIsNoPhones()
{
    CaseBuilder made;
    const SourceId log = made.serverLog("DhcpSrvLog-Wed.log", 0, end);
    made.event(log, 100, {"dhcp.ack", phoneOf(7), "", "", macFieldOf(7) + ";your-ip=10.2.20.41;id=10"});
    made.event(log, 101,
               {"dhcp.log", phoneOf(7), "", "", macFieldOf(7) + ";address=10.2.20.40;what=conflict;id=13"});
    QCOMPARE(Judged(made).result("dhcp-address-in-use"), std::string("-"));
}

void TestDhcpConflict::otherDecline()
{
    CaseBuilder made;
    const SourceId capture = made.capture("dhcp_server.pcap", 0, end);
    made.event(capture, 100,
               {"dhcp.decline", "", "0.0.0.0:68", "255.255.255.255:67",
                "client-mac=00:1f:3b:7c:4b:b8;requested-ip=10.2.60.9;host-name=WS-3802"});
    QCOMPARE(Judged(made).result("dhcp-address-in-use"), std::string("-"));
}

void TestDhcpConflict::probeIsAnswered()
{
    CaseBuilder made;
    const SourceId capture = made.capture("phone_side.pcap", 0, end);
    saysItsName(made, capture, 99);
    probes(made, capture, 100, 7, "10.2.20.40");
    isAnswered(made, capture, 100.1, "00:50:56:aa:bb:cc", "10.2.20.40");
    const Judged judged(made);
    QCOMPARE(judged.result("dhcp-address-in-use"), std::string("yes"));
    QCOMPARE(judged.outcome("dhcp-address-in-use").parameters.at("holder"), std::string("00:50:56:aa:bb:cc"));
}

void TestDhcpConflict::probeIsAnsweredByItself()
{
    CaseBuilder made;
    const SourceId capture = made.capture("phone_side.pcap", 0, end);
    saysItsName(made, capture, 99);
    probes(made, capture, 100, 7, "10.2.20.40");
    isAnswered(made, capture, 100.1, macOf(7), "10.2.20.40");
    QCOMPARE(Judged(made).result("dhcp-address-in-use"), std::string("-"));
}

void TestDhcpConflict::probeOfAnotherAddress()
{
    CaseBuilder made;
    const SourceId capture = made.capture("phone_side.pcap", 0, end);
    saysItsName(made, capture, 99);
    probes(made, capture, 100, 7, "10.2.20.40");
    isAnswered(made, capture, 100.1, "00:50:56:aa:bb:cc", "10.2.20.1"); // the gateway
    isAnswered(made, capture, 200, "00:50:56:aa:bb:cc", "10.2.20.40"); // long after
    QCOMPARE(Judged(made).result("dhcp-address-in-use"), std::string("-"));
}

void TestDhcpConflict::silence()
{
    CaseBuilder made;
    const SourceId capture = made.capture("phone_side.pcap", 0, end);
    saysItsName(made, capture, 99);
    made.dhcp(capture, 100, 7, "ack", "xid=0x1;your-ip=10.2.20.40;server-id=10.2.1.5");
    QCOMPARE(Judged(made).result("dhcp-address-in-use"), std::string("-"));
}

QTEST_APPLESS_MAIN(TestDhcpConflict)
#include "tst_dhcpconflict.moc"
