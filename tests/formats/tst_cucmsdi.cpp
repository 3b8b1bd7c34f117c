// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "models/formats/formats.h"
#include "tests/formats/reading.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

Reading readSdi(std::string_view text)
{
    return readText(cucmSdiFormat(), text);
}

constexpr std::string_view tags =
    "|<CLID::CL1><NID::10.4.1.11><IP::10.4.20.11><DEV::SEP0019E8EB8E0B><LVL::Detailed><MASK::0020>";

/// A phone that is restarted and comes back: the manner of CUCM 6 and 7. Written for this test.
constexpr std::string_view restart =
    "02/06/2009 11:54:45.918 CCM|StationD:    (0000667) Reset resetType=2(RESTART) DeviceName=SEP0019E8EB8E0B"
    "|<CLID::CL1><NID::10.4.1.11><IP::10.4.20.11><DEV::SEP0019E8EB8E0B><LVL::Detailed><MASK::0020>\n"
    "02/06/2009 11:54:46.247 CCM|StationInit: (0000667) Unregister. DeviceName=SEP0019E8EB8E0B"
    "|<CLID::CL1><NID::10.4.1.11><IP::10.4.20.11><DEV::SEP0019E8EB8E0B><LVL::Detailed><MASK::0020>\n"
    "02/06/2009 11:54:46.396 CCM|StationInit: (0000667) TCP connection closed. DeviceName=SEP0019E8EB8E0B, "
    "TCPPid = "
    "[2.100.9.667], IPAddr=10.4.20.11, Device Controller=[2,50,20]"
    "|<CLID::CL1><NID::10.4.1.11><IP::10.4.20.11><DEV::SEP0019E8EB8E0B><LVL::Detailed><MASK::0020>\n"
    "02/06/2009 11:54:50.262 CCM|StationInit - New connection accepted. DeviceName=, TCPPid = [2.100.9.677], "
    "IPAddr=10.4.20.11, Port=60959, Device Controller=[0,0,0]"
    "|<CLID::CL1><NID::10.4.1.11><IP::10.4.20.11><LVL::Detailed><MASK::0020>\n"
    "02/06/2009 11:54:50.264 CCM|StationInit: (0000677) Alarm severity=2 text=\"23: Name=SEP0019E8EB8E0B "
    "Load=P00308000500 Last=Reset-Restart\" parm1=2308(904) parm2=185861130"
    "|<CLID::CL1><NID::10.4.1.11><IP::10.4.20.11><LVL::Detailed><MASK::0020>\n"
    "02/06/2009 11:54:50.270 CCM|StationInit - Processing StationReg. regCount: 1 "
    "DeviceName=SEP0019E8EB8E0B, TCPPid = "
    "[2.100.9.677], IPAddr=10.4.20.11, Port=60959, Device Controller=[2,50,27]"
    "|<CLID::CL1><NID::10.4.1.11><IP::10.4.20.11><DEV::SEP0019E8EB8E0B><LVL::Detailed><MASK::0020>\n"
    "02/06/2009 11:54:50.280 CCM|StationD:    (0000677) RegisterAck. keepAliveInterval=30, "
    "dateTemplate=M/D/YA, "
    "DeviceName=SEP0019E8EB8E0B"
    "|<CLID::CL1><NID::10.4.1.11><IP::10.4.20.11><DEV::SEP0019E8EB8E0B><LVL::Detailed><MASK::0020>\n"
    "02/06/2009 11:55:20.280 CCM|StationInit: (0000677) KeepAlive."
    "|<CLID::CL1><NID::10.4.1.11><IP::10.4.20.11><DEV::SEP0019E8EB8E0B><LVL::Detailed><MASK::0020>\n"
    "02/06/2009 11:55:20.280 CCM|StationD:    (0000677) KeepAliveAck."
    "|<CLID::CL1><NID::10.4.1.11><IP::10.4.20.11><DEV::SEP0019E8EB8E0B><LVL::Detailed><MASK::0020>\n";

constexpr std::string_view restartEvents =
    "sccp.reset 2009-02-06T11:54:45.918000000Z line 1 SEP0019E8EB8E0B 10.4.1.11 10.4.20.11 "
    "message-id=0x009f;handle=667;device-name=SEP0019E8EB8E0B;address=10.4.20.11;reset-type=2\n"
    "sccp.unregister 2009-02-06T11:54:46.247000000Z line 2 SEP0019E8EB8E0B 10.4.20.11 10.4.1.11 "
    "message-id=0x0027;handle=667;device-name=SEP0019E8EB8E0B;address=10.4.20.11\n"
    "trace.disconnect 2009-02-06T11:54:46.396000000Z line 3 SEP0019E8EB8E0B 10.4.20.11 10.4.1.11 "
    "handle=667;device-name=SEP0019E8EB8E0B;address=10.4.20.11;how=tcp-closed\n"
    "trace.connection 2009-02-06T11:54:50.262000000Z line 4 - 10.4.20.11:60959 10.4.1.11 "
    "handle=677;address=10.4.20.11;port=60959\n"
    "sccp.alarm 2009-02-06T11:54:50.264000000Z line 5 SEP0019E8EB8E0B 10.4.20.11 10.4.1.11 "
    "message-id=0x0020;handle=677;device-name=SEP0019E8EB8E0B;address=10.4.20.11;severity=2;"
    "text=23: Name=SEP0019E8EB8E0B Load=P00308000500 "
    "Last=Reset-Restart;code=23;load=P00308000500;last=Reset-Restart\n"
    "sccp.register 2009-02-06T11:54:50.270000000Z line 6 SEP0019E8EB8E0B 10.4.20.11:60959 10.4.1.11 "
    "message-id=0x0001;handle=677;device-name=SEP0019E8EB8E0B;address=10.4.20.11\n"
    "sccp.register-ack 2009-02-06T11:54:50.280000000Z line 7 SEP0019E8EB8E0B 10.4.1.11 10.4.20.11 "
    "message-id=0x0081;handle=677;device-name=SEP0019E8EB8E0B;address=10.4.20.11;keepalive-s=30\n"
    "sccp.keepalive 2009-02-06T11:55:20.280000000Z line 8 SEP0019E8EB8E0B 10.4.20.11 10.4.1.11 "
    "message-id=0x0000;handle=677;address=10.4.20.11 repeats\n"
    "sccp.keepalive-ack 2009-02-06T11:55:20.280000000Z line 9 SEP0019E8EB8E0B 10.4.1.11 10.4.20.11 "
    "message-id=0x0100;handle=677;address=10.4.20.11 repeats\n";

} // namespace

class TestCucmSdi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wrongTimesAreNamedAndSkipped_data();
    void wrongTimesAreNamedAndSkipped();
    void linesBeforeTheFirstRecord();
    void cutAtEveryByte();
    void everyByteReplaced();
    void restartOfOnePhone();
    void windowsLineEnds();
    void stations_data();
    void stations();
    void otherRecords_data();
    void otherRecords();
    void notOfInterest();
    void tagsOnALaterLine();
    void rowsOfRecords_data();
    void rowsOfRecords();
    void sipMessagesAreNoGarbage();
    void withoutDatesOverMidnight();
    void levelTooLow();
    void stepBackOfTheClock();
};

void TestCucmSdi::wrongTimesAreNamedAndSkipped_data()
{
    QTest::addColumn<QByteArray>("clock");
    QTest::newRow("month 13") << QByteArray("13/45/2009 11:54:45.918");
    QTest::newRow("day 45") << QByteArray("12/45/2009 11:54:45.918");
    QTest::newRow("month 0") << QByteArray("00/01/2009 11:54:45.918");
    QTest::newRow("no leap year") << QByteArray("02/29/2009 11:54:45.918");
    QTest::newRow("year 0") << QByteArray("02/28/0000 11:54:45.918");
    QTest::newRow("year 9999") << QByteArray("02/28/9999 11:54:45.918");
    QTest::newRow("hour 24") << QByteArray("02/06/2009 24:54:45.918");
    QTest::newRow("minute 60, no date") << QByteArray("11:60:45.918");
}

void TestCucmSdi::wrongTimesAreNamedAndSkipped()
{
    QFETCH(QByteArray, clock);
    const Reading reading = readSdi(
        clock.toStdString() + " CCM|StationInit: (0000667) Unregister." + std::string(tags) + "\n"
        + "and more\n" + "02/06/2009 11:54:45.918 CCM|StationInit: (0000667) KeepAlive.|<NID::CM1>\n");
    QCOMPARE(reading.eventText(),
             std::string("sccp.keepalive 2009-02-06T11:54:45.918000000Z line 3 - - - "
                         "message-id=0x0000;handle=667 repeats\n"));
    QCOMPARE(reading.problemText(),
             "data-loss formats.time-not-understood line 1 '" + clock.toStdString()
                 + "'\ninfo formats.lines-not-understood line 2 '1' '2'\n");
}

void TestCucmSdi::linesBeforeTheFirstRecord()
{
    const Reading reading =
        readSdi("Content-Length: 0\n\nmore\n11:54:45.918 CCM|StationD: (1) KeepAliveAck.|<IP::>\n");
    QCOMPARE(reading.problemText(), std::string("info formats.lines-not-understood line 1 '2' '1'\n"));
    QCOMPARE(reading.eventText(),
             std::string("sccp.keepalive-ack 1970-01-01T11:54:45.918000000Z line 4 - - - "
                         "message-id=0x0100;handle=1 repeats\n"));
}

void TestCucmSdi::cutAtEveryByte()
{
    for (std::size_t length = 0; length <= restart.size(); ++length) {
        const Reading reading = readSdi(restart.substr(0, length));
        QVERIFY(reading.facts);
        const auto whole = static_cast<std::size_t>(
            std::count(restart.begin(), restart.begin() + static_cast<std::ptrdiff_t>(length), '\n'));
        QVERIFY(reading.sink.events.size() == whole || reading.sink.events.size() == whole + 1);
        for (std::size_t i = 0; i < whole; ++i)
            QVERIFY(restartEvents.find(reading.sink.events[i] + '\n') != std::string_view::npos);
        cucmSdiFormat().sniff(asBytes(restart.substr(0, length)));
    }
}

void TestCucmSdi::everyByteReplaced()
{
    for (const char c : {'\0', '|', '>', '"', '\n'}) {
        std::string text(restart.substr(400, 700));
        for (char& place : text) {
            const char kept = std::exchange(place, c);
            QVERIFY(readSdi(text).facts);
            place = kept;
        }
    }
}

void TestCucmSdi::restartOfOnePhone()
{
    const Reading reading = readSdi(restart);
    QCOMPARE(reading.eventText(), std::string(restartEvents));
    QCOMPARE(reading.problemText(), std::string());
    QVERIFY(reading.sink.ordered);
    const SourceFacts& facts = *reading.facts;
    QCOMPARE(facts.unit, PlaceUnit::Line);
    QCOMPARE(facts.records, std::uint64_t{9});
    QCOMPARE(toRfc3339(facts.first->ns), std::string("2009-02-06T11:54:45.918000000Z"));
    QCOMPARE(toRfc3339(facts.last->ns), std::string("2009-02-06T11:55:20.280000000Z"));
    QCOMPARE(facts.resolution, Nanoseconds{1'000'000});
    QVERIFY(!facts.utcOffsetSeconds);
    QVERIFY(facts.zoneName.empty());
    QVERIFY(facts.hasDate);
}

void TestCucmSdi::windowsLineEnds()
{
    std::string text;
    for (const char c : restart)
        text += c == '\n' ? std::string("\r\n") : std::string(1, c);
    QCOMPARE(readSdi(text).eventText(), std::string(restartEvents));
}

void TestCucmSdi::stations_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("event"); // kind, then device, source, destination, fields
    const auto row = [](const char* name, const char* body, const char* event) {
        QTest::newRow(name) << QByteArray(body) << QByteArray(event);
    };
    row("TimeDateReq, damaged tags", "StationInit: (0000188) TimeDateReq.|<:PENANG-CCM4-CLUSTER><:><:2>",
        "sccp.time-date - - - message-id=0x000d;handle=188");
    row("DefineTimeDate",
        "StationD: (0000188) DefineTimeDate timeDateInfo=7/21/2006 13:15:39,5 "
        "systemTime=1153458939.|<:PENANG-CCM4-CLUSTER>",
        "sccp.time-date-res - - - "
        "message-id=0x0094;handle=188;civil-time=2006-07-21T13:15:39;system-time=1153458939");
    row("DefineTimeDate of a day that is none",
        "StationD: (0000188) DefineTimeDate timeDateInfo=2/30/2006 13:15:39,5 systemTime=1153458939.",
        "sccp.time-date-res - - - message-id=0x0094;handle=188;system-time=1153458939");
    row("3.x connection",
        "StationInit - New connection accepted. DeviceName=, TCPHandle=0x4fbaa00, Socket=0x594, "
        "IPAddr=172.16.70.228, "
        "Port=3279, StationD=[0,0,0]",
        "trace.connection - 172.16.70.228:3279 - handle=0x4fbaa00;address=172.16.70.228;port=3279");
    row("3.x register",
        "StationInit - Processing StationReg. regCount: 1 DeviceName=SEP003094C26105, TCPHandle=0x4fbbc30, "
        "Socket=0x5a4, "
        "IPAddr=172.16.70.231, Port=52095, StationD=[1,85,1]",
        "sccp.register SEP003094C26105 172.16.70.231:52095 - "
        "message-id=0x0001;handle=0x4fbbc30;device-name=SEP003094C26105;address=172.16.70.231");
    row("3.x alarm",
        "StationInit - ***** InboundStim - AlarmMessageID tcpHandle=0x4fbbc30 Message=\"Name=SEP003094C26105 "
        "Load=AJ.30 "
        "Parms=Status/IPaddr LastTime=A\" Parm1=2304 (900) Parm2=-414838612 (e74610ac)",
        "sccp.alarm SEP003094C26105 - - message-id=0x0020;handle=0x4fbbc30;device-name=SEP003094C26105;"
        "text=Name=SEP003094C26105 Load=AJ.30 Parms=Status/IPaddr LastTime=A;load=AJ.30;last=A");
    row("3.x keepalive",
        "StationInit - InboundStim - KeepAliveMessage - Forward KeepAlive to StationD. "
        "DeviceName=SEP0010EB001720, "
        "TCPHandle=0x4fbb150, Socket=0x600, IPAddr=172.16.70.230, Port=49211, StationD=[1,85,2]",
        "sccp.keepalive SEP0010EB001720 172.16.70.230:49211 - "
        "message-id=0x0000;handle=0x4fbb150;address=172.16.70.230 repeats");
    row("3.x keepalive ack", "StationD - stationOutputKeepAliveAck tcpHandle=0x4fbbc30",
        "sccp.keepalive-ack - - - message-id=0x0100;handle=0x4fbbc30 repeats");
    row("3.x keepalive ack of an MTP",
        "MediaTerminationPointControl - stationOutputKeepAliveAck tcpHandle=0x4fbbc30",
        "sccp.keepalive-ack - - - message-id=0x0100;handle=0x4fbbc30 repeats");
    row("3.x ip/port", "StationInit - InboundStim - IpPortMessageID: 32715(0x7fcb) tcpHandle=0x4fbbc30",
        "sccp.ip-port - - - message-id=0x0002;handle=0x4fbbc30");
    row("3.x register ack", "StationD - stationOutputRegisterAck tcpHandle=4fa7dc0",
        "sccp.register-ack - - - message-id=0x0081;handle=0x4fa7dc0");
    row("handle as TCPPid",
        "StationD(1):  TCPPid = [1.100.117.7] KeepAliveAck.|<CT::1,100,11,2.1><IP::><DEV::>",
        "sccp.keepalive-ack - - - message-id=0x0100;handle=7 repeats");
    row("register reject",
        "StationD:    (0000004) RegisterReject text=\"No Entry In Database\"|<IP::10.2.1.9>",
        "sccp.register-reject - - 10.2.1.9 message-id=0x009d;handle=4;address=10.2.1.9;text=No Entry In "
        "Database");
    row("unregister ack", "StationD:    (0000004) UnregisterAck. status=0|<IP::10.2.1.9>",
        "sccp.unregister-ack - - 10.2.1.9 message-id=0x0118;handle=4;address=10.2.1.9");
    row("register token", "StationInit: (0000004) RegisterTokenReq|<IP::10.2.1.9><NID::CM1>",
        "sccp.register-token - 10.2.1.9 - message-id=0x0029;handle=4;address=10.2.1.9");
    row("capabilities", "StationD:    (0000004) CapabilitiesReq.",
        "sccp.capabilities - - - message-id=0x009b;handle=4");
    row("capabilities answer", "StationInit: (0000004) CapabilitiesRes capCount=7.",
        "sccp.capabilities-res - - - message-id=0x0010;handle=4");
    row("keepalive timeout",
        "StationInit: (0000617) WARNING - KeepAlive timeout. DeviceName=SEP000B5F5C6B9A, TCPPid = "
        "[2.100.9.617], "
        "IPAddr=10.1.20.21, Device "
        "Controller=[2,50,30]|<NID::10.1.1.11><IP::10.1.20.21><DEV::SEP000B5F5C6B9A>",
        "trace.disconnect SEP000B5F5C6B9A 10.1.20.21 10.1.1.11 "
        "handle=617;device-name=SEP000B5F5C6B9A;address=10.1.20.21;how=keepalive-timeout");
    row("re-registering",
        "StationInit: (0000293) Device re-registering, old connection closed. DeviceName=SEP0015C6DB3B6C, "
        "TCPPid = "
        "[2.100.9.293], IPAddr=10.10.20.18|<NID::10.10.1.11><IP::10.10.20.18>",
        "trace.disconnect SEP0015C6DB3B6C 10.10.20.18 10.10.1.11 "
        "handle=293;device-name=SEP0015C6DB3B6C;address=10.10.20.18;how=re-registering");
    row("generated keepalive",
        "StationInit: (0000017) KeepAlive TCPHandle=0x1f3a2 DeviceName=SEP001E7A24429A inactiveTime=30"
        "|<CLID::StandAloneCluster><NID::10.1.1.1><CT::1,100,50,1.4><IP::10.2.1.0><DEV::SEP001E7A24429A>",
        "sccp.keepalive SEP001E7A24429A 10.2.1.0 10.1.1.1 message-id=0x0000;handle=17;address=10.2.1.0 "
        "repeats");
    row("generated register",
        "StationInit: (0000017) Register TCPHandle=0x1f3a2 DeviceName=SEP001E7A24429A DeviceType=30018 "
        "IPAddr=10.2.1.0 "
        "Protocol=11|<NID::10.1.1.1><IP::10.2.1.0><DEV::SEP001E7A24429A>",
        "sccp.register SEP001E7A24429A 10.2.1.0 10.1.1.1 "
        "message-id=0x0001;handle=17;device-name=SEP001E7A24429A;address=10.2.1.0;device-type=30018");
    row("generated alarm",
        "StationInit: (0000000) Alarm severity=informational text=\"25: Name=SEP001E7A24429A Load=8.4(1.23S) "
        "Last=Initialized\" parm1=4 parm2=0|<NID::10.1.1.1><IP::10.2.1.0><DEV::SEP001E7A24429A>",
        "sccp.alarm SEP001E7A24429A 10.2.1.0 10.1.1.1 "
        "message-id=0x0020;handle=0;device-name=SEP001E7A24429A;address=10.2.1.0;severity=informational;"
        "text=25: Name=SEP001E7A24429A Load=8.4(1.23S) "
        "Last=Initialized;code=25;load=8.4(1.23S);last=Initialized");
    row("cause of several words",
        "StationInit: (0000001) Alarm severity=2 text=\"0: Name=SEP001E7A24429A Load= Last=Load Rejected "
        "HC\"",
        "sccp.alarm SEP001E7A24429A - - message-id=0x0020;handle=1;device-name=SEP001E7A24429A;severity=2;"
        "text=0: Name=SEP001E7A24429A Load= Last=Load Rejected HC;code=0;last=Load Rejected HC");
    row("generated closing",
        "StationInit: (0000017) Closing connection: KeepAlive timeout DeviceName=SEP001E7A24429A "
        "TCPHandle=0x1f3a2 reason=13"
        "|<NID::10.1.1.1><IP::10.2.1.0><DEV::SEP001E7A24429A>",
        "trace.disconnect SEP001E7A24429A 10.2.1.0 10.1.1.1 "
        "handle=17;device-name=SEP001E7A24429A;address=10.2.1.0;how=keepalive-timeout;reason=13");
    row("location",
        "StationInit: (0005195) InboundStim - StationLocationInfoMessageID|<IP::10.2.1.9><NID::10.1.1.1>",
        "sccp.location-info - 10.2.1.9 10.1.1.1 message-id=0x0157;handle=5195;address=10.2.1.9");
    row("listening", "StationInit - initialization complete, listening on port 2000|<NID::10.64.1.11>",
        "trace.service-start - - 10.64.1.11 step=listening;port=2000");
}

void TestCucmSdi::stations()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, event);
    const Reading reading = readSdi("07/21/2006 13:15:39.763 CCM|" + body.toStdString() + "\n");
    QCOMPARE(reading.sink.events.size(), std::size_t{1});
    QByteArray expected = event;
    expected.insert(expected.indexOf(' '), " 2006-07-21T13:15:39.763000000Z line 1");
    QCOMPARE(QByteArray::fromStdString(reading.sink.events[0]), expected);
    QVERIFY(reading.sink.problems.empty());
}

void TestCucmSdi::otherRecords_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("event");
    QTest::newRow("alarm, published sample")
        << QByteArray(
               "DeviceUnregistered - Device unregistered. Device name.:SEP000F9048529A Device IP "
               "address.:10.130.9.5 Device "
               "type. [Optional]:30006 Device description [Optional].:gmgiska Reason Code [Optional].:8 App "
               "ID:Cisco CallManager "
               "Cluster ID:StandAloneCluster Node ID:10.130.8.21|<CLID::StandAloneCluster><NID::10.130.8.21>"
               "<CT::AlarmSEP000F9048529A><DEV::SEP000F9048529A>")
        << QByteArray("alarm.device-unregistered SEP000F9048529A - - "
                      "device-name=SEP000F9048529A;address=10.130.9.5;device-type=30006;description=gmgiska;"
                      "reason=8;reason-name=DeviceInitiatedReset;node=10.130.8.21;app-id=Cisco CallManager;"
                      "cluster-id=StandAloneCluster");
    QTest::newRow("alarm without a name")
        << QByteArray("DeviceTransientConnection - Transient connection attempted. Connecting Port:2000 "
                      "Device name [Optional].: Device "
                      "IP address.:10.130.9.6 Device type. [Optional]:255 Reason Code [Optional].:6 App "
                      "ID:Cisco CallManager")
        << QByteArray("alarm.device-transient-connection - - - "
                      "address=10.130.9.6;device-type=255;reason=6;reason-name=ConnectivityError;port=2000;"
                      "app-id=Cisco CallManager");
    QTest::newRow("certificate of another name")
        << QByteArray("SIPStationD(18400) - validTLSConnection:TLS InvalidX509NameInCertificate, "
                      "Rcvd=RTP-TBTP-EXPRWY-C.tbtp.local , Expected=SEP00506006EAFE. Will check SAN the next")
        << QByteArray("trace.tls-failed SEP00506006EAFE - - sip-station=18400;device-name=SEP00506006EAFE;"
                      "reason=InvalidX509NameInCertificate;received=RTP-TBTP-EXPRWY-C.tbtp.local;"
                      "expected=SEP00506006EAFE");
    QTest::newRow("alarm of another sort")
        << QByteArray(
               "ConnectionFailure - Unified CM failed to open a TLS connection for the indicated device "
               "Device "
               "Name:SEP00506006EAFE IP Address:10.1.97.108 IPV6Address: Device type:584 Reason code:2 App "
               "ID:Cisco CallManager Cluster ID:StandAloneCluster Node ID:RTP-TBTP-CUCM9 ")
        << QByteArray(
               "alarm.connection-failure SEP00506006EAFE - - device-name=SEP00506006EAFE;"
               "address=10.1.97.108;device-type=584;reason=2;node=RTP-TBTP-CUCM9;app-id=Cisco CallManager;"
               "cluster-id=StandAloneCluster");
    QTest::newRow("SIP connection")
        << QByteArray("SIPTcp - connection closed by peer 10.4.20.20 index 724|<NID::10.4.1.11>")
        << QByteArray(
               "trace.disconnect - 10.4.20.20 10.4.1.11 connection=724;address=10.4.20.20;how=tcp-closed");
    QTest::newRow("3.x device leaves")
        << QByteArray(" Device SEP003094C26105 , UnRegisters with SDL Link to monitor NodeID= 1")
        << QByteArray("trace.disconnect SEP003094C26105 - - device-name=SEP003094C26105;how=unregistered");
    QTest::newRow("start") << QByteArray("CCM version 6.1.3.1000-16 initializing|<NID::10.64.1.11>")
                           << QByteArray("trace.service-start - - - step=initializing;version=6.1.3.1000-16");
    QTest::newRow("start, watched") << QByteArray(
        "CMProcMon - ------Entered Router Verification|<NID::10.64.1.11>")
                                    << QByteArray("trace.service-start - - - step=router-verification");
}

void TestCucmSdi::otherRecords()
{
    stations();
}

void TestCucmSdi::notOfInterest()
{
    const Reading reading =
        readSdi("07/21/2006 13:15:39.763 CCM|StationInit: (0000109) SoftKeyEvent softKeyEvent=1(Redial) "
                "lineInstance=0.|<IP::1.2.3.4>\n"
                "07/21/2006 13:15:39.763 CCM|StationD:    (0000109) SelectSoftKeys instance=1 reference=7.\n"
                "07/21/2006 13:15:39.763 CCM||SdlSig  |StationOutputDisplayText  |restart0 |<IP::1.2.3.4>\n"
                "07/21/2006 13:15:39.763 CCM|Digit analysis: match(pi=\"2\")\n"
                "|PretransformCallingPartyNumber=6001\n"
                "07/21/2006 13:15:39.763 TFTP|TFTPEngine::sendNAK[0x944cfe0~137~10.10.210.200~3300], "
                "File[x], Error(1)\n"
                "07/21/2006 13:15:39.763 CCM|StationInit garbage\n"
                "07/21/2006 13:15:39.763 CCM|StationInit: (garbage\n"
                "07/21/2006 13:15:39.763 CCM|DeviceUnregisteredNot - x\n");
    QVERIFY(reading.sink.events.empty());
    QCOMPARE(reading.problemText(), std::string("info formats.records-not-of-interest - '8' '1'\n"));
}

void TestCucmSdi::tagsOnALaterLine()
{
    const Reading reading = readSdi("07/21/2006 13:15:39.763 CCM|StationInit: (0000109) Alarm severity=2 "
                                    "text=\"25: Name=SEP001E7A24429A Load=x Last=Initialized\"\n"
                                    "something in between\n"
                                    "|<NID::10.1.1.1><IP::10.2.1.7><DEV::SEP001E7A24429A>\n"
                                    "07/21/2006 13:15:40.763 CCM|StationInit: (0000109) KeepAlive.\n"
                                    "07/21/2006 13:15:41.763 CCM|StationD:    (0000109) KeepAliveAck.\n"
                                    "<IP::10.2.1.7>\n");
    QCOMPARE(
        reading.eventText(),
        std::string("sccp.alarm 2006-07-21T13:15:39.763000000Z line 1 SEP001E7A24429A 10.2.1.7 10.1.1.1 "
                    "message-id=0x0020;handle=109;device-name=SEP001E7A24429A;address=10.2.1.7;severity=2;"
                    "text=25: Name=SEP001E7A24429A Load=x Last=Initialized;code=25;load=x;last=Initialized\n"
                    "sccp.keepalive 2006-07-21T13:15:40.763000000Z line 4 - - - message-id=0x0000;handle=109 "
                    "repeats\n"
                    "sccp.keepalive-ack 2006-07-21T13:15:41.763000000Z line 5 - - 10.2.1.7 "
                    "message-id=0x0100;handle=109;address=10.2.1.7 repeats\n"));
    QVERIFY(reading.sink.problems.empty());
}

void TestCucmSdi::rowsOfRecords_data()
{
    QTest::addColumn<QByteArray>("record"); // behind "CCM|"
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<int>("unknown"); // the first line that belongs to no record; 0: all do
    const auto row = [](const char* name, const QByteArray& record, const QByteArray& rows, int unknown) {
        QTest::newRow(name) << record << rows << unknown;
    };
    const QByteArray ended = "Locations:Orig=1 BW=80|<CLID::CL1><NID::10.4.1.11>";
    row("digit analysis", "Digit analysis: analysis results|<CLID::CL1>",
        "|CallingPartyNumber=5001\n|DialingPattern=5002\n|<CLID::CL1><NID::10.4.1.11>\n", 0);
    row("ISDN", "Out Message -- PriSetupMsg -- Protocol= PriNi2Protocol",
        "Ie - Ni2BearerCapabilityIe IEData= 04 03 80 90 A2\nMMan_Id= 0. (iep= 0 dsl= 0)\n"
        "IsdnMsgData2= 08 02 00 02 05 04 03 80 90 A2\n",
        0);
    row("MGCP", "MGCPHandler send msg SUCCESSFULLY to: 172.16.70.2",
        "RQNT 1173 AALN/S0/SU0@172.16.70.2 MGCP 0.1\nX: 1b\nR: L/hd\n\n.\n", 0);
    row("H.225", "In Message -- H225SetupMsg",
        "value H323-UserInformation ::=\n{\n  h323-uu-pdu\n  {\nset up acknowledge\n  }\n}\n", 0);
    row("hexadecimal", "Data follows", "08 02 00 02 05\n0x04 0x03\n", 0);
    row("blank rows", ended, "\n\r\n   \n", 0);
    row("indented behind tags", ended, "    another row of it\n", 0);
    row("prose behind tags", ended, "This was added by hand\n", 2);
    row("a key behind tags", ended, "BW=80 Dest=2\n", 2);
    row("prose before its tags", "Locations:Orig=1", "and no more\n|<CLID::CL1><NID::1.1.1.1>\n", 0);
    row("prose behind a record without tags", "Locations:Orig=1", "added by hand\n", 2);
    row("behind its tags on a later line", "Locations:Orig=1", "x: 1\n|<CLID::CL1><NID::1.1.1.1>\nx: 2\n", 4);
    row("a head that lost its front", "Locations:Orig=1", "x: 1\n0:21.421 CCM|Locations:Orig=0\n", 3);
    row("bytes", "Locations:Orig=1", "x: 1\n\x01\x02=\x03\n", 3);
    row("behind a SIP message",
        "SIPTcp - wait_SdlReadRsp: Incoming SIP TCP message from 10.2.3.4 on port 57378 index 12386 with 30 "
        "bytes:",
        "[101339,NET]\nOPTIONS sip:a SIP/2.0\n\nany words of its body\n|<CLID::CL1><NID::1.1.1.1>\nmore of "
        "it\n",
        7);
}

/// What belongs to no record is counted, and costs no record.
void TestCucmSdi::rowsOfRecords()
{
    QFETCH(QByteArray, record);
    QFETCH(QByteArray, rows);
    QFETCH(int, unknown);
    const std::string next = "15:20:22.421 CCM|StationInit: (0000677) KeepAlive." + std::string(tags) + '\n';
    const Reading reading =
        readSdi("15:20:21.421 CCM|" + record.toStdString() + '\n' + rows.toStdString() + next);
    QVERIFY(reading.facts);
    QVERIFY(!reading.sink.kinds.empty());
    QCOMPARE(reading.sink.kinds.back(), std::string("sccp.keepalive"));
    const std::string expected = "info formats.lines-not-understood line " + std::to_string(unknown)
        + " '1' '" + std::to_string(unknown) + "'\n";
    const std::string problems = reading.problemText();
    QCOMPARE(problems.find("lines-not-understood") != std::string::npos, unknown != 0);
    QVERIFY(unknown == 0 || problems.find(expected) != std::string::npos);
}

void TestCucmSdi::sipMessagesAreNoGarbage()
{
    const std::string text =
        "12/18/2008 10:00:36.007 CCM|SIPTcp - wait_SdlReadRsp: Incoming SIP TCP message from 10.20.20.23 "
        "on port 61890 index 872 with 692 bytes:\n"
        "[508778,NET]\nREGISTER sip:10.20.1.11 SIP/2.0\nFrom: <sip:6012@10.20.1.11>\n"
        "To: <sip:6012@10.20.1.11>\nContent-Length: 0\n\n"
        "|<CLID::StandAloneCluster><NID::10.20.1.11><IP::10.20.20.23><LVL::Detailed><MASK::0020>\n";
    const Sniff sniff = cucmSdiFormat().sniff(asBytes(text));
    QCOMPARE(sniff.confidence, 100);
    QCOMPARE(sniff.reason, std::string("all of the first 7 lines match"));
}

void TestCucmSdi::withoutDatesOverMidnight()
{
    const Reading reading =
        readSdi("23:59:59.750 CCM|StationD - stationOutputKeepAliveAck tcpHandle=0x4fbbc30\n"
                "00:00:00.250 CCM|StationD - stationOutputKeepAliveAck tcpHandle=0x4fbbc30\n"
                "00:00:00.125 CCM|StationD - stationOutputKeepAliveAck tcpHandle=0x4fbbc30\n");
    QVERIFY(!reading.facts->hasDate);
    QCOMPARE(toRfc3339(reading.facts->first->ns), std::string("1970-01-01T23:59:59.750000000Z"));
    QCOMPARE(toRfc3339(reading.facts->last->ns), std::string("1970-01-02T00:00:00.250000000Z"));
    QCOMPARE(reading.sink.events[2],
             std::string("sccp.keepalive-ack 1970-01-02T00:00:00.125000000Z line 3 - - - "
                         "message-id=0x0100;handle=0x4fbbc30 repeats"));
    QVERIFY(reading.sink.problems.empty());
}

/// Alarms alone, for hours: what phones said cannot be in it.
void TestCucmSdi::levelTooLow()
{
    const std::string alarm =
        " CCM|CallManagerOnline - Unified CM service started. App ID:Cisco CallManager\n";
    const Reading low = readSdi("07/21/2006 13:15:39.763" + alarm + "07/21/2006 15:15:39.763" + alarm);
    QCOMPARE(low.facts->limits.size(), std::size_t{1});
    QCOMPARE(low.facts->limits[0].id, std::string("limit.trace-level"));
    QCOMPARE(low.facts->limits[0].arguments, std::vector<std::string>{"2"});
    const Reading detailed =
        readSdi("07/21/2006 13:15:39.763" + alarm + "07/21/2006 15:15:39.763" + alarm
                + "07/21/2006 15:15:39.763 CCM|StationD:    (0000109) SelectSoftKeys instance=1\n");
    QVERIFY(detailed.facts->limits.empty());
    QVERIFY(readSdi("07/21/2006 13:15:39.763" + alarm).facts->limits.empty());
}

void TestCucmSdi::stepBackOfTheClock()
{
    const Reading reading =
        readSdi("07/21/2006 13:15:39.763 CCM|x|<IP::>\n07/21/2006 13:15:37.763 CCM|x|<IP::>\n"
                "07/21/2006 13:15:30.000 CCM|x|<IP::>\n");
    QCOMPARE(reading.problemText(),
             std::string("notice formats.clock-stepped-back line 3 '1' '3' '7.763'\n"
                         "info formats.records-not-of-interest - '3' '0'\n"));
}

QTEST_APPLESS_MAIN(TestCucmSdi)
#include "tst_cucmsdi.moc"
