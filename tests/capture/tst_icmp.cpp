// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "packetbuilder.h"
#include "recordingsink.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

/// What RFC 792 asks for: the header and eight bytes.
const Buffer quotedTcp = front(ipv4(6, 1, 9, tcp(49'152, 2'000, 1, flag::ack, {})), 28);
const Buffer quotedUdp = ipv4(17, 1, 9, udp(49'152, 69, text("file")));

Buffer icmp(unsigned type, unsigned code, const Buffer& quoted, const Buffer& rest = zeros(4))
{
    return hex({type, code}) + be16(0) + rest + quoted;
}

RecordingSink read(const Buffer& frame)
{
    RecordingSink sink;
    (void)readAll(pcapFormat(), pcap({frame}), sink);
    return sink;
}

RecordingSink readV4(const Buffer& message)
{
    return read(ethernet(ipv4(1, 7, 1, message)));
}

RecordingSink readV6(const Buffer& message)
{
    return read(ethernet(ipv6(58, 7, 1, message), 0x86DD));
}

} // namespace

class TestIcmp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void portUnreachable();
    void codes_data();
    void codes();
    void fragmentationNeeded();
    void timeExceeded();
    void redirect();
    void version6();
    void version6TooBig();
    void othersAreNoEvents_data();
    void othersAreNoEvents();
    void quotesWithoutPorts();
    void cutAnywhere();
};

void TestIcmp::portUnreachable()
{
    const auto sink = readV4(icmp(3, 3, quotedUdp));
    QCOMPARE(sink.kinds(), "1 icmp.unreachable");
    QCOMPARE(sink.events[0].fields,
             "code=3;reason=port;about-src=10.0.0.1:49152;about-dst=10.0.0.9:69;about-protocol=udp");
    QCOMPARE(toText(sink.events[0].source), "10.0.0.7");
    QCOMPARE(toText(sink.events[0].destination), "10.0.0.1");
    QVERIFY(!sink.events[0].repeats);
}

void TestIcmp::codes_data()
{
    QTest::addColumn<QByteArray>("reason");
    QTest::newRow("0") << QByteArray("network");
    QTest::newRow("1") << QByteArray("host");
    QTest::newRow("2") << QByteArray("protocol");
    QTest::newRow("10") << QByteArray("host-prohibited");
    QTest::newRow("13") << QByteArray("prohibited");
    QTest::newRow("15") << QByteArray("precedence-cutoff");
    QTest::newRow("16") << QByteArray("(none)");
    QTest::newRow("255") << QByteArray("(none)");
}

void TestIcmp::codes()
{
    QFETCH(QByteArray, reason);
    const unsigned code = QByteArray(QTest::currentDataTag()).toUInt();
    const auto sink = readV4(icmp(3, code, quotedTcp));
    QCOMPARE(sink.events.at(0).value("reason"), reason.toStdString());
    QCOMPARE(sink.events[0].value("code"), std::string(QTest::currentDataTag()));
    QCOMPARE(sink.events[0].value("about-protocol"), "tcp");
}

void TestIcmp::fragmentationNeeded()
{
    const auto sink = readV4(icmp(3, 4, quotedTcp, be16(0) + be16(1'400)));
    QCOMPARE(
        sink.events.at(0).fields,
        "code=4;reason=too-big;mtu=1400;about-src=10.0.0.1:49152;about-dst=10.0.0.9:2000;about-protocol=tcp");
    QCOMPARE(readV4(icmp(3, 4, quotedTcp)).events.at(0).value("mtu"), "(none)");
}

void TestIcmp::timeExceeded()
{
    const auto sink = readV4(icmp(11, 0, quotedUdp));
    QCOMPARE(sink.kinds(), "1 icmp.time-exceeded");
    QCOMPARE(sink.events[0].value("reason"), "(none)");
}

void TestIcmp::redirect()
{
    const auto sink = readV4(icmp(5, 1, quotedUdp, hex({10, 2, 1, 254})));
    QCOMPARE(sink.kinds(), "1 icmp.redirect");
    QCOMPARE(sink.events[0].value("gateway"), "10.2.1.254");
}

void TestIcmp::version6()
{
    const Buffer quoted = ipv6(17, 1, 9, udp(49'152, 69, text("file")));
    const auto sink = readV6(icmp(1, 4, quoted));
    QCOMPARE(sink.kinds(), "1 icmp.unreachable");
    QCOMPARE(
        sink.events[0].fields,
        "code=4;reason=port;about-src=[2001:db8::1]:49152;about-dst=[2001:db8::9]:69;about-protocol=udp");
    QCOMPARE(readV6(icmp(3, 0, quoted)).kinds(), "1 icmp.time-exceeded");
    QCOMPARE(readV6(icmp(1, 200, quoted)).events.at(0).value("reason"), "(none)");
}

void TestIcmp::version6TooBig()
{
    const auto sink = readV6(icmp(2, 0, ipv6(6, 1, 9, zeros(20)), be32(1'280)));
    QCOMPARE(sink.kinds(), "1 icmp.packet-too-big");
    QCOMPARE(sink.events[0].value("mtu"), "1280");
}

void TestIcmp::othersAreNoEvents_data()
{
    QTest::addColumn<unsigned>("type");
    QTest::newRow("echo reply") << 0U;
    QTest::newRow("echo") << 8U;
    QTest::newRow("none") << 255U;
}

void TestIcmp::othersAreNoEvents()
{
    QFETCH(unsigned, type);
    const auto sink = readV4(icmp(type, 0, quotedUdp));
    QCOMPARE(sink.kinds(), "");
    QCOMPARE(sink.problemIds(), "");
    QCOMPARE(readV6(icmp(135, 0, {})).kinds(), "");
}

void TestIcmp::quotesWithoutPorts()
{
    QCOMPARE(readV4(icmp(3, 1, ipv4(50, 1, 9, zeros(8)))).events.at(0).fields,
             "code=1;reason=host;about-src=10.0.0.1;about-dst=10.0.0.9;about-protocol=50");
    QCOMPARE(readV4(icmp(3, 1, ipv4(17, 1, 9, zeros(8), 100))).events.at(0).value("about-src"), "10.0.0.1");
    QCOMPARE(readV4(icmp(3, 1, zeros(28))).events.at(0).fields, "code=1;reason=host");
    QCOMPARE(readV4(icmp(3, 1, {})).events.at(0).fields, "code=1;reason=host");
}

void TestIcmp::cutAnywhere()
{
    const Buffer whole = ethernet(ipv4(1, 7, 1, icmp(3, 3, quotedUdp)));
    for (std::size_t length = 34; length < whole.size(); ++length) {
        RecordingSink sink;
        const auto original = static_cast<std::uint32_t>(whole.size());
        QVERIFY(
            readAll(pcapFormat(), pcapHeader() + pcapRecord({front(whole, length), 1, 0, original}), sink));
        QCOMPARE(sink.events.size(), length >= 42 ? 1U : 0U);
    }
    QCOMPARE(readV4(hex({3, 3})).problemIds(), "capture.malformed");
}

QTEST_APPLESS_MAIN(TestIcmp)
#include "tst_icmp.moc"
