// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/support/casebuilder.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

constexpr double end = 1800;

/// A phone that is given this address and told no TFTP server, again and again.
void startsInVain(CaseBuilder& made, SourceId console, const std::string& address)
{
    for (const double at : {100.0, 170.0, 240.0}) {
        made.event(console, at, {"dhcp.discover", phoneOf(7), "", "", ""});
        made.event(console, at + 1,
                   {"phone.address", phoneOf(7), "", "", "address=" + address + ";mask=255.255.255.0"});
        made.event(console, at + 2, {"phone.no-tftp-server", phoneOf(7), "", "", ""});
    }
}

void othersAreRegistered(CaseBuilder& made)
{
    made.keepalives(made.trace("ccm.txt", 0, end), 1, end, 9, 40'009); // 10.2.20.9
}

void plans(CaseBuilder& made, const std::string& vlan)
{
    made.event(made.site("deployment.json"), 0,
               {"site.phone", phoneOf(7), "", "", "name=" + phoneOf(7) + ";vlan=" + vlan});
}

} // namespace

class TestOtherSubnet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addressOfAnotherNetwork();
    void addressOfTheSameNetwork();
    void nobodyIsRegistered();
    void whoRegistersMayBeAnywhere();
    void otherVlan_data();
    void otherVlan();
    void taggedPackets();
    void vlanOfNoPlan();
    void logThatCannotBeCompared();
};

void TestOtherSubnet::addressOfAnotherNetwork()
{
    CaseBuilder made;
    othersAreRegistered(made);
    startsInVain(made, made.console(phoneOf(7) + ".log", 0, end), "192.168.1.100");
    const Judged judged(made);
    QCOMPARE(judged.result("phone-address-elsewhere"), std::string("yes"));
    QCOMPARE(judged.outcome("phone-address-elsewhere").parameters.at("address"),
             std::string("192.168.1.100"));
    QCOMPARE(judged.result("dhcp-no-tftp-option"), std::string("yes"));
}

void TestOtherSubnet::addressOfTheSameNetwork()
{
    CaseBuilder made;
    othersAreRegistered(made);
    startsInVain(made, made.console(phoneOf(7) + ".log", 0, end), "10.2.20.77");
    QCOMPARE(Judged(made).result("phone-address-elsewhere"), std::string("-"));
}

void TestOtherSubnet::nobodyIsRegistered()
{
    CaseBuilder made;
    startsInVain(made, made.console(phoneOf(7) + ".log", 0, end), "192.168.1.100");
    QCOMPARE(Judged(made).result("phone-address-elsewhere"), std::string("-"));
}

void TestOtherSubnet::whoRegistersMayBeAnywhere()
{
    CaseBuilder made;
    othersAreRegistered(made);
    const SourceId capture = made.capture("phone_side.pcap", 0, end);
    made.dhcp(capture, 100, 7, "ack", "xid=0x1;your-ip=10.3.30.7;server-id=10.2.1.5;router=10.3.30.1");
    QCOMPARE(Judged(made).result("phone-address-elsewhere"), std::string("-"));
}

void TestOtherSubnet::otherVlan_data()
{
    QTest::addColumn<QString>("planned");
    QTest::addColumn<QByteArray>("result");
    QTest::newRow("another") << "110" << QByteArray("yes");
    QTest::newRow("the right one") << "200" << QByteArray("no");
}

void TestOtherSubnet::otherVlan()
{
    QFETCH(QString, planned);
    QFETCH(QByteArray, result);
    CaseBuilder made;
    const SourceId console = made.console(phoneOf(7) + ".log", 0, end);
    made.event(console, 90, {"phone.link-up", phoneOf(7), "", "", "speed=100;voice-vlan=200"});
    startsInVain(made, console, "192.168.1.100");
    plans(made, planned.toStdString());
    QCOMPARE(QByteArray::fromStdString(Judged(made).result("phone-in-other-vlan")), result);
}

void TestOtherSubnet::taggedPackets()
{
    CaseBuilder made;
    startsInVain(made, made.console(phoneOf(7) + ".log", 0, end), "192.168.1.100");
    made.event(made.capture("phone_side.pcap", 0, end), 101,
               {"arp.request", "", "0.0.0.0", "192.168.1.100",
                "sender-mac=" + toText(*macOfPhoneName(phoneOf(7))) + ";vlan=5"});
    plans(made, "110");
    const Judged judged(made);
    QCOMPARE(judged.result("phone-in-other-vlan"), std::string("yes"));
    QCOMPARE(judged.outcome("phone-in-other-vlan").parameters.at("address"), std::string("5"));
    QCOMPARE(judged.outcome("phone-in-other-vlan").parameters.at("instead"), std::string("110"));
}

void TestOtherSubnet::vlanOfNoPlan()
{
    CaseBuilder made;
    const SourceId console = made.console(phoneOf(7) + ".log", 0, end);
    made.event(console, 90, {"phone.link-up", phoneOf(7), "", "", "voice-vlan=200"});
    startsInVain(made, console, "192.168.1.100");
    QCOMPARE(Judged(made).result("phone-in-other-vlan"), std::string("-"));
}

/// Hours away from the others, it still tells of its own tries; not so where others show the phone to be
/// well.
void TestOtherSubnet::logThatCannotBeCompared()
{
    for (const bool well : {false, true}) {
        CaseBuilder made;
        const SourceId trace = made.trace("ccm.txt", 0, 40'000);
        made.registers(trace, 5, 7, 40'007);
        made.keepalives(trace, 30, well ? 39'990 : 20'000, 7, 40'007);
        made.keepalives(trace, 1, 39'990, 9, 40'009);
        const SourceId console = made.console(phoneOf(7) + ".log", 0, end);
        startsInVain(made, console, "192.168.1.100");
        CaseEvents events = made.build();
        ClockSet clocks = Judged::agreeing(events);
        SourceClock assumed;
        assumed.source = console;
        assumed.zoneBasis = Basis::Assumed;
        clocks.add(assumed);
        const Coverage coverage(events, clocks);
        const Identity identity(findJoins(events, clocks), clocks);
        const auto byDevice = groupByDevice(events, identity, clocks);
        const auto devices = deviceHistories(events, byDevice, identity, clocks, coverage);
        const auto phone = std::ranges::find(devices, phoneOf(7), &DeviceHistory::name);
        QVERIFY(phone != devices.end());
        const auto failures =
            std::ranges::count(phone->marks, std::string("phone.no-configuration"), &DeviceMark::kind);
        QCOMPARE(failures > 0, !well);
    }
}

QTEST_APPLESS_MAIN(TestOtherSubnet)
#include "tst_othersubnet.moc"
