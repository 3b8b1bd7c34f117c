// SPDX-License-Identifier: GPL-3.0-or-later
// The same NTP packet behind everything that may stand before it.
#include <QTest>

#include "packetbuilder.h"
#include "recordingsink.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

Buffer datagram()
{
    return udp(123, 123, ntpClientPacket());
}

Buffer packet4()
{
    return ipv4(17, 1, 9, datagram());
}

Buffer packet6(unsigned nextHeader = 17, const Buffer& extensions = {})
{
    return ipv6(nextHeader, 1, 9, extensions + datagram());
}

RecordingSink read(const Buffer& frame, std::uint32_t linkType = 1)
{
    RecordingSink sink;
    (void)readAll(pcapFormat(), pcap({frame}, linkType), sink);
    return sink;
}

QByteArray bytes(const Buffer& buffer)
{
    return {reinterpret_cast<const char*>(buffer.data()), static_cast<qsizetype>(buffer.size())};
}

Buffer buffer(const QByteArray& bytes)
{
    return text(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

} // namespace

class TestLinkLayer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void cutAnywhere_data() { reads_data(); }
    void cutAnywhere();
    void refuses_data();
    void refuses();
    void unknownLinkTypesAreNamed();
    void paddingIsNoPayload();
    void endpoints();
    void endlessTunnels();
};

void TestLinkLayer::reads_data()
{
    QTest::addColumn<quint32>("linkType");
    QTest::addColumn<QByteArray>("frame");
    const auto row = [](const char* name, quint32 linkType, const Buffer& frame) {
        QTest::newRow(name) << linkType << bytes(frame);
    };
    row("Ethernet IPv4", 1, ethernet(packet4()));
    row("Ethernet IPv6", 1, ethernet(packet6(), 0x86DD));
    row("802.1Q", 1, ethernet(vlanTag(110, packet4()), 0x8100));
    row("802.1ad", 1, ethernet(vlanTag(5, vlanTag(110, packet4()), 0x8100), 0x88A8));
    row("QinQinQ", 1,
        ethernet(vlanTag(5, vlanTag(6, vlanTag(7, packet6(), 0x86DD), 0x8100), 0x8100), 0x9100));
    row("802.3 with SNAP", 1,
        ethernet(hex({0xAA, 0xAA, 3, 0, 0, 0, 8, 0}) + packet4(),
                 static_cast<unsigned>(8 + packet4().size())));
    row("PPPoE IPv4", 1, ethernet(hex({0x11, 0, 0, 1}) + be16(78) + be16(0x0021) + packet4(), 0x8864));
    row("PPPoE IPv6", 1, ethernet(hex({0x11, 0, 0, 1}) + be16(98) + be16(0x0057) + packet6(), 0x8864));
    row("MPLS", 1, ethernet(hex({0, 1, 0, 64, 0, 2, 1, 64}) + packet4(), 0x8847));
    row("Linux cooked", 113, hex({0, 0, 0, 1, 0, 6}) + zeros(8) + be16(0x0800) + packet4());
    row("Linux cooked, VLAN", 113,
        hex({0, 0, 0, 1, 0, 6}) + zeros(8) + be16(0x8100) + vlanTag(110, packet4()));
    row("Linux cooked 2", 276, be16(0x86DD) + zeros(18) + packet6());
    row("raw 101 IPv4", 101, packet4());
    row("raw 101 IPv6", 101, packet6());
    row("raw 12", 12, packet4());
    row("raw 14", 14, packet4());
    row("raw IPv4", 228, packet4());
    row("raw IPv6", 229, packet6());
    row("null, little-endian host", 0, hex({2, 0, 0, 0}) + packet4());
    row("null, big-endian host", 0, hex({0, 0, 0, 2}) + packet4());
    row("null, macOS IPv6", 0, hex({30, 0, 0, 0}) + packet6());
    row("loop", 108, hex({0, 0, 0, 2}) + packet4());
    row("loop, OpenBSD IPv6", 108, hex({0, 0, 0, 24}) + packet6());
    row("old QinQ", 1, ethernet(vlanTag(5, vlanTag(6, packet4()), 0x9300), 0x9200));
    row("PPP with its direction", 204, hex({1, 0xFF, 3, 0, 0x21}) + packet4());
    row("PPP", 9, hex({0xFF, 3, 0, 0x21}) + packet4());
    row("PPP without address and control", 9, hex({0, 0x57}) + packet6());
    row("PPP with a compressed protocol", 9, hex({0x21}) + packet4());
    row("PPP with both", 9, hex({0xFF, 3, 0x57}) + packet6());
    row("PPP MPLS", 9, hex({0xFF, 3, 2, 0x81, 0, 2, 1, 64}) + packet4());
    row("PPP in HDLC", 50, hex({0xFF, 3, 0, 0x21}) + packet4());
    row("Cisco HDLC on a serial line", 50, hex({0x0F, 0, 8, 0}) + packet4());
    row("Cisco HDLC", 104, hex({0x8F, 0, 0x86, 0xDD}) + packet6());
    row("PPPoE alone", 51, hex({0x11, 0, 0, 1}) + be16(78) + be16(0x0021) + packet4());
    row("IPv6 hop-by-hop, destination options", 229,
        packet6(0, hex({60, 0, 1, 4, 0, 0, 0, 0}) + hex({17, 1}) + zeros(14)));
    row("IPv6 routing and authentication", 229,
        packet6(43, hex({51, 0, 0, 0, 0, 0, 0, 0}) + hex({17, 1}) + zeros(10)));
    row("IPv6 fragment header, whole packet", 229, packet6(44, hex({17, 0, 0, 0, 0, 0, 0, 1})));
    row("GRE", 101, ipv4(47, 1, 2, be16(0) + be16(0x0800) + packet4()));
    row("GRE with checksum, key and sequence", 101,
        ipv4(47, 1, 2, be16(0xB000) + be16(0x86DD) + zeros(12) + packet6()));
    row("GRE Ethernet", 101, ipv4(47, 1, 2, be16(0) + be16(0x6558) + ethernet(packet4())));
    row("ERSPAN I", 101, ipv4(47, 1, 2, be16(0) + be16(0x88BE) + ethernet(packet4())));
    row("ERSPAN II", 101,
        ipv4(47, 1, 2, be16(0x1000) + be16(0x88BE) + zeros(4) + zeros(8) + ethernet(packet4())));
    row("ERSPAN III", 101,
        ipv4(47, 1, 2, be16(0x1000) + be16(0x22EB) + zeros(4) + zeros(12) + ethernet(packet4())));
    row("ERSPAN III with subheader", 101,
        ipv4(47, 1, 2,
             be16(0x1000) + be16(0x22EB) + zeros(4) + zeros(11) + hex({1}) + zeros(8) + ethernet(packet4())));
    row("PPTP", 101,
        ipv4(47, 1, 2,
             be16(0x3081) + be16(0x880B) + be32(1) + be32(2) + be32(3) + hex({0xFF, 3, 0, 0x21})
                 + packet4()));
    row("VXLAN", 101, ipv4(17, 1, 2, udp(60'000, 4789, hex({8, 0, 0, 0, 0, 0, 1, 0}) + ethernet(packet4()))));
    row("IPv4 in IPv4", 101, ipv4(4, 1, 2, packet4()));
    row("IPv6 in IPv4", 101, ipv4(41, 1, 2, packet6()));
    row("IPv4 in IPv6", 101, ipv6(4, 1, 2, packet4()));
}

void TestLinkLayer::reads()
{
    QFETCH(quint32, linkType);
    QFETCH(QByteArray, frame);
    const auto sink = read(buffer(frame), linkType);
    QCOMPARE(sink.kinds(), "1 ntp.client");
    QVERIFY(sink.problems.empty());
}

/// Never out of bounds, and never more than one event.
void TestLinkLayer::cutAnywhere()
{
    QFETCH(quint32, linkType);
    QFETCH(QByteArray, frame);
    const Buffer whole = buffer(frame);
    for (std::size_t length = 0; length < whole.size(); ++length) {
        const auto sink = read({whole.begin(), whole.begin() + std::ptrdiff_t(length)}, linkType);
        const bool hasMode = length + 48 > whole.size();
        QCOMPARE(sink.events.size(), hasMode ? 1U : 0U);
    }
}

void TestLinkLayer::refuses_data()
{
    QTest::addColumn<quint32>("linkType");
    QTest::addColumn<QByteArray>("frame");
    const auto row = [](const char* name, quint32 linkType, Buffer frame, std::size_t at, unsigned byte) {
        frame[at] = static_cast<std::byte>(byte);
        QTest::newRow(name) << linkType << bytes(frame);
    };
    row("IPv4 header of 16 bytes", 228, packet4(), 0, 0x44);
    row("IPv4 header longer than the packet", 228, ipv4(17, 1, 2, {}), 0, 0x4F);
    row("IPv4 shorter than its header", 228, packet4(), 3, 19);
    row("version 5", 101, packet4(), 0, 0x55);
    row("EtherType of IPv6 before IPv4", 1, ethernet(packet4(), 0x86DD), 0, 0);
    row("UDP length below 8", 228, packet4(), 25, 7);
    row("later fragment", 228, packet4(), 7, 1);
    row("IPv6 extension header beyond the end", 229, packet6(0, hex({17, 200, 1, 4, 0, 0, 0, 0})), 0, 0x60);
    row("802.3 without SNAP", 1, ethernet(hex({0x42, 0x42, 3}) + packet4(), 60), 0, 0);
    row("MPLS without an end", 1, ethernet(hex({0, 1, 0, 64}), 0x8847), 0, 0);
    row("PPPoE control", 1, ethernet(hex({0x11, 0, 0, 1}) + be16(10) + be16(0xC021) + packet4(), 0x8864), 0,
        0);
    row("PPP control", 9, hex({0xFF, 3, 0xC0, 0x21}) + packet4(), 0, 0xFF);
    row("PPTP's GRE", 101, ipv4(47, 1, 2, be16(0x3001) + be16(0x880B) + zeros(8) + packet4()), 0, 0x45);
}

void TestLinkLayer::refuses()
{
    QFETCH(quint32, linkType);
    QFETCH(QByteArray, frame);
    QCOMPARE(read(buffer(frame), linkType).kinds(), "");
}

void TestLinkLayer::unknownLinkTypesAreNamed()
{
    const PcapngBuilder ng;
    RecordingSink sink;
    QVERIFY(readAll(pcapngFormat(),
                    ng.section() + ng.interface(107) + ng.interface(258) + ng.interface(1)
                        + ng.enhanced(2, 1, ntpFrame()) + ng.enhanced(1, 1, zeros(20))
                        + ng.enhanced(0, 1, zeros(20)) + ng.enhanced(0, 1, zeros(20)),
                    sink));
    QCOMPARE(sink.kinds(), "1 ntp.client");
    QCOMPARE(sink.problemIds(), "capture.link-unsupported");
    const std::vector<std::string> arguments{"3", "LINKTYPE_FRELAY (107), LINKTYPE_PKTAP (258)"};
    QCOMPARE(sink.problems[0].arguments, arguments);
    QCOMPARE(sink.problems[0].place->number, 2U);
    QCOMPARE(sink.problems[0].severity, Severity::Notice);
}

/// A frame is filled up to 60 bytes: what fills it is no part of the message.
void TestLinkLayer::paddingIsNoPayload()
{
    const Buffer shortControl = ipv4(17, 1, 9, udp(123, 123, hex({0x16, 0, 0, 0})));
    QCOMPARE(read(ethernet(shortControl) + zeros(40)).kinds(), "");
    Buffer longDatagram = packet4();
    longDatagram[25] = std::byte{255}; // UDP claims more than IP has
    QCOMPARE(read(ethernet(longDatagram)).problemIds(), "capture.frames-cut");
}

void TestLinkLayer::endpoints()
{
    const auto four = read(packet4(), 101).events.at(0);
    QCOMPARE(toText(four.source), "10.0.0.1:123");
    QCOMPARE(toText(four.destination), "10.0.0.9:123");
    const auto six = read(packet6(), 101).events.at(0);
    QCOMPARE(toText(six.source), "[2001:db8::1]:123");
    QCOMPARE(toText(six.destination), "[2001:db8::9]:123");
    const auto inner = read(ipv4(4, 77, 78, packet4()), 101).events.at(0);
    QCOMPARE(toText(inner.source), "10.0.0.1:123");
}

void TestLinkLayer::endlessTunnels()
{
    Buffer packet = packet4();
    for (int i = 0; i < 1'000; ++i)
        packet = ipv4(4, 1, 2, packet);
    QCOMPARE(read(packet, 101).kinds(), "");
}

QTEST_APPLESS_MAIN(TestLinkLayer)
#include "tst_linklayer.moc"
