// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/events/devicename.h"
#include "tests/support/casebuilder.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

/// Whose the first event of that kind is.
std::string owner(const CaseEvents& events, const Identity& identity, const std::string& kind,
                  std::size_t nth)
{
    for (const EventRow& event : events.singles) {
        if (event.kind == kind && nth-- == 0)
            return identity.deviceOf(event);
    }
    return "no such event";
}

std::string owner(const CaseBuilder& builder, const std::string& kind, std::size_t nth = 0)
{
    const Judged judged(builder);
    return owner(judged.events, judged.identity, kind, nth);
}

/// The same before the clocks are known.
std::string ownerWithoutClocks(const CaseBuilder& builder, const std::string& kind, std::size_t nth = 0)
{
    const CaseEvents events = builder.build();
    return owner(events, Identity(findJoins(events)), kind, nth);
}

/// The joins of that kind: "device reason from..to" in seconds.
std::string joinsOf(const CaseBuilder& builder, JoinKind kind)
{
    const Judged judged(builder);
    std::string text;
    const auto seconds = [](CaseTime time) {
        return std::to_string(std::llround(static_cast<double>(time.nsUtc - caseStartNs) * 1e-9));
    };
    for (const Join& join : judged.identity.joins()) {
        if (join.kind == kind)
            text += (text.empty() ? "" : "; ") + join.device + " " + join.reason + " "
                + seconds(join.span.from) + ".." + seconds(join.span.to);
    }
    return text;
}

} // namespace

class TestIdentity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobody();
    void laptopIsNoPhone();
    void nodeIsNotThePhone();
    void serversOfAConsoleAreNotThePhone();
    void byNameInAnyCase();
    void byMac();
    void byConnection();
    void byAddressInAnotherSource();
    void addressHandedOn();
    void leaseHoldsTheAddress();
    void leaseOfAClientWithoutAName();
    void whoRenewsHasTheAddress();
    void leaseThatIsRefusedEnds();
    void registrationHoldsTheAddress();
    void phoneThatChangesItsAddress();
    void twoPhonesBehindOneAddress();
    void addressWithAStrangeClock();
    void connectionOpenBeforeItsAddressIsKnown();
    void everyJoinSaysWhy();
    void classesOfNames_data();
    void classesOfNames();
    void onlyPhonesSuffer();
    void addressOfTwoPhonesInTurn();
    void unknownBeforeTwoClaims();
    void manyRecordsAreReadInParts();
    void consoleNamesItself();
    void consoleNamedAfterItsPhone_data();
    void consoleNamedAfterItsPhone();
};

void TestIdentity::nobody()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 100);
    made.event(capture, 1, {"tcp.rst", "", "10.9.9.9:1", CaseBuilder::node, ""});
    made.event(capture, 2, {"dhcp.nak", "", CaseBuilder::server, "10.9.9.9:68", "client-mac=nonsense"});
    QCOMPARE(owner(made, "tcp.rst"), std::string());
    QCOMPARE(owner(made, "dhcp.nak"), std::string());
}

void TestIdentity::laptopIsNoPhone()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 100);
    made.registers(capture, 1, 7, 50'000);
    made.dhcp(capture, 5, 9, "request", "state=init-reboot");
    made.dhcp(capture, 6, 9, "nak");
    QCOMPARE(owner(made, "dhcp.nak"), std::string("00:1e:7a:24:40:09"));
    const Judged judged(made);
    QCOMPARE(judged.devices.size(), std::size_t{1});
    QCOMPARE(judged.identity.phones(), std::set<std::string>{phoneOf(7)});
}

/// A trace names the phone on what it sends and on what it is sent; the node's address is nobody's.
void TestIdentity::nodeIsNotThePhone()
{
    CaseBuilder made;
    const SourceId trace = made.trace("ccm.txt", 0, 100);
    made.event(trace, 1, {"sccp.off-hook", phoneOf(7), "10.2.20.7", "10.2.1.11", "message-id=0x0006"});
    made.event(trace, 2, {"sccp.time-date-res", phoneOf(7), "10.2.1.11", "10.2.20.7", "message-id=0x0094"});
    made.event(trace, 3, {"tcp.rst", "", "10.2.1.11:2000", "10.2.20.99:50000", ""});
    made.event(trace, 4, {"tcp.fin", "", "10.2.1.11:2000", "10.2.20.7:50000", ""});
    QCOMPARE(owner(made, "tcp.rst"), std::string());
    QCOMPARE(owner(made, "tcp.fin"), phoneOf(7));
}

void TestIdentity::serversOfAConsoleAreNotThePhone()
{
    CaseBuilder made;
    const SourceId console = made.console("x.log", 0, 100);
    made.event(console, 1,
               {"tftp.read-request", phoneOf(7), "", "10.2.1.10", "file=SEP001E7A244007.cnf.xml"});
    const SourceId capture = made.capture("a.pcap", 0, 100);
    made.event(capture, 2, {"tcp.rst", "", "10.2.1.10:2000", "10.2.20.99:50000", ""});
    QCOMPARE(owner(made, "tcp.rst"), std::string());
}

void TestIdentity::byNameInAnyCase()
{
    CaseBuilder made;
    made.event(made.trace("ccm.txt", 0, 100), 1,
               {"alarm.device-unregistered", "sep001e7a244007", "", "", ""});
    QCOMPARE(owner(made, "alarm.device-unregistered"), phoneOf(7));
}

void TestIdentity::byMac()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 100);
    made.dhcp(capture, 1, 7, "discover");
    QCOMPARE(owner(made, "dhcp.discover"), std::string("00:1e:7a:24:40:07"));
    made.event(made.trace("ccm.txt", 0, 100), 1,
               {"sccp.register", phoneOf(7), "10.2.20.7", "10.2.1.11", "message-id=0x0001"});
    QCOMPARE(owner(made, "dhcp.discover"), phoneOf(7));
}

void TestIdentity::byConnection()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 100);
    made.registers(capture, 1, 7, 50'000);
    made.event(capture, 2,
               {"sccp.register", phoneOf(8), "10.2.20.7:50001", CaseBuilder::node,
                "message-id=0x0001"}); // behind one address
    made.event(capture, 3, {"tcp.rst", "", CaseBuilder::node, made.phoneEnd(7, 50'000), ""});
    made.event(capture, 4, {"tcp.fin", "", "10.2.20.7:50001", CaseBuilder::node, ""});
    QCOMPARE(owner(made, "tcp.rst"), phoneOf(7));
    QCOMPARE(owner(made, "tcp.fin"), phoneOf(8));
}

void TestIdentity::byAddressInAnotherSource()
{
    CaseBuilder made;
    made.registers(made.capture("a.pcap", 0, 100), 1, 7, 50'000);
    made.event(made.capture("b.pcap", 0, 100), 2,
               {"tcp.rst", "", CaseBuilder::node, made.phoneEnd(7, 49'000), ""});
    QCOMPARE(owner(made, "tcp.rst"), phoneOf(7));
    QCOMPARE(ownerWithoutClocks(made, "tcp.rst"), std::string()); // when it was there nobody knows yet
}

/// One source shows phone 7 at the address in the morning, another phone 8 in the afternoon; what a third
/// sees of that address belongs to whoever had it then, and in between to nobody.
void TestIdentity::addressHandedOn()
{
    CaseBuilder made;
    const auto named = [&](SourceId source, double at, int number) {
        made.event(
            source, at,
            {"sccp.off-hook", phoneOf(number), "10.2.20.5:50000", CaseBuilder::node, "message-id=0x0006"});
    };
    const SourceId morning = made.capture("a.pcap", 0, 1000);
    named(morning, 100, 7);
    named(morning, 900, 7);
    const SourceId afternoon = made.capture("b.pcap", 2000, 3000);
    named(afternoon, 2100, 8);
    named(afternoon, 2900, 8);
    const SourceId third = made.capture("c.pcap", 0, 4000);
    for (const double at : {50.0, 500.0, 1500.0, 2500.0, 3500.0})
        made.event(third, at,
                   {"tcp.rst", "", CaseBuilder::node, "10.2.20.5:" + std::to_string(std::lround(at)), ""});
    const std::string whose[] = {"", phoneOf(7), "", phoneOf(8), ""};
    for (std::size_t nth = 0; nth < std::size(whose); ++nth) {
        QCOMPARE(owner(made, "tcp.rst", nth), whose[nth]);
        QCOMPARE(ownerWithoutClocks(made, "tcp.rst", nth), std::string());
    }
    QCOMPARE(joinsOf(made, JoinKind::AddressAnywhere),
             phoneOf(7) + " shown 100..900; " + phoneOf(8) + " shown 2100..2900");
}

void TestIdentity::leaseHoldsTheAddress()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 1000);
    made.dhcp(capture, 100, 7, "ack", "your-ip=10.2.20.7;lease-s=600");
    made.event(made.trace("ccm.txt", 0, 1000), 1, {"alarm.device-registered", phoneOf(7), "", "", ""});
    QCOMPARE(joinsOf(made, JoinKind::AddressAnywhere), phoneOf(7) + " lease 100..700");
    made.dhcp(capture, 400, 7, "ack", "your-ip=10.2.20.7;lease-s=600");
    QCOMPARE(joinsOf(made, JoinKind::AddressAnywhere), phoneOf(7) + " lease 100..1000");
    made.dhcp(capture, 800, 8, "ack", "your-ip=10.2.20.7;lease-s=100"); // a laptop has it next
    QCOMPARE(joinsOf(made, JoinKind::AddressAnywhere),
             phoneOf(7) + " lease 100..800; 00:1e:7a:24:40:08 lease 800..900");
}

/// Whose lease it is that no source names: the address is not somebody else's, and the client is no device.
void TestIdentity::leaseOfAClientWithoutAName()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 1000);
    made.dhcp(capture, 100, 9, "ack", "your-ip=10.2.20.9;lease-s=600");
    made.event(capture, 200, {"tcp.rst", "", CaseBuilder::node, "10.2.20.9:1", ""});
    const Judged judged(made);
    QCOMPARE(owner(made, "tcp.rst"), std::string());
    QVERIFY(judged.identity.devices().empty());
    QVERIFY(judged.devices.empty());
}

/// In another source the address tells whose keepalives these are.
void TestIdentity::whoRenewsHasTheAddress()
{
    CaseBuilder made;
    const SourceId phoneSide = made.capture("a.pcap", 0, 1000);
    made.dhcp(phoneSide, 300, 7, "request", "state=renewing;client-ip=10.2.20.7;requested-options=3,150");
    made.dhcp(phoneSide, 500, 7, "request", "state=rebinding;client-ip=10.2.20.7;requested-options=3,150");
    made.dhcp(phoneSide, 600, 7, "request", "state=selecting;client-ip=0.0.0.0;requested-ip=10.2.20.9");
    QCOMPARE(joinsOf(made, JoinKind::AddressAnywhere), phoneOf(7) + " shown 300..500");
    made.keepalives(made.capture("b.pcap", 0, 1000), 10, 550, 7, 50'000);
    const Judged judged(made);
    QCOMPARE(judged.device(phoneOf(7)).registrations.size(), std::size_t{1});
}

void TestIdentity::leaseThatIsRefusedEnds()
{
    for (const char* end : {"nak", "release", "discover", "decline"}) {
        CaseBuilder made;
        const SourceId capture = made.capture("a.pcap", 0, 1000);
        made.dhcp(capture, 100, 7, "ack", "your-ip=10.2.20.7;lease-s=600");
        made.dhcp(capture, 400, 7, end);
        QCOMPARE(joinsOf(made, JoinKind::AddressAnywhere), std::string("00:1e:7a:24:40:07 lease 100..400"));
    }
}

void TestIdentity::registrationHoldsTheAddress()
{
    CaseBuilder made;
    const SourceId trace = made.trace("ccm.txt", 0, 1000);
    made.event(trace, 100,
               {"sccp.register", phoneOf(7), "10.2.20.7:50000", CaseBuilder::node, "message-id=0x0001"});
    QCOMPARE(joinsOf(made, JoinKind::AddressAnywhere), phoneOf(7) + " registration 100..1000");
    made.event(trace, 600, {"alarm.end-point-unregistered", phoneOf(7), "", "", "reason=13"});
    QCOMPARE(joinsOf(made, JoinKind::AddressAnywhere), phoneOf(7) + " registration 100..600");
}

void TestIdentity::phoneThatChangesItsAddress()
{
    CaseBuilder made;
    const SourceId trace = made.trace("ccm.txt", 0, 1000);
    made.event(trace, 100,
               {"sccp.register", phoneOf(7), "10.2.20.7:50000", CaseBuilder::node, "message-id=0x0001"});
    made.event(trace, 500,
               {"sccp.register", phoneOf(7), "10.2.20.9:50000", CaseBuilder::node, "message-id=0x0001"});
    const SourceId capture = made.capture("a.pcap", 0, 1000);
    made.event(capture, 300, {"tcp.rst", "", CaseBuilder::node, "10.2.20.7:1", ""});
    made.event(capture, 700, {"tcp.rst", "", CaseBuilder::node, "10.2.20.9:2", ""});
    made.event(capture, 800, {"tcp.rst", "", CaseBuilder::node, "10.2.20.7:3", ""}); // it has left that one
    QCOMPARE(owner(made, "tcp.rst", 0), phoneOf(7));
    QCOMPARE(owner(made, "tcp.rst", 1), phoneOf(7));
    QCOMPARE(owner(made, "tcp.rst", 2), std::string());
    QCOMPARE(Judged(made).devices.size(), std::size_t{1});
}

/// Behind a router both have its address at once: only the connection tells.
void TestIdentity::twoPhonesBehindOneAddress()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 1000);
    for (const int number : {7, 8}) {
        const std::string end = "10.2.20.5:" + std::to_string(50'000 + number);
        made.event(capture, number,
                   {"sccp.register", phoneOf(number), end, CaseBuilder::node, "message-id=0x0001"});
        made.train(capture, 30, 30, 20, {"sccp.keepalive", "", end, CaseBuilder::node, "message-id=0x0000"});
    }
    made.event(made.capture("b.pcap", 0, 1000), 300, {"tcp.rst", "", CaseBuilder::node, "10.2.20.5:1", ""});
    QCOMPARE(owner(made, "tcp.rst"), std::string());
}

void TestIdentity::addressWithAStrangeClock()
{
    CaseBuilder made;
    made.registers(made.capture("a.pcap", 0, 100), 1, 7, 50'000);
    const SourceId strange = made.trace("ccm.txt", 0, 100);
    made.event(strange, 2, {"tcp.rst", "", CaseBuilder::node, made.phoneEnd(7, 49'000), ""});
    const CaseEvents events = made.build();
    ClockSet clocks = Judged::agreeing(events);
    SourceClock clock;
    clock.source = strange;
    clocks.add(clock);
    QCOMPARE(owner(events, Identity(findJoins(events, clocks), clocks), "tcp.rst", 0), std::string());
}

/// The capture saw the phone's keepalives long before the trace named it; the connection stayed the same, the
/// one before it may have been anybody's.
void TestIdentity::connectionOpenBeforeItsAddressIsKnown()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 1000);
    made.event(capture, 1, {"tcp.fin", "", "10.2.20.7:50000", CaseBuilder::node, ""});
    made.event(capture, 5, {"tcp.syn", "", "10.2.20.7:50000", CaseBuilder::node, ""});
    made.train(capture, 10, 30, 30,
               {"sccp.keepalive", "", "10.2.20.7:50000", CaseBuilder::node, "message-id=0x0000"});
    made.event(made.trace("ccm.txt", 400, 500), 450,
               {"sccp.off-hook", phoneOf(7), "10.2.20.7", "10.2.1.11", "message-id=0x0006"});
    const Judged judged(made);
    QCOMPARE(judged.identity.deviceOf(judged.events.trains.front().first), phoneOf(7));
    QCOMPARE(owner(made, "tcp.fin"), std::string());
}

void TestIdentity::everyJoinSaysWhy()
{
    CaseBuilder made;
    made.event(made.console("putty.log", 0, 100), 2, {"tftp.read-request", phoneOf(7), "", "10.2.1.10", ""});
    made.registers(made.capture("a.pcap", 0, 100), 1, 7, 50'000);
    made.event(made.trace("ccm.txt", 0, 100), 1, {"alarm.device-unregistered", "MTP_2", "", "", ""});
    const Judged judged(made);
    std::set<std::string> reasons;
    for (const Join& join : judged.identity.joins()) {
        reasons.insert(join.reason);
        QVERIFY(join.proof && judged.events.single(*join.proof));
        QVERIFY(!join.device.empty());
    }
    QCOMPARE(reasons,
             (std::set<std::string>{"named", "named-after-mac", "console-names-it", "names-connection",
                                    "names-address", "registration"}));
    const Identity again(judged.identity.joins(), judged.clocks); // a case that is opened again
    for (const EventRow& event : judged.events.singles)
        QCOMPARE(again.deviceOf(event), judged.identity.deviceOf(event));
}

void TestIdentity::classesOfNames_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("expected");
    const auto row = [](const char* name, DeviceClass expected) {
        QTest::newRow(name) << QByteArray(name) << static_cast<int>(expected);
    };
    row("", DeviceClass::Other);
    row("SEP", DeviceClass::Other);
    row("SEP001E7A24400", DeviceClass::Other);
    row("SEP001E7A2440071", DeviceClass::Other);
    row("SEPARATE-TRUNK1", DeviceClass::Other);
    row("ATA001E7A24400", DeviceClass::Other);
    row("SIP-Trunk-to-CUPS", DeviceClass::Other);
    row("AppServer-CTIPort1", DeviceClass::Other);
    row("SEP001E7A244007", DeviceClass::Phone);
    row("sep001e7a244007", DeviceClass::Phone);
    row("ATA001E7A244007", DeviceClass::AnalogAdapter);
    row("CSFJDOE", DeviceClass::SoftClient);
    row("tctjdoe", DeviceClass::SoftClient);
    row("BOTJDOE", DeviceClass::SoftClient);
    row("TABJDOE", DeviceClass::SoftClient);
    row("CIPC-JDOE", DeviceClass::SoftClient);
    row("MTP_2", DeviceClass::MediaResource);
    row("CFB_2", DeviceClass::MediaResource);
    row("ANN_2", DeviceClass::MediaResource);
    row("MOH_2", DeviceClass::MediaResource);
    row("XCODE0018B9", DeviceClass::MediaResource);
    row("S0/SU1/DS1-0@gw1", DeviceClass::Gateway);
    row("AALN/S0/SU1/0@gw1", DeviceClass::Gateway);
}

void TestIdentity::classesOfNames()
{
    QFETCH(QByteArray, name);
    QFETCH(int, expected);
    QCOMPARE(static_cast<int>(classOf(name.toStdString())), expected);
    const bool phone = expected == static_cast<int>(DeviceClass::Phone)
        || expected == static_cast<int>(DeviceClass::AnalogAdapter);
    QCOMPARE(isPhone(name.toStdString()), phone);
    QCOMPARE(macOfDevice(name.toStdString()).has_value(), phone);
}

/// Each has a lane of its own; that a conference bridge or a laptop goes is nothing phones suffer from.
void TestIdentity::onlyPhonesSuffer()
{
    CaseBuilder made;
    const SourceId trace = made.trace("ccm.txt", 0, 1000);
    int last = 1;
    for (const char* name : {"CFB_2", "CSFJDOE", "SIP-Trunk-to-CUPS", "ATA001E7A244007"}) {
        const std::string end = "10.2.20." + std::to_string(last++) + ":50000";
        for (const double at : {100.0, 500.0})
            made.event(trace, at, {"sccp.register", name, end, CaseBuilder::node, "message-id=0x0001"});
        made.event(trace, 450, {"alarm.device-unregistered", name, "", "", "reason=8"});
    }
    const Judged judged(made);
    QCOMPARE(judged.devices.size(), std::size_t{4});
    QCOMPARE(judged.identity.phones(), std::set<std::string>{"ATA001E7A244007"});
    QCOMPARE(judged.context.losses.size(), std::size_t{1});
    QCOMPARE(judged.context.losses[0].device->name, std::string("ATA001E7A244007"));
    QCOMPARE(judged.context.arrivals.size(), std::size_t{1});
}

void TestIdentity::addressOfTwoPhonesInTurn()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 1000);
    made.event(capture, 1,
               {"sccp.register", phoneOf(7), "10.2.20.5:50000", CaseBuilder::node, "message-id=0x0001"});
    made.event(capture, 100, {"tcp.rst", "", CaseBuilder::node, "10.2.20.5:49999", ""});
    made.event(capture, 500,
               {"sccp.register", phoneOf(8), "10.2.20.5:50001", CaseBuilder::node, "message-id=0x0001"});
    made.event(capture, 600, {"tcp.rst", "", CaseBuilder::node, "10.2.20.5:49999", ""});
    QCOMPARE(owner(made, "tcp.rst", 0), phoneOf(7));
    QCOMPARE(owner(made, "tcp.rst", 1), phoneOf(8));
}

/// So many that several processors share them: whose something is must not depend on who read it.
void TestIdentity::manyRecordsAreReadInParts()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 30'000);
    const auto registers = [&](int second, int phone, const std::string& callId) {
        made.event(
            capture, second,
            {"sip.register", phoneOf(phone), "10.2.20.5:50000", CaseBuilder::sipNode,
             "method=REGISTER;call-id=" + callId + ";cseq=102 REGISTER;expires=3600;contact=10.2.20.5:5060"});
    };
    constexpr int count = 20'000;
    constexpr int changes = 13'000;
    registers(0, 7, "of both");
    for (int second = 1; second < count; ++second)
        registers(second, second < changes ? 7 : 8, second < changes ? "of 7" : "of 8");
    registers(count, 8, "of both");
    made.event(capture, changes - 0.5, {"tcp.rst", "", CaseBuilder::node, "10.2.20.5:49999", ""});
    made.event(capture, changes + 0.5, {"tcp.rst", "", CaseBuilder::node, "10.2.20.5:49999", ""});
    const Judged judged(made);
    std::vector<std::string> callIds;
    std::size_t contacts = 0;
    for (const Join& join : judged.identity.joins()) {
        if (join.kind == JoinKind::CallId)
            callIds.push_back(join.text + ": " + join.device);
        contacts += join.kind == JoinKind::Contact ? 1 : 0;
    }
    QCOMPARE(callIds, (std::vector<std::string>{"of 7: " + phoneOf(7), "of 8: " + phoneOf(8)}));
    QCOMPARE(contacts, 2U); // one run each
    for (const Join& join : judged.identity.joins()) {
        if (join.device == phoneOf(7) && join.proof)
            QCOMPARE(join.proof->place.number, join.text == "of 7" ? 2U : 1U); // the first that shows it
    }
    QCOMPARE(owner(judged.events, judged.identity, "tcp.rst", 0), phoneOf(7));
    QCOMPARE(owner(judged.events, judged.identity, "tcp.rst", 1), phoneOf(8));
    QCOMPARE(joinsOf(made, JoinKind::AddressAnywhere),
             phoneOf(7) + " registration 0..13000; " + phoneOf(8) + " registration 13000..30000");
}

void TestIdentity::unknownBeforeTwoClaims()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 1000);
    made.event(capture, 1, {"tcp.rst", "", CaseBuilder::node, "10.2.20.5:49999", ""});
    made.event(capture, 100,
               {"sccp.register", phoneOf(7), "10.2.20.5:50000", CaseBuilder::node, "message-id=0x0001"});
    QCOMPARE(owner(made, "tcp.rst"), phoneOf(7)); // nobody else ever had it
    made.event(capture, 500,
               {"sccp.register", phoneOf(8), "10.2.20.5:50001", CaseBuilder::node, "message-id=0x0001"});
    QCOMPARE(owner(made, "tcp.rst"), std::string());
}

void TestIdentity::consoleNamesItself()
{
    CaseBuilder made;
    const SourceId console = made.console("putty.log", 0, 100);
    made.event(console, 1, {.kind = "dhcp.nak"});
    QCOMPARE(owner(made, "dhcp.nak"), std::string());
    made.event(console, 2, {"tftp.read-request", phoneOf(7), "", "10.2.1.10", ""});
    QCOMPARE(owner(made, "dhcp.nak"), phoneOf(7));
    made.event(console, 3,
               {"tftp.read-request", phoneOf(8), "", "10.2.1.10",
                ""}); // two phones in one log: whose line it is nobody knows
    QCOMPARE(owner(made, "dhcp.nak"), std::string());
}

void TestIdentity::consoleNamedAfterItsPhone_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<bool>("known");
    QTest::newRow("nothing") << QByteArray("console.log") << false;
    QTest::newRow("cut") << QByteArray("SEP001E7A24400.log") << false;
    QTest::newRow("at the very end") << QByteArray("logs/SEP") << false;
    QTest::newRow("plain") << QByteArray("logs/SEP001E7A244007.log") << true;
    QTest::newRow("small letters, more behind") << QByteArray("SEP001e7a244007-2.txt") << true;
}

void TestIdentity::consoleNamedAfterItsPhone()
{
    QFETCH(QByteArray, path);
    QFETCH(bool, known);
    CaseBuilder made;
    made.event(made.console(path.toStdString(), 0, 100), 1, {.kind = "dhcp.nak"});
    QCOMPARE(owner(made, "dhcp.nak"), known ? phoneOf(7) : std::string());
}

QTEST_APPLESS_MAIN(TestIdentity)
#include "tst_identity.moc"
