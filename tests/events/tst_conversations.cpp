// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/events/conversations.h"
#include "tests/support/casebuilder.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

const std::string client = "10.82.30.50:3128";
const std::string proxy = "10.82.8.20:3930";
const std::string server = "10.10.1.40:5060";
const std::string clientVia = "via=10.82.30.50:3128";
const std::string proxyVia = "via=10.82.8.20:5060";

std::string fieldsOf(const std::string& method, int status, int number, const std::string& more)
{
    const std::string line = status ? "status=" + std::to_string(status) + ";reason=x" : "method=" + method;
    return line + ";call-id=a1@host;cseq=" + std::to_string(number) + " " + method
        + ";from=sip:john@example.com;to=sip:6000@cups;" + more;
}

struct Sent {
    std::string method;
    int status = 0;
    std::string from;
    std::string to;
    std::string more = proxyVia;
    int number = 1;
};

void say(CaseBuilder& made, SourceId source, double at, const Sent& sent)
{
    std::string kind = "sip.response";
    if (sent.status == 0) {
        kind = "sip.";
        for (const char c : sent.method)
            kind += static_cast<char>(std::tolower(c));
    }
    made.event(source, at,
               {kind, "", sent.from, sent.to, fieldsOf(sent.method, sent.status, sent.number, sent.more)});
}

std::vector<Conversation> found(const CaseBuilder& made)
{
    const CaseEvents events = made.build();
    const ClockSet clocks = Judged::agreeing(events);
    const Identity identity(findJoins(events, clocks), clocks);
    return conversations(events, identity, clocks);
}

/// "INVITE 0..12 bye 200; 10.1.1.1:5→10.1.1.2:5 3 by 1,2 | …"
std::string describe(const std::vector<Conversation>& all)
{
    std::string text;
    for (const Conversation& one : all) {
        const auto seconds = [](CaseTime time) {
            return std::to_string(std::llround(static_cast<double>(time.nsUtc - caseStartNs) * 1e-9));
        };
        text += (text.empty() ? "" : "\n") + (one.method.empty() ? one.device : one.method) + " "
            + seconds(one.from) + ".." + seconds(one.to) + " " + std::string(toText(one.ended))
            + (one.status ? " " + std::to_string(*one.status) : "");
        for (const ConversationLeg& leg : one.legs) {
            text += " | " + toText(leg.caller) + ">" + toText(leg.callee) + " " + std::to_string(leg.messages)
                + " by";
            for (const SourceId source : leg.seenBy)
                text += " " + std::to_string(raw(source));
        }
    }
    return text;
}

} // namespace

class TestConversations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endings_data();
    void endings();
    void keepaliveOfTheStandbyEndsNothing();
    void proxyPartsItIntoLegs();
    void strangersAreNotMixed();
    void sourceWithoutAClockAddsItsLegAlone();
    void sccpConnection();
    void sccpPortUsedAgain();
    void sccpTraceByItsHandle();
    void sccpTraceThatFitsTwo();
    void whatNothingTouchedIsTakenOver();
};

void TestConversations::endings_data()
{
    QTest::addColumn<QByteArray>("messages");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* name, const char* messages, const char* expected) {
        QTest::addRow("%s", name) << QByteArray(messages) << QByteArray(expected);
    };
    row("a call", "INVITE 200:INVITE ACK BYE 200:BYE", "INVITE bye 200");
    row("a call goes on", "INVITE 100:INVITE 200:INVITE ACK", "INVITE evidence-ended 200");
    row("nobody answers", "INVITE 100:INVITE", "INVITE evidence-ended");
    row("refused", "INVITE 403:INVITE ACK", "INVITE refused 403");
    row("asked for a password", "REGISTER 401:REGISTER REGISTER 200:REGISTER", "REGISTER evidence-ended 200");
    row("given up", "INVITE CANCEL 200:CANCEL 487:INVITE", "INVITE cancelled 487");
    row("one question", "OPTIONS 200:OPTIONS", "OPTIONS answered 200");
    row("one question without answer", "OPTIONS", "OPTIONS evidence-ended");
    row("provisional only", "NOTIFY 100:NOTIFY", "NOTIFY evidence-ended");
    row("from the middle on", "200:INVITE ACK BYE", "INVITE bye 200");
}

void TestConversations::endings()
{
    QFETCH(const QByteArray, messages);
    QFETCH(const QByteArray, expected);
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 100);
    double at = 0;
    for (const QByteArray& word : messages.split(' ')) {
        const auto parts = word.split(':');
        const bool answer = parts.size() == 2;
        say(made, capture, ++at,
            {parts.back().toStdString(), answer ? parts.front().toInt() : 0, answer ? server : proxy,
             answer ? proxy : server, proxyVia, 1});
    }
    const auto all = found(made);
    QCOMPARE(all.size(), std::size_t{1});
    QCOMPARE(
        QByteArray::fromStdString(all.front().method + " " + std::string(toText(all.front().ended))
                                  + (all.front().status ? " " + std::to_string(*all.front().status) : "")),
        expected);
    QCOMPARE(all.front().endedAt.has_value(), !expected.contains("evidence-ended"));
    QCOMPARE(all.front().legs.size(), std::size_t{1});
    QCOMPARE(all.front().caller, std::string("sip:john@example.com"));
}

void TestConversations::keepaliveOfTheStandbyEndsNothing()
{
    for (const bool standby : {true, false}) {
        CaseBuilder made;
        const SourceId capture = made.capture("a.pcap", 0, 100);
        say(made, capture, 1,
            {"REGISTER", 0, proxy, server, standby ? "expires=0;standby=yes" : "expires=0"});
        say(made, capture, 2, {"REGISTER", 200, server, proxy, "expires=0"});
        QCOMPARE(found(made).front().ended, standby ? ConversationEnd::Open : ConversationEnd::Unregistered);
    }
}

/// The client's leg and the server's, as the log of the proxy shows both, a capture and the server's trace
/// one.
void TestConversations::proxyPartsItIntoLegs()
{
    CaseBuilder made;
    const SourceId log = made.trace("ocs.txt", 0, 100);
    const SourceId capture = made.capture("ocs.pcap", 0, 100);
    const SourceId trace = made.trace("esp.txt", 0, 100);
    say(made, log, 1.0, {"INVITE", 0, client, "", clientVia});
    say(made, log, 1.1, {"INVITE", 0, "", server, proxyVia});
    say(made, capture, 1.2, {"INVITE", 0, proxy, server, proxyVia});
    say(made, trace, 1.3, {"INVITE", 0, proxy, "", proxyVia});
    say(made, trace, 1.4, {"INVITE", 200, "", proxy, proxyVia});
    say(made, capture, 1.5, {"INVITE", 200, server, proxy, proxyVia});
    say(made, log, 1.6, {"INVITE", 200, server, "", proxyVia});
    say(made, log, 1.7, {"INVITE", 200, "", client, clientVia});
    QCOMPARE(describe(found(made)),
             "INVITE 1..2 evidence-ended 200 | " + client + "> 2 by 1 | " + proxy + ">" + server
                 + " 2 by 1 2 3");
}

void TestConversations::strangersAreNotMixed()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 100);
    say(made, capture, 1, {"INVITE", 0, proxy, server});
    made.event(capture, 2, {"sip.options", "", proxy, server, "method=OPTIONS;call-id=b2;cseq=1 OPTIONS"});
    made.event(capture, 3, {"sip.options", "", proxy, server, "method=OPTIONS;cseq=1 OPTIONS"}); // of none
    QCOMPARE(found(made).size(), std::size_t{2});
}

void TestConversations::sourceWithoutAClockAddsItsLegAlone()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 100);
    const SourceId log = made.trace("ocs.txt", 0, 100);
    made.setAhead(log, 5000);
    say(made, capture, 1, {"INVITE", 0, proxy, server});
    say(made, log, 1, {"INVITE", 0, client, "", clientVia});
    const CaseEvents events = made.build();
    ClockSet clocks = Judged::agreeing(events);
    SourceClock strange;
    strange.source = log; // zone assumed, nothing to compare it with
    clocks.add(strange);
    const auto all = conversations(events, Identity(findJoins(events, clocks), clocks), clocks);
    QCOMPARE(describe(all),
             "INVITE 1..1 evidence-ended | " + proxy + ">" + server + " 1 by 1 | " + client + "> 1 by 2");
}

void TestConversations::whatNothingTouchedIsTakenOver()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 100);
    say(made, capture, 1, {"INVITE", 0, client, server});
    std::vector<Conversation> before = found(made);
    QCOMPARE(before.size(), std::size_t{1});
    before.front().method = "KEPT";
    const auto again = [&] {
        const CaseEvents events = made.build();
        const ClockSet clocks = Judged::agreeing(events);
        return conversations(events, Identity(findJoins(events, clocks), clocks), clocks, {}, before);
    };
    made.event(capture, 2, {"ntp.client", "", client, server, ""});
    QCOMPARE(again().front().method, std::string("KEPT"));
    say(made, capture, 3, {"INVITE", 200, server, client});
    QCOMPARE(again().front().method, std::string("INVITE"));
}

void TestConversations::sccpConnection()
{
    CaseBuilder made;
    const SourceId branch = made.capture("branch.pcap", 0, 500);
    const SourceId centre = made.capture("centre.pcap", 0, 500);
    for (const SourceId source : {branch, centre}) {
        made.event(source, 9.9, {"tcp.syn", "", made.phoneEnd(7, 50001), CaseBuilder::node, "seq=1"});
        made.registers(source, 10, 7, 50001);
        made.keepalives(source, 40, 100, 7, 50001);
        made.event(source, 110, {"tcp.rst", "", CaseBuilder::node, made.phoneEnd(7, 50001), "seq=9"});
    }
    QCOMPARE(describe(found(made)),
             phoneOf(7) + " 10..110 tcp-reset | 10.2.20.7:50001>10.2.1.11:2000 9 by 1 2");
}

void TestConversations::sccpPortUsedAgain()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 500);
    made.registers(capture, 10, 7, 50001);
    made.event(capture, 20, {"tcp.fin", "", made.phoneEnd(7, 50001), CaseBuilder::node, "seq=9"});
    made.event(capture, 20.1, {"tcp.fin", "", CaseBuilder::node, made.phoneEnd(7, 50001), "seq=9"});
    made.event(capture, 99, {"tcp.syn", "", made.phoneEnd(7, 50001), CaseBuilder::node, "seq=1"});
    made.registers(capture, 100, 7, 50001);
    QCOMPARE(describe(found(made)),
             phoneOf(7) + " 10..20 tcp-closed | 10.2.20.7:50001>10.2.1.11:2000 3 by 1\n" + phoneOf(7)
                 + " 99..100 evidence-ended | 10.2.20.7:50001>10.2.1.11:2000 3 by 1");
}

/// The trace knows the number of the connection and not its port.
void TestConversations::sccpTraceByItsHandle()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 500);
    const SourceId trace = made.trace("ccm.txt", 0, 500);
    made.registers(capture, 10, 7, 50001);
    made.event(trace, 10,
               {"sccp.alarm", phoneOf(7), "10.2.20.7", "10.2.1.11", "message-id=0x0020;handle=188"});
    made.event(trace, 11,
               {"trace.disconnect", phoneOf(7), "10.2.20.7", "10.2.1.11", "handle=188;how=tcp-closed"});
    QCOMPARE(describe(found(made)),
             phoneOf(7) + " 10..11 tcp-closed | 10.2.20.7:50001>10.2.1.11:2000 3 by 1 2");
}

void TestConversations::sccpTraceThatFitsTwo()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 500);
    const SourceId trace = made.trace("ccm.txt", 0, 500);
    made.registers(capture, 10, 7, 50001);
    made.registers(capture, 12, 7, 50002);
    made.event(trace, 11,
               {"sccp.keepalive", phoneOf(7), "10.2.20.7", "10.2.1.11", "message-id=0x0000;handle=188"});
    QCOMPARE(found(made).size(), std::size_t{3});
}

QTEST_GUILESS_MAIN(TestConversations)
#include "tst_conversations.moc"
