// SPDX-License-Identifier: GPL-3.0-or-later
// Captures in which bytes were changed at random. What comes out does not matter; that it comes, within
// bounds and in order, does. Meant to be run with the sanitizers.
#include <QTest>

#include <random>

#include "packetbuilder.h"
#include "recordingsink.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

/// A little of everything.
std::vector<Buffer> frames()
{
    const Buffer dhcp = hex({1, 1, 6, 0}) + be32(7) + zeros(20) + hex({0, 0x1e, 0x7a, 0x24, 0x42, 0x9a})
        + zeros(202) + hex({0x63, 0x82, 0x53, 0x63, 53, 1, 3, 52, 1, 3, 12, 4}) + text("SEP1") + hex({255});
    const Buffer alarmText = padded("25: Name=SEP001E7A24429A Load=8.4 Last=Initialized", 80);
    const auto tcpFrame = [](std::uint32_t sequence, unsigned flags, const Buffer& payload) {
        return ethernet(ipv4(6, 1, 9, tcp(50'000, 2000, sequence, flags, payload)));
    };
    return {ntpFrame(),
            ethernet(vlanTag(110, ipv4(17, 1, 9, udp(68, 67, dhcp))), 0x8100),
            ethernet(ipv6(17, 1, 9, udp(123, 123, ntpClientPacket())), 0x86DD),
            ethernet(ipv4(47, 1, 2, be16(0x1000) + be16(0x88BE) + zeros(12) + ntpFrame())),
            ethernet(ipv4(17, 1, 2, udp(60'000, 4789, zeros(8) + ntpFrame()))),
            tcpFrame(99, flag::syn, {}),
            tcpFrame(100, flag::ack, sccp(0x20, le32(2) + alarmText)),
            tcpFrame(196, flag::ack, sccp(0x94, zeros(36)) + sccp(0x9E, zeros(280))),
            tcpFrame(536, flag::ack, sccp(0)),
            tcpFrame(560, flag::fin, sccp(0x81, zeros(20)))};
}

Buffer pcapngOf(const std::vector<Buffer>& packets)
{
    const PcapngBuilder little(false);
    const PcapngBuilder big(true);
    Buffer file = little.section() + little.interface(1, little.option(9, hex({9})), 65'535);
    for (const Buffer& packet : packets)
        file += little.enhanced(0, 1, packet) + little.simple(packet) + little.block(5, zeros(8));
    file += big.section() + big.interface(1);
    for (const Buffer& packet : packets)
        file += big.obsolete(0, 1, packet) + big.block(0xBAD, zeros(12));
    return file;
}

void change(Buffer& file, std::mt19937& random)
{
    const std::size_t changes = 1 + random() % 12;
    for (std::size_t i = 0; i < changes; ++i)
        file[random() % file.size()] =
            static_cast<std::byte>(random() % 3 ? random() : 0xFF * (random() % 2));
    if (random() % 4 == 0)
        file.resize(random() % file.size());
}

void check(const Format& format, const Buffer& file)
{
    RecordingSink sink;
    const auto facts = readAll(format, file, sink);
    if (!facts)
        return;
    Place last{PlaceUnit::Frame, 0};
    for (const RecordedEvent& event : sink.events) {
        QVERIFY(event.place >= last && event.place.number <= facts->records);
        last = event.place;
    }
    for (const Landmark landmark : sink.landmarks) {
        BlockReader reader(memorySource(file));
        QVERIFY(format.fetch(reader, landmark, landmark.number).hasValue());
    }
}

} // namespace

class TestHostile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changedBytes_data();
    void changedBytes();
    void noise();
};

void TestHostile::changedBytes_data()
{
    QTest::addColumn<bool>("ng");
    QTest::newRow("pcap") << false;
    QTest::newRow("pcapng") << true;
}

void TestHostile::changedBytes()
{
    QFETCH(bool, ng);
    const Buffer whole = ng ? pcapngOf(frames()) : pcap(frames());
    std::mt19937 random(42);
    for (int round = 0; round < 1'000; ++round) {
        Buffer file = whole;
        change(file, random);
        check(ng ? pcapngFormat() : pcapFormat(), file);
    }
}

void TestHostile::noise()
{
    std::mt19937 random(43);
    for (int round = 0; round < 150; ++round) {
        Buffer rest(random() % 3'000);
        for (std::byte& byte : rest)
            byte = static_cast<std::byte>(random());
        check(pcapFormat(), pcapHeader() + rest);
        check(pcapngFormat(), PcapngBuilder().section() + rest);
        check(pcapFormat(),
              pcap({rest, ethernet(ipv4(6, 1, 2, rest)), ethernet(ipv4(17, 1, 2, udp(67, 68, rest)))}));
    }
}

QTEST_APPLESS_MAIN(TestHostile)
#include "tst_hostile.moc"
