// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "models/formats/formats.h"
#include "models/formats/proxytexts.h"
#include "tests/formats/reading.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

/// As CUPS 6 and 7 write it.
const std::string invite =
    "06/12/2009 11:50:33.524 ESP|sip_tcp.c: Received 1051 bytes TCP packet from 10.83.8.20:1056\n"
    "INVITE sip:6000@cup-a SIP/2.0\n"
    "From: <sip:john.novak@corp.example.com>;tag=8f394f6bb8\n"
    "To: <sip:6000@cup-a>\n"
    "Call-ID: 1cc83882\n"
    "CSeq: 1 INVITE\n"
    "Content-Type: application/csta+xml\n"
    "Content-Length: 352\n"
    "\n"
    "<?xml version=\"1.0\"?>\n"
    "<MonitorStart xmlns=\"x\"/>\n"
    "|<CLID::StandAloneCluster><NID::cup-a>\n";
const std::string trying =
    "06/12/2009 11:50:33.530 ESP|sip_tcp.c: Sent 374 bytes TCP packet to 10.83.8.20:1056\n"
    "SIP/2.0 100 Trying\n"
    "Call-ID: 1cc83882\n"
    "CSeq: 1 INVITE\n"
    "Content-Length: 0\n"
    "|<CLID::StandAloneCluster><NID::cup-a>\n";
const std::string statements = "06/12/2009 11:50:33.531 ESP|sipgw: user john.novak line 6000 device "
                               "SEP000B5F6CB231|<CLID::C><NID::cup-a>\n"
                               "06/12/2009 11:50:33.558 ESP|ctigw: ProviderOpen to 10.64.1.10:2748 returned "
                               "0x8ccc0060|<CLID::C><NID::cup-a>\n";

const std::string inviteEvent =
    "sip.invite 2009-06-12T11:50:33.524000000Z line 1 - 10.83.8.20:1056 - method=INVITE;call-id=1cc83882;"
    "cseq=1 INVITE;from=sip:john.novak@corp.example.com;to=sip:6000@cup-a;content-type=application/csta+xml;"
    "direction=incoming;csta=MonitorStart\n";
const std::string tryingEvent =
    "sip.response 2009-06-12T11:50:33.530000000Z line 13 - - 10.83.8.20:1056 "
    "status=100;reason=Trying;call-id=1cc83882;cseq=1 INVITE;direction=outgoing\n";

Reading readProxy(std::string_view text)
{
    return readText(cupsSipProxyFormat(), text);
}

} // namespace

class TestCupsSipProxy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesThatAreNone_data();
    void linesThatAreNone();
    void wrongTimes();
    void messageThatIsNone();
    void messageWithoutEnd();
    void messageTooLong();
    void cutAtEveryByte();
    void sampleVerbatim();
    void windowsLineEnds();
    void joinedFirstLine();
    void texts_data();
    void texts();
    void packets_data();
    void packets();
};

void TestCupsSipProxy::linesThatAreNone_data()
{
    QTest::addColumn<QByteArray>("line");
    for (const char* line :
         {"prose", "06/12/2009 11:50:33.524 CCM|x", "06/12/2009 11:50:33 ESP|x", "|PID(1) x",
          "2:26:18 |PID(25333) x", "2:26:18.719 |PID(25333 x", "2:26:18.719 PID(25333) x", "SIP/2.0 200 OK"})
        QTest::newRow(line) << QByteArray(line);
}

void TestCupsSipProxy::linesThatAreNone()
{
    QFETCH(QByteArray, line);
    const Reading reading = readProxy(line.toStdString() + "\n" + trying);
    QCOMPARE(reading.sink.events.size(), std::size_t{1});
    QCOMPARE(reading.problemText(), std::string("info formats.lines-not-understood line 1 '1' '1'\n"));
}

void TestCupsSipProxy::wrongTimes()
{
    const Reading reading = readProxy("13/12/2009 11:50:33.524 ESP|ctigw: connecting to 10.64.1.10:2748\n"
                                      "25:26:18.719 |PID(25333) failed\n"
                                      "\n");
    QCOMPARE(reading.eventText(), std::string());
    QCOMPARE(reading.problemText(),
             std::string("data-loss formats.time-not-understood line 1 '13/12/2009 11:50:33.524'\n"
                         "data-loss formats.time-not-understood line 2 '25:26:18.719 '\n"));
}

void TestCupsSipProxy::messageThatIsNone()
{
    std::string text = invite;
    text.replace(text.find("INVITE sip"), std::string_view("INVITE sip:6000@cup-a SIP/2.0").size(), "none");
    const Reading reading = readProxy(text + trying);
    QCOMPARE(reading.eventText(), tryingEvent);
    QCOMPARE(reading.problemText(), std::string("info formats.records-not-of-interest - '1' '16'\n"));
}

void TestCupsSipProxy::messageWithoutEnd()
{
    const Reading reading = readProxy(invite + trying.substr(0, trying.find("CSeq")));
    QCOMPARE(reading.eventText(), inviteEvent);
    QCOMPARE(reading.problemText(), std::string("data-loss formats.record-without-end line 13\n"));
}

void TestCupsSipProxy::messageTooLong()
{
    std::string text = invite;
    std::string rows;
    for (int i = 0; i < 10'000; ++i)
        rows += "<element>that goes on and on</element>\n";
    text.insert(text.find("<Monitor"), rows);
    const Reading reading = readProxy(text + trying);
    QCOMPARE(reading.sink.kinds, std::vector<std::string>{"sip.response"});
    QCOMPARE(reading.problemText(), std::string("data-loss formats.records-too-long line 1 '1' '1'\n"));
}

void TestCupsSipProxy::cutAtEveryByte()
{
    const std::string text = invite + trying;
    const std::string all = readProxy(text).eventText();
    for (std::size_t length = 0; length <= text.size(); ++length) {
        const Reading reading = readProxy(text.substr(0, length));
        QVERIFY(reading.facts);
        QVERIFY2(all.starts_with(reading.eventText()), reading.eventText().c_str());
        cupsSipProxyFormat().sniff(asBytes(text.substr(0, length)));
    }
}

void TestCupsSipProxy::sampleVerbatim()
{
    const Reading reading = readProxy(invite + trying + statements);
    QCOMPARE(reading.eventText(),
             inviteEvent + tryingEvent
                 + "trace.phone-control-user 2009-06-12T11:50:33.531000000Z line 19 SEP000B5F6CB231 - - "
                   "user=john.novak;line=6000;device-name=SEP000B5F6CB231\n"
                   "trace.cti-provider-open 2009-06-12T11:50:33.558000000Z line 20 - - 10.64.1.10:2748 "
                   "result=0x8ccc0060\n");
    QCOMPARE(reading.problemText(), std::string());
    const SourceFacts& facts = *reading.facts;
    QCOMPARE(toRfc3339(facts.first->ns), std::string("2009-06-12T11:50:33.524000000Z"));
    QCOMPARE(toRfc3339(facts.last->ns), std::string("2009-06-12T11:50:33.558000000Z"));
    QVERIFY(facts.hasDate && !facts.utcOffsetSeconds);
    QCOMPARE(facts.origin.host, std::string("cup-a"));
    QCOMPARE(facts.records, std::uint64_t{20});
    QCOMPARE(cupsSipProxyFormat().sniff(asBytes(invite + trying)).confidence, 100);
}

void TestCupsSipProxy::windowsLineEnds()
{
    std::string text;
    for (const char c : invite + trying)
        text += c == '\n' ? std::string("\r\n") : std::string(1, c);
    QCOMPARE(readProxy(text).eventText(), inviteEvent + tryingEvent);
}

/// From Cisco's guide to partitioned federation: the carriage returns are written out.
void TestCupsSipProxy::joinedFirstLine()
{
    const std::string head =
        "2:26:18.719 |PID(25333) sip_protocol.c(5964) Received 536 bytes TCP packet from "
        "10.53.56.17:34282SUBSCRIBE sip:ysam@implync.net SIP/2.0^M\n"
        "From: <sip:fbear@implync.net>;tag=a4cdaec0^M \n"
        "To: <sip:ysam@implync.net>^M\n"
        "Call-ID: a30386f0^M \n"
        "CSeq: 1 SUBSCRIBE^M\n"
        "Expires: 7446^M\n"
        "^M\n";
    const std::string event = "sip.subscribe 1970-01-01T02:26:18.719000000Z line 1 - 10.53.56.17:34282 - "
                              "method=SUBSCRIBE;call-id=a30386f0;cseq=1 SUBSCRIBE;expires=7446;"
                              "from=sip:fbear@implync.net;to=sip:ysam@implync.net;direction=incoming\n";
    QCOMPARE(readProxy(head).eventText(), event);
    const Reading reading =
        readProxy(head + "12:26:18.720 |PID(25333) mod_sip.c(1) could not resolve implync.net\n");
    QCOMPARE(reading.eventText(),
             event
                 + "trace.sip-proxy-error 1970-01-01T12:26:18.720000000Z line 8 - - - "
                   "text=mod_sip.c(1) could not resolve implync.net\n");
    QVERIFY(!reading.facts->hasDate);
    QCOMPARE(cupsSipProxyFormat().sniff(asBytes(head)).confidence, 100);
}

void TestCupsSipProxy::texts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("event");
    const auto row = [](const char* text, const char* event) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(event);
    };
    row("sip_tcp.c: accepted TCP connection from 10.83.8.20:1056",
        "trace.sip-proxy-connection - 10.83.8.20:1056 - -");
    row("sip_sm: worker 18 alive, 2 TCP connections open, 7 requests since start",
        "trace.sip-proxy-alive - - - worker=18;connections=2;requests=7");
    row("ctigw: connecting to 10.64.1.10:2748", "trace.cti-connect - - 10.64.1.10:2748 -");
    row("ctigw: device open returned 0x8ccc0013", "trace.cti-device-open - - - result=0x8ccc0013");
    row("mod_sip_dns: lookup _sip._tcp.cups7", "trace.dns-lookup - - - name=_sip._tcp.cups7");
    row("mod_sip_access_control: Access denied for 10.83.8.20",
        "trace.sip-proxy-denied - - - text=mod_sip_access_control: Access denied for 10.83.8.20");
    row("sip_tcp.c: connect to 10.83.8.20:5060 failed: ECONNREFUSED",
        "trace.sip-proxy-error - - - text=sip_tcp.c: connect to 10.83.8.20:5060 failed: ECONNREFUSED");
    row("sip_sm: something of no interest", "");
}

void TestCupsSipProxy::texts()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, event);
    const Reading reading =
        readProxy("06/12/2009 11:50:33.524 ESP|" + text.toStdString() + "|<CLID::C><NID::n>\n");
    std::string got = reading.eventText();
    if (const auto when = got.find(" 2009-06-12T11:50:33.524000000Z line 1"); when != got.npos)
        got.erase(when, std::string_view(" 2009-06-12T11:50:33.524000000Z line 1").size());
    QCOMPARE(got, event.isEmpty() ? std::string() : event.toStdString() + "\n");
}

void TestCupsSipProxy::packets_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("peer"); // empty: announces no message
    QTest::addColumn<QByteArray>("rest");
    const auto row = [](const char* text, const char* peer, const char* rest) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(peer) << QByteArray(rest);
    };
    row("Received", "", "");
    row("Received bytes TCP packet from 10.1.1.1:5060", "", "");
    row("Received 10 bytes", "", "");
    row("Received 10 bytes TCP packet from 10.1.1.1", "", "");
    row("Received 10 bytes TCP packet to 10.1.1.1:5060", "", "");
    row("x Received 10 bytes UDP packet from 10.1.1.1:5060", "10.1.1.1:5060", "");
    row("Sent 10 bytes TLS packet to [2001:db8::1]:5061SIP/2.0 200 OK", "[2001:db8::1]:5061",
        "SIP/2.0 200 OK");
    row("Sent 10 bytes TCP packet to host.example.com:5060 ACK sip:x", "host.example.com:5060", "ACK sip:x");
}

void TestCupsSipProxy::packets()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, peer);
    QFETCH(QByteArray, rest);
    const std::string plain = text.toStdString();
    const auto packet = ProxyPacket::read(plain);
    QCOMPARE(packet ? std::string(packet->peer) : std::string(), peer.toStdString());
    QCOMPARE(packet ? std::string(packet->rest) : std::string(), rest.toStdString());
}

QTEST_APPLESS_MAIN(TestCupsSipProxy)
#include "tst_cupssipproxy.moc"
