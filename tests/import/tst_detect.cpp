// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/evidence/layers.h"
#include "models/import/detect.h"
#include "tests/support/casefolder.h"
#include "tests/support/casesources.h"
#include "tests/support/packing.h"

using namespace whittle;
using namespace whittle::test;

/// What is said of bytes that no format reads.
class TestDetect : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foreignFilesAreNamed_data();
    void foreignFilesAreNamed();
    void ownFormatsComeFirst();
    void textsAreNotForeign_data();
    void textsAreNotForeign();
    void anEmptyFileIsCalledEmpty();
    void officeDocumentIsNoArchive();
    void sevenZipInsideIsNamed();
};

void TestDetect::foreignFilesAreNamed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* says, const std::string& bytes) {
        QTest::newRow(says) << QByteArray::fromStdString(bytes) << QString::fromLatin1(says);
    };
    using namespace std::string_literals;
    row("lz4 -d", "\x04\x22\x4D\x18\x64\x40\xA7"s);
    row("lzip -d", "LZIP\x01\x0C"s);
    row("ISO 9660", std::string(0x8001, '\0') + "CD001\x01");
    row("PGP", "-----BEGIN PGP MESSAGE-----\n\nhQEMA\n"s);
    row("OpenSSL", "Salted__\x12\x34\x56\x78"s);
    row("Network Monitor;", "GMBU\0\x02\x01\0"s);
    row("Windows event log", "ElfFile\0\0\0\0\0"s);
    row("old Windows", "\x30\0\0\0LfLe\x01\0\0\0"s);
    row("etl", std::string(72, '\0') + "\x02\0\x02\xC0"s);
    row("registry", "regf\x01\0\0\0"s);
    row("performance counters", "\"(PDH-CSV 4.0) (GMT)(0)\",\"\\\\cucm\\Memory\\Used\"\r\n"s);
    row("its tables as CSV", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0"s);
    row("save its text", "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"s);
    row("picture", "\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR"s);
    row("a program", "MZ\x90\0\x03\0\0\0"s);
    row("SQLite", "SQLite format 3\0\x10\0\x01\x01"s);
}

void TestDetect::foreignFilesAreNamed()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, says);
    const std::string head = bytes.toStdString();
    const Detected detected = detect(asBytes(head));
    QVERIFY(!detected.format);
    QVERIFY2(QString::fromStdString(detected.reason).contains(says), detected.reason.c_str());
    for (std::size_t length = 0; length < std::min<std::size_t>(head.size(), 100); ++length)
        QVERIFY(!detect(asBytes(head).first(length)).format); // and nothing is read beyond the end
}

void TestDetect::ownFormatsComeFirst()
{
    for (const fs::path& path : sampleFiles()) {
        const std::string bytes = contentOf(path).substr(0, 65'536);
        QVERIFY2(detect(asBytes(bytes)).format, path.c_str());
    }
}

void TestDetect::textsAreNotForeign_data()
{
    QTest::addColumn<QByteArray>("bytes");
    for (const char* text : {"Dear Sir,\n", "070701 12:00:00 started\n", "MZ is no program\n",
                             "RIF is a name\n", "ls -lh /var/log\n", "BEGIN\n", "{\"rtf\": 1}\n"})
        QTest::newRow(qPrintable(QString::fromLatin1(text).simplified())) << QByteArray(text);
}

void TestDetect::textsAreNotForeign()
{
    QFETCH(QByteArray, bytes);
    const std::string head = bytes.toStdString();
    const std::string reason = detect(asBytes(head)).reason;
    QVERIFY2(reason.starts_with("its beginning fits none") || reason.starts_with("nearest to"),
             reason.c_str());
}

void TestDetect::anEmptyFileIsCalledEmpty()
{
    QVERIFY(!detect({}).format);
    QCOMPARE(detect({}).reason, std::string("empty: 0 bytes"));
}

/// It is a zip, whose members say nothing to anybody.
void TestDetect::officeDocumentIsNoArchive()
{
    const CaseFolder folder;
    const auto file = folder.newCase();
    const std::string sheet = packed({{"[Content_Types].xml", "<Types/>"}, {"xl/workbook.xml", "<x/>"}});
    QVERIFY(archiveKind(asBytes(sheet)).empty());
    CaseFolder::import(*file, folder.write("book.xlsx", sheet));
    QCOMPARE(summary(*file), std::string("book.xlsx unknown none; "));
    QVERIFY(source(*file, "book.xlsx").formatReason.starts_with("a document"));
}

void TestDetect::sevenZipInsideIsNamed()
{
    const CaseFolder folder;
    const auto file = folder.newCase();
    const std::string inner = packed({{"a.log", "x\n"}}, "7zip");
    CaseFolder::import(*file, folder.write("a.zip", packed({{"b.7z", inner}})));
    QCOMPARE(summary(*file), std::string("a.zip archive none; a.zip/b.7z unknown none; "));
    QVERIFY(source(*file, "a.zip/b.7z").formatReason.starts_with("a 7-Zip archive"));
}

QTEST_GUILESS_MAIN(TestDetect)
#include "tst_detect.moc"
