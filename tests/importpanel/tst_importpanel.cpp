// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

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

QTEST_MAIN(TestImportPanel)
#include "tst_importpanel.moc"
