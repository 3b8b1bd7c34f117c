// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>

#include <QTemporaryDir>
#include <QTest>

#include "models/store/database.h"

using namespace whittle;

class TestStatements : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nothingIsLeftOfTheLastUse();
    void twoOfOneTextAtOnce();
    void oneThatWasNotReadToItsEndHoldsNothing();
    void mayOutliveItsDatabase();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
};

void TestStatements::init()
{
    m_database.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    auto opened =
        Database::open(m_folder->filePath(QStringLiteral("a.db")).toStdString(), Database::Mode::Create);
    QVERIFY(opened.hasValue());
    m_database = std::make_unique<Database>(std::move(*opened));
    QVERIFY(m_database->execute("CREATE TABLE t(a); INSERT INTO t VALUES(1), (2), (3)").hasValue());
}

void TestStatements::nothingIsLeftOfTheLastUse()
{
    constexpr std::string_view sql = "SELECT ?1, a FROM t ORDER BY a";
    {
        auto first = m_database->prepare(sql);
        first->bind(1, std::string_view("left"));
        QVERIFY(*first->step() && *first->step());
        QCOMPARE(first->integer(1), 2);
    }
    auto second = m_database->prepare(sql);
    QVERIFY(*second->step());
    QVERIFY(second->isNull(0));
    QCOMPARE(second->integer(1), 1);
}

void TestStatements::twoOfOneTextAtOnce()
{
    auto one = m_database->prepare("SELECT a FROM t ORDER BY a");
    auto other = m_database->prepare("SELECT a FROM t ORDER BY a");
    QVERIFY(*one->step() && *one->step() && *other->step());
    QCOMPARE(one->integer(0), 2);
    QCOMPARE(other->integer(0), 1);
}

/// A reader of an unfinished statement would keep the table from being dropped.
void TestStatements::oneThatWasNotReadToItsEndHoldsNothing()
{
    {
        auto some = m_database->prepare("SELECT a FROM t");
        QVERIFY(*some->step());
        QVERIFY(!m_database->execute("DROP TABLE t").hasValue());
    }
    QVERIFY(m_database->execute("DROP TABLE t").hasValue());
    auto gone = m_database->prepare("SELECT a FROM t"); // read before the table was dropped
    QVERIFY(!gone || !gone->step());
}

void TestStatements::mayOutliveItsDatabase()
{
    auto late = m_database->prepare("SELECT a FROM t ORDER BY a");
    m_database.reset();
    QVERIFY(*late->step());
    QCOMPARE(late->integer(0), 1);
}

QTEST_APPLESS_MAIN(TestStatements)
#include "tst_statements.moc"
