// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>

#include <sys/stat.h>

#include "tests/store/storecase.h"
#include "tests/support/unprivileged.h"

using namespace whittle;
using namespace whittle::test;

class TestCaseFile : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::string path(const char* name) const
    {
        return m_folder.filePath(QString::fromUtf8(name)).toStdString();
    }

private Q_SLOTS:
    void refusesWhatIsNoCase_data();
    void refusesWhatIsNoCase();
    void refusesToReplaceAFile();
    void isNotMadeBesideWhatIsLeftOfAnother();
    void leavesNothingWhenDiscarded();
    void aNameIsTheNameOfAFile();
    void refusesACaseOfALaterVersion();
    void refusesACaseWithoutItsTables();
    void leavesOnePlainFileWhenClosed();
    void forgetsAnImportThatDidNotComplete();
    void forgetsAnImportThatWasKilled();
    void keepsAnswersAndSettings();
    void takesAnAnswerBack();
    void opensReadOnlyWhatAnotherHasOpen();
    void opensReadOnlyWhatCannotBeWritten();
    void opensReadOnlyInAReadOnlyFolder();
    void isNotOpenedTwice();
    void copiesItself();
    void temporaryCaseLeavesNothing();
};

void TestCaseFile::refusesWhatIsNoCase_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("hello\n");
    QTest::newRow("a cut header") << QByteArray("SQLite format 3\0", 16);
    QTest::newRow("another program's database")
        << QByteArray("SQLite format 3\0", 16) + QByteArray(200, '\0');
}

void TestCaseFile::refusesWhatIsNoCase()
{
    QFETCH(QByteArray, content);
    QFile file(QString::fromStdString(path("foreign.whittle")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    const auto opened = CaseFile::open(path("foreign.whittle"));
    QVERIFY(!opened.hasValue());
    QCOMPARE(opened.error().code, ErrorCode::ForeignFile);
    QCOMPARE(opened.error().subject, path("foreign.whittle"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), content);
    QVERIFY(!looksLikeCase(path("foreign.whittle")));
}

/// SQLite would play it into the new case.
void TestCaseFile::isNotMadeBesideWhatIsLeftOfAnother()
{
    const std::string name = path("left.whittle");
    for (const std::string_view suffix : besideCase) {
        QFile left(QString::fromStdString(name + std::string(suffix)));
        QVERIFY(left.open(QIODevice::WriteOnly));
        const auto made = CaseFile::create(name);
        QVERIFY(!made.hasValue());
        QCOMPARE(made.error().code, ErrorCode::CaseInUse);
        QVERIFY(!QFile::exists(QString::fromStdString(name)));
        QVERIFY(left.remove());
    }
    QVERIFY(CaseFile::create(name).hasValue());
}

void TestCaseFile::leavesNothingWhenDiscarded()
{
    const auto left = [&] {
        return QDir(m_folder.path()).entryList({QStringLiteral("discarded.whittle*")}).size();
    };
    {
        auto file = CaseFile::create(path("discarded.whittle")).value();
        addSource(*file, "a.pcap");
        QVERIFY(left() > 1); // a journal is beside it
        file->discard();
    }
    QCOMPARE(left(), 0);
}

/// Not that of a database in memory, nor a URI.
void TestCaseFile::aNameIsTheNameOfAFile()
{
    const QString before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(m_folder.path()));
    for (const std::string name : {":memory:", "file:x.whittle"}) {
        {
            auto file = CaseFile::create(name);
            QVERIFY2(file.hasValue(), name.c_str());
            QVERIFY(!(*file)->isReadOnly());
            addSource(**file, "a.pcap");
        }
        const auto again = CaseFile::open(m_folder.path().toStdString() + "/" + name);
        QVERIFY2(again.hasValue(), again ? "" : toText(again.error()).c_str());
        QCOMPARE(sourceCount(**again), 1U);
    }
    QVERIFY(QDir::setCurrent(before));
}

void TestCaseFile::refusesToReplaceAFile()
{
    QFile file(QString::fromStdString(path("existing.txt")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("mine");
    file.close();
    QVERIFY(!CaseFile::create(path("existing.txt")).hasValue());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("mine"));
    QCOMPARE(QDir(m_folder.path()).entryList({QStringLiteral("existing.txt*")}).size(), 1);
}

void TestCaseFile::refusesACaseOfALaterVersion()
{
    const std::string name = path("later.whittle");
    QVERIFY(CaseFile::create(name).hasValue());
    {
        auto database = Database::open(name, Database::Mode::ReadWrite);
        QVERIFY(database->execute("PRAGMA user_version = 99").hasValue());
    }
    const auto opened = CaseFile::open(name);
    QVERIFY(!opened.hasValue());
    QCOMPARE(opened.error().code, ErrorCode::NewerCase);
    QVERIFY(looksLikeCase(name));
}

void TestCaseFile::refusesACaseWithoutItsTables()
{
    const std::string name = path("holes.whittle");
    QVERIFY(CaseFile::create(name).hasValue());
    {
        auto database = Database::open(name, Database::Mode::ReadWrite);
        QVERIFY(database->execute("DROP TABLE train").hasValue());
    }
    const auto opened = CaseFile::open(name);
    QVERIFY(!opened.hasValue());
    QCOMPARE(opened.error().code, ErrorCode::Malformed);
}

void TestCaseFile::leavesOnePlainFileWhenClosed()
{
    const std::string name = path("plain.whittle");
    {
        auto file = CaseFile::create(name);
        QVERIFY(file.hasValue());
        addSource(**file, "a.pcap");
    }
    QCOMPARE(QDir(m_folder.path()).entryList({QStringLiteral("plain.whittle*")}),
             QStringList{QStringLiteral("plain.whittle")});
    auto again = CaseFile::open(name);
    QVERIFY(again.hasValue());
    QVERIFY(!(*again)->isReadOnly());
    QCOMPARE(sourceCount(**again), 1U);
}

void TestCaseFile::forgetsAnImportThatDidNotComplete()
{
    auto file = CaseFile::create(path("cancelled.whittle"));
    addSource(**file, "kept.pcap");
    {
        auto writer = (*file)->writer()->addSource("cancelled.pcap", "/x");
        for (std::uint64_t frame = 1; frame < 20'000; ++frame)
            (*writer)->event(nak(frame));
        QCOMPARE(sourceCount(**file), 1U); // under way: nobody sees it
    }
    QCOMPARE(sourceCount(**file), 1U);
    auto database = Database::open(path("cancelled.whittle"), Database::Mode::ReadOnly);
    QCOMPARE(database->integer("SELECT sum(count) FROM event_block").value(), 1);
    QCOMPARE(database->integer("SELECT count(*) FROM kind").value(), 1);
}

void TestCaseFile::forgetsAnImportThatWasKilled()
{
    const std::string name = path("killed.whittle");
    QVERIFY(leaveUnfinished(name));
    auto file = CaseFile::open(name);
    QVERIFY(file.hasValue());
    QCOMPARE(sourceCount(**file), 1U);
    auto database = Database::open(name, Database::Mode::ReadOnly);
    QCOMPARE(database->integer("SELECT sum(count) FROM event_block").value(), 1);
    QVERIFY((*file)->newReader().value()->integrityFaults().value().empty());
}

void TestCaseFile::keepsAnswersAndSettings()
{
    const std::string name = path("answers.whittle");
    {
        auto file = CaseFile::create(name);
        QVERIFY((*file)->writer()->setAnswer("periodic", "yes").hasValue());
        QVERIFY((*file)->writer()->setAnswer("period-hours", "36").hasValue());
        QVERIFY((*file)->writer()->setAnswer("periodic", "no").hasValue());
        QVERIFY((*file)->writer()->setSetting("title", "Warehouse 'phones'").hasValue());
    }
    auto file = CaseFile::open(name);
    const auto reader = (*file)->newReader();
    const auto answers = (*reader)->answers().value();
    QCOMPARE(answers.size(), 2U);
    QCOMPARE(answers[0].question, std::string("period-hours"));
    QCOMPARE(answers[1].question, std::string("periodic")); // answered last
    QCOMPARE(answers[1].value, std::string("no"));
    QCOMPARE((*reader)->setting("title").value(), std::string("Warehouse 'phones'"));
    QCOMPARE((*reader)->setting("absent").value(), std::string());
}

void TestCaseFile::takesAnAnswerBack()
{
    auto file = CaseFile::create(path("back.whittle"));
    QVERIFY((*file)->writer()->setAnswer("periodic", "yes").hasValue());
    QVERIFY((*file)->writer()->removeAnswer("periodic").hasValue());
    QVERIFY((*file)->writer()->removeAnswer("never-given").hasValue());
    QVERIFY((*file)->newReader().value()->answers().value().empty());
}

void TestCaseFile::opensReadOnlyWhatAnotherHasOpen()
{
    const std::string name = path("theirs.whittle");
    QVERIFY(CaseFile::create(name).hasValue());
    std::shared_ptr<CaseFile> theirs;
    const OtherProcess other([&] {
        theirs = CaseFile::open(name).value();
        addSource(*theirs, "theirs.pcap");
    });
    QVERIFY(other.isReady());
    {
        auto file = CaseFile::open(name);
        QVERIFY(file.hasValue());
        QVERIFY((*file)->isReadOnly());
        QCOMPARE((*file)->readOnlyReason(), std::string("another Whittle has it open"));
        QCOMPARE(sourceCount(**file), 1U);
    }
}

void TestCaseFile::opensReadOnlyWhatCannotBeWritten()
{
    const std::string name = path("readonly.whittle");
    {
        auto file = CaseFile::create(name);
        addSource(**file, "a.pcap");
    }
    const test::Unprivileged unprivileged;
    QCOMPARE(::chmod(name.c_str(), 0444), 0);
    auto file = CaseFile::open(name);
    QVERIFY(file.hasValue());
    QVERIFY((*file)->isReadOnly());
    QCOMPARE((*file)->readOnlyReason(), std::string("the file cannot be written to"));
    QCOMPARE(sourceCount(**file), 1U);
}

void TestCaseFile::opensReadOnlyInAReadOnlyFolder()
{
    const std::string folder = path("folder");
    QCOMPARE(::mkdir(folder.c_str(), 0700), 0);
    {
        auto file = CaseFile::create(folder + "/a.whittle");
        addSource(**file, "a.pcap");
    }
    const test::Unprivileged unprivileged;
    QCOMPARE(::chmod(folder.c_str(), 0500), 0);
    {
        const auto file = CaseFile::open(folder + "/a.whittle");
        QVERIFY(file.hasValue());
        QVERIFY((*file)->isReadOnly());
        QCOMPARE((*file)->readOnlyReason(), std::string("its folder cannot be written to"));
        QCOMPARE(sourceCount(**file), 1U);
    }
    QCOMPARE(::chmod(folder.c_str(), 0700), 0);
}

void TestCaseFile::isNotOpenedTwice()
{
    const std::string name = path("twice.whittle");
    auto first = CaseFile::create(name);
    const auto second = CaseFile::open(name);
    QVERIFY(!second.hasValue());
    QCOMPARE(second.error().code, ErrorCode::CaseInUse);
    QVERIFY(looksLikeCase(name));
    first = Error{ErrorCode::Cancelled, "closed"};
    QVERIFY(CaseFile::open(name).hasValue());
}

void TestCaseFile::copiesItself()
{
    auto file = CaseFile::create(path("original.whittle"));
    addSource(**file, "a.pcap");
    QVERIFY((*file)->copyTo(path("copy.whittle")).hasValue());
    auto copy = CaseFile::open(path("copy.whittle"));
    QVERIFY(copy.hasValue());
    QCOMPARE(sourceCount(**copy), 1U);
    QVERIFY(!(*file)->copyTo("/nowhere/copy.whittle").hasValue());
}

void TestCaseFile::temporaryCaseLeavesNothing()
{
    QString folder;
    {
        auto file = CaseFile::createTemporary();
        QVERIFY(file.hasValue());
        QVERIFY((*file)->isTemporary());
        addSource(**file, "a.pcap");
        const QFileInfo info(QString::fromStdString((*file)->path()));
        QVERIFY(info.exists());
        folder = info.path();
        struct stat status {
        };
        QCOMPARE(::stat(folder.toLocal8Bit(), &status), 0);
        QCOMPARE(status.st_mode & 0777, 0700U); // nobody else may look
    }
    QVERIFY(!QFileInfo::exists(folder));
}

QTEST_GUILESS_MAIN(TestCaseFile)
#include "tst_casefile.moc"
