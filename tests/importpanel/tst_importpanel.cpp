// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

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
    QVERIFY(shows(QStringLiteral("1 file could not be read")));
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
    QVERIFY(m_panel->hasContent() && shows(QStringLiteral("Looking for evidence…")));
    m_panel->setJobs({}, 12'345);
    QVERIFY(shows(QStringLiteral("Looking for evidence… %1 so far").arg(QLocale().toString(12'345))));
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
    ImportOutcome member;
    member.item.path = "bundle.zip/traces/ccm1.txt";
    member.problems = {{Severity::DataLoss, "import.vanished", Place{PlaceUnit::Line, 17}, {"x"}}};
    archive.members.troubled = {member};
    QVERIFY(archive.isTroubled());
    m_panel->setJobs({archive}, std::nullopt);
    QVERIFY(shows(QStringLiteral("2 members · 77 events")));
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

QTEST_MAIN(TestImportPanel)
#include "tst_importpanel.moc"
