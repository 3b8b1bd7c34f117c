// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>

#include <sys/stat.h>

#include "models/store/database.h"
#include "tests/store/storecase.h"

using namespace whittle;
using namespace whittle::test;

/// Reading a case changes neither the case nor what lies beside it.
class TestReadOnly : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void leavesAllAsItWas_data();
    void leavesAllAsItWas();
    void folderThatCannotBeWrittenTo();
    void whileAnotherWrites();
    void journalOfARollbackThatIsOwed();
    void damagedCaseIsNotAltered_data();
    void damagedCaseIsNotAltered();
    void pipesAreNoCases();

private:
    std::string path(const char* name = "a.whittle") const
    {
        return m_folder->filePath(QString::fromUtf8(name)).toStdString();
    }
    bool remove(const char* suffix) const { return QFile::remove(QString::fromStdString(path() + suffix)); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestReadOnly::leavesAllAsItWas_data()
{
    QTest::addColumn<bool>("killed");
    QTest::addColumn<QStringList>("lost");
    QTest::newRow("closed") << false << QStringList();
    QTest::newRow("killed") << true << QStringList();
    QTest::newRow("killed, without its shared memory") << true << QStringList{QStringLiteral("-shm")};
    QTest::newRow("killed, without its journal")
        << true << QStringList{QStringLiteral("-shm"), QStringLiteral("-wal")};
}

void TestReadOnly::leavesAllAsItWas()
{
    QFETCH(bool, killed);
    QFETCH(QStringList, lost);
    if (killed)
        QVERIFY(leaveUnfinished(path()));
    else
        addSource(*CaseFile::create(path()).value(), "kept.pcap");
    for (const QString& suffix : lost)
        QVERIFY(remove(qPrintable(suffix)));
    const Snapshot before = snapshot(m_folder->path());
    {
        const auto file = CaseFile::open(path(), CaseFile::Access::ReadOnly);
        QVERIFY2(file.hasValue(), file ? "" : toText(file.error()).c_str());
        QVERIFY((*file)->isReadOnly());
        const auto reader = (*file)->newReader();
        QVERIFY((*reader)->integrityFaults().value().empty());
        if (!lost.contains(QStringLiteral("-wal")))
            QCOMPARE(sourceCount(**file), 1U);
    }
    QCOMPARE(snapshot(m_folder->path()), before);
}

void TestReadOnly::folderThatCannotBeWrittenTo()
{
    addSource(*CaseFile::create(path()).value(), "kept.pcap");
    const QByteArray folder = m_folder->path().toLocal8Bit();
    QCOMPARE(::chmod(folder, 0555), 0);
    QCOMPARE(::chmod(path().c_str(), 0666), 0);
    const bool isRoot = ::geteuid() == 0;
    QVERIFY(!isRoot || ::seteuid(65534) == 0); // root may write anywhere
    const Snapshot before = snapshot(m_folder->path());
    std::size_t found = 0;
    std::string reason;
    if (auto file = CaseFile::open(path(), CaseFile::Access::ReadOnly))
        found += sourceCount(**file);
    if (auto file = CaseFile::open(path())) {
        found += sourceCount(**file);
        reason = (*file)->readOnlyReason();
    }
    const Snapshot after = snapshot(m_folder->path());
    QVERIFY(!isRoot || ::seteuid(0) == 0);
    QCOMPARE(::chmod(folder, 0700), 0);
    QCOMPARE(found, 2U);
    QCOMPARE(reason, std::string("its folder cannot be written to"));
    QCOMPARE(after, before);
}

void TestReadOnly::whileAnotherWrites()
{
    (void)CaseFile::create(path());
    std::shared_ptr<CaseFile> theirs;
    OtherProcess other([&] {
        theirs = CaseFile::open(path()).value();
        addSource(*theirs, "theirs.pcap");
    });
    QVERIFY(other.isReady());
    const Snapshot before = snapshot(m_folder->path());
    QVERIFY(before.contains(QStringLiteral("a.whittle-wal")));
    {
        const auto file = CaseFile::open(path(), CaseFile::Access::ReadOnly);
        QVERIFY(file.hasValue());
        QCOMPARE(sourceCount(**file), 1U);
    }
    QCOMPARE(snapshot(m_folder->path()), before);
}

/// A Whittle that was killed where there is no WAL (on a network share) has left pages in the case that are
/// to be taken back.
void TestReadOnly::journalOfARollbackThatIsOwed()
{
    (void)CaseFile::create(path());
    OtherProcess killed([&] {
        auto database = Database::open(path(), Database::Mode::ReadWrite);
        (void)database->execute("PRAGMA journal_mode = DELETE; PRAGMA cache_size = 1; BEGIN IMMEDIATE;"
                                "INSERT INTO setting(key, value) VALUES('title', zeroblob(200000));"
                                "UPDATE sqlite_sequence SET seq = 9;"
                                "INSERT INTO setting(key, value) VALUES('x', zeroblob(200000));");
        std::_Exit(0);
    });
    killed.kill();
    QVERIFY(QFile::exists(QString::fromStdString(path()) + QStringLiteral("-journal")));
    const Snapshot before = snapshot(m_folder->path());
    {
        const auto file = CaseFile::open(path(), CaseFile::Access::ReadOnly);
        QVERIFY2(file.hasValue(), file ? "" : toText(file.error()).c_str());
        const auto reader = (*file)->newReader();
        QCOMPARE((*reader)->setting("title").value(), std::string());
        QVERIFY((*reader)->integrityFaults().value().empty());
    }
    QCOMPARE(snapshot(m_folder->path()), before);
}

void TestReadOnly::damagedCaseIsNotAltered_data()
{
    QTest::addColumn<bool>("killed");
    QTest::newRow("closed") << false;
    QTest::newRow("with an import that was cut off") << true;
}

void TestReadOnly::damagedCaseIsNotAltered()
{
    QFETCH(bool, killed);
    if (killed) {
        QVERIFY(leaveUnfinished(path()));
    } else {
        auto file = CaseFile::create(path()).value();
        for (int i = 0; i < 200; ++i)
            QVERIFY((*file).writer()->setSetting("key" + std::to_string(i), std::string(100, 'x')));
    }
    QFile raw(QString::fromStdString(path()));
    QVERIFY(raw.open(QIODevice::ReadWrite) && raw.seek(qint64{2} * 4096));
    QVERIFY(raw.write(QByteArray(4096, '\x5a')) == 4096);
    raw.close();
    if (killed) // the journal must not make it whole again
        QVERIFY(remove("-wal") && remove("-shm"));
    const Snapshot before = snapshot(m_folder->path());
    {
        const auto file = CaseFile::open(path());
        QVERIFY2(file.hasValue(), file ? "" : toText(file.error()).c_str());
        QVERIFY((*file)->isReadOnly());
        QCOMPARE((*file)->readOnlyReason(),
                 std::string("it is damaged: Page 3: btreeInitPage() returns error code 11"));
    }
    QCOMPARE(snapshot(m_folder->path()), before);
}

void TestReadOnly::pipesAreNoCases()
{
    QCOMPARE(::mkfifo(path("pipe").c_str(), 0600), 0);
    for (const std::string& name : {path("pipe"), std::string("/dev/null"), m_folder->path().toStdString()}) {
        for (const auto access : {CaseFile::Access::Write, CaseFile::Access::ReadOnly}) {
            const auto opened = CaseFile::open(name, access);
            QVERIFY(!opened.hasValue());
            QVERIFY2(opened.error().reason == "not a regular file"
                         || opened.error().reason == "Is a directory",
                     opened.error().reason.c_str());
        }
    }
}

QTEST_GUILESS_MAIN(TestReadOnly)
#include "tst_readonly.moc"
