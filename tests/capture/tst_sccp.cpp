// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/capture/sccpnames.h"
#include "packetbuilder.h"
#include "recordingsink.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

/// The one event of one message, alone in a segment.
RecordedEvent only(const Buffer& message)
{
    RecordingSink sink;
    const Buffer syn = ethernet(ipv4(6, 1, 9, tcp(50'000, 2000, 99, flag::syn, {})));
    const Buffer segment = ethernet(ipv4(6, 1, 9, tcp(50'000, 2000, 100, flag::ack, message)));
    (void)readAll(pcapFormat(), pcap({syn, segment}), sink);
    return sink.events.size() == 2 ? sink.events[1] : RecordedEvent{};
}

const Buffer address = hex({10, 2, 1, 5});

} // namespace

class TestSccp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void impossibleHeaders_data();
    void impossibleHeaders();
    void bodiesCutAnywhere();
    void oldRegisterStopsEarly();
    void unnamedId();
    void headerVersions();
    void kindsHoldExactly_data();
    void kindsHoldExactly();
    void onlyKeepalivesRepeat();
    void registerMessage();
    void registerAck();
    void registerReject();
    void alarmText();
    void alarmWithoutName();
    void tokens();
    void numbers_data();
    void numbers();
    void timeDate();
    void servers();
    void serversWithTypedAddresses();
    void enhancedAlarm();
};

void TestSccp::impossibleHeaders_data()
{
    QTest::addColumn<quint32>("length");
    QTest::addColumn<quint32>("version");
    QTest::addColumn<quint32>("id");
    QTest::newRow("length 0") << 0U << 0U << 0U;
    QTest::newRow("length without an id") << 3U << 0U << 0U;
    QTest::newRow("longer than any message") << 16'385U << 0U << 0U;
    QTest::newRow("version 0x17") << 4U << 0x17U << 0U;
    QTest::newRow("id beyond 16 bits") << 4U << 0U << 0x10000U;
    QTest::newRow("all ones") << 0xFFFFFFFFU << 0xFFFFFFFFU << 0xFFFFFFFFU;
}

void TestSccp::impossibleHeaders()
{
    QFETCH(quint32, length);
    QFETCH(quint32, version);
    QFETCH(quint32, id);
    QCOMPARE(only(le32(length) + le32(version) + le32(id)).kind, "");
}

/// Fields that are not all there are left out; nothing else happens.
void TestSccp::bodiesCutAnywhere()
{
    for (const std::uint32_t id :
         {0x01U, 0x20U, 0x27U, 0x29U, 0x81U, 0x94U, 0x9DU, 0x9EU, 0x9FU, 0x111U, 0x118U, 0x11BU, 0x15AU}) {
        for (std::size_t length = 0; length < 300; ++length) {
            const RecordedEvent event = only(sccp(id, Buffer(length, std::byte{0x41})));
            QCOMPARE(event.kind, std::string(sccpKind(id)));
        }
    }
}

/// CallManager 3.x: data length 40.
void TestSccp::oldRegisterStopsEarly()
{
    const auto event =
        only(sccp(1, padded("SEP003094C26105", 16) + le32(0) + le32(1) + address + le32(7) + le32(0)));
    QCOMPARE(event.fields,
             "message-id=0x0001;device-name=SEP003094C26105;address=10.2.1.5;device-type=7;instance=1");
}

void TestSccp::unnamedId()
{
    const auto event = only(sccp(0x0333));
    QCOMPARE(event.kind, "sccp.0x0333");
    QCOMPARE(event.fields, "message-id=0x0333");
}

void TestSccp::headerVersions()
{
    for (std::uint32_t version = 0; version <= 22; ++version)
        QCOMPARE(only(sccp(0, {}, version)).kind, "sccp.keepalive");
}

void TestSccp::kindsHoldExactly_data()
{
    QTest::addColumn<quint32>("id");
    const auto row = [](const char* kind, quint32 id) { QTest::newRow(kind) << id; };
    row("sccp.keepalive", 0x0000);
    row("sccp.keepalive-ack", 0x0100);
    row("sccp.register", 0x0001);
    row("sccp.register-ack", 0x0081);
    row("sccp.register-reject", 0x009D);
    row("sccp.unregister", 0x0027);
    row("sccp.unregister-ack", 0x0118);
    row("sccp.reset", 0x009F);
    row("sccp.alarm", 0x0020);
    row("sccp.enhanced-alarm", 0x015A);
    row("sccp.ip-port", 0x0002);
    row("sccp.register-token", 0x0029);
    row("sccp.register-token-ack", 0x011A);
    row("sccp.register-token-reject", 0x011B);
    row("sccp.capabilities-res", 0x0010);
    row("sccp.capabilities", 0x009B);
    row("sccp.time-date", 0x000D);
    row("sccp.time-date-res", 0x0094);
    row("sccp.off-hook", 0x0006);
    row("sccp.server", 0x0012);
    row("sccp.service-url-stat", 0x0033);
    row("sccp.qos-listen", 0x014D);
    row("sccp.spcp-register-token", 0x8000);
}

void TestSccp::kindsHoldExactly()
{
    QFETCH(quint32, id);
    const auto event = only(sccp(id));
    QCOMPARE(event.kind, std::string(QTest::currentDataTag()));
    QCOMPARE(FieldView(event.fields).number("message-id").value(), qint64(id));
}

void TestSccp::onlyKeepalivesRepeat()
{
    QVERIFY(only(sccp(0x0000)).repeats);
    QVERIFY(only(sccp(0x0100)).repeats);
    for (const std::uint32_t id : {0x0001U, 0x0020U, 0x0081U, 0x009FU, 0x0111U})
        QVERIFY(!only(sccp(id)).repeats);
}

void TestSccp::registerMessage()
{
    const Buffer body = padded("SEP001E7A24429A", 16) + le32(0) + le32(1) + address + le32(115) + le32(5)
        + le32(0) + hex({17, 0, 0, 0}) + le32(0) + le32(0) + hex({0, 0x1e, 0x7a, 0x24, 0x42, 0x9a}) + zeros(6)
        + le32(0) + le32(2) + hex({0x20, 1, 0x0d, 0xb8}) + zeros(11) + hex({5}) + le32(0)
        + padded("SCCP41.8-4-2S", 32);
    const auto event = only(sccp(1, body));
    QCOMPARE(event.kind, "sccp.register");
    QCOMPARE(event.device, "SEP001E7A24429A");
    QCOMPARE(
        event.fields,
        "message-id=0x0001;device-name=SEP001E7A24429A;address=10.2.1.5;device-type=115;protocol-version=17;"
        "instance=1;load=SCCP41.8-4-2S;mac=00:1e:7a:24:42:9a;address-ipv6=2001:db8::5");
}

void TestSccp::registerAck()
{
    const auto event =
        only(sccp(0x81, le32(30) + padded("D/M/YA", 6) + zeros(2) + le32(60) + hex({17, 0, 0, 0})));
    QCOMPARE(
        event.fields,
        "message-id=0x0081;keepalive-s=30;secondary-keepalive-s=60;date-template=D/M/YA;protocol-version=17");
}

void TestSccp::registerReject()
{
    const auto event = only(sccp(0x9D, padded("No Entry In Database: 0x0; 100%", 33) + zeros(3)));
    QCOMPARE(event.value("text"), "No Entry In Database: 0x0; 100%");
}

void TestSccp::alarmText()
{
    const auto event =
        only(sccp(0x20,
                  le32(2) + padded("14: Name=SEP001E7A24429A Load=8.4(2) Last=CM-closed-TCP", 80) + le32(2304)
                      + le32(5)));
    QCOMPARE(event.kind, "sccp.alarm");
    QCOMPARE(event.device, "SEP001E7A24429A");
    QCOMPARE(
        event.fields,
        "message-id=0x0020;device-name=SEP001E7A24429A;severity=2;text=14: Name=SEP001E7A24429A Load=8.4(2) "
        "Last=CM-closed-TCP;code=14;last=CM-closed-TCP;load=8.4(2);parameter-1=2304;parameter-2=5");
}

void TestSccp::alarmWithoutName()
{
    const auto event = only(sccp(0x20, le32(1) + padded("something else", 80)));
    QCOMPARE(event.device, "");
    QCOMPARE(event.fields, "message-id=0x0020;severity=1;text=something else");
}

void TestSccp::tokens()
{
    const Buffer body = padded("SEP001E7A24429A", 16) + le32(0) + le32(1) + address + le32(115);
    const std::string fields = ";device-name=SEP001E7A24429A;address=10.2.1.5;device-type=115";
    QCOMPARE(only(sccp(0x29, body)).fields, "message-id=0x0029" + fields);
    QCOMPARE(only(sccp(0x29, body)).device, "SEP001E7A24429A");
    QCOMPARE(only(sccp(0x8000, body)).fields, "message-id=0x8000" + fields);
}

void TestSccp::numbers_data()
{
    QTest::addColumn<quint32>("id");
    QTest::addColumn<QByteArray>("fields");
    QTest::newRow("reset") << 0x9FU << QByteArray("message-id=0x009f;reset-type=3");
    QTest::newRow("unregister") << 0x27U << QByteArray("message-id=0x0027;reason=3");
    QTest::newRow("unregister-ack") << 0x118U << QByteArray("message-id=0x0118;status=3");
    QTest::newRow("token reject") << 0x11BU << QByteArray("message-id=0x011b;wait-s=3");
    QTest::newRow("SPCP token reject") << 0x8101U << QByteArray("message-id=0x8101;wait-s=3");
    QTest::newRow("ip port") << 0x02U << QByteArray("message-id=0x0002;rtp-port=3");
    QTest::newRow("call state") << 0x111U << QByteArray("message-id=0x0111;call-state=3");
}

void TestSccp::numbers()
{
    QFETCH(quint32, id);
    QFETCH(QByteArray, fields);
    QCOMPARE(QByteArray::fromStdString(only(sccp(id, le32(3))).fields), fields);
}

void TestSccp::timeDate()
{
    const auto event = only(sccp(0x94,
                                 le32(2009) + le32(2) + le32(5) + le32(27) + le32(8) + le32(11) + le32(10)
                                     + le32(854) + le32(1'235'743'870)));
    QCOMPARE(event.fields, "message-id=0x0094;civil-time=2009-02-27T08:11:10.854;system-time=1235743870");
}

void TestSccp::servers()
{
    const auto event = only(sccp(0x9E,
                                 padded("cucm1", 48) + padded("cucm2", 48) + zeros(3 * 48) + le32(2000)
                                     + le32(2000) + zeros(12) + hex({10, 1, 1, 1}) + zeros(16)));
    QCOMPARE(event.fields, "message-id=0x009e;servers=cucm1/10.1.1.1,cucm2");
}

void TestSccp::serversWithTypedAddresses()
{
    const Buffer v4 = le32(0) + hex({10, 1, 1, 1}) + zeros(12);
    const Buffer v6 = le32(1) + hex({0x20, 1, 0x0d, 0xb8}) + zeros(11) + hex({5});
    const Buffer body = padded("cucm1", 48) + padded("cucm2", 48) + zeros(3 * 48 + 20) + v4 + v6 + zeros(60);
    QCOMPARE(only(sccp(0x9E, body, 17)).fields, "message-id=0x009e;servers=cucm1/10.1.1.1,cucm2/2001:db8::5");
}

void TestSccp::enhancedAlarm()
{
    const auto event =
        only(sccp(0x15A,
                  text("<x-cisco-alarm><Alarm Name=\"LastOutOfServiceInformation\"><ParameterList>"
                       "<String name=\"DeviceName\">SEP001E7A24429A</String><Enum name=\""
                       "ReasonForOutOfService\">16</Enum>")
                      + zeros(4)));
    QCOMPARE(event.device, "SEP001E7A24429A");
    QCOMPARE(event.fields,
             "message-id=0x015a;alarm=LastOutOfServiceInformation;device-name=SEP001E7A24429A;"
             "out-of-service-reason=16");
    QCOMPARE(only(sccp(0x15A, text("<x/>"))).fields, "message-id=0x015a;text=<x/>");
}

QTEST_APPLESS_MAIN(TestSccp)
#include "tst_sccp.moc"
