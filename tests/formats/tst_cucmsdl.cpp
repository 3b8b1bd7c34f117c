// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "models/formats/formats.h"
#include "tests/formats/reading.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

// Rows as in published traces, put together for this test.

constexpr std::string_view trace =
    "23469039.000 |23:59:41.102 |FileHead |UTC:-05:00,Date: 2024/08/13, AppName: CCM, AppId: 100, AppNodeId: "
    "1, AppVersion: CUCM Install=11.5.1.16900-16 Build=11.5.1.16900-16 (d3f126) memlog=20, HostName: "
    "Trainingpub115, HostIPAddress: 10.207.166.103, AppStartTime: 2024/08/13 23:58:28, FileNumber: 1263, "
    "TraceVer: 3.0\n"
    "23469040.000 |23:59:41.206 |SdlSig   |DbObjectCacheTimer                     |initialized               "
    "     |Db(1,100,213,1)                  |SdlTimerService(1,100,3,1)       |1,100,150,1.1^*^*             "
    "           |[T:H-H:0,N:0,L:0,V:0,Z:0,D:0]  AppCorr: 0\n"
    "23469041.000 |23:59:41.397 |AppInfo  |HttpConnection - checkConnQueue found no connData\n"
    "23469042.000 |23:59:42.217 |SdlStat  |Period: 6s #Lines: 60 #Bytes: 9670 Total Number of Buffers: "
    "10000\n"
    "23469043.000 |23:59:43.102 |SdlSig  |StationLocationInfo |restart0 |StationD(1,100,64,5195) "
    "|StationInit(1,100,63,1) |1,100,14,5210.26^10.105.132.116^SEP10F311B680E2 "
    "|[R:N-H:0,N:0,L:0,V:0,Z:0,D:0] LocationInfo=a|b\n"
    "23469043.001 |23:59:43.102 |AppInfo  |StationInit: (0005195) InboundStim - "
    "StationLocationInfoMessageID\n"
    "23469044.000 |23:59:44.125 |SdlSig   |StationKeepAlive                       |restart0                  "
    "     |StationD(1,100,64,338)           |StationInit(1,100,63,1)          "
    "|1,100,14,338.753^10.20.20.21^SEP000B5FD437BD      |[R:N-H:0,N:0,L:0,V:0,Z:0,D:0]\n"
    "23469044.001 |23:59:44.125 |AppInfo  |StationInit: (0000338) KeepAlive.\n"
    "23469045.000 |23:59:44.125 |AppInfo  |StationD:    (0000338) KeepAliveAck.\n"
    "23469046.000 |00:00:13.281 |SdlSig   |StationTimeDateReq                     |restart0                  "
    "     |StationD(1,100,64,551)           |StationInit(1,100,63,1)          "
    "|1,100,14,551.87^10.10.20.11^SEP001BD48B3AE1      |[R:N-H:0,N:0,L:0,V:0,Z:0,D:0]\n"
    "23469046.001 |00:00:13.281 |AppInfo  |StationD:    (0000551) DefineTimeDate timeDateInfo=8/14/2024 "
    "0:00:13,3 systemTime=1723611613.\n"
    "02760565.000 |00:00:14.329 |SdlSig   |CtiDeviceRegisterNotifyWithLineInfo    |wait                      "
    "     |CTIRegistrar(1,100,237,1)        |SIPStationD(1,100,76,128)        "
    "|1,100,14,8722.2^10.65.40.61^test_secure  |[R:N-H:0,N:1,L:2,V:0,Z:0,D:0]  deviceName=test_secure\n"
    "02760566.000 |00:00:15.329 |SdlSig   |SdlSocketClosed    |wait  |StationInit(1,100,63,1)  "
    "|SdlTCPConnection(1,100,14,338)  |1,100,14,338.754^10.20.20.21^SEP000B5FD437BD  |[R:N-H:0]\n"
    "08080021.045 |00:00:16.937 |AppInfo  |ConnectionFailure - Unified CM failed to open a TLS connection "
    "for the indicated device Device Name:SEP00506006EAFE IP Address:10.1.97.108 IPV6Address: Device "
    "type:584 Reason code:2 App ID:Cisco CallManager Cluster ID:StandAloneCluster Node ID:RTP-TBTP-CUCM9 \n"
    "08080021.046 |00:00:16.938 |AlarmErr |AlarmClass: CallManager, AlarmName: ConnectionFailure, "
    "AlarmSeverity: Error, AlarmMessage: , AlarmDescription: Unified CM failed to open a TLS connection for "
    "the indicated device, AlarmParameters: DeviceName:SEP00506006EAFE, IPAddress:10.1.97.108, IPV6Address:, "
    "DeviceType:584, Reason:2, AppID:Cisco CallManager, ClusterID:StandAloneCluster, NodeID:RTP-TBTP-CUCM9,\n"
    "08080022.000 |00:00:17.938 |AlarmErr |AlarmClass: CallManager, AlarmName: EndPointUnregistered, "
    "AlarmSeverity: Error, AlarmMessage: , AlarmDescription: An endpoint has unregistered, AlarmParameters: "
    "DeviceName:SEP00506006EAFE, IPAddress:10.1.97.108, Reason:13, Protocol:SIP, DeviceType:584, "
    "LastSignalReceived:SIPStationDPrimaryLineTimeout, AppID:Cisco CallManager, NodeID:cm9,\n";

constexpr std::string_view traceEvents =
    "trace.file-head 2024-08-13T23:59:41.102000000Z line 1 - 10.207.166.103 - "
    "application=CCM;node=1;version=11.5.1.16900-16;host=Trainingpub115;address=10.207.166.103;service-start="
    "2024-08-13T23:58:28;file-number=1263;utc-offset-s=-18000\n"
    "trace.service-start 2024-08-13T23:59:41.102000000Z line 1 - 10.207.166.103 - "
    "application=CCM;node=1;version=11.5.1.16900-16;host=Trainingpub115;address=10.207.166.103;service-start="
    "2024-08-13T23:58:28;file-number=1263;utc-offset-s=-18000\n"
    "sccp.location-info 2024-08-13T23:59:43.102000000Z line 6 SEP10F311B680E2 10.105.132.116 10.207.166.103 "
    "message-id=0x0157;handle=5195;address=10.105.132.116\n"
    "sccp.keepalive 2024-08-13T23:59:44.125000000Z line 8 SEP000B5FD437BD 10.20.20.21 10.207.166.103 "
    "message-id=0x0000;handle=338;address=10.20.20.21 repeats\n"
    "sccp.keepalive-ack 2024-08-13T23:59:44.125000000Z line 9 - 10.207.166.103 - "
    "message-id=0x0100;handle=338 repeats\n"
    "sccp.time-date 2024-08-14T00:00:13.281000000Z line 10 SEP001BD48B3AE1 10.10.20.11 10.207.166.103 "
    "message-id=0x000d;handle=551;device-name=SEP001BD48B3AE1;address=10.10.20.11\n"
    "sccp.time-date-res 2024-08-14T00:00:13.281000000Z line 11 SEP001BD48B3AE1 10.207.166.103 10.10.20.11 "
    "message-id=0x0094;handle=551;address=10.10.20.11;system-time=1723611613\n"
    "trace.device-registered 2024-08-14T00:00:14.329000000Z line 12 test_secure 10.207.166.103 10.65.40.61 "
    "device-name=test_secure;address=10.65.40.61\n"
    "trace.disconnect 2024-08-14T00:00:15.329000000Z line 13 SEP000B5FD437BD 10.20.20.21 10.207.166.103 "
    "device-name=SEP000B5FD437BD;address=10.20.20.21;how=tcp-closed\n"
    "alarm.connection-failure 2024-08-14T00:00:16.937000000Z line 14 SEP00506006EAFE - - "
    "device-name=SEP00506006EAFE;address=10.1.97.108;device-type=584;reason=2;node=RTP-TBTP-CUCM9;app-id=Cisc"
    "o CallManager;cluster-id=StandAloneCluster\n"
    "alarm.end-point-unregistered 2024-08-14T00:00:17.938000000Z line 16 SEP00506006EAFE - - "
    "device-name=SEP00506006EAFE;address=10.1.97.108;protocol=SIP;device-type=584;reason=13;reason-name=KeepA"
    "liveTimeout;last-signal=SIPStationDPrimaryLineTimeout;node=cm9;severity=Error;app-id=Cisco "
    "CallManager\n";

const std::string head = std::string(trace.substr(0, trace.find('\n') + 1));

Reading readSdl(std::string_view text)
{
    return readText(cucmSdlFormat(), text);
}

std::string fileHead(const char* clock, const char* zone, const char* date)
{
    return std::string("28147301.000 |") + clock + " |FileHead |UTC:" + zone + ",Date: " + date
        + ", AppName: CCM, AppId: 100, AppNodeId: 1, HostIPAddress: 10.1.1.1\n";
}

std::string keepalive(const char* clock)
{
    return std::string("28147302.000 |") + clock + " |AppInfo  |StationInit: (0000338) KeepAlive.\n";
}

} // namespace

class TestCucmSdl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wrongTimesAreNamedAndSkipped();
    void linesBeforeTheFirstRow();
    void headsThatSayLittle_data();
    void headsThatSayLittle();
    void cutAtEveryByte();
    void everyByteReplaced();
    void windowsLineEnds();
    void wholeFile();
    void squeezed();
    void headStandsLater();
    void headStandsFarBehind();
    void twoHeads();
    void signalsOutOfOrder();
    void signals_data();
    void signals();
    void levelTooLow();
};

void TestCucmSdl::wrongTimesAreNamedAndSkipped()
{
    const Reading reading = readSdl(keepalive("25:00:00.000") + "more of it\n" + keepalive("12:00:00.000"));
    QCOMPARE(reading.eventText(),
             std::string("sccp.keepalive 1970-01-01T12:00:00.000000000Z line 3 - - - "
                         "message-id=0x0000;handle=338 repeats\n"));
    QCOMPARE(reading.problemText(),
             std::string("data-loss formats.time-not-understood line 1 '25:00:00.000'\n"));
}

void TestCucmSdl::linesBeforeTheFirstRow()
{
    const Reading reading = readSdl("Content-Length: 0\n\n" + keepalive("12:00:00.000"));
    QCOMPARE(reading.sink.events.size(), std::size_t{1});
    QCOMPARE(reading.problemText(), std::string("info formats.lines-not-understood line 1 '1' '1'\n"));
}

void TestCucmSdl::headsThatSayLittle_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QByteArray>("time");
    QTest::addColumn<int>("offset"); // -1: not known
    const auto row = [](const char* name, const std::string& text, const char* time, int offset) {
        QTest::newRow(name) << QByteArray::fromStdString(text) << QByteArray(time) << offset;
    };
    row("nothing", "28147301.000 |12:00:00.000 |FileHead |\n", "1970-01-01T12:00:00", -1);
    row("no such day", fileHead("12:00:00.000", "-05:00", "2024/02/30"), "1970-01-01T12:00:00", -18000);
    row("no such month", fileHead("12:00:00.000", "-05:00", "2024/13/01"), "1970-01-01T12:00:00", -18000);
    row("no such zone", fileHead("12:00:00.000", "-25:00", "2024/02/29"), "2024-02-29T12:00:00", -1);
    row("no zone", fileHead("12:00:00.000", "", "2024/02/29"), "2024-02-29T12:00:00", -1);
    row("half hours", fileHead("12:00:00.000", "+05:30", "2024/02/29"), "2024-02-29T12:00:00", 19800);
    row("cut", "28147301.000 |12:00:00.000 |FileHead |UTC:+05:30,Date: 2024/02\n", "1970-01-01T12:00:00",
        19800);
}

void TestCucmSdl::headsThatSayLittle()
{
    QFETCH(QByteArray, row);
    QFETCH(QByteArray, time);
    QFETCH(int, offset);
    const Reading reading = readSdl(row.toStdString() + keepalive("12:00:00.000"));
    QCOMPARE(toRfc3339(reading.facts->first->ns).substr(0, 19), time.toStdString());
    QCOMPARE(toRfc3339(reading.facts->last->ns).substr(0, 19), time.toStdString());
    QCOMPARE(reading.facts->utcOffsetSeconds.value_or(-1), offset);
    QCOMPARE(reading.facts->hasDate, !time.startsWith("1970"));
}

/// Whatever is missing at the end: no crash, and what was read before stays the same.
void TestCucmSdl::cutAtEveryByte()
{
    for (std::size_t length = 0; length <= trace.size(); ++length) {
        const Reading reading = readText(cucmSdlFormat(), trace.substr(0, length));
        QVERIFY(reading.facts);
        QVERIFY(reading.sink.ordered);
        for (std::size_t i = 0; i + 2 < reading.sink.events.size(); ++i)
            QVERIFY(traceEvents.find(reading.sink.events[i] + '\n') != std::string_view::npos);
        cucmSdlFormat().sniff(asBytes(trace.substr(0, length)));
    }
}

void TestCucmSdl::everyByteReplaced()
{
    constexpr std::string_view wrong("\0|>]\n:", 6);
    std::string text(trace);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char kept = std::exchange(text[i], wrong[i % wrong.size()]);
        QVERIFY(readText(cucmSdlFormat(), text).facts);
        text[i] = kept;
    }
}

void TestCucmSdl::windowsLineEnds()
{
    std::string text;
    for (const char c : trace)
        text += c == '\n' ? std::string("\r\n") : std::string(1, c);
    QCOMPARE(readText(cucmSdlFormat(), text).eventText(), std::string(traceEvents));
}

/// A signal is told with the words that follow it, once; an alarm in words and as a list is one.
void TestCucmSdl::wholeFile()
{
    const Reading reading = readSdl(trace);
    QCOMPARE(reading.eventText(), std::string(traceEvents));
    QCOMPARE(reading.problemText(), std::string("info formats.records-not-of-interest - '3' '0'\n"));
    QVERIFY(reading.sink.ordered);
    const SourceFacts& facts = *reading.facts;
    QCOMPARE(facts.records, std::uint64_t{16});
    QCOMPARE(toRfc3339(facts.first->ns), std::string("2024-08-13T23:59:41.102000000Z"));
    QCOMPARE(toRfc3339(facts.last->ns), std::string("2024-08-14T00:00:17.938000000Z"));
    QVERIFY(facts.hasDate);
    QCOMPARE(facts.utcOffsetSeconds, std::optional(-18000));
    QCOMPARE(facts.origin.host, std::string("Trainingpub115"));
    QCOMPARE(facts.origin.address, std::string("10.207.166.103"));
    QCOMPARE(facts.origin.application, std::string("CCM"));
    QCOMPARE(facts.origin.version, std::string("11.5.1.16900-16"));
    QCOMPARE(facts.origin.node, std::optional<std::uint32_t>(1));
    QCOMPARE(facts.origin.fileNumber, std::optional<std::uint64_t>(1263));
    QCOMPARE(toRfc3339(facts.origin.serviceStart->ns), std::string("2024-08-13T23:58:28.000000000Z"));
    QVERIFY(facts.limits.empty());
}

/// Copies lose the blanks of the columns.
void TestCucmSdl::squeezed()
{
    std::string text;
    for (const char c : trace) {
        if (c != ' ' || text.empty() || text.back() != ' ')
            text += c;
    }
    const Reading reading = readSdl(text);
    QCOMPARE(reading.sink.kinds, readSdl(trace).sink.kinds);
    QCOMPARE(reading.sink.events[1], readSdl(trace).sink.events[1]);
}

/// The date is counted back over the midnights before it.
void TestCucmSdl::headStandsLater()
{
    const Reading reading =
        readSdl("a line that is none\n" + keepalive("23:59:59.000") + keepalive("00:00:01.000")
                + fileHead("00:00:02.000", "+01:00", "2024/03/01"));
    QVERIFY(reading.sink.events[0].find("2024-02-29T23:59:59") != std::string::npos);
    QVERIFY(reading.sink.events[1].find("2024-03-01T00:00:01") != std::string::npos);
    QVERIFY(reading.sink.events[2].find("2024-03-01T00:00:02") != std::string::npos);
    QVERIFY(reading.facts->hasDate);
}

/// Farther than can be looked ahead: the whole file counts from day 0.
void TestCucmSdl::headStandsFarBehind()
{
    std::string text;
    const std::string row = "28147302.000 |12:00:00.000 |SdlStat  |" + std::string(10'000, 'x') + '\n';
    while (text.size() < std::size_t{17} << 20)
        text += row;
    text += fileHead("12:00:02.000", "+01:00", "2024/03/01") + keepalive("12:00:03.000");
    const Reading reading = readSdl(text);
    QVERIFY(!reading.facts->hasDate);
    QVERIFY(reading.sink.events[1].find("1970-01-01T12:00:03") != std::string::npos);
    QVERIFY(reading.problemText().starts_with("notice formats.date-too-late line "));
    QCOMPARE(reading.facts->utcOffsetSeconds, std::optional(3600));
}

/// Files of the ring in one: the date of each counts from there on. The zone is that of the first.
void TestCucmSdl::twoHeads()
{
    const Reading reading =
        readSdl(fileHead("01:59:58.000", "+01:00", "2024/03/31") + keepalive("01:59:59.000")
                + fileHead("03:00:00.000", "+02:00", "2024/03/31") + keepalive("03:00:01.000")
                + fileHead("00:00:00.000", "+02:00", "2024/04/02") + keepalive("00:00:01.000"));
    QVERIFY(reading.sink.events[3].find("2024-03-31T02:00:01") != std::string::npos);
    QVERIFY(reading.sink.events[5].find("2024-04-01T23:00:01") != std::string::npos);
    QCOMPARE(reading.facts->utcOffsetSeconds, std::optional(3600));
    QCOMPARE(reading.problemText(), std::string("notice formats.zone-changes line 3 '1' '3'\n"));
}

/// Rows of another thread stand between a signal and its words: whom they are about is still known.
void TestCucmSdl::signalsOutOfOrder()
{
    const Reading reading =
        readSdl("23469044.000 |10:00:00.000 |SdlSig |SdlReadRsp |wait |StationInit(1,100,63,1) "
                "|SdlTCPConnection(1,100,14,338) "
                "|1,100,14,338.753^10.20.20.21^SEP000B5FD437BD |[R:N-H:0]\n"
                "23469045.000 |10:00:00.001 |SdlSig |Timer |wait |X(1,100,63,1) |Y(1,100,14,338) "
                "|1,100,14,1.1^*^* |[R:N-H:0]\n"
                "23469044.001 |10:00:00.002 |AppInfo |StationInit: (0000338) Unregister.\n"
                "23469045.001 |10:00:00.003 |AppInfo |StationInit: (0000339) Unregister.\n");
    QCOMPARE(
        reading.eventText(),
        std::string(
            "sccp.unregister 1970-01-01T10:00:00.002000000Z line 3 SEP000B5FD437BD 10.20.20.21 - "
            "message-id=0x0027;handle=338;address=10.20.20.21\n"
            "sccp.unregister 1970-01-01T10:00:00.003000000Z line 4 - - - message-id=0x0027;handle=339\n"));
}

void TestCucmSdl::signals_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QByteArray>("event"); // empty: none
    const auto row = [](const char* name, const char* text, const char* event) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(event);
    };
    row("keepalive", "StationKeepAlive |restart0 |StationD(1,100,64,338) |StationInit(1,100,63,1)",
        "sccp.keepalive SEP001E7A24429A 10.2.1.5 - message-id=0x0000;handle=338;address=10.2.1.5 repeats");
    row("register", "StationRegister |restart0 |StationD(1,100,64,338) |StationInit(1,100,63,1)",
        "sccp.register SEP001E7A24429A 10.2.1.5 - "
        "message-id=0x0001;handle=338;device-name=SEP001E7A24429A;address=10.2.1.5");
    row("unregister", "StationUnregister |restart0 |StationD(1,100,64,338) |StationInit(1,100,63,1)",
        "sccp.unregister SEP001E7A24429A 10.2.1.5 - "
        "message-id=0x0027;handle=338;device-name=SEP001E7A24429A;address=10.2.1.5");
    row("message to the phone", "StationOutputReset |wait |StationInit(1,100,63,1) |StationD(1,100,64,338)",
        "sccp.reset SEP001E7A24429A - 10.2.1.5 "
        "message-id=0x009f;handle=338;device-name=SEP001E7A24429A;address=10.2.1.5");
    row("command between processes", "StationReset |wait |StationD(1,100,64,338) |DeviceManager(1,100,63,1)",
        "");
    row("close", "StationClose |restart0 |StationD(1,100,64,338) |StationInit(1,100,63,1)",
        "trace.disconnect SEP001E7A24429A 10.2.1.5 - "
        "handle=338;device-name=SEP001E7A24429A;address=10.2.1.5;how=closed-by-cucm");
    row("socket of a phone", "SdlSocketClosed |wait |SIPTcp(1,100,71,1) |SdlTCPConnection(1,100,14,345)",
        "trace.disconnect SEP001E7A24429A 10.2.1.5 - "
        "device-name=SEP001E7A24429A;address=10.2.1.5;how=tcp-closed");
    row("socket of something else", "SdlSocketClosed |wait |H323(1,100,71,1) |SdlTCPConnection(1,100,14,345)",
        "");
    row("connection", "SdlConnectionInd |wait |StationInit(1,100,63,1) |SdlTCPConnection(1,100,14,345)",
        "trace.connection SEP001E7A24429A 10.2.1.5 - device-name=SEP001E7A24429A;address=10.2.1.5");
    row("registered", "DeviceRegister |wait |DeviceManager(1,100,63,1) |StationD(1,100,64,338)",
        "trace.device-registered SEP001E7A24429A - 10.2.1.5 "
        "handle=338;device-name=SEP001E7A24429A;address=10.2.1.5");
    row("unregistered", "DeviceUnregister |wait |DeviceManager(1,100,63,1) |SIPStationD(1,100,76,128)",
        "trace.device-unregistered SEP001E7A24429A - 10.2.1.5 device-name=SEP001E7A24429A;address=10.2.1.5");
    row("stopped", "DeviceStop |wait |DeviceManager(1,100,63,1) |X(1,100,64,338)",
        "trace.device-stop SEP001E7A24429A - 10.2.1.5 device-name=SEP001E7A24429A;address=10.2.1.5");
    row("timer", "DbObjectCacheTimer |initialized |Db(1,100,213,1) |SdlTimerService(1,100,3,1)", "");
    row("too few columns", "StationKeepAlive", "");
}

void TestCucmSdl::signals()
{
    QFETCH(QByteArray, row);
    QFETCH(QByteArray, event);
    const Reading reading = readSdl("23469044.000 |10:00:00.000 |SdlSig |" + row.toStdString()
                                    + " |1,100,14,338.753^10.2.1.5^SEP001E7A24429A |[R:N-H:0,N:0] a=b|c\n");
    if (!event.isEmpty())
        event.insert(event.indexOf(' '), " 1970-01-01T10:00:00.000000000Z line 1").append('\n');
    if (row.contains('|'))
        QCOMPARE(QByteArray::fromStdString(reading.eventText()), event);
    QVERIFY(reading.facts);
}

void TestCucmSdl::levelTooLow()
{
    const std::string low = head
        + "23469044.000 |23:59:59.000 |AppInfo |CallManagerOnline - Unified CM service started. App ID:Cisco "
          "CallManager\n"
          "23469045.000 |00:10:00.000 |SdlStat |Period: 6s\n";
    const Reading reading = readSdl(low);
    QCOMPARE(reading.facts->limits.size(), std::size_t{1});
    QCOMPARE(reading.facts->limits[0].id, std::string("limit.trace-level"));
    QVERIFY(readSdl(low + keepalive("00:10:01.000")).facts->limits.empty());
}

QTEST_APPLESS_MAIN(TestCucmSdl)
#include "tst_cucmsdl.moc"
