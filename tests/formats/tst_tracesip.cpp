// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "models/formats/formats.h"
#include "tests/formats/reading.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

// Announcements as in published traces, messages shortened; written for this test.

constexpr std::string_view sdl =
    "02760551.000 |19:11:08.219 |SdlSig   |SdlReadRsp                             |wait                      "
    "     |SIPTcp(1,100,71,1)               |SdlTCPConnection(1,100,14,12386)   "
    "|1,100,14,12386.2^10.65.40.61^SEP0024142DDF24      |[R:N-H:0,N:0,L:0,V:0,Z:0,D:0]\n"
    "02760551.004 |19:11:08.219 |AppInfo  |SIPTcp - wait_SdlReadRsp: Incoming SIP TCP message from "
    "10.65.40.61 on port 57378 index 12386 with 1203 bytes:\n"
    "[101339,NET]\n"
    "REGISTER sip:10.106.114.161 SIP/2.0\n"
    "Via: SIP/2.0/TCP 192.168.0.105:57378;branch=z9hG4bK85ca6f6f\n"
    "From: <sip:6009@10.106.114.161>;tag=1\n"
    "To: <sip:6009@10.106.114.161>\n"
    "Call-ID: 0024142d-df240002@192.168.0.105\n"
    "Date: Wed, 15 Jul 2015 12:42:56 GMT\n"
    "CSeq: 11435 REGISTER\n"
    "User-Agent: Cisco-CP7975G/9.3.1\n"
    "Contact: <sip:9e9e1ffb@192.168.0.105:53006;transport=tcp>;+sip.instance=\"<urn:uuid:00000000-0000-0000-0"
    "000-0024142ddf24>\";+u.sip!devicename.ccm.cisco.com=\"SEP0024142DDF24\";+u.sip!model.ccm.cisco.com=\"437"
    "\"\n"
    "Expires: 3600\n"
    "Content-Type: application/x-cisco-alarm+xml\n"
    "Content-Length: 40\n"
    "\n"
    "<?xml version=\"1.0\"?>\n"
    "<Alarm Name=\"x\">\n"
    "\n"
    "02760552.000 |19:11:08.250 |AppInfo  |SIPTcp - wait_SdlSPISignal: Outgoing SIP TCP message to "
    "10.65.40.61 on port 57378 index 12386 \n"
    "[101340,NET]\n"
    "SIP/2.0 200 OK\n"
    "Call-ID: 0024142d-df240002@192.168.0.105\n"
    "CSeq: 11435 REGISTER\n"
    "Expires: 120\n"
    "Content-Length: 0\n"
    "\n"
    "02760553.000 |19:11:09.250 |AppInfo  |SIPUdp - wait_UdpDataInd: Incoming SIP UDP message size 60 from "
    "2001:db8::5:[5060]:\n"
    "[101341,NET]\n"
    "no such thing SIP/3.0\n"
    "02760554.000 |19:11:10.250 |AppInfo  |SIPTcp - wait_SdlReadRsp: Incoming SIP TCP message from "
    "10.65.40.62 on port 57379 index 12387 with 2203 bytes:\n"
    "02760555.000 |19:11:11.250 |AppInfo  |SIPTcp - wait_SdlReadRsp: Incoming SIP TLS message from "
    "10.65.40.63 on port 57380 index 12388 with 2203 bytes:\n"
    "[101342,NET]\n"
    "NOTIFY sip:0008@10.106.120.5:51038 SIP/2.0\n"
    "Event: service-control\n";

constexpr std::string_view sdlEvents =
    "sip.register 1970-01-01T19:11:08.219000000Z line 2 SEP0024142DDF24 10.65.40.61:57378 - "
    "method=REGISTER;call-id=0024142d-df240002@192.168.0.105;cseq=11435 "
    "REGISTER;expires=3600;from=sip:6009@10.106.114.161;to=sip:6009@10.106.114.161;contact=192.168.0.105:5300"
    "6;device-name=SEP0024142DDF24;model=437;mac=00:24:14:2d:df:24;user-agent=Cisco-CP7975G/9.3.1;date=Wed, "
    "15 Jul 2015 12:42:56 GMT;via=192.168.0.105:57378;content-type=application/x-cisco-alarm+xml;alarm=x;conn"
    "ection=12386\n"
    "sip.response 1970-01-01T19:11:08.250000000Z line 20 - - 10.65.40.61:57378 "
    "status=200;reason=OK;call-id=0024142d-df240002@192.168.0.105;cseq=11435 "
    "REGISTER;expires=120;connection=12386\n"
    "sip.notify 1970-01-01T19:11:11.250000000Z line 32 - 10.65.40.63:57380 - "
    "method=NOTIFY;event=service-control;connection=12388\n";

constexpr std::string_view sdi =
    "12/18/2008 10:00:36.007 CCM|SIPUdp - wait_UdpDataInd: Incoming SIP UDP message size 139 from "
    "10.20.20.23:[5060]:\n"
    "[508778,NET]\n"
    "REGISTER sip:10.20.1.11 SIP/2.0\n"
    "From: <sip:6012@10.20.1.11>\n"
    "To: <sip:6012@10.20.1.11>\n"
    "Call-ID: 7\n"
    "Expires: 0\n"
    "Content-Length: 0\n"
    "\n"
    "|<CLID::StandAloneCluster><NID::10.20.1.11><IP::10.20.20.23><DEV::SEP0024142DDF24><LVL::Detailed><MASK::"
    "0020>\n"
    "12/18/2008 10:00:36.010 CCM|SIPUdp - wait_SdlSPISignal: Outgoing SIP UDP message to "
    "10.20.20.23:[5060]:\n"
    "[508779,NET]\n"
    "SIP/2.0 503 Service Unavailable\n"
    "Call-ID: 7\n"
    "|<CLID::StandAloneCluster><NID::10.20.1.11><IP::10.20.20.23><LVL::Detailed><MASK::0020>\n"
    "12/18/2008 10:00:36.011 CCM|StationInit: (0000017) KeepAlive.|<NID::10.20.1.11><IP::10.20.20.24>\n";

constexpr std::string_view sdiEvents =
    "sip.register 2008-12-18T10:00:36.007000000Z line 1 SEP0024142DDF24 10.20.20.23:5060 10.20.1.11 "
    "method=REGISTER;call-id=7;expires=0;from=sip:6012@10.20.1.11;to=sip:6012@10.20.1.11\n"
    "sip.response 2008-12-18T10:00:36.010000000Z line 11 - 10.20.1.11 10.20.20.23:5060 "
    "status=503;reason=Service Unavailable;call-id=7\n"
    "sccp.keepalive 2008-12-18T10:00:36.011000000Z line 16 - 10.20.20.24 10.20.1.11 "
    "message-id=0x0000;handle=17;address=10.20.20.24 repeats\n";

} // namespace

/// SIP messages in the traces of CallManager, in either form.
class TestTraceSip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutAtEveryByte();
    void everyByteReplaced();
    void windowsLineEnds();
    void inSdl();
    void inSdi();
    void veryLongMessage();
    void announcements_data();
    void announcements();
};

/// Whatever is missing at the end: no crash, and what was read before stays the same.
void TestTraceSip::cutAtEveryByte()
{
    for (std::size_t length = 0; length <= sdl.size(); ++length) {
        const Reading reading = readText(cucmSdlFormat(), sdl.substr(0, length));
        QVERIFY(reading.facts);
        QVERIFY(reading.sink.ordered);
        for (std::size_t i = 0; i + 1 < reading.sink.events.size(); ++i)
            QVERIFY(sdlEvents.find(reading.sink.events[i] + '\n') != std::string_view::npos);
        cucmSdlFormat().sniff(asBytes(sdl.substr(0, length)));
    }
}

void TestTraceSip::everyByteReplaced()
{
    constexpr std::string_view wrong("\0|>]\n:", 6);
    std::string text(sdl);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char kept = std::exchange(text[i], wrong[i % wrong.size()]);
        QVERIFY(readText(cucmSdlFormat(), text).facts);
        text[i] = kept;
    }
}

void TestTraceSip::windowsLineEnds()
{
    std::string text;
    for (const char c : sdl)
        text += c == '\n' ? std::string("\r\n") : std::string(1, c);
    QCOMPARE(readText(cucmSdlFormat(), text).eventText(), std::string(sdlEvents));
}

/// The peer is that of the socket; the Via of a phone behind NAT is another. A row of an XML document is not
/// taken for tags. An announcement without a message, and one with none that is SIP, are counted.
void TestTraceSip::inSdl()
{
    const Reading reading = readText(cucmSdlFormat(), sdl);
    QCOMPARE(reading.eventText(), std::string(sdlEvents));
    QCOMPARE(reading.problemText(),
             std::string("info formats.sip-not-understood line 28 '1' '28'\n"
                         "notice formats.sip-cut line 2 '2' '2'\n"
                         "info formats.records-not-of-interest - '2' '29'\n"));
}

void TestTraceSip::inSdi()
{
    const Reading reading = readText(cucmSdiFormat(), sdi);
    QCOMPARE(reading.eventText(), std::string(sdiEvents));
    QCOMPARE(reading.problemText(), std::string("notice formats.sip-cut line 1 '1' '1'\n"));
}

void TestTraceSip::veryLongMessage()
{
    std::string text =
        "10:00:36.007 CCM|SIPTcp - wait_SdlReadRsp: Incoming SIP TCP message from 10.20.20.23 on port 1 "
        "index 2 with 9 bytes:\nREGISTER sip:10.20.1.11 SIP/2.0\nCall-ID: 7\n\n";
    for (int i = 0; i < 100'000; ++i)
        text += "a line of a body\n";
    const Reading reading = readText(cucmSdiFormat(), text);
    QCOMPARE(reading.eventText(),
             std::string("sip.register 1970-01-01T10:00:36.007000000Z line 1 - 10.20.20.23:1 - "
                         "method=REGISTER;call-id=7;connection=2\n"));
}

void TestTraceSip::announcements_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("ends"); // source and destination
    const auto row = [](const char* name, const char* body, const char* ends) {
        QTest::newRow(name) << QByteArray(body) << QByteArray(ends);
    };
    row("TCP in",
        "SIPTcp - wait_SdlReadRsp: Incoming SIP TCP message from 10.65.40.61 on port 57378 index 1 with 9 "
        "bytes:",
        "10.65.40.61:57378 -");
    row("TCP out",
        "SIPTcp - wait_SdlSPISignal: Outgoing SIP TCP message to 10.24.241.238 on port 53443 index 795 ",
        "- 10.24.241.238:53443");
    row("UDP in", "SIPUdp - wait_UdpDataInd: Incoming SIP UDP message size 5 from 10.20.20.12:[5060]:",
        "10.20.20.12:5060 -");
    row("UDP in, by its path",
        "//SIP/SIPUdp/wait_SdlDataInd: Incoming SIP UDP message size 253 from 10.106.97.143:[49193]:",
        "10.106.97.143:49193 -");
    row("UDP out, by its path",
        "//SIP/SIPUdp/wait_SdlSPISignal: Outgoing SIP UDP message to 10.106.97.143:[5060]:",
        "- 10.106.97.143:5060");
    row("UDP out",
        "SIPUdp - wait_SdlSPISignal: Outgoing SIP UDP message to 10.20.20.12:[5060]:", "- 10.20.20.12:5060");
    row("TLS",
        "SIPTcp - wait_SdlReadRsp: Incoming SIP TLS message from 10.65.40.61 on port 5061 index 3 with 9 "
        "bytes:",
        "10.65.40.61:5061 -");
    row("IPv6",
        "SIPTcp - wait_SdlReadRsp: Incoming SIP TCP message from 2001:db8::5 on port 5060 index 3 with 9 "
        "bytes:",
        "[2001:db8::5]:5060 -");
    row("IPv6, UDP", "SIPUdp - wait_UdpDataInd: Incoming SIP UDP message size 5 from [2001:db8::5]:[5060]:",
        "[2001:db8::5]:5060 -");
    row("other manner",
        "SIPTcp/wait_SdlReadRsp: Incoming SIP TCP message from 10.1.9.7 on port 9 index 1 with 412 bytes:",
        "10.1.9.7:9 -");
    row("port that is none",
        "SIPTcp - x: Incoming SIP TCP message from 10.1.9.7 on port 99999 index 1 with 4 bytes:",
        "10.1.9.7 -");
    row("peer that is none", "SIPTcp - x: Incoming SIP TCP message from somewhere", "- -");
}

void TestTraceSip::announcements()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, ends);
    const Reading reading = readText(cucmSdlFormat(),
                                     "02760551.004 |19:11:08.219 |AppInfo  |" + body.toStdString()
                                         + "\n[1,NET]\nOPTIONS sip:a@b SIP/2.0\n");
    QCOMPARE(reading.sink.events.size(), std::size_t{1});
    const std::string expected =
        "sip.options 1970-01-01T19:11:08.219000000Z line 1 - " + ends.toStdString() + " method=OPTIONS";
    QVERIFY2(reading.sink.events[0].starts_with(expected), reading.sink.events[0].c_str());
}

QTEST_APPLESS_MAIN(TestTraceSip)
#include "tst_tracesip.moc"
