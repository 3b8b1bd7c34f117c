// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/support/casebuilder.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

/// Whose the events of that kind are, in their order; "-": nobody's.
std::string owners(const CaseBuilder& builder, const std::string& kind)
{
    const Judged judged(builder);
    std::string text;
    for (const EventRow& event : judged.events.singles) {
        if (event.kind != kind)
            continue;
        const std::string device = judged.identity.deviceOf(event);
        text += (text.empty() ? "" : " ") + (device.empty() ? "-" : device.substr(device.size() - 1));
    }
    return text;
}

/// The facts of phone `number`: "text reason".
std::string factsOf(const CaseBuilder& builder, int number, JoinKind kind)
{
    const Judged judged(builder);
    std::string text;
    for (const Join& join : judged.identity.joins()) {
        if (join.kind == kind && join.device == phoneOf(number))
            text += (text.empty() ? "" : "; ") + join.text + " " + join.reason;
    }
    return text;
}

} // namespace

/// Calls, orders and traces: whose they are though they do not say it, and what is known of a device besides.
class TestSipIdentity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersByCallId();
    void callIdOfTwoDevices();
    void orderByRegisterCallId();
    void dialogByContact();
    void connectionOfASipPhone();
    void connectionOfAProxy();
    void lineWithAHandleAlone();
    void handleGivenOutAnew();
    void handleOfAnotherFile();
    void factsTellNobodyWhoseAnEventIs();
    void switchAndPort();
    void switchAndPortOfOneWire();
    void everyJoinHasItsReason();
};

void TestSipIdentity::answersByCallId()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 1000);
    const SourceId trace = made.trace("ccm.txt", 0, 1000);
    made.sipRegister(capture, 10, 7, 50'000, "abc@x", 101);
    for (const SourceId source : {capture, trace})
        made.event(source, 10.1, {"sip.response", "", "", "", "status=200;call-id=abc@x;cseq=101 REGISTER"});
    made.event(trace, 11, {"sip.response", "", "", "", "status=200;call-id=other@x;cseq=101 REGISTER"});
    QCOMPARE(owners(made, "sip.response"), std::string("7 7 -"));
}

void TestSipIdentity::callIdOfTwoDevices()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 1000);
    made.sipRegister(capture, 10, 7, 50'000, "same", 101);
    made.sipRegister(capture, 20, 8, 50'000, "same", 101);
    made.event(capture, 30, {"sip.response", "", "", "", "status=200;call-id=same;cseq=101 REGISTER"});
    QCOMPARE(owners(made, "sip.response"), std::string("-"));
}

void TestSipIdentity::orderByRegisterCallId()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 1000);
    made.sipRegister(capture, 10, 7, 50'000, "abc@x", 101);
    made.event(capture, 20,
               {"sip.notify", "", "10.2.1.11:5060", "10.9.9.9:5060",
                "method=NOTIFY;call-id=its-own;action=reset;register-call-id=abc@x"});
    made.event(capture, 21,
               {"sip.notify", "", "10.2.1.11:5060", "10.9.9.9:5060",
                "method=NOTIFY;call-id=its-own;action=reset;register-call-id=xyz"});
    QCOMPARE(owners(made, "sip.notify"), std::string("7 -"));
}

/// The phone's connection is translated on its way; its Contact is not.
void TestSipIdentity::dialogByContact()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 1000);
    made.event(capture, 10,
               {"sip.register", phoneOf(7), "192.0.2.1:7000", CaseBuilder::sipNode,
                "method=REGISTER;call-id=a;cseq=101 REGISTER;contact=10.2.20.7:50000"});
    made.event(capture, 20,
               {"sip.invite", "", "192.0.2.1:7001", CaseBuilder::sipNode,
                "method=INVITE;call-id=b;contact=10.2.20.7:50000"});
    made.event(capture, 21,
               {"sip.invite", "", "192.0.2.1:7001", CaseBuilder::sipNode,
                "method=INVITE;call-id=c;contact=10.2.20.8:50000"});
    QCOMPARE(owners(made, "sip.invite"), std::string("7 -"));
}

void TestSipIdentity::connectionOfASipPhone()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 1000);
    made.sipRegister(capture, 10, 7, 50'000, "a", 101);
    made.sipRegister(capture, 11, 8, 50'000, "b", 101);
    made.event(capture, 20, {"tcp.fin", "", CaseBuilder::sipNode, made.phoneEnd(7, 50'000), "seq=1"});
    made.event(capture, 21, {"tcp.fin", "", made.phoneEnd(8, 50'000), CaseBuilder::sipNode, "seq=1"});
    QCOMPARE(owners(made, "tcp.fin"), std::string("7 8"));
}

void TestSipIdentity::connectionOfAProxy()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 1000);
    for (int i = 0; i < 4; ++i)
        made.event(capture, 10 + i,
                   {"sip.register", phoneOf(7 + i % 2), "192.0.2.1:7000", CaseBuilder::sipNode,
                    "method=REGISTER;call-id=" + std::to_string(i % 2)
                        + ";cseq=101 REGISTER;contact=" + made.phoneEnd(7 + i % 2, 50'000)});
    made.event(capture, 20, {"tcp.rst", "", "192.0.2.1:7000", CaseBuilder::sipNode, "seq=1"});
    QCOMPARE(owners(made, "tcp.rst"), std::string("-"));
}

void TestSipIdentity::lineWithAHandleAlone()
{
    CaseBuilder made;
    const SourceId trace = made.trace("ccm.txt", 0, 1000);
    made.event(trace, 10,
               {"sccp.register", phoneOf(7), "10.2.20.7", "10.2.1.11", "message-id=0x0001;handle=188"});
    made.event(trace, 20, {"sccp.keepalive-ack", "", "10.2.1.11", "", "message-id=0x0100;handle=188"});
    made.event(trace, 21, {"sccp.keepalive-ack", "", "10.2.1.11", "", "message-id=0x0100;handle=189"});
    QCOMPARE(owners(made, "sccp.keepalive-ack"), std::string("7 -"));
}

/// From the new connection on the handle is another's, before that one has said its name.
void TestSipIdentity::handleGivenOutAnew()
{
    CaseBuilder made;
    const SourceId trace = made.trace("ccm.txt", 0, 1000);
    const auto line = [&](double at, const std::string& kind, const std::string& device) {
        made.event(trace, at, {kind, device, "", "", "handle=188"});
    };
    line(10, "sccp.register", phoneOf(7));
    line(20, "sccp.keepalive-ack", "");
    line(100, "trace.connection", "");
    line(101, "sccp.capabilities-res", "");
    line(102, "sccp.register", phoneOf(8));
    line(130, "sccp.keepalive-ack", "");
    QCOMPARE(owners(made, "sccp.keepalive-ack"), std::string("7 8"));
    QCOMPARE(owners(made, "sccp.capabilities-res"), std::string("8"));
}

void TestSipIdentity::handleOfAnotherFile()
{
    CaseBuilder made;
    const SourceId trace = made.trace("ccm1.txt", 0, 1000);
    const SourceId other = made.trace("ccm2.txt", 0, 1000);
    made.event(trace, 10, {"sccp.register", phoneOf(7), "", "", "handle=188"});
    made.event(other, 20, {"sccp.keepalive-ack", "", "", "", "handle=188"});
    QCOMPARE(owners(made, "sccp.keepalive-ack"), std::string("-"));
}

/// Two phones share a line.
void TestSipIdentity::factsTellNobodyWhoseAnEventIs()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 1000);
    for (const int phone : {7, 8})
        made.event(capture, phone,
                   {"sip.register", phoneOf(phone), made.phoneEnd(phone, 50'000), CaseBuilder::sipNode,
                    "method=REGISTER;call-id=" + std::to_string(phone)
                        + ";cseq=101 REGISTER;from=sip:6012@10.2.1.11"});
    made.event(capture, 20,
               {"sip.invite", "", "10.2.1.11:5060", "10.9.9.9:5060", "call-id=c;to=sip:6012@10.2.1.11"});
    QCOMPARE(owners(made, "sip.invite"), std::string("-"));
    QCOMPARE(factsOf(made, 7, JoinKind::Number), std::string("6012 registers"));
    QCOMPARE(factsOf(made, 8, JoinKind::Number), std::string("6012 registers"));
    made.event(
        capture, 30,
        {"trace.phone-control-user", phoneOf(7), "", "", "user=mary;line=6012;device-name=" + phoneOf(7)});
    QCOMPARE(factsOf(made, 7, JoinKind::User), std::string("mary phone-control"));
}

void TestSipIdentity::switchAndPort()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 1000);
    made.registers(capture, 10, 7, 50'000);
    made.dhcp(capture, 20, 7, "request", "relay-circuit-id=Gi1/0/5;relay-remote-id=sw-1");
    made.event(capture, 30,
               {"sccp.enhanced-alarm", phoneOf(7), "", "", "neighbor-device=sw-2;neighbor-port=Gi1/0/6"});
    made.event(capture, 40, {"site.phone", "", "", "", "name=" + phoneOf(7) + ";switch=sw-3;dn=6012"});
    made.event(capture, 41, {"site.phone", "", "", "", "name=" + phoneOf(9) + ";switch=sw-3;dn=6013"});
    QCOMPARE(factsOf(made, 7, JoinKind::SwitchPort),
             std::string("sw-1 Gi1/0/5 relay-agent; sw-2 Gi1/0/6 phone-alarm; sw-3 described"));
    QCOMPARE(factsOf(made, 7, JoinKind::Number), std::string("6012 described"));
    QVERIFY(factsOf(made, 9, JoinKind::Number).empty()); // described, and nowhere seen
}

/// Where several phones announce themselves, nobody knows which is at the port.
void TestSipIdentity::switchAndPortOfOneWire()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 1000);
    made.event(capture, 10,
               {"cdp.announcement", phoneOf(7), "", "", "device-id=" + phoneOf(7) + ";port-id=Port 1"});
    made.event(capture, 12, {"cdp.announcement", "", "", "", "device-id=sw-1;port-id=Gi1/0/5"});
    made.event(capture, 72, {"cdp.announcement", "", "", "", "device-id=sw-1;port-id=Gi1/0/5"});
    QCOMPARE(factsOf(made, 7, JoinKind::SwitchPort), std::string("sw-1 Gi1/0/5 announced"));
    made.event(capture, 80,
               {"cdp.announcement", phoneOf(8), "", "", "device-id=" + phoneOf(8) + ";port-id=Port 1"});
    QVERIFY(factsOf(made, 7, JoinKind::SwitchPort).empty());
}

void TestSipIdentity::everyJoinHasItsReason()
{
    CaseBuilder made;
    const SourceId capture = made.capture("a.pcap", 0, 1000);
    made.sipRegisters(capture, 10, 7, 50'000, "a");
    const Judged judged(made);
    std::set<JoinKind> kinds;
    for (const Join& join : judged.identity.joins()) {
        QVERIFY(!join.reason.empty() && join.proof);
        kinds.insert(join.kind);
    }
    QVERIFY(kinds.contains(JoinKind::CallId) && kinds.contains(JoinKind::Contact)
            && kinds.contains(JoinKind::Connection) && kinds.contains(JoinKind::Number));
}

QTEST_APPLESS_MAIN(TestSipIdentity)
#include "tst_sipidentity.moc"
