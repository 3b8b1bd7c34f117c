// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/events/ntpagreement.h"
#include "models/events/ntpchain.h"
#include "models/events/ntpfields.h"
#include "tests/support/casebuilder.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

NtpHost host(const char* address)
{
    return {.address = *IpAddress::fromText(address)};
}

NtpAssociation association(const char* client, const char* server)
{
    return {.client = host(client), .server = host(server)};
}

NtpState state(bool ofServer, double from, double to, int stratum, const char* refid, int leap = 0)
{
    return {.ofServer = ofServer,
            .from = caseAt(from),
            .to = caseAt(to),
            .version = 4,
            .stratum = stratum,
            .leap = leap,
            .poll = 6,
            .refid = refid};
}

NtpReport report(double at, const char* tally, int stratum, const char* refid)
{
    return {.at = caseAt(at), .tally = tally, .type = "u", .stratum = stratum, .refid = refid};
}

NtpPoll poll(double at, PollOutcome outcome, std::optional<double> roundTrip = {})
{
    return {.at = caseAt(at), .outcome = outcome, .roundTrip = roundTrip};
}

std::string seconds(CaseTime at)
{
    return std::to_string((at.nsUtc - caseStartNs) / nsPerSecond);
}

/// "A>B 1 0..100": A follows B, which is at stratum 1; "!" where a status says it.
std::string describe(const NtpChain& chain)
{
    std::string text;
    for (const NtpLink& link : chain.links)
        text += toText(link.client) + ">" + toText(link.server) + " " + std::to_string(link.stratum) + " "
            + seconds(link.from) + ".." + seconds(link.to) + (link.reported ? "!" : "") + "; ";
    for (const NtpRoot& root : chain.roots)
        text += toText(root.host) + " " + root.clock + " " + std::to_string(root.stratum) + "; ";
    return text;
}

std::string compared(const std::vector<NtpAgreement>& all, NtpAspect aspect)
{
    std::string text;
    for (const NtpAgreement& one : all) {
        if (one.aspect == aspect)
            text += one.packets + (one.agrees ? " = " : " ! ") + one.table + "; ";
    }
    return text;
}

/// A row of the table of seed and the packets before it: "cm6-pub.ntp > ntp-sj1.ntp: v4 client strat 3 poll
/// 10".
NtpAssociation ofSeed(double asked, double answered, double delay, double jitter)
{
    CaseBuilder made;
    const SourceId text = made.trace("ntp_capture.txt", 0, 100);
    made.event(
        text, asked,
        {.kind = "ntp.client",
         .fields = "version=4;mode=3;stratum=3;poll=10;precision=-18;src-name=cm6-pub;dst-name=ntp-sj1"});
    made.event(
        text, answered,
        {.kind = "ntp.server",
         .fields = "version=4;mode=4;stratum=2;poll=10;precision=-20;src-name=ntp-sj1;dst-name=cm6-pub"});
    NtpAssociation found = Judged(made).ntp.at(0);
    NtpReport row = report(1000, "system-peer", 2, "64.103.34.14");
    row.reach = 0377;
    row.delay = delay;
    row.jitter = jitter;
    found.reports.push_back(row);
    return found;
}

} // namespace

class TestNtpChain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void byReference();
    void bySystemPeer();
    void notByWhoIsNotSynchronised();
    void changesServer();
    void ownClock();
    void loop();
    void noLoopInTurn();
    void seedsRoundTrips();
    void roundTripOfAnother();
    void comparesReach_data();
    void comparesReach();
    void comparesStratumAndReference();
    void fields();
    void fieldsOfATable();
};

/// phone → subscriber → publisher → source, by what the packets say of their senders.
void TestNtpChain::byReference()
{
    NtpAssociation phone = association("10.2.20.7", "10.1.1.11");
    phone.states = {state(true, 0, 100, 4, "10.1.1.10")};
    NtpAssociation subscriber = association("10.1.1.11", "10.1.1.10");
    subscriber.states = {state(false, 10, 90, 4, "10.1.1.10"), state(true, 10, 90, 3, "171.68.10.80")};
    NtpAssociation publisher = association("10.1.1.10", "171.68.10.80");
    publisher.states = {state(true, 0, 100, 2, "64.103.34.14")};
    const NtpChain chain = ntpChain({phone, subscriber, publisher});
    QCOMPARE(describe(chain),
             std::string("10.1.1.10>171.68.10.80 2 10..90; 10.1.1.11>10.1.1.10 3 0..100; "
                         "171.68.10.80>64.103.34.14 1 0..100; 64.103.34.14  1; "));
    QCOMPARE(chain.pathAt(host("10.1.1.11"), caseAt(50)).size(), std::size_t{3});
    QCOMPARE(chain.pathAt(host("10.1.1.11"), caseAt(95)).size(), std::size_t{1});
    QVERIFY(chain.loops.empty());
}

void TestNtpChain::bySystemPeer()
{
    NtpAssociation followed = association("10.1.1.10", "171.68.10.80");
    followed.reports = {report(50, "system-peer", 1, "GPS")};
    NtpAssociation candidate = association("10.1.1.10", "171.68.10.150");
    candidate.reports = {report(50, "candidate", 2, "10.81.254.202")};
    QCOMPARE(describe(ntpChain({followed, candidate})),
             std::string("10.1.1.10>171.68.10.80 1 50..50!; 171.68.10.150>10.81.254.202 1 50..50; "
                         "10.81.254.202  1; 171.68.10.80 GPS 1; "));
}

void TestNtpChain::notByWhoIsNotSynchronised()
{
    NtpAssociation one = association("10.1.1.11", "10.1.1.10");
    one.states = {state(false, 0, 9, 0, "INIT", 3), state(true, 0, 9, 3, "171.68.10.80", 3),
                  state(true, 20, 29, 0, "RATE"), state(true, 30, 39, 3, "0.0.0.0")};
    one.reports = {report(50, "rejected", 16, "64.103.34.14")};
    QCOMPARE(describe(ntpChain({one})), std::string());
}

void TestNtpChain::changesServer()
{
    NtpAssociation one = association("10.1.1.11", "10.1.1.10");
    one.states = {state(false, 0, 50, 4, "10.1.1.10"), state(false, 60, 100, 3, "10.9.9.9")};
    QCOMPARE(describe(ntpChain({one})),
             std::string(
                 "10.1.1.11>10.1.1.10 3 0..50; 10.1.1.11>10.9.9.9 2 60..100; 10.1.1.10  3; 10.9.9.9  2; "));
}

void TestNtpChain::ownClock()
{
    NtpAssociation own = association("10.1.1.10", "127.127.1.0");
    own.reports = {report(50, "system-peer", 10, "LOCL")};
    NtpAssociation subscriber = association("10.1.1.11", "10.1.1.10");
    subscriber.states = {state(false, 40, 60, 12, "10.1.1.10"), state(true, 40, 60, 11, "127.127.1.0")};
    QCOMPARE(describe(ntpChain({own, subscriber})),
             std::string("10.1.1.11>10.1.1.10 11 40..60; 10.1.1.10 127.127.1.0 11; "));
}

void TestNtpChain::loop()
{
    NtpAssociation one = association("10.1.1.10", "10.1.1.11");
    one.states = {state(false, 0, 100, 4, "10.1.1.11"), state(true, 50, 150, 3, "10.1.1.10")};
    const NtpChain chain = ntpChain({one});
    QCOMPARE(chain.loops.size(), std::size_t{1});
    QCOMPARE(chain.loops[0].hosts, (std::vector{host("10.1.1.10"), host("10.1.1.11")}));
    QVERIFY(chain.loops[0].from == caseAt(50) && chain.loops[0].to == caseAt(100));
}

/// Each followed the other, but not at one time.
void TestNtpChain::noLoopInTurn()
{
    NtpAssociation one = association("10.1.1.10", "10.1.1.11");
    one.states = {state(false, 0, 40, 4, "10.1.1.11"), state(true, 50, 150, 3, "10.1.1.10")};
    QVERIFY(ntpChain({one}).loops.empty());
}

/// 08:56:18.270720 to .308956 against 38.233 ± 1.182; the other 37.756 against 37.044 ± 12.236, as the table
/// keeps the sample with the least delay.
void TestNtpChain::seedsRoundTrips()
{
    const auto first = ntpAgreements({ofSeed(18.270720, 18.308956, 38.233, 1.182)});
    QCOMPARE(compared(first, NtpAspect::Delay), std::string("38.236 = 38.233; "));
    const auto second = ntpAgreements({ofSeed(21.0, 21.037756, 37.044, 12.236)});
    QCOMPARE(compared(second, NtpAspect::Delay), std::string("37.756 = 37.044; "));
    QCOMPARE(compared(second, NtpAspect::Stratum), std::string("2 = 2; "));
    QCOMPARE(compared(second, NtpAspect::Offset), std::string());
}

void TestNtpChain::roundTripOfAnother()
{
    const auto found = ntpAgreements({ofSeed(18.270720, 18.308956, 44.9, 1.182)});
    QCOMPARE(compared(found, NtpAspect::Delay), std::string("38.236 ! 44.900; "));
}

void TestNtpChain::comparesReach_data()
{
    QTest::addColumn<int>("reach");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("all") << 0377 << QByteArray("5/3 ! 377; ");
    QTest::newRow("before is not known") << 0375 << QByteArray("5/3 = 375; ");
    QTest::newRow("the last") << 0374 << QByteArray("5/3 ! 374; ");
}

/// The clock of the status is 2 s ahead, as its column `when` tells: the poll at 205 came after it.
void TestNtpChain::comparesReach()
{
    QFETCH(int, reach);
    QFETCH(QByteArray, said);
    NtpAssociation one = association("10.1.1.11", "10.1.1.10");
    one.polls = {poll(10, PollOutcome::Answered), poll(74, PollOutcome::Unanswered),
                 poll(138, PollOutcome::Answered), poll(205, PollOutcome::Unanswered)};
    one.polls[0].afterGap = true;
    NtpReport row = report(206, "candidate", 3, "10.9.9.9");
    row.when = std::chrono::seconds{66};
    row.reach = reach;
    one.reports = {row};
    QCOMPARE(compared(ntpAgreements({one}), NtpAspect::Reach), said.toStdString());
}

void TestNtpChain::comparesStratumAndReference()
{
    NtpAssociation one = association("10.1.1.11", "10.1.1.10");
    one.polls = {poll(10, PollOutcome::Unusable), poll(74, PollOutcome::Answered)};
    one.states = {state(true, 10, 10, 0, "INIT", 3), state(true, 74, 74, 3, "10.9.9.9")};
    one.reports = {report(20, "rejected", 16, "0.0.0.0"), report(80, "rejected", 3, "10.9.9.8")};
    const auto found = ntpAgreements({one});
    QCOMPARE(compared(found, NtpAspect::Stratum), std::string("16 = 16; 3 = 3; "));
    QCOMPARE(compared(found, NtpAspect::Reference), std::string("10.9.9.9 ! 10.9.9.8; "));
}

void TestNtpChain::fields()
{
    NtpAssociation one = association("10.1.1.11", "10.1.1.10");
    one.polls = {poll(10, PollOutcome::Unusable, 0.001), poll(74, PollOutcome::Answered, 0.0005),
                 poll(138, PollOutcome::Unanswered)};
    one.polls[0].afterGap = true;
    one.polls[1].offset = -0.25;
    one.polls[1].delay = 0.0004;
    one.polls[1].rootDelay = 0.035;
    one.polls[1].rootDispersion = 0.075;
    one.states = {state(true, 10, 10, 0, "RATE", 3), state(true, 74, 74, 3, "10.9;9")};
    one.states[0].kiss = "RATE";
    one.to = caseAt(138);
    QCOMPARE(fieldsOf(one),
             std::string("mode=client;polls=3;answered=1;unusable=1;unanswered=1;not-watched=0;reach=2/3;"
                         "offset-ms=-250.000;offset-min-ms=-250.000;offset-max-ms=-250.000;"
                         "delay-ms=0.400;delay-min-ms=0.400;delay-max-ms=0.400;"
                         "round-trip-ms=1.000;round-trip-min-ms=0.500;round-trip-max-ms=1.000;"
                         "stratum=3;refid=10.9%3B9;leap=0;version=4;poll-s=64;root-delay-ms=35.000;"
                         "root-dispersion-ms=75.000;kiss=RATE"));
}

void TestNtpChain::fieldsOfATable()
{
    NtpAssociation one = association("10.1.1.11", "10.1.1.10");
    one.reports = {report(80, "system-peer", 3, "10.9.9.8")};
    one.reports[0].reach = 0376;
    one.reports[0].poll = std::chrono::seconds{1024};
    one.reports[0].delay = 38.233;
    QCOMPARE(fieldsOf(one),
             std::string("mode=client;tables=1;tally=system-peer;table-stratum=3;table-refid=10.9.9.8;"
                         "table-reach=376;table-poll-s=1024;table-delay-ms=38.233;table-offset-ms=0.000;"
                         "table-jitter-ms=0.000"));
}

QTEST_APPLESS_MAIN(TestNtpChain)
#include "tst_ntpchain.moc"
