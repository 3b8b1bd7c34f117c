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
    return be16(type << 9 | value.size()) + value;
}

Buffer med(unsigned subtype, const Buffer& value)
{
    return tlv(127, hex({0, 0x12, 0xBB, subtype}) + value);
}

Buffer policy(unsigned application, unsigned bits)
{
    return med(2, hex({application}) + number(bits, 3, true));
}

const Buffer end = tlv(0, {});
const Buffer chassis = tlv(1, hex({4, 0, 0x1e, 0x7a, 0x24, 0x42, 0x9a}));
const std::string senderField = "sender-mac=02:00:00:00:00:02;";
const std::string fixed = senderField + "chassis-id=00:1e:7a:24:42:9a";

RecordingSink read(const Buffer& message)
{
    RecordingSink sink;
    (void)readAll(pcapFormat(), pcap({ethernet(message, 0x88CC)}), sink);
    return sink;
}

std::string fieldsOf(const Buffer& message)
{
    const auto sink = read(message);
    return sink.events.size() == 1 ? sink.events[0].fields : "";
}

} // namespace

class TestLldp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ofASwitch();
    void ofAPhone();
    void policies_data();
    void policies();
    void identifiers_data();
    void identifiers();
    void malformed();
    void shortValues();
    void cutAnywhere();
};

void TestLldp::ofASwitch()
{
    const auto sink =
        read(chassis + tlv(2, hex({5}) + text("Gi1/0/7")) + tlv(3, be16(120)) + tlv(4, text("to desk 7"))
             + tlv(5, text("switch-3.example.com")) + tlv(6, text("Cisco IOS"))
             + tlv(7, be16(0x14) + be16(0x04)) + tlv(8, hex({5, 1, 10, 2, 1, 2, 2}) + be32(1) + hex({0}))
             + tlv(127, hex({0, 0x80, 0xC2, 1}) + be16(20)) + policy(1, 1U << 22 | 110U << 9 | 5U << 6 | 46U)
             + tlv(127, hex({0, 0x12, 0x0F, 1, 3})) + end);
    QCOMPARE(sink.kinds(), "1 lldp.announcement");
    QCOMPARE(sink.events[0].fields,
             fixed
                 + ";port-id=Gi1/0/7;ttl-s=120;port-description=to desk 7;system-name=switch-3.example.com;"
                   "system-description=Cisco IOS;capabilities=bridge;address=10.2.1.2;port-vlan=20;"
                   "voice-vlan=110;voice-tagged=yes;voice-priority=5;voice-dscp=46");
    QCOMPARE(toText(sink.events[0].source), "10.2.1.2");
    QCOMPARE(sink.events[0].device, "");
    QCOMPARE(sink.problemIds(), "");
}

void TestLldp::ofAPhone()
{
    const auto sink =
        read(tlv(1, hex({5, 1, 10, 2, 1, 5})) + tlv(2, hex({7}) + text("001E7A24429A:P1")) + tlv(3, be16(180))
             + tlv(5, text("SEP001E7A24429A.example.com")) + med(1, be16(0x33) + hex({3}))
             + med(4, hex({0x50}) + be16(63)) + med(5, text("4")) + med(6, text("tnp75.8-5-2"))
             + med(7, text("SCCP75.9-3-1")) + med(8, text("FCH1234")) + med(9, text("Cisco Systems, Inc."))
             + med(10, text("CP-7975G")) + med(11, text("A7")) + end);
    QCOMPARE(sink.events.at(0).device, "SEP001E7A24429A");
    QCOMPARE(sink.events[0].fields,
             senderField
                 + "chassis-id=10.2.1.5;port-id=001E7A24429A:P1;ttl-s=180;"
                   "system-name=SEP001E7A24429A.example.com;device-class=3;power-mw=6300;hardware=4;"
                   "firmware=tnp75.8-5-2;software=SCCP75.9-3-1;serial=FCH1234;"
                   "manufacturer=Cisco Systems, Inc.;model=CP-7975G;asset=A7");
}

void TestLldp::policies_data()
{
    QTest::addColumn<unsigned>("application");
    QTest::addColumn<unsigned>("bits");
    QTest::addColumn<QByteArray>("fields");
    QTest::newRow("untagged") << 1U << (46U)
                              << QByteArray(";voice-vlan=0;voice-tagged=no;voice-priority=0;voice-dscp=46");
    QTest::newRow("not known yet") << 1U << (1U << 23 | 5U << 9) << QByteArray();
    QTest::newRow("video") << 6U << (1U << 22 | 5U << 9) << QByteArray();
}

void TestLldp::policies()
{
    QFETCH(unsigned, application);
    QFETCH(unsigned, bits);
    QFETCH(QByteArray, fields);
    QCOMPARE(fieldsOf(chassis + policy(application, bits) + end), fixed + fields.toStdString());
}

void TestLldp::identifiers_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("shown");
    QTest::newRow("IPv6") << QByteArray::fromHex("05022001") + QByteArray::fromHex("0db8")
            + QByteArray(11, '\0') + QByteArray(1, '\5')
                          << QByteArray("2001:db8::5");
    QTest::newRow("name") << QByteArray("\7chassis-1") << QByteArray("chassis-1");
    QTest::newRow("bytes") << QByteArray::fromHex("07010203") << QByteArray("010203");
    QTest::newRow("address cut") << QByteArray::fromHex("05010a") << QByteArray("010a");
    QTest::newRow("empty") << QByteArray() << QByteArray();
}

void TestLldp::identifiers()
{
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, shown);
    QCOMPARE(fieldsOf(tlv(1, text(value.toStdString())) + end),
             senderField + "chassis-id=" + shown.toStdString());
}

void TestLldp::malformed()
{
    QCOMPARE(read({}).problemIds(), "capture.malformed");
    QCOMPARE(read(tlv(2, text("x"))).problemIds(), "capture.malformed");
    const auto lying = read(chassis + be16(5U << 9 | 300U) + text("sw"));
    QCOMPARE(lying.problemIds(), "capture.malformed");
    QCOMPARE(lying.events.at(0).fields, fixed + ";system-name=sw");
}

void TestLldp::shortValues()
{
    Buffer message = chassis;
    for (unsigned type = 2; type < 10; ++type)
        message += tlv(type, {});
    message += tlv(127, {}) + tlv(127, hex({0, 0x80, 0xC2, 1, 0})) + tlv(8, hex({5, 1, 10}));
    for (unsigned subtype = 0; subtype < 14; ++subtype)
        message += med(subtype, {});
    QCOMPARE(fieldsOf(message + end), fixed + ";port-id=");
}

void TestLldp::cutAnywhere()
{
    const Buffer whole = ethernet(chassis + tlv(5, text("SEP001E7A24429A")) + policy(1, 7) + end, 0x88CC);
    for (std::size_t length = 14; length < whole.size(); ++length) {
        RecordingSink sink;
        (void)readAll(pcapFormat(), pcap({front(whole, length)}), sink);
        QCOMPARE(sink.events.size(), length >= 16 ? 1U : 0U);
    }
}

QTEST_APPLESS_MAIN(TestLldp)
#include "tst_lldp.moc"
