// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/support/casebuilder.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

/// Whose the first event of that kind is.
std::string owner(const CaseBuilder& builder, const std::string& kind, std::size_t nth = 0)
{
    const CaseEvents events = builder.build();
    const Identity identity(events);
    for (const EventRow& event : events.singles) {
        if (event.kind == kind && nth-- == 0)
            return identity.deviceOf(event);
    }
    return "no such event";
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
    void addressOfTwoPhonesInTurn();
    void unknownBeforeTwoClaims();
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
