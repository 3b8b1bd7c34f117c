// SPDX-License-Identifier: GPL-3.0-or-later
#include <lzma.h>
#include <zlib.h>

#include <QTest>

#include "models/evidence/archivereader.h"
#include "models/evidence/sources.h"
#include "tests/support/packing.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

std::string little(std::uint64_t value, unsigned bytes)
{
    std::string text;
    for (unsigned i = 0; i < bytes; ++i)
        text += static_cast<char>(value >> (8 * i));
    return text;
}

/// The members with their sizes, or why they cannot be read.
std::string listed(const std::string& bytes, const BundleLimits& limits = {})
{
    const auto meter = std::make_shared<UnpackMeter>(limits);
    const Bytes view = asBytes(bytes);
    const auto archive = ArchiveReader::open(memorySource({view.begin(), view.end()}), meter);
    if (!archive)
        return "!" + archive.error().reason;
    std::string text;
    for (auto member = (*archive)->next();; member = (*archive)->next()) {
        if (!member)
            return text + "!" + member.error().reason;
        if (!*member)
            return text;
        const auto source = memberSource(*archive, **member, meter);
        const auto read = skipByReading(*source, 1 << 30);
        text += (*member)->name + " " + (read ? std::to_string(*read) : "!" + read.error().reason) + "; ";
    }
}

/// A 7z of which only the header matters.
std::string sevenZip(const std::string& header)
{
    return std::string("7z\xBC\xAF\x27\x1C\0\4", 8) + little(0, 4) + little(0, 8) + little(header.size(), 8)
        + little(0, 4) + header;
}

/// Another dictionary in the place of that which the one coder asks for.
std::string withDictionary(std::string archive, const std::string& coder, const std::string& properties)
{
    return archive.replace(archive.rfind(coder) + coder.size(), properties.size(), properties);
}

/// One member, packed with LZMA (APPNOTE 5.8.8).
std::string lzmaZip(const std::string& content)
{
    std::string packed(content.size() + 1024, '\0');
    lzma_options_lzma options;
    ::lzma_lzma_preset(&options, LZMA_PRESET_DEFAULT);
    lzma_stream stream = LZMA_STREAM_INIT;
    const bool isReady = ::lzma_alone_encoder(&stream, &options) == LZMA_OK;
    stream.next_in = reinterpret_cast<const std::uint8_t*>(content.data());
    stream.avail_in = content.size();
    stream.next_out = reinterpret_cast<std::uint8_t*>(packed.data());
    stream.avail_out = packed.size();
    if (!isReady || ::lzma_code(&stream, LZMA_FINISH) != LZMA_STREAM_END)
        return {};
    packed.resize(stream.total_out);
    ::lzma_end(&stream);
    const std::string data = std::string("\x09\x14\x05\0", 4) + packed.substr(0, 5) + packed.substr(13);
    const auto check =
        ::crc32(0, reinterpret_cast<const Bytef*>(content.data()), static_cast<uInt>(content.size()));
    const std::string common = little(63, 2) + little(2, 2) + little(14, 2) + little(0, 4) + little(check, 4)
        + little(data.size(), 4) + little(content.size(), 4) + little(1, 2) + little(0, 2);
    const std::string local = "PK\3\4" + common + "a" + data;
    const std::string directory = "PK\1\2" + little(63, 2) + common + little(0, 2) + little(0, 2)
        + little(0, 2) + little(0, 4) + little(0, 4) + "a";
    return local + directory + "PK\5\6" + little(0, 4) + little(1, 2) + little(1, 2)
        + little(directory.size(), 4) + little(local.size(), 4) + little(0, 2);
}

const std::string lzmaCoder("\x23\x03\x01\x01\x05\x5D", 6);
const std::string lzma2Coder("\x21\x21\x01", 3);
const std::string ppmdCoder("\x23\x03\x04\x01\x05\x06", 6);

} // namespace

/// What archives make libarchive believe about the memory they need.
class TestDictionaries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void largeOnesAreRefused_data();
    void largeOnesAreRefused();
    void ordinaryOnesAreRead_data();
    void ordinaryOnesAreRead();
    void countsOfAHeader_data();
    void countsOfAHeader();
    void packedHeader();
    void headerPackedTooLarge();
    void brokenHeader();
    void memberOfAZip();
};

void TestDictionaries::largeOnesAreRefused_data()
{
    QTest::addColumn<QByteArray>("archive");
    const auto row = [](const char* name, const std::string& method, const std::string& coder,
                        const std::string& properties) {
        const std::string archive =
            packed({{"a", std::string(1000, 'x')}}, "7zip", "7zip:compression=" + method);
        QVERIFY2(archive.find(coder) != std::string::npos, name);
        QTest::newRow(name) << QByteArray::fromStdString(withDictionary(archive, coder, properties));
    };
    row("lzma", "lzma1", lzmaCoder, little(0xFFFFFFFF, 4));
    row("lzma, a byte too much", "lzma1", lzmaCoder, little((256 << 20) + 1, 4));
    row("lzma2", "lzma2", lzma2Coder, "\x28");
    row("lzma2, a step too much", "lzma2", lzma2Coder, "\x21");
    row("ppmd", "ppmd", ppmdCoder, little(0x7FFFFFFF, 4));
}

void TestDictionaries::largeOnesAreRefused()
{
    QFETCH(QByteArray, archive);
    QCOMPARE(listed(archive.toStdString()),
             std::string("!it takes more than 268435456 bytes of memory to unpack it"));
}

void TestDictionaries::ordinaryOnesAreRead_data()
{
    QTest::addColumn<QString>("method");
    for (const char* method : {"store", "deflate", "bzip2", "lzma1", "lzma2", "ppmd"})
        QTest::newRow(method) << method;
}

/// One member has a header that is not packed, two have one that is.
void TestDictionaries::ordinaryOnesAreRead()
{
    QFETCH(QString, method);
    const std::string options = "7zip:compression=" + method.toStdString() + ",7zip:compression-level=9";
    const std::string text(100'000, 'x');
    QCOMPARE(listed(packed({{"a", text}}, "7zip", options)), std::string("a 100000; "));
    QCOMPARE(listed(packed({{"a", text}, {"b", "y"}, {"empty", ""}}, "7zip", options)),
             std::string("a 100000; b 1; empty 0; "));
    QCOMPARE(listed(packed({}, "7zip", options)), std::string());
}

void TestDictionaries::countsOfAHeader_data()
{
    QTest::addColumn<QByteArray>("header");
    const std::string hundredMillion = "\xF0" + little(100'000'000, 4);
    const auto row = [](const char* name, const std::string& header) {
        QTest::newRow(name) << QByteArray::fromStdString(header);
    };
    row("members", "\x01\x05" + hundredMillion);
    row("packed streams", std::string("\x01\x04\x06\x00", 4) + hundredMillion);
    row("folders", "\x01\x04\x07\x0B" + hundredMillion);
    row("members of a folder",
        std::string("\x01\x04\x07\x0B\x01\x00\x01\x01\x00\x0C\x01\x00\x08\x0D", 14) + hundredMillion);
    const std::string limit = "\xE0" + little(100'000, 3); // each may have so many
    row("streams of a folder's coders",
        std::string("\x01\x04\x07\x0B\x01\x00\x02", 7) + ("\x10" + limit + limit) + ("\x10" + limit + limit));
    row("coders", std::string("\x01\x04\x07\x0B\x01\x00", 6) + hundredMillion);
}

/// libarchive would make tables of gigabytes for them.
void TestDictionaries::countsOfAHeader()
{
    QFETCH(QByteArray, header);
    QCOMPARE(listed(sevenZip(header.toStdString())), std::string("!it has more than 100000 members"));
}

void TestDictionaries::packedHeader()
{
    const std::string archive = packed({{"a", "x"}, {"b", "y"}, {"c", ""}}, "7zip");
    QVERIFY(archive.find(little('a', 2)) == std::string::npos); // its names cannot be seen
    BundleLimits limits;
    limits.members = 2;
    QCOMPARE(listed(archive, limits), std::string("!it has more than 2 members"));
    limits.members = 3;
    QCOMPARE(listed(archive, limits), std::string("a 1; b 1; c 0; "));
}

/// It unpacks to one byte, and its packed bytes, which are those of the whole file, are copied.
void TestDictionaries::headerPackedTooLarge()
{
    const std::string header = std::string("\x17\x06\x00\x01\x09\xE0", 6) + little(3 << 20, 3)
        + std::string("\x00\x07\x0B\x01\x00\x01\x01\x00\x0C\x01\x00\x00", 12);
    BundleLimits limits;
    limits.memory = 2 << 20;
    QCOMPARE(listed(sevenZip(header), limits),
             std::string("!it takes more than 2097152 bytes of memory to unpack it"));
}

void TestDictionaries::brokenHeader()
{
    const std::string archive = packed({{"a", "x"}, {"b", "y"}}, "7zip");
    for (std::size_t cut = 1; cut < archive.size() - 8; ++cut)
        QVERIFY2(listed(archive.substr(0, archive.size() - cut)).starts_with("!"),
                 std::to_string(cut).c_str());
    QCOMPARE(listed(sevenZip("\x01\x07")), std::string("!the header of the 7z is damaged"));
    QCOMPARE(listed(sevenZip("\x02")), std::string("!the header of the 7z is damaged"));
}

/// Whatever its dictionary is, it fills no more of it than is unpacked.
void TestDictionaries::memberOfAZip()
{
    const std::string archive = lzmaZip(std::string(3 << 20, 'x'));
    QCOMPARE(listed(archive), "a " + std::to_string(3 << 20) + "; ");
    BundleLimits limits;
    limits.memory = 2 << 20;
    QCOMPARE(listed(archive, limits),
             std::string("a !it takes more than 2097152 bytes of memory to unpack it; "));
    const std::string plain = packed({{"a", std::string(3 << 20, 'x')}});
    QCOMPARE(listed(plain, limits), "a " + std::to_string(3 << 20) + "; ");
}

QTEST_APPLESS_MAIN(TestDictionaries)
#include "tst_dictionaries.moc"
