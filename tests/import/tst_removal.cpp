// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/store/casewriter.h"
#include "tests/support/casefolder.h"
#include "tests/support/casesources.h"
#include "tests/support/packing.h"

using namespace whittle;
using namespace whittle::test;

/// What leaves a case with an archive, and what does not.
class TestRemoval : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void archiveTakesItsMembers_data();
    void archiveTakesItsMembers();
    void memberGoesAlone();
    void innerArchiveTakesItsOwn();
    void othersStay();
    void archiveThatWasReplacedOnDisk();
    void canBeReadAgain();

private:
    void add(const std::string& name, const std::string& bytes)
    {
        QCOMPARE(CaseFolder::import(*m_file, m_folder->write(name, bytes)).state,
                 ImportOutcome::State::Imported);
    }
    void remove(const std::string& path)
    {
        QVERIFY(m_file->writer()->removeSource(source(*m_file, path).id).hasValue());
        QVERIFY(m_file->newReader().value()->integrityFaults()->empty());
    }
    std::string paths() const
    {
        std::vector<std::string> all;
        for (const SourceRow& row : sourcesOf(*m_file))
            all.push_back(row.path);
        std::ranges::sort(all);
        std::string text;
        for (const std::string& path : all)
            text += path + " ";
        return text;
    }

    std::unique_ptr<CaseFolder> m_folder;
    std::shared_ptr<CaseFile> m_file;
};

void TestRemoval::init()
{
    m_folder = std::make_unique<CaseFolder>();
    m_file = m_folder->newCase();
}

void TestRemoval::archiveTakesItsMembers_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const Members members{
        {"a", "1\n"}, {"b/c", "2\n"}, {"inner.tgz", compressed(packed({{"d", "3\n"}}, "ustar"))}};
    QTest::newRow("zip") << QByteArray::fromStdString(packed(members));
    QTest::newRow("tar.gz") << QByteArray::fromStdString(compressed(packed(members, "pax")));
}

void TestRemoval::archiveTakesItsMembers()
{
    QFETCH(QByteArray, bytes);
    add("x", bytes.toStdString());
    QCOMPARE(paths(), std::string("x x/a x/b/c x/inner.tgz x/inner.tgz/d "));
    remove("x");
    QCOMPARE(paths(), std::string());
}

void TestRemoval::memberGoesAlone()
{
    add("x", packed({{"a", "1\n"}, {"b", "2\n"}}));
    remove("x/a");
    QCOMPARE(paths(), std::string("x x/b "));
    remove("x");
    QCOMPARE(paths(), std::string());
}

void TestRemoval::innerArchiveTakesItsOwn()
{
    const std::string inner = packed({{"d", "3\n"}});
    add("x",
        packed(
            {{"1", "1\n"}, {"one.zip", inner}, {"two.tar.gz", compressed(packed({{"e", "4\n"}}, "ustar"))}}));
    remove("x/one.zip");
    QCOMPARE(paths(), std::string("x x/1 x/two.tar.gz x/two.tar.gz/e "));
    remove("x/two.tar.gz");
    QCOMPARE(paths(), std::string("x x/1 "));
}

void TestRemoval::othersStay()
{
    add("note", "note\n");
    add("x", packed({{"a", "1\n"}, {"note", "note\n"}}));
    add("y", packed({{"b", "2\n"}}));
    QCOMPARE(paths(), std::string("note x x/a y y/b "));
    remove("x");
    QCOMPARE(paths(), std::string("note y y/b "));
    remove("note");
    QCOMPARE(paths(), std::string("y y/b "));
}

/// Two archives came from one place, one after the other.
void TestRemoval::archiveThatWasReplacedOnDisk()
{
    add("x", packed({{"a", "1\n"}}));
    const SourceId first = source(*m_file, "x").id;
    fs::remove(m_folder->path("x"));
    add("x", packed({{"b", "2\n"}}));
    QVERIFY(m_file->writer()->removeSource(first).hasValue());
    QCOMPARE(paths(), std::string("x x/b "));
}

void TestRemoval::canBeReadAgain()
{
    const std::string bytes = packed({{"a", "1\n"}});
    add("x", bytes);
    remove("x");
    add("x", bytes);
    QCOMPARE(paths(), std::string("x x/a "));
}

QTEST_GUILESS_MAIN(TestRemoval)
#include "tst_removal.moc"
