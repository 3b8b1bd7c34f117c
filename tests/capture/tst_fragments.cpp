// SPDX-License-Identifier: GPL-3.0-or-later
// IP fragments in every order and with every fault; the packet inside gives one event, ntp.client.
#include <QTest>

#include <algorithm>

#include "packetbuilder.h"
#include "recordingsink.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

constexpr unsigned moreFragments = 0x2000;

Buffer part(const Buffer& bytes, std::size_t from, std::size_t to)
{
    return {bytes.begin() + std::ptrdiff_t(from), bytes.begin() + std::ptrdiff_t(to)};
}

Buffer datagram()
{
    return udp(123, 123, ntpClientPacket()); // 56 bytes
}

/// Bytes `from` to `to` of `whole`, as a fragment of an IPv4 packet.
Buffer fragment(std::size_t from, std::size_t to, const Buffer& whole = datagram(), unsigned protocol = 17)
{
    const unsigned flags = (to < whole.size() ? moreFragments : 0) | static_cast<unsigned>(from / 8);
    return ipv4(protocol, 1, 9, part(whole, from, to), flags);
}

Buffer fragment6(std::size_t from, std::size_t to, unsigned lastByte = 9)
{
    const Buffer whole = datagram();
    const Buffer header =
        hex({17, 0}) + be16(from | (to < whole.size() ? 1 : 0)) + be32(0xABCD1234) + part(whole, from, to);
    return ipv6(44, 1, lastByte, header);
}

RecordingSink read(const std::vector<Buffer>& packets)
{
    RecordingSink sink;
    (void)readAll(pcapFormat(), pcap(packets, 101), sink);
    return sink;
}

} // namespace

class TestFragments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void overlapDropsThePacket();
    void overlapOfTheSameBytes();
    void overlapIsNoneOfIpv6();
    void missingOne();
    void missingFirst();
    void contradictions_data();
    void contradictions();
    void tooLate();
    void tooMany();
    void othersAreNotKept();
    void everyOrder();
    void everyOrder6();
    void sameFragmentAgain();
    void packetsApart();
    void firstOnesOnly();
    void tunnelInFragments();
    void streamInFragments();
    void headersBehindTheFragmentHeader();
};

void TestFragments::overlapDropsThePacket()
{
    Buffer other = datagram();
    other[20] = std::byte{0xFF};
    const auto sink = read({fragment(0, 24), fragment(16, 40, other), fragment(40, 56), fragment(24, 56)});
    QCOMPARE(sink.kinds(), "");
    QCOMPARE(sink.problemIds(), "capture.fragments");
    const std::vector<std::string> arguments{"1", "1"};
    QCOMPARE(sink.problems[0].arguments, arguments);
    QCOMPARE(sink.problems[0].place->number, 1U);
    QCOMPARE(sink.problems[0].severity, Severity::DataLoss);
    // The same place with other bytes.
    QCOMPARE(
        read({fragment(0, 24), fragment(0, 24, udp(123, 124, ntpClientPacket())), fragment(24, 56)}).kinds(),
        "");
}

/// Whichever of them a receiver took, it had the same bytes.
void TestFragments::overlapOfTheSameBytes()
{
    std::vector<Buffer> packets{fragment(0, 24), fragment(8, 16), fragment(16, 48), fragment(40, 56)};
    std::sort(packets.begin(), packets.end());
    do {
        const auto sink = read(packets);
        QVERIFY(sink.kinds().ends_with(" ntp.client"));
        QCOMPARE(sink.events.size(), std::size_t{1});
        QCOMPARE(sink.problemIds(), "");
        QCOMPARE(sink.events[0].value("transmit"), "0xcd50b3a080000000");
    } while (std::next_permutation(packets.begin(), packets.end()));
}

void TestFragments::overlapIsNoneOfIpv6()
{
    const auto sink = read({fragment6(0, 24), fragment6(16, 40), fragment6(40, 56), fragment6(24, 40)});
    QCOMPARE(sink.kinds(), "");
    QCOMPARE(sink.problemIds(), "capture.fragments");
    QCOMPARE(read({fragment6(0, 24), fragment6(24, 40), fragment6(0, 24), fragment6(40, 56)}).kinds(),
             "4 ntp.client");
}

void TestFragments::missingOne()
{
    QCOMPARE(read({fragment(0, 24), fragment(40, 56)}).problemIds(), "capture.fragments");
    QCOMPARE(read({fragment(0, 24), fragment(24, 40)}).problemIds(), "capture.fragments");
}

/// Nobody knows what it would have been.
void TestFragments::missingFirst()
{
    const auto sink = read({fragment(24, 40), fragment(40, 56)});
    QCOMPARE(sink.kinds(), "");
    QCOMPARE(sink.problemIds(), "");
}

void TestFragments::contradictions_data()
{
    QTest::addColumn<QByteArray>("second");
    const auto row = [](const char* name, const Buffer& packet) {
        QTest::newRow(name) << QByteArray(reinterpret_cast<const char*>(packet.data()),
                                          qsizetype(packet.size()));
    };
    row("no multiple of eight", ipv4(17, 1, 9, zeros(13), moreFragments | 3));
    row("nothing in it", ipv4(17, 1, 9, {}, moreFragments | 3));
    row("beyond 65535", ipv4(17, 1, 9, zeros(40), 0x1FFF));
    row("two ends", ipv4(17, 1, 9, zeros(8), 10));
}

void TestFragments::contradictions()
{
    QFETCH(QByteArray, second);
    const Buffer packet = text(std::string_view(second.constData(), std::size_t(second.size())));
    const auto sink = read({fragment(0, 24), fragment(40, 56), packet, fragment(24, 40)});
    QCOMPARE(sink.kinds(), "");
    QCOMPARE(sink.problemIds(), "capture.fragments");
}

void TestFragments::tooLate()
{
    RecordingSink sink;
    QVERIFY(readAll(pcapFormat(),
                    pcapHeader(false, 0xa1b2c3d4, 101) + pcapRecord({fragment(0, 24), 1'000})
                        + pcapRecord({fragment(24, 56), 1'061}),
                    sink));
    QCOMPARE(sink.kinds(), "");
    QCOMPARE(sink.problemIds(), "capture.fragments");
}

/// Ten thousand packets that never become whole, 40 MB of them.
void TestFragments::tooMany()
{
    std::vector<Buffer> packets;
    const Buffer large = zeros(4'000);
    for (unsigned i = 0; i < 10'000; ++i) {
        Buffer packet = ipv4(17, 1, 9, large, moreFragments | 10);
        packet[4] = static_cast<std::byte>(i >> 8);
        packet[5] = static_cast<std::byte>(i);
        packets.push_back(packet);
    }
    packets.push_back(fragment(0, 24, datagram(), 17));
    packets.back()[4] = std::byte{0x77};
    packets.push_back(fragment(24, 56));
    packets.back()[4] = std::byte{0x77};
    QCOMPARE(read(packets).kinds(), "10002 ntp.client");
}

void TestFragments::othersAreNotKept()
{
    const Buffer other = udp(5'000, 6'000, zeros(100));
    const auto sink = read({fragment(0, 24, other), fragment(24, 48, other)});
    QCOMPARE(sink.kinds(), "");
    QCOMPARE(sink.problemIds(), "");
}

void TestFragments::everyOrder()
{
    std::vector<Buffer> packets{fragment(0, 8), fragment(8, 24), fragment(24, 48), fragment(48, 56)};
    std::sort(packets.begin(), packets.end());
    do {
        const auto sink = read(packets);
        QCOMPARE(sink.kinds(), "4 ntp.client");
        QCOMPARE(sink.problemIds(), "");
        QCOMPARE(toText(sink.events[0].source), "10.0.0.1:123");
        QCOMPARE(sink.events[0].value("transmit"), "0xcd50b3a080000000");
    } while (std::next_permutation(packets.begin(), packets.end()));
}

void TestFragments::everyOrder6()
{
    std::vector<Buffer> packets{fragment6(0, 8), fragment6(8, 24), fragment6(24, 56)};
    std::sort(packets.begin(), packets.end());
    do {
        const auto sink = read(packets);
        QCOMPARE(sink.kinds(), "3 ntp.client");
        QCOMPARE(toText(sink.events[0].destination), "[2001:db8::9]:123");
    } while (std::next_permutation(packets.begin(), packets.end()));
}

void TestFragments::sameFragmentAgain()
{
    const auto sink = read({fragment(24, 56), fragment(24, 56), fragment(0, 24)});
    QCOMPARE(sink.kinds(), "3 ntp.client");
    QCOMPARE(sink.problemIds(), "");
}

/// Another identification, another address, another protocol.
void TestFragments::packetsApart()
{
    Buffer otherId = fragment(24, 56);
    otherId[5] = std::byte{2};
    Buffer otherAddress = fragment(24, 56);
    otherAddress[19] = std::byte{8};
    const auto sink = read({fragment(0, 24), otherId, otherAddress, fragment(24, 56, datagram(), 6),
                            fragment6(0, 24), fragment6(24, 56, 8), fragment6(24, 56), fragment(24, 56)});
    QCOMPARE(sink.kinds(), "7 ntp.client, 8 ntp.client");
}

/// A filter "port 123" lets no later fragment pass: what the first ones hold is read from the fourth on.
void TestFragments::firstOnesOnly()
{
    std::vector<Buffer> packets;
    for (unsigned i = 0; i < 5; ++i) {
        Buffer packet = ipv4(17, 1, 9, datagram(), moreFragments);
        packet[5] = static_cast<std::byte>(i);
        packets.push_back(packet);
    }
    const auto sink = read(packets);
    QCOMPARE(sink.kinds(), "4 ntp.client, 5 ntp.client");
    const std::vector<std::string> arguments{"5", "5"};
    QCOMPARE(sink.problems.at(0).arguments, arguments);
}

void TestFragments::tunnelInFragments()
{
    const Buffer inner = be16(0) + be16(0x0800) + ipv4(17, 1, 9, datagram());
    QCOMPARE(read({fragment(0, 16, inner, 47), fragment(16, 80, inner, 47)}).kinds(), "2 ntp.client");
}

void TestFragments::streamInFragments()
{
    const Buffer segment = tcp(50'000, 2000, 100, flag::ack, sccp(0x0000) + sccp(0x009F, le32(1)));
    const auto sink = read({fragment(32, 48, segment, 6), fragment(0, 32, segment, 6)});
    QCOMPARE(sink.kinds(), "2 sccp.keepalive, 2 sccp.reset");
}

void TestFragments::headersBehindTheFragmentHeader()
{
    const Buffer whole = hex({17, 0, 1, 4, 0, 0, 0, 0}) + datagram(); // destination options
    const auto piece = [&](std::size_t from, std::size_t to) {
        return ipv6(44, 1, 9,
                    hex({60, 0}) + be16(from | (to < whole.size() ? 1 : 0)) + be32(7)
                        + part(whole, from, to));
    };
    QCOMPARE(read({piece(32, 64), piece(0, 32)}).kinds(), "2 ntp.client");
}

QTEST_APPLESS_MAIN(TestFragments)
#include "tst_fragments.moc"
