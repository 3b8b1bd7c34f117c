// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "models/formats/formats.h"
#include "models/formats/ocshead.h"
#include "tests/formats/reading.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

const std::string protocolHead = "TL_INFO(TF_PROTOCOL) [0]17EE.0A10::02/10/2010-12:32:36.439.000050b1 "
                                 "(SIPStack,SIPAdminLog::TraceProtocolRecord:SIPAdminLog.cpp(122))";
const std::string invite = protocolHead
    + "$$begin_record\r\n"
      "Instance-Id: 000050B1\r\n"
      "Direction: incoming;source=\"internal edge\"\r\n"
      "Peer: 10.67.30.50:2945\r\n"
      "Message-Type: request\r\n"
      "Start-Line: INVITE sip:6000@cups7 SIP/2.0\r\n"
      "From: <sip:john.novak@corp.example.com>;tag=5db1ad9260;epid=7479cc3bbf\r\n"
      "To: <sip:6000@cups7>\r\n"
      "CALL-ID: 7479cc3b\r\n"
      "CSeq: 1 INVITE\r\n"
      "Content-Type: application/csta+xml\r\n"
      "Content-Length: 352\r\n"
      "Message-Body: <?xml version=\"1.0\"?>\r\n"
      "<RequestSystemStatus xmlns=\"http://www.ecma-international.org/standards/ecma-323/csta/ed3\">\r\n"
      "Direction: outgoing\r\n"
      "</RequestSystemStatus>\r\n"
      "$$end_record\r\n"
      "\r\n";
const std::string diagnosis =
    "TL_WARN(TF_DIAG) [1]17EE.0EB4::02/10/2010-12:32:37.222.000050bc "
    "(SIPStack,SIPAdminLog::WriteDiagnosticEvent:SIPAdminLog.cpp(778))$$begin_record\r\n"
    "LogType: diagnostic\r\n"
    "Severity: warning\r\n"
    "Text: Unable to resolve DNS SRV record\r\n"
    "Result-Code: 0xc3e93c5e SIPPROXY_E_ROUTING\r\n"
    "SIP-Start-Line: INVITE sip:6000@cups7 SIP/2.0\r\n"
    "SIP-Call-ID: 7479cc3b\r\n"
    "SIP-CSeq: 1 INVITE\r\n"
    "Data: domain=\"cups7\"\r\n"
    "$$end_record\r\n";
const std::string refusal =
    "TL_INFO(TF_PROTOCOL) [1]17EE.0CDC::02/10/2010-12:32:37.222.000050c4 "
    "(SIPStack,SIPAdminLog::TraceProtocolRecord:SIPAdminLog.cpp(122))$$begin_record\r\n"
    "Direction: outgoing\r\n"
    "Peer: lyncservr.contoso.com:61182\r\n"
    "Message-Type: response\r\n"
    "Start-Line: SIP/2.0 404 Not Found\r\n"
    "From: <sip:john.novak@corp.example.com>;tag=5db1ad9260\r\n"
    "To: <sip:6000@cups7>;tag=03f0f489\r\n"
    "Call-ID: 7479cc3b\r\n"
    "CSeq: 1 INVITE\r\n"
    "ms-diagnostics: 1008;reason=\"Unable to resolve DNS SRV record\"\r\n"
    "Content-Length: 0\r\n"
    "Message-Body: -\r\n"
    "$$end_record\r\n";

const std::string inviteEvent = "sip.invite 2010-02-10T12:32:36.439000000Z line 1 - 10.67.30.50:2945 - "
                                "method=INVITE;call-id=7479cc3b;cseq=1 INVITE;"
                                "from=sip:john.novak@corp.example.com;to=sip:6000@cups7;"
                                "content-type=application/csta+xml;direction=incoming;"
                                "csta=RequestSystemStatus\n";
const std::string diagnosisFields =
    "level=WARN;text=Unable to resolve DNS SRV record;result-code=0xc3e93c5e;result=SIPPROXY_E_ROUTING;"
    "severity=warning;start-line=INVITE sip:6000@cups7 SIP/2.0;call-id=7479cc3b;cseq=1 INVITE;"
    "data=domain=\"cups7\"\n";

Reading readOcs(std::string_view text)
{
    return readText(ocsSipStackFormat(), text);
}

} // namespace

class TestOcsSipStack : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headsThatAreNone_data();
    void headsThatAreNone();
    void wrongTimes();
    void foreignLines();
    void recordWithoutEnd();
    void recordTooLong();
    void cutAtEveryByte();
    void sampleVerbatim();
    void unixLineEnds();
    void recordOfOneLine();
    void headOfLaterReleases();
    void connectionRefused();
    void levelsThatTellNothing();
    void withoutDirection();
};

void TestOcsSipStack::headsThatAreNone_data()
{
    QTest::addColumn<QByteArray>("line");
    for (const char* line :
         {"TL_INFO", "TL_INFO(PROTOCOL) [0]1.2::01/18/2012-05:00:43.101.1 (SIPStack,x:y.cpp(1))",
          "TL_INFO(TF_PROTOCOL)", "TL_INFO(TF_PROTOCOL) 06E4.0EB4::01/18/2012-05:00:43.101.00 (S,x:y.cpp(1))",
          "TL_INFO(TF_PROTOCOL) [0]06E4.0EB4 01/18/2012-05:00:43.101.00 (S,x:y.cpp(1))",
          "TL_INFO(TF_PROTOCOL) [0]06E4.0EB4::2012-01-18-05:00:43.101.00 (S,x:y.cpp(1))",
          "TL_INFO(TF_PROTOCOL) [0]06E4.0EB4::01/18/2012-05:00:43 (S,x:y.cpp(1))",
          "TL_INFO(TF_PROTOCOL) [0]06E4.0EB4::01/18/2012-05:00:43.101.00 SIPStack",
          "TL_INFO(TF_PROTOCOL) [0]06E4.0EB4::01/18/2012-05:00:43.101.00 (SIPStack,x", "$$end_record",
          "Start-Line: OPTIONS sip:a@b SIP/2.0"})
        QTest::newRow(line) << QByteArray(line);
}

void TestOcsSipStack::headsThatAreNone()
{
    QFETCH(QByteArray, line);
    const std::string plain = line.toStdString();
    QVERIFY(OcsHead::read(plain).level.empty());
    QVERIFY(readOcs(plain + "\n").sink.events.empty());
}

void TestOcsSipStack::wrongTimes()
{
    std::string text = invite;
    text.replace(text.find("02/10/2010"), 10, "13/10/2010");
    const Reading reading = readOcs(text);
    QCOMPARE(reading.eventText(), std::string());
    QCOMPARE(reading.problemText(),
             std::string("data-loss formats.time-not-understood line 1 '13/10/2010-12:32:36.439'\n"));
    QVERIFY(!reading.facts->first);
}

void TestOcsSipStack::foreignLines()
{
    const Reading reading = readOcs("prose\n" + refusal + "prose behind\n\n" + protocolHead
                                    + "$$begin_record\r\nStart-Line: none\r\n$$end_record\r\n");
    QCOMPARE(reading.sink.events.size(), std::size_t{1});
    QCOMPARE(reading.problemText(),
             std::string("info formats.lines-not-understood line 1 '2' '1'\n"
                         "info formats.records-not-of-interest - '1' '14'\n"));
}

void TestOcsSipStack::recordWithoutEnd()
{
    const Reading reading = readOcs(diagnosis + invite.substr(0, invite.find("CSeq")));
    QCOMPARE(reading.sink.kinds, std::vector<std::string>{"trace.ocs-diagnostic"});
    QCOMPARE(reading.problemText(), std::string("data-loss formats.record-without-end line 11\n"));
}

void TestOcsSipStack::recordTooLong()
{
    std::string text = invite;
    std::string rows;
    for (int i = 0; i < 10'000; ++i)
        rows += "X-Header: a value that is repeated again and again\r\n";
    text.insert(text.find("CSeq"), rows);
    const Reading reading = readOcs(text + refusal);
    QCOMPARE(reading.sink.kinds, std::vector<std::string>{"sip.response"});
    QCOMPARE(reading.problemText(), std::string("data-loss formats.records-too-long line 1 '1' '1'\n"));
}

void TestOcsSipStack::cutAtEveryByte()
{
    const std::string text = invite + diagnosis + refusal;
    const std::string all = readOcs(text).eventText();
    for (std::size_t length = 0; length <= text.size(); ++length) {
        const Reading reading = readOcs(text.substr(0, length));
        QVERIFY(reading.facts);
        QVERIFY2(all.starts_with(reading.eventText()), reading.eventText().c_str());
        ocsSipStackFormat().sniff(asBytes(text.substr(0, length)));
    }
}

void TestOcsSipStack::sampleVerbatim()
{
    const Reading reading = readOcs(invite + diagnosis + refusal);
    QCOMPARE(reading.eventText(),
             inviteEvent + "trace.ocs-diagnostic 2010-02-10T12:32:37.222000000Z line 19 - - - "
                 + diagnosisFields
                 + "sip.response 2010-02-10T12:32:37.222000000Z line 29 - - - status=404;reason=Not Found;"
                   "call-id=7479cc3b;cseq=1 INVITE;from=sip:john.novak@corp.example.com;to=sip:6000@cups7;"
                   "direction=outgoing;peer=lyncservr.contoso.com:61182;"
                   "ms-diagnostics=1008%3Breason=\"Unable to resolve DNS SRV record\"\n");
    QCOMPARE(reading.problemText(), std::string());
    const SourceFacts& facts = *reading.facts;
    QCOMPARE(toRfc3339(facts.first->ns), std::string("2010-02-10T12:32:36.439000000Z"));
    QCOMPARE(toRfc3339(facts.last->ns), std::string("2010-02-10T12:32:37.222000000Z"));
    QVERIFY(facts.hasDate && !facts.utcOffsetSeconds);
    QCOMPARE(facts.records, std::uint64_t{41});
    QCOMPARE(ocsSipStackFormat().sniff(asBytes(invite + diagnosis)).confidence, 100);
}

void TestOcsSipStack::unixLineEnds()
{
    std::string text = invite;
    std::erase(text, '\r');
    QCOMPARE(readOcs(text).eventText(), inviteEvent);
}

/// The form in which Microsoft's own article shows a failure.
void TestOcsSipStack::recordOfOneLine()
{
    const Reading reading = readOcs("TL_ERROR(TF_COMPONENT) [0]0860.0CDC::01/18/2012-05:07:42.622.000d0b31 "
                                    "(SIPStack,CSIPRequest::GetNextHopByRouteHeader:SIPRequest.cpp(2440))( "
                                    "00000000028FDD70 ) Exit - route "
                                    "headers from untrusted source. Result 0xC3E93C5E(SIPPROXY_E_ROUTING)\n"
                                    + diagnosis);
    QCOMPARE(reading.eventText(),
             "trace.ocs-diagnostic 2012-01-18T05:07:42.622000000Z line 1 - - - level=ERROR;"
             "text=( 00000000028FDD70 ) Exit - route headers from untrusted source. Result "
             "0xC3E93C5E(SIPPROXY_E_ROUTING);result-code=0xC3E93C5E;result=SIPPROXY_E_ROUTING\n"
             "trace.ocs-diagnostic 2010-02-10T12:32:37.222000000Z line 2 - - - "
                 + diagnosisFields);
}

void TestOcsSipStack::headOfLaterReleases()
{
    const OcsHead head = OcsHead::read(
        "TL_WARN(TF_DIAG) [sfvedge\\sfvedge]0584.0A44::03/02/2017-07:10:46.230.0000773E "
        "(SIPStack,SIPAdminLog::WriteDiagnosticEvent:SIPAdminLog.cpp(830)) [156659184] $$begin_record");
    QCOMPARE(head.level, std::string_view("WARN"));
    QCOMPARE(head.flag, std::string_view("DIAG"));
    QCOMPARE(head.component, std::string_view("SIPStack"));
    QCOMPARE(head.clock, std::string_view("03/02/2017-07:10:46.230"));
    QVERIFY(head.begins);
    QCOMPARE(toRfc3339(head.ns.value_or(0)), std::string("2017-03-02T07:10:46.230000000Z"));
}

void TestOcsSipStack::connectionRefused()
{
    const Reading reading =
        readOcs("TL_WARN(TF_CONNECTION) [1]17EE.0EB4::01/07/2010-13:22:32.321.0000532c "
                "(SIPStack,SIPAdminLog::WriteConnectionEvent:SIPAdminLog.cpp(389))$$begin_record\r\n"
                "LogType: diagnostic\r\n"
                "Severity: warning\r\n"
                "Text: Connection was refused by 10.1.1.40:5060\r\n"
                "Result-Code: 0x8007274d WSAECONNREFUSED\r\n"
                "Peer: 10.1.1.40:5060\r\n"
                "$$end_record\r\n");
    QCOMPARE(reading.eventText(),
             std::string("trace.ocs-connection 2010-01-07T13:22:32.321000000Z line 1 - - 10.1.1.40:5060 "
                         "level=WARN;text=Connection was refused by 10.1.1.40:5060;result-code=0x8007274d;"
                         "result=WSAECONNREFUSED;severity=warning\n"));
}

void TestOcsSipStack::levelsThatTellNothing()
{
    const Reading reading = readOcs("TL_INFO(TF_COMPONENT) [0]0860.0CDC::01/18/2012-05:07:42.622.000d0b31 "
                                    "(SIPStack,CSIPRequest::x:SIPRequest.cpp(2440))( 028FDD70 ) Enter\n");
    QCOMPARE(reading.eventText(), std::string());
    QCOMPARE(reading.problemText(), std::string("info formats.records-not-of-interest - '1' '0'\n"));
}

void TestOcsSipStack::withoutDirection()
{
    const Reading reading = readOcs(protocolHead
                                    + "$$begin_record\nPeer: 10.67.30.50:2945\nStart-Line: SIP/2.0 200 OK\n"
                                      "Call-ID: 1\n$$end_record\n");
    QCOMPARE(reading.eventText(),
             std::string("sip.response 2010-02-10T12:32:36.439000000Z line 1 - - - "
                         "status=200;reason=OK;call-id=1;peer=10.67.30.50:2945\n"));
}

QTEST_APPLESS_MAIN(TestOcsSipStack)
#include "tst_ocssipstack.moc"
