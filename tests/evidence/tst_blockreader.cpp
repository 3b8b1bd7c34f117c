// SPDX-License-Identifier: GPL-3.0-or-later
#include <functional>
#include <random>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <QCryptographicHash>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "models/evidence/blockreader.h"
#include "models/evidence/hasher.h"
#include "tests/support/unprivileged.h"

using namespace whittle;

namespace
{

std::vector<std::byte> randomBytes(std::size_t count)
{
    std::mt19937 random(static_cast<unsigned>(count));
    std::vector<std::byte> bytes(count);
    for (std::byte& byte : bytes)
        byte = static_cast<std::byte>(random());
    return bytes;
}

/// Gives a few bytes at a time, as pipes and archives do.
class SlowSource : public ByteSource
{
public:
    explicit SlowSource(
        std::vector<std::byte> bytes, std::size_t step, std::function<void()> atRead = [] {})
        : m_source(memorySource(std::move(bytes)))
        , m_step(step)
        , m_atRead(std::move(atRead))
    {
    }
    Result<std::size_t> read(std::span<std::byte> buffer) override
    {
        m_atRead();
        return m_source->read(buffer.first(std::min(buffer.size(), m_step)));
    }
    Result<std::uint64_t> skip(std::uint64_t count) override { return m_source->skip(count); }
    std::uint64_t size() const override { return 0; }

private:
    std::unique_ptr<ByteSource> m_source;
    std::size_t m_step;
    std::function<void()> m_atRead;
};

std::string sha256(const std::vector<std::byte>& bytes)
{
    const QByteArray data(reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size()));
    return QCryptographicHash::hash(data, QCryptographicHash::Sha256).toHex().toStdString();
}

std::unique_ptr<ByteSource> opened(const std::string& path)
{
    auto source = openFile(path);
    return source ? std::move(source).value() : memorySource({});
}

/// Reads all in records of that size; false when a byte is wrong.
bool readsRight(BlockReader& reader, const std::vector<std::byte>& bytes, std::size_t record)
{
    for (;;) {
        const auto window = reader.window(record);
        if (!window)
            return false;
        if (window->empty())
            return reader.position() == bytes.size();
        const std::size_t count = std::min(record, window->size());
        const auto at = bytes.begin() + static_cast<std::ptrdiff_t>(reader.position());
        if (window->size() < record && reader.position() + window->size() != bytes.size())
            return false;
        if (!std::equal(window->begin(), window->begin() + static_cast<std::ptrdiff_t>(count), at))
            return false;
        reader.consume(count);
    }
}

} // namespace

class TestBlockReader : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::string path(const char* name) const
    {
        return m_folder.filePath(QString::fromLatin1(name)).toStdString();
    }
    std::string write(const char* name, const std::vector<std::byte>& bytes) const
    {
        QFile file(QString::fromStdString(path(name)));
        if (file.open(QIODevice::WriteOnly))
            file.write(reinterpret_cast<const char*>(bytes.data()), qint64(bytes.size()));
        return path(name);
    }

private Q_SLOTS:
    void whatCannotBeOpened();
    void withoutPermission();
    void whatIsNoFile_data();
    void whatIsNoFile();
    void cancelledBetweenReads();
    void windowThatGrowsByteByByte();
    void drainTellsHowFarItIs();
    void hashIsNotWaitedForWhenCancelled();
    void fileThatShrinks();
    void fileThatShrinksUnderSkip();
    void emptyFile();
    void recordsAcrossBlocks_data();
    void recordsAcrossBlocks();
    void recordLargerThanABlock();
    void claimBeyondAllBounds();
    void consumeNoMoreThanThereIs();
    void skipping_data();
    void skipping();
    void drainHashesTheRest();
    void fileThatGrows();
    void knownHashes_data();
    void knownHashes();
    void hashOfOddSizes_data();
    void hashOfOddSizes();
    void hasherLeavesEarly();
};

void TestBlockReader::whatCannotBeOpened()
{
    QCOMPARE(openFile(path("missing")).error().code, ErrorCode::NotFound);
    QCOMPARE(openFile(write("file", {}) + "/below").error().code, ErrorCode::NotFound);
    QCOMPARE(openFile({}).error().code, ErrorCode::NotFound);
    const auto folder = openFile(m_folder.path().toStdString());
    QCOMPARE(folder.error().code, ErrorCode::Unsupported);
    QCOMPARE(folder.error().subject, m_folder.path().toStdString());
    QCOMPARE(openFile("/dev/null").error().code, ErrorCode::Unsupported);
}

void TestBlockReader::withoutPermission()
{
    const test::Unprivileged unprivileged;
    const std::string file = write("secret", randomBytes(10));
    ::chmod(file.c_str(), 0);
    QCOMPARE(openFile(file).error().code, ErrorCode::NoPermission);
}

void TestBlockReader::whatIsNoFile_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("reason");
    const auto unsupported = ErrorCode::Unsupported;
    QTest::newRow("folder") << "folder" << unsupported << "this is a folder, not a file";
    QTest::newRow("pipe") << "pipe" << unsupported << "this is a pipe, not a file";
    QTest::newRow("socket") << "socket" << unsupported << "this is a socket, not a file";
    QTest::newRow("device") << "device" << unsupported << "this is a device, not a file";
    QTest::newRow("broken link") << "broken" << ErrorCode::NotFound
                                 << "this is a link to something that is not there";
    QTest::newRow("loop") << "loop" << ErrorCode::Io << "the link leads back to itself";
}

/// Told by its type, before it is opened: a pipe that nobody writes to would be waited for.
void TestBlockReader::whatIsNoFile()
{
    QFETCH(QString, name);
    QFETCH(ErrorCode, code);
    QFETCH(QString, reason);
    const QTemporaryDir folder;
    const auto in = [&](const char* one) { return folder.filePath(QString::fromLatin1(one)).toStdString(); };
    QCOMPARE(::mkdir(in("folder").c_str(), 0700), 0);
    QCOMPARE(::mkfifo(in("pipe").c_str(), 0600), 0);
    QCOMPARE(::symlink("/dev/null", in("device").c_str()), 0);
    QCOMPARE(::symlink("nothing", in("broken").c_str()), 0);
    QCOMPARE(::symlink("loop", in("loop").c_str()), 0);
    QCOMPARE(::mknod(in("socket").c_str(), S_IFSOCK | 0600, 0), 0);
    const Error error = openFile(in(name.toLatin1().constData())).error();
    QCOMPARE(error.code, code);
    QCOMPARE(QString::fromStdString(error.reason), reason);
    QCOMPARE(error.subject, in(name.toLatin1().constData()));
}

/// A slow disk: whoever waits for a block of two MiB from it may leave at once.
void TestBlockReader::cancelledBetweenReads()
{
    std::stop_source stop;
    int reads = 0;
    const auto cancelAtThird = [&] {
        if (++reads == 3)
            stop.request_stop();
    };
    BlockReader reader(std::make_unique<SlowSource>(randomBytes(1000), 1, cancelAtThird), nullptr,
                       stop.get_token());
    QCOMPARE(reader.drain().error().code, ErrorCode::Cancelled);
    QCOMPARE(reads, 3);
    QCOMPARE(reader.window(100).error().code, ErrorCode::Cancelled);
}

/// As a reader of lines asks that does not know how long its line is.
void TestBlockReader::windowThatGrowsByteByByte()
{
    int reads = 0;
    const std::vector<std::byte> bytes(4 * BlockReader::blockBytes);
    BlockReader reader(std::make_unique<SlowSource>(bytes, bytes.size(), [&] { ++reads; }));
    std::size_t size = 0;
    for (;;) {
        const auto window = reader.window(size + 1);
        QVERIFY(window);
        if (window->size() == size)
            break;
        size = window->size();
    }
    QCOMPARE(size, bytes.size());
    QVERIFY2(reads < 10, qPrintable(QString::number(reads)));
}

void TestBlockReader::drainTellsHowFarItIs()
{
    BlockReader reader(memorySource(randomBytes(BlockReader::blockBytes + 5)));
    Progress progress;
    QVERIFY(reader.drain(&progress).hasValue());
    QCOMPARE(progress.done(), std::uint64_t{BlockReader::blockBytes + 5});
}

void TestBlockReader::hashIsNotWaitedForWhenCancelled()
{
    const auto block = std::make_shared<HashBlock>();
    block->bytes.resize(std::size_t{64} << 20);
    Sha256Thread hasher;
    for (int i = 0; i < 100; ++i)
        hasher.add(block, 0, block->bytes.size());
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(hasher.finish(stop.get_token()).error().code, ErrorCode::Cancelled);
}

void TestBlockReader::fileThatShrinks()
{
    const auto bytes = randomBytes(3 * BlockReader::blockBytes);
    const std::string file = write("shrinks", bytes);
    BlockReader reader(opened((file)));
    QCOMPARE(reader.size(), std::uint64_t{bytes.size()});
    QVERIFY(reader.window(1).hasValue());
    QCOMPARE(::truncate(file.c_str(), static_cast<off_t>(BlockReader::blockBytes + 100)), 0);
    reader.consume(BlockReader::blockBytes);
    auto window = reader.window(1);
    QCOMPARE(window->size(), std::size_t{100}); // what is there comes first
    reader.consume(100);
    window = reader.window(1);
    QVERIFY(!window);
    QCOMPARE(window.error().code, ErrorCode::Vanished);
    QCOMPARE(window.error().place, "offset " + std::to_string(BlockReader::blockBytes + 100));
}

void TestBlockReader::fileThatShrinksUnderSkip()
{
    const std::string file = write("shrinks-too", randomBytes(3 * BlockReader::blockBytes));
    Sha256Thread hasher;
    BlockReader reader(opened((file)), &hasher);
    QVERIFY(reader.window(1).hasValue());
    QCOMPARE(::truncate(file.c_str(), 100), 0);
    const auto skipped = reader.skip(3 * BlockReader::blockBytes);
    QVERIFY(!skipped);
    QCOMPARE(skipped.error().code, ErrorCode::Vanished);
}

void TestBlockReader::emptyFile()
{
    BlockReader reader(opened((write("empty", {}))));
    const auto window = reader.window(64);
    QVERIFY(window.hasValue() && window->empty());
    QVERIFY(reader.skip(10).hasValue());
    QCOMPARE(reader.position(), std::uint64_t{0});
    QVERIFY(reader.drain().hasValue());
}

void TestBlockReader::recordsAcrossBlocks_data()
{
    QTest::addColumn<int>("record");
    QTest::addColumn<int>("step");
    QTest::newRow("odd") << 65'537 << (1 << 30);
    QTest::newRow("a block less one") << int(BlockReader::blockBytes) - 1 << (1 << 30);
    QTest::newRow("a block") << int(BlockReader::blockBytes) << (1 << 30);
    QTest::newRow("a block and one") << int(BlockReader::blockBytes) + 1 << (1 << 30);
    QTest::newRow("a slow source") << 70'001 << 4099;
}

void TestBlockReader::recordsAcrossBlocks()
{
    QFETCH(int, record);
    QFETCH(int, step);
    const auto bytes = randomBytes(2 * BlockReader::blockBytes + 12'345);
    Sha256Thread hasher;
    {
        BlockReader reader(std::make_unique<SlowSource>(bytes, static_cast<std::size_t>(step)), &hasher);
        QVERIFY(readsRight(reader, bytes, static_cast<std::size_t>(record)));
    }
    QCOMPARE(hasher.finish().value(), sha256(bytes));
}

void TestBlockReader::recordLargerThanABlock()
{
    const auto bytes = randomBytes(4 * BlockReader::blockBytes);
    BlockReader reader(memorySource(bytes));
    reader.consume(1); // nothing was given yet
    QCOMPARE(reader.position(), std::uint64_t{0});
    QVERIFY(reader.window(10).hasValue());
    reader.consume(7);
    const auto window = reader.window(3 * BlockReader::blockBytes);
    QVERIFY(window.hasValue() && window->size() >= 3 * BlockReader::blockBytes);
    QVERIFY(std::equal(window->begin(), window->end(), bytes.begin() + 7));
    // and small ones go on behind it
    reader.consume(window->size());
    const std::uint64_t position = reader.position();
    const auto after = reader.window(1);
    QVERIFY(after.hasValue() && !after->empty());
    QVERIFY(after->front() == bytes[position]);
}

void TestBlockReader::claimBeyondAllBounds()
{
    BlockReader reader(memorySource(randomBytes(1000)));
    const auto window = reader.window(SIZE_MAX);
    QVERIFY(window.hasValue());
    QCOMPARE(window->size(), std::size_t{1000});
}

void TestBlockReader::consumeNoMoreThanThereIs()
{
    BlockReader reader(memorySource(randomBytes(10)));
    QVERIFY(reader.window(1).hasValue());
    reader.consume(SIZE_MAX);
    QCOMPARE(reader.position(), std::uint64_t{10});
    QVERIFY(reader.window(1)->empty());
}

void TestBlockReader::skipping_data()
{
    QTest::addColumn<bool>("hashed");
    QTest::newRow("over the file") << false;
    QTest::newRow("through the hash") << true;
}

void TestBlockReader::skipping()
{
    QFETCH(bool, hashed);
    const auto bytes = randomBytes(3 * BlockReader::blockBytes + 17);
    const std::string file = write("skip", bytes);
    Sha256Thread hasher;
    BlockReader reader(opened((file)), hashed ? &hasher : nullptr);
    for (const std::size_t step :
         {std::size_t{0}, std::size_t{5}, BlockReader::blockBytes + 3, std::size_t{1}}) {
        QVERIFY(reader.skip(step).hasValue());
        const auto window = reader.window(4);
        QVERIFY(window.hasValue() && window->size() >= 4);
        QVERIFY(std::equal(window->begin(), window->begin() + 4,
                           bytes.begin() + static_cast<std::ptrdiff_t>(reader.position())));
    }
    QVERIFY(reader.skip(UINT64_MAX).hasValue());
    QCOMPARE(reader.position(), std::uint64_t{bytes.size()});
    QVERIFY(reader.window(1)->empty());
    if (hashed)
        QCOMPARE(hasher.finish().value(), sha256(bytes));
}

void TestBlockReader::drainHashesTheRest()
{
    const auto bytes = randomBytes(2 * BlockReader::blockBytes + 1);
    Sha256Thread hasher;
    BlockReader reader(memorySource(bytes), &hasher);
    QVERIFY(reader.window(100).hasValue());
    reader.consume(50);
    QVERIFY(reader.drain().hasValue());
    QCOMPARE(reader.position(), std::uint64_t{bytes.size()});
    QCOMPARE(hasher.finish().value(), sha256(bytes));
}

/// A log that is written on is read to its end of now.
void TestBlockReader::fileThatGrows()
{
    auto bytes = randomBytes(100);
    const std::string file = write("grows", bytes);
    BlockReader reader(opened((file)));
    QFile more(QString::fromStdString(file));
    QVERIFY(more.open(QIODevice::Append) && more.write("more") == 4);
    more.close();
    QVERIFY(reader.drain().hasValue());
    QCOMPARE(reader.position(), std::uint64_t{104});
}

/// FIPS 180-4 examples.
void TestBlockReader::knownHashes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("hash");
    QTest::newRow("nothing") << QByteArray()
                             << QByteArray(
                                    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    QTest::newRow("abc") << QByteArray("abc")
                         << QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    QTest::newRow("two blocks") << QByteArray("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
                                << QByteArray(
                                       "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    QTest::newRow("a million a") << QByteArray(
        1'000'000, 'a') << QByteArray("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

void TestBlockReader::knownHashes()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, hash);
    Sha256Thread hasher;
    const auto bytes = asBytes({text.constData(), static_cast<std::size_t>(text.size())});
    BlockReader reader(memorySource({bytes.begin(), bytes.end()}), &hasher);
    QVERIFY(reader.drain().hasValue());
    QCOMPARE(hasher.finish().value(), hash.toStdString());
}

void TestBlockReader::hashOfOddSizes_data()
{
    QTest::addColumn<quint64>("size");
    for (const quint64 size :
         {1ULL, 63ULL, 64ULL, 65ULL, 4095ULL, BlockReader::blockBytes - 1ULL, BlockReader::blockBytes + 0ULL,
          BlockReader::blockBytes + 1ULL, 3 * BlockReader::blockBytes + 7ULL})
        QTest::addRow("%llu", size) << size;
}

void TestBlockReader::hashOfOddSizes()
{
    QFETCH(quint64, size);
    const auto bytes = randomBytes(size);
    Sha256Thread hasher;
    BlockReader reader(opened((write("odd", bytes))), &hasher);
    QVERIFY(readsRight(reader, bytes, 1499));
    QCOMPARE(hasher.finish().value(), sha256(bytes));
}

/// An import that is cancelled lets go of the hash in the middle.
void TestBlockReader::hasherLeavesEarly()
{
    for (int round = 0; round < 20; ++round) {
        auto hasher = std::make_unique<Sha256Thread>();
        BlockReader reader(memorySource(randomBytes(BlockReader::blockBytes + 1)), hasher.get());
        QVERIFY(reader.window(1).hasValue());
        hasher.reset(); // the reader's blocks must not wait for ever
    }
    Sha256Thread never;
}

QTEST_APPLESS_MAIN(TestBlockReader)
#include "tst_blockreader.moc"
