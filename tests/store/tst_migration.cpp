// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>

#include <sys/stat.h>

#include "models/store/schema.h"
#include "tests/store/storecase.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

/// All that a case of version 1 holds, as text.
std::vector<std::string> contents(const std::string& path)
{
    const auto database = Database::open(path, Database::Mode::Immutable);
    std::vector<std::string> rows;
    for (const Table& table : allTables()) {
        if (table.since > 1)
            continue;
        auto row = database->prepare("SELECT " + std::string(table.columns) + " FROM " + table.name
                                     + " ORDER BY " + table.key);
        while (row->step().value()) {
            std::string text = table.name;
            for (int i = 0; i < row->columns(); ++i)
                text += '|' + std::string(row->text(i));
            rows.push_back(std::move(text));
        }
    }
    return rows;
}

std::int64_t versionOf(const std::string& path)
{
    return Database::open(path, Database::Mode::Immutable)->integer("PRAGMA user_version").value();
}

} // namespace

/// A case of version 1, as it was written then, and what becomes of it.
class TestMigration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsAllThatWasThere();
    void isReadAsItIs();
    void withoutRoomForACopyNothingIsChanged();
    void killedOnTheWay();
    void killedAfterwards();
    void failedOnTheWay();
    void aLaterVersionIsLeftAlone();
    void aLaterVersionInTheJournalIsLeftAlone();
    void aVersionThatIsNotThatOfItsTables();
    void eventsOfVersion2();
    void damageOfVersion2StaysKnown();

private:
    QString file(const char* suffix = "") const
    {
        return m_folder->filePath(QStringLiteral("old.whittle") + QString::fromLatin1(suffix));
    }
    std::string path(const char* suffix = "") const { return file(suffix).toStdString(); }

    /// Puts the case of version 2 in the place of that of version 1.
    void takeVersion2() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestMigration::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QFile::copy(QStringLiteral(WHITTLE_SOURCE_DIR "/tests/data/cases/version1.whittle"), file()));
    QVERIFY(QFile::setPermissions(file(), QFile::ReadOwner | QFile::WriteOwner));
    QCOMPARE(versionOf(path()), 1);
}

void TestMigration::keepsAllThatWasThere()
{
    const auto before = contents(path());
    QVERIFY(before.size() > 100);
    {
        const auto opened = CaseFile::open(path());
        QVERIFY2(opened.hasValue(), opened ? "" : toText(opened.error()).c_str());
        QVERIFY(!(*opened)->isReadOnly());
        QCOMPARE((*opened)->version(), CaseFile::schemaVersion);
        const auto reader = (*opened)->newReader();
        QCOMPARE((*reader)->integrityFaults().value(), std::vector<std::string>{});
        QCOMPARE((*reader)->sources()->size(), 2U);
        QVERIFY((*opened)->writer()->setMark({SourceId{2}, {PlaceUnit::Frame, 1}, 0}, "here").hasValue());
        QCOMPARE((*reader)->marks()->size(), 1U);
    }
    QCOMPARE(versionOf(path()), CaseFile::schemaVersion);
    QCOMPARE(contents(path()), before);
    QCOMPARE(versionOf(path(".v1-backup")), 1);
    QCOMPARE(contents(path(".v1-backup")), before);
    struct stat status {
    };
    QCOMPARE(::stat(path(".v1-backup").c_str(), &status), 0);
    QCOMPARE(status.st_mode & 0777, 0600U); // for nobody whom the case is not for
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 2);
}

void TestMigration::isReadAsItIs()
{
    const Snapshot before = snapshot(m_folder->path());
    {
        const auto opened = CaseFile::open(path(), CaseFile::Access::ReadOnly);
        QVERIFY2(opened.hasValue(), opened ? "" : toText(opened.error()).c_str());
        QCOMPARE((*opened)->version(), 1);
        const auto reader = (*opened)->newReader();
        QCOMPARE((*reader)->sources()->size(), 2U);
        QCOMPARE((*reader)->answers()->size(), 2U);
        QVERIFY((*reader)->marks()->empty());
        QVERIFY(!(*reader)->lastAction()->has_value());
        QCOMPARE((*reader)->integrityFaults().value(), std::vector<std::string>{});
    }
    QCOMPARE(snapshot(m_folder->path()), before);
}

void TestMigration::withoutRoomForACopyNothingIsChanged()
{
    QVERIFY(QDir().mkpath(file(".v1-backup/in the way")));
    const Snapshot before = snapshot(m_folder->path());
    {
        const auto opened = CaseFile::open(path());
        QVERIFY(opened.hasValue());
        QVERIFY((*opened)->isReadOnly());
        QVERIFY2((*opened)->readOnlyReason().starts_with("it is of an older version, and no copy"),
                 (*opened)->readOnlyReason().c_str());
        QCOMPARE(sourceCount(**opened), 2U);
    }
    QCOMPARE(snapshot(m_folder->path()), before);
}

void TestMigration::killedOnTheWay()
{
    const auto before = contents(path());
    OtherProcess killed([&] {
        auto database = Database::open(path(), Database::Mode::ReadWrite);
        (void)database->text("PRAGMA journal_mode = WAL");
        auto transaction = Transaction::begin(*database);
        (void)database->execute("PRAGMA cache_size = 1");
        const auto migrated = migrate(*database, 1);
        std::_Exit(migrated ? 0 : 1); // never committed
    });
    killed.kill();
    {
        const auto opened = CaseFile::open(path(), CaseFile::Access::ReadOnly);
        QVERIFY(opened.hasValue());
        QCOMPARE((*opened)->version(), 1);
        QVERIFY((*opened)->newReader().value()->marks()->empty());
        QCOMPARE(sourceCount(**opened), 2U);
    }
    {
        const auto opened = CaseFile::open(path());
        QVERIFY(opened.hasValue());
        QVERIFY(!(*opened)->isReadOnly());
        QCOMPARE((*opened)->newReader().value()->integrityFaults().value(), std::vector<std::string>{});
    }
    QCOMPARE(contents(path()), before);
}

/// The new version is in the journal alone; the header of the case still has the old one.
void TestMigration::killedAfterwards()
{
    const auto before = contents(path());
    OtherProcess killed([&] {
        const auto opened = CaseFile::open(path());
        std::_Exit(opened ? 0 : 1);
    });
    killed.kill();
    QVERIFY(QFile::exists(file("-wal")));
    QCOMPARE(versionOf(path()), 1);
    for (const auto access : {CaseFile::Access::ReadOnly, CaseFile::Access::Write}) {
        const auto opened = CaseFile::open(path(), access);
        QVERIFY2(opened.hasValue(), opened ? "" : toText(opened.error()).c_str());
        QCOMPARE((*opened)->version(), CaseFile::schemaVersion);
        QCOMPARE((*opened)->isReadOnly(), access == CaseFile::Access::ReadOnly);
        QCOMPARE((*opened)->newReader().value()->integrityFaults().value(), std::vector<std::string>{});
    }
    QCOMPARE(versionOf(path()), CaseFile::schemaVersion);
    QCOMPARE(contents(path()), before);
}

void TestMigration::failedOnTheWay()
{
    {
        auto database = Database::open(path(), Database::Mode::ReadWrite);
        auto transaction = Transaction::begin(*database);
        QVERIFY(database->execute("CREATE VIEW digest AS SELECT 1").hasValue());
        QVERIFY(!migrate(*database, 1).hasValue()); // in the way; rolled back
    }
    QCOMPARE(versionOf(path()), 1);
    QVERIFY(CaseFile::open(path()).hasValue());
    QCOMPARE(versionOf(path()), CaseFile::schemaVersion);
}

void TestMigration::aLaterVersionIsLeftAlone()
{
    QVERIFY(
        Database::open(path(), Database::Mode::ReadWrite)->execute("PRAGMA user_version = 99").hasValue());
    const Snapshot before = snapshot(m_folder->path());
    for (const auto access : {CaseFile::Access::Write, CaseFile::Access::ReadOnly}) {
        const auto opened = CaseFile::open(path(), access);
        QVERIFY(!opened.hasValue());
        QCOMPARE(opened.error().code, ErrorCode::NewerCase);
        QVERIFY(opened.error().reason.find("version 99") != std::string::npos);
    }
    QCOMPARE(snapshot(m_folder->path()), before);
}

void TestMigration::aLaterVersionInTheJournalIsLeftAlone()
{
    OtherProcess killed([&] {
        auto database = Database::open(path(), Database::Mode::ReadWrite);
        (void)database->text("PRAGMA journal_mode = WAL");
        const auto raised = database->execute("PRAGMA user_version = 99");
        std::_Exit(raised ? 0 : 1);
    });
    killed.kill();
    QCOMPARE(versionOf(path()), 1);
    const Snapshot before = snapshot(m_folder->path());
    QVERIFY(before.contains(QStringLiteral("old.whittle-wal")));
    for (const auto access : {CaseFile::Access::Write, CaseFile::Access::ReadOnly}) {
        const auto opened = CaseFile::open(path(), access);
        QVERIFY(!opened.hasValue());
        QCOMPARE(opened.error().code, ErrorCode::NewerCase);
    }
    QCOMPARE(snapshot(m_folder->path()), before);
}

void TestMigration::aVersionThatIsNotThatOfItsTables()
{
    (void)CaseFile::open(path());
    QVERIFY(Database::open(path(), Database::Mode::ReadWrite)->execute("PRAGMA user_version = 1").hasValue());
    const auto opened = CaseFile::open(path());
    QVERIFY(!opened.hasValue());
    QCOMPARE(opened.error().code, ErrorCode::Malformed);
}

void TestMigration::takeVersion2() const
{
    QVERIFY(QFile::remove(file()));
    QVERIFY(
        QFile::copy(QStringLiteral(WHITTLE_SOURCE_DIR "/tests/data/cases/version2-trains.whittle"), file()));
    QVERIFY(QFile::setPermissions(file(), QFile::ReadOwner | QFile::WriteOwner));
    QCOMPARE(versionOf(path()), 2);
}

/// They have rows of their own, and are read from these before and after.
void TestMigration::eventsOfVersion2()
{
    takeVersion2();
    for (const auto access : {CaseFile::Access::ReadOnly, CaseFile::Access::Write}) {
        const auto opened = CaseFile::open(path(), access);
        QVERIFY2(opened.hasValue(), opened ? "" : toText(opened.error()).c_str());
        const auto reader = (*opened)->newReader().value();
        std::size_t events = 0;
        std::optional<EventRow> last;
        const auto read = reader->forEachEvent({}, [&](const EventRow& event) {
            const bool inOrder = !last || last->ref < event.ref;
            events += inOrder;
            last = event;
            return inOrder;
        });
        QVERIFY(read.hasValue());
        QCOMPARE(events, 533U + 2050U);
        const auto found = reader->event(last->ref);
        QVERIFY(found.hasValue() && found->has_value());
        QCOMPARE((*found)->fields, last->fields);
        QCOMPARE(reader->integrityFaults().value(), std::vector<std::string>{});
    }
    QCOMPARE(versionOf(path()), CaseFile::schemaVersion);
    QCOMPARE(versionOf(path(".v2-backup")), 2);
}

void TestMigration::damageOfVersion2StaysKnown()
{
    takeVersion2();
    const auto before = CaseFile::open(path(), CaseFile::Access::ReadOnly).value()->version();
    QCOMPARE(before, 2);
    QVERIFY(Database::open(path(), Database::Mode::ReadWrite)
                ->execute("DELETE FROM event WHERE place = (SELECT min(place) FROM event)")
                .hasValue());
    const auto opened = CaseFile::open(path());
    QVERIFY(opened.hasValue());
    QCOMPARE((*opened)->version(), CaseFile::schemaVersion);
    const auto faults = (*opened)->newReader().value()->integrityFaults().value();
    QCOMPARE(faults.size(), 1U);
    QVERIFY2(faults.front().starts_with("source "), faults.front().c_str());
}

QTEST_GUILESS_MAIN(TestMigration)
#include "tst_migration.moc"
