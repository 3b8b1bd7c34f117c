// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/support/casefolder.h"
#include "tests/support/casesources.h"
#include "tests/support/otherarchives.h"

using namespace whittle;
using namespace whittle::test;

/// Archives of 7-Zip, WinRAR and Windows, in a file.
class TestOtherArchives : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void membersAreRead_data();
    void membersAreRead();
    void cutIsTold_data() { membersAreRead_data(); }
    void cutIsTold();
    void anyByteMayBeWrong_data() { membersAreRead_data(); }
    void anyByteMayBeWrong();

private:
    static std::string console() { return contentOf(sampleFolder() / "SEP001E7A24429A.log"); }
    std::unique_ptr<CaseFolder> m_folder;
    std::shared_ptr<CaseFile> m_file;
};

void TestOtherArchives::init()
{
    m_folder = std::make_unique<CaseFolder>();
    m_file = m_folder->newCase();
}

void TestOtherArchives::membersAreRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("reason");
    const Members members{{"a.txt", "one\n"}, {"SEP.log", console()}, {"z.txt", "two\n"}};
    const auto row = [](const char* name, const std::string& bytes, const char* reason) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes) << QString::fromLatin1(reason);
    };
    row("7z", packed(members, "7zip"), "7z: signature 377abcaf271c");
    row("rar 4", rar4(members), "rar: signature 526172211a07");
    row("rar 5", rar5(members), "rar: signature 526172211a07");
    row("cab", cab(members), "cab: signature 4d534346");
}

void TestOtherArchives::membersAreRead()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, reason);
    const auto outcome = CaseFolder::import(*m_file, m_folder->write("x", bytes.toStdString()));
    QVERIFY2(outcome.problems.empty(), problemsOf(*m_file, "x").c_str());
    QCOMPARE(summary(*m_file),
             std::string("x archive none; x/SEP.log phone-console events; x/a.txt unknown none; "
                         "x/z.txt unknown none; "));
    QCOMPARE(QString::fromStdString(source(*m_file, "x").formatReason), reason);
    QCOMPARE(source(*m_file, "x/SEP.log").bytes, std::uint64_t{console().size()});
    const std::string line = record(*m_file, "x/SEP.log", 40);
    QVERIFY2(line.size() > 10 && console().find("\n" + line + "\n") != std::string::npos, line.c_str());
}

void TestOtherArchives::cutIsTold()
{
    QFETCH(QByteArray, bytes);
    const auto outcome =
        CaseFolder::import(*m_file, m_folder->write("x", bytes.left(bytes.size() / 2).toStdString()));
    QCOMPARE(outcome.state, ImportOutcome::State::Imported);
    QVERIFY(!outcome.problems.empty());
    QCOMPARE(outcome.problems.front().severity, Severity::DataLoss);
}

/// Whatever comes of it, it ends, and what is told is whole.
void TestOtherArchives::anyByteMayBeWrong()
{
    QFETCH(QByteArray, bytes);
    for (qsizetype i = 0; i < 40; ++i) {
        QByteArray wrong = bytes;
        const qsizetype at = i < 30 ? 8 + i * 3 : bytes.size() - (i - 29) * 4;
        wrong[at] = static_cast<char>(wrong[at] ^ 0xFF);
        const auto outcome = CaseFolder::import(*m_file, m_folder->write("x", wrong.toStdString()));
        QVERIFY(outcome.state != ImportOutcome::State::Cancelled);
        QVERIFY(outcome.state != ImportOutcome::State::Failed || !outcome.error->reason.empty());
        QVERIFY(m_file->newReader().value()->integrityFaults()->empty());
    }
}

QTEST_GUILESS_MAIN(TestOtherArchives)
#include "tst_otherarchives.moc"
