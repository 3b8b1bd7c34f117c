// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "models/store/casereader.h"
#include "tests/session/gatedengine.h"
#include "tests/session/testknowledge.h"
#include "widgets/session/session.h"

using namespace whittle;
using namespace whittle::test;

/// A case is let go of while a job on it does not end: nobody waits for it on the main thread.
class TestLettingGo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void closingLeavesAStuckImport();
    void closingLeavesAStuckAnalysis();
    void anotherCaseReadsAtOnce();
    void theSameCaseWaitsItsTurn();
    void openCaseIsWrittenToDuringTheWait();
    void laterWishEndsTheWait();
    void endingWhileACaseIsWaitedFor();

private:
    QString path(const char* name) const { return m_folder->filePath(QString::fromLatin1(name)); }
    bool beginStuck(Session& session, const GatedEngine& gated) const
    {
        session.newCase(path("first.whittle"));
        if (!QTest::qWaitFor([&] { return session.isOpen(); }))
            return false;
        session.addEvidence({QStringLiteral("/evidence/stuck")});
        return QTest::qWaitFor([&] { return gated.gate().held() == 1; });
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestLettingGo::closingLeavesAStuckImport()
{
    const GatedEngine gated;
    Session session(productKnowledge(), path("cases"), gated.engine());
    QVERIFY(beginStuck(session, gated));
    const std::weak_ptr<CaseFile> file = session.caseFile();
    QSignalSpy imported(&session.imports(), &ImportQueue::imported);
    session.closeCase();
    QCOMPARE(gated.gate().held(), 1); // it returned before the import did
    QVERIFY(!session.isOpen() && !session.imports().isBusy() && session.imports().jobs().empty());
    QSignalSpy changed(&session.imports(), &ImportQueue::changed);
    QTest::qWait(50);
    QVERIFY(!file.expired());
    gated.gate().open();
    QTRY_VERIFY(file.expired());
    QTest::qWait(50);
    QCOMPARE(imported.count() + changed.count(), 0);
}

void TestLettingGo::closingLeavesAStuckAnalysis()
{
    const auto gate = std::make_shared<Gate>();
    Engine engine;
    engine.analyse = [gate](const CaseFile& file, const Knowledge&,
                            const std::stop_token&) -> Result<AnalysisPtr> {
        if (file.path().ends_with("first.whittle"))
            gate->pass();
        auto analysis = std::make_shared<Analysis>();
        analysis->title = file.path();
        return AnalysisPtr(analysis);
    };
    Session session(productKnowledge(), path("cases"), engine);
    session.newCase(path("first.whittle"));
    QTRY_COMPARE(gate->held(), 1);
    const std::weak_ptr<CaseFile> file = session.caseFile();
    session.closeCase();
    QCOMPARE(gate->held(), 1);
    QVERIFY(!session.isAnalysing());
    session.newCase(path("second.whittle"));
    QTRY_COMPARE(session.analysis()->title, path("second.whittle").toStdString());
    QSignalSpy changed(&session, &Session::analysisChanged);
    QVERIFY(!file.expired());
    gate->open();
    QTRY_VERIFY(file.expired());
    QTest::qWait(50);
    QCOMPARE(changed.count(), 0);
}

void TestLettingGo::anotherCaseReadsAtOnce()
{
    const GatedEngine gated;
    Session session(productKnowledge(), path("cases"), gated.engine());
    QVERIFY(beginStuck(session, gated));
    session.newCase(path("second.whittle"));
    QTRY_COMPARE(session.title(), QStringLiteral("second"));
    session.addEvidence({QStringLiteral("/evidence/b")});
    QTRY_COMPARE(states(session.imports()), std::vector{ImportJob::State::Imported});
    QCOMPARE(gated.reads(), (std::vector<std::string>{"stuck into first.whittle", "b into second.whittle"}));
    QCOMPARE(gated.gate().held(), 1);
    gated.gate().open();
    QTest::qWait(50);
    QCOMPARE(session.imports().jobs().size(), std::size_t{1});
}

void TestLettingGo::theSameCaseWaitsItsTurn()
{
    const GatedEngine gated;
    Session session(productKnowledge(), path("cases"), gated.engine());
    QSignalSpy failed(&session, &Session::failed);
    QVERIFY(beginStuck(session, gated));
    const std::weak_ptr<CaseFile> file = session.caseFile();
    session.closeCase();
    session.openCase(path("first.whittle"));
    QTest::qWait(50);
    QVERIFY(session.isOpening() && !session.isOpen());
    gated.gate().open();
    QTRY_COMPARE(session.title(), QStringLiteral("first"));
    QVERIFY(file.expired() && !session.caseFile()->isReadOnly());
    QCOMPARE(failed.count(), 0);
}

void TestLettingGo::openCaseIsWrittenToDuringTheWait()
{
    const GatedEngine gated;
    Session session(productKnowledge(), path("cases"), gated.engine());
    QVERIFY(beginStuck(session, gated));
    session.newCase(path("second.whittle"));
    QTRY_COMPARE(session.title(), QStringLiteral("second"));
    session.openCase(path("first.whittle"));
    session.answer(QStringLiteral("phone-reboots"), QStringLiteral("yes"));
    const auto written = [&] {
        const auto reader = session.caseFile()->newReader();
        return reader && (*reader)->answers()->size() == 1;
    };
    QTRY_VERIFY(written());
    QVERIFY(session.isOpening());
    const std::weak_ptr<CaseFile> second = session.caseFile();
    session.closeCase();
    QTRY_VERIFY(second.expired());
    gated.gate().open();
    QTRY_COMPARE(session.title(), QStringLiteral("first"));
}

void TestLettingGo::laterWishEndsTheWait()
{
    const GatedEngine gated;
    Session session(productKnowledge(), path("cases"), gated.engine());
    QVERIFY(beginStuck(session, gated));
    session.closeCase();
    session.openCase(path("first.whittle"));
    session.newCase(path("second.whittle"));
    QTRY_COMPARE(session.title(), QStringLiteral("second"));
    QCOMPARE(gated.gate().held(), 1);
    gated.gate().open();
}

void TestLettingGo::endingWhileACaseIsWaitedFor()
{
    const GatedEngine gated;
    std::weak_ptr<CaseFile> file;
    {
        Session session(productKnowledge(), path("cases"), gated.engine());
        QVERIFY(beginStuck(session, gated));
        file = session.caseFile();
        session.closeCase();
        session.openCase(path("first.whittle"));
        QTest::qWait(20);
        gated.gate().open();
    }
    QVERIFY(file.expired()); // its threads are gone before the session is
}

QTEST_GUILESS_MAIN(TestLettingGo)
#include "tst_lettinggo.moc"
