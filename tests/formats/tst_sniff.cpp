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
    row("JSON", "{\n  \"schema\": \"whittle-deployment-1\",\n  \"phase\": \"production\"\n}\n", "");
    row("prose", "Friday, February 27, 2009\n\nPhone reset issue\n", "");
    row("syslog",
        "Sep  2 10:26:17 cucm-sub local7 6 ccm: 6992: cucm-sub: Sep 02 2018 15:26:17.844 UTC :  "
        "%UC_CALLMANAGER-6-EndPointRegistered: %[DeviceName=SEP0015C684261E][IPAddress=10.20.20.23]: "
        "Endpoint registered\n",
        "");
    row("SDL",
        "28147301.000 |00:00:00.206 |FileHead |UTC:-05:00,Date: 2024/08/13, AppName: CCM\n"
        "28147303.000 |00:00:00.397 |AppInfo  |StationInit: (0000109) KeepAlive.\n",
        "");
    row("TFTP trace",
        "01/14/2011 16:17:11.806 TFTP|TFTPCache::FindMatching(IPCTEST2), Found[ipctest2.cnf.xml]\n", "");
    row("CTI trace",
        "06/12/2009 11:51:09.759 CTI|CTIHandler::ProviderOpenRequest login=x|<CLID::C><NID::10.64.1.10>\n",
        "");
    row("CUPS SIP proxy",
        "2:26:18.719 |PID(25333) sip_protocol.c(5964) Received 536 bytes TCP packet from 10.53.56.17\n", "");
    row("OCS SIPStack",
        "TL_INFO(TF_PROTOCOL) [0]06E4.0EB4::01/18/2012-05:00:43.101.00005386 "
        "(SIPStack,SIPAdminLog::TraceProtocolRecord:SIPAdminLog.cpp(125))$$begin_record\n$$end_record\n",
        "");
    row("88xx console",
        "5853 DEB Mar 09 18:32:45.420295 (618:927) JAVA-SIPCC-SIP_TRANS: sipTransportSendMessage: Starting\n",
        "");
    row("packet text",
        "Executing command with options:\n size=128 count=1000 interface=eth0\n src= dest= port=123\n\n"
        "08:56:01.125718 cm6-sub.ntp > cm6-pub.ntp: v4 client strat 4 poll 10 prec -18 (DF) [tos 0x10]\n",
        "");
    row("ntpd log", "27 Feb 08:11:10 ntpd[3638]: synchronized to 10.1.1.1, stratum 2\n", "");
    row("install log", "01/02/2009 09:07:46 post_install|Starting ntpd (pid file absent)|<LVL::Info>\n", "");
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
    QCOMPARE(ids, (std::vector<std::string_view>{"phone-console", "cucm-sdi", "ntp-status"}));
}

QTEST_APPLESS_MAIN(TestSniff)
#include "tst_sniff.moc"
