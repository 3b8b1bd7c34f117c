// SPDX-License-Identifier: GPL-3.0-or-later
// What ends the connection between a phone and CallManager, and who is to blame for it.
#include <QTest>

#include "tests/support/casebuilder.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

std::string result(const CaseBuilder& made, const std::string& check)
{
    return Judged(made).result(check);
}

/// The phone's TCP says the same again, so many times, with pauses that double.
void repeats(CaseBuilder& made, SourceId source, double at, int number, int port, int times)
{
    for (int i = 0; i < times; ++i)
        made.event(
            source, at + 1.5 * (1 << i),
            {"tcp.retransmission", "", made.phoneEnd(number, port), CaseBuilder::node, "seq=1000;bytes=12"});
}

/// Registered, then unheard from 400 s on, and back at 540 s over another port.
void phoneUnheard(CaseBuilder& made, SourceId source, int number, int copies)
{
    made.registers(source, 10, number, 50'000);
    made.keepalives(source, 40, 400, number, 50'000);
    made.event(source, 430,
               {"sccp.keepalive", "", made.phoneEnd(number, 50'000), CaseBuilder::node, "message-id=0x0000"});
    repeats(made, source, 430, number, 50'000, copies);
    made.registers(source, 540, number, 50'001, "code=17;last=KeepaliveTO");
    made.keepalives(source, 570, 990, number, 50'001);
}

/// Its keepalives arrive until 520 s and have no answer since 400 s; it closes and comes back.
void phoneUnanswered(CaseBuilder& made, SourceId source, int number, double answeredTo = 400)
{
    made.registers(source, 10, number, 50'000);
    made.keepalives(source, 40, answeredTo, number, 50'000);
    made.keepalives(source, answeredTo + 30, 520, number, 50'000, false);
    made.event(source, 530, {"tcp.fin", "", made.phoneEnd(number, 50'000), CaseBuilder::node, "seq=1"});
    made.registers(source, 560, number, 50'001, "code=17;last=KeepaliveTO");
    made.keepalives(source, 590, 990, number, 50'001);
}

/// Reset in the name of the node at 500 s, and back.
void phoneReset(CaseBuilder& made, SourceId source, int number, bool isSeen)
{
    made.registers(source, 10, number, 50'000);
    made.keepalives(source, 40, 490, number, 50'000);
    if (isSeen)
        made.event(source, 500, {"tcp.rst", "", CaseBuilder::node, made.phoneEnd(number, 50'000), "seq=7"});
    made.event(source, 510, {"tcp.syn", "", made.phoneEnd(number, 50'001), CaseBuilder::node, "seq=8"});
    made.registers(source, 511, number, 50'001, "code=12;last=CM-reset-TCP");
    made.keepalives(source, 541, 990, number, 50'001);
}

/// Registered before anybody watched; silent since 400 s; starts at 500 s, is given an address and registers.
void phoneStarts(CaseBuilder& made, SourceId source, int number, const std::string& before = {})
{
    made.keepalives(source, 10, 400, number, 50'000);
    if (!before.empty())
        made.dhcp(source, 490, number, before);
    const std::string lease =
        "your-ip=10.2.20." + std::to_string(number) + ";lease-s=7200;server-id=10.2.1.5";
    made.dhcp(source, 500, number, "discover");
    made.dhcp(source, 500.1, number, "offer", lease);
    made.dhcp(source, 500.2, number, "request", "state=selecting");
    made.dhcp(source, 500.3, number, "ack", lease);
    made.registers(source, 520, number, 50'001, "code=25;last=Initialized");
    made.keepalives(source, 550, 990, number, 50'001);
}

} // namespace

class TestConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void messagesLostOnTheWay();
    void whichWayTheyWereLost();
    void fewRepeatsAreNoLoss();
    void silentNode();
    void nodeThatAnswersOthersIsNotSilent();
    void whatIsRepeatedDidNotArrive();
    void serviceThatStartedAnew();
    void startWithoutLossesExplainsNothing();
    void resetThatTheOtherSideDoesNotShow();
    void resetThatBothSidesShow();
    void resetThatOnlyThePhoneSaw();
    void phonesInAnotherNetwork();
    void powerThatWasLost();
    void onePhoneStartedOnce();
    void startAfterARefusal();
    void oneOrderIsNoCause();
    void whatSufferersShare();
    void whatAllShareTellsNothing();
    void whatIsKnownOfSufferersAloneTellsNothing();
};

void TestConnection::messagesLostOnTheWay()
{
    CaseBuilder made;
    phoneUnheard(made, made.capture("a.pcap", 0, 1000), 7, 4);
    const Judged judged(made);
    QCOMPARE(judged.result("keepalives-lost-on-path"), std::string("yes"));
    QCOMPARE(judged.outcome("keepalives-lost-on-path").devices, std::vector<std::string>{phoneOf(7)});
    QVERIFY(!judged.outcome("keepalives-lost-on-path").evidence.empty());
    CaseBuilder trace; // shows no TCP
    phoneUnanswered(trace, trace.trace("ccm.txt", 0, 1000), 7);
    QCOMPARE(result(trace, "keepalives-lost-on-path"), std::string("-"));
}

void TestConnection::whichWayTheyWereLost()
{
    const auto way = [](bool arrived) {
        CaseBuilder made;
        phoneUnheard(made, made.capture("a.pcap", 0, 1000), 7, 4);
        const SourceId trace = made.trace("ccm.txt", 0, 1000);
        made.registers(trace, 10, 7, 50'000);
        made.keepalives(trace, 40, arrived ? 490 : 400, 7, 50'000);
        made.registers(trace, 540, 7, 50'001, "code=17;last=KeepaliveTO");
        made.keepalives(trace, 570, 990, 7, 50'001);
        return Judged(made).outcome("keepalives-lost-on-path").parameters.at("way");
    };
    QCOMPARE(way(false), std::string("from the phones to CallManager"));
    QCOMPARE(way(true), std::string("from CallManager to the phones"));
}

void TestConnection::fewRepeatsAreNoLoss()
{
    CaseBuilder made;
    phoneUnheard(made, made.capture("a.pcap", 0, 1000), 7, 2);
    QVERIFY(result(made, "keepalives-lost-on-path") != "yes");
}

void TestConnection::silentNode()
{
    for (const bool isTrace : {false, true}) {
        CaseBuilder made;
        const SourceId source = isTrace ? made.trace("ccm.txt", 0, 1000) : made.capture("a.pcap", 0, 1000);
        phoneUnanswered(made, source, 7);
        phoneUnanswered(made, source, 8);
        const Judged judged(made);
        QCOMPARE(judged.result("node-silent"), std::string("yes"));
        QCOMPARE(judged.outcome("node-silent").devices.size(), 2U);
        QCOMPARE(judged.outcome("node-silent").parameters.at("node"), std::string("10.2.1.11"));
    }
}

void TestConnection::nodeThatAnswersOthersIsNotSilent()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 1000);
    phoneUnanswered(made, capture, 7);
    phoneUnanswered(made, capture, 8);
    made.registers(capture, 15, 9, 50'000);
    made.keepalives(capture, 45, 990, 9, 50'000);
    QCOMPARE(result(made, "node-silent"), std::string("-"));
    CaseBuilder one;
    phoneUnanswered(one, one.capture("a.pcap", 0, 1000), 7);
    QCOMPARE(result(one, "node-silent"), std::string("-")); // it may be that phone's way
}

void TestConnection::whatIsRepeatedDidNotArrive()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 1000);
    for (const int phone : {7, 8}) {
        phoneUnanswered(made, capture, phone);
        repeats(made, capture, 430, phone, 50'000, 5);
    }
    QCOMPARE(result(made, "node-silent"), std::string("-"));
    QCOMPARE(result(made, "keepalives-lost-on-path"), std::string("yes"));
}

namespace
{
/// Three phones whose connections CallManager closes at 500 s.
CaseBuilder closedByTheNode(bool starts)
{
    CaseBuilder made;
    const SourceId trace = made.trace("ccm.txt", 0, 3000);
    for (const int phone : {7, 8, 9}) {
        made.registers(trace, 10, phone, 50'000);
        made.keepalives(trace, 40, 490, phone, 50'000);
        made.event(trace, 500,
                   {"trace.disconnect", phoneOf(phone), made.phoneEnd(phone, 50'000), CaseBuilder::node,
                    "how=tcp-closed"});
        made.registers(trace, 620, phone, 50'001, "code=14;last=CM-closed-TCP");
        made.keepalives(trace, 650, 2990, phone, 50'001);
    }
    if (starts)
        made.event(trace, 600, {"trace.service-start", "", "", "", "step=initializing"});
    return made;
}
} // namespace

void TestConnection::serviceThatStartedAnew()
{
    const Judged judged(closedByTheNode(true));
    QCOMPARE(judged.result("service-restarted"), std::string("yes"));
    QCOMPARE(judged.outcome("service-restarted").parameters.at("phones"), std::string("3"));
    QCOMPARE(result(closedByTheNode(false), "service-restarted"), std::string("no"));
    CaseBuilder capture; // a capture knows nothing of services
    phoneReset(capture, capture.capture("a.pcap", 0, 1000), 7, true);
    QCOMPARE(result(capture, "service-restarted"), std::string("-"));
}

void TestConnection::startWithoutLossesExplainsNothing()
{
    CaseBuilder made;
    const SourceId trace = made.trace("ccm.txt", 0, 3000);
    made.event(trace, 5, {"trace.service-start", "", "", "", "step=initializing"});
    made.registers(trace, 10, 7, 50'000);
    made.keepalives(trace, 40, 2990, 7, 50'000);
    QVERIFY(result(made, "service-restarted") != "yes");
}

void TestConnection::resetThatTheOtherSideDoesNotShow()
{
    CaseBuilder made;
    const SourceId branch = made.capture("branch.pcap", 0, 1000);
    const SourceId centre = made.capture("centre.pcap", 0, 1000);
    for (const int phone : {7, 8}) {
        phoneReset(made, branch, phone, true);
        phoneReset(made, centre, phone, false);
    }
    const Judged judged(made);
    QCOMPARE(judged.result("reset-by-stranger"), std::string("yes"));
    QCOMPARE(judged.outcome("reset-by-stranger").devices.size(), 2U);
}

void TestConnection::resetThatBothSidesShow()
{
    CaseBuilder made;
    const SourceId branch = made.capture("branch.pcap", 0, 1000);
    const SourceId centre = made.capture("centre.pcap", 0, 1000);
    CaseBuilder one;
    const SourceId only = one.capture("branch.pcap", 0, 1000);
    for (const int phone : {7, 8}) {
        phoneReset(made, branch, phone, true);
        phoneReset(made, centre, phone, true);
        phoneReset(one, only, phone, true);
    }
    QCOMPARE(result(made, "reset-by-stranger"), std::string("-"));
    QCOMPARE(result(one, "reset-by-stranger"), std::string("-"));
}

void TestConnection::resetThatOnlyThePhoneSaw()
{
    CaseBuilder made;
    const SourceId centre = made.capture("centre.pcap", 0, 1000);
    for (const int phone : {7, 8})
        phoneReset(made, centre, phone, false);
    QCOMPARE(result(made, "reset-by-stranger"), std::string("yes"));
}

void TestConnection::phonesInAnotherNetwork()
{
    const auto comesBack = [](int network) {
        CaseBuilder made;
        const SourceId capture = made.capture("a.pcap", 0, 1000);
        made.registers(capture, 10, 7, 50'000);
        made.keepalives(capture, 40, 400, 7, 50'000);
        const std::string net = "10.2." + std::to_string(network) + ".";
        made.dhcp(capture, 500, 7, "discover");
        made.dhcp(capture, 500.2, 7, "request", "state=selecting");
        made.dhcp(capture, 500.3, 7, "ack",
                  "your-ip=" + net + "7;lease-s=7200;server-id=10.2.1.5;relay-ip=" + net + "1");
        const std::string phone = net + "7:50001";
        made.event(capture, 520,
                   {"sccp.alarm", phoneOf(7), phone, CaseBuilder::node, "message-id=0x0020;code=25"});
        made.event(capture, 520.1,
                   {"sccp.register", phoneOf(7), phone, CaseBuilder::node, "message-id=0x0001"});
        made.event(capture, 520.2, {"sccp.register-ack", "", CaseBuilder::node, phone, "message-id=0x0081"});
        return Judged(made).result("network-changed");
    };
    QCOMPARE(comesBack(60), std::string("yes"));
    QCOMPARE(comesBack(20), std::string("no"));
    CaseBuilder gone; // where it is now, nobody knows
    const SourceId capture = gone.capture("a.pcap", 0, 1000);
    gone.registers(capture, 10, 7, 50'000);
    gone.keepalives(capture, 40, 400, 7, 50'000);
    QCOMPARE(result(gone, "network-changed"), std::string("-"));
}

void TestConnection::powerThatWasLost()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 1000);
    phoneStarts(made, capture, 7);
    phoneStarts(made, capture, 8);
    QCOMPARE(result(made, "power-lost"), std::string("yes"));
    CaseBuilder trace; // that it started is known, and not why
    const SourceId log = trace.trace("ccm.txt", 0, 1000);
    for (const int phone : {7, 8}) {
        trace.registers(log, 10, phone, 50'000);
        trace.keepalives(log, 40, 400, phone, 50'000);
        trace.registers(log, 520, phone, 50'001, "code=25;last=Initialized");
    }
    QCOMPARE(result(trace, "power-lost"), std::string("-"));
}

void TestConnection::onePhoneStartedOnce()
{
    CaseBuilder made;
    phoneStarts(made, made.capture("a.pcap", 0, 1000), 7);
    QCOMPARE(result(made, "power-lost"), std::string("-"));
}

void TestConnection::startAfterARefusal()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 1000);
    phoneStarts(made, capture, 7, "nak");
    phoneStarts(made, capture, 8, "nak");
    QCOMPARE(result(made, "power-lost"), std::string("-"));
}

void TestConnection::oneOrderIsNoCause()
{
    const auto orders = [](int times) {
        CaseBuilder made;
        const SourceId trace = made.trace("ccm.txt", 0, 3000);
        made.registers(trace, 15, 8, 50'000);
        made.keepalives(trace, 45, 2990, 8, 50'000);
        made.registers(trace, 10, 7, 50'000);
        for (int i = 0; i < times; ++i) {
            const double at = 500.0 + 500 * i;
            const int port = 50'000 + i;
            made.keepalives(trace, at - 460, at - 10, 7, port);
            made.event(trace, at,
                       {"sccp.reset", phoneOf(7), CaseBuilder::node, made.phoneEnd(7, port), "reset-type=1"});
            made.registers(trace, at + 30, 7, port + 1, "code=22;last=Reset-Reset");
        }
        return Judged(made).result("reset-commanded");
    };
    QVERIFY(orders(1) != "yes");
    QCOMPARE(orders(2), std::string("yes"));
}

namespace
{
/// Ten phones in a trace, of which the first `count` lose their connection; `describes(phone)`: which switch
/// the site says it is on, empty: nothing is said of it.
template <typename Describes>
CaseBuilder tenPhones(int count, const Describes& describes)
{
    CaseBuilder made;
    const SourceId trace = made.trace("ccm.txt", 0, 3000);
    const SourceId site = made.site("site.json");
    for (int phone = 1; phone <= 10; ++phone) {
        const std::uint32_t keepalives = phone <= count ? 16 : 99; // it was registered before
        made.train(trace, 10 + phone, 30, keepalives,
                   {"sccp.keepalive", phoneOf(phone), made.phoneEnd(phone, 50'000), CaseBuilder::node,
                    "message-id=0x0000"});
        if (phone <= count) {
            made.registers(trace, 700 + phone, phone, 50'001, "code=17;last=KeepaliveTO");
            made.keepalives(trace, 730 + phone, 2990, phone, 50'001);
        }
        if (const std::string at = describes(phone); !at.empty())
            made.event(site, 0, {"site.phone", "", "", "", "name=" + phoneOf(phone) + ";switch=" + at});
    }
    return made;
}
} // namespace

void TestConnection::whatSufferersShare()
{
    const Judged judged(tenPhones(4, [](int phone) { return phone <= 4 ? "sw-1" : "sw-2"; }));
    const CheckOutcome& outcome = judged.outcome("sufferers-share");
    QCOMPARE(outcome.result, CheckResult::Yes);
    QCOMPARE(outcome.parameters.at("what"), std::string("switch"));
    QCOMPARE(outcome.parameters.at("value"), std::string("sw-1"));
    QCOMPARE(outcome.parameters.at("with") + "/" + outcome.parameters.at("of"), std::string("4/4"));
    QCOMPARE(outcome.parameters.at("others-with") + "/" + outcome.parameters.at("others"),
             std::string("0/6"));
}

void TestConnection::whatAllShareTellsNothing()
{
    QCOMPARE(result(tenPhones(4, [](int) { return "sw-1"; }), "sufferers-share"), std::string("-"));
    const auto mixed = [](int phone) { return phone % 2 ? "sw-1" : "sw-2"; };
    QCOMPARE(result(tenPhones(4, mixed), "sufferers-share"), std::string("-"));
}

void TestConnection::whatIsKnownOfSufferersAloneTellsNothing()
{
    const auto some = [](int phone) { return phone <= 4 ? "sw-1" : phone == 5 ? "sw-2" : ""; };
    QCOMPARE(result(tenPhones(4, some), "sufferers-share"), std::string("-"));
}

QTEST_APPLESS_MAIN(TestConnection)
#include "tst_connection.moc"
