// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <zlib.h>

#include "models/evidence/archivereader.h"
#include "models/evidence/sources.h"
#include "tests/support/packing.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

/// Gives a few bytes at a time, then perhaps an error.
class Trickle : public ByteSource
{
public:
    explicit Trickle(std::string bytes, std::size_t step = 7, std::optional<Error> failure = {})
        : m_bytes(std::move(bytes))
        , m_step(step)
        , m_failure(std::move(failure))
    {
    }
    Result<std::size_t> read(std::span<std::byte> buffer) override
    {
        const Bytes rest = asBytes(m_bytes).subspan(m_done);
        if (rest.empty() && m_failure)
            return *m_failure;
        const std::size_t count = std::min({buffer.size(), rest.size(), m_step});
        std::ranges::copy(rest.first(count), buffer.begin());
        m_done += count;
        return count;
    }
    Result<std::uint64_t> skip(std::uint64_t count) override { return skipByReading(*this, count); }
    std::uint64_t size() const override { return 0; }

private:
    std::string m_bytes;
    std::size_t m_step;
    std::optional<Error> m_failure;
    std::size_t m_done = 0;
};

/// All bytes, and what ended them.
struct Unpacked {
    std::string text;
    std::optional<Error> error;
};

Unpacked unpack(std::unique_ptr<ByteSource> packed, Layer::Kind kind)
{
    const auto source = decompressed(std::move(packed), kind, std::make_shared<UnpackMeter>());
    Unpacked all;
    std::vector<std::byte> buffer(1 << 16);
    for (;;) {
        const auto got = source->read(buffer);
        if (!got)
            all.error = got.error();
        if (!got || *got == 0)
            return all;
        all.text += asText(Bytes(buffer).first(*got));
    }
}

Unpacked unpack(const std::string& packed, std::size_t step = 7)
{
    const auto kind = compressionOf(asBytes(packed));
    return kind ? unpack(std::make_unique<Trickle>(packed, step), *kind) : Unpacked{"not packed", {}};
}

std::string lines(std::size_t bytes)
{
    std::string text;
    for (unsigned i = 0; text.size() < bytes; ++i)
        text += std::to_string(i * 2654435761U) + "\n";
    return text;
}

std::string little32(std::uint32_t value)
{
    std::string bytes;
    for (int shift = 0; shift < 32; shift += 8)
        bytes += static_cast<char>(value >> shift);
    return bytes;
}

/// RFC 8878 §3.1.2.
std::string skippableFrame(const std::string& content)
{
    return little32(0x184D2A5A) + little32(static_cast<std::uint32_t>(content.size())) + content;
}

/// With another dictionary asked for by the first block of an .xz file (§3.1 of its description; LZMA2
/// §5.3.1: 28 is 64 MiB, 40 is 4 GiB - 1).
std::string withDictionary(std::string xz, char size)
{
    constexpr std::size_t blockAt = 12;
    constexpr std::size_t sizeAt = blockAt + 4;
    const std::size_t checkAt = blockAt + static_cast<std::size_t>(xz.at(blockAt)) * 4;
    xz.at(sizeAt) = size;
    const auto* header = reinterpret_cast<const Bytef*>(xz.data() + blockAt);
    const auto check = ::crc32(0, header, static_cast<uInt>(checkAt - blockAt));
    return xz.replace(checkAt, 4, little32(static_cast<std::uint32_t>(check)));
}

/// One byte in a block that is stored, in a frame with a window of 2 GiB (RFC 8878 §3.1.1.1.2).
std::string zstdOfLargeWindow()
{
    return std::string("\x28\xB5\x2F\xFD\0\xA8\x09\0\0x", 10);
}

} // namespace

/// What is packed comes out whole, or as far as it goes with what is wrong behind it.
class TestDecompress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutKeepsWhatCameBefore_data();
    void cutKeepsWhatCameBefore();
    void damageIsTold_data() { filters(); }
    void damageIsTold();
    void sourceThatFails_data() { filters(); }
    void sourceThatFails();
    void restIsCounted_data() { filters(); }
    void restIsCounted();
    void paddingIsSilent_data() { filters(); }
    void paddingIsSilent();
    void streamsBehindEachOther_data() { filters(); }
    void streamsBehindEachOther();
    void secondStreamCutInItsMagic_data() { filters(); }
    void secondStreamCutInItsMagic();
    void skippableFrames();
    void memoryIsLimited();
    void strongestOrdinaryIsRead();

private:
    static void filters()
    {
        QTest::addColumn<QString>("filter");
        for (const char* filter : {"gzip", "bzip2", "xz", "zstd"})
            QTest::newRow(filter) << QString::fromLatin1(filter);
    }
    static std::string pack(const std::string& text)
    {
        QFETCH(QString, filter);
        return compressed(text, filter.toStdString());
    }
};

void TestDecompress::cutKeepsWhatCameBefore_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<std::size_t>("block"); // is given as a whole or not at all
    QTest::newRow("gzip") << "gzip" << std::size_t{100};
    QTest::newRow("bzip2") << "bzip2" << std::size_t{900'000};
    QTest::newRow("xz") << "xz" << std::size_t{100};
    QTest::newRow("zstd") << "zstd" << std::size_t{128 << 10};
}

void TestDecompress::cutKeepsWhatCameBefore()
{
    QFETCH(std::size_t, block);
    const std::string text = lines(2'000'000);
    const std::string packed = pack(text);
    std::size_t before = text.size() + 1;
    for (const std::size_t cut : {std::size_t{1}, std::size_t{30}, packed.size() / 3, packed.size() - 12}) {
        const Unpacked all = unpack(packed.substr(0, packed.size() - cut), 4000);
        QVERIFY(all.error.has_value());
        QVERIFY2(all.error->reason.ends_with("data break off"), all.error->reason.c_str());
        QCOMPARE(all.error->place, "offset " + std::to_string(packed.size() - cut));
        QVERIFY(text.starts_with(all.text) && all.text.size() < before);
        if (cut <= 30)
            QVERIFY2(all.text.size() + block >= text.size(), std::to_string(all.text.size()).c_str());
        if (cut == packed.size() / 3)
            QVERIFY(all.text.size() > text.size() / 4);
        before = all.text.size() + 1;
    }
}

void TestDecompress::damageIsTold()
{
    const std::string text = lines(2'000'000);
    std::string packed = pack(text);
    packed.replace(packed.size() * 3 / 4, 8, "\xAA\x55\xAA\x55\xAA\x55\xAA\x55");
    const Unpacked all = unpack(packed, 4000);
    QVERIFY(all.error.has_value());
    QCOMPARE(all.error->code, ErrorCode::Malformed);
    QVERIFY2(all.error->reason.find("are damaged") != std::string::npos, all.error->reason.c_str());
    QVERIFY(all.error->place.starts_with("offset "));
    QVERIFY(all.text.size() > text.size() / 3); // what xz and zstd make of damaged bytes is found out later
    QVERIFY(text.starts_with(all.text.substr(0, text.size() / 3)));
}

void TestDecompress::sourceThatFails()
{
    const std::string text = lines(2'000'000);
    const std::string packed = pack(text);
    const Error gone{ErrorCode::Vanished, "the disk is gone", {}, "offset 7"};
    const Unpacked all = unpack(std::make_unique<Trickle>(packed.substr(0, packed.size() - 1), 4000, gone),
                                *compressionOf(asBytes(packed)));
    QCOMPARE(all.error->reason, gone.reason);
    QCOMPARE(all.error->place, gone.place);
    QVERIFY(all.text.size() > text.size() / 2);
    const Unpacked whole =
        unpack(std::make_unique<Trickle>(packed, 4000, gone), *compressionOf(asBytes(packed)));
    QVERIFY(whole.text == text);
    QCOMPARE(whole.error->reason, gone.reason); // nobody knows what would have followed
}

void TestDecompress::restIsCounted()
{
    const std::string packed = pack("one\n");
    for (const std::string& rest : {std::string("x"), std::string("not a stream\n"), lines(200'000)}) {
        for (const std::string& padding : {std::string(), std::string(64, '\0')}) {
            const Unpacked all = unpack(packed + padding + rest);
            QCOMPARE(all.text, std::string("one\n"));
            QVERIFY(all.error.has_value());
            QVERIFY2(all.error->reason.starts_with(std::to_string(rest.size()) + " bytes behind the last "),
                     all.error->reason.c_str());
            QCOMPARE(all.error->place, "offset " + std::to_string(packed.size() + padding.size()));
        }
    }
}

void TestDecompress::paddingIsSilent()
{
    for (const std::size_t zeros : {1, 4, 512, 200'000}) {
        const Unpacked all = unpack(pack("one\n") + std::string(zeros, '\0'));
        QCOMPARE(all.text, std::string("one\n"));
        QVERIFY(!all.error.has_value());
    }
}

void TestDecompress::streamsBehindEachOther()
{
    const std::string packed = pack("one ") + pack("two ") + std::string(8, '\0') + pack("three");
    for (const std::size_t step : {1U, 2U, 5U, 100'000U}) {
        const Unpacked all = unpack(packed, step);
        QCOMPARE(all.text, std::string("one two three"));
        QVERIFY(!all.error.has_value());
    }
    const std::string text = lines(300'000);
    const Unpacked cut = unpack(pack(text) + pack(text).substr(0, 500));
    QVERIFY(cut.text.starts_with(text) && cut.error->reason.ends_with("data break off"));
}

void TestDecompress::secondStreamCutInItsMagic()
{
    const std::string packed = pack("one");
    const Unpacked all = unpack(packed + packed.substr(0, 2));
    QCOMPARE(all.text, std::string("one"));
    QVERIFY2(all.error->reason.starts_with("2 bytes behind the last"), all.error->reason.c_str());
}

void TestDecompress::skippableFrames()
{
    const std::string one = compressed("one ", "zstd");
    const std::string two = compressed("two", "zstd");
    const std::string note = skippableFrame(std::string(20'000, 'n'));
    for (const std::string& packed :
         {skippableFrame("") + one + two, skippableFrame("abcd") + one + note + two + note,
          one + skippableFrame("seek table") + std::string(4, '\0') + two}) {
        const Unpacked all = unpack(packed);
        QCOMPARE(all.text, std::string("one two"));
        QVERIFY(!all.error.has_value());
    }
    QVERIFY(!compressionOf(asBytes(skippableFrame("abcd") + "\x04\x22\x4D\x18 lz4")));
    QVERIFY(unpack(one + note.substr(0, 5'000)).error->reason.ends_with("data break off"));
}

void TestDecompress::memoryIsLimited()
{
    for (const std::string& packed : {withDictionary(compressed("x", "xz"), 40), zstdOfLargeWindow()}) {
        const Unpacked all = unpack(packed);
        QVERIFY(all.error.has_value());
        QCOMPARE(all.error->code, ErrorCode::Unsupported);
        QVERIFY2(all.error->reason.starts_with("it takes more than 268435456 bytes of memory"),
                 all.error->reason.c_str());
        QVERIFY(!all.error->remedy.empty());
    }
}

/// What `xz -9` asks for.
void TestDecompress::strongestOrdinaryIsRead()
{
    QCOMPARE(unpack(withDictionary(compressed("x", "xz"), 28)).text, std::string("x"));
}

QTEST_APPLESS_MAIN(TestDecompress)
#include "tst_decompress.moc"
