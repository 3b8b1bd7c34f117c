// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/events/identity.h"
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
        static const char* ends[] = {"open", "refused", "released", "expired", "replaced"};
        static const char* outcomes[] = {"silence", "acknowledged", "refused"};
        text += (text.empty() ? "" : "; ") + toText(lease.address) + " " + hours(lease.from) + ".."
            + hours(lease.to) + " " + ends[static_cast<int>(lease.ended)];
        for (const LeaseRequest& request : lease.requests)
            text += " [" + std::string(toText(request.state)) + " "
                + outcomes[static_cast<int>(request.outcome)] + "]";
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
        LeaseTracker tracker(phoneOf(7));
        std::vector<TimedEvent> timed;
        for (const EventRow& event : events.singles)
            timed.push_back({{event.time.ns}, &event});
        std::ranges::stable_sort(timed, {}, &TimedEvent::at);
        for (const TimedEvent& event : timed)
            tracker.add(event);
        return tracker.finish(caseAt(end));
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

QTEST_APPLESS_MAIN(TestLeaseTracker)
#include "tst_leasetracker.moc"
