// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <QApplication>
#include <QContextMenuEvent>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QVBoxLayout>

#include "tests/session/testknowledge.h"
#include "widgets/import/importpanel.h"
#include "widgets/import/importrow.h"
#include "widgets/import/importtext.h"

using namespace whittle;

class TestImportPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void nothingToTell();
    void readingShowsProgressAndRate();
    void failedTellsWhyAndCanBeTriedAgain();
    void importedTellsFormatEventsAndProblems();
    void cancelledSaysThatNothingWasKept();
    void cancelOneAndAll();
    void thousandsOfFilesAreFewRows();
    void lookingForEvidenceIsCounted();
    void firstEventsWhileReading();
    void archiveTellsOfItsMembers();
    void anotherFormatIsChosen();
    void headlineCountsEachOnce();
    void offersWhatMakesSense_data();
    void offersWhatMakesSense();
    void archiveWithNothingReadIsRefused();
    void knownFileIsToldWithItsPlace();
    void listGrowsToHalfOfTheWindow();
    void listGivesWayInALowWindow();
    void keysDoWhatTheButtonsDo();
    void menuKeyListsWhatCanBeDone();
    void keyboardStaysWithItsFile();
    void longNamesAreElided();

private:
    ImportJob job(int id, ImportJob::State state) const;
    QPushButton* button(const QString& words) const;
    bool shows(const QString& words) const;

    std::unique_ptr<Words> m_words;
    std::unique_ptr<ImportPanel> m_panel;
};

void TestImportPanel::initTestCase()
{
    m_words = std::make_unique<Words>(test::productKnowledge(), Words::Language::English);
}

void TestImportPanel::init()
{
    m_panel = std::make_unique<ImportPanel>(*m_words);
    m_panel->setTheme(Theme::light());
    m_panel->resize(900, 250);
    m_panel->show();
}

ImportJob TestImportPanel::job(int id, ImportJob::State state) const
{
    ImportJob made;
    made.id = id;
    made.state = state;
    made.item = {"evidence/file" + std::to_string(id) + ".pcap", "/evidence"};
    return made;
}

QPushButton* TestImportPanel::button(const QString& words) const
{
    for (QPushButton* one : m_panel->findChildren<QPushButton*>()) {
        if (one->isVisible() && one->text() == words)
            return one;
    }
    return nullptr;
}

bool TestImportPanel::shows(const QString& words) const
{
    for (const QLabel* one : m_panel->findChildren<QLabel*>()) {
        if (one->isVisible() && one->text().contains(words))
            return true;
    }
    return false;
}

void TestImportPanel::nothingToTell()
{
    m_panel->setJobs({}, std::nullopt);
    QVERIFY(!m_panel->hasContent());
}

void TestImportPanel::readingShowsProgressAndRate()
{
    ImportJob reading = job(1, ImportJob::State::Reading);
    m_panel->setJobs({reading}, std::nullopt);
    QVERIFY(shows(QStringLiteral("reading")) && !shows(QStringLiteral("bytes")));
    reading.done = 12'000'000;
    reading.total = 48'000'000;
    reading.bytesPerSecond = 6'000'000;
    reading.remaining = std::chrono::seconds(6);
    m_panel->setJobs({reading}, std::nullopt);
    QVERIFY(shows(QStringLiteral("12.0 MB of 48.0 MB · 6.0 MB/s · 6 s left")));
    QCOMPARE(m_panel->findChild<QProgressBar*>()->value(), 250);
    QVERIFY(!m_panel->findChild<QProgressBar*>()->accessibleName().isEmpty());
}

void TestImportPanel::failedTellsWhyAndCanBeTriedAgain()
{
    ImportJob failed = job(7, ImportJob::State::Failed);
    failed.outcome.error = Error{ErrorCode::NoPermission, "Permission denied", "/evidence/file7.pcap"};
    m_panel->setJobs({failed}, std::nullopt);
    QVERIFY(shows(QStringLiteral("1 could not be opened")));
    QVERIFY(shows(QStringLiteral("/evidence/file7.pcap")));
    QSignalSpy retry(m_panel.get(), &ImportPanel::retryRequested);
    QTest::mouseClick(button(QStringLiteral("Try again")), Qt::LeftButton);
    QCOMPARE(retry.count(), 1);
    QCOMPARE(retry.front().front().toInt(), 7);
}

void TestImportPanel::importedTellsFormatEventsAndProblems()
{
    ImportJob done = job(1, ImportJob::State::Imported);
    done.outcome.format = "pcap";
    done.outcome.formatReason = "magic number a1b2c3d4";
    done.outcome.events = 20411;
    Problem problem;
    problem.severity = Severity::DataLoss;
    problem.id = "capture.record-cut";
    problem.place = Place{PlaceUnit::Frame, 17};
    done.outcome.problems = {problem};
    m_panel->setJobs({done}, std::nullopt);
    QVERIFY(shows(QStringLiteral("pcap: magic number a1b2c3d4")));
    QVERIFY(shows(QStringLiteral("events")));
    QVERIFY(shows(QStringLiteral("frame 17: ")));
}

void TestImportPanel::cancelledSaysThatNothingWasKept()
{
    m_panel->setJobs({job(1, ImportJob::State::Cancelled)}, std::nullopt);
    QVERIFY(shows(QStringLiteral("nothing of it was kept")));
}

void TestImportPanel::cancelOneAndAll()
{
    m_panel->setJobs({job(1, ImportJob::State::Reading), job(2, ImportJob::State::Waiting)}, std::nullopt);
    QSignalSpy one(m_panel.get(), &ImportPanel::cancelRequested);
    QSignalSpy all(m_panel.get(), &ImportPanel::cancelAllRequested);
    QTest::mouseClick(button(QStringLiteral("Cancel")), Qt::LeftButton);
    QTest::mouseClick(button(QStringLiteral("Cancel all")), Qt::LeftButton);
    QCOMPARE(one.front().front().toInt(), 1);
    QCOMPARE(all.count(), 1);
}

void TestImportPanel::thousandsOfFilesAreFewRows()
{
    std::vector<ImportJob> jobs;
    for (int i = 0; i < 5000; ++i)
        jobs.push_back(job(i, i == 4999 ? ImportJob::State::Failed : ImportJob::State::Waiting));
    m_panel->setJobs(jobs, std::nullopt);
    QVERIFY(m_panel->findChildren<ImportRow*>().size() <= 30);
    QVERIFY(shows(QStringLiteral("file4999.pcap"))); // what failed is never left out
    QVERIFY(shows(QStringLiteral("and 4970 more")));
}

void TestImportPanel::lookingForEvidenceIsCounted()
{
    m_panel->setJobs({}, 0);
    QVERIFY(m_panel->hasContent() && shows(QStringLiteral("Looking for files…")));
    m_panel->setJobs({}, 12'345);
    QVERIFY(shows(QStringLiteral("Looking for files… %1 found").arg(QLocale().toString(12'345))));
    QVERIFY(button(QStringLiteral("Cancel all")));
}

void TestImportPanel::firstEventsWhileReading()
{
    ImportJob reading = job(1, ImportJob::State::Reading);
    reading.done = reading.total = 10;
    reading.reading.path = reading.item.path;
    reading.reading.format = "pcap";
    reading.reading.events = 1234;
    EventRow row;
    row.kind = "dhcp.nak";
    row.device = "SEP001E7A24429A";
    row.time = SourceTime{1'235'740'270'854'000'000};
    reading.reading.first = {row, row, row, row};
    m_panel->setJobs({reading}, std::nullopt);
    QVERIFY(shows(QStringLiteral("pcap")));
    QVERIFY(shows(QStringLiteral("%1 events").arg(QLocale().toString(1234))));
    const auto labels = m_panel->findChildren<QLabel*>();
    const auto events = std::find_if(labels.begin(), labels.end(), [](const QLabel* label) {
        return label->isVisible() && label->accessibleName() == QStringLiteral("First events");
    });
    QVERIFY(events != labels.end());
    const QStringList lines = (*events)->text().split(QLatin1Char('\n'));
    QCOMPARE(lines.size(), 3); // there is little room
    QVERIFY(lines[0].startsWith(QStringLiteral("2009-02-27  13:11:10.854")));
    QVERIFY(lines[0].contains(QStringLiteral("DHCPNAK"))
            && lines[0].contains(QStringLiteral("SEP001E7A24429A")));
    reading.state = ImportJob::State::Imported;
    m_panel->setJobs({reading}, std::nullopt);
    QVERIFY(!shows(QStringLiteral("DHCPNAK"))); // the panels have them now
}

void TestImportPanel::archiveTellsOfItsMembers()
{
    ImportJob archive = job(1, ImportJob::State::Reading);
    archive.item.path = "bundle.zip";
    archive.reading.path = "bundle.zip/traces/ccm1.txt";
    archive.reading.format = "cucm-sdi";
    archive.reading.formatReason = "all lines match";
    archive.total = 100;
    m_panel->setJobs({archive}, std::nullopt);
    QVERIFY(shows(QStringLiteral("traces/ccm1.txt, cucm-sdi: all lines match")));
    archive.state = ImportJob::State::Imported;
    archive.outcome.format = "archive";
    archive.outcome.members = 2;
    archive.members.events = 77;
    archive.members.read = 2;
    ImportOutcome member;
    member.item.path = "bundle.zip/traces/ccm1.txt";
    member.problems = {{Severity::DataLoss, "import.vanished", Place{PlaceUnit::Line, 17}, {"x"}}};
    archive.members.troubled = {member};
    QVERIFY(archive.isTroubled());
    m_panel->setJobs({archive}, std::nullopt);
    QVERIFY(shows(QStringLiteral("2 files inside · 77 events")));
    QVERIFY(shows(QStringLiteral("traces/ccm1.txt, line 17: ")));
    QVERIFY(!button(QStringLiteral("Read as…")));
}

/// By keyboard.
void TestImportPanel::anotherFormatIsChosen()
{
    ImportJob done = job(5, ImportJob::State::Imported);
    done.outcome.format = "unknown";
    m_panel->setJobs({done}, std::nullopt);
    QPushButton* choose = button(QStringLiteral("Read as…"));
    QVERIFY(choose && choose->accessibleName().contains(QStringLiteral("file5.pcap")));
    QVERIFY(choose->focusPolicy() & Qt::TabFocus);
    QSignalSpy chosen(m_panel.get(), &ImportPanel::readAsRequested);
    QTimer::singleShot(0, this, [choose] {
        QTest::keyClick(choose->menu(), Qt::Key_Down);
        QTest::keyClick(choose->menu(), Qt::Key_Return);
    });
    choose->setFocus();
    QTest::keyClick(choose, Qt::Key_Space);
    QTRY_COMPARE(chosen.count(), 1);
    QCOMPARE(chosen.front()[0].toInt(), 5);
    QCOMPARE(chosen.front()[1].toString(), choose->menu()->actions().constFirst()->data().toString());
}

void TestImportPanel::headlineCountsEachOnce()
{
    std::vector<ImportJob> jobs;
    for (int i = 0; i < 12; ++i)
        jobs.push_back(job(i, ImportJob::State::Imported));
    for (ImportJob& one : jobs)
        one.outcome.format = "pcap";
    jobs[3].outcome.problems = {{Severity::DataLoss, "capture.record-cut", {}, {"4"}}};
    jobs[4].outcome.problems = {{Severity::Notice, "capture.fragments", {}, {"1", "1"}}}; // no trouble
    jobs[5].outcome.format = "unknown";
    jobs[5].outcome.problems = {{Severity::Error, "import.unknown-format", {}, {"x"}}};
    jobs.push_back(job(12, ImportJob::State::AlreadyInCase));
    jobs.push_back(job(13, ImportJob::State::Failed));
    jobs.back().outcome.error = Error{ErrorCode::NotFound, "gone"};
    m_panel->setJobs(jobs, std::nullopt, {3, 1});
    QVERIFY(shows(QStringLiteral(
        "14 files read, 1 with problems, 1 refused, 1 could not be opened, 2 already in the case")));
    jobs.push_back(job(14, ImportJob::State::Reading));
    m_panel->setJobs(jobs, std::nullopt);
    QVERIFY(shows(QStringLiteral("Reading file 15 of 15, 11 files read, 1 with problems")));
}

void TestImportPanel::offersWhatMakesSense_data()
{
    QTest::addColumn<int>("code"); // of the error; -1: none
    QTest::addColumn<QString>("problem");
    QTest::addColumn<bool>("again");
    QTest::addColumn<bool>("readAs");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, int code, const char* problem, bool again, bool readAs,
                        const char* says) {
        QTest::newRow(name) << code << QString::fromLatin1(problem) << again << readAs
                            << QString::fromLatin1(says);
    };
    row("gone", static_cast<int>(ErrorCode::NotFound), "", true, false, "could not be opened");
    row("locked", static_cast<int>(ErrorCode::NoPermission), "", true, false, "could not be opened");
    row("bomb", static_cast<int>(ErrorCode::Unsupported), "", false, false, "refused");
    row("other case", static_cast<int>(ErrorCode::ForeignFile), "", false, false, "refused");
    row("empty", -1, "import.empty-file", false, false, "empty");
    row("unknown", -1, "import.unknown-format", false, true, "format not recognised");
}

void TestImportPanel::offersWhatMakesSense()
{
    QFETCH(int, code);
    QFETCH(QString, problem);
    QFETCH(bool, again);
    QFETCH(bool, readAs);
    QFETCH(QString, says);
    ImportJob one = job(1, code < 0 ? ImportJob::State::Imported : ImportJob::State::Failed);
    one.outcome.format = "unknown";
    one.outcome.formatReason = "its beginning fits none of the formats";
    if (code >= 0)
        one.outcome.error = Error{static_cast<ErrorCode>(code), "so it is"};
    else
        one.outcome.problems = {{Severity::Error, problem.toStdString(), {}, {"x"}}};
    m_panel->setJobs({one}, std::nullopt);
    QCOMPARE(button(QStringLiteral("Try again")) != nullptr, again);
    QCOMPARE(button(QStringLiteral("Read as…")) != nullptr, readAs);
    QVERIFY(shows(says) && !shows(QStringLiteral("unknown: its beginning")));
    QVERIFY(button(QStringLiteral("Dismiss")));
}

void TestImportPanel::archiveWithNothingReadIsRefused()
{
    ImportJob archive = job(1, ImportJob::State::Imported);
    archive.outcome.format = "archive";
    archive.outcome.members = 2;
    archive.outcome.problems = {{Severity::DataLoss, "import.member-encrypted", {}, {"a.txt"}}};
    m_panel->setJobs({archive}, std::nullopt);
    QVERIFY(shows(QStringLiteral("1 refused")) && shows(QStringLiteral("nothing in it could be read")));
    QVERIFY(shows(QStringLiteral("is encrypted")));
    archive.members.known = 1;
    m_panel->setJobs({archive}, std::nullopt);
    QVERIFY(!shows(QStringLiteral("refused")));
}

void TestImportPanel::knownFileIsToldWithItsPlace()
{
    ImportJob known = job(1, ImportJob::State::AlreadyInCase);
    known.outcome.problems = {{Severity::Info, "import.already-in-case", {}, {"logs/first.pcap"}}};
    m_panel->setJobs({known}, std::nullopt);
    QVERIFY(shows(QStringLiteral("1 already in the case")) && shows(QStringLiteral("logs/first.pcap")));
}

void TestImportPanel::listGrowsToHalfOfTheWindow()
{
    std::vector<ImportJob> jobs{job(1, ImportJob::State::Waiting)};
    m_panel->resize(900, 900);
    const auto* list = m_panel->findChild<QScrollArea*>();
    m_panel->setJobs(jobs, std::nullopt);
    QTRY_VERIFY(list->height() < 100);
    const int one = list->height();
    for (int i = 2; i <= 5; ++i)
        jobs.push_back(job(i, ImportJob::State::Waiting));
    m_panel->setJobs(jobs, std::nullopt);
    QTRY_VERIFY(list->height() > 4 * one && list->verticalScrollBar()->maximum() == 0);
    for (int i = 6; i <= 30; ++i)
        jobs.push_back(job(i, ImportJob::State::Waiting));
    m_panel->setJobs(jobs, std::nullopt);
    QTRY_VERIFY(list->height() > 300 && list->height() <= 450);
    for (ImportJob& failed : jobs)
        failed.state = ImportJob::State::Failed;
    m_panel->setJobs(jobs, std::nullopt);
    QTRY_VERIFY(list->height() > one && list->height() <= 225);
    jobs.front().state = ImportJob::State::Reading;
    m_panel->setJobs(jobs, std::nullopt);
    QTRY_VERIFY(list->height() > 300);
    m_panel->resize(900, 600);
    QTRY_VERIFY(list->height() <= 300);
    m_panel->resize(900, 250);
}

void TestImportPanel::listGivesWayInALowWindow()
{
    QWidget window;
    auto* room = new QWidget(&window); // keeps its size whatever is in it
    auto* column = new QVBoxLayout(room);
    auto* panel = new ImportPanel(*m_words);
    auto* work = new QWidget;
    work->setMinimumHeight(200);
    column->addWidget(panel);
    column->addWidget(work, 1);
    std::vector<ImportJob> jobs;
    for (int i = 1; i <= 40; ++i)
        jobs.push_back(job(i, ImportJob::State::Waiting));
    panel->setJobs(jobs, std::nullopt);
    window.resize(900, 700);
    room->resize(900, 450);
    window.show();
    const auto* list = panel->findChild<QScrollArea*>();
    QLabel* rest = nullptr;
    for (QLabel* label : panel->findChildren<QLabel*>(QString(), Qt::FindDirectChildrenOnly)) {
        if (label->text() == QStringLiteral("and 10 more files"))
            rest = label;
    }
    QVERIFY(rest && rest->isVisible());
    QTRY_VERIFY(rest->y() > list->geometry().bottom());
    QVERIFY(panel->rect().contains(rest->geometry()) && list->height() >= 136);
}

void TestImportPanel::keysDoWhatTheButtonsDo()
{
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    ImportJob failed = job(2, ImportJob::State::Failed);
    failed.outcome.error = Error{ErrorCode::NoPermission, "Permission denied"};
    m_panel->setJobs({job(1, ImportJob::State::Reading), failed}, std::nullopt);
    const auto rows = m_panel->findChildren<ImportRow*>();
    QVERIFY(rows[0]->focusPolicy() & Qt::TabFocus);
    QVERIFY(rows[0]->accessibleName().contains(QStringLiteral("file1.pcap")));
    QSignalSpy cancelled(m_panel.get(), &ImportPanel::cancelRequested);
    QSignalSpy again(m_panel.get(), &ImportPanel::retryRequested);
    QSignalSpy dismissed(m_panel.get(), &ImportPanel::dismissRequested);
    rows[0]->setFocus();
    QTest::keyClick(rows[0], Qt::Key_Delete);
    QCOMPARE(cancelled.count(), 1);
    QTest::keyClick(rows[0], Qt::Key_Down);
    QVERIFY(rows[1]->hasFocus());
    QTest::keyClick(rows[1], Qt::Key_Return);
    QCOMPARE(again.front().front().toInt(), 2);
    QTest::keyClick(rows[1], Qt::Key_Delete);
    QCOMPARE(dismissed.front().front().toInt(), 2);
    QTest::keyClick(rows[1], Qt::Key_Up);
    QVERIFY(rows[0]->hasFocus());
}

void TestImportPanel::menuKeyListsWhatCanBeDone()
{
    ImportJob done = job(5, ImportJob::State::Imported);
    done.outcome.format = "pcap";
    m_panel->setJobs({done}, std::nullopt);
    auto* row = m_panel->findChild<ImportRow*>();
    QContextMenuEvent press(QContextMenuEvent::Keyboard, {0, 0}, {0, 0});
    QApplication::sendEvent(row, &press);
    auto* menu = row->findChild<QMenu*>(QString(), Qt::FindDirectChildrenOnly);
    QVERIFY(menu && menu->isVisible());
    QStringList texts;
    for (const QAction* action : menu->actions())
        texts << action->text();
    QCOMPARE(texts, (QStringList{QStringLiteral("Read as…"), QStringLiteral("Dismiss")}));
    menu->close();
}

void TestImportPanel::keyboardStaysWithItsFile()
{
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    m_panel->setJobs({job(1, ImportJob::State::Reading), job(2, ImportJob::State::Waiting)}, std::nullopt);
    const auto rows = m_panel->findChildren<ImportRow*>();
    rows[0]->setFocus();
    ImportJob done = job(1, ImportJob::State::Imported);
    done.outcome.format = "pcap";
    m_panel->setJobs({done, job(2, ImportJob::State::Reading)}, std::nullopt);
    QVERIFY(rows[1]->hasFocus() && rows[1]->jobId() == 1);
    m_panel->setJobs({job(2, ImportJob::State::Reading)}, std::nullopt);
    QVERIFY(rows[0]->hasFocus());
}

void TestImportPanel::longNamesAreElided()
{
    ImportJob one = job(1, ImportJob::State::Waiting);
    one.item.path = std::string(400, 'x') + ".pcap";
    m_panel->setJobs({one}, std::nullopt);
    QVERIFY(m_panel->findChild<ImportRow*>()->minimumSizeHint().width() < 700);
    QVERIFY(button(QStringLiteral("Cancel"))->geometry().right() < m_panel->width());
}

QTEST_MAIN(TestImportPanel)
#include "tst_importpanel.moc"
