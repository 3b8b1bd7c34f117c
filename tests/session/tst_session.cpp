// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "models/store/casefile.h"
#include "tests/session/slowengine.h"
#include "tests/session/testknowledge.h"
#include "widgets/session/session.h"

using namespace whittle;
using namespace whittle::test;

namespace
{

constexpr int patience = 20000;

struct Errors {
    explicit Errors(Session& session)
    {
        QObject::connect(&session, &Session::failed, [this](const Error& error) { all.push_back(error); });
    }
    std::vector<Error> all;
};

} // namespace

class TestSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void missingCaseIsToldAndTheOpenOneStays();
    void foreignFileIsRefused();
    void missingEvidenceIsAFailedJob();
    void failedImportCanBeTriedAgain();
    void cancellingEndsWhatIsBeingRead();
    void waitingJobsAreCancelledAtOnce();
    void closingWhileImportingLetsGo();
    void destroyingWhileImporting();
    void newestAnalysisWins();
    void evidenceWithoutCaseMakesOne();
    void evidenceOfAnyNameMakesACase();
    void evidenceInQuickSuccessionIsInOneCase();
    void secondCaseOfTheDayGetsAnotherName();
    void droppedCaseIsOpened();
    void droppingTheOpenCaseDoesNothing();
    void secondDroppedCaseIsTold();
    void answersAreKeptAndTakenBack();
    void changesAreUndoneAfterClosingToo();
    void titleAndZoneAreKept();
    void savedCopyIsTheOpenCase();
    void sampleIsReadAndUnderstood();
    void removedSourceIsGone();

private:
    QString path(const QString& name) const { return m_folder->filePath(name); }
    QString makeCase(const QString& name) const
    {
        (void)CaseFile::create(path(name).toStdString());
        return path(name);
    }
    QString makeFile(const QString& name, const QByteArray& content) const
    {
        QFile file(path(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(content);
        return path(name);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSession::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestSession::missingCaseIsToldAndTheOpenOneStays()
{
    Session session(productKnowledge(), path(QStringLiteral("cases")));
    Errors errors(session);
    session.newCase(path(QStringLiteral("a.whittle")));
    QTRY_VERIFY(session.isOpen());
    session.openCase(path(QStringLiteral("nowhere.whittle")));
    QTRY_COMPARE(errors.all.size(), 1U);
    QCOMPARE(errors.all.front().code, ErrorCode::NotFound);
    QCOMPARE(session.title(), QStringLiteral("a"));
}

void TestSession::foreignFileIsRefused()
{
    Session session(productKnowledge(), path(QStringLiteral("cases")));
    Errors errors(session);
    session.openCase(makeFile(QStringLiteral("no.whittle"),
                              "just text, and long enough to be looked at as a file of some kind"));
    QTRY_COMPARE(errors.all.size(), 1U);
    QVERIFY(!session.isOpen());
}

void TestSession::missingEvidenceIsAFailedJob()
{
    Session session(productKnowledge(), path(QStringLiteral("cases")));
    session.addEvidence({path(QStringLiteral("gone.pcap"))});
    QTRY_COMPARE(session.imports().jobs().size(), 1U);
    QTRY_COMPARE(session.imports().jobs().front().state, ImportJob::State::Failed);
    QVERIFY(session.imports().jobs().front().outcome.error.has_value());
}

void TestSession::failedImportCanBeTriedAgain()
{
    Session session(productKnowledge(), path(QStringLiteral("cases")), stubbornEngine());
    session.addEvidence({QStringLiteral("/evidence/one.pcap")});
    QTRY_VERIFY(!session.imports().jobs().empty()
                && session.imports().jobs().front().state == ImportJob::State::Failed);
    session.imports().retry(session.imports().jobs().front().id);
    QTRY_COMPARE(session.imports().jobs().front().state, ImportJob::State::Imported);
    session.imports().dismissUntroubled();
    QVERIFY(session.imports().jobs().empty());
}

void TestSession::cancellingEndsWhatIsBeingRead()
{
    Session session(productKnowledge(), path(QStringLiteral("cases")), slowEngine());
    session.addEvidence({QStringLiteral("/evidence/big.pcap")});
    QTRY_VERIFY(!session.imports().jobs().empty() && session.imports().jobs().front().done > 0);
    session.imports().cancel(session.imports().jobs().front().id);
    QVERIFY(session.imports().jobs().front().cancelling);
    QTRY_COMPARE(session.imports().jobs().front().state, ImportJob::State::Cancelled);
}

void TestSession::waitingJobsAreCancelledAtOnce()
{
    Session session(productKnowledge(), path(QStringLiteral("cases")), slowEngine());
    session.addEvidence(
        {QStringLiteral("/evidence/a"), QStringLiteral("/evidence/b"), QStringLiteral("/evidence/c")});
    QTRY_COMPARE(session.imports().jobs().size(), 3U);
    session.imports().cancelAll();
    QCOMPARE(session.imports().jobs()[1].state, ImportJob::State::Cancelled);
    QCOMPARE(session.imports().jobs()[2].state, ImportJob::State::Cancelled);
    QTRY_COMPARE(session.imports().jobs()[0].state, ImportJob::State::Cancelled);
    QVERIFY(!session.imports().isBusy());
}

void TestSession::closingWhileImportingLetsGo()
{
    Session session(productKnowledge(), path(QStringLiteral("cases")), slowEngine());
    session.addEvidence({QStringLiteral("/evidence/big.pcap")});
    QTRY_VERIFY(session.imports().isBusy());
    std::weak_ptr<CaseFile> file = session.caseFile();
    const QString where = QString::fromStdString(session.caseFile()->path());
    session.closeCase();
    QVERIFY(!session.isOpen());
    QVERIFY(!session.imports().isBusy());
    QVERIFY(session.imports().jobs().empty());
    QTRY_VERIFY(file.expired());
    QVERIFY(!QFileInfo::exists(where + QStringLiteral("-wal"))); // one plain file remains
}

void TestSession::destroyingWhileImporting()
{
    std::weak_ptr<CaseFile> file;
    {
        Session session(productKnowledge(), path(QStringLiteral("cases")), slowEngine());
        session.addEvidence({QStringLiteral("/evidence/big.pcap")});
        QTRY_VERIFY(session.imports().isBusy());
        file = session.caseFile();
    }
    QVERIFY(file.expired());
}

void TestSession::newestAnalysisWins()
{
    Engine engine = slowEngine();
    auto runs = std::make_shared<std::atomic<int>>(0);
    engine.analyse = [runs](const CaseFile&, const Knowledge&,
                            const std::stop_token& stop) -> Result<AnalysisPtr> {
        const int run = ++*runs;
        if (run == 1 && waitForStop(stop))
            return Error{ErrorCode::Cancelled, "asked for"};
        auto analysis = std::make_shared<Analysis>();
        analysis->title = "run " + std::to_string(run);
        return AnalysisPtr(analysis);
    };
    Session session(productKnowledge(), path(QStringLiteral("cases")), engine);
    Errors errors(session);
    session.newCase(path(QStringLiteral("a.whittle")));
    QTRY_COMPARE(runs->load(), 1);
    session.answer(QStringLiteral("phone-reboots"), QStringLiteral("yes")); // what runs is out of date now
    QTRY_COMPARE(session.analysis()->title, std::string("run 2"));
    QVERIFY(errors.all.empty()); // being abandoned is no failure
}

void TestSession::evidenceWithoutCaseMakesOne()
{
    Session session(productKnowledge(), path(QStringLiteral("cases")));
    session.addEvidence({makeFile(QStringLiteral("phone.log"), "hello\n")});
    QTRY_VERIFY(session.isOpen());
    const QString made = QString::fromStdString(session.caseFile()->path());
    QVERIFY(made.startsWith(path(QStringLiteral("cases"))));
    QVERIFY2(made.endsWith(QStringLiteral(" phone.log.whittle")), qPrintable(made));
    QTRY_VERIFY_WITH_TIMEOUT(session.analysis()->sources.size() == 1, patience);
    QCOMPARE(session.analysis()->sources.front().row.format, std::string("unknown"));
}

void TestSession::evidenceOfAnyNameMakesACase()
{
    Session session(productKnowledge(), path(QStringLiteral("cases")));
    Errors errors(session);
    const QString name = QStringLiteral("a\nb\u202ec") + QString(120, QChar(0xe4));
    session.addEvidence({makeFile(name, "hello\n")});
    QTRY_VERIFY_WITH_TIMEOUT(session.analysis()->sources.size() == 1, patience);
    QVERIFY(errors.all.empty());
    const QString made = QFileInfo(QString::fromStdString(session.caseFile()->path())).fileName();
    QVERIFY2(made.contains(QStringLiteral(" a_b_c\u00e4")), qPrintable(made));
}

void TestSession::evidenceInQuickSuccessionIsInOneCase()
{
    Session session(productKnowledge(), path(QStringLiteral("cases")));
    session.addEvidence({makeFile(QStringLiteral("one.log"), "hello\n")});
    session.addEvidence({makeFile(QStringLiteral("two.log"), "goodbye\n")});
    QTRY_VERIFY_WITH_TIMEOUT(session.analysis()->sources.size() == 2, patience);
    QCOMPARE(QDir(path(QStringLiteral("cases"))).entryList({QStringLiteral("*.whittle")}).size(), 1);
}

void TestSession::secondCaseOfTheDayGetsAnotherName()
{
    Session session(productKnowledge(), path(QStringLiteral("cases")));
    session.startWithSymptom(QStringLiteral("phone-resets"));
    QTRY_VERIFY(session.isOpen());
    const std::string first = session.caseFile()->path();
    session.startWithSymptom(QStringLiteral("phone-resets"));
    QTRY_VERIFY(session.isOpen() && session.caseFile()->path() != first);
    QVERIFY(QString::fromStdString(session.caseFile()->path()).endsWith(QStringLiteral(" 2.whittle")));
}

void TestSession::droppedCaseIsOpened()
{
    const QString file = makeCase(QStringLiteral("dropped.whittle"));
    Session session(productKnowledge(), path(QStringLiteral("cases")));
    session.addEvidence({file});
    QTRY_VERIFY(session.isOpen());
    QCOMPARE(QString::fromStdString(session.caseFile()->path()), file);
    QVERIFY(session.imports().jobs().empty());
}

void TestSession::droppingTheOpenCaseDoesNothing()
{
    Session session(productKnowledge(), path(QStringLiteral("cases")));
    Errors errors(session);
    session.newCase(path(QStringLiteral("a.whittle")));
    QTRY_VERIFY(session.isOpen());
    QSignalSpy changed(&session, &Session::caseChanged);
    session.addEvidence({path(QStringLiteral("a.whittle"))});
    QTest::qWait(100);
    QCOMPARE(changed.count(), 0);
    QVERIFY(errors.all.empty());
    QVERIFY(!session.caseFile()->isReadOnly());
}

void TestSession::secondDroppedCaseIsTold()
{
    Session session(productKnowledge(), path(QStringLiteral("cases")));
    session.addEvidence({makeCase(QStringLiteral("a.whittle")), makeCase(QStringLiteral("b.whittle"))});
    QTRY_COMPARE(session.title(), QStringLiteral("a"));
    QTRY_VERIFY(session.imports().jobs().size() == 1 && session.imports().jobs()[0].isOver());
    QCOMPARE(session.imports().jobs()[0].item.path, std::string("b.whittle"));
    QCOMPARE(session.imports().jobs()[0].outcome.error->code, ErrorCode::Unsupported);
}

void TestSession::answersAreKeptAndTakenBack()
{
    Session session(productKnowledge(), path(QStringLiteral("cases")));
    session.startWithSymptom(QStringLiteral("phone-resets"));
    QTRY_COMPARE(session.analysis()->symptom, std::string("phone-resets"));
    session.answer(QStringLiteral("phone-reboots"), QStringLiteral("yes"));
    session.answer(QStringLiteral("all-phones"), QStringLiteral("no"));
    QTRY_COMPARE(session.analysis()->answers.size(), 2U);
    session.undo();
    QTRY_COMPARE(session.analysis()->answers.size(), 1U);
    QCOMPARE(session.analysis()->answers.front().question, std::string("phone-reboots"));
}

void TestSession::changesAreUndoneAfterClosingToo()
{
    const QString file = path(QStringLiteral("undone.whittle"));
    {
        Session session(productKnowledge(), path(QStringLiteral("cases")));
        session.newCase(file);
        QTRY_VERIFY(session.isOpen());
        session.setTitle(QStringLiteral("Warehouse"));
        session.answer(QStringLiteral("all-phones"), QStringLiteral("no"));
        session.answer(QStringLiteral("all-phones"), QStringLiteral("yes"));
    }
    Session session(productKnowledge(), path(QStringLiteral("cases")));
    session.openCase(file);
    QTRY_COMPARE(session.analysis()->answers.size(), 1U);
    session.undo();
    QTRY_COMPARE(session.analysis()->answers.front().value, std::string("no"));
    session.undo();
    QTRY_VERIFY(session.analysis()->answers.empty());
    session.undo();
    QTRY_COMPARE(session.title(), QStringLiteral("undone"));
    session.undo(); // there is nothing left to take back, and nothing to complain about
    session.setTitle(QStringLiteral("Office"));
    QTRY_COMPARE(session.title(), QStringLiteral("Office"));
}

void TestSession::titleAndZoneAreKept()
{
    const QString file = path(QStringLiteral("a.whittle"));
    {
        Session session(productKnowledge(), path(QStringLiteral("cases")));
        session.newCase(file);
        QTRY_VERIFY(session.isOpen());
        session.setTitle(QStringLiteral("Warehouse"));
        session.setZone(QStringLiteral("America/Chicago"));
    } // closed at once: what was asked for is written all the same
    Session session(productKnowledge(), path(QStringLiteral("cases")));
    session.openCase(file);
    QTRY_COMPARE(session.title(), QStringLiteral("Warehouse"));
    QCOMPARE(session.zone(), QStringLiteral("America/Chicago"));
}

void TestSession::savedCopyIsTheOpenCase()
{
    Session session(productKnowledge(), path(QStringLiteral("cases")));
    QSignalSpy saved(&session, &Session::saved);
    session.openSample(sampleFolder(), QStringLiteral("Sample"));
    QTRY_VERIFY(session.isOpen());
    QVERIFY(session.caseFile()->isTemporary());
    session.saveAs(path(QStringLiteral("kept.whittle")));
    QTRY_COMPARE(saved.count(), 1);
    QTRY_VERIFY(session.caseFile() && !session.caseFile()->isTemporary());
    QCOMPARE(QString::fromStdString(session.caseFile()->path()), path(QStringLiteral("kept.whittle")));
}

void TestSession::sampleIsReadAndUnderstood()
{
    Session session(productKnowledge(), path(QStringLiteral("cases")));
    session.openSample(sampleFolder(), QStringLiteral("Warehouse"));
    QTRY_VERIFY_WITH_TIMEOUT(session.analysis()->sources.size() == 4 && !session.isAnalysing(), patience);
    QCOMPARE(session.title(), QStringLiteral("Warehouse"));
    QVERIFY(!session.analysis()->findings.empty());
    QVERIFY(!session.analysis()->diagnosis.suspects.empty());
    QCOMPARE(session.analysis()->diagnosis.suspects.front().cause, std::string("dhcp.nak"));
    std::uint64_t counted = 0, known = 0;
    for (const std::uint32_t count : session.density().counts)
        counted += count;
    for (const auto& [kind, count] : session.analysis()->eventCounts)
        known += count;
    QCOMPARE(counted, known); // the overview leaves nothing out
}

void TestSession::removedSourceIsGone()
{
    Session session(productKnowledge(), path(QStringLiteral("cases")));
    session.addEvidence({makeFile(QStringLiteral("phone.log"), "hello\n")});
    QTRY_VERIFY_WITH_TIMEOUT(session.analysis()->sources.size() == 1, patience);
    session.removeSource(session.analysis()->sources.front().row.id);
    QTRY_VERIFY_WITH_TIMEOUT(session.analysis()->sources.empty(), patience);
}

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
