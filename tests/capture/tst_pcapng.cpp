// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "packetbuilder.h"
#include "recordingsink.h"

using namespace whittle;
using namespace whittle::test;

class TestPcapng : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesOtherFiles();
    void cutAnywhere_data();
    void cutAnywhere();
    void lengthsNotBelieved_data();
    void lengthsNotBelieved();
    void readingGoesOnBehind_data();
    void readingGoesOnBehind();
    void interfaceThatContradictsItself();
    void optionsBeyondTheirBlock();
    void searchIsBounded();
    void unknownInterface();
    void unknownVersion();
    void interfacesHaveTimesOfTheirOwn();
    void timesBeyondRange();
    void sectionsHaveByteOrdersOfTheirOwn();
    void simpleAndObsoletePackets();
    void otherBlocksAreSkipped();
    void fetchesAnyFrame();
    void sniffSaysWhy();
};

void TestPcapng::refusesOtherFiles()
{
    RecordingSink sink;
    const auto facts = readAll(pcapngFormat(), text("no capture at all, but text"), sink);
    QVERIFY(!facts);
    QCOMPARE(facts.error().code, ErrorCode::Malformed);
}

void TestPcapng::cutAnywhere_data()
{
    QTest::addColumn<bool>("bigEndian");
    QTest::newRow("least significant byte first") << false;
    QTest::newRow("most significant byte first") << true;
}

void TestPcapng::cutAnywhere()
{
    QFETCH(bool, bigEndian);
    const PcapngBuilder ng(bigEndian);
    const Buffer head = ng.section() + ng.interface(1);
    const Buffer packet = ng.enhanced(0, 5, ntpFrame());
    const Buffer whole = head + packet + packet + ng.block(4, zeros(40));
    for (std::size_t length = 4; length < whole.size(); ++length) {
        RecordingSink sink;
        const auto facts =
            readAll(pcapngFormat(), {whole.begin(), whole.begin() + std::ptrdiff_t(length)}, sink);
        QVERIFY(facts);
        const std::size_t frames =
            length < head.size() ? 0 : std::min<std::size_t>(2, (length - head.size()) / packet.size());
        QCOMPARE(facts->records, frames);
        QCOMPARE(sink.events.size(), frames);
        const bool atBoundary = length == 28 || length == head.size() || length == head.size() + packet.size()
            || length == head.size() + 2 * packet.size();
        const std::string ids = sink.problemIds();
        QCOMPARE(ids.find("-cut") == std::string::npos, atBoundary);
    }
}

void TestPcapng::lengthsNotBelieved_data()
{
    QTest::addColumn<QByteArray>("block");
    QTest::addColumn<QByteArray>("problem");
    const PcapngBuilder ng;
    const auto row = [](const char* name, const Buffer& block, const char* problem = "block-garbage") {
        QTest::newRow(name) << QByteArray(reinterpret_cast<const char*>(block.data()),
                                          qsizetype(block.size()))
                            << QByteArray("capture.") + problem;
    };
    row("zero", ng.n32(6) + ng.n32(0) + zeros(40));
    row("less than a block", ng.n32(6) + ng.n32(8) + zeros(40));
    row("enormous", ng.n32(6) + ng.n32(0xFFFFFFF0) + zeros(40));
    row("lengths differ", ng.n32(6) + ng.n32(44) + zeros(32) + ng.n32(40));
    row("captured more than the block holds",
        ng.block(6, ng.n32(0) + zeros(8) + ng.n32(500) + ng.n32(500) + zeros(20)), "blocks-skipped");
    row("no room for a packet header", ng.block(6, zeros(8)), "blocks-skipped");
}

void TestPcapng::lengthsNotBelieved()
{
    QFETCH(QByteArray, block);
    const PcapngBuilder ng;
    const Bytes bytes = std::as_bytes(std::span{block.constData(), static_cast<std::size_t>(block.size())});
    RecordingSink sink;
    const auto facts = readAll(pcapngFormat(),
                               ng.section() + ng.interface(1) + ng.enhanced(0, 5, ntpFrame())
                                   + Buffer(bytes.begin(), bytes.end()),
                               sink);
    QVERIFY(facts);
    QCOMPARE(facts->records, 1U);
    QCOMPARE(sink.kinds(), "1 ntp.client");
    QFETCH(QByteArray, problem);
    QCOMPARE(sink.problemIds(), problem.toStdString());
    QCOMPARE(sink.problems[0].place->number, 2U);
}

/// What stands behind a block that contradicts itself is read; nothing but that block is missing.
void TestPcapng::readingGoesOnBehind_data()
{
    QTest::addColumn<QByteArray>("block");
    QTest::addColumn<bool>("bigEndian");
    for (const bool bigEndian : {false, true}) {
        const PcapngBuilder ng(bigEndian);
        const auto row = [&](const char* name, const Buffer& block) {
            QTest::addRow("%s, %s", name, bigEndian ? "big" : "little")
                << QByteArray(reinterpret_cast<const char*>(block.data()), qsizetype(block.size()))
                << bigEndian;
        };
        const Buffer whole = ng.enhanced(0, 6, ntpFrame(4));
        const auto with = [&](std::size_t at, const Buffer& bytes) {
            Buffer broken = whole;
            std::ranges::copy(bytes, broken.begin() + std::ptrdiff_t(at));
            return broken;
        };
        row("trailer", with(whole.size() - 4, ng.n32(whole.size() + 4)));
        row("length 0", with(4, ng.n32(0)));
        row("length of the header alone", with(4, ng.n32(12)));
        row("too long", with(4, ng.n32(whole.size() + 100)));
        row("far too long", with(4, ng.n32(0x00A00000)));
        row("enormous", with(4, ng.n32(0xFFFFFFF0)));
        row("no multiple of four", with(4, ng.n32(whole.size() - 1)));
        row("captured more than the block holds", with(20, ng.n32(whole.size())));
        row("captured far more", with(20, ng.n32(0xFFFFFFFF)));
        row("too short for its type", ng.block(6, zeros(8)));
        row("section without a magic", ng.n32(0x0A0D0D0A) + ng.n32(28) + zeros(16) + ng.n32(28));
        row("end is missing", front(whole, whole.size() - 7));
        row("bytes of nothing", zeros(1'021));
    }
}

void TestPcapng::readingGoesOnBehind()
{
    QFETCH(QByteArray, block);
    QFETCH(bool, bigEndian);
    const PcapngBuilder ng(bigEndian);
    const Bytes bytes = std::as_bytes(std::span{block.constData(), static_cast<std::size_t>(block.size())});
    const bool isSection = block.startsWith("\n\r\r\n");
    const Buffer again = isSection ? ng.section() + ng.interface(1) : Buffer{};
    const Buffer file = ng.section() + ng.interface(1) + ng.enhanced(0, 5, ntpFrame())
        + Buffer(bytes.begin(), bytes.end()) + again + ng.enhanced(0, 7, ntpFrame(2))
        + ng.enhanced(0, 8, ntpFrame(3));
    RecordingSink sink;
    const auto facts = readAll(pcapngFormat(), file, sink);
    QVERIFY(facts);
    QCOMPARE(sink.kinds(), "1 ntp.client, 2 ntp.client, 3 ntp.client");
    QCOMPARE(sink.problemIds(), "capture.blocks-skipped");
    QCOMPARE(sink.problems[0].severity, Severity::DataLoss);
    QCOMPARE(sink.problems[0].place, (Place{PlaceUnit::Frame, 2}));
    QCOMPARE(sink.problems[0].arguments, (std::vector<std::string>{"1", std::to_string(block.size())}));
    const Landmark first{1, (ng.section() + ng.interface(1)).size()};
    BlockReader reader(memorySource(file));
    QCOMPARE(*pcapngFormat().fetch(reader, first, 3), ntpFrame(3));
}

/// The interfaces behind it keep their numbers.
void TestPcapng::interfaceThatContradictsItself()
{
    const PcapngBuilder ng;
    Buffer broken = ng.interface(1);
    broken.back() = std::byte{1};
    RecordingSink sink;
    QVERIFY(readAll(pcapngFormat(),
                    ng.section() + broken + ng.interface(1) + ng.enhanced(1, 5, ntpFrame())
                        + ng.enhanced(0, 6, ntpFrame(2)),
                    sink));
    QCOMPARE(sink.kinds(), "1 ntp.client");
    QCOMPARE(sink.problemIds(), "capture.blocks-skipped, capture.interface-unknown, capture.time-missing");
}

void TestPcapng::optionsBeyondTheirBlock()
{
    const PcapngBuilder ng;
    RecordingSink sink;
    QVERIFY(readAll(pcapngFormat(),
                    ng.section() + ng.interface(1)
                        + ng.enhanced(0, 5, ntpFrame(), ng.n16(1) + ng.n16(60'000) + text("look"))
                        + ng.enhanced(0, 6, ntpFrame(2)),
                    sink));
    QCOMPARE(sink.kinds(), "1 capture.comment, 1 ntp.client, 2 ntp.client");
    QCOMPARE(sink.events[0].value("text"), "look");
    QCOMPARE(sink.problemIds(), "capture.options-cut");
    QCOMPARE(sink.problems[0].place, (Place{PlaceUnit::Frame, 1}));
}

/// Far away nothing is looked for.
void TestPcapng::searchIsBounded()
{
    const PcapngBuilder ng;
    RecordingSink sink;
    QVERIFY(readAll(pcapngFormat(),
                    ng.section() + ng.interface(1) + ng.enhanced(0, 5, ntpFrame()) + zeros(19 << 20)
                        + ng.enhanced(0, 6, ntpFrame(2)),
                    sink));
    QCOMPARE(sink.kinds(), "1 ntp.client");
    QCOMPARE(sink.problemIds(), "capture.block-garbage");
}

void TestPcapng::unknownInterface()
{
    const PcapngBuilder ng;
    RecordingSink sink;
    const auto facts = readAll(
        pcapngFormat(),
        ng.section() + ng.interface(1) + ng.enhanced(3, 5, ntpFrame()) + ng.enhanced(0, 6, ntpFrame()), sink);
    QCOMPARE(facts->records, 2U);
    QCOMPARE(sink.kinds(), "2 ntp.client");
    QVERIFY(sink.problemIds().find("capture.interface-unknown") != std::string::npos);
}

void TestPcapng::unknownVersion()
{
    const PcapngBuilder ng;
    RecordingSink sink;
    const auto facts = readAll(
        pcapngFormat(), ng.section() + ng.interface(1) + ng.enhanced(0, 5, ntpFrame()) + ng.section(2), sink);
    QCOMPARE(facts->records, 1U);
    QCOMPARE(sink.problemIds(), "capture.section-version");
    QCOMPARE(sink.problems[0].arguments.at(0), "2");
}

void TestPcapng::interfacesHaveTimesOfTheirOwn()
{
    for (const bool bigEndian : {false, true}) {
        const PcapngBuilder ng(bigEndian);
        const Buffer nano = ng.option(9, hex({9}));
        const Buffer binary = ng.option(9, hex({0x80 | 10}));
        const Buffer later = ng.option(14, ng.n64(1'000)) + nano;
        const Buffer fine = ng.option(9, hex({12}));
        RecordingSink sink;
        const auto facts = readAll(
            pcapngFormat(),
            ng.section() + ng.interface(1) + ng.interface(1, nano) + ng.interface(1, binary)
                + ng.interface(101, later) + ng.interface(1, fine) + ng.enhanced(0, 1'500'000, ntpFrame())
                + ng.enhanced(1, 2'000'000'001, ntpFrame()) + ng.enhanced(2, 3 * 1024 + 512, ntpFrame())
                + ng.enhanced(3, 7, ipv4(17, 1, 2, udp(123, 123, ntpClientPacket())))
                + ng.enhanced(4, 5'000'000'001'999, ntpFrame()),
            sink);
        QCOMPARE(sink.kinds(), "1 ntp.client, 2 ntp.client, 3 ntp.client, 4 ntp.client, 5 ntp.client");
        QCOMPARE(sink.events[0].time.ns, 1'500'000'000);
        QCOMPARE(sink.events[1].time.ns, 2'000'000'001);
        QCOMPARE(sink.events[2].time.ns, 3'500'000'000);
        QCOMPARE(sink.events[3].time.ns, 1'000'000'000'007);
        QCOMPARE(sink.events[4].time.ns, 5'000'000'001);
        QCOMPARE(facts->resolution.count(), 1);
        QCOMPARE(sink.problemIds(), "capture.clock-stepped-back"); // 1000 s, then 5 s
    }
}

void TestPcapng::timesBeyondRange()
{
    const PcapngBuilder ng;
    const Buffer seconds = ng.option(9, hex({0}));
    const Buffer before = ng.option(14, ng.n64(0x8000'0000'0000'0000)) + seconds;
    const Buffer odd = ng.option(9, hex({0x80 | 100}));
    RecordingSink sink;
    const auto facts = readAll(pcapngFormat(),
                               ng.section() + ng.interface(1, seconds) + ng.interface(1, before)
                                   + ng.interface(1, odd) + ng.enhanced(0, ~std::uint64_t{0}, ntpFrame())
                                   + ng.enhanced(1, 0, ntpFrame()) + ng.enhanced(2, 99, ntpFrame()),
                               sink);
    QCOMPARE(facts->records, 3U);
    QCOMPARE(sink.events[0].time.ns, std::numeric_limits<std::int64_t>::max());
    QCOMPARE(sink.events[1].time.ns, std::numeric_limits<std::int64_t>::min());
    QCOMPARE(sink.events[2].time.ns, 0);
}

void TestPcapng::sectionsHaveByteOrdersOfTheirOwn()
{
    const PcapngBuilder little(false);
    const PcapngBuilder big(true);
    const Buffer raw = ipv4(17, 1, 2, udp(123, 123, ntpClientPacket()));
    RecordingSink sink;
    const auto facts =
        readAll(pcapngFormat(),
                little.section() + little.interface(1) + little.enhanced(0, 1, ntpFrame()) + big.section()
                    + big.interface(101) + big.enhanced(0, 2, raw) + little.section() + little.interface(1)
                    + little.enhanced(0, 3, ntpFrame(3)),
                sink);
    QCOMPARE(facts->records, 3U);
    QCOMPARE(sink.kinds(), "1 ntp.client, 2 ntp.client, 3 ntp.client");
    QCOMPARE(facts->last->ns, 3'000);
    QVERIFY(sink.problems.empty());
}

void TestPcapng::simpleAndObsoletePackets()
{
    const PcapngBuilder ng;
    RecordingSink sink;
    const auto facts = readAll(
        pcapngFormat(),
        ng.section() + ng.interface(1) + ng.obsolete(0, 42, ntpFrame()) + ng.simple(ntpFrame()), sink);
    QCOMPARE(sink.kinds(), "1 ntp.client, 2 ntp.client");
    QCOMPARE(sink.events[0].time.ns, 42'000);
    QCOMPARE(sink.events[1].time.ns, 42'000); // it has none: that of the frame before
    QCOMPARE(facts->last->ns, 42'000);
    QCOMPARE(sink.problemIds(), "capture.time-missing");
}

void TestPcapng::otherBlocksAreSkipped()
{
    const PcapngBuilder ng;
    const Buffer nameResolution = ng.block(4, zeros(40));
    const Buffer larger = ng.block(0x99, zeros(5 << 20)); // than the reader's window
    const Buffer custom = ng.block(0xBAD, ng.n32(32'473) + zeros(8)); // numbered, as Wireshark does
    RecordingSink sink;
    const auto facts = readAll(pcapngFormat(),
                               ng.section() + nameResolution + ng.interface(1) + larger + custom
                                   + ng.enhanced(0, 1, ntpFrame()),
                               sink);
    QCOMPARE(facts->records, 2U);
    QCOMPARE(sink.kinds(), "2 ntp.client");
    QVERIFY(sink.problems.empty());
}

void TestPcapng::fetchesAnyFrame()
{
    for (const bool bigEndian : {false, true}) {
        const PcapngBuilder ng(bigEndian);
        Buffer file = ng.section() + ng.interface(1);
        for (unsigned i = 0; i < 2'000; ++i) {
            const Buffer frame = be32(i) + Buffer(i % 50);
            file += i % 3 == 0 ? ng.obsolete(0, i, frame) : ng.enhanced(0, i, frame);
        }
        RecordingSink sink;
        QVERIFY(readAll(pcapngFormat(), file, sink));
        QCOMPARE(sink.landmarks.size(), 2U);
        for (const std::uint64_t number : {1U, 2U, 1024U, 1025U, 2'000U}) {
            BlockReader reader(memorySource(file));
            const auto bytes = pcapngFormat().fetch(reader, sink.landmarks[number > 1024 ? 1 : 0], number);
            QVERIFY(bytes);
            QCOMPARE(bytes->size(), 4 + (number - 1) % 50);
            QCOMPARE(readBigEndian<std::uint32_t>(*bytes), number - 1);
        }
        BlockReader reader(memorySource(file));
        QCOMPARE(pcapngFormat().fetch(reader, sink.landmarks[1], 2'001).error().code, ErrorCode::NotFound);
    }
}

void TestPcapng::sniffSaysWhy()
{
    QCOMPARE(pcapngFormat().id, "pcapng");
    QCOMPARE(pcapngFormat().sniff(PcapngBuilder(true).section()).reason,
             "section header of a pcapng capture, most significant byte first");
    QCOMPARE(pcapngFormat().sniff(text("\n\r\r\nsome text that begins oddly")).confidence, 0);
    QCOMPARE(pcapngFormat().sniff({}).confidence, 0);
}

QTEST_APPLESS_MAIN(TestPcapng)
#include "tst_pcapng.moc"
