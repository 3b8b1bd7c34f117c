// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "packetbuilder.h"
#include "recordingsink.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

Buffer tlv(unsigned type, const Buffer& value)
{
    return be16(type) + be16(4 + value.size()) + value;
}

const Buffer head = hex({2, 180, 0xAB, 0xCD});

/// IEEE 802.3 with SNAP; its length field covers what follows it.
Buffer frame(const Buffer& message)
{
    const Buffer snap = hex({0xAA, 0xAA, 3, 0, 0, 0x0C, 0x20, 0}) + message;
    return hex({1, 0, 0x0C, 0xCC, 0xCC, 0xCC, 0, 0x19, 6, 0xEA, 0xB8, 0x85}) + be16(snap.size()) + snap;
}

RecordingSink read(const Buffer& message)
{
    RecordingSink sink;
    (void)readAll(pcapFormat(), pcap({frame(message)}), sink);
    return sink;
}

const std::string fixed = "sender-mac=00:19:06:ea:b8:85;ttl-s=180";

const Buffer addresses =
    be32(2) + hex({1, 1, 0x81}) + be16(3) + hex({9, 9, 9}) + hex({1, 1, 0xCC}) + be16(4) + hex({10, 2, 1, 5});

} // namespace

class TestCdp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ofASwitch();
    void ofAPhone();
    void addressOfVersion6();
    void lengthsLie_data();
    void lengthsLie();
    void cutAnywhere();
};

void TestCdp::ofASwitch()
{
    const auto sink = read(
        head + tlv(1, text("switch-3.example.com")) + tlv(2, addresses) + tlv(3, text("GigabitEthernet0/5"))
        + tlv(4, be32(0x29)) + tlv(5, text("Cisco IOS Software, Version 12.2\nCopyright"))
        + tlv(6, text("cisco WS-C3560G")) + tlv(9, text("office")) + tlv(0x0A, be16(20)) + tlv(0x0B, hex({1}))
        + tlv(0x0E, hex({1}) + be16(110)) + tlv(0x14, text("switch-3"))
        + tlv(0x1A, be16(1) + be16(2) + be32(15'400) + be32(0)) + tlv(0x77, zeros(3)));
    QCOMPARE(sink.kinds(), "1 cdp.announcement");
    QCOMPARE(sink.events[0].fields,
             fixed
                 + ";device-id=switch-3.example.com;address=10.2.1.5;port-id=GigabitEthernet0/5;"
                   "capabilities=router,switch,igmp;software=Cisco IOS Software, Version 12.2;"
                   "platform=cisco WS-C3560G;vtp-domain=office;native-vlan=20;duplex=full;voice-vlan=110;"
                   "system-name=switch-3;power-available-mw=15400");
    QCOMPARE(sink.events[0].device, "");
    QCOMPARE(toText(sink.events[0].source), "10.2.1.5");
    QCOMPARE(sink.problemIds(), "");
}

void TestCdp::ofAPhone()
{
    const auto sink =
        read(head + tlv(1, text("SEP001E7A24429A")) + tlv(3, text("Port 1")) + tlv(4, be32(0x490))
             + tlv(6, text("Cisco IP Phone 7961")) + tlv(0x0F, hex({0x20}) + be16(512)) + tlv(0x0B, hex({0}))
             + tlv(0x10, be16(6'300)) + tlv(0x19, be16(1) + be16(0) + be32(12'000)));
    QCOMPARE(sink.events.at(0).device, "SEP001E7A24429A");
    QCOMPARE(sink.events[0].fields,
             fixed
                 + ";device-id=SEP001E7A24429A;port-id=Port 1;capabilities=host,phone,mac-relay;"
                   "platform=Cisco IP Phone 7961;voice-vlan-query=512;duplex=half;power-mw=6300;"
                   "power-requested-mw=12000");
}

void TestCdp::addressOfVersion6()
{
    const Buffer list = be32(1) + hex({2, 8, 0xAA, 0xAA, 3, 0, 0, 0, 0x86, 0xDD}) + be16(16)
        + hex({0x20, 1, 0x0d, 0xb8}) + zeros(11) + hex({5});
    QCOMPARE(read(head + tlv(2, list)).events.at(0).value("address"), "2001:db8::5");
}

void TestCdp::lengthsLie_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("fields");
    const auto row = [](const char* name, const Buffer& message, const char* fields) {
        QTest::newRow(name) << QByteArray::fromStdString(std::string(asText(message))) << QByteArray(fields);
    };
    row("longer than the frame", be16(1) + be16(500) + text("sw"), ";device-id=sw");
    row("shorter than itself", be16(1) + be16(3) + text("sw"), "");
    row("zero", be16(1) + be16(0) + text("sw"), "");
}

void TestCdp::lengthsLie()
{
    QFETCH(QByteArray, message);
    QFETCH(QByteArray, fields);
    const auto sink = read(head + text(message.toStdString()));
    QCOMPARE(sink.events.at(0).fields, fixed + fields.toStdString());
    QCOMPARE(sink.problemIds(), "capture.malformed");
    const auto endless = read(head + tlv(2, be32(0xFFFFFFFF) + hex({1, 255, 255})) + tlv(0x0E, hex({1}))
                              + tlv(0x0B, {}) + tlv(4, {}) + tlv(0x19, be32(1)) + tlv(1, {}));
    QCOMPARE(endless.events.at(0).fields, fixed);
}

void TestCdp::cutAnywhere()
{
    const Buffer whole =
        frame(head + tlv(1, text("SEP001E7A24429A")) + tlv(2, addresses) + tlv(0x0E, hex({1}) + be16(5)));
    for (std::size_t length = 0; length < whole.size(); ++length) {
        RecordingSink sink;
        (void)readAll(pcapFormat(), pcap({front(whole, length)}), sink);
        QCOMPARE(sink.events.size(), length >= 26 ? 1U : 0U);
    }
}

QTEST_APPLESS_MAIN(TestCdp)
#include "tst_cdp.moc"
