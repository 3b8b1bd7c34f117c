// SPDX-License-Identifier: GPL-3.0-or-later
#include <clocale>

#include <QTest>

#include "models/evidence/archivereader.h"
#include "models/evidence/sources.h"
#include "models/evidence/utf16source.h"
#include "tests/support/packing.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

std::unique_ptr<ByteSource> memory(const std::string& text)
{
    const Bytes bytes = asBytes(text);
    return memorySource({bytes.begin(), bytes.end()});
}

/// A stream that can only be read forwards.
class Stream : public ByteSource
{
public:
    explicit Stream(const std::string& text)
        : m_source(memory(text))
    {
    }
    Result<std::size_t> read(std::span<std::byte> buffer) override
    {
        return m_source->read(buffer.first(std::min<std::size_t>(buffer.size(), 7)));
    }
    Result<std::uint64_t> skip(std::uint64_t count) override { return skipByReading(*this, count); }
    std::uint64_t size() const override { return 0; }

private:
    std::unique_ptr<ByteSource> m_source;
};

std::shared_ptr<UnpackMeter> freeMeter()
{
    return std::make_shared<UnpackMeter>();
}

/// All bytes, then " !reason" when reading failed.
std::string all(ByteSource& source, std::size_t step = 1 << 16)
{
    std::string text;
    std::vector<std::byte> buffer(step);
    for (;;) {
        const auto got = source.read(buffer);
        if (!got)
            return text + " !" + got.error().reason;
        if (*got == 0)
            return text;
        text += asText(Bytes(buffer).first(*got));
    }
}

/// "name=bytes name=bytes …"
std::string listed(std::unique_ptr<ByteSource> source)
{
    const auto meter = freeMeter();
    const auto archive = ArchiveReader::open(std::move(source), meter);
    if (!archive)
        return "!" + archive.error().reason;
    std::string text;
    for (;;) {
        const auto member = (*archive)->next();
        if (!member)
            return text + "!" + member.error().reason;
        if (!*member)
            return text;
        text += (*member)->name + "=";
        if ((*member)->isEncrypted)
            text += "encrypted";
        else if ((*member)->kind == ArchiveMember::Kind::File)
            text += all(*memberSource(*archive, **member, meter));
        text += " ";
    }
}

std::string many(std::size_t bytes)
{
    std::string text;
    for (unsigned i = 0; text.size() < bytes; ++i)
        text += std::to_string(i * 2654435761U) + "\n";
    return text;
}

} // namespace

class TestUnpacking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void brokenStreamsKeepWhatCameBefore_data();
    void brokenStreamsKeepWhatCameBefore();
    void brokenArchives();
    void encryptedMembers();
    void bombs();
    void totalAndMembers();
    void stopIsHeard_data();
    void stopIsHeard();
    void compressions_data();
    void compressions();
    void streamsBehindEachOther();
    void members_data();
    void members();
    void namesAreOnlyNames();
    void namesInAnyLocale();
    void layers();
    void layersAsText();
    void whatItIs_data();
    void whatItIs();
    void utf16IsRead_data();
    void utf16IsRead();
    void damagedUtf16();
    void hashCoversAll();
};

void TestUnpacking::brokenStreamsKeepWhatCameBefore_data()
{
    QTest::addColumn<int>("cut");
    QTest::newRow("near the end") << 6;
    QTest::newRow("in the middle") << 5000;
}

void TestUnpacking::brokenStreamsKeepWhatCameBefore()
{
    QFETCH(int, cut);
    const std::string text = many(40'000);
    const std::string bytes = compressed(text);
    const auto source = decompressed(memory(bytes.substr(0, bytes.size() - static_cast<std::size_t>(cut))),
                                     Layer::Kind::Gzip, freeMeter());
    const std::string got = all(*source);
    const auto broken = got.find(" !the gzip data break off");
    QVERIFY(broken != std::string::npos);
    QVERIFY(broken > 20'000 && text.starts_with(got.substr(0, broken)));
    std::string damaged = bytes;
    damaged[damaged.size() / 2] ^= 0x55;
    QVERIFY(all(*decompressed(memory(damaged), Layer::Kind::Gzip, freeMeter())).find(" !")
            != std::string::npos);
}

void TestUnpacking::brokenArchives()
{
    const std::string text = many(30'000);
    for (const char* format : {"zip", "ustar"}) {
        const std::string bytes = packed({{"a.txt", "first"}, {"b.txt", text}}, format);
        const std::string got = listed(memory(bytes.substr(0, bytes.size() / 2)));
        QVERIFY2(got.starts_with("a.txt=first b.txt=" + text.substr(0, 5000)), got.substr(0, 200).c_str());
        QVERIFY2(got.find('!') != std::string::npos, got.substr(0, 200).c_str());
    }
}

void TestUnpacking::encryptedMembers()
{
    const std::string bytes =
        packed({{"a.txt", "plain"}, {"b.txt", many(1000)}}, "zip", "zip:encryption=traditional");
    QCOMPARE(listed(memory(bytes)), std::string("a.txt=encrypted b.txt=encrypted "));
}

void TestUnpacking::bombs()
{
    BundleLimits limits;
    limits.freeBytes = 1 << 20;
    limits.ratio = 100;
    const std::string bomb = compressed(std::string(8 << 20, '\0'));
    const auto meter = std::make_shared<UnpackMeter>(limits);
    const auto source = decompressed(meteredSource(memory(bomb), meter), Layer::Kind::Gzip, meter);
    QVERIFY(all(*source).ends_with(" !it unpacks to more than 100 times its size"));
    QVERIFY(meter->limit() == UnpackMeter::Limit::Ratio && !meter->isSpent());
    const std::string inside = packed({{"bomb", std::string(8 << 20, '\0')}, {"after", "fine"}});
    const auto shared = std::make_shared<UnpackMeter>(limits);
    const auto archive = ArchiveReader::open(meteredSource(memory(inside), shared), shared);
    auto member = (*archive)->next();
    QVERIFY(all(*memberSource(*archive, **member, shared)).ends_with("times its size"));
    member = (*archive)->next();
    QCOMPARE(all(*memberSource(*archive, **member, shared)), std::string("fine"));
}

void TestUnpacking::totalAndMembers()
{
    BundleLimits limits;
    limits.totalBytes = 1000;
    limits.members = 2;
    limits.depth = 1;
    UnpackMeter meter(limits);
    QVERIFY(meter.unpacked(1000));
    QVERIFY(!meter.unpacked(1));
    QVERIFY(meter.isSpent());
    UnpackMeter members(limits);
    QVERIFY(members.member() && members.member() && !members.member());
    QVERIFY(members.isSpent());
    UnpackMeter depth(limits);
    QVERIFY(depth.depth(1) && !depth.depth(2));
    QVERIFY(!depth.isSpent());
}

void TestUnpacking::stopIsHeard_data()
{
    QTest::addColumn<QString>("filter");
    for (const char* filter : {"gzip", "bzip2", "xz", "zstd"})
        QTest::newRow(filter) << QString::fromLatin1(filter);
}

void TestUnpacking::stopIsHeard()
{
    QFETCH(QString, filter);
    const std::string bytes = compressed(many(100'000), filter.toStdString());
    std::stop_source stop;
    const auto meter = std::make_shared<UnpackMeter>(BundleLimits{}, stop.get_token());
    const auto source =
        decompressed(meteredSource(memory(bytes), meter), *compressionOf(asBytes(bytes)), meter);
    std::array<std::byte, 100> some{};
    QVERIFY(source->read(some).hasValue());
    stop.request_stop();
    QCOMPARE(source->read(some).error().code, ErrorCode::Cancelled);
    const auto archive = ArchiveReader::open(
        meteredSource(memory(packed({{"a", many(100'000)}, {"b", "x"}}, "ustar")), meter), meter);
    QVERIFY(!archive || (*archive)->next().error().code == ErrorCode::Cancelled);
}

void TestUnpacking::compressions_data()
{
    stopIsHeard_data();
}

void TestUnpacking::compressions()
{
    QFETCH(QString, filter);
    for (const std::string& text : {std::string(), std::string("x"), many(3'000'000)}) {
        const std::string bytes = compressed(text, filter.toStdString());
        const auto kind = compressionOf(asBytes(bytes));
        QVERIFY(kind.has_value());
        QVERIFY(all(*decompressed(std::make_unique<Stream>(bytes), *kind, freeMeter()), 1000) == text);
        const auto skipping = decompressed(memory(bytes), *kind, freeMeter());
        QCOMPARE(*skipping->skip(text.size() / 2), std::uint64_t{text.size() / 2});
        QVERIFY(all(*skipping) == text.substr(text.size() / 2));
    }
}

void TestUnpacking::streamsBehindEachOther()
{
    const auto unpacked = [](const std::string& bytes) {
        return all(*decompressed(memory(bytes), Layer::Kind::Gzip, freeMeter()));
    };
    QCOMPARE(unpacked(compressed("one ") + compressed("two")), std::string("one two"));
    QCOMPARE(unpacked(compressed("one") + std::string(512, '\0')), std::string("one")); // padded
    QVERIFY(unpacked(compressed(many(65'536)) + compressed(many(65'536))).size() > 131'000);
}

void TestUnpacking::members_data()
{
    QTest::addColumn<QString>("format");
    QTest::newRow("zip") << QStringLiteral("zip");
    QTest::newRow("ustar") << QStringLiteral("ustar");
    QTest::newRow("pax") << QStringLiteral("pax");
}

void TestUnpacking::members()
{
    QFETCH(QString, format);
    const std::string bytes =
        packed({{"a/", ""}, {"a/b.txt", "bee"}, {"empty", ""}, {"c", many(100'000)}}, format.toStdString());
    const std::string expected = "a/= a/b.txt=bee empty= c=" + many(100'000) + " ";
    QVERIFY(!archiveKind(asBytes(bytes)).empty());
    QVERIFY(listed(memory(bytes)) == expected); // by the central directory
    QVERIFY(listed(std::make_unique<Stream>(bytes)) == expected);
    QCOMPARE(listed(memory(packed({}, "zip"))), std::string());
}

void TestUnpacking::namesAreOnlyNames()
{
    const Members members{
        {"../../etc/passwd", "1"}, {"/etc/shadow", "2"}, {"C:\\x", "3"}, {"a\x1b[2Jb", "4"}};
    QCOMPARE(listed(memory(packed(members))),
             std::string("../../etc/passwd=1 etc/shadow=2 C:/x=3 a\\x1b[2Jb=4 "));
}

/// libarchive converts names by the locale; ours do not depend on it.
void TestUnpacking::namesInAnyLocale()
{
    std::setlocale(LC_ALL, "C.UTF-8");
    const std::string zip = packed({{"b\xC3\xBCro.txt", "1"}});
    const std::string tar = packed({{"b\xC3\xBCro.txt", "1"}}, "pax");
    const std::string old = packed({{"b\xFCro.txt", "1"}}, "ustar"); // Windows-1252
    for (const char* locale : {"C", "C.UTF-8"}) {
        std::setlocale(LC_ALL, locale);
        for (const std::string* bytes : {&zip, &tar, &old})
            QCOMPARE(listed(memory(*bytes)), std::string("b\xC3\xBCro.txt=1 "));
    }
}

void TestUnpacking::layers()
{
    const std::string text = many(5000);
    const std::string inner = packed({{"x", "no"}, {"y.gz", compressed(utf16(text))}}, "ustar");
    const std::string outer = packed({{"n", "no"}, {"inner.tar.xz", compressed(inner, "xz")}});
    const auto through = [&](const char* chain) {
        const auto source = openThrough(memory(outer), *layersFromText(chain), freeMeter());
        return source ? all(**source) : "!" + source.error().reason;
    };
    QCOMPARE(through("member:1 xz member:1 gzip utf-16le"), text);
    QCOMPARE(through("member:0"), std::string("no"));
    QCOMPARE(through("member:2"), std::string("!the archive has no such member"));
    QVERIFY(through("member:0 member:0").starts_with("!"));
}

void TestUnpacking::layersAsText()
{
    for (const char* text : {"", "gzip", "gzip member:17 utf-16be", "member:0 bzip2", "xz zstd utf-16le"})
        QCOMPARE(toText(*layersFromText(text)), std::string(text));
    for (const char* text : {"rar", "member", "member:", "member:x", "gzip:1", "gzip  xz", "member:-1"})
        QVERIFY2(!layersFromText(text), text);
}

void TestUnpacking::whatItIs_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("is");
    const auto row = [](const char* name, const std::string& bytes, const char* is) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes) << QString::fromLatin1(is);
    };
    row("empty", "", "");
    row("text", many(1000), "");
    row("zeros", std::string(2000, '\0'), "");
    row("capture", std::string("\xd4\xc3\xb2\xa1\2\0\4\0\0\0\0\0\0\0\0\0\0\0\4\0\1\0\0\0", 24), "");
    row("begins like gzip", "\x1F\x8B", "");
    row("begins like bzip2", "BZh9 is what it says", "");
    row("begins like zip", "PK is a name", "");
    row("UTF-32", std::string("\xFF\xFE\0\0a\0\0\0", 8), "");
    row("gzip", compressed("x"), "gzip");
    row("bzip2", compressed("x", "bzip2"), "bzip2");
    row("xz", compressed("x", "xz"), "xz");
    row("zstd", compressed("x", "zstd"), "zstd");
    row("zip", packed({{"a", "b"}}), "zip");
    row("zip without members", packed({}), "zip");
    row("tar", packed({{"a", "b"}}, "ustar"), "tar");
    row("7z", packed({{"a", "b"}}, "7zip"), "7z:");
    row("rar", "Rar!\x1A\x07\x01", "rar");
    row("cab", "MSCF", "cab");
    row("old tar", packed({{"a", "b"}}, "v7tar"), "tar");
    row("little", utf16("one\n"), "UTF-16, little-endian");
    row("big", utf16("one\n", true), "UTF-16, big-endian");
    row("little without mark", utf16(many(100), false, false), "UTF-16, little-endian");
    row("big without mark", utf16(many(100), true, false), "UTF-16, big-endian");
}

void TestUnpacking::whatItIs()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, is);
    const std::string text = bytes.toStdString();
    const Bytes head = asBytes(text);
    std::string found = archiveKind(head).substr(0, 3);
    if (const auto kind = compressionOf(head))
        found += nameOf(*kind);
    if (const auto kind = utf16Of(head))
        found += nameOf(*kind);
    QCOMPARE(QString::fromStdString(found), is);
}

void TestUnpacking::utf16IsRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("big");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray() << false << QByteArray();
    QTest::newRow("the mark alone") << QByteArray("\xFF\xFE") << false << QByteArray();
    QTest::newRow("without a mark") << QByteArray("a\0b\0", 4) << false << QByteArray("ab");
    QTest::newRow("umlaut") << QByteArray("\xFF\xFE\xFC\0", 4) << false << QByteArray("\xC3\xBC");
    QTest::newRow("euro, big") << QByteArray("\xFE\xFF\x20\xAC", 4) << true << QByteArray("\xE2\x82\xAC");
    QTest::newRow("a pair") << QByteArray("\x3D\xD8\x0D\xDE", 4) << false << QByteArray("\xF0\x9F\x98\x8D");
}

void TestUnpacking::utf16IsRead()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, big);
    QFETCH(QByteArray, text);
    for (const std::size_t step : {1U, 2U, 3U, 1000U}) {
        Utf16Source source(std::make_unique<Stream>(bytes.toStdString()),
                           big ? Layer::Kind::Utf16Big : Layer::Kind::Utf16Little);
        QCOMPARE(QByteArray::fromStdString(all(source, step)), text);
        QCOMPARE(source.damaged(), std::uint64_t{0});
    }
}

void TestUnpacking::damagedUtf16()
{
    const auto read = [](const std::string& bytes, std::uint64_t damaged) {
        Utf16Source source(std::make_unique<Stream>(bytes), Layer::Kind::Utf16Little);
        const std::string text = all(source);
        return source.damaged() == damaged ? text : std::to_string(source.damaged()) + " damaged";
    };
    const std::string mark = "\xEF\xBF\xBD";
    QCOMPARE(read(std::string("a\0b", 3), 1), "a" + mark); // an odd last byte
    QCOMPARE(read(std::string("\x3D\xD8", 2), 1), mark);
    QCOMPARE(read(std::string("\x3D\xD8"
                              "a\0",
                              4),
                  1),
             mark + "a");
    QCOMPARE(read(std::string("\x0D\xDE"
                              "a\0",
                              4),
                  1),
             mark + "a");
    QCOMPARE(read(std::string("\x3D\xD8\x3D\xD8\x0D\xDE", 6), 1), mark + "\xF0\x9F\x98\x8D");
}

void TestUnpacking::hashCoversAll()
{
    HashingSource source(memory("some bytes that nobody wanted"));
    std::array<std::byte, 4> some{};
    QVERIFY(source.read(some).hasValue() && source.skip(5).hasValue());
    Sha256 digest;
    digest.add(asBytes("some bytes that nobody wanted"));
    QCOMPARE(*source.finish(), digest.finish());
    QCOMPARE(source.position(), std::uint64_t{29});
}

QTEST_APPLESS_MAIN(TestUnpacking)
#include "tst_unpacking.moc"
