// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/events/identity.h"
#include "models/events/leasefields.h"
#include "models/events/leasetracker.h"
#include "tests/support/casebuilder.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

constexpr double hour = 3600;

/// "10.2.20.7 0..36 h refused [renewing refused]" for each lease; times in hours.
std::string describe(const std::vector<Lease>& leases)
{
    std::string text;
    for (const Lease& lease : leases) {
        const auto hours = [](CaseTime time) {
            return QString::number(static_cast<double>(time.nsUtc - caseStartNs) / 3600e9, 'g', 4)
                .toStdString();
        };
        const std::string end(lease.ended == LeaseEnd::Open ? "open" : toText(lease.ended));
        text += (text.empty() ? "" : "; ") + toText(lease.address) + " " + hours(lease.from) + ".."
            + hours(lease.to) + " " + end;
        for (const LeaseRequest& request : lease.requests)
            text.append(" [").append(toText(request.state)).append(" ").append(toText(request.outcome)) +=
                "]";
    }
    return text;
}

} // namespace

class TestLeaseTracker : public QObject
{
    Q_OBJECT

    CaseBuilder m_case;
    SourceId m_capture{};

    void dora(double at, const std::string& xid = "0x1", const std::string& options = "lease-s=259200")
    {
        m_case.dhcp(m_capture, at, 7, "discover", "xid=" + xid);
        m_case.dhcp(m_capture, at + 0.1, 7, "offer", "xid=" + xid + ";your-ip=10.2.20.7");
        m_case.dhcp(m_capture, at + 0.2, 7, "request", "xid=" + xid + ";state=selecting");
        m_case.dhcp(m_capture, at + 0.3, 7, "ack",
                    "xid=" + xid + ";your-ip=10.2.20.7;server-id=10.2.1.5;" + options);
    }
    void renews(double at, const std::string& xid)
    {
        m_case.dhcp(m_capture, at, 7, "request", "xid=" + xid + ";state=renewing;client-ip=10.2.20.7");
    }
    void acknowledges(double at, const std::string& xid)
    {
        m_case.dhcp(m_capture, at, 7, "ack",
                    "xid=" + xid + ";your-ip=10.2.20.7;server-id=10.2.1.5;lease-s=259200");
    }
    std::vector<Lease> leases(double end = 400 * hour)
    {
        const CaseEvents events = m_case.build();
        const DhcpSight sight(events, Coverage(events, Judged::agreeing(events)));
        DeviceEvents device;
        for (const EventRow& event : events.singles)
            device.events.push_back({{event.time.ns}, &event});
        std::ranges::stable_sort(device.events, {}, &TimedEvent::at);
        return leasesOf(phoneOf(7), device, sight, caseAt(end));
    }

private Q_SLOTS:
    void init()
    {
        m_case = CaseBuilder();
        m_capture = m_case.capture("a.pcap", 0, 400 * hour);
    }
    void absurdLengths_data();
    void absurdLengths();
    void nakWithoutAnything();
    void informIsNoLease();
    void informOnTheConsole();
    void discoverToAck();
    void serverSetsTimers();
    void infiniteLease();
    void renewalAcknowledged();
    void renewalRefused();
    void silenceUntilExpiry();
    void silenceUntilItLooksForAServer();
    void silenceAtTheEnd();
    void repeatedRequestIsOne();
    void released();
    void refusedAfterOwnRelease();
    void boundBeforeTheEvidence();
    void anotherAddress();
    void relayShowsItTwice();
    void otherCaptureWithAWrongClock();
    void consoleShowsItToo();
    void consoleAlone();
    void consoleSaysTheState();
    void consoleTimesOut();
    void broadcastsOfOthersShowNoAnswer();
    void nobodyWatchedAfterTheRequest();
    void answerToAnotherQuestion();
    void refusedByAStranger();
    void twoServersAcknowledge();
    void declined();
    void releaseAlone();
    void relayAndOptions();
    void windowsLog();
    void windowsLogTellsOfConflicts();
    void windowsLogAndCaptureAreOne();
    void iscLog();
    void dnsmasqLog();
    void expiredAtTheServer();
    void manyOfOneNumber();
    void fields();
};

/// A hostile console may claim any number; sums over it must not overflow.
void TestLeaseTracker::absurdLengths_data()
{
    QTest::addColumn<QByteArray>("length");
    for (const char* length :
         {"0", "-1", "9223372036854775807", "4294967296", "-9223372036854775808", "x", ""})
        QTest::newRow(*length ? length : "nothing") << QByteArray(length);
}

void TestLeaseTracker::absurdLengths()
{
    QFETCH(QByteArray, length);
    dora(0, "0x1", "lease-s=" + length.toStdString() + ";t1-s=" + length.toStdString());
    m_case.dhcp(m_capture, 50 * hour, 7, "discover", "xid=0x2");
    const auto found = leases();
    QCOMPARE(found.size(), std::size_t{1});
    QVERIFY(!found[0].length);
}

void TestLeaseTracker::nakWithoutAnything()
{
    m_case.dhcp(m_capture, hour, 7, "nak", "xid=0x1;server-id=10.2.1.5");
    QCOMPARE(describe(leases()), std::string(" 1..1 refused [unknown refused]"));
}

void TestLeaseTracker::informIsNoLease()
{
    m_case.dhcp(m_capture, 0, 7, "inform", "xid=0x1;client-ip=10.2.20.7");
    m_case.dhcp(m_capture, 1, 7, "ack", "xid=0x1;your-ip=0.0.0.0;server-id=10.2.1.5");
    m_case.dhcp(m_capture, 2, 7, "ack", "xid=0x2;server-id=10.2.1.5");
    QVERIFY(leases().empty());
}

void TestLeaseTracker::informOnTheConsole()
{
    const SourceId console = m_case.console("SEP001E7A244007.log", 0, hour);
    m_case.event(console, 0, {.kind = "dhcp.inform"});
    m_case.event(console, 1, {.kind = "dhcp.ack"});
    QVERIFY(leases().empty());
    m_case.event(console, 10, {.kind = "dhcp.request"});
    m_case.event(console, 11, {.kind = "dhcp.ack"});
    QCOMPARE(leases().size(), std::size_t{1});
}

void TestLeaseTracker::discoverToAck()
{
    dora(0);
    const auto found = leases(10 * hour);
    QCOMPARE(describe(found), std::string("10.2.20.7 8.333e-05..10 open [selecting acknowledged]"));
    QCOMPARE(found[0].t1, std::chrono::seconds(36 * 3600));
    QCOMPARE(found[0].t2, std::chrono::seconds(63 * 3600));
    QCOMPARE(toText(found[0].server), std::string("10.2.1.5"));
    QCOMPARE(toText(found[0].mac), std::string("00:1e:7a:24:40:07"));
    QCOMPARE(found[0].beganAt->place.number, std::uint64_t{4});
}

void TestLeaseTracker::serverSetsTimers()
{
    dora(0, "0x1", "lease-s=3600;t1-s=600;t2-s=1200");
    QCOMPARE(leases()[0].t1, std::chrono::seconds(600));
    QCOMPARE(leases()[0].t2, std::chrono::seconds(1200));
}

void TestLeaseTracker::infiniteLease()
{
    dora(0, "0x1", "lease-s=4294967295");
    m_case.dhcp(m_capture, 300 * hour, 7, "discover", "xid=0x2");
    const auto found = leases();
    QCOMPARE(found[0].ended, LeaseEnd::Replaced); // started anew; it did not run out
    QCOMPARE(found[0].t1, found[0].length.value());
}

void TestLeaseTracker::renewalAcknowledged()
{
    dora(0);
    renews(36 * hour, "0x2");
    acknowledges(36 * hour + 0.1, "0x2");
    const auto found = leases(100 * hour);
    QCOMPARE(describe(found),
             std::string("10.2.20.7 8.333e-05..100 open [selecting acknowledged] [renewing acknowledged]"));
    QVERIFY(found[0].boundAt == caseAt(36 * hour + 0.1));
}

void TestLeaseTracker::renewalRefused()
{
    dora(0);
    renews(36 * hour, "0x2");
    m_case.dhcp(m_capture, 36 * hour + 0.1, 7, "nak", "xid=0x2;server-id=10.2.1.5");
    m_case.dhcp(m_capture, 36 * hour + 0.2, 7, "release", "xid=0x3");
    dora(36 * hour + 3, "0x4");
    QCOMPARE(describe(leases(40 * hour)),
             std::string("10.2.20.7 8.333e-05..36 refused [selecting acknowledged] [renewing refused]; "
                         "10.2.20.7 36..40 open [selecting acknowledged]"));
}

void TestLeaseTracker::silenceUntilExpiry()
{
    dora(0);
    renews(36 * hour, "0x2");
    renews(50 * hour, "0x3");
    m_case.dhcp(m_capture, 63 * hour, 7, "request", "xid=0x4;state=rebinding;client-ip=10.2.20.7");
    m_case.dhcp(m_capture, 72 * hour + 1, 7, "discover", "xid=0x5");
    QCOMPARE(
        describe(leases()),
        std::string(
            "10.2.20.7 8.333e-05..72 expired [selecting acknowledged] [renewing silence] [renewing silence] "
            "[rebinding silence]"));
}

/// How long the lease was nobody saw.
void TestLeaseTracker::silenceUntilItLooksForAServer()
{
    const auto rebinds = [&](double at) {
        m_case.dhcp(m_capture, at, 7, "request", "xid=0x4;state=rebinding;client-ip=10.2.20.7");
    };
    rebinds(hour);
    rebinds(hour + 60);
    m_case.dhcp(m_capture, hour + 90, 7, "discover", "xid=0x5");
    QCOMPARE(describe(leases()), std::string("10.2.20.7 1..1.025 expired [rebinding silence]"));
    rebinds(2 * hour);
    m_case.dhcp(m_capture, 3 * hour, 7, "discover", "xid=0x6"); // when it would have ended long ago
    QCOMPARE(leases().at(1).ended, LeaseEnd::Replaced);
}

void TestLeaseTracker::silenceAtTheEnd()
{
    dora(0);
    QCOMPARE(describe(leases(200 * hour)),
             std::string("10.2.20.7 8.333e-05..72 open [selecting acknowledged]"));
}

void TestLeaseTracker::repeatedRequestIsOne()
{
    dora(0);
    renews(36 * hour, "0x2");
    renews(36 * hour + 4, "0x2");
    renews(36 * hour + 12, "0x2");
    acknowledges(36 * hour + 12.1, "0x2");
    QCOMPARE(describe(leases(40 * hour)),
             std::string("10.2.20.7 8.333e-05..40 open [selecting acknowledged] [renewing acknowledged]"));
}

void TestLeaseTracker::released()
{
    dora(0);
    m_case.dhcp(m_capture, hour, 7, "release", "xid=0x9");
    QCOMPARE(describe(leases()), std::string("10.2.20.7 8.333e-05..1 released [selecting acknowledged]"));
}

/// The seed's console: Release, Request, NAK within 30 ms. The refusal is of what was asked after the
/// release.
void TestLeaseTracker::refusedAfterOwnRelease()
{
    dora(0);
    const SourceId console = m_case.console("SEP001E7A244007.log", 0, 2 * hour);
    m_case.event(console, hour, {.kind = "dhcp.release"});
    m_case.event(console, hour + 0.028, {.kind = "dhcp.request"});
    m_case.event(console, hour + 0.033, {.kind = "dhcp.nak"});
    QCOMPARE(
        describe(leases()),
        std::string(
            "10.2.20.7 8.333e-05..1 released [selecting acknowledged];  1..1 refused [unknown refused]"));
}

void TestLeaseTracker::boundBeforeTheEvidence()
{
    renews(hour, "0x2");
    m_case.dhcp(m_capture, hour + 1, 7, "nak", "xid=0x2;server-id=10.2.1.5");
    const auto found = leases();
    QCOMPARE(describe(found), std::string("10.2.20.7 1..1 refused [renewing refused]"));
    QVERIFY(!found[0].beganAt);
    QVERIFY(!found[0].length);
}

void TestLeaseTracker::anotherAddress()
{
    dora(0);
    m_case.dhcp(m_capture, hour, 7, "ack", "xid=0x2;your-ip=10.2.30.9;lease-s=600");
    QCOMPARE(
        describe(leases(hour + 60)),
        std::string("10.2.20.7 8.333e-05..1 replaced [selecting acknowledged]; 10.2.30.9 1..1.017 open"));
}

void TestLeaseTracker::relayShowsItTwice()
{
    dora(0);
    dora(0.002); // at the other side of the relay, in the same capture
    QCOMPARE(describe(leases(hour)), std::string("10.2.20.7 8.333e-05..1 open [selecting acknowledged]"));
}

/// Before the clocks are put right a second capture shows everything a minute later.
void TestLeaseTracker::otherCaptureWithAWrongClock()
{
    const SourceId first = m_capture;
    const SourceId second = m_case.capture("b.pcap", 0, 400 * hour);
    for (const auto& [source, late] : {std::pair(first, 0.0), std::pair(second, 60.0)}) {
        m_capture = source;
        dora(late);
        renews(36 * hour + late, "0x2");
        m_case.dhcp(source, 36 * hour + late + 0.1, 7, "nak", "xid=0x2");
    }
    QCOMPARE(describe(leases(40 * hour)),
             std::string("10.2.20.7 8.333e-05..36 refused [selecting acknowledged] [renewing refused]"));
}

void TestLeaseTracker::consoleShowsItToo()
{
    const SourceId console = m_case.console("SEP001E7A244007.log", 0, 40 * hour);
    dora(0);
    renews(36 * hour, "0x2");
    m_case.dhcp(m_capture, 36 * hour + 0.1, 7, "nak", "xid=0x2");
    const std::pair<double, const char*> lines[] = {{0.01, "discover"},
                                                    {0.11, "offer"},
                                                    {0.21, "request"},
                                                    {0.31, "ack"},
                                                    {36 * hour + 0.01, "request"},
                                                    {36 * hour + 0.11, "nak"}};
    for (const auto& [at, what] : lines)
        m_case.event(console, at, {.kind = std::string("dhcp.") + what});
    m_case.event(console, 0.4, {.kind = "phone.address", .fields = "address=10.2.20.7;lease-s=7200"});
    const auto found = leases(40 * hour);
    QCOMPARE(describe(found),
             std::string("10.2.20.7 8.333e-05..36 refused [selecting acknowledged] [renewing refused]"));
    QCOMPARE(found[0].length, std::optional(std::chrono::seconds(259200))); // what the server said
}

void TestLeaseTracker::consoleAlone()
{
    const SourceId console = m_case.console("SEP001E7A244007.log", 0, 40 * hour);
    for (const auto& [at, what] : {std::pair(1.0, "dhcp.request"), std::pair(2.0, "dhcp.ack")})
        m_case.event(console, at, {.kind = what});
    m_case.event(console, 3, {.kind = "phone.address", .fields = "address=10.2.20.7;lease-s=7200"});
    m_case.event(console, 7200, {.kind = "phone.lease-expired"});
    const auto found = leases(40 * hour);
    QCOMPARE(describe(found), std::string("10.2.20.7 0.0005556..2 expired [unknown acknowledged]"));
    QCOMPARE(found[0].t1, std::chrono::seconds(3600));
}

/// A console says by the timer what it asks for; what follows an offer is selecting.
void TestLeaseTracker::consoleSaysTheState()
{
    const SourceId console = m_case.console("SEP001E7A244007.log", 0, 40 * hour);
    const std::pair<double, const char*> lines[] = {
        {0, "dhcp.discover"},   {1, "dhcp.offer"},      {2, "dhcp.request"},   {3, "dhcp.ack"},
        {100, "phone.dhcp-t1"}, {101, "dhcp.request"},  {102, "dhcp.ack"},     {200, "phone.dhcp-t1"},
        {201, "dhcp.request"},  {300, "phone.dhcp-t2"}, {301, "dhcp.request"}, {400, "dhcp.request"},
        {401, "dhcp.nak"}};
    for (const auto& [at, what] : lines)
        m_case.event(console, at, {.kind = what});
    QCOMPARE(describe(leases()),
             std::string(" 0.0008333..0.1114 refused [selecting acknowledged] [renewing acknowledged] "
                         "[renewing silence] [rebinding silence] [unknown refused]"));
}

void TestLeaseTracker::consoleTimesOut()
{
    const SourceId console = m_case.console("SEP001E7A244007.log", 0, 12);
    for (const auto& [at, what] : {std::pair(1.0, "dhcp.request"), std::pair(2.0, "dhcp.ack"),
                                   std::pair(8.0, "phone.dhcp-t1"), std::pair(8.1, "dhcp.request")})
        m_case.event(console, at, {.kind = what});
    QCOMPARE(leases()[0].requests[1].outcome, RequestOutcome::Unknown); // the log ends four seconds later
    m_case.event(console, 12, {.kind = "phone.dhcp-timeout"});
    QCOMPARE(leases()[0].requests[1].outcome, RequestOutcome::Silence);
}

/// At a port of the same network: broadcasts of the client come along, what it is answered does not.
void TestLeaseTracker::broadcastsOfOthersShowNoAnswer()
{
    const auto rebinds = [&](double at, const std::string& xid) {
        m_case.event(m_capture, at,
                     {"dhcp.request", "", "10.2.20.7:68", "255.255.255.255:67",
                      macFieldOf(7) + ";xid=" + xid + ";state=rebinding;client-ip=10.2.20.7"});
    };
    rebinds(hour, "0x1");
    QCOMPARE(describe(leases(2 * hour)), std::string("10.2.20.7 1..2 open [rebinding unknown]"));
    m_case.event(m_capture, hour + 60,
                 {"dhcp.discover", "", "0.0.0.0:68", "255.255.255.255:67", macFieldOf(7) + ";xid=0x2"});
    QCOMPARE(leases(2 * hour).at(0).ended, LeaseEnd::Replaced);
    m_case.event(m_capture, 1.5 * hour,
                 {"sccp.register", phoneOf(7), m_case.phoneEnd(7, 50000), CaseBuilder::node});
    QCOMPARE(describe(leases(2 * hour)), std::string("10.2.20.7 1..1.017 expired [rebinding silence]"));
}

void TestLeaseTracker::nobodyWatchedAfterTheRequest()
{
    renews(400 * hour - 1, "0x2");
    QCOMPARE(describe(leases(400 * hour)), std::string("10.2.20.7 400..400 open [renewing unknown]"));
    CoverageLimit filter;
    filter.id = "limit.filter";
    filter.arguments = {"tcp port 2000"};
    m_case.sourceRow(m_capture).limits.push_back(filter);
    renews(40 * hour, "0x1");
    QCOMPARE(leases().at(0).requests.at(0).outcome, RequestOutcome::Unknown);
}

void TestLeaseTracker::answerToAnotherQuestion()
{
    dora(0);
    renews(36 * hour, "0x2");
    acknowledges(36 * hour + 1, "0x7");
    QCOMPARE(describe(leases(40 * hour)),
             std::string("10.2.20.7 8.333e-05..40 open [selecting acknowledged] [renewing silence]"));
}

void TestLeaseTracker::refusedByAStranger()
{
    dora(0);
    m_case.dhcp(m_capture, 63 * hour, 7, "request", "xid=0x4;state=rebinding;client-ip=10.2.20.7");
    m_case.dhcp(m_capture, 63 * hour + 0.1, 7, "nak", "xid=0x4;server-id=192.168.1.1");
    const auto found = leases();
    QCOMPARE(toText(found[0].server), std::string("10.2.1.5"));
    QCOMPARE(toText(found[0].refusedBy), std::string("192.168.1.1"));
    QCOMPARE(toText(found[0].requests[1].server), std::string("192.168.1.1"));
}

void TestLeaseTracker::twoServersAcknowledge()
{
    dora(0);
    m_case.dhcp(m_capture, 0.4, 7, "ack", "xid=0x1;your-ip=192.168.1.77;server-id=192.168.1.1;lease-s=600");
    const auto found = leases(hour);
    QCOMPARE(describe(found), std::string("10.2.20.7 8.333e-05..1 open [selecting acknowledged]"));
    QCOMPARE(found[0].otherServers, std::vector{*IpAddress::fromText("192.168.1.1")});
}

void TestLeaseTracker::declined()
{
    dora(0);
    m_case.dhcp(m_capture, 1, 7, "decline", "xid=0x1;requested-ip=10.2.20.99"); // another address
    m_case.dhcp(m_capture, hour, 7, "decline", "xid=0x8;requested-ip=10.2.20.7");
    QCOMPARE(describe(leases()), std::string("10.2.20.7 8.333e-05..1 declined [selecting acknowledged]"));
}

void TestLeaseTracker::releaseAlone()
{
    m_case.dhcp(m_capture, hour, 7, "release", "xid=0x9;client-ip=10.2.20.7;server-id=10.2.1.5");
    m_case.dhcp(m_capture, 2 * hour, 7, "release", "xid=0xa;client-ip=10.2.20.7"); // nothing to give back
    const auto found = leases();
    QCOMPARE(describe(found), std::string("10.2.20.7 1..1 released"));
    QVERIFY(!found[0].beganAt && found[0].endedAt);
    QCOMPARE(toText(found[0].server), std::string("10.2.1.5"));
}

void TestLeaseTracker::relayAndOptions()
{
    m_case.dhcp(m_capture, 0, 7, "request",
                "xid=0x1;relay-ip=10.2.20.1;state=selecting;host-name=SEP001E7A244007");
    m_case.dhcp(
        m_capture, 0.1, 7, "ack",
        "xid=0x1;your-ip=10.2.20.7;lease-s=3600;server-id=10.2.1.5;relay-ip=10.2.20.1;router=10.2.20.1;"
        "tftp-servers=10.2.1.10,10.2.1.11;dns-servers=10.2.1.5;relay-circuit-id=000400780102");
    auto found = leases(10);
    QCOMPARE(toText(found[0].relay), std::string("10.2.20.1"));
    QCOMPARE(found[0].options,
             std::string("tftp-servers=10.2.1.10,10.2.1.11;router=10.2.20.1;"
                         "dns-servers=10.2.1.5;host-name=SEP001E7A244007;"
                         "relay-circuit-id=000400780102"));
    renews(1800, "0x2");
    m_case.dhcp(m_capture, 1800.1, 7, "ack", "xid=0x2;your-ip=10.2.20.7;lease-s=3600;server-id=10.2.1.5");
    found = leases(2000);
    QCOMPARE(found[0].options, std::string("host-name=SEP001E7A244007;relay-circuit-id=000400780102"));
}

/// "10,01/05/09,09:27:21,Assign,10.2.20.7,SEP001E7A244007,001E7A244007"
void TestLeaseTracker::windowsLog()
{
    const SourceId log = m_case.serverLog("DhcpSrvLog-Mon.log", 0, 200 * hour);
    const auto row = [&](double at, const char* kind, const std::string& more) {
        m_case.event(log, at, {.kind = kind, .device = phoneOf(7), .fields = macFieldOf(7) + ";" + more});
    };
    row(hour, "dhcp.ack", "your-ip=10.2.20.7;host-name=SEP001E7A244007;renewal=yes;id=11");
    row(2 * hour, "dhcp.nak", "requested-ip=10.2.20.7;id=15");
    row(3 * hour, "dhcp.ack", "your-ip=10.2.20.8;host-name=SEP001E7A244007;id=10");
    row(4 * hour, "dhcp.ack", "your-ip=10.2.20.8;renewal=yes;id=11");
    row(5 * hour, "dhcp.release", "client-ip=10.2.20.8;id=12");
    const auto found = leases();
    QCOMPARE(describe(found),
             std::string("10.2.20.7 1..2 refused [renewing acknowledged] [unknown refused]; "
                         "10.2.20.8 3..5 released [selecting acknowledged] "
                         "[renewing acknowledged]"));
    QVERIFY(!found[0].beganAt && found[1].beganAt);
    QVERIFY(!found[0].length);
}

/// The address is found in use within the second in which it was given.
void TestLeaseTracker::windowsLogTellsOfConflicts()
{
    const SourceId log = m_case.serverLog("DhcpSrvLog-Mon.log", 0, 200 * hour);
    m_case.event(
        log, hour,
        {.kind = "dhcp.ack", .device = phoneOf(7), .fields = macFieldOf(7) + ";your-ip=10.2.20.7;id=10"});
    m_case.event(log, hour,
                 {.kind = "dhcp.log",
                  .device = phoneOf(7),
                  .fields = macFieldOf(7) + ";address=10.2.20.7;what=conflict;text=Conflict;id=13"});
    QCOMPARE(describe(leases()), std::string("10.2.20.7 1..1 declined [selecting acknowledged]"));
}

void TestLeaseTracker::windowsLogAndCaptureAreOne()
{
    dora(10.2);
    renews(36 * hour + 0.7, "0x2");
    acknowledges(36 * hour + 0.8, "0x2");
    const SourceId log = m_case.serverLog("DhcpSrvLog-Mon.log", 0, 200 * hour);
    m_case.event(log, 10, {.kind = "dhcp.ack", .fields = macFieldOf(7) + ";your-ip=10.2.20.7;id=10"});
    m_case.event(log, 36 * hour,
                 {.kind = "dhcp.ack", .fields = macFieldOf(7) + ";your-ip=10.2.20.7;renewal=yes;id=11"});
    const auto found = leases(40 * hour);
    QCOMPARE(describe(found),
             std::string("10.2.20.7 0.002917..40 open [selecting acknowledged] [renewing acknowledged]"));
    QVERIFY(found[0].boundAt == caseAt(36 * hour + 0.8));
}

/// "DHCPREQUEST for 10.2.20.7 (10.2.1.5) from 00:1e:7a:24:40:07 (SEP…) via 10.2.20.1"
void TestLeaseTracker::iscLog()
{
    const SourceId log = m_case.serverLog("syslog", 0, 200 * hour);
    const auto say = [&](double at, const char* kind, const std::string& more) {
        m_case.event(log, at, {.kind = kind, .fields = macFieldOf(7) + ";" + more});
    };
    say(0, "dhcp.discover", "via=10.2.20.1;relay-ip=10.2.20.1");
    say(1, "dhcp.offer", "your-ip=10.2.20.7;via=10.2.20.1;relay-ip=10.2.20.1");
    say(1, "dhcp.request", "requested-ip=10.2.20.7;server-id=10.2.1.5;via=10.2.20.1;relay-ip=10.2.20.1");
    say(1, "dhcp.ack", "your-ip=10.2.20.7;via=10.2.20.1;relay-ip=10.2.20.1");
    say(36 * hour, "dhcp.request", "requested-ip=10.2.20.7;via=eth0");
    say(36 * hour, "dhcp.nak", "requested-ip=10.2.20.7;via=eth0;reason=wrong network");
    say(40 * hour, "dhcp.request", "requested-ip=10.2.20.7;via=eth0;reason=ignored");
    const auto found = leases();
    QCOMPARE(describe(found),
             std::string("10.2.20.7 0.0005556..36 refused [selecting acknowledged] [renewing refused]"));
    QCOMPARE(toText(found[0].relay), std::string("10.2.20.1"));
}

/// "DHCPACK(eth0) 10.2.20.7 00:1e:7a:24:40:07 SEP001E7A244007", after an Inform the answer to that.
void TestLeaseTracker::dnsmasqLog()
{
    const SourceId log = m_case.serverLog("syslog", 0, 200 * hour);
    const auto say = [&](double at, const char* kind) {
        m_case.event(log, at, {.kind = kind, .fields = macFieldOf(7) + ";your-ip=10.2.20.7;via=eth0"});
    };
    say(10, "dhcp.inform");
    say(10, "dhcp.ack");
    QVERIFY(leases().empty());
    say(20, "dhcp.request");
    say(20, "dhcp.ack");
    QCOMPARE(describe(leases(hour)), std::string("10.2.20.7 0.005833..1 open [unknown acknowledged]"));
}

/// "17,01/06/09,09:27:21,Expired,10.2.20.7,," names no client.
void TestLeaseTracker::expiredAtTheServer()
{
    const SourceId log = m_case.serverLog("DhcpSrvLog-Mon.log", 0, 200 * hour);
    m_case.event(
        log, hour,
        {.kind = "dhcp.ack", .device = phoneOf(7), .fields = macFieldOf(7) + ";your-ip=10.2.20.7;id=10"});
    m_case.event(
        log, hour,
        {.kind = "dhcp.ack", .device = phoneOf(8), .fields = macFieldOf(8) + ";your-ip=10.2.20.8;id=10"});
    m_case.event(log, 9 * hour, {.kind = "dhcp.log", .fields = "address=10.2.20.7;what=expired;id=17"});
    m_case.event(log, 9 * hour, {.kind = "dhcp.log", .fields = "address=10.2.20.8;what=deleted;id=16"});
    m_case.event(log, 9 * hour, {.kind = "dhcp.log", .fields = "address=10.2.20.9;what=expired;id=17"});
    const Judged judged(m_case);
    QCOMPARE(judged.device(phoneOf(7)).leases.at(0).ended, LeaseEnd::Expired);
    QCOMPARE(judged.device(phoneOf(8)).leases.at(0).ended, LeaseEnd::Withdrawn);
}

/// A client may use one number for ever.
void TestLeaseTracker::manyOfOneNumber()
{
    const SourceId other = m_case.capture("b.pcap", 0, 400 * hour);
    for (int i = 0; i < 20'000; ++i) {
        for (const SourceId source : {m_capture, other})
            m_case.dhcp(source, i * 60.0, 7, "request", "xid=0x1;state=renewing;client-ip=10.2.20.7");
    }
    const auto found = leases();
    QCOMPARE(found.at(0).requests.size(), std::size_t{1});
    QCOMPARE(found[0].requests[0].tries, std::uint32_t{20'000});
}

void TestLeaseTracker::fields()
{
    dora(0, "0x1", "lease-s=7200;t2-s=6000;relay-ip=10.2.20.1;router=10.2.20.1");
    renews(hour, "0x2");
    renews(hour + 4, "0x2");
    m_case.dhcp(m_capture, hour + 5, 7, "nak", "xid=0x2;server-id=10.9.9.9");
    QCOMPARE(fieldsOf(leases().at(0)),
             std::string("address=10.2.20.7;server=10.2.1.5;relay=10.2.20.1;refused-by=10.9.9.9;lease-s=7200;"
                         "t1-s=3600;t2-s=6000;expiry=2009-02-27T16:00:00.300000000Z;requests=2;renewals=0;"
                         "acknowledged=1;refused=1;silent=0;not-watched=0;last-state=renewing;"
                         "last-outcome=refused;last-tries=2;router=10.2.20.1"));
}

QTEST_APPLESS_MAIN(TestLeaseTracker)
#include "tst_leasetracker.moc"
