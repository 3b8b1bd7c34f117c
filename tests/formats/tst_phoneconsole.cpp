// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "models/formats/formats.h"
#include "models/formats/textpattern.h"
#include "tests/formats/reading.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

Reading readConsole(std::string_view text)
{
    return readText(phoneConsoleFormat(), text);
}

/// From "Phone reset issue" (27 February 2009), as stored there: the address is lost.
constexpr std::string_view blogSample = "NOT 08:11:10.854439 DHCP: Restart - delay = 0\n"
                                        "NOT 08:11:10.866112 DHCP: Sending Release...\n"
                                        "NOT 08:11:10.894059 DHCP: dhcpSendReq: status 0x12300000\n"
                                        "NOT 08:11:10.894946 DHCP: Sending Request...\n"
                                        "NOT 08:11:10.899614 DHCP: NAK received\n"
                                        "NOT 08:11:10.901451 DHCP: clear info - IP =, state = 2\n"
                                        "NOT 08:11:10.902400 DHCP: Sending Release...\n";

constexpr std::string_view blogEvents =
    "phone.dhcp-restart 1970-01-01T08:11:10.854439000Z line 1 - - - delay=0\n"
    "dhcp.release 1970-01-01T08:11:10.866112000Z line 2 - - - -\n"
    "phone.dhcp-send-status 1970-01-01T08:11:10.894059000Z line 3 - - - status=0x12300000\n"
    "dhcp.request 1970-01-01T08:11:10.894946000Z line 4 - - - -\n"
    "dhcp.nak 1970-01-01T08:11:10.899614000Z line 5 - - - -\n"
    "phone.address-cleared 1970-01-01T08:11:10.901451000Z line 6 - - - state=2\n"
    "dhcp.release 1970-01-01T08:11:10.902400000Z line 7 - - - -\n";

} // namespace

class TestPhoneConsole : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesThatAreNone_data();
    void linesThatAreNone();
    void recordsOfOtherModulesAreCounted();
    void wrongTimesAreNamedAndSkipped();
    void wrongDatesAreNamedAndSkipped();
    void manyWrongTimesAreCounted();
    void cutAtEveryByte();
    void blogSampleVerbatim();
    void windowsLineEnds();
    void texts_data();
    void texts();
    void textsOfLaterPhones_data();
    void textsOfLaterPhones();
    void sipMessagesOverSeveralRows();
    void sipMessagesCutAtEveryByte();
    void othersWriteWithinASipMessage();
    void sipMessageWithoutEnd();
    void jabber();
    void datesWithoutAYear();
    void midnightTwice();
    void misorderedAtMidnight();
    void smallStepsBackAreKept();
    void resolutionIsThatOfTheText();
    void patterns_data();
    void patterns();
};

void TestPhoneConsole::linesThatAreNone_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("prose") << QByteArray("On phone console log, you would see");
    QTest::newRow("no level") << QByteArray("08:11:10.854439 DHCP: NAK received");
    QTest::newRow("level in lower case") << QByteArray("not 08:11:10.854439 DHCP: NAK received");
    QTest::newRow("level of four letters") << QByteArray("NOTE 08:11:10.854439 DHCP: NAK received");
    QTest::newRow("no decimals") << QByteArray("NOT 08:11:10 DHCP: NAK received");
    QTest::newRow("too few decimals") << QByteArray("NOT 08:11:10.85 DHCP: NAK received");
    QTest::newRow("no module") << QByteArray("NOT 08:11:10.854439 NAK received");
    QTest::newRow("nothing after the time") << QByteArray("NOT 08:11:10.854439");
    QTest::newRow("a month that is none")
        << QByteArray("5853 DEB Foo 09 18:32:45.420295 (618:927) JAVA-x: y");
    QTest::newRow("a date without a time") << QByteArray("5853 DEB Mar 09 JAVA-x: y");
    QTest::newRow("nothing after the date") << QByteArray("5853 DEB Mar 09 18:32:45.420295");
    QTest::newRow("number alone") << QByteArray("5853");
    QTest::newRow("another log with a date") << QByteArray("2020-03-30 13:03:19,325 DEBUG x");
    QTest::newRow("zero bytes") << QByteArray("\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 24);
    QTest::newRow("a text we do not know") << QByteArray("NOT 08:11:10.854439 DHCP: sings");
}

void TestPhoneConsole::linesThatAreNone()
{
    QFETCH(QByteArray, line);
    const Reading reading =
        readConsole("\n" + line.toStdString() + "\nNOT 08:11:10.899614 DHCP: NAK received\n");
    QVERIFY(reading.facts);
    QCOMPARE(reading.eventText(), std::string("dhcp.nak 1970-01-01T08:11:10.899614000Z line 3 - - - -\n"));
    QCOMPARE(reading.problemText(), std::string("info formats.lines-not-understood line 2 '1' '2'\n"));
}

void TestPhoneConsole::recordsOfOtherModulesAreCounted()
{
    QCOMPARE(readConsole("NOT 08:11:10.854439 JVM: NAK received\n").problemText(),
             std::string("info formats.records-not-of-interest - '1' '0'\n"));
    const Reading reading =
        readConsole("4594 NOT Feb 17 11:01:25.041898 (349-349) PAE: -send EAP-Resp/TLS - id 9\n"
                    "5900 NOT Mar 09 18:32:45.468914 (618:927) JAVA-SIPCC-SIP_REG: returned:\n"
                    "\t<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                    "5953 DEB Mar 09 18:32:45.520295 (618:927) JAVA-x: TFTP timeout\n");
    QVERIFY(reading.sink.events.empty());
    QCOMPARE(reading.problemText(), std::string("info formats.records-not-of-interest - '3' '1'\n"));
}

void TestPhoneConsole::wrongDatesAreNamedAndSkipped()
{
    const Reading reading = readConsole("1 NOT Feb 30 08:00:00.000000 (1:2) dhcpc-DHCP: NAK received\n"
                                        "2 NOT Mar 09 24:00:00.000000 (1:2) dhcpc-DHCP: NAK received\n"
                                        "3 NOT Feb 29 08:00:00.000000 (1:2) dhcpc-DHCP: ACK received\n");
    QCOMPARE(reading.sink.kinds, (std::vector<std::string>{"dhcp.ack"}));
    QCOMPARE(reading.problemText(),
             std::string("data-loss formats.time-not-understood line 1 'Feb 30 08:00:00.000000'\n"
                         "data-loss formats.time-not-understood line 2 'Mar 09 24:00:00.000000'\n"));
}

void TestPhoneConsole::wrongTimesAreNamedAndSkipped()
{
    const Reading reading = readConsole("NOT 24:00:00.000000 DHCP: NAK received\n"
                                        "NOT 08:60:00.000000 DHCP: NAK received\n"
                                        "NOT 08:11:61.000000 DHCP: NAK received\n"
                                        "NOT 08:11:10.899614 DHCP: ACK received\n");
    QCOMPARE(reading.eventText(), std::string("dhcp.ack 1970-01-01T08:11:10.899614000Z line 4 - - - -\n"));
    QCOMPARE(reading.problemText(),
             std::string("data-loss formats.time-not-understood line 1 '24:00:00.000000'\n"
                         "data-loss formats.time-not-understood line 2 '08:60:00.000000'\n"
                         "data-loss formats.time-not-understood line 3 '08:11:61.000000'\n"));
}

void TestPhoneConsole::manyWrongTimesAreCounted()
{
    std::string text;
    for (int i = 0; i < 1000; ++i)
        text += "NOT 99:00:00.000000 DHCP: NAK received\n";
    const Reading reading = readConsole(text);
    QVERIFY(reading.sink.events.empty());
    QCOMPARE(reading.sink.problems.size(), std::size_t{11});
    QCOMPARE(toText(reading.sink.problems[10]),
             std::string("data-loss formats.more-times-not-understood line 11 '990' '11'"));
    QVERIFY(!reading.facts->first);
}

void TestPhoneConsole::cutAtEveryByte()
{
    for (std::size_t length = 0; length <= blogSample.size(); ++length) {
        const Reading reading = readConsole(blogSample.substr(0, length));
        QVERIFY(reading.facts);
        const std::string events = reading.eventText();
        const auto lastWhole = events.rfind('\n', events.size() - 2);
        if (lastWhole != std::string::npos && !events.empty())
            QVERIFY(blogEvents.starts_with(events.substr(0, lastWhole + 1)));
        phoneConsoleFormat().sniff(asBytes(blogSample.substr(0, length)));
    }
}

void TestPhoneConsole::blogSampleVerbatim()
{
    const Reading reading = readConsole(blogSample);
    QCOMPARE(reading.eventText(), std::string(blogEvents));
    QCOMPARE(reading.problemText(), std::string());
    QVERIFY(reading.sink.ordered);
    const SourceFacts& facts = *reading.facts;
    QCOMPARE(facts.unit, PlaceUnit::Line);
    QCOMPARE(facts.records, std::uint64_t{7});
    QCOMPARE(toRfc3339(facts.first->ns), std::string("1970-01-01T08:11:10.854439000Z"));
    QCOMPARE(toRfc3339(facts.last->ns), std::string("1970-01-01T08:11:10.902400000Z"));
    QCOMPARE(facts.resolution, Nanoseconds{1000});
    QVERIFY(!facts.utcOffsetSeconds);
    QVERIFY(facts.zoneName.empty());
    QVERIFY(!facts.hasDate);
}

void TestPhoneConsole::windowsLineEnds()
{
    std::string text;
    for (const char c : blogSample)
        text += c == '\n' ? std::string("\r\n") : std::string(1, c);
    QCOMPARE(readConsole(text).eventText(), std::string(blogEvents));
    QCOMPARE(phoneConsoleFormat().sniff(asBytes(text)).confidence, 100);
}

void TestPhoneConsole::texts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("event"); // kind, then device, source, destination, fields
    const auto row = [](const char* text, const char* event) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(event);
    };
    row("DHCP: Sending Discover...", "dhcp.discover - - - -");
    row("DHCP: Offer received", "dhcp.offer - - - -");
    row("DHCP: OFFER received", "dhcp.offer - - - -");
    row("DHCP: ACK received", "dhcp.ack - - - -");
    row("DHCP: Sending Decline...", "dhcp.decline - - - -");
    row("DHCP: Restart - delay", "phone.dhcp-restart - - - -");
    row("DHCP: clear info - IP = 10.2.16.37, state = 2",
        "phone.address-cleared - - - address=10.2.16.37;state=2");
    row("DHCP: T1 expired", "phone.dhcp-t1 - - - -");
    row("DHCP: T1 expired, state = 5", "phone.dhcp-t1 - - - state=5");
    row("DHCP: T2 expired, state = 6", "phone.dhcp-t2 - - - state=6");
    row("DHCP: lease expired", "phone.lease-expired - - - -");
    row("DHCP: timeout, state = 1", "phone.dhcp-timeout - - - state=1");
    row("DHCP: IP = 10.1.20.26, mask = 255.255.255.0, gw = 10.1.20.1, lease = 28800",
        "phone.address - - - address=10.1.20.26;mask=255.255.255.0;router=10.1.20.1;lease-s=28800");
    row("DHCP: IP =, mask = 255.255.255.0, gw =, lease = 28800",
        "phone.address - - - mask=255.255.255.0;lease-s=28800");
    row("DHCP: Duplicate IP address 10.1.20.23", "phone.duplicate-address - - - address=10.1.20.23");
    row("TFTP: [07]:Requesting CTLSEP0015C657A92F.tlv from 10.20.1.10",
        "tftp.read-request SEP0015C657A92F - 10.20.1.10 file=CTLSEP0015C657A92F.tlv");
    row("TFTP: [07]:Requesting XMLDefault.cnf.xml from 10.20.1.10 with size limit of 550001",
        "tftp.read-request - - 10.20.1.10 file=XMLDefault.cnf.xml");
    row("TFTP: Requesting SEP0015C657A92F.cnf.xml from",
        "tftp.read-request SEP0015C657A92F - - file=SEP0015C657A92F.cnf.xml");
    row("TFTP: [07]:Server error, code = 1 (CTLSEP0015C657A92F.tlv)",
        "tftp.error SEP0015C657A92F - - code=1;file=CTLSEP0015C657A92F.tlv");
    row("TFTP: [07]:Server error, code = 1", "tftp.error - - - code=1");
    row("TFTP: [07]:Finished --> rcvd 2227 bytes", "phone.tftp-done - - - bytes=2227");
    row("TFTP: [07]:Timeout requesting SEP0015C657A92F.cnf.xml from 10.20.1.10",
        "phone.tftp-timeout SEP0015C657A92F - 10.20.1.10 file=SEP0015C657A92F.cnf.xml");
    row("TFTP: No TFTP server", "phone.no-tftp-server - - - -");
    row("TFTP: no configuration, retry in 30", "phone.no-configuration - - - retry-s=30");
    row("SCCP: Connecting to 10.20.1.11, port 2000", "phone.connecting - - 10.20.1.11:2000 -");
    row("SCCP: Register sent to 10.20.1.11", "sccp.register - - 10.20.1.11 message-id=0x0001");
    row("SCCP: RegisterAck received, keepalive = 30",
        "sccp.register-ack - - - message-id=0x0081;keepalive-s=30");
    row("SCCP: connection to 10.64.1.11 lost, reason = CM-reset-TCP",
        "phone.connection-lost - - 10.64.1.11 reason=CM-reset-TCP");
    row("SCCP: Failback to 10.64.1.11", "phone.failback - - 10.64.1.11 -");
    row("SIP: Registering with 10.20.1.11", "sip.register - - 10.20.1.11 method=REGISTER");
    row("SIP: REGISTER failed, 403 Forbidden", "sip.response - - - status=403;reason=Forbidden");
    row("SIP: Registered with 10.4.1.10", "phone.registered - - 10.4.1.10 -");
    row("SIP: no answer to REGISTER from 10.4.1.11", "phone.register-timeout - - 10.4.1.11 -");
    row("kernel: SCCP41.8-3-3S starting", "phone.boot - - - load=SCCP41.8-3-3S");
    row("OS79XX: P00308000500 starting", "phone.boot - - - load=P00308000500");
    row("PoE: link up, 100 full; CDP: voice VLAN 210",
        "phone.link-up - - - speed=100;duplex=full;voice-vlan=210");
}

void TestPhoneConsole::texts()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, event);
    const Reading reading = readConsole("WRN 15:03:32.903680 " + text.toStdString() + "\n");
    QCOMPARE(reading.sink.events.size(), std::size_t{1});
    QByteArray expected = event;
    expected.insert(expected.indexOf(' '), " 1970-01-01T15:03:32.903680000Z line 1");
    QCOMPARE(QByteArray::fromStdString(reading.sink.events[0]), expected);
    QVERIFY(reading.sink.problems.empty());
}

void TestPhoneConsole::textsOfLaterPhones_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("event"); // kind, then device, source, destination, fields
    const auto row = [](const char* text, const char* event) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(event);
    };
    row("(402:431) dhcpc-DHCP: T1 expired, state = 5", "phone.dhcp-t1 - - - state=5");
    row("(402:431) tftpClient-[07]:Requesting SEP0015C657A92F.cnf.xml from 10.20.1.10",
        "tftp.read-request SEP0015C657A92F - 10.20.1.10 file=SEP0015C657A92F.cnf.xml");
    row("(618:431) SCCP-Connect to 10.64.1.10 failed, timeout",
        "phone.connect-failed - - 10.64.1.10 reason=timeout");
    row("(402:431) kernel-sip8845_65.11-5-1SR1-1 starting", "phone.boot - - - load=sip8845_65.11-5-1SR1-1");
    row("(402:431) PoE-link up, 100 full; CDP: voice VLAN 110",
        "phone.link-up - - - speed=100;duplex=full;voice-vlan=110");
    row("(618:927) JAVA-SIPCC-SIP_REG-NOTIFY service-control received, action=reset",
        "sip.notify - - - method=NOTIFY;action=reset");
    row("(618:927) JAVA-SIPCC-SIP_STATE: 97/1, sip_reg_sm_change_state: Registration state change: "
        "SIP_REG_STATE_IDLE ---> SIP_REG_STATE_REGISTERING",
        "phone.registration-state - - - line=97/1;from=idle;to=registering");
    row("DHCP-dhcpSendReq(): Sending Discover...", "dhcp.discover - - - -");
    row("DHCP-dhcpRcvPkt(): Sending Request...", "dhcp.request - - - -");
    row("DHCP-dhcpRcvPkt(): ACK received", "dhcp.ack - - - -");
    row("DHCP-dhcpRcvPkt(): new assigned IP addr: 0xaa401fac, configuredipaddr: 0x0",
        "phone.address - - - address=172.31.64.170");
    row("DHCP-dhcpTmrExp(): Max retries of discover", "phone.dhcp-failed - - - message=discover");
    row("DHCP-dhcpReadThrd(): response not received, try again...", "phone.dhcp-timeout - - - -");
    row("NTP->>> Send pkt to 172.16.155.3 error: [101] Network is unreachable",
        "phone.send-failed - - 172.16.155.3 reason=[101] Network is unreachable");
    row("(618:927) JAVA-status: TFTP file not found : SEP0015C657A92F.cnf.xml",
        "tftp.error SEP0015C657A92F - - code=1;file=SEP0015C657A92F.cnf.xml");
    row("JAVA-TFTP timeout : SEP0015C657A92F.cnf.xml",
        "phone.tftp-timeout SEP0015C657A92F - - file=SEP0015C657A92F.cnf.xml");
    row("JAVA-TFTP server not authorized", "phone.tftp-not-authorized - - - -");
    row("JAVA-File auth error : XMLDefault.cnf.xml", "phone.file-auth-error - - - file=XMLDefault.cnf.xml");
    row("JAVA-Trust List update failed", "phone.trust-list-failed - - - -");
    row("JAVA-IP address released", "phone.address-released - - - -");
    row("JAVA-DNS unknown host", "phone.dns-unknown-host - - - -");
    row("netd-DHCP RENEWING", "phone.dhcp-state - - - state=renewing");
    row("JAVA-Restart Cause: KeepaliveTO", "phone.restart-cause - - - last=KeepaliveTO");
    row("JAVA-cisco-alarm:14 Name=SEP001E7A24429A Load=SIP70.8-4-2-30S Last=cm-closed-tcp",
        "phone.restart-cause SEP001E7A24429A - - alarm-code=14;last=cm-closed-tcp;load=SIP70.8-4-2-30S");
    row("downd-fetch http://10.20.1.10:6970/SEP0015C657A92F.cnf.xml.sgn, try 1",
        "phone.http-request SEP0015C657A92F - - file=SEP0015C657A92F.cnf.xml.sgn;host=10.20.1.10");
}

void TestPhoneConsole::textsOfLaterPhones()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, event);
    const Reading reading = readConsole("7330 NOT Oct 23 12:26:48.500112 " + text.toStdString() + "\n");
    QCOMPARE(reading.sink.events.size(), std::size_t{1});
    QByteArray expected = event;
    expected.insert(expected.indexOf(' '), " 1970-10-23T12:26:48.500112000Z line 1");
    QCOMPARE(QByteArray::fromStdString(reading.sink.events[0]), expected);
    QVERIFY(reading.sink.problems.empty());
    QVERIFY(reading.facts->year);
    QVERIFY(!reading.facts->hasDate);
}

/// In the shape of a 7821's log: cut in the middle of a word and behind a blank.
constexpr std::string_view sipRows =
    "5904 DEB Mar 09 18:32:45.473187 (618:927) JAVA-sipio-sent---> REGISTER sip:192.168.7.200 SIP/2.0^M\n"
    "\tVia: SIP/2.0/TCP 192.168.7.104:51778;branch=z9hG4bK66da98ae^M\n"
    "\tCall-ID: c80084aa-87430003-255b99f4-783a63d4@192.168.7.104^M\n"
    "\tDate: Sat, 09 Mar 2019 18:32:45 GMT^M\n"
    "\tCSeq: 113 REGISTER^M\n"
    "\tReason: SIP;cause=200;text=\"cisco-alarm:23 Name=SEPC80084AA8743 ActiveLoad=si\n"
    "5905 DEB Mar 09 18:32:45.473370 (618:927) JAVA-p78xx.12-1-1-12.loads \n"
    "5906 DEB Mar 09 18:32:45.473462 (618:927) JAVA-Last=reset-restart\"^M\n"
    "\tExpires: 3600^M\n"
    "\t^M\n"
    "5907 DEB Mar 09 18:32:45.473584 (618:927) JAVA-::End-Of-Sip-Message::\n"
    "5919 DEB Mar 09 18:32:45.477430 (618:927) JAVA-sipio-recv<--- SIP/2.0 202 Accepted^M\n"
    "\tVia: SIP/2.0/TCP 192.168.7.104:51778;branch=z9hG4bK66da98ae^M\n"
    "\tCSeq: 113 REGISTER^M\n"
    "\t^M\n"
    "5920 DEB Mar 09 18:32:45.477430 (618:927) JAVA-::End-Of-Sip-Message::\n";

constexpr std::string_view sipEvents =
    "sip.register 1970-03-09T18:32:45.473187000Z line 1 SEPC80084AA8743 192.168.7.104:51778 192.168.7.200 "
    "method=REGISTER;call-id=c80084aa-87430003-255b99f4-783a63d4@192.168.7.104;cseq=113 "
    "REGISTER;expires=3600;"
    "reason-header=SIP%3Bcause=200%3Btext=\"cisco-alarm:23 Name=SEPC80084AA8743 "
    "ActiveLoad=sip78xx.12-1-1-12.loads Last=reset-restart\";alarm-code=23;last=reset-restart;"
    "load=sip78xx.12-1-1-12.loads;date=Sat, 09 Mar 2019 18:32:45 GMT;via=192.168.7.104:51778;direction=sent\n"
    "sip.response 1970-03-09T18:32:45.477430000Z line 12 - - 192.168.7.104:51778 "
    "status=202;reason=Accepted;cseq=113 REGISTER;via=192.168.7.104:51778;direction=received\n";

void TestPhoneConsole::sipMessagesOverSeveralRows()
{
    const Reading reading = readConsole(sipRows);
    QCOMPARE(reading.eventText(), std::string(sipEvents));
    QCOMPARE(reading.problemText(), std::string());
    QCOMPARE(reading.facts->year.value_or(YearHints{}).known, std::optional<int>(2019));
}

void TestPhoneConsole::sipMessagesCutAtEveryByte()
{
    for (std::size_t length = 0; length < sipRows.size(); ++length) {
        const Reading reading = readConsole(sipRows.substr(0, length));
        QVERIFY(reading.facts);
        QVERIFY(reading.sink.events.size() <= 2);
        QVERIFY(reading.sink.ordered);
    }
}

void TestPhoneConsole::othersWriteWithinASipMessage()
{
    const Reading reading =
        readConsole("1 DEB Mar 09 18:32:45.1000 (6:9) JAVA-sipio-recv<--- SIP/2.0 200 OK^M\n"
                    "2 NOT Mar 09 18:32:45.2000 (4:4) dhcpc-DHCP: ACK received\n"
                    "3 DEB Mar 09 18:32:45.3000 (6:9) JAVA-Expires: 120^M\n"
                    "4 DEB Mar 09 18:32:45.4000 (6:9) JAVA-::End-Of-Sip-Message::\n");
    QCOMPARE(reading.eventText(),
             std::string("sip.response 1970-03-09T18:32:45.100000000Z line 1 - - - "
                         "status=200;reason=OK;expires=120;direction=received\n"
                         "dhcp.ack 1970-03-09T18:32:45.200000000Z line 2 - - - -\n"));
    QVERIFY(reading.sink.ordered);
}

void TestPhoneConsole::sipMessageWithoutEnd()
{
    const Reading reading =
        readConsole("1 DEB Mar 09 18:32:45.1000 (6:9) JAVA-sipio-recv<--- SIP/2.0 200 OK^M\n"
                    "2 DEB Mar 09 18:32:45.2000 (6:9) JAVA-SIPCC-SIP_TRANS: x\n"
                    "3 DEB Mar 09 18:32:45.3000 (6:9) JAVA-sipio-sent---> no SIP at all\n");
    QCOMPARE(reading.sink.kinds, (std::vector<std::string>{"sip.response"}));
    QCOMPARE(reading.problemText(),
             std::string("info formats.lines-not-understood line 3 '1' '3'\n"
                         "info formats.records-not-of-interest - '1' '0'\n"));
}

void TestPhoneConsole::jabber()
{
    const Reading reading = readConsole(
        "2020-03-30 13:03:19,200 DEBUG [0x00000e2c] [\\sipcc\\core\\sipstack\\ccsip_debug.c(1041)] "
        "[csf.sip-call-control] [platform_print_sip_msg] - sipio-sent---> REGISTER sip:10.10.10.1 SIP/2.0\n"
        "Via: SIP/2.0/TLS 10.10.10.10:62162;branch=z9hG4bK00001188\n"
        "CSeq: 2270 REGISTER\n"
        "\n"
        "2020-03-30 13:03:19,325 INFO  [0x00000e2c] [a.c(1)] [csf.other] [b] - c\n");
    QCOMPARE(reading.eventText(),
             std::string("sip.register 2020-03-30T13:03:19.200000000Z line 1 - 10.10.10.10:62162 10.10.10.1 "
                         "method=REGISTER;cseq=2270 REGISTER;via=10.10.10.10:62162;direction=sent\n"));
    QVERIFY(reading.facts->hasDate);
    QCOMPARE(reading.problemText(), std::string("info formats.records-not-of-interest - '1' '0'\n"));
}

void TestPhoneConsole::datesWithoutAYear()
{
    const Reading reading = readConsole("1 NOT Dec 31 23:59:59.000000 (4:4) dhcpc-DHCP: ACK received\n"
                                        "2 NOT Jan 01 00:00:01.000000 (4:4) dhcpc-DHCP: NAK received\n");
    QCOMPARE(reading.facts->last->ns - reading.facts->first->ns, 2 * nsPerSecond);
    QCOMPARE(reading.problemText(), std::string());
}

void TestPhoneConsole::midnightTwice()
{
    const Reading reading = readConsole("NOT 23:59:59.999999 DHCP: Sending Discover...\n"
                                        "NOT 00:00:00.000000 DHCP: Offer received\n"
                                        "NOT 13:00:00.000000 DHCP: Sending Request...\n"
                                        "NOT 00:30:00.000000 DHCP: ACK received\n");
    QCOMPARE(reading.eventText(),
             std::string("dhcp.discover 1970-01-01T23:59:59.999999000Z line 1 - - - -\n"
                         "dhcp.offer 1970-01-02T00:00:00.000000000Z line 2 - - - -\n"
                         "dhcp.request 1970-01-02T13:00:00.000000000Z line 3 - - - -\n"
                         "dhcp.ack 1970-01-03T00:30:00.000000000Z line 4 - - - -\n"));
    QCOMPARE(reading.problemText(), std::string());
}

void TestPhoneConsole::misorderedAtMidnight()
{
    const Reading reading = readConsole("NOT 23:59:59.998000 DHCP: Sending Discover...\n"
                                        "NOT 00:00:00.001000 DHCP: Offer received\n"
                                        "NOT 23:59:59.999000 DHCP: Sending Request...\n"
                                        "NOT 00:00:00.002000 DHCP: ACK received\n");
    QCOMPARE(toRfc3339(reading.facts->last->ns), std::string("1970-01-02T00:00:00.002000000Z"));
    QCOMPARE(reading.sink.events[2],
             std::string("dhcp.request 1970-01-01T23:59:59.999000000Z line 3 - - - -"));
}

void TestPhoneConsole::smallStepsBackAreKept()
{
    const Reading reading = readConsole("NOT 12:00:10.000000 DHCP: Sending Discover...\n"
                                        "NOT 12:00:09.500000 DHCP: Offer received\n"
                                        "NOT 00:00:10.000000 DHCP: Sending Request...\n");
    QCOMPARE(reading.eventText(),
             std::string("dhcp.discover 1970-01-01T12:00:10.000000000Z line 1 - - - -\n"
                         "dhcp.offer 1970-01-01T12:00:09.500000000Z line 2 - - - -\n"
                         "dhcp.request 1970-01-01T00:00:10.000000000Z line 3 - - - -\n"));
    QCOMPARE(reading.problemText(),
             std::string("notice formats.clock-stepped-back line 2 '2' '2' '43199.500'\n"));
}

void TestPhoneConsole::resolutionIsThatOfTheText()
{
    QCOMPARE(readConsole("NOT 08:11:10.899 DHCP: NAK received\n").facts->resolution, Nanoseconds{1'000'000});
    QCOMPARE(readConsole("NOT 08:11:10.8991 DHCP: NAK received\n").facts->resolution, Nanoseconds{100'000});
}

void TestPhoneConsole::patterns_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("result"); // "no", or the captures
    const auto row = [](const char* pattern, const char* text, const char* result) {
        QTest::newRow(qPrintable(QStringLiteral("%1 | %2").arg(QLatin1String(pattern), QLatin1String(text))))
            << QByteArray(pattern) << QByteArray(text) << QByteArray(result);
    };
    row("ACK received", "", "no");
    row("ACK received", "ACK", "no");
    row("a = {x}, b = {y}", "a = 1", "no");
    row("{x} starting", "one two starting", "no");
    row("ACK received", "ack RECEIVED now", "");
    row("ACK received", "ACKreceived", "");
    row("a[ = {x}]", "a", "");
    row("a[ = {x}]", "a = 1 2 ", "x:1 2,");
    row("a = {x}, b = {y}", "a=1,b=2", "x:1,y:2,");
    row("a = {x}, b = {y}", "a =, b =", "x:,y:,");
    row("{x} starting", "load starting", "x:load,");
    row("{a}{b}", "z", "a:z,b:,");
}

void TestPhoneConsole::patterns()
{
    QFETCH(QByteArray, pattern);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, result);
    const std::string shape = pattern.toStdString();
    const std::string subject = text.toStdString();
    TextPattern::Match match;
    std::string got = "no";
    if (TextPattern(shape).match(subject, match)) {
        got.clear();
        for (std::size_t i = 0; i < match.count; ++i)
            got += std::string(match.captures[i].name) + ':' + std::string(match.captures[i].value) + ',';
    }
    QCOMPARE(QByteArray::fromStdString(got), result);
}

QTEST_APPLESS_MAIN(TestPhoneConsole)
#include "tst_phoneconsole.moc"
