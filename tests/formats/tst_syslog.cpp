// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "models/formats/formats.h"
#include "tests/formats/reading.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

// The first line is published; the others are in its manner and that of older releases.

constexpr std::string_view alarms =
    "31 uc-ucm-01 local7 3 : 41679: uc-ucm-01.pcce.local Jul 02 2015 06:22:31 UTC :   "
    "%UC_CALLMANAGER-3-EndPointUnregistered: %[DeviceName=SEPE0D1730A8137][IPAddress=10.60.98.210][Protocol=S"
    "IP][DeviceType=592][Description=Phone][Reason=13][IPAddrAttributes=0][LastSignalReceived=SIPStationDPrim"
    "aryLineTimeout][AppID=Cisco CallManager][ClusterID=StandAloneCluster][NodeID=uc-ucm-01]: An endpoint "
    "has unregistered\n"
    "<187>Jul  2 01:22:32 uc-ucm-01 local7 3 ccm: 41680: uc-ucm-01: Jul 02 2015 08:22:32.500 GMT+0200 :  "
    "%UC_CALLMANAGER-4-EndPointTransientConnection: "
    "%[ConnectingPort=5061][DeviceName=][IPAddress=10.60.98.211][Reason=11][StationState=wait][NodeID=uc-ucm-"
    "01][cut\n"
    "2015-07-02T06:22:33.250Z uc-ucm-01 ccm: 41681: "
    "%CCM_CALLMANAGER-CALLMANAGER-4-DeviceTransientConnection: Transient connection attempted. Connecting "
    "Port:2000 Device name [Optional].:SEP001E7A24429A Device IP address.:10.60.98.212 Device type. "
    "[Optional]:255 Reason Code [Optional].:13 App ID:Cisco CallManager Cluster ID:StandAloneCluster Node "
    "ID:uc-ucm-01\n"
    "Jul  2 01:22:34 uc-ucm-01 local7 2 ccm: 9: uc-ucm-01: Jul 02 2015 06:22:34.500 UTC : "
    "%UC_RTMT-2-RTMT_ALERT: %[AlertName=SyslogSeverityMatchFound][AlertDetail= MatchedEvent : Jul 2 06:22:31 "
    "%UC_CALLMANAGER-3-EndPointUnregistered: %[DeviceName=SEPE0D1730A8137][Reason=13]: ]: alert\n"
    "Jul  2 01:22:35 uc-ucm-01 sshd[4711]: Accepted password for admin from 10.1.1.1\n"
    "Jul  2 01:22:36 uc-ucm-01 local7 5 x: %SYS-5-CONFIG_I: Configured from console\n"
    "Jul  2 01:22:37 uc-ucm-01 local7 6 ccm: 41682: Jul 99 2015 06:22:37 UTC : "
    "%UC_CALLMANAGER-6-EndPointRegistered: %[DeviceName=SEPE0D1730A8137]: x\n"
    "%UC_CALLMANAGER-6-EndPointRegistered: %[DeviceName=SEPE0D1730A8137]: no time at all\n";

constexpr std::string_view alarmsEvents =
    "alarm.end-point-unregistered 2015-07-02T06:22:31.000000000Z line 1 SEPE0D1730A8137 - - "
    "device-name=SEPE0D1730A8137;address=10.60.98.210;protocol=SIP;device-type=592;description=Phone;reason=1"
    "3;reason-name=KeepAliveTimeout;last-signal=SIPStationDPrimaryLineTimeout;node=uc-ucm-01;severity=3;ip-ad"
    "dr-attributes=0;app-id=Cisco CallManager;cluster-id=StandAloneCluster\n"
    "alarm.end-point-transient-connection 2015-07-02T06:22:32.500000000Z line 2 - - - "
    "address=10.60.98.211;reason=11;reason-name=InvalidX509NameInCertificate;port=5061;node=uc-ucm-01;severit"
    "y=4;station-state=wait\n"
    "alarm.device-transient-connection 2015-07-02T06:22:33.250000000Z line 3 SEP001E7A24429A - - "
    "device-name=SEP001E7A24429A;address=10.60.98.212;device-type=255;reason=13;reason-name=DirectoryNumberMi"
    "smatch;port=2000;node=uc-ucm-01;severity=4;app-id=Cisco CallManager;cluster-id=StandAloneCluster\n";

constexpr std::string_view eventLog = "Event Type:\tError\n"
                                      "Event Source:\tCisco CallManager\n"
                                      "Event Category:\tNone\n"
                                      "Event ID:\t3\n"
                                      "Date:\t\t9/23/2005\n"
                                      "Time:\t\t10:02:11 PM\n"
                                      "User:\t\tN/A\n"
                                      "Computer:\tCCM1\n"
                                      "Description:\n"
                                      "Error: DeviceTransientConnection - Transient connection attempted.\n"
                                      "  Connecting Port: 2000\n"
                                      "  Device name [Optional].: SEP000D65ABCDEF\n"
                                      "  Device IP address.: 10.1.2.3\n"
                                      "  Device type. [Optional]: 255\n"
                                      "  Reason Code [Optional].: 1\n"
                                      "  App ID: Cisco CallManager\n"
                                      "  Cluster ID: CCM1-Cluster\n"
                                      "  Node ID: 10.1.1.1\n"
                                      "Explanation: A connection was established and immediately dropped.\n"
                                      "Recommended Action: None.\n"
                                      "\n"
                                      "Event Type:\tWarning\n"
                                      "Event Source:\tCisco CallManager\n"
                                      "Date:\t\t9/24/2005\n"
                                      "Description:\n"
                                      "Error: DeviceUnregistered - Device unregistered.\n"
                                      "  Device name.: SEP000D65ABCDEF\n"
                                      "  App ID: Cisco CallManager\n";

constexpr std::string_view eventLogEvents =
    "alarm.device-transient-connection 2005-09-23T22:02:11.000000000Z line 10 SEP000D65ABCDEF - - "
    "device-name=SEP000D65ABCDEF;address=10.1.2.3;device-type=255;reason=1;reason-name=Unknown;port=2000;node"
    "=10.1.1.1;app-id=Cisco CallManager;cluster-id=CCM1-Cluster\n";

constexpr std::string_view newYear =
    "Dec 31 20:01:22 callmgr-sub local7 6 ccm: 68255: Dec 31 23:59:59.506 CDT : "
    "%CCM_CALLMANAGER-CALLMANAGER-6-DeviceRegistered: Device registered. Device name.:SEP0021A0D8F259 Device "
    "IP address.:10.20.20.22 Protocol.:SCCP Device type. [Optional]:115 Device description [Optional].:Phone "
    "6011 App ID:Cisco CallManager Cluster ID:StandAloneCluster Node ID:callmgr-sub\n"
    "Jan  1 07:55:51 callmgr-sub local7 6 ccm: 68256: Jan  1 00:00:01.014 CDT : "
    "%CCM_CALLMANAGER-CALLMANAGER-3-CallManagerOnline: Unified CM service started. App ID:Cisco CallManager "
    "Cluster ID:StandAloneCluster Node ID:callmgr-sub\n";

constexpr std::string_view newYearEvents =
    "alarm.device-registered 1970-12-31T23:59:59.506000000Z line 1 SEP0021A0D8F259 - - "
    "device-name=SEP0021A0D8F259;address=10.20.20.22;protocol=SCCP;device-type=115;description=Phone "
    "6011;node=callmgr-sub;severity=6;app-id=Cisco CallManager;cluster-id=StandAloneCluster\n"
    "alarm.call-manager-online 1971-01-01T00:00:01.014000000Z line 2 - - - "
    "node=callmgr-sub;severity=3;app-id=Cisco CallManager;cluster-id=StandAloneCluster\n";

} // namespace

class TestSyslog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutAtEveryByte();
    void everyByteReplaced();
    void windowsLineEnds();
    void otherDaemons();
    void times_data();
    void times();
    void alarmsOfAllReleases();
    void eventLogOfWindows();
    void eventLogOfGermanWindows();
    void withoutYear();
    void yearComesLater();
    void withoutZone();
    void bracketsInAValue();
    void reasons_data();
    void reasons();
};

/// Whatever is missing at the end: no crash, and what was read before stays the same.
void TestSyslog::cutAtEveryByte()
{
    for (std::size_t length = 0; length <= alarms.size(); ++length) {
        const Reading reading = readText(syslogFormat(), alarms.substr(0, length));
        QVERIFY(reading.facts);
        QVERIFY(reading.sink.ordered);
        for (std::size_t i = 0; i + 2 < reading.sink.events.size(); ++i)
            QVERIFY(alarmsEvents.find(reading.sink.events[i] + '\n') != std::string_view::npos);
        syslogFormat().sniff(asBytes(alarms.substr(0, length)));
    }
}

void TestSyslog::everyByteReplaced()
{
    constexpr std::string_view wrong("\0|>]\n:", 6);
    std::string text(alarms);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char kept = std::exchange(text[i], wrong[i % wrong.size()]);
        QVERIFY(readText(syslogFormat(), text).facts);
        text[i] = kept;
    }
}

/// ntpd and DHCP servers write into the same syslog.
void TestSyslog::otherDaemons()
{
    const Reading reading =
        readText(syslogFormat(),
                 "Jan 16 09:52:13 ucm-sub local7 6 ccm: 1: ucm-sub: Jan 16 2017 09:52:13.303 UTC :  "
                 "%UC_CALLMANAGER-6-EndPointRegistered: %[DeviceName=SEP001BD44BFC93]: Endpoint registered\n"
                 "Jan 16 09:53:13 ucm-sub daemon 4 ntpd[28435]: time reset +1.210000 s\n"
                 "Jan 16 09:54:13 ucm-sub dhcpd: DHCPNAK on 10.0.2.15 to 00:1b:d4:4b:fc:93 via eth0\n"
                 "Jan 16 09:55:13 ucm-sub sshd[1]: Accepted password\n");
    QCOMPARE(reading.sink.events.size(), std::size_t{3});
    QVERIFY(reading.sink.events[1].starts_with("ntp.log "));
    QVERIFY(reading.sink.events[1].find(" line 2 ") != std::string::npos);
    QVERIFY(reading.sink.events[2].starts_with("dhcp.nak "));
}

void TestSyslog::windowsLineEnds()
{
    std::string text;
    for (const char c : alarms)
        text += c == '\n' ? std::string("\r\n") : std::string(1, c);
    QCOMPARE(readText(syslogFormat(), text).eventText(), std::string(alarmsEvents));
}

void TestSyslog::times_data()
{
    QTest::addColumn<QByteArray>("front");
    QTest::addColumn<QByteArray>("time"); // empty: the line is left out
    QTest::addColumn<int>("offset"); // -1: not known
    const auto row = [](const char* name, const char* front, const char* time, int offset) {
        QTest::newRow(name) << QByteArray(front) << QByteArray(time) << offset;
    };
    row("no time", "", "", -1);
    row("day that is none", "x: Feb 30 2015 06:22:31 UTC : ", "", -1);
    row("hour that is none", "x: Feb 20 2015 26:22:31 UTC : ", "", -1);
    row("month that is none", "x: Fob 20 2015 06:22:31 UTC : ", "", -1);
    row("year 0", "x: Feb 20 0000 06:22:31 UTC : ", "", -1);
    row("UTC", "x: Feb 20 2015 06:22:31 UTC : ", "2015-02-20T06:22:31.000", 0);
    row("milliseconds", "x: Feb 20 2015 06:22:31.257 UTC : ", "2015-02-20T06:22:31.257", 0);
    row("zone by its letters", "x: Feb 20 2015 06:22:31.257 CDT : ", "2015-02-20T06:22:31.257", -18'000);
    row("letters of several zones", "x: Feb 20 2015 06:22:31.257 CST : ", "2015-02-20T06:22:31.257", -1);
    row("zone as a number", "x: Feb 20 2015 06:22:31 -0530 : ", "2015-02-20T06:22:31.000", -19800);
    row("zone as a number behind GMT", "x: Feb 20 2015 06:22:31 GMT+02:00 : ", "2015-02-20T06:22:31.000",
        7200);
    row("no zone", "x: Feb 20 2015 06:22:31 : ", "2015-02-20T06:22:31.000", -1);
    row("one digit", "Feb  2 2015 06:22:31 : ", "2015-02-02T06:22:31.000", -1);
    row("front of the line", "Feb  2 2015 06:22:31 cucm-sub local7 6 ccm: ", "2015-02-02T06:22:31.000", -1);
    row("priority", "<189>Feb  2 2015 06:22:31 cucm-sub ccm: ", "2015-02-02T06:22:31.000", -1);
    row("no year", "<189>Feb  2 06:22:31 cucm-sub ccm: ", "1970-02-02T06:22:31.000", -1);
    row("leap day without a year", "Feb 29 06:22:31 cucm-sub ccm: ", "1970-03-01T06:22:31.000", -1);
    row("router without NTP", "<189>41: *Mar  1 00:04:12.117: ", "1970-03-01T00:04:12.117", -1);
    row("RFC 5424", "<187>1 2015-02-02T06:22:31.250Z cucm-sub ccm 17 - - ", "2015-02-02T06:22:31.250", 0);
    row("ISO with an offset", "2015-02-02T06:22:31-06:00 cucm-sub ccm: ", "2015-02-02T06:22:31.000", -21600);
    row("ISO with a blank and a comma",
        "2015-02-02 06:22:31,5 +0100 cucm-sub ccm: ", "2015-02-02T06:22:31.500", 3600);
    row("ISO before the alarm", "x: 2015-02-02 06:22:31.25 +01 : ", "2015-02-02T06:22:31.250", 3600);
    row("host in capitals", "2015-02-02 06:22:31 CUCM-SUB : ", "2015-02-02T06:22:31.000", -1);
    row("ISO without a zone", "2015-02-02T06:22:31 cucm-sub ccm: ", "2015-02-02T06:22:31.000", -1);
}

void TestSyslog::times()
{
    QFETCH(QByteArray, front);
    QFETCH(QByteArray, time);
    QFETCH(int, offset);
    const Reading reading = readText(
        syslogFormat(), front.toStdString() + "%UC_CALLMANAGER-6-CallManagerOnline: %[NodeID=n]: x\n");
    QVERIFY(reading.facts);
    QCOMPARE(reading.facts->utcOffsetSeconds.value_or(-1), offset);
    if (time.isEmpty()) {
        QVERIFY(reading.sink.events.empty());
        QCOMPARE(reading.sink.problems.size(), std::size_t{1});
        return;
    }
    QCOMPARE(reading.eventText(),
             "alarm.call-manager-online " + time.toStdString() + "000000Z line 1 - - - node=n;severity=6\n");
}

void TestSyslog::alarmsOfAllReleases()
{
    const Reading reading = readText(syslogFormat(), alarms);
    QCOMPARE(reading.eventText(), std::string(alarmsEvents));
    QCOMPARE(reading.problemText(),
             std::string("data-loss formats.time-not-understood line 7 'Jul 99 2015 06:22:37 UTC'\n"
                         "info formats.alarm-repeats line 4 '1' '4'\n"
                         "info formats.lines-not-understood line 8 '1' '8'\n"
                         "info formats.records-not-of-interest - '2' '0'\n"));
    QCOMPARE(reading.facts->zoneName, std::string("UTC"));
    QCOMPARE(reading.facts->utcOffsetSeconds, std::optional(0));
}

/// The second alarm does not say at which time it was.
void TestSyslog::eventLogOfWindows()
{
    const Reading reading = readText(syslogFormat(), eventLog);
    QCOMPARE(reading.eventText(), std::string(eventLogEvents));
    QCOMPARE(reading.problemText(), std::string("info formats.lines-not-understood line 26 '1' '26'\n"));
}

void TestSyslog::eventLogOfGermanWindows()
{
    std::string text(eventLog);
    text.replace(text.find("9/23/2005"), 9, "23.09.2005");
    text.replace(text.find("10:02:11 PM"), 11, "22:02:11");
    QCOMPARE(readText(syslogFormat(), text).eventText(), std::string(eventLogEvents));
}

void TestSyslog::withoutYear()
{
    const Reading reading = readText(syslogFormat(), newYear);
    QCOMPARE(reading.eventText(), std::string(newYearEvents));
    QVERIFY(!reading.facts->hasDate);
    QVERIFY(reading.facts->year);
    QCOMPARE(reading.facts->zoneName, std::string("CDT"));
    QCOMPARE(reading.facts->utcOffsetSeconds, std::optional(-18'000));
}

/// Lines of two sorts stay on one calendar.
void TestSyslog::yearComesLater()
{
    const std::string alarm = " UTC : %UC_CALLMANAGER-6-CallManagerOnline: %[NodeID=n]: x\n";
    const Reading later =
        readText(syslogFormat(), "x: Feb  2 06:22:31" + alarm + "x: Feb  3 2015 06:22:31" + alarm);
    QVERIFY(later.sink.events[1].find("1970-02-03T06:22:31") != std::string::npos);
    QCOMPARE(later.facts->year->known, std::optional(2015));
    const Reading missing =
        readText(syslogFormat(), "x: Feb  2 2015 06:22:31" + alarm + "x: Feb 29 06:22:31" + alarm);
    QVERIFY(missing.sink.events[1].find("2015-02-28T06:22:31") != std::string::npos);
    QVERIFY(missing.facts->hasDate);
}

/// The front of a line is in the zone of whoever wrote the log, which other lines tell.
void TestSyslog::withoutZone()
{
    const std::string alarm = "%UC_CALLMANAGER-6-CallManagerOnline: %[NodeID=n]: x\n";
    const Reading reading =
        readText(syslogFormat(),
                 "Jul  2 01:22:31 n local7 6 ccm: 1: n: Jul 02 2015 06:22:31.250 UTC : " + alarm
                     + "Jul  2 01:22:40 n local7 6 ccm: " + alarm
                     + "Jul  2 01:22:41 n local7 6 ccm: 3: n: Jul 02 2015 08:22:41 CEST : " + alarm);
    QCOMPARE(reading.sink.events.size(), std::size_t{3});
    QVERIFY(reading.sink.events[1].find("2015-07-02T06:22:40.000") != std::string::npos);
    QVERIFY(reading.sink.events[2].find("2015-07-02T06:22:41.000") != std::string::npos);
    QCOMPARE(reading.problemText(), std::string("notice formats.zone-of-neighbours line 2 '1' '2'\n"));
}

/// Descriptions are typed by people.
void TestSyslog::bracketsInAValue()
{
    const Reading reading =
        readText(syslogFormat(),
                 "x: Feb  2 2015 06:22:31 UTC : %UC_CALLMANAGER-3-EndPointUnregistered: "
                 "%[DeviceName=SEPE0D1730A8137][Description=Lobby [1st]][Reason=13][NodeID=pub]: gone\n");
    QCOMPARE(reading.sink.events.size(), std::size_t{1});
    for (const char* field : {"description=Lobby [1st]", "reason=13", "node=pub"})
        QVERIFY2(reading.sink.events[0].find(field) != std::string::npos, reading.sink.events[0].c_str());
}

void TestSyslog::reasons_data()
{
    QTest::addColumn<QByteArray>("alarm");
    QTest::addColumn<QByteArray>("name");
    const auto row = [](const char* alarm, const char* name) {
        QTest::newRow(alarm) << QByteArray(alarm) << QByteArray(name);
    };
    row("EndPointUnregistered-10", "reason-name=DeviceUnregistered");
    row("EndPointTransientConnection-10", "reason-name=AuthenticationError");
    row("DeviceUnregistered-29", "reason-name=DeviceSwitch");
    row("DeviceUnregistered-30", "");
    row("DeviceUnregistered-27", "");
    row("DeviceTransientConnection-33", "reason-name=AddressingModeMismatch");
    row("DeviceTransientConnection-19", "");
    row("StationConnectionError-2", "reason-name=keepAliveTimeout");
    row("ConnectionFailure-2", "");
    row("EndPointUnregistered-x", "");
}

/// The same number means different things in different alarms.
void TestSyslog::reasons()
{
    QFETCH(QByteArray, alarm);
    QFETCH(QByteArray, name);
    const auto parts = alarm.split('-');
    const std::string expected = name.isEmpty() ? std::string() : ';' + name.toStdString();
    const Reading reading =
        readText(syslogFormat(),
                 "x: Feb 20 2015 06:22:31 UTC : %UC_CALLMANAGER-3-" + parts[0].toStdString()
                     + ": %[Reason=" + parts[1].toStdString() + "]: x\n");
    QVERIFY2(reading.sink.events[0].ends_with(" reason=" + parts[1].toStdString() + expected + ";severity=3"),
             reading.sink.events[0].c_str());
}

QTEST_APPLESS_MAIN(TestSyslog)
#include "tst_syslog.moc"
