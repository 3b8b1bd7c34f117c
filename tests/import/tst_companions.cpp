// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/import/companion.h"
#include "tests/support/casefolder.h"
#include "tests/support/casesources.h"
#include "tests/support/packing.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

std::string problemsOf(const std::vector<Problem>& problems)
{
    std::string text;
    for (const Problem& problem : problems) {
        text += (problem.severity == Severity::Info         ? "info "
                     : problem.severity == Severity::Notice ? "notice "
                                                            : "error ")
            + problem.id;
        for (const std::string& argument : problem.arguments)
            text += problem.id == "import.name-promises-other" ? " " + argument : "";
        text += "; ";
    }
    return text;
}

} // namespace

/// What is told of a file by its name.
class TestCompanions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void kinds_data();
    void kinds();
    void passedOver_data();
    void passedOver();
    void bytesDecide();
    void brokenPromises_data();
    void brokenPromises();
    void promiseOfACopy();
};

void TestCompanions::kinds_data()
{
    QTest::addColumn<bool>("isCompanion");
    for (const char* name : {"SDL001_100.index", "cm/trace/ccm/sdl/SDL002_200.index", "sdl001_100.INDEX.gz",
                             ".DS_Store", "a/._ccm00000001.txt", "Thumbs.db", "x/desktop.ini"})
        QTest::newRow(name) << true;
    for (const char* name : {"SDL001_100_000001.txt", "index", "notes.index", "SDL001_100.index/a.txt",
                             "thumbs.db.txt", "DS_Store", ""})
        QTest::newRow(name) << false;
}

void TestCompanions::kinds()
{
    QFETCH(bool, isCompanion);
    QCOMPARE(!companionKind(QTest::currentDataTag()).empty(), isCompanion);
}

void TestCompanions::passedOver_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("text") << QByteArray("SDL001_100_000001.txt 17\n");
    QTest::newRow("binary") << QByteArray("\x01\0\0\0\x64", 5);
    QTest::newRow("empty") << QByteArray();
}

void TestCompanions::passedOver()
{
    QFETCH(QByteArray, bytes);
    const CaseFolder folder;
    const auto file = folder.newCase();
    const auto outcome = CaseFolder::import(*file, folder.write("SDL001_100.index", bytes.toStdString()));
    QCOMPARE(outcome.format, std::string("unknown"));
    QCOMPARE(problemsOf(outcome.problems), std::string("info import.companion; "));
}

void TestCompanions::bytesDecide()
{
    const CaseFolder folder;
    const auto file = folder.newCase();
    const auto outcome = CaseFolder::import(
        *file, folder.write("SDL001_100.index", contentOf(sampleFolder() / "SEP001E7A24429A.log")));
    QCOMPARE(outcome.format, std::string("phone-console"));
    QCOMPARE(problemsOf(outcome.problems), std::string());
}

void TestCompanions::brokenPromises_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("told");
    const std::string log = contentOf(sampleFolder() / "SEP001E7A24429A.log");
    const auto row = [](const char* name, const std::string& bytes, const char* told) {
        QTest::newRow(name)
            << QByteArray::fromStdString(bytes)
            << (*told
                    ? QStringLiteral("notice import.name-promises-other %1; ").arg(QString::fromLatin1(told))
                    : QString());
    };
    row("a.pcap", log, "pcap phone-console");
    row("a.pcap.gz", compressed(log), "pcap phone-console");
    row("a.log.gz", log, "gzip phone-console"); // a browser unpacked it
    row("a.log.gz ", log, "");
    row("b.log.gz", compressed(log), "");
    row("c.log.xz", compressed(log), "xz phone-console");
    row("d.log.bz2", compressed(compressed(log, "bzip2")), "");
    row("e.pcap", packed({{"a.log", log}}), "pcap archive");
    row("f.tgz", packed({{"a.log", log}}, "ustar"), "gzip archive");
    row("g.tgz", compressed(packed({{"a.log", log}}, "ustar")), "");
    row("h.zip", packed({{"a.log", log}}, "ustar"), "");
    row("i.zip", log, "archive phone-console");
}

void TestCompanions::brokenPromises()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, told);
    const CaseFolder folder;
    const auto file = folder.newCase();
    const auto outcome =
        CaseFolder::import(*file, folder.write(QTest::currentDataTag(), bytes.toStdString()));
    QCOMPARE(QString::fromStdString(problemsOf(outcome.problems)), told);
}

void TestCompanions::promiseOfACopy()
{
    const CaseFolder folder;
    const auto file = folder.newCase();
    const std::string log = contentOf(sampleFolder() / "SEP001E7A24429A.log");
    CaseFolder::import(*file, folder.write("a.log", log));
    const auto copy = CaseFolder::import(*file, folder.write("b.pcap.gz", compressed(log)));
    QCOMPARE(
        problemsOf(copy.problems),
        std::string("info import.already-in-case; notice import.name-promises-other pcap phone-console; "));
}

QTEST_APPLESS_MAIN(TestCompanions)
#include "tst_companions.moc"
