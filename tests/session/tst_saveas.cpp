// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "models/store/casereader.h"
#include "tests/session/gatedengine.h"
#include "tests/session/testknowledge.h"
#include "widgets/session/session.h"

using namespace whittle;
using namespace whittle::test;
using State = ImportJob::State;

class TestSaveAs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void failedCopyLeavesAllAsItWas();
    void copyThatCannotBeWrittenToIsNotGoneOnWith();
    void unfinishedJobsGoOnInTheCopy();
    void collectingGoesOnInTheCopy();
    void whatWasReadMeanwhileIsReadAgain();
    void changesMeanwhileAreInTheCopy();
    void ownPathIsANoOp_data();
    void ownPathIsANoOp();
    void twiceInARow();
    void closedMeanwhile();

private:
    QString path(const char* name) const { return m_folder->filePath(QString::fromLatin1(name)); }
    bool begin(Session& session) const
    {
        session.newCase(path("first.whittle"));
        return QTest::qWaitFor([&] { return session.isOpen(); });
    }
    bool beginStuck(Session& session, const GatedEngine& gated) const
    {
        if (!begin(session))
            return false;
        session.addEvidence({QStringLiteral("/evidence/a")});
        session.addEvidence({QStringLiteral("/evidence/stuck"), QStringLiteral("/evidence/z")});
        return QTest::qWaitFor(
            [&] { return gated.gate().held() == 1 && session.imports().jobs().size() == 3; });
    }
    std::size_t answersIn(const char* name) const
    {
        const auto file = CaseFile::open(path(name).toStdString());
        return file ? file.value()->newReader().value()->answers()->size() : 99;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSaveAs::failedCopyLeavesAllAsItWas()
{
    const GatedEngine gated;
    Session session(productKnowledge(), path("cases"), gated.engine());
    QVERIFY(beginStuck(session, gated));
    const auto file = session.caseFile();
    QSignalSpy failed(&session, &Session::failed);
    QSignalSpy changed(&session, &Session::caseChanged);
    session.saveAs(QStringLiteral("/nowhere/copy.whittle"));
    session.answer(QStringLiteral("phone-reboots"), QStringLiteral("yes"));
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(changed.count(), 0);
    QCOMPARE(session.caseFile(), file);
    QTRY_COMPARE(session.analysis()->answers.size(), std::size_t{1});
    QCOMPARE(states(session.imports()), (std::vector{State::Imported, State::Reading, State::Waiting}));
    gated.gate().open();
    QTRY_COMPARE(states(session.imports()), (std::vector{State::Imported, State::Imported, State::Imported}));
    QCOMPARE(gated.reads(),
             (std::vector<std::string>{"a into first.whittle", "stuck into first.whittle",
                                       "z into first.whittle"}));
}

/// There is room for the copy, but none for its journal.
void TestSaveAs::copyThatCannotBeWrittenToIsNotGoneOnWith()
{
    QVERIFY(QFile::link(QStringLiteral("/nowhere/journal"), path("copy.whittle-journal")));
    {
        const GatedEngine gated;
        Session session(productKnowledge(), path("cases"), gated.engine());
        QVERIFY(begin(session));
        const auto file = session.caseFile();
        QSignalSpy saved(&session, &Session::saved);
        QSignalSpy failed(&session, &Session::failed);
        session.saveAs(path("copy.whittle"));
        session.answer(QStringLiteral("phone-reboots"), QStringLiteral("yes"));
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed.front().front().value<Error>().code, ErrorCode::NoPermission);
        QCOMPARE(session.caseFile(), file);
        QTRY_COMPARE(session.analysis()->answers.size(), std::size_t{1});
        session.addEvidence({QStringLiteral("/evidence/a")});
        QTRY_COMPARE(gated.reads(), std::vector<std::string>{"a into first.whittle"});
        QCOMPARE(saved.count(), 0);
        QCOMPARE(failed.count(), 1);
    }
    QVERIFY(QFile::exists(path("copy.whittle")));
    QCOMPARE(answersIn("first.whittle"), std::size_t{1});
}

void TestSaveAs::unfinishedJobsGoOnInTheCopy()
{
    const GatedEngine gated;
    Session session(productKnowledge(), path("cases"), gated.engine());
    QVERIFY(beginStuck(session, gated));
    const std::weak_ptr<CaseFile> original = session.caseFile();
    QString savedAs; // told last: a window clears its messages for another case
    connect(&session, &Session::saved, &session, [&] { savedAs = session.title(); });
    session.saveAs(path("copy.whittle"));
    QTRY_COMPARE(savedAs, QStringLiteral("copy"));
    QTRY_COMPARE(gated.gate().held(), 2);
    QVERIFY(!original.expired()); // held by the import that does not end
    QCOMPARE(states(session.imports()), (std::vector{State::Imported, State::Reading, State::Waiting}));
    gated.gate().open();
    QTRY_COMPARE(states(session.imports()), (std::vector{State::Imported, State::Imported, State::Imported}));
    QCOMPARE(gated.reads(),
             (std::vector<std::string>{"a into first.whittle", "stuck into first.whittle",
                                       "stuck into copy.whittle", "z into copy.whittle"}));
    QTRY_VERIFY(original.expired());
}

void TestSaveAs::collectingGoesOnInTheCopy()
{
    const GatedEngine gated;
    const auto gate = std::make_shared<Gate>();
    Engine engine = gated.engine();
    engine.collect = [gate, collect = engine.collect](const std::vector<std::string>& arguments,
                                                      Progress& progress, const std::stop_token& stop) {
        gate->pass();
        return collect(arguments, progress, stop);
    };
    Session session(productKnowledge(), path("cases"), engine);
    QVERIFY(begin(session));
    session.addEvidence({QStringLiteral("/evidence/a")});
    QTRY_COMPARE(gate->held(), 1);
    session.saveAs(path("copy.whittle"));
    QTRY_COMPARE(session.title(), QStringLiteral("copy"));
    QVERIFY(session.imports().collecting());
    gate->open();
    QTRY_COMPARE(gated.reads(), std::vector<std::string>{"a into copy.whittle"});
}

/// A source that was read between the copy and its adoption is in the original alone.
void TestSaveAs::whatWasReadMeanwhileIsReadAgain()
{
    const GatedEngine gated;
    const auto original = CaseFile::create(path("first.whittle").toStdString()).value();
    const auto copy = CaseFile::create(path("copy.whittle").toStdString()).value();
    ImportQueue queue(gated.engine());
    queue.setCase(original);
    queue.add({QStringLiteral("/evidence/stuck"), QStringLiteral("/evidence/z")});
    QTRY_COMPARE(gated.gate().held(), 1);
    queue.hold();
    gated.gate().open();
    QTRY_COMPARE(states(queue), (std::vector{State::Imported, State::Waiting}));
    queue.dismissFinished(); // or the copy would never have it
    QCOMPARE(queue.jobs().size(), std::size_t{2});
    queue.continueIn(copy);
    QTRY_COMPARE(states(queue), (std::vector{State::Imported, State::Imported}));
    QCOMPARE(gated.reads(),
             (std::vector<std::string>{"stuck into first.whittle", "stuck into copy.whittle",
                                       "z into copy.whittle"}));
    queue.dismissFinished();
    QVERIFY(queue.jobs().empty());
}

void TestSaveAs::changesMeanwhileAreInTheCopy()
{
    {
        Session session(productKnowledge(), path("cases"));
        QVERIFY(begin(session));
        session.answer(QStringLiteral("all-phones"), QStringLiteral("no"));
        session.saveAs(path("copy.whittle"));
        session.answer(QStringLiteral("phone-reboots"), QStringLiteral("yes"));
        QTRY_COMPARE(session.title(), QStringLiteral("copy"));
        QTRY_COMPARE(session.analysis()->answers.size(), std::size_t{2});
    }
    QCOMPARE(answersIn("copy.whittle"), std::size_t{2});
    QCOMPARE(answersIn("first.whittle"), std::size_t{1});
}

void TestSaveAs::ownPathIsANoOp_data()
{
    QTest::addColumn<QString>("spelling");
    QTest::newRow("the same") << "first.whittle";
    QTest::newRow("roundabout") << "folder/../first.whittle";
    QTest::newRow("by a link") << "link.whittle";
    QTest::newRow("by a second name") << "second.whittle";
}

void TestSaveAs::ownPathIsANoOp()
{
    QFETCH(QString, spelling);
    Session session(productKnowledge(), path("cases"));
    QVERIFY(begin(session));
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("folder")));
    QVERIFY(QFile::link(path("first.whittle"), path("link.whittle")));
    std::filesystem::create_hard_link(path("first.whittle").toStdString(),
                                      path("second.whittle").toStdString());
    QSignalSpy saved(&session, &Session::saved);
    QSignalSpy failed(&session, &Session::failed);
    QSignalSpy changed(&session, &Session::caseChanged);
    session.saveAs(m_folder->filePath(spelling));
    QTRY_COMPARE(saved.count(), 1);
    QCOMPARE(failed.count() + changed.count(), 0);
    QVERIFY(!session.isOpening() && !session.imports().isBusy());
}

void TestSaveAs::twiceInARow()
{
    const GatedEngine gated;
    Session session(productKnowledge(), path("cases"), gated.engine());
    QVERIFY(beginStuck(session, gated));
    session.saveAs(path("one.whittle"));
    session.saveAs(path("two.whittle"));
    QTRY_COMPARE(session.title(), QStringLiteral("two"));
    gated.gate().open();
    QTRY_COMPARE(states(session.imports()), (std::vector{State::Imported, State::Imported, State::Imported}));
    QCOMPARE(gated.reads().back(), std::string("z into two.whittle"));
    QCOMPARE(gated.reads().size(), std::size_t{4}); // nothing was begun in what was only passed through
}

void TestSaveAs::closedMeanwhile()
{
    Session session(productKnowledge(), path("cases"));
    QVERIFY(begin(session));
    QSignalSpy saved(&session, &Session::saved);
    session.saveAs(path("copy.whittle"));
    session.answer(QStringLiteral("phone-reboots"), QStringLiteral("yes"));
    session.closeCase();
    QTRY_COMPARE(saved.count(), 1);
    QVERIFY(!session.isOpen());
    QTRY_VERIFY(!isOpenCase(path("copy.whittle").toStdString()));
    QCOMPARE(answersIn("copy.whittle"), std::size_t{1});
}

QTEST_GUILESS_MAIN(TestSaveAs)
#include "tst_saveas.moc"
