// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "packetbuilder.h"
#include "recordingsink.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

RecordingSink read(const Buffer& payload, unsigned fromPort = 123)
{
    RecordingSink sink;
    (void)readAll(pcapFormat(), pcap({ethernet(ipv4(17, 1, 9, udp(fromPort, 123, payload)))}), sink);
    return sink;
}

Buffer packet(unsigned first, unsigned stratum, const Buffer& reference)
{
    return hex({first, stratum, 6, 0xEC}) + be32(0x00002621) + be32(0x000A8000) + reference
        + be64(0xCD50B39F'01020304) + be64(0xCD50B3A0'00000000) + be64(0xCD50B3A0'1EB851EB)
        + be64(0xCD50B3A0'1EF9DB22);
}

} // namespace

class TestNtp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shorterThanAPacket();
    void reservedMode();
    void empty();
    void serverWithEveryField();
    void references_data();
    void references();
    void modes_data();
    void modes();
    void kissCodes();
    void firstVersionHasNoMode();
    void control();
    void privateMessages();
    void controlAndPrivateTooShort();
    void authenticated();
    void extensionFields();
    void cutAnywhere();
};

void TestNtp::shorterThanAPacket()
{
    for (std::size_t length = 1; length < 48; ++length) {
        Buffer cut = packet(0x23, 0, zeros(4));
        cut.resize(length);
        const auto sink = read(cut);
        QCOMPARE(sink.kinds(), "");
        QCOMPARE(sink.problemIds(), "capture.ntp-short");
    }
}

void TestNtp::reservedMode()
{
    QCOMPARE(read(packet(0x20, 0, zeros(4))).problemIds(), "capture.malformed");
}

void TestNtp::empty()
{
    QCOMPARE(read({}).kinds(), "");
}

void TestNtp::serverWithEveryField()
{
    const auto sink = read(packet(0x24, 2, hex({192, 0, 2, 1})));
    QCOMPARE(sink.kinds(), "1 ntp.server");
    QCOMPARE(sink.events[0].fields,
             "version=4;mode=4;stratum=2;refid=192.0.2.1;poll=6;leap=0;precision=-20;root-delay-s=0.148941;"
             "root-dispersion-s=10.500000;reference=0xcd50b39f01020304;originate=0xcd50b3a000000000;"
             "receive=0xcd50b3a01eb851eb;transmit=0xcd50b3a01ef9db22");
    QCOMPARE(toText(sink.events[0].source), "10.0.0.1:123");
    QVERIFY(!sink.events[0].repeats);
    QCOMPARE(read(packet(0xE4, 16, zeros(4))).events[0].value("leap"), "3");
}

void TestNtp::references_data()
{
    QTest::addColumn<unsigned>("stratum");
    QTest::addColumn<quint32>("reference");
    QTest::addColumn<QByteArray>("shown");
    QTest::newRow("kiss code") << 0U << 0x52415445U << QByteArray("RATE");
    QTest::newRow("clock of three letters") << 1U << 0x47505300U << QByteArray("GPS");
    QTest::newRow("local clock in dotted form") << 1U << 0x7F7F0101U << QByteArray("127.127.1.1");
    QTest::newRow("not set") << 0U << 0U << QByteArray("0.0.0.0");
    QTest::newRow("server") << 3U << 0x47505300U << QByteArray("71.80.83.0");
}

void TestNtp::references()
{
    QFETCH(unsigned, stratum);
    QFETCH(quint32, reference);
    QFETCH(QByteArray, shown);
    const auto sink = read(packet(0x24, stratum, be32(reference)));
    QCOMPARE(QByteArray::fromStdString(sink.events.at(0).value("refid")), shown);
}

void TestNtp::modes_data()
{
    QTest::addColumn<unsigned>("mode");
    const char* const kinds[]{"ntp.symmetric-active", "ntp.symmetric-passive", "ntp.client", "ntp.server",
                              "ntp.broadcast",        "ntp.control",           "ntp.private"};
    for (unsigned i = 0; i < 7; ++i)
        QTest::newRow(kinds[i]) << i + 1;
}

void TestNtp::modes()
{
    QFETCH(unsigned, mode);
    const auto sink = read(packet(0x18 | mode, 2, zeros(4)), 50'000);
    QCOMPARE(sink.kinds(), std::string("1 ") + QTest::currentDataTag());
    QCOMPARE(sink.events[0].value("version"), "3");
    QCOMPARE(sink.events[0].value("mode"), std::to_string(mode));
}

void TestNtp::kissCodes()
{
    const Buffer deny = text("DENY");
    QCOMPARE(read(packet(0x24, 0, deny)).events.at(0).value("kiss"), "DENY");
    QCOMPARE(read(packet(0x25, 0, text("RATE"))).events.at(0).value("kiss"), "RATE");
    QCOMPARE(read(packet(0x23, 0, text("INIT"))).events.at(0).value("kiss"), "(none)");
    QCOMPARE(read(packet(0x24, 1, deny)).events.at(0).value("kiss"), "(none)");
    QCOMPARE(read(packet(0x24, 0, zeros(4))).events.at(0).value("kiss"), "(none)");
}

void TestNtp::firstVersionHasNoMode()
{
    QCOMPARE(read(packet(0x08, 2, zeros(4)), 50'000).kinds(), "1 ntp.client");
    QCOMPARE(read(packet(0x08, 2, zeros(4))).kinds(), "1 ntp.symmetric-active");
    RecordingSink answer;
    (void)readAll(pcapFormat(), pcap({ethernet(ipv4(17, 9, 1, udp(123, 50'000, packet(0x08, 2, zeros(4)))))}),
                  answer);
    QCOMPARE(answer.kinds(), "1 ntp.server");
    QCOMPARE(answer.events[0].value("mode"), "0");
}

void TestNtp::control()
{
    const Buffer head = be16(7) + be16(0x0615) + be16(42) + be16(0) + be16(0);
    QCOMPARE(read(hex({0x16, 0x02}) + head).events.at(0).fields,
             "version=2;mode=6;opcode=read-variables;sequence=7;association=42");
    QCOMPARE(
        read(hex({0x16, 0xC1}) + head).events.at(0).fields,
        "version=2;mode=6;opcode=read-status;response=yes;error=yes;sequence=7;status=0x0615;association=42");
    QCOMPARE(read(hex({0x16, 0x1F}) + head).events.at(0).value("opcode"), "31");
    QCOMPARE(read(hex({0x16, 0x00}) + head).events.at(0).value("opcode"), "0");
}

void TestNtp::privateMessages()
{
    QCOMPARE(read(hex({0x17, 0x05, 3, 42}) + be16(0) + be16(0)).events.at(0).fields,
             "version=2;mode=7;opcode=42;sequence=5;items=0");
    QCOMPARE(read(hex({0x97, 0x85, 3, 42}) + be16(0x4006) + be16(72)).events.at(0).fields,
             "version=2;mode=7;opcode=42;response=yes;error=4;sequence=5;items=6");
}

void TestNtp::controlAndPrivateTooShort()
{
    QCOMPARE(read(hex({0x16}) + zeros(10)).problemIds(), "capture.ntp-short");
    QCOMPARE(read(hex({0x17}) + zeros(6)).problemIds(), "capture.ntp-short");
}

void TestNtp::authenticated()
{
    const auto with = [](const Buffer& trailer) {
        return read(packet(0x23, 0, zeros(4)) + trailer).events.at(0);
    };
    QCOMPARE(with(be32(5) + zeros(16)).value("key-id"), "5");
    QCOMPARE(with(be32(5) + zeros(20)).value("key-id"), "5");
    QCOMPARE(with(be32(5) + zeros(20)).value("crypto-nak"), "(none)");
    QCOMPARE(with(be32(0)).value("crypto-nak"), "yes");
    QCOMPARE(with({}).value("key-id"), "(none)");
}

void TestNtp::extensionFields()
{
    const auto with = [](const Buffer& trailer) {
        return read(packet(0x23, 0, zeros(4)) + trailer).events.at(0);
    };
    const Buffer extension = be16(0x0104) + be16(32) + zeros(28);
    const auto two = with(extension + extension + be32(9) + zeros(16));
    QCOMPARE(two.value("extensions"), "2");
    QCOMPARE(two.value("key-id"), "9");
    QCOMPARE(with(extension).value("key-id"), "(none)");
    for (const unsigned length : {0U, 15U, 18U, 36U, 0xFFFFU})
        QCOMPARE(with(be16(1) + be16(length) + zeros(28)).value("extensions"), "(none)");
}

void TestNtp::cutAnywhere()
{
    for (const Buffer& payload : {packet(0x24, 0, text("DENY")) + be32(1) + zeros(16),
                                  hex({0x16}) + zeros(11), hex({0x17}) + zeros(7)}) {
        const Buffer whole = ethernet(ipv4(17, 1, 9, udp(123, 123, payload)));
        const std::size_t headers = whole.size() - payload.size();
        for (std::size_t length = headers; length < whole.size(); ++length) {
            RecordingSink sink;
            const auto original = static_cast<std::uint32_t>(whole.size());
            QVERIFY(readAll(pcapFormat(), pcapHeader() + pcapRecord({front(whole, length), 1, 0, original}),
                            sink));
            QCOMPARE(sink.events.size(), length > headers ? 1U : 0U);
        }
    }
}

QTEST_APPLESS_MAIN(TestNtp)
#include "tst_ntp.moc"
