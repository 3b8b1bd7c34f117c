// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "models/formats/formats.h"
#include "tests/formats/reading.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

// The SDL form is in the manner of the traces that Cisco shows in its documents.

constexpr std::string_view sdl =
    "00895255.001 |08:59:16.900 |AppInfo |CTIManager::CtiManager::providerOpenRequest(): "
    "PROVIDER_OPEN_REQUEST received -- Connection Id=2 TcpHandle=[1:200:21:139] PeerIPAddr=10.10.10.100 "
    "PeerPort=50155 User name= CtiHandler=[1:200:12:136]\n"
    "00895255.002 |08:59:16.944 |AppInfo |[CTI-APP] [CTIHandler::processIncomingMessage] CTI "
    "ProviderOpenRequest ( seq#=2 provider=UCProvider login=wwhite heartbeat=60 timer=10 priority=0 "
    "lightWeightProviderOpen=0 AuthType=0)\n"
    "00895256.004 |08:59:16.944 |AppInfo |[CTI-APP] [CTIHandler::OutputCtiMessage ] CTI ProviderOpenResponse "
    "(seq#=2) provider id=16777223 FIPSMode = 0\n"
    "00895261.095 |08:59:17.171 |AppInfo | Successfully authenticated user: wwhite\n"
    "33301577.007 |08:59:17.272 |AppInfo |[CTI-APP] [CTIHandler::OutputCtiMessage ] CTI "
    "ProviderOpenCompletedEvent (seq#=2) provider id=16777352 dscpForCTI2Apps =96 EnableIpv6 =0 LoginUserID "
    "= NoOfDaysPwdToExp =4294967295 TotalControllableDevices =0 ClusterId =StandAloneCluster\n"
    "00895326.002 |08:59:17.335 |AppInfo |[CTI-APP] [CTIHandler::processIncomingMessage] CTI "
    "DeviceOpenRequest ( seq#=4 device name= SEP001794625DE5 softkeys AppID=1234)\n"
    "00895329.000 |08:59:17.339 |SdlSig | CtiDeviceOpenDeviceRes |ready |CTIHandler(1,200,22,7) "
    "|CTIDeviceLineMgr(1,200,25,1) |1,200,13,8.5^ 10.10.10.100^SEP001794625DE5 "
    "|[R:N-H:0,N:3,L:0,V:0,Z:0,D:0] mAsyncResponse = 4 DH=1|38\n"
    "00895329.003 |08:59:17.340 |AppInfo |[CTI-APP] [CTIHandler::OutputCtiMessage ] CTI DeviceOpenResponse ( "
    "seq#=4 result=0 DH=1|38 deviceName= SEP001794625DE5 deviceType=7 deviceId=38 registrationAllowed=0)\n"
    "00895336.003 |08:59:17.343 |AppInfo |[CTI-APP] [CTIHandler::OutputCtiMessage ] CTI DeviceInServiceEvent "
    "( DH=1|38 ) Encoding Type=3 Device locale=1)\n"
    "33407689.003 |08:59:18.176 |AppInfo |[CTI-APP] [CTIHandler::OutputCtiMessage ] CTI LineClosedEvent ( "
    "LH=1|144 reason=8 )\n"
    "33404809.002 |08:59:27.899 |AppInfo |[CTI-APP] [CTIHandler::processIncomingMessage] CTI "
    "DeviceOpenRequest ( seq#=5 device name=CSFJKING softkeys AppID=1234)\n"
    "33404812.003 |08:59:27.899 |AppInfo |[CTI-APP] [CTIHandler::OutputCtiMessage ] CTI FailureResponse ( "
    "seq#=5 result=2362179794 description=)\n"
    "33404812.004 |08:59:27.900 |AppInfo |CtiDeviceOpenFailure - Device Open failed CTI Connection Id:154 "
    "Device Name:CSFJKING UNKNOWN_PARAMTYPE:ReasonCode:-1932787502 App ID:Cisco CTIManager Cluster "
    "ID:StandAloneCluster Node ID:cucmpub.domain.local Process ID:jking-10.1.1.1-51126 Process ID:29347 "
    "Process Name:CtiHandler\n"
    "33538233.003 |09:32:38.647 |AppInfo |[CTI-APP] [CTIHandler::OutputCtiMessage ] CTI "
    "ProviderOpenCompletedEvent (seq#=2) provider id=16777428 CM Version=14.0.1 error code=2362179701 "
    "description=Directory login failed - timeout enableIpv6=0 NoOfDaysPwdToExp=4294967295\n"
    "33538233.004 |09:32:38.651 |AppInfo |CtiProviderOpenFailure - CTI application failed to open provider; "
    "application startup failed CTIconnectionId:212 Reason code.:-1932787595 IPAddress: 10.1.1.2 "
    "IPv6Address: App ID:Cisco CTIManager Cluster ID:StandAloneCluster Node ID:cucmpub.domain.local\n"
    "33538234.003 |09:32:39.647 |AppInfo |[CTI-APP] [CTIHandler::OutputCtiMessage ] CTI ServerHeartbeat "
    "(seq#=2)\n";

constexpr std::string_view sdlEvents =
    "cti.connection 1970-01-01T08:59:16.900000000Z line 1 - 10.10.10.100 - "
    "provider=2;handle=[1:200:21:139];address=10.10.10.100;port=50155\n"
    "cti.provider-open 1970-01-01T08:59:16.944000000Z line 2 - - - provider=UCProvider;login=wwhite\n"
    "cti.provider-open-response 1970-01-01T08:59:16.944000000Z line 3 - - - provider-id=16777223\n"
    "cti.login 1970-01-01T08:59:17.171000000Z line 4 - - - login=wwhite\n"
    "cti.provider-opened 1970-01-01T08:59:17.272000000Z line 5 - - - "
    "provider-id=16777352;controllable-devices=0\n"
    "cti.device-open 1970-01-01T08:59:17.335000000Z line 6 SEP001794625DE5 - - device-name=SEP001794625DE5\n"
    "cti.device-opened 1970-01-01T08:59:17.340000000Z line 8 SEP001794625DE5 - 10.10.10.100 "
    "device-name=SEP001794625DE5;result=0x00000000;device-handle=1|38\n"
    "cti.device-in-service 1970-01-01T08:59:17.343000000Z line 9 SEP001794625DE5 - - "
    "device-name=SEP001794625DE5;device-handle=1|38\n"
    "cti.line-closed 1970-01-01T08:59:18.176000000Z line 10 - - - reason=8;line-handle=1|144\n"
    "cti.device-open 1970-01-01T08:59:27.899000000Z line 11 CSFJKING - - device-name=CSFJKING\n"
    "cti.device-open-failed 1970-01-01T08:59:27.899000000Z line 12 CSFJKING - - "
    "device-name=CSFJKING;result=0x8ccc00d2\n"
    "alarm.cti-device-open-failure 1970-01-01T08:59:27.900000000Z line 13 CSFJKING - - "
    "device-name=CSFJKING;reason=0x8ccc00d2;node=cucmpub.domain.local;cti-connection=154;app-id=Cisco "
    "CTIManager;cluster-id=StandAloneCluster;process-id=jking-10.1.1.1-51126;process-id=29347;process-name=Ct"
    "iHandler\n"
    "cti.provider-open-failed 1970-01-01T09:32:38.647000000Z line 14 - - - "
    "provider-id=16777428;result=0x8ccc0075;description=Directory login failed - timeout\n"
    "alarm.cti-provider-open-failure 1970-01-01T09:32:38.651000000Z line 15 - - - "
    "address=10.1.1.2;reason=0x8ccc0075;node=cucmpub.domain.local;cti-connection=212;app-id=Cisco "
    "CTIManager;cluster-id=StandAloneCluster\n"
    "cti.heartbeat 1970-01-01T09:32:39.647000000Z line 16 - - - - repeats\n";

constexpr std::string_view sdi =
    "08/12/2009 10:22:48.722 CTI|CTIHandler::ProviderOpenRequest provider=UCProvider login=CtiGW from "
    "10.20.1.40|<CLID::StandAloneCluster><NID::10.20.1.10>\n"
    "08/12/2009 10:22:48.752 CTI|CTIHandler::ProviderOpenCompletedEvent login=CtiGW "
    "result=0x00000000|<CLID::StandAloneCluster><NID::10.20.1.10>\n"
    "08/12/2009 10:23:10.253 CTI|CTIHandler::DeviceOpenRequest "
    "device=SEP001BD43261DB|<CLID::StandAloneCluster><NID::10.20.1.10>\n"
    "08/12/2009 10:23:10.273 CTI|CTIHandler::DeviceOpenResponse device=SEP001BD43261DB "
    "result=0x8CCC0017|<CLID::StandAloneCluster><NID::10.20.1.10>\n"
    "08/12/2009 10:23:11.273 CTI|CTIHandler::Something device=SEP001BD43261DB "
    "result=0x8CCC0017|<CLID::StandAloneCluster><NID::10.20.1.10>\n";

constexpr std::string_view sdiEvents =
    "cti.provider-open 2009-08-12T10:22:48.722000000Z line 1 - 10.20.1.40 10.20.1.10 "
    "provider=UCProvider;login=CtiGW\n"
    "cti.provider-opened 2009-08-12T10:22:48.752000000Z line 2 - 10.20.1.10 - login=CtiGW;result=0x00000000\n"
    "cti.device-open 2009-08-12T10:23:10.253000000Z line 3 SEP001BD43261DB - 10.20.1.10 "
    "device-name=SEP001BD43261DB\n"
    "cti.device-open-failed 2009-08-12T10:23:10.273000000Z line 4 SEP001BD43261DB 10.20.1.10 - "
    "device-name=SEP001BD43261DB;result=0x8ccc0017\n";

} // namespace

class TestCtiTrace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutAtEveryByte();
    void everyByteReplaced();
    void windowsLineEnds();
    void sdlForm();
    void sdiForm();
};

/// Whatever is missing at the end: no crash, and what was read before stays the same.
void TestCtiTrace::cutAtEveryByte()
{
    for (std::size_t length = 0; length <= sdi.size(); ++length) {
        const Reading reading = readText(ctiTraceFormat(), sdi.substr(0, length));
        QVERIFY(reading.facts);
        QVERIFY(reading.sink.ordered);
        for (std::size_t i = 0; i + 2 < reading.sink.events.size(); ++i)
            QVERIFY(sdiEvents.find(reading.sink.events[i] + '\n') != std::string_view::npos);
        ctiTraceFormat().sniff(asBytes(sdi.substr(0, length)));
    }
}

void TestCtiTrace::everyByteReplaced()
{
    constexpr std::string_view wrong("\0|>]\n:", 6);
    std::string text(sdi);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char kept = std::exchange(text[i], wrong[i % wrong.size()]);
        QVERIFY(readText(ctiTraceFormat(), text).facts);
        text[i] = kept;
    }
}

void TestCtiTrace::windowsLineEnds()
{
    std::string text;
    for (const char c : sdi)
        text += c == '\n' ? std::string("\r\n") : std::string(1, c);
    QCOMPARE(readText(ctiTraceFormat(), text).eventText(), std::string(sdiEvents));
}

void TestCtiTrace::sdlForm()
{
    const Reading reading = readText(ctiTraceFormat(), sdl);
    QCOMPARE(reading.eventText(), std::string(sdlEvents));
    QCOMPARE(reading.problemText(), std::string("info formats.records-not-of-interest - '1' '0'\n"));
    QVERIFY(!reading.facts->hasDate);
    QVERIFY(reading.facts->limits.empty());
}

void TestCtiTrace::sdiForm()
{
    const Reading reading = readText(ctiTraceFormat(), sdi);
    QCOMPARE(reading.eventText(), std::string(sdiEvents));
    QCOMPARE(reading.problemText(), std::string("info formats.records-not-of-interest - '1' '0'\n"));
}

QTEST_APPLESS_MAIN(TestCtiTrace)
#include "tst_ctitrace.moc"
