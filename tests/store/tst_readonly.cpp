// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>

#include <csignal>
#include <thread>

#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "models/store/database.h"
#include "models/store/opencases.h"
#include "tests/store/storecase.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

/// While it lives, this process can write no byte to any file.
class NoWriting
{
public:
    NoWriting()
    {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit none{0, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &none);
    }
    ~NoWriting()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        (void)std::signal(SIGXFSZ, m_handler);
    }
    NoWriting(const NoWriting&) = delete;
    NoWriting& operator=(const NoWriting&) = delete;

private:
    void (*m_handler)(int) = std::signal(SIGXFSZ, SIG_IGN);
    rlimit m_before{};
};

/// A file system in memory that holds little, and that no other process sees.
class SmallDisk
{
public:
    explicit SmallDisk(const QString& folder)
        : m_folder(folder)
        , m_isMounted(QDir().mkpath(folder) && ::unshare(CLONE_NEWNS) == 0
                      && ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0
                      && ::mount("tmpfs", folder.toLocal8Bit(), "tmpfs", 0, "size=4m") == 0)
    {
    }
    ~SmallDisk()
    {
        if (m_isMounted)
            ::umount2(m_folder.toLocal8Bit(), MNT_DETACH);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

    bool isMounted() const { return m_isMounted; }
    const QString& folder() const { return m_folder; }
    /// Leaves that much free.
    bool fill(int kilobytes) const
    {
        QFile file(m_folder + QStringLiteral("/filling"));
        if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            return false;
        while (file.write(QByteArray(4096, 'x')) == 4096) { }
        return file.resize((file.size() / 4096 - kilobytes / 4) * 4096);
    }

private:
    QString m_folder;
    bool m_isMounted;
};

} // namespace

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
    void nobodyBeginsToWriteMeanwhile();
    void isOfOneMoment();
    void isSoundWhileAnotherThreadWrites();
    void whereNothingCanBeWritten();
    void onAFullDisk_data();
    void onAFullDisk();
    void journalOfARollbackThatIsOwed();
    void whoMayWriteNeedsNoCopy();
    void damagedCaseIsNotAltered_data();
    void damagedCaseIsNotAltered();
    void errorsNameTheCaseNotItsCopy();
    void pipesAreNoCases();

private:
    std::string path(const char* name = "a.whittle") const
    {
        return m_folder->filePath(QString::fromUtf8(name)).toStdString();
    }
    /// A Whittle that was killed where there is no WAL (on a network share) has left pages in the case that
    /// are to be taken back.
    bool leaveRollback() const;
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

/// What is read as if on read-only media must not change, not even by a Whittle that opens it now.
void TestReadOnly::nobodyBeginsToWriteMeanwhile()
{
    QVERIFY(leaveUnfinished(path()));
    QVERIFY(remove("-wal") && remove("-shm"));
    auto file = CaseFile::open(path(), CaseFile::Access::ReadOnly);
    QVERIFY2(file.hasValue(), file ? "" : toText(file.error()).c_str());
    const auto reasonOfAnother = [&] {
        QFile::remove(m_folder->filePath(QStringLiteral("reason")));
        const OtherProcess other([&] {
            OpenCases::instance().erase(*fileKey(path())); // which this process has
            const auto theirs = CaseFile::open(path());
            QFile reason(m_folder->filePath(QStringLiteral("reason")));
            if (theirs && reason.open(QIODevice::WriteOnly))
                reason.write((*theirs)->readOnlyReason().c_str());
        });
        return QString::fromUtf8(bytesOf(path("reason")));
    };
    QCOMPARE(reasonOfAnother(), QStringLiteral("another Whittle has it open"));
}

/// What another Whittle writes between two statements of a reader is no fault of the case.
void TestReadOnly::isOfOneMoment()
{
    const auto file = CaseFile::create(path()).value();
    const auto reader = file->newReader().value();
    {
        const auto snapshot = reader->snapshot();
        QVERIFY(snapshot.hasValue());
        QCOMPARE(reader->setting("title").value(), std::string());
        QVERIFY(file->writer()->setSetting("title", "new").hasValue());
        QCOMPARE(reader->setting("title").value(), std::string());
        QVERIFY(reader->integrityFaults().value().empty()); // one within the other
        QCOMPARE(reader->setting("title").value(), std::string());
    }
    QCOMPARE(reader->setting("title").value(), std::string("new"));
}

void TestReadOnly::isSoundWhileAnotherThreadWrites()
{
    const auto file = CaseFile::create(path()).value();
    const auto reader = file->newReader().value();
    const std::jthread writing([&](const std::stop_token& stop) {
        for (int i = 0; !stop.stop_requested(); ++i)
            (void)file->writer()->setSetting("title", std::to_string(i));
    });
    for (int i = 0; i < 100; ++i)
        QCOMPARE(reader->integrityFaults().value(), std::vector<std::string>{});
}

void TestReadOnly::whereNothingCanBeWritten()
{
    addSource(*CaseFile::create(path()).value(), "kept.pcap");
    const Snapshot before = snapshot(m_folder->path());
    {
        const NoWriting noWriting;
        const auto file = CaseFile::open(path());
        QVERIFY2(file.hasValue(), file ? "" : toText(file.error()).c_str());
        QVERIFY((*file)->isReadOnly());
        QCOMPARE(sourceCount(**file), 1U);
    }
    QCOMPARE(snapshot(m_folder->path()), before);
}

void TestReadOnly::onAFullDisk_data()
{
    QTest::addColumn<int>("kilobytes");
    for (const int kilobytes : {0, 4})
        QTest::addRow("%d KiB are free", kilobytes) << kilobytes;
}

void TestReadOnly::onAFullDisk()
{
    QFETCH(int, kilobytes);
    const SmallDisk disk(m_folder->filePath(QStringLiteral("disk")));
    if (!disk.isMounted())
        QSKIP("a file system can be mounted by root alone");
    const std::string name = disk.folder().toStdString() + "/a.whittle";
    addSource(*CaseFile::create(name).value(), "kept.pcap");
    QVERIFY(disk.fill(kilobytes));
    const QStringList before = QDir(disk.folder()).entryList(QDir::Files);
    const QByteArray bytes = bytesOf(name);
    {
        const auto file = CaseFile::open(name);
        QVERIFY2(file.hasValue(), file ? "" : toText(file.error()).c_str());
        QVERIFY((*file)->isReadOnly());
        QCOMPARE((*file)->readOnlyReason(), std::string("there is no room on its disk"));
        QCOMPARE(sourceCount(**file), 1U);
        QVERIFY((*file)->newReader().value()->integrityFaults().value().empty());
        QCOMPARE(QDir(disk.folder()).entryList(QDir::Files), before);
    }
    QCOMPARE(QDir(disk.folder()).entryList(QDir::Files), before);
    if (kilobytes == 0)
        QCOMPARE(bytesOf(name), bytes);
}

bool TestReadOnly::leaveRollback() const
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
    return QFile::exists(QString::fromStdString(path()) + QStringLiteral("-journal"));
}

/// Whoever may write takes back in place what was never finished, also where there is no room for a copy.
void TestReadOnly::whoMayWriteNeedsNoCopy()
{
    QVERIFY(leaveRollback());
    const QByteArray before = qgetenv("TMPDIR");
    qputenv("TMPDIR", "/nowhere");
    const auto file = CaseFile::open(path());
    before.isNull() ? qunsetenv("TMPDIR") : qputenv("TMPDIR", before);
    QVERIFY2(file.hasValue(), file ? "" : toText(file.error()).c_str());
    QVERIFY(!(*file)->isReadOnly());
    const auto reader = (*file)->newReader();
    QCOMPARE((*reader)->setting("title").value(), std::string());
    QVERIFY((*reader)->integrityFaults().value().empty());
}

void TestReadOnly::journalOfARollbackThatIsOwed()
{
    QVERIFY(leaveRollback());
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

/// What a killed Whittle left can only be read in a copy; where both are damaged, nobody knows of that.
void TestReadOnly::errorsNameTheCaseNotItsCopy()
{
    QVERIFY(leaveUnfinished(path()));
    QVERIFY(remove("-shm"));
    for (const char* suffix : {"", "-wal"}) {
        QFile raw(QString::fromStdString(path() + suffix));
        QVERIFY(raw.open(QIODevice::ReadWrite) && raw.seek(100));
        QVERIFY(raw.write(QByteArray(static_cast<int>(raw.size()) - 100, '\x5a')) > 0);
    }
    for (const auto access : {CaseFile::Access::Write, CaseFile::Access::ReadOnly}) {
        const auto opened = CaseFile::open(path(), access);
        QVERIFY(!opened.hasValue());
        QCOMPARE(opened.error().subject, path());
    }
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
