// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "models/formats/formats.h"
#include "tests/formats/reading.h"

using namespace whittle;
using namespace whittle::test;

class TestSniff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matrix_data();
    void matrix();
    void reasons();
    void plainSyslog();
    void headCutInALine();
    void formatsAreListed();
};

void TestSniff::matrix_data()
{
    QTest::addColumn<QByteArray>("sample");
    QTest::addColumn<QByteArray>("format"); // the one that says yes
    const auto row = [](const char* name, const QByteArray& sample, const char* format) {
        QTest::newRow(name) << sample << QByteArray(format);
    };
    row("empty", "", "");
    row("blank lines", "\n\r\n  \n", "");
    row("zero bytes", QByteArray(100, '\0'), "");
    row("pcap", QByteArray::fromHex("d4c3b2a1020004000000000000000000ffff000001000000"), "");
    row("pcapng", QByteArray::fromHex("0a0d0d0a1c0000004d3c2b1a01000000ffffffffffffffff1c000000"), "");
    row("gzip", QByteArray::fromHex("1f8b0800000000000003"), "");
    row("UTF-16", QByteArray("\xFF\xFEN\0O\0T\0 \0", 10), "");
    row("JSON", "{\n  \"schema\": \"whittle-deployment-1\",\n  \"phase\": \"production\"\n}\n", "site");
    row("JSON of something else",
        "{\n  \"schema\": \"x\",\n  \"links\": [{\"href\": \"a\", \"rel\": \"b\"}]\n}\n", "");
    row("JSON list", "[1, 2]", "");
    row("description without schema",
        "{\"cluster\": {\"nodes\": [{\"host\": \"pub\", \"ip\": \"10.1.1.10\"}]}, \"phase\": \"pilot\"}",
        "site");
    row("prose", "Friday, February 27, 2009\n\nPhone reset issue\n", "");
    row("syslog",
        "Sep  2 10:26:17 cucm-sub local7 6 ccm: 6992: cucm-sub: Sep 02 2018 15:26:17.844 UTC :  "
        "%UC_CALLMANAGER-6-EndPointRegistered: %[DeviceName=SEP0015C684261E][IPAddress=10.20.20.23]: "
        "Endpoint registered\n",
        "syslog");
    row("syslog of 6.x and 7.x",
        "Dec 17 20:01:22 callmgr-sub local7 6 ccm: 68255: Dec 17 20:01:22.506 UTC : "
        "%CCM_CALLMANAGER-CALLMANAGER-6-DeviceRegistered: Device registered. Device name.:SEP0021A0D8F259 "
        "App ID:Cisco CallManager\n"
        "Dec 17 20:01:30 callmgr-sub sshd[311]: Accepted password for admin\n",
        "syslog");
    row("syslog of a switch",
        "<189>Mar  1 00:04:12.117: %LINK-3-UPDOWN: Interface Fa0/1, changed state to up\n", "syslog");
    row("event log of Windows",
        "Event Type:\tError\nEvent Source:\tCisco CallManager\nDate:\t\t9/23/2005\nTime:\t\t10:02:11 AM\n"
        "Description:\nError: DeviceTransientConnection - Transient connection attempted.\n"
        "  Connecting Port: 2000\n  App ID: Cisco CallManager\n",
        "syslog");
    row("SDL",
        "28147301.000 |00:00:00.206 |FileHead |UTC:-05:00,Date: 2024/08/13, AppName: CCM\n"
        "28147303.000 |00:00:00.397 |AppInfo  |StationInit: (0000109) KeepAlive.\n",
        "cucm-sdl");
    row("SDL, squeezed, from the middle",
        "23469039.000 |09:54:41.102 |SdlSig |StationLocationInfo |restart0 |StationD(1,100,64,5195) "
        "|StationInit(1,100,63,1) |1,100,14,5210.26^10.105.132.116^SEP10F311B680E2 |[R:N-H:0] x\n",
        "cucm-sdl");
    row("SDL with a SIP message",
        "02760551.004 |19:11:08.219 |AppInfo  |SIPTcp - wait_SdlReadRsp: Incoming SIP TCP message from "
        "10.65.40.61 on "
        "port 57378 index 12386 with 2203 bytes:\n[101339,NET]\nREGISTER sip:10.106.111.182 SIP/2.0\n\n",
        "cucm-sdl");
    row("SDL of TFTP, its head",
        "00000001.000 |07:28:00.000 |FileHead |UTC:-05:00,Date: 2016/08/13, AppName: TFTP, AppId: 600, "
        "AppNodeId: 1\n",
        "tftp-trace");
    row("SDL of TFTP, from the middle",
        "00004406.000 |07:28:32.739 |AppInfo  |TFTPCache::FindMatching(SEP2834A2823B58), Not Found\n",
        "tftp-trace");
    row("SDL of CTI, a signal",
        "33538233.000 |07:32:38.644 |SdlSig |CtiLoginCheckTimeout |authenticating |CTIHandler(1,200,12,212) "
        "|SdlTimerService(1,200,3,1) |1,200,21,215.3^*^* |[R:H-H:0,N:0] mSequenceNumber=2\n",
        "cti-trace");
    row("SDL of CTI, an application's message",
        "00895255.002 |08:59:16.944 |AppInfo |[CTI-APP] [CTIHandler::processIncomingMessage] CTI "
        "ProviderOpenRequest ( "
        "seq#=2 provider=UCProvider login=wwhite)\n",
        "cti-trace");
    row("PID rows that are no SDL",
        "28147301.00 |00:00:00.206 |FileHead |\n1234.000 |00:00:00.206 |AppInfo |x\n", "");
    row("TFTP trace",
        "01/14/2011 16:17:11.806 TFTP|TFTPCache::FindMatching(IPCTEST2), Found[ipctest2.cnf.xml]\n",
        "tftp-trace");
    row("CTI trace",
        "06/12/2009 11:51:09.759 CTI|CTIHandler::ProviderOpenRequest login=x|<CLID::C><NID::10.64.1.10>\n",
        "cti-trace");
    row("CUPS SIP proxy",
        "2:26:18.719 |PID(25333) sip_protocol.c(5964) Received 536 bytes TCP packet from 10.53.56.17\n",
        "cups-sipproxy");
    row("CUPS SIP proxy as SDI",
        "06/12/2009 11:50:33.524 ESP|sip_tcp.c: Sent 374 bytes TCP packet to 10.83.8.20:1056\n"
        "SIP/2.0 100 Trying\nCSeq: 1 INVITE\n|<CLID::StandAloneCluster><NID::cup-a>\n",
        "cups-sipproxy");
    row("OCS SIPStack",
        "TL_INFO(TF_PROTOCOL) [0]06E4.0EB4::01/18/2012-05:00:43.101.00005386 "
        "(SIPStack,SIPAdminLog::TraceProtocolRecord:SIPAdminLog.cpp(125))$$begin_record\n$$end_record\n",
        "ocs-sipstack");
    row("88xx console",
        "5853 DEB Mar 09 18:32:45.420295 (618:927) JAVA-SIPCC-SIP_TRANS: sipTransportSendMessage: Starting\n",
        "phone-console");
    row("packet text",
        "Executing command with options:\n size=128 count=1000 interface=eth0\n src= dest= port=123\n\n"
        "08:56:01.125718 cm6-sub.ntp > cm6-pub.ntp: v4 client strat 4 poll 10 prec -18 (DF) [tos 0x10]\n",
        "packet-text");
    row("ntpd log", "27 Feb 08:11:10 ntpd[3638]: synchronized to 10.1.1.1, stratum 2\n", "ntp-log");
    row("install log", "01/02/2009 09:07:46 post_install|Starting ntpd (pid file absent)|<LVL::Info>\n",
        "install-log");
    row("install log with bars", "01/02/2009 09:07:30|upgrade_manager|Checksum verified|<LVL::Info>\n",
        "install-log");
    row("system history", "08/14/2012 13:36:09 | root: Boot Start\n", "");
    row("show version",
        "callmgr-pub:\nadmin:show version active\nActive Master Version: 6.1.2.1000-13\n"
        "Active Version Installed Software Options:\nNo Installed Software Options Found.\n\n",
        "show-version");
    row("registry", "Windows Registry Editor Version 5.00\r\n\r\n[HKEY_CURRENT_USER\\Environment]\r\n",
        "windows-registry");
    row("registry of Windows NT", "REGEDIT4\n\n[HKEY_LOCAL_MACHINE\\SOFTWARE]\n@=\"\"\n", "windows-registry");
    row("ini file", "[Config]\nAnnounceFlags=5\n", "");
    row("console",
        "NOT 08:11:10.854439 DHCP: Restart - delay = 0\nNOT 08:11:10.866112 DHCP: Sending Release...\n",
        "phone-console");
    row("console after a byte order mark", "\xEF\xBB\xBFNOT 08:11:10.854439 DHCP: NAK received\r\n",
        "phone-console");
    row("SDI",
        "07/21/2006 13:15:39.763 CCM|StationInit: (0000188) TimeDateReq.|<:PENANG-CCM4-CLUSTER><:><:2>\n",
        "cucm-sdi");
    row("SDI of 3.x", "16:03:06.703 CCM|StationD - stationOutputKeepAliveAck tcpHandle=0x4fbbc30\n",
        "cucm-sdi");
    row("SDI without one station", "02/27/2009 08:00:00.000 CCM|Locations:Orig=1 BW=80Dest=2 BW=80\n",
        "cucm-sdi");
    row("ntp status", "admin:utils ntp status\nntpd (pid 3638) is running...\n\n", "ntp-status");
    row("ntpd down", "ntpd is not running\n\nCurrent time in UTC is : Mon Jun 15 14:50:40 UTC 2009\n",
        "ntp-status");
    row("ntpq -p", "*10.4.1.31       172.20.47.190    2 u  106  128  377    0.471  160.769 100.476\n",
        "ntp-status");
    row("88xx console with a SIP message",
        "5904 DEB Mar 09 18:32:45.473187 (618:927) JAVA-sipio-sent---> REGISTER sip:192.168.7.200 SIP/2.0^M\n"
        "\tVia: SIP/2.0/TCP 192.168.7.104:51778;branch=z9hG4bK66da98ae^M\n",
        "phone-console");
    row("8821 console", "7330 NOT Oct 23 12:26:48.500112 DHCP-dhcpRcvPkt(): ACK received\n", "phone-console");
    row("Jabber",
        "2020-03-30 13:03:19,325 DEBUG [0x00000e2c] [\\sipcc\\a.c(1)] [csf.sip-call-control] [a] - b\n",
        "phone-console");
    row("tcpdump",
        "reading from file a.pcap, link-type EN10MB (Ethernet), snapshot length 262144\n"
        "15:36:12.905633 IP (tos 0x10, ttl 128, id 0, offset 0, flags [none], proto UDP (17), length 328)\n"
        "    0.0.0.0.68 > 255.255.255.255.67: BOOTP/DHCP, Request from 00:0c:29:1f:74:06, length 300\n",
        "packet-text");
    row("ntpd in syslog", "Mar 22 07:27:46 jammy ntpd[3132]: kernel reports TIME_ERROR: 0x2041: Clock\n",
        "ntp-log");
    row("ISC dhcpd", "Oct 15 20:02:15 RouteurSSH dhcpd[1414]: DHCPNAK on 10.0.2.15 to 08:00:27:c1:4f:9a\n",
        "dhcp-server-log");
    row("dnsmasq", "Oct 15 20:02:15 gw dnsmasq-dhcp[7]: DHCPACK(eth0) 10.1.1.5 00:1e:7a:24:42:9a\n",
        "dhcp-server-log");
    row("Windows DHCP",
        "\t\tMicrosoft DHCP Service Activity Log\n\n\nEvent ID  Meaning\n10\tA new IP address was leased.\n\n"
        "ID,Date,Time,Description,IP Address,Host Name,MAC Address\n"
        "10,01/05/09,09:27:21,Assign,10.64.20.24,SEP0019E8EBA11A,0019E8EBA11A\n",
        "dhcp-server-log");
    row("Windows DHCP without its head",
        "10,01/01/01,01:01:01,Assign,192.0.2.20,host.test.com,000000000000,\n", "dhcp-server-log");
    row("diagnose test",
        "admin:utils diagnose test\n\nLog file: platform/log/diag1.log\n\nStarting diagnostic test(s)\n"
        "===========================\ntest - disk_space          : Passed (available: 1753 MB)\n",
        "diagnose-test");
    row("ntpd among others",
        "Mar 22 07:27:46 jammy kernel: eth0: up\nMar 22 07:27:46 jammy ntpd[3132]: time reset +1 s\n",
        "ntp-log");
    row("another daemon and something else", "Mar 22 07:27:46 jammy sshd[3132]: session opened\nhello\n", "");
    row("ntp server list", "admin:utils ntp server list\n10.1.1.31\n10.1.1.32\n", "ntp-status");
}

void TestSniff::matrix()
{
    QFETCH(QByteArray, sample);
    QFETCH(QByteArray, format);
    for (const Format* candidate : textFormats()) {
        const Sniff sniff =
            candidate->sniff(asBytes({sample.data(), static_cast<std::size_t>(sample.size())}));
        QCOMPARE(sniff.confidence, candidate->id == format.toStdString() ? 100 : 0);
        QVERIFY(!sniff.reason.empty());
    }
}

void TestSniff::reasons()
{
    const auto reason = [](const Format& format, std::string_view text) {
        const Sniff sniff = format.sniff(asBytes(text));
        return std::to_string(sniff.confidence) + ": " + sniff.reason;
    };
    const std::string line = "NOT 08:11:10.899614 DHCP: NAK received\n";
    const Format& console = phoneConsoleFormat();
    QCOMPARE(reason(console, line), std::string("100: the first line matches"));
    QCOMPARE(reason(console, line + line), std::string("100: all of the first 2 lines match"));
    QCOMPARE(reason(console, line + "\n\nsomething else\n" + line + line),
             std::string("75: 3 of the first 4 lines match; line 4 does not"));
    QCOMPARE(reason(console, "\nsomething else\n"), std::string("0: none of the first 1 lines matches"));
    QCOMPARE(reason(console, ""), std::string("0: no lines"));
    QCOMPARE(reason(cucmSdiFormat(), "11:54:45.918 CCM|x\nno\n11:54:45.918 TFTP|x\n"),
             std::string("33: 1 of the first 3 lines match; line 2 does not"));
}

void TestSniff::plainSyslog()
{
    const std::string line = "Mar 22 07:27:46 jammy sshd[3132]: session opened\n";
    for (const Format* format : textFormats())
        QCOMPARE(format->sniff(asBytes(line + line)).confidence, format->id == "syslog" ? 50 : 0);
    QCOMPARE(syslogFormat().sniff(asBytes("2020-03-30 13:03:19,325 DEBUG main: started\n")).confidence, 0);
}

void TestSniff::headCutInALine()
{
    const std::string line = "NOT 08:11:10.899614 DHCP: NAK received\n";
    const Sniff sniff = phoneConsoleFormat().sniff(asBytes(line + line + "NOT 08:1"));
    QCOMPARE(sniff.confidence, 100);
}

void TestSniff::formatsAreListed()
{
    std::vector<std::string_view> ids;
    for (const Format* format : textFormats()) {
        ids.push_back(format->id);
        QCOMPARE(format->unit, PlaceUnit::Line);
        QVERIFY(format->sniff && format->read && format->fetch);
    }
    QCOMPARE(ids,
             (std::vector<std::string_view>{
                 "cli-session", "cucm-sdi", "cucm-sdl", "tftp-trace", "cti-trace", "syslog", "phone-console",
                 "ntp-status", "diagnose-test", "ntp-log", "packet-text", "ocs-sipstack", "cups-sipproxy",
                 "dhcp-server-log", "windows-registry", "show-version", "install-log", "site"}));
}

QTEST_APPLESS_MAIN(TestSniff)
#include "tst_sniff.moc"
