// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/evidence/archivereader.h"
#include "models/evidence/sources.h"
#include "tests/support/packing.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

/// Asks to stop when it is read for the n-th time, and counts how often it is read after that.
class StoppingSource : public ByteSource
{
public:
    StoppingSource(const std::string& bytes, std::stop_source stop, int stopAt, int& readsAfter)
        : m_bytes(memorySource({asBytes(bytes).begin(), asBytes(bytes).end()}))
        , m_stop(std::move(stop))
        , m_left(stopAt)
        , m_readsAfter(readsAfter)
    {
    }
    Result<std::size_t> read(std::span<std::byte> buffer) override
    {
        m_readsAfter += m_stop.stop_requested();
        if (--m_left == 0)
            m_stop.request_stop();
        return m_bytes->read(buffer.first(std::min<std::size_t>(buffer.size(), 4096)));
    }
    Result<std::uint64_t> skip(std::uint64_t count) override { return m_bytes->skip(count); }
    std::uint64_t size() const override { return m_bytes->size(); }
    bool canSeek() const override { return true; }
    Result<void> seek(std::uint64_t offset) override { return m_bytes->seek(offset); }

private:
    std::unique_ptr<ByteSource> m_bytes;
    std::stop_source m_stop;
    int m_left;
    int& m_readsAfter;
};

std::string numbers(std::size_t bytes)
{
    std::string text;
    for (unsigned i = 0; text.size() < bytes; ++i)
        text += std::to_string(i * 2654435761U) + "\n";
    return text;
}

} // namespace

/// Whoever stops waits for what is in hand and for no more, and what is passed over counts like what is read.
class TestUnpackStop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void streams_data();
    void streams();
    void members_data();
    void members();
    void membersPassedOver_data() { members_data(); }
    void membersPassedOver();
    void passingOverIsLimited();
    void manySmallBombs();
};

void TestUnpackStop::streams_data()
{
    QTest::addColumn<QString>("filter");
    for (const char* filter : {"gzip", "bzip2", "xz", "zstd"})
        QTest::newRow(filter) << QString::fromLatin1(filter);
}

void TestUnpackStop::streams()
{
    QFETCH(QString, filter);
    const std::string packed = compressed(numbers(700'000), filter.toStdString());
    std::stop_source stop;
    int readsAfter = 0;
    const auto meter = std::make_shared<UnpackMeter>(BundleLimits{}, stop.get_token());
    const auto source =
        decompressed(meteredSource(std::make_unique<StoppingSource>(packed, stop, 5, readsAfter), meter),
                     *compressionOf(asBytes(packed)), meter);
    std::vector<std::byte> buffer(1 << 20);
    Result<std::size_t> got{std::size_t{1}};
    while (got && *got > 0)
        got = source->read(buffer);
    QVERIFY(!got && got.error().code == ErrorCode::Cancelled);
    QCOMPARE(readsAfter, 0);
}

void TestUnpackStop::members_data()
{
    QTest::addColumn<QString>("format");
    for (const char* format : {"zip", "ustar", "7zip"})
        QTest::newRow(format) << QString::fromLatin1(format);
}

void TestUnpackStop::members()
{
    QFETCH(QString, format);
    const std::string bytes = packed({{"a", numbers(700'000)}, {"b", "x"}}, format.toStdString());
    std::stop_source stop;
    int readsAfter = 0;
    const auto meter = std::make_shared<UnpackMeter>(BundleLimits{}, stop.get_token());
    const auto archive = ArchiveReader::open(
        meteredSource(std::make_unique<StoppingSource>(bytes, stop, 40, readsAfter), meter), meter);
    const auto member = (*archive)->next();
    QVERIFY(member && *member);
    const auto source = memberSource(*archive, **member, meter);
    std::vector<std::byte> buffer(1 << 20);
    Result<std::size_t> got{std::size_t{1}};
    while (got && *got > 0)
        got = source->read(buffer);
    QVERIFY(!got && got.error().code == ErrorCode::Cancelled);
    QCOMPARE((*archive)->next().error().code, ErrorCode::Cancelled);
    QCOMPARE(readsAfter, 0);
}

void TestUnpackStop::membersPassedOver()
{
    QFETCH(QString, format);
    const std::string bytes = packed({{"a", numbers(700'000)}, {"b", "x"}}, format.toStdString());
    std::stop_source stop;
    int readsAfter = 0;
    const auto meter = std::make_shared<UnpackMeter>(BundleLimits{}, stop.get_token());
    const auto archive = ArchiveReader::open(
        meteredSource(std::make_unique<StoppingSource>(bytes, stop, 1'000'000, readsAfter), meter), meter);
    QVERIFY((*archive)->next().hasValue());
    stop.request_stop();
    const auto next = (*archive)->next();
    QVERIFY(!next && next.error().code == ErrorCode::Cancelled);
    QVERIFY(readsAfter <= 1);
}

/// A 7z is unpacked even where nobody wants the member.
void TestUnpackStop::passingOverIsLimited()
{
    BundleLimits limits;
    limits.totalBytes = 1 << 20;
    const std::string bytes = packed({{"a", std::string(8 << 20, '\0')}, {"b", "x"}}, "7zip");
    int readsAfter = 0;
    const auto meter = std::make_shared<UnpackMeter>(limits);
    const auto archive = ArchiveReader::open(
        meteredSource(std::make_unique<StoppingSource>(bytes, std::stop_source(), 0, readsAfter), meter),
        meter);
    QVERIFY((*archive)->next().hasValue());
    const auto next = (*archive)->next();
    QVERIFY(!next && next.error().code == ErrorCode::Unsupported);
    QVERIFY(meter->isSpent());
}

/// Each within what a member may take; all together a bomb.
void TestUnpackStop::manySmallBombs()
{
    BundleLimits limits;
    limits.ratio = 100;
    limits.depth = 2;
    limits.freeBytes = 1 << 20;
    limits.freeTotalBytes = 4 << 20;
    UnpackMeter meter(limits);
    meter.consumed(1000, 1000);
    Result<void> counted;
    std::uint64_t all = 0;
    for (int i = 0; i < 100 && counted; ++i) {
        UnpackMeter::Stream member(meter);
        counted = member.unpacked(1 << 19);
        all += counted ? 1 << 19 : 0;
    }
    QVERIFY(!counted && meter.isSpent());
    QCOMPARE(counted.error().reason,
             std::string("all that is in it unpacks to more than 200 times its size"));
    QVERIFY(all >= limits.freeTotalBytes && all <= limits.freeTotalBytes + 1000 * 200 + (1 << 19));
    UnpackMeter honest(limits);
    honest.consumed(10 << 20, 10 << 20);
    QVERIFY(honest.unpacked(std::uint64_t{1} << 30).hasValue());
}

QTEST_APPLESS_MAIN(TestUnpackStop)
#include "tst_unpackstop.moc"
