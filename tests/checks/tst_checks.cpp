// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/events/registrationtracker.h"
#include "tests/support/casebuilder.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

constexpr double hour = 3600;
constexpr double day = 24 * hour;

std::string lease(const std::string& xid, int number, double hours = 72)
{
    return "xid=" + xid + ";your-ip=10.2.20." + std::to_string(number)
        + ";server-id=10.2.1.5;router=10.2.20.1;lease-s=" + std::to_string(std::llround(hours * 3600));
}

std::string renewing(const std::string& xid, int number)
{
    return "xid=" + xid + ";state=renewing;client-ip=10.2.20." + std::to_string(number);
}

void saysItsName(CaseBuilder& made, SourceId source, double at, int number)
{
    made.event(source, at,
               {"sccp.ip-port", phoneOf(number), made.phoneEnd(number, 40'000 + number), CaseBuilder::node,
                "message-id=0x0002"});
}

/// A phone that stays registered from before the evidence to its end.
void steady(CaseBuilder& made, SourceId source, int number, double to)
{
    made.keepalives(source, 1, to - 5, number, 40'000 + number);
    saysItsName(made, source, to / 2, number);
}

/// A phone whose registration ends at `at` (told by whoever calls) and comes back.
void comesBack(CaseBuilder& made, SourceId source, int number, double at, double to,
               const std::string& alarm = "code=20")
{
    made.keepalives(source, 1, at - 5, number, 40'000 + number);
    made.registers(source, at + 20, number, 41'000 + number, alarm);
    made.keepalives(source, at + 50, to, number, 41'000 + number);
}

/// A phone that starts every `period` seconds, and nothing shows why.
void startsEvery(CaseBuilder& made, SourceId source, int number, double first, double period, int count)
{
    for (int i = 0; i < count; ++i)
        made.registers(source, first + i * period, number, 41'000 + i);
}

} // namespace

class TestChecks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stops();
    void largestDropCounts();
    void emptyCase();

    void refusedRenewal();
    void laptopsNakIsNoRefusal();
    void acknowledgedRenewalOfOthersClearsNothing();
    void refusedAfterRelease();

    void unanswered();
    void oneAskSeenInThreePlaces();
    void captureThatEndsAfterARequest();
    void answersTakeAnotherWay();
    void searchingAloneMayBeAnEmptyScope();
    void portThatComesUp();
    void answeredIsAnswered();

    void otherServer();
    void partnerServer();
    void onlyRelayedOffersSeen();

    void halfLife();
    void halfLifeNotByChance();
    void nightlyJobIsNoHalfLife();
    void tooFewIntervals();
    void laptopsNakHidesNoPeriod();
    void infiniteLeaseHasNoHalf();

    void addressGivenUp();
    void addressGivenUpByOneOfMany();
    void addressKept();

    void commanded();
    void oneRestartAmongLosses();
    void oneRestartAmongHealthyPhones();

    void dropTogether();
    void dropOneByOne();
    void returnTogetherIsNotDropTogether();

    void keepalivesUnanswered();
    void keepaliveAcksNeverSeen();
    void keepalivesAnsweredToTheEnd();

    void connectionReset();
    void resetSentToOneSideOnly();
    void otherEndsAreNoReset();

    void poweredUp();
    void oneOfManyPoweredUp();

    void nobodySuffers_data();
    void nobodySuffers();
    void wellWhenNobodyElseSuffered();
    void strangerInSeveralTrains();
    void strangerWithRareKeepalives();
    void allSuffer();
    void strangersDoNotSuffer();
    void silentStrangerMayBeAnybody();
    void phoneFromNowhereIsNotHealthy();
    void singlePhoneIsNotAll();

    void everyNoNeedsThatNothingWasLost_data();
    void everyNoNeedsThatNothingWasLost();
    void renewedLongBeforeAndUnwatched();
    void arrivalThatNobodySawRenew();
    void renewalsAroundAPause();
    void renewalsWhileNobodySuffers();
    void silenceWhereBytesWereLost();
    void offersOfAnotherNetwork();
    void incidentsThatNobodyWatched();
    void addressOfOneUnwatched();
    void orderThatNobodyCouldSee();
    void droppedWhileOneWasWatched();
    void answersLostInTheCapture();
    void answersUnwatchedAtTheEnd();
    void endOfTheConnectionInATrace();
    void oneThatNeverCameBack();
    void allAtOnePhonesPort();
    void allButOneThatOthersShow();
    void wellWithBytesLost();

    void ntpFollowed();
    void ntpFollowsItself();
    void ntpUnsynchronised();
};

void TestChecks::emptyCase()
{
    const Judged judged{CaseBuilder()};
    QCOMPARE(judged.outcomes.size(), allChecks().size());
    for (const CheckOutcome& outcome : judged.outcomes) {
        QVERIFY2(outcome.result == CheckResult::NotObservable, outcome.id.c_str());
        QVERIFY(outcome.evidence.empty());
    }
}

void TestChecks::refusedRenewal()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, hour);
    comesBack(made, capture, 7, 1000, hour);
    made.dhcp(capture, 1000, 7, "request", renewing("0x1", 7));
    made.dhcp(capture, 1000.1, 7, "nak", "xid=0x1;server-id=10.2.1.5");
    const SourceId console = made.console("SEP001E7A244007.log", 0, hour);
    made.event(console, 1000.1, {.kind = "dhcp.nak"});
    const Judged judged(made);
    QCOMPARE(judged.result("dhcp-renewal-refused"), std::string("yes"));
    const CheckOutcome& outcome = judged.outcome("dhcp-renewal-refused");
    QCOMPARE(outcome.devices, std::vector<std::string>{phoneOf(7)});
    QCOMPARE(outcome.evidence.size(), std::size_t{3}); // frame and line of the NAK, and the request
    QCOMPARE(outcome.parameters.at("server"), std::string("10.2.1.5"));
    QCOMPARE(outcome.parameters.at("count"), std::string("1"));
    QCOMPARE(judged.result("dhcp-renewals-acknowledged"), std::string("no"));
    QCOMPARE(judged.result("address-given-up-before-reset"), std::string("yes"));
}

/// A laptop asks for the address of its home network and is refused: nothing is wrong.
void TestChecks::laptopsNakIsNoRefusal()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, hour);
    steady(made, capture, 7, hour);
    made.dhcp(capture, 1000, 99, "request", "xid=0x1;state=init-reboot;requested-ip=192.168.1.5");
    made.dhcp(capture, 1000.1, 99, "nak", "xid=0x1;server-id=10.2.1.5");
    made.dhcp(capture, 2000, 99, "request", renewing("0x2", 99));
    made.dhcp(capture, 2000.1, 99, "nak", "xid=0x2;server-id=10.2.1.5");
    QCOMPARE(Judged(made).result("dhcp-renewal-refused"), std::string("-"));
}

void TestChecks::acknowledgedRenewalOfOthersClearsNothing()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, hour);
    comesBack(made, capture, 7, 1000, hour);
    steady(made, capture, 8, hour);
    made.dhcp(capture, 500, 8, "request", renewing("0x1", 8));
    made.dhcp(capture, 500.1, 8, "ack", lease("0x1", 8));
    QCOMPARE(Judged(made).result("dhcp-renewal-refused"), std::string("-"));
    QCOMPARE(Judged(made).result("dhcp-renewals-acknowledged"), std::string("-"));
    made.dhcp(capture, 600, 7, "request", renewing("0x2", 7));
    made.dhcp(capture, 600.1, 7, "ack", lease("0x2", 7));
    QCOMPARE(Judged(made).result("dhcp-renewal-refused"), std::string("no"));
    QCOMPARE(Judged(made).result("dhcp-renewals-acknowledged"), std::string("yes"));
}

void TestChecks::refusedAfterRelease()
{
    CaseBuilder made;
    const SourceId console = made.console("SEP001E7A244007.log", 0, hour);
    made.event(console, 10, {.kind = "dhcp.release"});
    made.event(console, 10.028, {.kind = "dhcp.request"});
    made.event(console, 10.033, {.kind = "dhcp.nak"});
    QCOMPARE(Judged(made).result("dhcp-refused-after-release"), std::string("yes"));
    QCOMPARE(Judged(made).result("dhcp-renewal-refused"), std::string("-")); // why it was refused is open
    made.event(console, 9.9, {.kind = "phone.dhcp-t1"});
    QCOMPARE(Judged(made).result("dhcp-renewal-refused"), std::string("yes"));
}

void TestChecks::unanswered()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 3 * hour);
    made.dhcp(capture, 1800, 7, "request", renewing("0x1", 7));
    made.dhcp(capture, 2700, 7, "request", "xid=0x2;state=rebinding;client-ip=10.2.20.7");
    for (int i = 0; i < 5; ++i)
        made.dhcp(capture, 3600 + i * 8, 7, "discover", "xid=0x3");
    QCOMPARE(Judged(made).result("dhcp-requests-unanswered"), std::string("-")); // a client of no known kind
    made.event(made.trace("ccm.txt", 0, hour), 1,
               {"sccp.ip-port", phoneOf(7), "10.2.20.7", "10.2.1.11", "message-id=0x0002"});
    const Judged judged(made);
    QCOMPARE(judged.result("dhcp-requests-unanswered"), std::string("yes"));
    QCOMPARE(judged.outcome("dhcp-requests-unanswered").evidence.size(), std::size_t{7});
    QCOMPARE(judged.result("dhcp-renewal-refused"), std::string("-"));
}

void TestChecks::oneAskSeenInThreePlaces()
{
    CaseBuilder made;
    const SourceId at[] = {made.capture("a.pcap", 0, hour), made.capture("b.pcap", 0, hour),
                           made.capture("c.pcap", 0, hour)};
    comesBack(made, at[0], 7, 1000, hour);
    for (const SourceId source : at) {
        made.dhcp(source, 1001, 7, "request", renewing("0x1", 7));
        made.dhcp(source, 1001.2, 7, "discover", "xid=0x2");
        made.dhcp(source, 1001.201, 7, "discover", "xid=0x2"); // behind the relay
        made.dhcp(source, 1200, 7, "request", renewing("0x3", 7));
    }
    QCOMPARE(Judged(made).result("dhcp-requests-unanswered"), std::string("-"));
}

void TestChecks::captureThatEndsAfterARequest()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, hour);
    comesBack(made, capture, 7, 1500, hour);
    made.dhcp(capture, 1000, 7, "request", renewing("0x1", 7));
    made.dhcp(capture, 1000.1, 7, "ack", lease("0x1", 7));
    made.dhcp(capture, hour - 2, 7, "request", renewing("0x2", 7));
    QCOMPARE(Judged(made).result("dhcp-requests-unanswered"), std::string("no"));
    QCOMPARE(Judged(made).result("dhcp-renewals-acknowledged"), std::string("yes"));
}

/// A mirror that shows only what phones send: renewals at each half of the lease were all answered.
void TestChecks::answersTakeAnotherWay()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 10 * day);
    steady(made, capture, 7, 10 * day);
    for (int i = 1; i < 6; ++i)
        made.dhcp(capture, i * 36 * hour, 7, "request", renewing("0x" + std::to_string(i), 7));
    made.dhcp(capture, 9.5 * day, 7, "discover", "xid=0x9");
    QCOMPARE(Judged(made).result("dhcp-requests-unanswered"), std::string("-"));
    QCOMPARE(Judged(made).result("dhcp-renewals-acknowledged"), std::string("-"));
}

void TestChecks::searchingAloneMayBeAnEmptyScope()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, hour);
    steady(made, capture, 7, hour);
    for (int i = 0; i < 30; ++i)
        made.dhcp(capture, 1000 + i * 60, 7, "discover", "xid=0x3");
    QCOMPARE(Judged(made).result("dhcp-requests-unanswered"), std::string("-"));
}

/// A phone that boots asks four times before its switch port forwards.
void TestChecks::portThatComesUp()
{
    CaseBuilder made;
    const SourceId console = made.console("SEP001E7A244007.log", 0, hour);
    made.event(console, 10, {.kind = "dhcp.request"});
    for (const double at : {14.0, 22.0, 38.0})
        made.event(console, at, {.kind = "dhcp.discover"});
    made.event(console, 38.1, {.kind = "dhcp.offer"});
    QVERIFY(Judged(made).result("dhcp-requests-unanswered") != "yes");
}

void TestChecks::answeredIsAnswered()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, hour);
    comesBack(made, capture, 7, 1000, hour);
    made.dhcp(capture, 1001, 7, "discover", "xid=0x2");
    made.dhcp(capture, 1001.1, 7, "offer", lease("0x2", 7));
    made.dhcp(capture, 1001.2, 7, "request", "xid=0x2;state=selecting");
    made.dhcp(capture, 1001.3, 7, "ack", lease("0x2", 7));
    QCOMPARE(Judged(made).result("dhcp-requests-unanswered"), std::string("no"));
    comesBack(made, capture, 8, 1100, hour); // of whom no DHCP was seen
    QCOMPARE(Judged(made).result("dhcp-requests-unanswered"), std::string("-"));
}

void TestChecks::otherServer()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, hour);
    comesBack(made, capture, 7, 1000, hour);
    made.dhcp(capture, 10, 7, "discover", "xid=0x1");
    made.dhcp(capture, 10.1, 7, "offer", lease("0x1", 7));
    QCOMPARE(Judged(made).result("dhcp-other-server"), std::string("no"));
    made.dhcp(capture, 10.2, 7, "ack", lease("0x1", 7));
    made.dhcp(capture, 10.3, 7, "offer",
              "xid=0x1;your-ip=192.168.1.20;server-id=192.168.1.1;router=192.168.1.1");
    const Judged judged(made);
    QCOMPARE(judged.result("dhcp-other-server"), std::string("yes"));
    QCOMPARE(judged.outcome("dhcp-other-server").parameters.at("server"), std::string("192.168.1.1"));
}

void TestChecks::partnerServer()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, hour);
    comesBack(made, capture, 7, 1000, hour);
    made.dhcp(capture, 10, 7, "discover", "xid=0x1");
    made.dhcp(capture, 10.1, 7, "offer", lease("0x1", 7));
    made.dhcp(capture, 10.2, 7, "offer", "xid=0x1;your-ip=10.2.20.99;server-id=10.2.1.6;router=10.2.20.1");
    QCOMPARE(Judged(made).result("dhcp-other-server"), std::string("no"));
}

/// Whoever watches at the server cannot see a stranger in the phones' network.
void TestChecks::onlyRelayedOffersSeen()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, hour);
    made.event(capture, 10,
               {"dhcp.discover", "", "10.2.20.1:67", CaseBuilder::server, macFieldOf(7) + ";xid=0x1"});
    made.dhcp(capture, 10.1, 7, "offer", lease("0x1", 7));
    QCOMPARE(Judged(made).result("dhcp-other-server"), std::string("-"));
}

void TestChecks::halfLife()
{
    CaseBuilder made;
    const SourceId trace = made.trace("ccm.txt", 0, 20 * day);
    const SourceId capture = made.capture("a.pcap", 0, hour);
    made.dhcp(capture, 10, 7, "ack", lease("0x1", 7));
    startsEvery(made, trace, 7, 1000, 36 * hour, 6);
    startsEvery(made, trace, 8, 9000, 36 * hour, 6);
    const Judged judged(made);
    QCOMPARE(judged.result("resets-at-half-life"), std::string("yes"));
    QCOMPARE(judged.outcome("resets-at-half-life").parameters.at("hours"), std::string("36"));
    QCOMPARE(judged.outcome("resets-at-half-life").parameters.at("lease-hours"), std::string("72"));
    QCOMPARE(judged.result("period-of-resets"), std::string("yes"));
    QCOMPARE(judged.outcome("period-of-resets").parameters.at("hours"), std::string("36"));
    QCOMPARE(judged.result("lease-length"), std::string("yes"));
}

void TestChecks::halfLifeNotByChance()
{
    CaseBuilder made;
    const SourceId trace = made.trace("ccm.txt", 0, 40 * day);
    made.dhcp(made.capture("a.pcap", 0, hour), 10, 7, "ack", lease("0x1", 7));
    int port = 41'000;
    for (const double at : {0.1, 0.9, 3.4, 4.1, 8.8, 11.3, 11.9, 17.2})
        made.registers(trace, at * day, 7, port++);
    QCOMPARE(Judged(made).result("resets-at-half-life"), std::string("no"));
    QCOMPARE(Judged(made).result("period-of-resets"), std::string("no"));
}

/// A lease of two days, and a switch that reloads each night: the period fits both. Who says half-life must
/// show that the phones do not all go at the same hour.
void TestChecks::nightlyJobIsNoHalfLife()
{
    for (const bool nightly : {true, false}) {
        CaseBuilder made;
        const SourceId trace = made.trace("ccm.txt", 0, 20 * day);
        made.dhcp(made.capture("a.pcap", 0, hour), 10, 3, "ack", lease("0x1", 3, 48));
        for (int phone = 1; phone < 6; ++phone)
            startsEvery(made, trace, phone, 1000 + (nightly ? phone * 5 : phone * 4.7 * hour), day, 8);
        QCOMPARE(QString::fromStdString(Judged(made).result("resets-at-half-life")),
                 nightly ? QStringLiteral("-") : QStringLiteral("yes"));
        QCOMPARE(Judged(made).outcome("resets-at-half-life").evidence.empty(), nightly);
    }
}

void TestChecks::tooFewIntervals()
{
    CaseBuilder made;
    const SourceId trace = made.trace("ccm.txt", 0, 20 * day);
    made.dhcp(made.capture("a.pcap", 0, hour), 10, 7, "ack", lease("0x1", 7));
    startsEvery(made, trace, 7, 1000, 36 * hour, 3);
    QCOMPARE(Judged(made).result("resets-at-half-life"), std::string("-"));
    QCOMPARE(Judged(made).result("period-of-resets"), std::string("-"));
}

void TestChecks::laptopsNakHidesNoPeriod()
{
    CaseBuilder made;
    const SourceId trace = made.trace("ccm.txt", 0, 20 * day);
    const SourceId capture = made.capture("a.pcap", 0, hour);
    made.dhcp(capture, 10, 7, "ack", lease("0x1", 7));
    made.dhcp(capture, 20, 99, "nak", "xid=0x5");
    startsEvery(made, trace, 7, 1000, 36 * hour, 6);
    QCOMPARE(Judged(made).result("resets-at-half-life"), std::string("yes"));
    made.dhcp(capture, 30, 8, "nak", "xid=0x6");
    startsEvery(made, trace, 8, 2000, 50 * hour, 2);
    QCOMPARE(Judged(made).result("resets-at-half-life"),
             std::string("-")); // a phone was refused: that is the cause
}

void TestChecks::infiniteLeaseHasNoHalf()
{
    CaseBuilder made;
    const SourceId trace = made.trace("ccm.txt", 0, 20 * day);
    made.dhcp(made.capture("a.pcap", 0, hour), 10, 7, "ack", "xid=0x1;your-ip=10.2.20.7;lease-s=4294967295");
    startsEvery(made, trace, 7, 1000, 36 * hour, 6);
    QCOMPARE(Judged(made).result("resets-at-half-life"), std::string("-"));
    QCOMPARE(Judged(made).result("lease-length"), std::string("-"));
}

void TestChecks::addressGivenUp()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, hour);
    comesBack(made, capture, 7, 1000, hour, "code=25");
    made.dhcp(capture, 1003, 7, "discover", "xid=0x1");
    QCOMPARE(Judged(made).result("address-given-up-before-reset"), std::string("yes"));
}

/// Of many phones that lost their connections one was switched off besides, and DHCP was seen of it alone.
void TestChecks::addressGivenUpByOneOfMany()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, hour);
    const SourceId dhcp = made.capture("b.pcap", 0, hour);
    comesBack(made, capture, 7, 1000, hour, "code=25");
    made.dhcp(dhcp, 1003, 7, "discover", "xid=0x1");
    for (const int number : {8, 9})
        comesBack(made, capture, number, 1000, hour, "code=14");
    QCOMPARE(Judged(made).result("address-given-up-before-reset"), std::string("-"));
}

void TestChecks::addressKept()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, hour);
    comesBack(made, capture, 7, 1000, hour);
    QCOMPARE(Judged(made).result("address-given-up-before-reset"), std::string("-"));
    made.dhcp(capture, 500, 7, "request",
              renewing("0x1", 7)); // its DHCP is seen here, and there was none at 1000 s
    QCOMPARE(Judged(made).result("address-given-up-before-reset"), std::string("no"));
}

void TestChecks::commanded()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, hour);
    for (int phone = 1; phone < 4; ++phone) {
        comesBack(made, capture, phone, 1000 + phone, hour);
        made.event(capture, 1000 + phone,
                   {"sccp.reset", "", CaseBuilder::node, made.phoneEnd(phone, 40'000 + phone),
                    "message-id=0x009f;reset-type=2"});
    }
    comesBack(made, capture, 9, 2000, hour, "code=25"); // somebody pulled a plug
    const Judged judged(made);
    QCOMPARE(judged.result("reset-commanded"), std::string("yes"));
    QCOMPARE(judged.outcome("reset-commanded").devices.size(), std::size_t{3});
    QCOMPARE(judged.outcome("reset-commanded").parameters.at("type"), std::string("restart"));
}

void TestChecks::oneRestartAmongLosses()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, hour);
    for (int phone = 1; phone < 4; ++phone)
        comesBack(made, capture, phone, 1000 + phone * 300, hour);
    comesBack(made, capture, 9, 1000, hour);
    made.event(
        capture, 1000,
        {"sccp.reset", "", CaseBuilder::node, made.phoneEnd(9, 40'009), "message-id=0x009f;reset-type=2"});
    const Judged judged(made);
    QCOMPARE(judged.result("reset-commanded"), std::string("no"));
    QCOMPARE(judged.context.losses.size(), std::size_t{3});
    QCOMPARE(judged.context.commanded.size(), std::size_t{1});
}

void TestChecks::oneRestartAmongHealthyPhones()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, hour);
    for (int phone = 1; phone < 6; ++phone)
        steady(made, capture, phone, hour);
    comesBack(made, capture, 9, 1000, hour);
    made.event(
        capture, 1000,
        {"sccp.reset", "", CaseBuilder::node, made.phoneEnd(9, 40'009), "message-id=0x009f;reset-type=2"});
    QCOMPARE(Judged(made).result("reset-commanded"), std::string("-"));
    QCOMPARE(Judged(made).result("all-phones-suffer"), std::string("no"));
}

void TestChecks::dropTogether()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, hour);
    for (int phone = 1; phone < 6; ++phone) {
        comesBack(made, capture, phone, 1000, hour);
        made.event(capture, 1000 + phone * 0.1,
                   {"tcp.fin", "", CaseBuilder::node, made.phoneEnd(phone, 40'000 + phone), ""});
    }
    const Judged judged(made);
    QCOMPARE(judged.result("registrations-drop-together"), std::string("yes"));
    QCOMPARE(judged.outcome("registrations-drop-together").parameters.at("phones"), std::string("5"));
    QCOMPARE(judged.outcome("registrations-drop-together").parameters.at("node"), std::string("10.2.1.11"));
    QCOMPARE(judged.outcome("registrations-drop-together").evidence.size(), std::size_t{5});
}

void TestChecks::dropOneByOne()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, hour);
    for (int phone = 1; phone < 6; ++phone) {
        comesBack(made, capture, phone, 1000 + phone * 100, hour);
        made.event(capture, 1000 + phone * 100,
                   {"tcp.fin", "", CaseBuilder::node, made.phoneEnd(phone, 40'000 + phone), ""});
    }
    QCOMPARE(Judged(made).result("registrations-drop-together"), std::string("no"));
}

/// All that is known is when they came back.
void TestChecks::returnTogetherIsNotDropTogether()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, hour);
    for (int phone = 1; phone < 6; ++phone)
        comesBack(made, capture, phone, 1000, hour);
    QCOMPARE(Judged(made).result("registrations-drop-together"), std::string("-"));
}

void TestChecks::keepalivesUnanswered()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, hour);
    made.train(capture, 1, 30, 20,
               {"sccp.keepalive", "", made.phoneEnd(7, 50'000), CaseBuilder::node, "message-id=0x0000"});
    made.train(capture, 1.01, 30, 16,
               {"sccp.keepalive-ack", "", CaseBuilder::node, made.phoneEnd(7, 50'000), "message-id=0x0100"});
    made.registers(capture, 620, 7, 50'001);
    const Judged judged(made);
    QCOMPARE(judged.result("keepalives-unanswered"), std::string("yes"));
    QCOMPARE(judged.outcome("keepalives-unanswered").parameters.at("count"), std::string("4"));
    // What proves it is the last answer, and the last keepalive, which has none.
    const auto& proof = judged.outcome("keepalives-unanswered").evidence;
    QCOMPARE(proof.size(), 2U);
    QCOMPARE((proof[1].time - proof[0].time + std::chrono::milliseconds{10}).count(),
             (4 * 30 * std::chrono::nanoseconds{std::chrono::seconds{1}}).count());
}

/// Some servers answer for hours with TCP acknowledgements alone, and all is well.
void TestChecks::keepaliveAcksNeverSeen()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, hour);
    made.keepalives(capture, 1, 600, 7, 50'000, false);
    made.registers(capture, 620, 7, 50'001);
    QCOMPARE(Judged(made).result("keepalives-unanswered"), std::string("-"));
}

void TestChecks::keepalivesAnsweredToTheEnd()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, hour);
    comesBack(made, capture, 7, 1000, hour);
    QCOMPARE(Judged(made).result("keepalives-unanswered"), std::string("no"));
}

void TestChecks::connectionReset()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, hour);
    comesBack(made, capture, 7, 1000, hour);
    made.event(capture, 1000, {"tcp.rst", "", CaseBuilder::node, made.phoneEnd(7, 40'007), ""});
    const Judged judged(made);
    QCOMPARE(judged.result("connection-reset"), std::string("yes"));
    QCOMPARE(judged.outcome("connection-reset").parameters.at("sender"), std::string("10.2.1.11"));
}

/// At CUCM's side the phone just comes back: what ended the old connection was not seen there.
void TestChecks::resetSentToOneSideOnly()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, hour);
    comesBack(made, capture, 7, 1000, hour);
    made.event(capture, 1019, {"tcp.syn", "", made.phoneEnd(7, 41'007), CaseBuilder::node, ""});
    made.event(capture, 1021,
               {"tcp.rst", "", CaseBuilder::node, made.phoneEnd(7, 40'007), ""}); // CUCM drops the older one
    QCOMPARE(Judged(made).result("connection-reset"), std::string("-"));
}

void TestChecks::otherEndsAreNoReset()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, hour);
    comesBack(made, capture, 7, 1000, hour);
    made.event(capture, 1000, {"tcp.fin", "", CaseBuilder::node, made.phoneEnd(7, 40'007), ""});
    QCOMPARE(Judged(made).result("connection-reset"), std::string("no"));
}

void TestChecks::poweredUp()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, hour);
    comesBack(made, capture, 7, 1000, hour, "code=25");
    const Judged judged(made);
    QCOMPARE(judged.result("phones-powered-up"), std::string("yes"));
    QCOMPARE(judged.outcome("phones-powered-up").evidence.size(), std::size_t{1});
}

void TestChecks::oneOfManyPoweredUp()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, hour);
    for (int phone = 1; phone < 5; ++phone)
        comesBack(made, capture, phone, 1000 + 100 * phone, hour, phone == 1 ? "code=25" : "code=20");
    QCOMPARE(Judged(made).result("phones-powered-up"), std::string("no"));
}

void TestChecks::nobodySuffers_data()
{
    QTest::addColumn<double>("watched");
    QTest::addColumn<double>("leaseHours");
    QTest::addColumn<QString>("result");
    QTest::newRow("an hour") << hour << 0.0 << "-";
    QTest::newRow("a day") << day << 0.0 << "no";
    QTest::newRow("a day, and all have to renew in it") << day << 24.0 << "no";
    QTest::newRow("a day, and none has to renew in it") << day << 72.0 << "-";
    QTest::newRow("longer than half of the lease") << 2 * day << 72.0 << "no";
    QTest::newRow("a lease that need not be renewed") << day << 4294967295.0 / 3600 << "no";
}

/// That nobody suffers is said only where it was watched long enough for it to have happened.
void TestChecks::nobodySuffers()
{
    QFETCH(double, watched);
    QFETCH(double, leaseHours);
    QFETCH(QString, result);
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, watched);
    for (int phone = 1; phone < 4; ++phone)
        steady(made, capture, phone, watched);
    made.keepalives(capture, 1, watched - 5, 50, 50'000);
    if (leaseHours > 0)
        made.dhcp(capture, 500, 1, "ack", lease("0x1", 1, leaseHours));
    const Judged judged(made);
    QCOMPARE(QString::fromStdString(judged.result("all-phones-suffer")), result);
    QCOMPARE(judged.outcome("all-phones-suffer").parameters.at("suffering"), std::string("0"));
    QCOMPARE(judged.outcome("all-phones-suffer").parameters.at("of"), std::string("4"));
}

/// One phone is well as long as it is seen, and that is long before, or after, the others suffer.
void TestChecks::wellWhenNobodyElseSuffered()
{
    for (const auto& [from, to, result] :
         {std::tuple(1.0, 6 * hour, "no"), {1.0, hour, "-"}, {5 * hour, 6 * hour, "-"}}) {
        for (const bool named : {true, false}) {
            CaseBuilder made;
            const SourceId capture = made.capture("a.pcap", 0, 6 * hour);
            for (int phone = 1; phone < 4; ++phone)
                comesBack(made, capture, phone, 2 * hour + phone, 6 * hour);
            const SourceId port = made.capture("port.pcap", from - 1, to);
            made.keepalives(port, from, to - 5, 50, 50'000);
            if (named)
                made.event(port, from + 60,
                           {"sccp.ip-port", phoneOf(50), made.phoneEnd(50, 50'000), CaseBuilder::node,
                            "message-id=0x0002"});
            QCOMPARE(Judged(made).result("all-phones-suffer"), std::string(result));
        }
    }
}

/// Trains end when they are full, and the phone goes on.
void TestChecks::strangerInSeveralTrains()
{
    for (const double pause : {30.0, 600.0}) {
        CaseBuilder made;
        const SourceId capture = made.capture("a.pcap", 0, 2 * hour);
        comesBack(made, capture, 7, 1000, 2 * hour);
        comesBack(made, capture, 8, 6000, 2 * hour);
        made.keepalives(capture, 1, 3001, 50, 50'000);
        made.keepalives(capture, 3001 + pause, 2 * hour - 5, 50, 50'000);
        QCOMPARE(Judged(made).result("all-phones-suffer"), std::string(pause > 100 ? "-" : "no"));
    }
}

/// How close to the ends of the others' suffering a phone must be seen depends on how often it is heard.
void TestChecks::strangerWithRareKeepalives()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 6 * hour);
    for (const double at : {500.0, 5.5 * hour})
        made.registers(capture, at, at < hour ? 7 : 8, 41'000);
    const Made keepalive{"sccp.keepalive", "", made.phoneEnd(50, 50'000), CaseBuilder::node,
                         "message-id=0x0000"};
    made.train(capture, 900, 600, 17, keepalive);
    made.train(capture, 900 + 17 * 600, 600, 17, keepalive);
    QCOMPARE(Judged(made).result("all-phones-suffer"), std::string("no"));
}

void TestChecks::allSuffer()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, hour);
    for (int phone = 1; phone < 4; ++phone)
        comesBack(made, capture, phone, 1000 * phone, hour);
    QCOMPARE(Judged(made).result("all-phones-suffer"), std::string("yes"));
}

/// Phones say their name only when they register: those that do not have a name, and those that keep quiet
/// are well.
void TestChecks::strangersDoNotSuffer()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, hour);
    for (int phone = 1; phone < 4; ++phone)
        comesBack(made, capture, phone, 800 * phone, hour);
    made.keepalives(capture, 1, hour - 5, 50, 50'000);
    const Judged judged(made);
    QCOMPARE(judged.result("all-phones-suffer"), std::string("no"));
    QCOMPARE(judged.outcome("all-phones-suffer").parameters.at("of"), std::string("4"));
}

void TestChecks::silentStrangerMayBeAnybody()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, hour);
    steady(made, capture, 7, hour);
    made.keepalives(capture, 1, 900, 50, 50'000);
    QCOMPARE(Judged(made).result("all-phones-suffer"), std::string("-"));
}

void TestChecks::phoneFromNowhereIsNotHealthy()
{
    for (const bool registers : {true, false}) {
        CaseBuilder made;
        const SourceId capture = made.capture("a.pcap", 0, hour);
        steady(made, capture, 7, hour);
        if (registers)
            made.registers(capture, 900, 8, 50'000);
        else
            made.event(made.console("SEP001E7A244008.log", 0, hour), 900, {.kind = "dhcp.discover"});
        const Judged judged(made);
        QVERIFY(judged.outcome("all-phones-suffer").parameters.at("suffering") != "0");
    }
}

void TestChecks::singlePhoneIsNotAll()
{
    CaseBuilder made;
    comesBack(made, made.capture("a.pcap", 0, hour), 7, 1000, hour);
    QCOMPARE(Judged(made).result("all-phones-suffer"), std::string("-"));
}

void TestChecks::everyNoNeedsThatNothingWasLost_data()
{
    QTest::addColumn<bool>("lost");
    QTest::newRow("nothing") << false;
    QTest::newRow("records that cannot be read") << true;
}

/// One phone whose registration ended and of which everything was watched: all that can be denied is denied.
/// Where the capture cannot be read in part, nothing is.
void TestChecks::everyNoNeedsThatNothingWasLost()
{
    QFETCH(bool, lost);
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, hour);
    for (int phone = 7; phone < 10; ++phone) {
        const double at = 1000 + 100 * phone;
        made.dhcp(capture, 100, phone, "discover", "xid=0x1");
        made.dhcp(capture, 100.1, phone, "offer", lease("0x1", phone));
        made.dhcp(capture, 500, phone, "request", renewing("0x2", phone));
        made.dhcp(capture, 500.1, phone, "ack", lease("0x2", phone));
        comesBack(made, capture, phone, at, hour);
        made.event(capture, at, {"tcp.fin", "", CaseBuilder::node, made.phoneEnd(phone, 40'000 + phone), ""});
    }
    steady(made, capture, 6, hour);
    if (lost)
        made.sourceRow(capture).problems.push_back({Severity::DataLoss, "capture.record-garbage", {}, {}});
    const Judged judged(made);
    const std::string expected = lost ? "-" : "no";
    for (const char* check :
         {"dhcp-renewal-refused", "dhcp-requests-unanswered", "dhcp-other-server",
          "address-given-up-before-reset", "reset-commanded", "registrations-drop-together",
          "keepalives-unanswered", "connection-reset", "all-phones-suffer"}) {
        QVERIFY2(judged.result(check) == expected, check);
        QVERIFY(judged.outcome(check).needs.empty() != lost);
    }
    QCOMPARE(judged.result("dhcp-renewals-acknowledged"), std::string(lost ? "-" : "yes"));
    QCOMPARE(judged.result("phones-powered-up"), std::string("no")); // rests on what they said
}

/// That a phone once kept its address says nothing about the day it lost its registration.
void TestChecks::renewedLongBeforeAndUnwatched()
{
    CaseBuilder made;
    const SourceId before = made.capture("before.pcap", 0, 600);
    made.dhcp(before, 500, 7, "request", renewing("0x2", 7));
    made.dhcp(before, 500.1, 7, "ack", lease("0x2", 7));
    comesBack(made, made.capture("cucm.pcap", 0, hour), 7, 1000, hour);
    const Judged judged(made);
    QCOMPARE(judged.result("dhcp-renewal-refused"), std::string("-"));
    QCOMPARE(judged.result("dhcp-renewals-acknowledged"), std::string("-"));
    QCOMPARE(judged.result("dhcp-requests-unanswered"), std::string("-"));
    QCOMPARE(judged.result("address-given-up-before-reset"), std::string("-"));
}

void TestChecks::arrivalThatNobodySawRenew()
{
    for (const bool arrives : {false, true}) {
        CaseBuilder made;
        const SourceId capture = made.capture("a.pcap", 0, hour);
        comesBack(made, capture, 8, 2000, hour);
        for (int phone = 7; phone < 9; ++phone) {
            made.dhcp(capture, 500, phone, "request", renewing("0x1", phone));
            made.dhcp(capture, 500.1, phone, "ack", lease("0x1", phone));
        }
        if (arrives)
            made.registers(capture, 1000, 7, 50'000); // where does it come from?
        QCOMPARE(Judged(made).result("dhcp-renewal-refused"), std::string(arrives ? "-" : "no"));
    }
}

/// Two captures that somebody joined: the phone was refused in the time between, or not.
void TestChecks::renewalsAroundAPause()
{
    for (const bool paused : {false, true}) {
        CaseBuilder made;
        const SourceId capture = made.capture("a.pcap", 0, 5 * hour);
        made.dhcp(capture, 500, 7, "request", renewing("0x1", 7));
        made.dhcp(capture, 500.1, 7, "ack", lease("0x1", 7));
        made.keepalives(capture, 1, hour, 7, 40'007);
        saysItsName(made, capture, 600, 7);
        made.registers(capture, 4 * hour, 7, 41'007);
        made.keepalives(capture, 4 * hour + 30, 5 * hour - 5, 7, 41'007);
        if (!paused)
            steady(made, capture, 8, 5 * hour);
        const Judged judged(made);
        const Registration& first = judged.device(phoneOf(7)).registrations.front();
        QCOMPARE(first.ended, paused ? RegistrationEnd::Unknown : RegistrationEnd::KeepaliveLost);
        QCOMPARE(judged.result("dhcp-renewal-refused"), std::string(paused ? "-" : "no"));
        QCOMPARE(judged.result("dhcp-requests-unanswered"), std::string(paused ? "-" : "no"));
    }
}

/// One phone renews while all are well: why they suffer at other times nobody knows.
void TestChecks::renewalsWhileNobodySuffers()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 6 * hour);
    steady(made, capture, 7, 6 * hour);
    steady(made, capture, 8, 6 * hour);
    made.dhcp(capture, 400, 8, "discover", "xid=0x1");
    made.dhcp(capture, 400.1, 8, "offer", lease("0x1", 8));
    made.dhcp(capture, 500, 8, "request", renewing("0x2", 8));
    made.dhcp(capture, 500.1, 8, "ack", lease("0x2", 8));
    const Judged judged(made);
    for (const char* check : {"dhcp-renewal-refused", "dhcp-renewals-acknowledged",
                              "dhcp-requests-unanswered", "dhcp-other-server"}) {
        QVERIFY2(judged.result(check) == "-", check);
        QVERIFY(!judged.outcome(check).needs.empty());
    }
}

void TestChecks::silenceWhereBytesWereLost()
{
    for (const bool lost : {false, true}) {
        CaseBuilder made;
        const SourceId capture = made.capture("a.pcap", 0, hour);
        steady(made, capture, 7, hour);
        made.dhcp(capture, 500, 7, "request", renewing("0x1", 7));
        made.dhcp(capture, 500.1, 7, "ack", lease("0x1", 7));
        made.dhcp(capture, 2000, 7, "request", renewing("0x2", 7));
        if (lost)
            made.sourceRow(capture).problems.push_back(
                {Severity::DataLoss, "capture.record-garbage", {}, {}});
        QCOMPARE(Judged(made).result("dhcp-renewals-acknowledged"), std::string(lost ? "-" : "no"));
        QCOMPARE(Judged(made).result("dhcp-requests-unanswered"), std::string("-"));
    }
}

/// Who watches one phone's network sees no stranger in another's.
void TestChecks::offersOfAnotherNetwork()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, hour);
    made.dhcp(capture, 10, 99, "discover", "xid=0x1");
    made.dhcp(capture, 10.1, 99, "offer", lease("0x1", 99));
    comesBack(made, made.capture("cucm.pcap", 0, hour), 7, 1000, hour);
    QCOMPARE(Judged(made).result("dhcp-other-server"), std::string("-"));
}

/// Traces of some days, none of the days between: what happened then nobody knows.
void TestChecks::incidentsThatNobodyWatched()
{
    for (const bool gap : {false, true}) {
        CaseBuilder made;
        const SourceId first = made.trace("1.txt", 0, gap ? 9 * day : 10 * day);
        const SourceId second = made.trace("2.txt", 10 * day, 20 * day);
        made.dhcp(made.capture("a.pcap", 0, hour), 10, 7, "ack", lease("0x1", 7));
        int port = 41'000;
        for (const double at : {0.1, 0.9, 3.4, 4.1, 8.8, 11.3, 11.9, 17.2})
            made.registers(at < 9 ? first : second, at * day, 7, port++);
        QCOMPARE(Judged(made).result("resets-at-half-life"), std::string(gap ? "-" : "no"));
        QCOMPARE(Judged(made).result("period-of-resets"), std::string(gap ? "-" : "no"));
    }
}

void TestChecks::addressOfOneUnwatched()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, hour);
    comesBack(made, capture, 7, 1000, hour);
    made.dhcp(capture, 500, 7, "request", renewing("0x1", 7));
    QCOMPARE(Judged(made).result("address-given-up-before-reset"), std::string("no"));
    comesBack(made, capture, 8, 1500, hour); // and of this one no DHCP is seen
    QCOMPARE(Judged(made).result("address-given-up-before-reset"), std::string("-"));
}

/// The capture ended with the last keepalive; the trace that shows the return was lowered before.
void TestChecks::orderThatNobodyCouldSee()
{
    for (const double end : {1000.0, hour}) {
        CaseBuilder made;
        const SourceId capture = made.capture("a.pcap", 0, end);
        const SourceId trace = made.trace("ccm.txt", 0, hour);
        for (int phone = 1; phone < 4; ++phone) {
            saysItsName(made, capture, 5, phone);
            made.keepalives(capture, 1, 990, phone, 40'000 + phone);
            made.registers(trace, 1100, phone, 41'000 + phone);
        }
        QCOMPARE(Judged(made).result("reset-commanded"), std::string(end == hour ? "no" : "-"));
    }
}

/// At one phone's port nobody sees whether the others dropped too.
void TestChecks::droppedWhileOneWasWatched()
{
    CaseBuilder made;
    for (int phone = 1; phone < 4; ++phone) {
        const SourceId port = made.capture("port" + std::to_string(phone) + ".pcap", 0, hour);
        comesBack(made, port, phone, 1000 + phone * 100, hour);
        made.event(port, 1000 + phone * 100,
                   {"tcp.fin", "", CaseBuilder::node, made.phoneEnd(phone, 40'000 + phone), ""});
    }
    QCOMPARE(Judged(made).result("registrations-drop-together"), std::string("-"));
}

void TestChecks::answersLostInTheCapture()
{
    for (const char* of : {"10.2.20.7:50000", "10.2.20.8:50000"}) {
        CaseBuilder made;
        const SourceId capture = made.capture("a.pcap", 0, hour);
        made.train(capture, 1, 30, 20,
                   {"sccp.keepalive", "", made.phoneEnd(7, 50'000), CaseBuilder::node, "message-id=0x0000"});
        made.train(
            capture, 1.01, 30, 16,
            {"sccp.keepalive-ack", "", CaseBuilder::node, made.phoneEnd(7, 50'000), "message-id=0x0100"});
        made.registers(capture, 620, 7, 50'001);
        made.sourceRow(capture).problems.push_back({Severity::DataLoss,
                                                    "capture.stream-gap",
                                                    Place{PlaceUnit::Frame, 1'000'199},
                                                    {"120", CaseBuilder::node, of}});
        const bool own = std::string_view(of).starts_with("10.2.20.7:");
        QCOMPARE(Judged(made).result("keepalives-unanswered"), std::string(own ? "-" : "yes"));
    }
}

/// Answered as long as the capture lasted, and lost an hour later: that is no "no".
void TestChecks::answersUnwatchedAtTheEnd()
{
    CaseBuilder made;
    const SourceId trace = made.trace("ccm.txt", 0, 2 * hour);
    const SourceId capture = made.capture("a.pcap", 0, 700);
    saysItsName(made, capture, 5, 7);
    made.keepalives(capture, 1, 690, 7, 40'007);
    made.registers(trace, hour, 7, 50'001);
    QCOMPARE(Judged(made).context.losses.size(), std::size_t{1});
    QCOMPARE(Judged(made).result("keepalives-unanswered"), std::string("-"));
}

/// A trace says that the connection closed, not who sent what.
void TestChecks::endOfTheConnectionInATrace()
{
    for (const bool capture : {true, false}) {
        CaseBuilder made;
        const SourceId source = capture ? made.capture("a.pcap", 0, hour) : made.trace("ccm.txt", 0, hour);
        comesBack(made, source, 7, 1000, hour);
        made.event(source, 1000,
                   {"trace.disconnect", "", made.phoneEnd(7, 40'007), CaseBuilder::node, "how=tcp-closed"});
        QCOMPARE(Judged(made).result("connection-reset"), std::string(capture ? "no" : "-"));
    }
}

/// One of them may have lost its power for good.
void TestChecks::oneThatNeverCameBack()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, hour);
    for (int phone = 1; phone < 4; ++phone)
        comesBack(made, capture, phone, 1000 + 100 * phone, hour);
    QCOMPARE(Judged(made).result("phones-powered-up"), std::string("no"));
    made.keepalives(capture, 1, 900, 9, 40'009);
    made.event(
        capture, 500,
        {"sccp.ip-port", phoneOf(9), made.phoneEnd(9, 40'009), CaseBuilder::node, "message-id=0x0002"});
    QCOMPARE(Judged(made).result("phones-powered-up"), std::string("-"));
}

void TestChecks::allAtOnePhonesPort()
{
    CaseBuilder made;
    for (int phone = 1; phone < 4; ++phone)
        comesBack(made, made.capture("port" + std::to_string(phone) + ".pcap", 0, hour), phone, 1000, hour);
    QCOMPARE(Judged(made).result("all-phones-suffer"), std::string("-"));
    const SourceId trace = made.trace("ccm.txt", 0, hour);
    for (int phone = 1; phone < 4; ++phone)
        comesBack(made, trace, phone, 1000, hour);
    QCOMPARE(Judged(made).result("all-phones-suffer"), std::string("yes"));
}

/// The server's side shows three phones; a fourth exists that it does not show.
void TestChecks::allButOneThatOthersShow()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, hour);
    for (int phone = 1; phone < 4; ++phone)
        comesBack(made, capture, phone, 1000, hour);
    made.event(made.console("SEP001E7A244008.log", 0, hour), 900, {.kind = "dhcp.discover"});
    QCOMPARE(Judged(made).result("all-phones-suffer"), std::string("-"));
}

/// Bytes were lost of the only connection that seems well: in them it may have registered anew.
void TestChecks::wellWithBytesLost()
{
    for (const char* of : {"10.2.20.8:40008", "10.2.20.7:40007"}) {
        CaseBuilder made;
        const SourceId capture = made.capture("a.pcap", 0, hour);
        comesBack(made, capture, 7, 1000, hour);
        steady(made, capture, 8, hour);
        made.sourceRow(capture).problems.push_back({Severity::DataLoss,
                                                    "capture.stream-gap",
                                                    Place{PlaceUnit::Frame, 1'000'050},
                                                    {"120", of, CaseBuilder::node}});
        const bool own = std::string_view(of).starts_with("10.2.20.8:");
        QCOMPARE(Judged(made).result("all-phones-suffer"), std::string(own ? "-" : "no"));
    }
}

void TestChecks::ntpFollowed()
{
    CaseBuilder made;
    const SourceId status = made.trace("status.txt", 0, 10);
    made.event(
        status, 1,
        {.kind = "ntp.peer-status", .fields = "tally=candidate;remote=172.20.8.11;stratum=2;reach=377"});
    made.event(
        status, 1,
        {.kind = "ntp.peer-status", .fields = "tally=system-peer;remote=172.20.8.10;stratum=2;reach=377"});
    made.event(status, 1, {.kind = "ntp.system-status", .fields = "synchronised=yes"});
    const Judged judged(made);
    QCOMPARE(judged.result("ntp-synchronised"), std::string("yes"));
    QCOMPARE(judged.result("ntp-not-synchronised"), std::string("no"));
    QCOMPARE(judged.outcome("ntp-synchronised").parameters.at("server"), std::string("172.20.8.10"));
}

void TestChecks::ntpFollowsItself()
{
    CaseBuilder made;
    const SourceId status = made.trace("status.txt", 0, 10);
    made.event(
        status, 1,
        {.kind = "ntp.peer-status", .fields = "tally=system-peer;remote=127.127.1.0;stratum=10;reach=377"});
    made.event(status, 1, {.kind = "ntp.system-status", .fields = "synchronised=yes"});
    QCOMPARE(Judged(made).result("ntp-synchronised"), std::string("no"));
    QCOMPARE(Judged(made).result("ntp-not-synchronised"), std::string("yes"));
}

void TestChecks::ntpUnsynchronised()
{
    CaseBuilder made;
    made.event(made.trace("status.txt", 0, 10), 1,
               {.kind = "ntp.system-status", .fields = "synchronised=no"});
    QCOMPARE(Judged(made).result("ntp-not-synchronised"), std::string("yes"));
    // a later status counts
    made.event(made.trace("later.txt", 0, 100), 90,
               {.kind = "ntp.system-status", .fields = "synchronised=yes"});
    QCOMPARE(Judged(made).result("ntp-not-synchronised"), std::string("yes")); // it names no peer
}

/// Each step ends before it is done, and says so by what is missing.
void TestChecks::stops()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, day);
    for (int phone = 1; phone <= 5; ++phone)
        comesBack(made, capture, phone, 1000, day);
    const Judged judged(made);
    QCOMPARE(judged.outcomes.size(), allChecks().size());
    QCOMPARE(judged.devices.size(), std::size_t{5});
    std::stop_source stop;
    stop.request_stop();
    CheckContext context{judged.events, judged.identity, judged.clocks,  judged.devices,
                         judged.ntp,    judged.byDevice, judged.coverage};
    context.stop = stop.get_token();
    QVERIFY(runChecks(context).empty());
    QVERIFY(groupByDevice(judged.events, judged.identity, judged.clocks, stop.get_token()).empty());
    QVERIFY(deviceHistories(judged.events, judged.byDevice, judged.identity, judged.clocks, judged.coverage,
                            stop.get_token())
                .empty());
    QVERIFY(findJoins(judged.events, judged.clocks, stop.get_token()).empty());
    const DeviceEvents& events = judged.context.byDevice.at(phoneOf(1));
    QCOMPARE(RegistrationTracker(phoneOf(1), events, {}, judged.context.coverage).run().size(),
             std::size_t{2});
    QVERIFY(
        RegistrationTracker(phoneOf(1), events, {}, judged.context.coverage, stop.get_token()).run().size()
        < 2);
}

/// The most phones within five seconds, whenever that is, and each once.
void TestChecks::largestDropCounts()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, day);
    const auto drop = [&](int phone, double at) {
        comesBack(made, capture, phone, at, at + 3000);
        made.event(capture, at, {"tcp.rst", "", CaseBuilder::node, made.phoneEnd(phone, 40'000 + phone), ""});
    };
    for (const auto& [phone, at] : {std::pair(1, 1000.0), {2, 1004.0}, {3, 1006.0}, {4, 1008.5}, {5, 1009.5}})
        drop(phone, at);
    const Judged judged(made);
    QCOMPARE(judged.outcome("registrations-drop-together").parameters.at("phones"), std::string("3"));
}

QTEST_APPLESS_MAIN(TestChecks)
#include "tst_checks.moc"
