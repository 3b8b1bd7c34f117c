// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "packetbuilder.h"
#include "recordingsink.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

Result<std::vector<std::byte>> fetch(const Buffer& file, Landmark landmark, std::uint64_t number)
{
    BlockReader reader(memorySource(file));
    return pcapFormat().fetch(reader, landmark, number);
}

} // namespace

class TestPcap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesOtherFiles();
    void headerCut();
    void headerAlone();
    void cutAnywhere_data();
    void cutAnywhere();
    void lengthNotBelieved();
    void impossibleMicroseconds();
    void cancelled();
    void readsEachMagic_data();
    void readsEachMagic();
    void swappedLengthsOfOldWriters();
    void factsAndLandmarks();
    void fetchesAnyFrame();
    void snapLengthIsNoted();
    void sniffSaysWhy();
    void joinedCaptures();
    void joinedOfAnotherKind();
    void repeatedCapture();
    void recordThatLooksLikeAHeader();
};

void TestPcap::refusesOtherFiles()
{
    RecordingSink sink;
    const auto facts = readAll(pcapFormat(), text("no capture at all, but text"), sink);
    QVERIFY(!facts);
    QCOMPARE(facts.error().code, ErrorCode::Malformed);
}

void TestPcap::headerCut()
{
    for (std::size_t length = 4; length < 24; ++length) {
        RecordingSink sink;
        const Buffer file = front(pcapHeader(), length);
        const auto facts = readAll(pcapFormat(), file, sink);
        QVERIFY(facts);
        QCOMPARE(facts->records, 0U);
        QCOMPARE(sink.problemIds(), "capture.header-cut, capture.empty");
        QCOMPARE(sink.problems[0].arguments.at(0), std::to_string(length));
    }
}

void TestPcap::headerAlone()
{
    RecordingSink sink;
    const auto facts = readAll(pcapFormat(), pcapHeader(), sink);
    QVERIFY(facts);
    QCOMPARE(facts->records, 0U);
    QVERIFY(!facts->first && !facts->last);
    QCOMPARE(sink.problemIds(), "capture.empty");
}

void TestPcap::cutAnywhere_data()
{
    QTest::addColumn<bool>("bigEndian");
    QTest::newRow("least significant byte first") << false;
    QTest::newRow("most significant byte first") << true;
}

/// Whatever is whole before the cut is kept; the cut is named.
void TestPcap::cutAnywhere()
{
    QFETCH(bool, bigEndian);
    const Buffer header = pcapHeader(bigEndian);
    const Buffer record = pcapRecord({ntpFrame()}, bigEndian);
    const Buffer whole = header + record + record;
    for (std::size_t length = header.size(); length <= whole.size(); ++length) {
        RecordingSink sink;
        const auto facts =
            readAll(pcapFormat(), {whole.begin(), whole.begin() + std::ptrdiff_t(length)}, sink);
        QVERIFY(facts);
        const std::size_t frames = (length - header.size()) / record.size();
        const bool cut = (length - header.size()) % record.size() != 0;
        QCOMPARE(facts->records, frames);
        QCOMPARE(sink.events.size(), frames);
        const auto named = std::count_if(sink.problems.begin(), sink.problems.end(), [&](const Problem& p) {
            return p.id == "capture.record-cut" && p.severity == Severity::DataLoss
                && p.place == Place{PlaceUnit::Frame, frames + 1};
        });
        QCOMPARE(named, cut ? 1 : 0);
    }
}

void TestPcap::lengthNotBelieved()
{
    for (const std::uint32_t length : {262'145U, 0x7FFFFFFFU, 0xFFFFFFFFU}) {
        RecordingSink sink;
        const Buffer garbage = le32(1) + le32(2) + le32(length) + le32(length) + zeros(100);
        const auto facts = readAll(pcapFormat(), pcap({ntpFrame()}) + garbage, sink);
        QVERIFY(facts);
        QCOMPARE(facts->records, 1U);
        QCOMPARE(sink.kinds(), "1 ntp.client");
        QCOMPARE(sink.problemIds(), "capture.record-garbage");
        QCOMPARE(sink.problems[0].arguments.at(0), std::to_string(length));
        QCOMPARE(sink.problems[0].place->number, 2U);
    }
}

void TestPcap::impossibleMicroseconds()
{
    RecordingSink sink;
    const auto facts = readAll(pcapFormat(), pcapHeader() + pcapRecord({ntpFrame(), 10, 2'500'000}), sink);
    QCOMPARE(facts->first->ns, 12'500'000'000);
    QCOMPARE(sink.problemIds(), "capture.time-invalid");
}

void TestPcap::cancelled()
{
    BlockReader reader(memorySource(pcap({ntpFrame()})));
    RecordingSink sink;
    Progress progress;
    std::stop_source stop;
    stop.request_stop();
    const auto facts = pcapFormat().read(reader, sink, progress, stop.get_token());
    QVERIFY(!facts);
    QCOMPARE(facts.error().code, ErrorCode::Cancelled);
}

void TestPcap::readsEachMagic_data()
{
    QTest::addColumn<bool>("bigEndian");
    QTest::addColumn<quint32>("magic");
    QTest::addColumn<qint64>("ns");
    for (const bool big : {false, true}) {
        const QByteArray order = big ? " big" : " little";
        QTest::newRow(("micro" + order).constData()) << big << 0xa1b2c3d4U << 1'000'000'123'000LL;
        QTest::newRow(("nano" + order).constData()) << big << 0xa1b23c4dU << 1'000'000'000'123LL;
        QTest::newRow(("modified" + order).constData()) << big << 0xa1b2cd34U << 1'000'000'123'000LL;
    }
}

void TestPcap::readsEachMagic()
{
    QFETCH(bool, bigEndian);
    QFETCH(quint32, magic);
    QFETCH(qint64, ns);
    const auto record = [&](unsigned lastByte) {
        Buffer bytes = pcapRecord({ntpFrame(lastByte), 1'000, 123}, bigEndian);
        if (magic == 0xa1b2cd34)
            bytes.insert(bytes.begin() + 16, 8, std::byte{0xEE});
        return bytes;
    };
    RecordingSink sink;
    const auto facts = readAll(pcapFormat(), pcapHeader(bigEndian, magic) + record(1) + record(2), sink);
    QVERIFY(facts);
    QCOMPARE(facts->records, 2U);
    QCOMPARE(facts->first->ns, ns);
    QCOMPARE(facts->resolution.count(), magic == 0xa1b23c4d ? 1 : 1000);
    QCOMPARE(sink.kinds(), "1 ntp.client, 2 ntp.client");
    QCOMPARE(sink.events[0].time.ns, ns);
    QVERIFY(sink.problems.empty());
}

void TestPcap::swappedLengthsOfOldWriters()
{
    const Buffer frame = ntpFrame();
    const Buffer record = le32(1) + le32(2) + le32(frame.size() + 40) + le32(frame.size()) + frame;
    RecordingSink sink;
    const auto facts = readAll(pcapFormat(), pcapHeader(false, 0xa1b2c3d4, 1, 2) + record + record, sink);
    QCOMPARE(facts->records, 2U);
    QCOMPARE(sink.kinds(), "1 ntp.client, 2 ntp.client");
}

void TestPcap::factsAndLandmarks()
{
    const Buffer frame = ntpFrame();
    Buffer file = pcapHeader();
    for (std::uint32_t i = 0; i < 2'050; ++i)
        file += pcapRecord({frame, i == 7 ? 3 : 1'000 + i});
    RecordingSink sink;
    const auto facts = readAll(pcapFormat(), file, sink);
    QCOMPARE(facts->records, 2'050U);
    QCOMPARE(facts->unit, PlaceUnit::Frame);
    QCOMPARE(facts->utcOffsetSeconds.value(), 0);
    QCOMPARE(facts->first->ns, 3 * nsPerSecond);
    QCOMPARE(facts->last->ns, 3'049 * nsPerSecond);
    QCOMPARE(sink.landmarks.size(), 3U);
    const std::uint64_t recordBytes = 16 + frame.size();
    for (std::uint64_t i = 0; i < 3; ++i) {
        QCOMPARE(sink.landmarks[i].number, 1 + i * 1024);
        QCOMPARE(sink.landmarks[i].offset, 24 + i * 1024 * recordBytes);
    }
}

void TestPcap::fetchesAnyFrame()
{
    for (const bool bigEndian : {false, true}) {
        Buffer file = pcapHeader(bigEndian);
        for (unsigned i = 0; i < 2'000; ++i)
            file += pcapRecord({be32(i) + Buffer(i % 50)}, bigEndian);
        RecordingSink sink;
        QVERIFY(readAll(pcapFormat(), file, sink));
        QCOMPARE(sink.landmarks.size(), 2U);
        for (const std::uint64_t number : {1U, 2U, 1024U, 1025U, 2'000U}) {
            const Landmark landmark = sink.landmarks[number > 1024 ? 1 : 0];
            const auto bytes = fetch(file, landmark, number);
            QVERIFY(bytes);
            QCOMPARE(bytes->size(), 4 + (number - 1) % 50);
            QCOMPARE(readBigEndian<std::uint32_t>(*bytes), number - 1);
        }
        QCOMPARE(fetch(file, sink.landmarks[1], 2'001).error().code, ErrorCode::NotFound);
        QCOMPARE(fetch(file, {1, 1'000'000'000}, 1).error().code, ErrorCode::NotFound);
    }
}

void TestPcap::snapLengthIsNoted()
{
    const Buffer frame = front(ntpFrame(), 70);
    RecordingSink sink;
    QVERIFY(readAll(pcapFormat(), pcapHeader() + pcapRecord({frame, 1, 0, 90}), sink));
    QCOMPARE(sink.kinds(), "1 ntp.client");
    QCOMPARE(sink.events[0].value("transmit"), "(none)");
    QCOMPARE(sink.events[0].value("reference"), "0x0000000000000000");
    QCOMPARE(sink.problemIds(), "capture.frames-cut");
}

void TestPcap::sniffSaysWhy()
{
    QCOMPARE(pcapFormat().id, "pcap");
    QCOMPARE(pcapFormat().sniff(pcapHeader()).confidence, 100);
    QCOMPARE(pcapFormat().sniff(pcapHeader(true, 0xa1b23c4d)).reason,
             "magic number of a libpcap capture, most significant byte first, times in nanoseconds");
    QCOMPARE(pcapFormat().sniff(text("pcap")).confidence, 0);
    QCOMPARE(pcapFormat().sniff({}).confidence, 0);
}

/// As `cat *.pcap` makes it.
void TestPcap::joinedCaptures()
{
    RecordingSink sink;
    const auto facts = readAll(pcapFormat(),
                               pcapHeader() + pcapRecord({ntpFrame(1), 2'000, 0}) + pcapHeader()
                                   + pcapRecord({ntpFrame(2), 1'000, 0}) + pcapHeader(),
                               sink);
    QCOMPARE(facts->records, 2U);
    QCOMPARE(sink.kinds(), "1 ntp.client, 2 ntp.client");
    QCOMPARE(sink.problemIds(), "capture.joined"); // and nothing of a clock that goes back
    QCOMPARE(sink.problems[0].arguments, (std::vector<std::string>{"3", "2"}));
    QCOMPARE(sink.problems[0].place->number, 2U);
}

/// Other byte order, other fraction: frames are found again from landmarks too.
void TestPcap::joinedOfAnotherKind()
{
    Buffer file = pcapHeader();
    const auto add = [&](unsigned count, bool bigEndian) {
        for (unsigned i = 0; i < count; ++i)
            file += pcapRecord({ntpFrame(i % 200 + 1), 1'000 + i, 5}, bigEndian);
    };
    add(1'500, false);
    file += pcapHeader(true, 0xa1b23c4d);
    add(1'500, true);
    RecordingSink sink;
    const auto facts = readAll(pcapFormat(), file, sink);
    QCOMPARE(facts->records, 3'000U);
    QCOMPARE(facts->resolution.count(), 1);
    QCOMPARE(sink.events.at(0).time.ns, 1'000 * nsPerSecond + 5'000);
    QCOMPARE(sink.events.at(1'500).time.ns, 1'000 * nsPerSecond + 5);
    for (const std::uint64_t number : {1U, 1'024U, 1'025U, 1'500U, 1'501U, 2'048U, 2'049U, 3'000U}) {
        const auto before = std::ranges::find_if(sink.landmarks.rbegin(), sink.landmarks.rend(),
                                                 [&](Landmark one) { return one.number <= number; });
        const auto bytes = fetch(file, *before, number);
        QVERIFY(bytes);
        QCOMPARE(*bytes, ntpFrame((number - 1) % 1'500 % 200 + 1));
    }
}

/// A file behind itself, with its header or without.
void TestPcap::repeatedCapture()
{
    Buffer records;
    for (unsigned i = 0; i < 50; ++i)
        records += pcapRecord({ntpFrame(i + 1), 1'000 + i, 0});
    RecordingSink sink;
    (void)readAll(pcapFormat(), pcapHeader() + records + pcapHeader() + records, sink);
    QCOMPARE(sink.problemIds(), "capture.repeated, capture.joined");
    QCOMPARE(sink.problems[0].arguments.at(0), "50");
    QVERIFY(sink.events.at(49).value("duplicate") != "yes");
    QVERIFY(sink.events.at(50).value("duplicate") == "yes");
    RecordingSink bare;
    (void)readAll(pcapFormat(), pcapHeader() + records + records, bare);
    QCOMPARE(bare.problemIds(), "capture.repeated, capture.clock-stepped-back");
}

/// Its lengths say that it is a record.
void TestPcap::recordThatLooksLikeAHeader()
{
    RecordingSink sink;
    const auto facts = readAll(
        pcapFormat(),
        pcapHeader() + pcapRecord({ntpFrame(), 0xa1b2c3d4, 0x40002}) + pcapRecord({ntpFrame(), 5, 0}), sink);
    QCOMPARE(facts->records, 2U);
    QVERIFY(sink.problemIds().find("capture.joined") == std::string::npos);
}

QTEST_APPLESS_MAIN(TestPcap)
#include "tst_pcap.moc"
